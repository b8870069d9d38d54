"""Activities told from results (method.md 2.1, results first)."""

import re

from dialogs.reading.text.fold import fold

_ALWAYS = (
    "参加|参与|出席|负责|协助|帮|带(?=新人|徒弟|团队|队伍|人)|跟进|配合|帮助|从事|做好|搞好|准备|拜访|走访|参会|"
    "开会|陪同|列席|推进|"
    "落实|执行|完成|编写|撰写|制作|整理|"
    "收集|汇总各|对接|联系|维护好|处理好|谈判|洽谈|巡店|盯|催|跑|讨论|汇报"
)
_SOMETIMES = (
    "组织|管理|处理|支持|维护|培训|审核|检查|接待|协调|沟通|监督|指导|安排|回复|解答|服务|辅导|巡视|"
    "巡查|巡检|值班|监控|开展|召开|主持|招聘|采购|催收|开发|推广"
)
_ADVERBS = (
    r"(?:我们?|还有|还|也|都|主要|日常|平时|经常|有时|偶尔|定期|同时|另外|此外|一起|及时|积极|全面|具体|"
    r"每(?:个)?[天日周月年]|每季度?|每次|需要|要|会|得|去|来|"
    r"(?:跟|和|与|同|向|给|为|对)[^,、;]{1,8}?(?=谈判|洽谈|沟通|协调|对接|配合|汇报|开会|讨论|协作|合作|培训|讲解|"
    r"服务|提供))*"
)
_RESULT = re.compile(
    r"(?:[月周日年季简快通]报|报告|报表|表|方案|计划|规划|纪要|名单|手册|合同|协议|记录|制度|书|单|流程|系统|文件|清单|"
    r"台账|结果|总结|图|册|档案|体系|机制|证|函|稿|"
    r"率|度|数|数量|量|额|费|费用|金|人|员|者|材料|资料|规范|标准|政策|工具|平台|软件|产品|课程|教材|"
    r"中心|部|时间|周期|成本|意见|建议|预算|指标|"
    r"模板|样品|订单|货物|热线|案例|服务)$"
)
_NOUN = re.compile(rf"(?:{_ALWAYS})(?:人|者|率|度|金|表|函|费|单|书|记录|报告|清单|名单|制度|情况表|状态)")
_CHINESE = re.compile(rf"{_ADVERBS}(?P<verb>(?P<always>{_ALWAYS})|(?:{_SOMETIMES}))")

_DONE = re.compile(r"(?:好|完|成|过|合格|到位|完毕|完成)的[\u3400-\u9fff]{1,8}$")
"""What has been done to a thing that somebody holds: 处理好的工单."""

_MEETING = re.compile(r"(?:例会|早会|晨会|夕会|周会|碰头会|\bmeetings?)$")
"""A meeting is attended; what somebody holds afterwards are its minutes."""

_VERBS = (
    "attend|participate|take part|join|assist|help|coordinate|organi[sz]e|manage|handle|prepare|arrange|"
    "oversee|supervise|ensure|"
    "maintain|communicate|liaise|collaborate|cooperate|follow up|look after|take care|deal with|"
    "work with|work on|do|make|conduct|"
    "carry out|write|visit|meet|talk to|answer|respond to|solve|collect|compile|check|monitor|run"
)
_DOING = (
    "attending|participating|taking part|joining|assisting|helping|coordinating|organi[sz]ing|managing|"
    "preparing|arranging|overseeing|"
    "supervising|ensuring|maintaining|communicating|liaising|collaborating|cooperating|following up|"
    "following|looking after|taking care|"
    "dealing with|working with|working on|working|doing|making|conducting|carrying out|writing|visiting|"
    "meeting with|talking|answering|"
    "responding|solving|collecting|compiling|checking|running|leading|giving|holding|being|chasing|calling|"
    "discussing|talking to"
)
_EITHER = (
    "supporting|handling|processing|testing|purchasing|filing|reporting|monitoring|tracking|training|reviewing|"
    "recruiting|hiring|auditing|cleaning|"
    "inspecting|scheduling|coaching|advising|negotiating|serving|selling|buying|designing|developing|planning"
)
_NOUN_LIKE = "support|process|review|train|plan|design|monitor|audit|inspect|serve|lead|guide|coach|report on|report to"
_BESIDES = (
    r"(?:(?:i|we|to|and|also|mostly|mainly|sometimes|often|usually|regularly|always|daily|weekly|monthly|have to|"
    r"need to) )*"
)
_ENGLISH = re.compile(
    rf"{_BESIDES}(?:(?:am |are |is |be )?(?:responsible for|in charge of|accountable for)"
    rf"|(?:{_DOING})(?= |$)|(?:{_VERBS}) (?!(?:list|plan|chart|desk|sheet)\b)|(?:{_NOUN_LIKE}) (?:the|a|an|"
    rf"our|their|my|your|all|other|with|to|for)\b)"
)
_EITHER_WORDS = re.compile(rf"{_BESIDES}(?:{_EITHER}) (?P<rest>.+)")
_ENGLISH_RESULT = re.compile(
    r"\b(?:plan|report|manual|minutes|label|list|record|sheet|chart|contract|agreement|handbook|guide|"
    r"guideline|budget|policy|form|file|"
    r"system|schedule|calendar|register|log|dashboard|summary|analysis|proposal|procedure|standard|rate|"
    r"time|cost|fee|result|material|kit|"
    r"course|tool|order|document|note|template|statement|charge|equipment|room|center|centre)s?$"
)


def is_activity(text: str) -> bool:
    """Whether an answer names something done (参加会议, attending meetings) and not a result that somebody holds."""
    folded = " ".join(fold(text[:_LONGEST]).split()).strip(" .。!,，")
    return _MEETING.search(folded) is not None or _chinese(folded) or _english(folded)


_LONGEST = 300


def _chinese(text: str) -> bool:
    match = None if _DONE.search(text) else _CHINESE.match(text)
    if not match or _NOUN.fullmatch(text, match.start("verb")) or text.startswith("负责人", match.start("verb")):
        return False
    return match["always"] is not None or not _RESULT.search(text, match.end("verb"))


def _english(text: str) -> bool:
    if _ENGLISH.match(text):
        return True
    either = _EITHER_WORDS.match(text)
    return either is not None and not _ENGLISH_RESULT.search(either["rest"])
