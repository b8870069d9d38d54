"""Activities told from results (method.md 2.1, results first), and other names of outputs that are none."""

import re
from functools import lru_cache

from dialogs.reading.names import verbs_chinese, verbs_english
from dialogs.reading.text.fold import fold

_HAN = re.compile(r"[\u3400-\u9fff]")
_MEETING = re.compile(r"(?:例会|早会|晨会|夕会|周会|碰头会|\bmeetings?)$")
"""A meeting is attended; what somebody holds afterwards are its minutes."""
_LABEL = re.compile(r"[^:,;。]{2,14}: *(?=[^:])")
"""What a duty is called, before it is told: "记录与报告：维护施工日志"."""
_CLAUSE = re.compile(r"[,;。]")
_LONGEST = 300
_OTHER = re.compile(
    r"(?:完成|做好|以及|承担|负责|和)*(?:(?:上级|领导|公司|主管|经理|院|医院)*(?:临时)?(?:交办|安排|交给|布置|"
    r"指派)的?)?(?:其他|其它|别的|各种|日常|一些|临时)+(?:的)?(?:各项)?"
    r"(?:相关)?(?:工作|任务|事情?|事项|事务|杂事)|(?:上级|领导|公司|主管|经理)(?:临时)?(?:交办|安排|交给|"
    r"布置)的?(?:工作|任务|事情?|事项|事务)|杂事|打杂"
    r"|(?:perform(?:s|ing)? )?(?:any |all )?other (?:related |administrative |general )*(?:duties|tasks|work|jobs|"
    r"things|stuff)(?: as (?:assigned|"
    r"required|needed|directed))?|whatever (?:comes up|is needed|they need|he needs|she needs)|odd jobs|this and "
    r"that|bits and pieces"
)
_ASPECT = re.compile(
    r"[\u3400-\u9fff]{0,8}(?:满意度|配合度|认可度|[及准完时][时确整效]性|积极性|主动性|准时率|及时率|准确率|"
    r"合格率|差错率)"
    r"|(?:工作|产品|服务|生产|产品的?|安全)?(?:安全|质量|品质|效率|成本|进度|时效|态度|纪律|执行力|责任心|"
    r"团队合作|团队精神|士气|合规|满意|口碑|形象)"
    r"|(?:(?:customer|client|guest|patient|employee|staff|user|product|service|work|food|workplace) "
    r")*(?:satisfaction|safety|quality|efficiency|productivity|"
    r"accuracy|timeliness|punctuality|teamwork|attitude|communication|morale|compliance|professionalism|"
    r"reliability|reputation|"
    r"speed|discipline|flexibility|loyalty|happiness)|(?:happy|satisfied) (?:customers|clients|guests|staff|"
    r"employees)"
)

_WISHED = re.compile(
    r"[\u3400-\u9fff]{0,10}?(?:别|不要|不能|不再|没有?)(?:老|总|再)?(?:[出闹惹]|有|添|丢)(?:什么|啥|大|任何)?"
    r"(?:事故?|问题|乱子?|岔子|麻烦|纰漏|错|投诉|差错|单|客户|意外)"
    r"|(?:让|叫|使)?(?:[他她]们?|领导|老板|大家|客户)?(?:放心|省心|安心|踏实|满意|高兴|少操心)"
    r"|(?:to have |having )?(?:no|fewer|less) (?:more )?"
    r"(?:surprises|trouble|problems|headaches|complaints|drama|stress|fires)"
    r"|(?:(?:some )?peace of mind|a good feeling|(?:a )?quiet life|good night'?s sleep)"
)
"""What somebody wishes for and cannot hold: 大客户别出事, "no surprises"."""


def no_result(text: str) -> str | None:
    """Why a name is none of an output: "activity", the "aspect" it is judged by, "other" work; None for an output."""
    said = _plain(text)
    if _OTHER.fullmatch(said):
        return "other"
    if _ASPECT.fullmatch(said) or _WISHED.fullmatch(said):
        return "aspect"
    return "activity" if is_activity(text) else None


def is_activity(text: str) -> bool:
    """Whether an answer names something done (参加会议, attending meetings) and not a result that somebody holds."""
    said = _plain(text)
    return _MEETING.search(said) is not None or any(_is_doing(part) for part in (_LABEL.sub("", said), said) if part)


@lru_cache(maxsize=128)
def begins_activity(text: str) -> bool:
    """Whether an answer begins with a verb and what it is done to: 办理入职, but not 入库验收."""
    said = _plain(text)
    return verbs_chinese.begins_doing(said) if _HAN.search(said) else verbs_english.is_doing(said)


def is_bare_verb(text: str) -> bool:
    """Whether an answer is a verb without what it is done to: 制作, "assigning"."""
    said = _plain(text)
    return bool(said) and (verbs_chinese.is_bare(said) if _HAN.search(said) else verbs_english.is_bare(said))


def _plain(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).split()).strip(" .。!,")


def _is_doing(said: str) -> bool:
    """In Chinese each clause is looked at: what is done may follow why and how it is."""
    if not _HAN.search(said):
        return verbs_english.is_doing(said)
    return any(verbs_chinese.is_doing(clause.strip()) for clause in _CLAUSE.split(said) if clause.strip())
