"""The roles of customers in a clause, and the words around them that name nobody."""

import re
from dataclasses import dataclass

from kpi.plan import CustomerKind


@dataclass(frozen=True, slots=True)
class Role:
    """How a clause says who receives (`who`) and `what`, and what that tells of them."""

    pattern: re.Pattern[str]
    kind: CustomerKind | None = None


_WHO = r"(?P<who>[^,]{1,40}?)"
_ADVERBS = (
    r"(?P<adverb>(?:那边|这边|那里)?(?:也|还|都|就|经常|偶尔|有时候?|每[一两二三]?个?[天周月季年]度?|每季|"
    r"定期|主要|肯定|一直|总是|天天|来|会|得|需要)*)"
)
_EN_ADVERBS = r"(?P<adverb>(?: (?:always|also|only|just|mostly|usually|sometimes|often|then|all|both|still))*)"
_WE = (
    r"(?:(?:i|we|she|he|they|it|the post|this post|the job|who) )?"
    r"(?:(?:also|directly|mostly|mainly|have to|has to|must|always) )*"
)
ROLES = (
    Role(re.compile(rf"(?:直接|直属|顶头)?(?:上级|上司|领导|老板|汇报对象)(?:是|:|为){_WHO}"), CustomerKind.SUPERIOR),
    Role(re.compile(rf"(?:直接)?(?:向|跟|对){_WHO}(?:汇报|负责|报告)(?:工作)?(?P<what>)"), CustomerKind.SUPERIOR),
    Role(
        re.compile(
            rf"{_WHO}是(?:我|他|她|我们)的?(?:直接|直属|顶头)?(?:上级|上司|领导|"
            rf"老板)"
        ),
        CustomerKind.SUPERIOR,
    ),
    Role(
        re.compile(
            rf"(?:下面|下属|部属|手下|底下|下边|手底下)(?:还|就|也)*(?:有|是|带着?|管着?)?{_WHO}|(?:带着?|"
            rf"管着?)(?=[一二两三四五六七八九十几0-9]+[个名位])(?P<also>.+)"
        ),
        CustomerKind.SUBORDINATE,
    ),
    Role(re.compile(rf"(?:同级|平级|同事)(?:的)?(?:有|是|还有){_WHO}"), CustomerKind.COLLEAGUE),
    Role(
        re.compile(
            rf"(?:还|也|要|会|常|经常|主要|平时|要)*(?:跟|和|与|同){_WHO}(?:打交道|对接|配合|协作|合作|有往来|"
            rf"往来|有联系|联系|沟通)(?:较多|多|最多)?"
        )
    ),
    Role(re.compile(rf"对接(?:的)?(?:主要)?(?:是|有)?{_WHO}")),
    Role(re.compile(rf"(?:是)?(?:为|给|替){_WHO}(?:服务|提供支持|做支持)")),
    Role(
        re.compile(
            rf"(?:是|要|得|会|都|也|还|每[一两二三]?个?[天周月季年]度?)*(?:给|向|为){_WHO}"
            r"(?:提供|供应|提交|报送|上报|反馈|配送|准备|供|交|报|送|发|做|出|开|传|寄|打|看|用|签字?|审批?)(?P<what>.*)"
        )
    ),
    Role(
        re.compile(
            rf"(?P<what>.+?)(?:都|也|是|要|会|得|每[天周月季年])*(?:交|发|送|报|提供|提交|供应)(?:给|"
            rf"到){_WHO}(?:的|看|用|审批|审核|签字)?"
        )
    ),
    Role(
        re.compile(
            rf"{_WHO}{_ADVERBS}(?:等着|盼着|催着?(?!款)|盯着|找我们|问我们|跟我们|向我们|来我们(?:这里|这边|这儿)?|到我们(?:这里|这边|这儿)?)"
            r"(?:要|用|拿|领|取|调|借|买)?(?P<what>.*)"
        )
    ),
    Role(
        re.compile(
            rf"{_WHO}(?P<adverb>)(?:要|让|叫)我们?(?:每[一两二三]?个?[天周月季年]度?)?(?:按时|及时)?(?:给[他她它]们?)?"
            r"(?:出|交|报|做|提供|汇报|供|发|送)(?P<what>.*)"
        )
    ),
    Role(re.compile(rf"{_WHO}(?:也|都)?算(?:上|进去|一个|是|的)?")),
    Role(re.compile(rf"{_WE}(?:am |is |are )?report(?:s|ing)?(?: directly)? to {_WHO}"), CustomerKind.SUPERIOR),
    Role(
        re.compile(rf"(?:my|our|her|his|the) (?:direct )?(?:boss|manager|superior|supervisor) (?:is|:) {_WHO}"),
        CustomerKind.SUPERIOR,
    ),
    Role(re.compile(rf"{_WE}(?:manages?|leads?|supervises?) {_WHO}"), CustomerKind.SUBORDINATE),
    Role(re.compile(rf"(?:with |there are |has |have )?{_WHO} under (?:me|her|him|us)"), CustomerKind.SUBORDINATE),
    Role(re.compile(rf"{_WE}(?:works?|deals?|liaises?|cooperates?)(?: closely)? with {_WHO}")),
    Role(
        re.compile(
            rf"{_WHO} (?:is|are) (?:always |constantly |forever )?(?:chasing|asking|waiting|pushing|nagging)(?: "
            rf"(?:her|us|him|me|them))?(?: (?:for|on) (?P<what>.+))?"
        )
    ),
    Role(
        re.compile(
            rf"(?:her work|his work|our work|the work|work|it|everything|all|they|(?P<what>.+?))(?: all)?(?: is| "
            rf"are)?(?: also)? "
            rf"(?:goes|go|going|sent|handed|passed|delivered|given|submitted)(?: directly| out| on)? to {_WHO}"
        )
    ),
    Role(
        re.compile(
            rf"{_WE}(?:sends?|gives?|hands?|delivers?|suppl(?:y|ies)|submits?|owes?) (?P<what>.+?) to "
            rf"{_WHO}"
        )
    ),
    Role(re.compile(rf"{_WE}(?:suppl(?:y|ies)|provides?) {_WHO} with (?P<what>.+)")),
    Role(
        re.compile(
            rf"{_WE}(?:sends?|gives?) {_WHO} (?P<what>(?:the|an?|our|their|its|monthly|weekly|quarterly|all|"
            rf"daily) .+)"
        )
    ),
    Role(
        re.compile(
            rf"{_WHO}{_EN_ADVERBS} (?:needs?|wants?|asks?|expects?) (?:us|me|her|him|them) to"
            r" (?:send|give|deliver|provide|submit|report|supply|prepare|make|hand over)"
            r"(?: (?:them|him|her))?(?: (?P<what>.+))?"
        )
    ),
    Role(
        re.compile(
            rf"{_WHO}{_EN_ADVERBS} (?:gets?|receives?|needs?|wants?|uses?|reads?|sees?|expects?|requires?|relies "
            rf"on|depends on|looks at)"
            r"(?: from (?:us|her|him|me))?(?: (?P<what>.+))?"
        )
    ),
)
WISHES = re.compile(
    rf"{_ADVERBS}(?:需要|要用|要看|要查|得看|使用|得到|查|要|用|看|等|收|领|审|拿|过目)(?!得|不)(?:一次|"
    rf"一下)?(?:要|报(?![表告]))?"
)
"""What is between who receives and what: 财务|每个月要|盘点表. The adverbs tell it from a name: 信用部."""
WHOSE = re.compile(r"^(?:一次|一份|一下|我们的?|他的|她的|它的|我的|这些?|相关的?|看|用|her |his |our |their |its )+")
ASKING = re.compile(r"\?|^(?:how|what|which|why|who|does|do|can|could|is|are|should|where)\b")
EACH = re.compile(
    r"(?<=[度季月年周天底])(?:还|也|都|会)*(?:(?:有|做|出|给|交)一?[个份张次]?|一?[个份张次])(?=[\u3400-\u9fff]{2})"
)
"""What counts an output in a sentence: 每个月一份销售报表."""
RHYTHM = re.compile(
    r"(?:then )?(?:every|each|once (?:a|per)|per) (?P<unit>day|week|month|quarter|year),? "
    r"(?:(?:she|he|they|we|i|it) (?:sends?|gives?|does|makes?|writes?|prepares?|delivers?|hands? in|gets?) )?"
    r"(?:the|an?|one|his|her|our|their) "
)
"""How often an output comes, told before it."""
OFTEN = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "annual"}
HANDED = re.compile(
    r"(?:每个?[月周天季年]度?)?(?:年底|月底|季末|年初)?(?:那份|那个)?(?P<what>.+?)(?:也|都)?是?(?:交|报|发|送|拿|"
    r"提)给[他她]们?(?:的|看)?"
    r"|(?:the )?(?:one|first|second|third|fourth|another|other)(?: one)?(?: is|:)? (?P<second>(?!of ).+)"
)
"""How one output is named after another: "年底那份明年的计划也是交给他的"."""
REMARK = re.compile(r"^注意|没用$|一样的?$|^直接拷|^照(?:那|着)|挺好$|^(?:so )?without$|^rest ")
"""What only remarks on outputs named before."""
BACK = re.compile(
    r"(?:so |then )?(?:leave|drop|skip|forget) (?:that|it|them|him|her)(?: out)?|not any ?more|no longer|(?:就|"
    r"所以)?(?:不算|不用|不要)(?:了|吧)?"
)
"""What takes back whom the clause before named."""
WITHDRAWN = re.compile(
    r"以前|原来(?!的)|过去|曾经|撤了|取消了|没有了|没了|不用(?!户)|不需要|不算|不给|不对接|不涉及|不拿|不收|不看|"
    r"不直接|已经不|找.{1,8}要"
    r"|\b(?:used to|any ?more|no longer|gets? nothing|receives? nothing|nothing from|leave (?:that|it|them|him|"
    r"her)|does(?:n't| not)|do(?:n't| not)|"
    r"never|formerly|not (?:him|her|them)|was before|is gone|left us|except|apart from)\b| no$|^not "
)
"""What a clause says of somebody who is no customer, or no more."""
TALK = re.compile(
    r"[我俺咱你您]|[他她](?!人)|啥|怎么|什么|[吗呢嘛]$|就行|所以|不过|因为|反正|其实|觉得|可以吗|是吧|笑|哈|复杂|"
    r"叫做?什么|查一下|好像|可能|都有$"
    r"|\b(?:i|i'm|i'd|i'll|you|it|it's|she|he|we|they|me|thats|that's|theres|there's|dunno|lol|is|are|was|were|am|"
    r"don't|dont|can|may|will|let|think|"
    r"believe|know|guess|chap|really|because|though|but)\b"
)
"""Who speaks, or how: no name has that."""
IDLE = re.compile(
    r"(?:我|让我)?想(?:一)?想看?|(?:差不多|大概|基本上?)*(?:就(?:这些|这样|这几个))?|没(?:有)?别?的?了|别的没了|"
    r"(?:so |well )?let me (?:think|see)|"
    r"(?:i think |i guess )?(?:that's|thats) (?:it|all|about it)|i think|of course|obviously|believe it or not|"
    r"morning|hello|hi|hmm+|well|right|ok(?:ay)?|"
    r"(?:你|您)好|对了|嗯+|哦|喔|啊|早|主要|for now|that's all|i would say"
)
"""What says nothing: it need not be said back."""
OUTSIDE = re.compile(
    r"(?:对了|还有|另外|然后|嗯|哦|喔|,| )*(?:外面|外部|对外|外头)|(?:and |oh |then )*(?:outside|externally|external)"
)
NOBODY = re.compile(
    r"(?:我们?|俺们|这个?岗位|外部|内部|对外|对内|外面|目前|暂时|基本上?|好像|应该|真的?|都|也|就)*(?:没有?|无|"
    r"不存在)(?:什么|任何|啥)?(?:的)?"
    r"(?:外部|内部|对外|对内|外面|直接|其他|别)*(?:的)?(?:客户|服务对象|对象|人|部门)?(?:了|捏|呢|啊|呀|吧|欸|喔)*"
    r"|(?:well |no |there (?:is|are) |there's |we have |i have |really |actually )*(?:none|nobody|no ?one|nothing|"
    r"not any|"
    r"no (?:external |internal |outside |inside |direct )*(?:customers?|clients?|people)?)"
    r"(?: (?:outside|inside|externally|internally|external|internal|really|at all|that i know of|directly|as such|"
    r"for this|for it|comes to mind|else|goes to (?:him|her|them|it)|"
    r"of them|the (?:company|organisation|organization|firm)|whatsoever|i think|tbh))*"
    r"|(?:我们)?(?:都|只|全)?(?:是)?(?:纯)?对内(?:的)?|[他她它]?们?(?:啥|什么)?(?:也|都)?(?:不拿|没有?(?:东西)?|"
    r"不要)(?:了|啊)?"
)
EVERYBODY = re.compile(
    r"(?:全公司|整个公司|公司上下|全厂|全院|全校|所有人|所有部门|每个部门|各个?部门|大家|谁)(?:都|"
    r"也)?(?:用得[上着到]|要用?|用|需要|会用|看|能用|有关系)?"
    r"|(?:more or less |almost |nearly )?(?:everyone|everybody|anyone|anybody|the whole (?:company|organisation|"
    r"organization|firm|place)|"
    r"all (?:departments|of them|the departments|of us))"
    r"(?: really| basically| mostly| uses it| in the company| here| of course)*"
)
LEAD = re.compile(
    r"(?:[\s,、]|嗯+|呃|哦|喔|额|啊|唉|对了|首先|其次|然后|最后|还有(?:就是)?|另外|此外|再有|再就是|以及|还要|"
    r"当然|平时|日常|"
    r"(?:我们|俺们|咱们?)(?:这(?:边|里|儿)?|部门)?就?(?=[\u3400-\u9fff])(?![也都还要])|最?(?:主要|重要|"
    r"关键)的?(?:肯定|应该|就|还|都)*(?:是|有)|(?:肯定|应该|就|还|无非)就?(?:是|有)|"
    r"(?:外面|外部|对外|外头|内部|对内)(?:的话|客户)?(?:主要|就|还|也)*(?:是|有|就)?|那|主要(?:是|有)?|"
    r"就(?![业职近诊医餐地读任])(?=[\u3400-\u9fff]{2})|"
    r"(?:(?:so|well|oh|and|then|plus|also|mainly|mostly|basically|actually|of course|obviously|first|firstly|"
    r"second|secondly|third|finally|"
    r"morning|hello|hi|ok|okay|right|now|kindly note|please note|then we have|we have|there (?:is|are)|there's|"
    r"inside|outside|internally|externally|it's|it is)"
    r"(?=[\s,.!:;]|$)[\s,.!:;]*))*"
)
TAIL = re.compile(
    r"(?:[\s、,]|[吧呗啊呀嘛啦哦喔啰咯]|也?(?:算上|算一个)(?:吧)?|(?:一定|肯定|当然)(?:都|也)?(?:有|要|算|是)|那[边里]|这边|那[一两二三四几]个[^、,]*|(?:别的|"
    r"其他|其它)都?没有?了?|的?(?:阿伯|阿姨|大姐|大哥|小姑娘|那帮人|几个人|师傅们?)|"
    r" (?:of course|obviously|only|then|too|as well|really|i think|i guess|mostly|sometimes|tbh|at (?:the "
    r")?(?:month|year|quarter)[ -]?end|"
    r"(?:whenever|when|if|because|since|once in) .*|every (?:day|week|month|quarter|year|january)|each (?:day|"
    r"week|month|quarter|year)))+$"
)
