"""What is said beside a question, and what a question that is put to us is about."""

import re
from collections.abc import Sequence
from enum import StrEnum


class Aside(StrEnum):
    """What is said beside a question, what counts most first."""

    HUMAN = "human"
    PRIVACY = "privacy"
    FILES = "files"
    PICTURE = "picture"
    AUTHOR = "author"
    PROOF = "proof"
    EARLIER = "earlier"
    VERSIONS = "versions"
    ADDING = "adding"
    COLLECTING = "collecting"
    PAY = "pay"
    DEADLINE = "deadline"
    DECIDES = "decides"
    CHANGES = "changes"
    SOURCE = "source"
    MEMBERS = "members"
    COUNTING = "counting"
    HOW_MANY = "how_many"
    LEFT = "left"
    SEVERAL = "several"
    SYSTEMS = "systems"
    NEEDED = "needed"
    OTHERS = "others"
    EXAMPLE = "example"
    MEANING = "meaning"
    QUESTION = "question"
    STOP = "stop"
    BACK = "back"
    LATER = "later"
    SAME = "same"
    YOURS = "yours"
    DEPENDS = "depends"
    WAIT = "wait"
    CHAT = "chat"
    THANKS = "thanks"
    HELLO = "hello"


TOPICS = frozenset(list(Aside)[: list(Aside).index(Aside.QUESTION)])
"""What a question may be about."""
QUERIES = TOPICS | {Aside.QUESTION}
"""What is asked of us."""
WEAK = frozenset({Aside.SAME, Aside.YOURS, Aside.DEPENDS, Aside.WAIT, Aside.CHAT, Aside.THANKS, Aside.HELLO})
"""What may stand beside an answer."""

