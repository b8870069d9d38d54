"""The words of dates and rhythms, by the kind of token they are in the grammar."""

import re
from itertools import combinations

from dialogs.reading.text.tokens import Lexicon
from kpi.plan import Relation

MONTHS = {
    str(number): f"{name}|{short}"
    for number, (name, short) in enumerate(
        [
            ("january", "jan|jan."),
            ("february", "feb|feb."),
            ("march", "mar|mar."),
            ("april", "apr|apr."),
            ("may", "may"),
            ("june", "jun|jun."),
            ("july", "jul|jul."),
            ("august", "aug|aug."),
            ("september", "sept|sep|sep.|sept."),
            ("october", "oct|oct."),
            ("november", "nov|nov."),
            ("december", "dec|dec."),
        ],
        1,
    )
}
MONTH_NAMES = "|".join(re.escape(name) for names in MONTHS.values() for name in names.split("|"))
"""The English names of months, as a part of a pattern."""
MONTH_NUMBERS = {name: int(number) for number, names in MONTHS.items() for name in names.split("|")}
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
WORKWEEK = "MO,TU,WE,TH,FR"


def _weekly() -> dict[str, str]:
    """Days of the week that are told in one word: Wednesday mornings, 隔周四, 周一、三、五."""
    found = {f"FREQ=WEEKLY;BYDAY={day}": _mornings(names.split("|")[0]) for day, names in WEEKDAYS.items()}
    han = dict(zip(WEEKDAYS, "一二三四五六日", strict=True))
    for day, name in han.items():
        every_other = [f"{other}{week}{name}" for other in ("隔", "每隔", "双") for week in ("周", "星期", "礼拜")]
        found[f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"] = "|".join(every_other)
    for (day, names), (other, others) in combinations(WEEKDAYS.items(), 2):
        both = zip(names.split("|"), others.split("|"), strict=False)
        pairs = [f"{one}{mark}{two}" for one, two in both for mark in ("/", " & ") if one.isascii()]
        found[f"FREQ=WEEKLY;BYDAY={day},{other}"] = "|".join(pairs)
    for size in range(2, 6):
        for days in combinations(han, size):
            *first, last = [han[day] for day in days]
            joined = [f"{'、'.join(first)}{mark}{last}" for mark in "、和及与"]
            joined += ["".join([*first, last])] if size > 2 else []  # 周五六点 is six o'clock
            written = [f"{week}{names}" for week in ("周", "星期", "礼拜") for names in joined]
            written += [mark.join(WEEKDAYS[day].split("|")[2] for day in days) for mark in ("/", " & ")]
            rule = f"FREQ=WEEKLY;BYDAY={','.join(days)}"
            found[rule] = "|".join([*written, *filter(None, [found.get(rule)])])
    return found


def _mornings(weekday: str) -> str:
    return "|".join(f"{weekday} {part}" for part in ("mornings", "afternoons", "evenings", "nights"))


_NTH = {
    "1": "first|第一个|第一|首个|头一个|头个|头|首|第1个",
    "2": "second|第二个|第二|第2个",
    "3": "third|第三个|第三|第3个",
    "4": "fourth|第四个|第四|第4个",
    "5": "fifth|第五个|第五|第5个",
    "-1": "last|final|very last|最后一个|最后一|最后的|最后|末个|最末一个",
    "-2": "second last|second-last|second to last|second-to-last|last but one|penultimate|倒数第二个|倒数第二",
}
_HANDED_IN = "|".join(
    f"{before}{done}"
    for before in ("前", "之前", "以前")
    for done in ("交", "提交", "上交", "报", "上报", "给", "发", "送", "出", "完成")
)
"""What is handed in "before the 5th" may still come on the 5th."""
_OTHER_WORDS = (
    "应该|应当|成本|本身|资本|样本|版本|基本|根本|课本|下单|下发|下达|下属|下游|一下|当时|担当|适当|相当|当地|当班|"
    "初稿|初步|最初|初期|末端|终端|终止|始终|头部|首要|首页|中心|其中|集中|当中|中间商|周转|周边|周期|周到|年轻|年龄|年检|"
    "年审|节假日|假日|节日|日常|日志|日期|日程|季节|天气|聊天|底稿|底线|保底|兜底|托底|到底|彻底|最后|开头|回头|源头|码头|起草|起诉|发起|一起"
)
"""Words that only hold a character of the calendar."""
_ON = "|".join(
    f"{since}{then}{begin}"
    for since in ("从", "自", "由")
    for then in ("下月", "下个月", "下周", "下季度", "下个季度", "明年", "今年", "本月", "现在", "即日", "今天", "明天")
    for begin in ("起", "开始")
)
"""When a rhythm sets in, which it does not tell."""
_DAY_PARTS = (
    "上午|下午|晚上|早上|中午|早晨|傍晚|夜里|晚间|早间|一早|一大早|morning|afternoon|evening|night|noon|mornings|"
    "afternoons|"
    "evenings|nights|in the morning|in the afternoon|in the evening|at noon|at night"
)

LEXICON = Lexicon(
    {
        "skip": {
            "": (
                "the|of|at|and|和|与|及|、|,|个|份|for|once|is|为|了|是|的|(|)|.|之|开始|th|第|一到|"
                "到了|于是|同|"
                f"day of|falling|falls|calendar|same|during|期间|times|{_DAY_PARTS}|{_ON}|"
                "starting next month|from next month|from now on"
            )
        },
        "to": {"": "至|到|to|-|–|~"},
        "in": {"": "in|再过|过"},
        # What the work is about, not when it is due.
        "word": {"": f"上周|上星期|上月|上个月|上季度|上个季度|去年|上年度|上一年|{_OTHER_WORDS}"},
        "times": {"": "次|回|趟|times|time|一次|一回"},
        "each": {
            "": "each|every|per|每|每个|每一|每一个|各|once a|once an|once per|once every|once each|any|a|an|逐|"
            "每逢|逢|每到|"
            "each and every|of each|of every"
        },
        "other": {"": "other|alternate|隔|每隔|每隔一个|每隔一|隔一个"},
        "hour": {"": "hour|hours|小时|个小时|钟头|个钟头"},
        "day": {"": "day|days|天|calendar day|calendar days|自然日|个自然日|日历日"},
        "dayno": {"": "日|号"},
        "working_day": {
            "": "working day|working days|workday|workdays|work day|work days|business day|business days|工作日|"
            "个工作日|营业日|个营业日|"
            "工作天|个工作天|上班日|weekday|working-day|business-day|banking day|banking days|交易日"
        },
        "week": {"": "week|weeks|周|星期|个星期|礼拜|个礼拜|周一次|weeks'"},
        "half_month": {"": "half month|half-month|half a month|半个月|半月|半月度"},
        "month": {"": "month|months|月|个月|月份|月度|calendar month|calendar months|months'|months’"},
        "quarter": {"": "quarter|quarters|季度|季|个季度|calendar quarter"},
        "half_year": {"": "half year|half-year|half a year|half|半年|个半年|半年度|six months|6个月|六个月|半个年度"},
        "year": {"": "year|years|年|年度|calendar year|annum|个年度|years'"},
        "month_name": MONTHS,
        "weekday": WEEKDAYS,
        "weekend": {"": "weekend|weekends|周末"},
        "nth": _NTH,
        "nth_quarter": {
            str(number): f"q{number}|{han}季度|第{han}季度|第{number}季度|{name} quarter|第{han}季|{number}季度|"
            f"quarter {number}|the {name} quarter|{number}q|q{number}季度|q{number}季"
            + ("" if han == "一" else f"|{han}季")  # 一季最多1件 is in one quarter
            for number, han, name in zip(range(1, 5), "一二三四", ("first", "second", "third", "fourth"), strict=True)
        }
        | {
            "4": "q4|q4季度|q4季|四季度|第四季度|第4季度|fourth quarter|四季|第四季|"
            "4季度|quarter 4|4q|last quarter|final quarter"
        },
        "nth_half": {
            "1": "h1|first half|上半年|first half-year|上半年度|first half of the year|前半年|first half year",
            "2": "h2|second half|下半年|second half-year|下半年度|second half of the year|后半年|second half year",
        },
        "end": {
            "": "end|end-|last day|close|closing|末|底|最后一天|最后一日|结束|终了|结账|关账|终|最末一天|末尾|"
            "month end close|"
            "月末日|end of the|closing day|ending|ends|完结|收尾|最后1天|末日|结算|close of books|close of the books"
        },
        "month_end": {
            "": "month end|month-end|month's end|月结|月结束|month ends|end-of-month|eom|month closes|"
            "month is out|month is over|month finishes"
        },
        "quarter_end": {
            "": "quarter end|quarter-end|quarter's end|quarter ends|end-of-quarter|eoq|quarter closes|"
            "quarter is out|quarter is over|quarter finishes"
        },
        "year_end": {
            "": "year end|year-end|year's end|年终|year ends|end-of-year|eoy|岁末|year closes|"
            "year is out|year is over|year finishes"
        },
        "week_end": {"": "week end|week-end|week's end|end-of-week|eow"},
        "start": {"": "start|beginning|first day|初|第一天|首日|开头|伊始|头一天|第1天|outset|1st day"},
        "middle": {"": "middle|mid|中|mid-|中间"},
        "mid_year": {"": "mid-year|midyear|年中|mid year"},
        "ten_days": {"10": "上旬|初旬", "20": "中旬", "-1": "下旬", "0": "旬"},
        "this": {
            "0": "this|this coming|current|本|这|这个|当|当前|本个|该",
            "1": "next|coming|下|下个|下一个|upcoming",
            "2": "下下|下下个|the one after next",
        },
        "following": {"": "following|subsequent", "the": "the following|the subsequent"},
        "which_year": {
            "0": "this year|今年|本年|本年度|当年|this calendar year|今年度",
            "1": "next year|明年|来年|下一年|下年|明年度|下年度|次年",
            "2": "the year after next|year after next|后年",
            "3": "大后年",
        },
        "which_month": {"0": "本月|当月|这个月|this month", "1": "下月|下个月|next month|次月", "2": "下下个月|下下月"},
        "which_day": {
            "0": "today|今天|今日|当天|当日",
            "1": "tomorrow|明天|明日|听日",
            "2": "the day after tomorrow|day after tomorrow|后天|后日",
            "3": "大后天",
            "7": "a week from now|a week from today",
        },
        "parity": {
            "1": "单月|单数月|奇数月|单月份|odd month|odd months|odd-numbered months|odd-numbered month",
            "2": "双月份|双数月|偶数月|逢双月|每逢双月|even month|even months|even-numbered months|even-numbered month",
        },
        "feast": {
            "1-1": "new year's day|new years day|元旦|元旦节",
            "5-1": "五一|五一节|劳动节|labour day|labor day|may day|五一劳动节",
            "10-1": "国庆|国庆节|十一国庆|national day",
            "12-25": "christmas|christmas day|圣诞|圣诞节",
            "12-24": "christmas eve|平安夜",
            "12-31": "new year's eve|跨年夜",
        },
        "lunar": {
            "1-1": "春节|农历新年|农历年|过年|大年初一|chinese new year|lunar new year|spring festival|旧历年",
            "1-15": "元宵|元宵节|lantern festival",
            "5-5": "端午|端午节|dragon boat festival",
            "7-7": "七夕|七夕节",
            "7-15": "中元节",
            "8-15": "中秋|中秋节|mid-autumn festival|mid autumn festival",
            "9-9": "重阳|重阳节|double ninth festival|double ninth|chung yeung festival",
            "12-8": "腊八|腊八节",
            "12--1": "除夕|除夕夜|chinese new year's eve|lunar new year's eve",
        },
        "solar_term": {"清明节": "清明|清明节|qingming"},
        "from_now": {"": "from now|from today|later|后|之后|以后|过后|hence"},
        "adverb": _weekly()
        | {
            "FREQ=HOURLY": "hourly|每小时|每个小时|每一小时|every hour|each hour|per hour|每钟头",
            "FREQ=DAILY": "一天一次|一日一次|daily|逐日|按天|按日|nightly|每晚|每早|天天|日日|每日一次|day by day",
            "FREQ=WEEKLY": "一周一次|一星期一次|weekly|按周|逐周|周度",
            "FREQ=WEEKLY;INTERVAL=2": "fortnightly|biweekly|bi-weekly|every fortnight|隔周|双周|每双周|a fortnight|"
            "once a fortnight|each fortnight|每隔一周|隔一周|两周一次|双周一次|隔周一次|per fortnight",
            f"FREQ=WEEKLY;BYDAY={WORKWEEK}": "weekdays|every weekday|each weekday|on weekdays|每个工作日|每工作日|"
            "every working day|each working day|every business day|each business day|every workday|工作日每天|"
            "per working day|逐工作日|每逢工作日|每个工作天|每工作天|"
            "每个上班日|monday to friday|monday through friday|mon-fri|mon to fri|"
            "周一到周五|"
            "周一至周五|星期一到星期五|星期一至星期五|每周一到周五|每周一至周五",
            "FREQ=MONTHLY;BYMONTHDAY=1": "every 1st of the month|every first of the month|first of every month|"
            "first of each month|1st of every month|1st of each month",
            "FREQ=MONTHLY": "一个月一次|一月一次|monthly|按月|逐月|月度|month by month",
            "FREQ=MONTHLY;INTERVAL=2": "bimonthly|bi-monthly|每隔一个月|隔月|双月|每双月|隔一个月|every other month",
            "FREQ=MONTHLY;INTERVAL=3": "quarterly|按季|按季度|逐季|季度性|每季一次|一季度一次|"
            "four times a year|每年四次|一年四次|每年4次",
            "FREQ=MONTHLY;INTERVAL=4": "three times a year|每年三次|一年三次|每年3次|3 times a year|thrice a year",
            "FREQ=MONTHLY;INTERVAL=6": (
                "half-yearly|half yearly|semi-annually|semiannually|semi-annual|semiannual|biannually|"
                "bi-annually|twice a year|twice yearly|"
                "twice per year|twice every year|two times a year|2 times a year|twice annually|"
                ""
                "半年一次|半年度|一年两次|每年两次|一年二次|每年二次|每年2次|一年2次|逐半年|"
                "每六个月|每6个月|"
                "every six months|every 6 months|per half year"
            ),
            "FREQ=MONTHLY;BYMONTHDAY=15,-1": "twice a month|twice monthly|semi-monthly|semimonthly|每月两次|"
            "一月两次|每月2次|"
            "每半个月|每半月|半月一次|半个月一次|每个月两次|twice per month|twice each month|two times a month|"
            "every half month",
            "FREQ=YEARLY": "yearly|annually|annual|once a year|按年|逐年|年度一次|per annum|p.a.|一年一次|"
            "每年一次|year by year",
            "FREQ=YEARLY;INTERVAL=2": "biennially|biennial|隔年|两年一次|每隔一年|every other year",
        },
        "report": {
            "FREQ=DAILY": "日报|每日报",
            "FREQ=WEEKLY": "周报",
            "FREQ=MONTHLY": "月报",
            "FREQ=MONTHLY;INTERVAL=3": "季报",
            "FREQ=YEARLY": "年报",
        },
        "within": {Relation.BY: "within|内|之内|以内"},
        "bound": {
            Relation.BY: "up to|不超过|不得超过|不能超过|不可超过|不可以超过|不应超过|不要超过|"
            "不逾|不得逾|超过|不多于|不得多于"
        },
        "relation": {
            Relation.BY: (
                "by|no later than|not later than|at the latest|latest|until|不晚于|不迟于|最晚|最迟|截至|截止|"
                "截止到|截至到|下班前|下班之前|before close of business|till|due|due by|due on|due date|"
                "due on or before|on or before|"
                "before the end of the day|close of business|cob|eod|至迟|赶在|"
                "before the close of|前夕|deadline|deadline is|deadline:|不得晚于|不得迟于|不能晚于|不能迟于|"
                "务必在|以前截止|" + _HANDED_IN
            ),
            Relation.BEFORE: "before|prior to|ahead of|earlier than|in advance of|以前|之前|前|早于|先于|preceding",
            Relation.AFTER: "由|after|以后|之后|后|起|since|from|starting|as of|as from|自|从|later than|"
            "晚于|starting from",
            Relation.ON: "on|于|在|当天内|at",
        },
    }
)
