"""The words of dates and rhythms, by the kind of token they are in the grammar."""

from dialogs.reading.tokens import Lexicon
from kpi.plan import Relation

_MONTHS = {
    str(number): f"{name}|{short}"
    for number, (name, short) in enumerate(
        [
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may", "may"),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept|sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        1,
    )
}
WEEKDAYS = {
    day: f"{name}|{name}s|{short}|周{han}|星期{han}|礼拜{han}"
    for day, name, short, han in zip(
        ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ("mon", "tue|tues", "wed", "thu|thur|thurs", "fri", "sat", "sun"),
        "一二三四五六日",
        strict=True,
    )
}
WEEKDAYS["SU"] += "|周天|星期天|礼拜天"

_HANDED_IN = "|".join(
    f"{before}{done}"
    for before in ("前", "之前", "以前")
    for done in ("交", "提交", "上交", "报", "上报", "给", "发", "送", "出", "完成")
)
"""What is handed in "before the 5th" may still come on the 5th."""

LEXICON = Lexicon(
    {
        "skip": {
            "": (
                "the|of|in|at|and|和|与|、|,|个|份|for|once|一次|is|为|了|是|的|下班|上午|下午|晚上|早上|morning|"
                "afternoon|(|)|.|之|开始|起|th"
            )
        },
        "times": {"": "次|回|趟|times|twice|time"},
        "each": {"": "each|every|per|每|每个|每一|每一个|各|once a|once an|once every|any"},
        "other": {"": "other|second|隔"},
        "day": {"": "day|days|日|号|天"},
        "working_day": {
            "": "working day|working days|workday|workdays|business day|business days|工作日|个工作日|工作天|个工作天"
        },
        "week": {"": "week|weeks|周|星期|个星期|礼拜|个礼拜|周一次"},
        "month": {"": "month|months|月|个月|月份|calendar month"},
        "quarter": {"": "quarter|quarters|季度|季|个季度"},
        "year": {"": "year|years|年|年度"},
        "month_name": _MONTHS,
        "weekday": WEEKDAYS,
        "nth_quarter": {
            str(number): f"q{number}|{han}季度|第{han}季度|第{number}季度|{name} quarter"
            for number, han, name in zip(range(1, 5), "一二三四", ("first", "second", "third", "fourth"), strict=True)
        },
        "end": {"": "end|last day|close|closing|末|底|最后一天|最后一日|结束|终了|结账|关账|终"},
        "month_end": {"": "month end|month-end|month's end|月结|月结束"},
        "quarter_end": {"": "quarter end|quarter-end"},
        "year_end": {"": "year end|year-end"},
        "start": {"": "start|beginning|first day|初|第一天|首日"},
        "this": {"0": "this|current|本|这|这个|当|当前", "1": "next|coming|下|下个|下一个"},
        "which_year": {
            "0": "this year|今年|本年|本年度|当年",
            "1": "next year|明年|来年|下一年",
            "2": "the year after next|后年",
        },
        "which_day": {
            "0": "today|今天|今日",
            "1": "tomorrow|明天|明日",
            "2": "the day after tomorrow|day after tomorrow|后天",
        },
        "adverb": {
            "FREQ=DAILY": "daily|日报|逐日",
            "FREQ=WEEKLY": "weekly|按周|逐周",
            "FREQ=WEEKLY;INTERVAL=2": "fortnightly|biweekly|bi-weekly|every fortnight|隔周|双周|每双周",
            "FREQ=MONTHLY": "monthly|按月|逐月|月度",
            "FREQ=MONTHLY;INTERVAL=3": "quarterly|按季|按季度|逐季",
            "FREQ=MONTHLY;INTERVAL=6": (
                "half-yearly|semi-annually|semiannually|twice a year|every half-year|every half year|每半年|半年一次|"
                "一年两次|每年两次"
            ),
            "FREQ=YEARLY": "yearly|annually|annual|once a year|按年|逐年|年度一次",
        },
        "first": {"": "first"},
        "ordinal": {"": "last|third|fourth|fifth|final"},
        "relation": {
            Relation.BY: (
                "by|no later than|not later than|at the latest|until|within|不晚于|不迟于|最晚|最迟|截至|截止|"
                "截止到|内|之内|以内|下班前|下班之前|before close of business|"
                "before the end of the day|close of business|cob|eod|" + _HANDED_IN
            ),
            Relation.BEFORE: "before|prior to|ahead of|以前|之前|前",
            Relation.AFTER: "after|following|以后|之后|后",
            Relation.ON: "on|于|在",
        },
    }
)
