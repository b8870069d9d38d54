"""The words that give a number its part in a standard: a change, a base, a role, a correction."""

from kpi.values import Base, Sign

CHANGES = {
    Sign.UP: (
        "提升|提高|超额完成|超额|上浮|上调|调高|提|拉高|抬升|回升|攀升|增长|成长|增加|翻|上升|上涨|递增|增|涨|升|扩大|增收|↑|increase|increases|increased|"
        "increasing|grow|grows|growing|"
        "growth|growth of|raise|raised|raising|rise|rises|risen|boost|boosted|grown|gain|uplift|expand|more|"
        "higher|bigger|larger|extra|additional|up"
    ),
    Sign.DOWN: (
        "快|降低|下降|下浮|砍掉|砍去|砍|压低|调低|拉低|回落|减亏|减少|缩短|省|慳|悭|省下|节约|节省|节支|压缩|削减|下调|降本|递减|缩减|压降|压减|减排|减碳|节能|降|减|↓|reduce|"
        "reduces|reduced|"
        "reducing|reduction|decrease|decreases|decreased|cut|cuts|cutting|lower|lowered|lowering|drop|dropped|shorten|shortened|shortening|trimmed|shrink|save|"
        "decline|minimise|minimize|less|fewer|shorter|cheaper|smaller|earlier|sooner|down|shave|"
        "shaves|trim|trims"
    ),
    "": "改善|改进|优化|好转|improve|improves|improved|improving|improvement|better|optimise|optimize|faster|quicker",
}
"""Which way a change goes; "" is for the better, whichever way that is."""
DOUBLINGS = {
    Sign.UP: "翻倍|翻番|double|doubles|doubled|doubling",
    Sign.DOWN: "减半|砍半|halve|halves|halved|halving",
}
"""Changes by as much again, or by a half."""
BASES = {
    Base.LAST_YEAR: (
        "同比|去年|上年|舊年|旧年|上年度|上一年度|去年同期|上年同期|去年同季|去年同月|上年同季|上年同月|"
        "同期|前一年|年同比|year on year|year-on-year|"
        "year over year|"
        "year-over-year|y-o-y|yoy|year-to-year basis|last year|last yr|last year's|previous year|prior year|"
        "the year before|previous year's|prior year's"
    ),
    Base.LAST_HALF: "上半年度同期|上一个半年|上个半年|the last half-year|last half-year|previous half-year",
    Base.LAST_QUARTER: "上季度|上个季度|前一季度|前一个季度|上季|上一季|上一季度|"
    "last quarter|previous quarter|quarter on quarter|quarter-over-quarter|qoq",
    Base.LAST_MONTH: "上月|上个月|上一月|上一个月|前一个月|last month|previous month|"
    "month on month|month-on-month|month-over-month|month over month|mom",
    Base.LAST_PERIOD: "环比|上期|上一期|上次|上回|上一个周期|上个周期|last time|last round|the last period|"
    "last period|previous period|the period before",
    Base.NOW: (
        "now|现在|目前|现有|现状|当前|现阶段|基线|基准|基准年|baseline|the baseline|current|currently|today's level|"
        "present level|as of today|what we have|what we have now|what we do now|where we are now"
    ),
    Base.PLAN: (
        "计划值|计划数|计划|预算|预算额|预算值|目标值|目标|预定时间|预定|budget|the budget|plan|the plan|target|"
        "the target|"
        "goal|the goal|forecast|quota"
    ),
    Base.AVERAGE: (
        "行业平均|行业平均水平|行业均值|平均水准|平均水平|平均|同行平均|同行业|industry average|the industry average|"
        "industry avg|"
        "national average|peer average|the average"
    ),
}
"""What a change is measured from."""
ROLES = {
    "basic": (
        "基本|基本标准|基本目标|合格值|合格标准|达标值|达标标准|保底|保底值|底线|底线值|门槛|门槛值|最低要求|最低标准|及格线|合格线|"
        "threshold|baseline target|basic|basic standard|bare minimum|minimum target|floor of|a floor of|the floor is|"
        "acceptable|is fine|"
        "is ok|is okay|is enough|would do|and fine"
    ),
    "outstanding": (
        "卓越|卓越标准|为优|为优秀|算优|算优秀|就算优|就算优秀|才算优|才算优秀|为佳|就很好|就很好了|就太好了|就完美|就完美了|算很好|算厉害|就厉害了|冲|冲到|冲上|冲过|冲破|优秀|希望能|希望|优秀值|优秀标准|挑战|挑战值|挑战目标|冲刺|冲刺值|争取|力争|最好|最好能|最好是|理想|理想值|目标值|更好|"
        "thrilled|thrilled with|delighted|delighted with|over the moon|over the moon with|"
        "ambitious|brilliant|superb|amazing|fantastic|stellar|great would be|good would be|perfect would be|"
        "stretch|stretch target|stretch goal|ideally|ideal|outstanding|excellent|exceptional|at best|best case|"
        "would be great"
        "|would be brilliant|would be fantastic|would be outstanding|would be excellent|would be better|"
        "would be ideal|aim for|aiming for|hopefully|"
        "preferably"
    ),
}
"""What part a number plays of two."""
CORRECTIONS = (
    "等下|等一下|等一等|慢着|且慢|我再想想|让我想想|hold on|hang on|on second thoughts|on second thought|"
    "come to think of it|strike that|forget that|my mistake|my bad|"
    "不,|哦不|噢不|不对|说错了|说错|错了|打错了|写错了|算了|还是算|更正|应该是|应为|改成|改为|改到|no wait|wait,|"
    "oh wait|no,|"
    "scratch that|"
    "correction|i mean|i meant|actually|make that|or rather|rather|sorry|oops|let's say|lets say|i'd say|call it|"
    "say|or let us say"
)
"""What takes back the numbers before it."""
AHEAD = "提前|提早|预先|预留|in advance|ahead of|ahead|beforehand"
"""By how long something is early, at least."""
FROM = (
    "从|由|自|原|原本|原先|原来|原来的|from|"
    "was|were|used to be|we're at|we are at|currently at|sitting at|running at|previously|formerly|down from|up from"
)
"""What a number was, before it is to change."""