_WORDS: Sequence[tuple[Aside, str]] = (
    (
        Aside.HUMAN,
        (
            r"真人|机器人|人工智能|是不是人|是人是|又是你|认识我|你累不累|(?<![a-z])ai(?![a-z])|\b(?:robot|bot"
            r"|chatbot"
            r"|human|machine|real person|are you a person|who am i "
            r"talking|who are you|your name|you again|do you (?:ever )?(?:sleep|rest))\b|你是谁|您是谁|你叫什么"
        ),
    ),
    (
        Aside.PRIVACY,
        (
            r"给谁看|谁会?看|看得?到|能看|可以看|会看|看见|看不到|保密|公开|隐私|匿名|泄露|发给(?!我)|转给|传给|报给"
            r"|\b(?:who (?:can |will |gets to |else )?(?:see|sees|read|reads)|(?:see|read) (?:this|that|it|my|what"
            r"|the note)|private"
            r"|privacy|confidential|anonymous|gdpr|straight away|go to my boss|goes? to (?:my|the) (?:boss"
            r"|manager))\b"
        ),
    ),
    (
        Aside.FILES,
        (
            r"附件|上传|图片怎么|照片怎么|怎么(?:发|传).{0,4}(?:图|照片|文件|pdf)"
            r"|\b(?:attach|upload|pdf|photo|file)\b"
        ),
    ),
    (
        Aside.PICTURE,
        (
            r"(?:图|图片|字).{0,6}(?:太小|看不清|打不开|发个大|放大|大一?点)|文字|文本版|看不清|打不开|大的|大图"
            r"|\b(?:text version|as text|in words|in text|written out|bigger|larger|(?:can'?t|cannot) (?:open|see"
            r"|read)"
            r" (?:the|this|it)|open the picture|picture of)\b"
        ),
    ),
    (
        Aside.AUTHOR,
        (
            r"谁(?:写|送|退|打回|提交|交|做|填|提|发明|编|起草|报|定|画|说|改|批)|谁的(?:意见|计划|主意)|是谁"
            r"|什么时候(?:送"
            r"|提交|交|写)的"
            r"|\bwho(?:'s| is| was| has| in [a-z]+)? ?(?:wrote|writes|made|makes|did|submitted|sent|handed|filed"
            r"|said|says|came up"
            r"|drew|draws|put|remarked|decided on|invented|asked for|reported|typed)\b|\bwhose\b|\bwho (?:is"
            r"|was) (?:it|this|that)"
            r"|\bwho is behind\b"
        ),
    ),
    (
        Aside.PROOF,
        (
            r"佐证|证据|凭证|证明|截图|附了|有没有附|依据|说明.{0,4}(?:干嘛|干什么|有什么用|做什么|写什么)"
            r"|\b(?:proof|prove|evidence|attached|attachments?|receipts?|back(?:ed)? (?:it|this|that) up"
            r"|documents?)\b"
            r"|\b(?:note|remark) (?:for|good for)\b"
        ),
    ),
    (
        Aside.EARLIER,
        (
            r"(?:上个?|前几?个?|之前|以前|过去|最近|近)[0-9一二两三四五六七八九十几]{0,2}个?(?:月|季度?|期"
            r"|年).{0,8}(?:数|多少|怎么样|看|报|情况)"
            r"|(?:看|给|发|有没有|查).{0,6}(?:上个?月|上期|上次|历史|往期|前几个?月|趋势|以前的|之前的|去年)"
            r"|(?:上个?月|上期|上次|去年|历史)的?(?:数据|数字|数|记录|多少|是多少|报)"
            r"|\b(?:last|past|previous|earlier|prior) (?:[a-z0-9]+ )?(?:months?|quarters?|figures?|numbers?|values?"
            r"|reports?|periods?)\b"
            r"|\bhistory\b|\btrend\b|\b(?:show|see|send) (?:me |us )?(?:the )?(?:january|february|march|april|june"
            r"|july|august|september"
            r"|october|november|december)\b|\bhow (?:was|did) (?:it|she|he|they)\b.{0,12}\b(?:before|last)\b"
        ),
    ),
    (
        Aside.VERSIONS,
        (
            r"上一?版|前一?版|旧版|对比|改了(?:哪|什么|啥)|第几版|第一次(?:提|交|做)|有什么不同|跟上次.{0,6}(?:区别"
            r"|不同|一样)"
            r"|\b(?:what (?:has )?changed|changed since|compare|versions?|(?:his|her|their|the) first (?:plan|one)"
            r"|differ(?:s|ent)? from (?:the )?last"
            r"|what did (?:he|she|they) change)\b"
        ),
    ),
    (
        Aside.ADDING,
        (
            r"(?:加|补|添|增加)(?:上|一)?[个项条]?(?:新的?|别的)?(?:指标|产出|客户|kpi)"
            r"|\b(?:add|have) (?:an?|another|one more|some|more)(?: more)? "
            r"(?:indicator|kpi|output|customer|goal|measure)s?\b"
        ),
    ),
    (
        Aside.COLLECTING,
        (
            r"(?:别的|其他|其它|还有(?:什么|别的)?)(?:做法|办法|方法|方案|人选)"
            r"|(?<!么)[叫让由请找给换].{1,6}(?:(?<!接)收(?!到)"
            r"|统计|采集|来报)|自己收|抽样|怎么抽|抽多少|(?:由|让"
            r"|找)谁(?:来)?(?:收|报|统计|采)|谁(?:来)?(?:收|统计|采集)"
            r"|\b(?:other (?:way|ways|option|options)|another way|collect(?:s|ed|ing|or)?|alternatives?|sampl(?:e"
            r"|es|ing)"
            r"|who (?:else )?(?:could|can|should|would) "
            r"(?:collect|count|track|report))\b"
        ),
    ),
    (
        Aside.PAY,
        (
            r"奖金|年终|工资|薪|提成|年终奖|分红|晋升|扣钱|罚|合同|涨钱|钱挂钩|挂钩|加薪|考绩"
            r"|\b(?:bonus(?:es)?|salary|salaries|pay|paid|wages?|contract|promotion|raise|money|commission|fired"
            r"|penalt(?:y|ies))\b"
        ),
    ),
    (
        Aside.DEADLINE,
        (
            r"什么时候.{0,4}(?:交|报|截止|提交|到期)|多久.{0,3}(?:改|交|报|弄)|过了?(?:今天|明天|月底"
            r"|期).{0,3}[报交]|[补迟]报|截止|最晚|最迟"
            r"|期限|几号(?:前|之前|交|报)?|来得及|晚(?:几"
            r"|两|一)天|为(?:什么|啥|何)(?:每|总|老|都).{0,8}(?:月底|最后一天|号)|过期|逾期"
            r"|\b(?:deadline|by when|until when|when is (?:it|this|that) due|due(?: date)?|how long do (?:i"
            r"|we) have|how much time|time limit|last day|latest|too late|late)\b"
        ),
    ),
    (
        Aside.DECIDES,
        (
            r"谁(?:来|会|要)?(?:审|批|定|决定|说了算|确认)|(?:审|批|审核|审批|结果).{0,6}(?:多久|几天|什么时候"
            r"|多长)"
            r"|多久.{0,6}(?:结果|批|审|回复)"
            r"|(?:hr|人力|人事|领导|老板|他们|上面).{0,8}(?:改|动|删)|提交(?:后|完|了).{0,6}(?:会|怎么|干嘛|呢"
            r"|做什么)|接下来|然后呢|下一步"
            r"|\b(?:who (?:will |does |has to )?(?:approves?|reviews?|decides?|checks?|signs?)|(?:hr|they|the boss"
            r"|somebody|someone) (?:change|edit|reject|refuse|turn)"
            r"|without asking me|what happens (?:next|now|then|after)|(?:hear|answer|result|approval"
            r"|review) back|when (?:will|do) i (?:hear|know|get)"
            r"|how long (?:does|will) (?:it|that|hr|the review|approval)|next step)\b"
        ),
    ),
    (
        Aside.CHANGES,
        (
            r"(?:还|再|能|可以|可|要|得|到时候?|以后|之后|后面|中途|回头|填错|写错|错).{0,8}(?:改|调整|调|修改|变"
            r"|撤|反悔|重填|重新|更正)(?!变)"
            r"|(?:改|撤)得?[了回]|能不能改|(?:改|撤)吗|重新打开|再打开|锁定|定死"
            r"|\b(?:change|changed|edit|adjust|correct|undo|fix|revise|amend|alter|reopen|take (?:it|this"
            r"|that) back|locked|final"
            r"|set in stone|stuck with|open (?:that|it|this) again|update)\b"
        ),
    ),
    (
        Aside.SOURCE,
        (
            r"怎么(?:算|来|得|定)(?:出来|来|到)?的|哪(?:儿|里)?来的|从哪|哪来|算出来|你推荐的|凭什么|我没(?:说|提"
            r"|写)过?|我(?:可|又)没说|为什么(?:是|写|填|要写)|数据来源|系统.{0,4}抓"
            r"|\b(?:where (?:does|do|did|is|are|would|should|can|could|shall) .{1,30}\b(?:from|come)|where from"
            r"|i never (?:said|told|mentioned"
            r"|wrote)|i did(?:n'?t| not) (?:say|write|mention)"
            r"|how (?:did|do) you (?:get|know|come|work)|why do(?:es)? (?:you|it) (?:write|say|put)|made (?:that"
            r"|this|it) up|what is (?:it|that|this) based on|based on what"
            r"|compared (?:to|with) what)\b"
        ),
    ),
    (
        Aside.MEMBERS,
        (
            r"算不算|算是?(?:客户|产出|内部|外部|一个|一项)|(?:也|都|还)算|算吗|算(?:内|外)部?(?:的)?吗|算进"
            r"|要不要(?:写|算|填|列|放)|属于(?:内|外)|是内部还是"
            r"|\b(?:counts? (?:as|too|here)|count (?:them|him|her|it|those|that)|do(?:es)? (?:[a-z][a-z'-]* ){1,5}count"
            r"|inside or outside|internal or external|an authority|a customer|a client|an output|belongs? (?:here"
            r"|in)|include (?:them|him|her|it|those|that|the))\b"
        ),
    ),
    (
        Aside.COUNTING,
        (
            r"含税|不含税|含了|含着|含(?:没含|不含)|是不是含|有没有含|税前|税后|口径|毛|净|算不算|算吗|算进|算在"
            r"|含不含|包不包|包括.{0,12}吗|包含|算(?:这个"
            r"|上个|下个|哪个|本|当)月|按(?:哪|什么|签约|到账|开票|发货)"
            r"|\b(?:gross|net|including|include[sd]?|excluding|exclude|with or without|vat|tax|do i count"
            r"|go(?:es)? in(?:to)? (?:here|this|it)"
            r"|does (?:it|that|this) count|counts?|counted|which (?:value|figure|number|one|amount)"
            r"|booked|per (?:report|month|year)|over the (?:whole )?year|signed or)\b"
        ),
    ),
    (
        Aside.HOW_MANY,
        (
            r"(?:几|多少)个?(?:指标|产出|客户|项)|[写填列]几[个项]|多细|多详细|每[封个份件].{1,6}都要|几[个项]$"
            r"|(?:最多|至少|最少|不超过|上限|规定)"
            r"|(?:太|会不会"
            r"|是不是)[^,]{0,4}多|都选|工作量|要花(?:她|他|我)?多少|多少(?:活|事|工夫|功夫)|几个(?:合适|才?好)"
            r"|\b(?:how many (?:indicators|kpis|outputs|customers|figures|numbers|should)|maximum|max|minimum"
            r"|at most|at least|too many|limit|how much (?:work|effort|time)|all four)\b"
        ),
    ),
    (
        Aside.LEFT,
        (
            r"多久(?!.*结果)|多长时间|多少时间|[几多少]{1,2}(?:个|道)?题|[几多少]{1,2}个?问题|[几多少]{1,2}分钟"
            r"|什么时候(?:能|才)?(?:完|结束|好)|完没完"
            r"|\bhow (?:long(?! do (?:i|we) have)|much longer|much more|many (?:more )?(?:questions|steps"
            r"|to go))\b|\bnearly (?:there"
            r"|done|finished)\b"
            r"|\balmost (?:there|done)\b|\bare we (?:there|done)\b|\bquestions (?:still|left|more|from me)\b"
            r"|\b[0-9]+ questions\b"
            r"|\ball the questions\b|一次.{0,6}问题|全部?问题"
        ),
    ),
    (
        Aside.SEVERAL,
        (
            r"(?:所有|每个|几个|两个|多个|一个个).{0,6}(?:岗|职位|人)|一起(?:做|填|弄)|(?:岗|职位).{0,6}(?:一起"
            r"|分开|合)"
            r"|\b(?:(?:several|two|both|all|other|more|each|every) (?:of (?:them|the) )?(?:posts?|positions?|jobs?"
            r"|roles?|people)|one by one|for (?:every|each|all)|per (?:person|job|post|head)|at once|same time"
            r"|another post)\b"
        ),
    ),
    (
        Aside.SYSTEMS,
        (
            r"(?:系统|sap|erp|crm|oa|excel|表)里?.{0,6}(?:有|都有|不是有|不都有|导|接|连|同步|抓)|自动(?:取|抓|导"
            r"|同步)|对接"
            r"|\b(?:(?:in|from|into|with|to) (?:sap|erp|excel|the system|our system|salesforce|the crm)"
            r"|already (?:have|has|know|got)|automatic(?:ally)?|the system|why am i typing|connect(?:ed)?|import"
            r"|sync)\b"
        ),
    ),
    (
        Aside.NEEDED,
        (
            r"(?:必须|一定要|非得|(?<!为什么)(?<!干嘛)(?<!为啥)还[要得]|需不需要|需要|要不要|不.{0,2}行不行|可以不"
            r"|能不能不|可不可以不|不填"
            r"|不写|跳过).{0,8}(?:填|写|解释|说明|答|名字|姓名|全名|行|吗|ㄛ)"
            r"|为(?:什么|啥|何)(?:非得|一定|要).{0,4}我|\b(?:must i|do i (?:have|need) to|do you (?:really )?need"
            r"|is (?:this|that|it) (?:needed|required|mandatory|optional|necessary)|need the full"
            r"|have to (?:fill|answer|explain|write)|should i (?:explain|write|add|give)|what (?:happens )?if (?:i"
            r"|we) (?:don'?t|leave|skip)"
            r"|can i (?:leave|skip)|optional|mandatory|required)\b"
        ),
    ),
    (
        Aside.OTHERS,
        (
            r"别人|别家|人家|其[他它](?:公司|企业|单位|部门|经理|人)|同行|行业|参考值?|一般(?:都|是)?[定填写多怎]"
            r"|通常|标杆"
            r"|\b(?:others?|other (?:companies|managers|plants|teams|people|firms|departments)|normal|usual|typical"
            r"|common"
            r"|average|benchmark|reference|most (?:managers|people|companies))\b"
        ),
    ),
    (
        Aside.EXAMPLE,
        (
            r"举.{0,3}例|怎么(?:知道|估|分|量|衡量)|咋(?:知道|估|分|定|填|写|选|算)|例子|示例|比如什么|比如说什么"
            r"|推荐|建议|怎么[填写答]|怎么选|哪个(?:好|合适)|[选用]哪"
            r"|\b(?:supposed to (?:know|guess|do|answer)|how (?:do|should|would|could|can) (?:i|we) (?:know"
            r"|estimate|choose|decide|answer|fill|split|tell|measure|rank|weigh)|examples?|for instance|like what"
            r"|such as what|recommend|suggest|advise|detailed|which (?:one"
            r"|is better))\b"
        ),
    ),
    (
        Aside.MEANING,
        (
            r"什么意思|啥意思|什么叫|啥叫|是什么|是个?啥|没看懂|看不懂|听不懂|不懂|不明白|没明白|没懂|白话|解释"
            r"|说明白|说清楚|搞不清|区别|不理解"
            r"|\b(?:mean|means|meaning|explain|understand|confus(?:ed|ing)|lost (?:the thread|me)|where were we"
            r"|difference"
            r"|counts? as|what is|what's|whats|don't get (?:it|this)|unclear|in other words|simpler|again)\b"
        ),
    ),
)
_TOPICS = tuple((topic, re.compile(pattern)) for topic, pattern in _WORDS)

_DEFINING = re.compile(
    r"区别|什么意思|啥意思|有什么不同|\bdifference between\b|\bwhat (?:do you|does (?:it|that|this)) mean\b"
)
"""What asks for the meaning of words, whatever these are about."""


def topics(folded: str) -> tuple[Aside, ...]:
    """What a question may be about, what is likeliest first; nothing where it is nothing we know."""
    found = tuple(topic for topic, pattern in _TOPICS if pattern.search(folded))
    return (Aside.MEANING, *found) if _DEFINING.search(folded) else found
