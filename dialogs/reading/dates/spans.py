"""Days from one to another: 2 Dec - 9 Dec, 12月2日至9日, next week, 3 days."""

import datetime as dt
import re

from dialogs.reading.dates.calendar_dates import last_day, months_on
from dialogs.reading.dates.calendar_words import MONTH_NAMES, MONTH_NUMBERS
from dialogs.reading.dates.whens import find_when, read_when
from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_amounts
from dialogs.working_days import CHINA, WorkingDays
from kpi.plan import Relation

_ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_TO = re.compile(
    r"\s*(?:\s-\s|–|—|~|至|到(?!岗)|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b"
    r"|(?<=[0-9日号])(?:\.{2,3}|…+)(?=[0-9])"
    r"|(?<=[0-9日号.])-(?=[0-9])|(?<=[a-z一二三四五六日天])(?<!ty)-(?=[0-9a-z周星礼]))\s*"
)
_MONTH_DAY = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})(?:(\.)|\2([0-9]{4}))?")
_DAY_ALONE = re.compile(r"[0-9]{1,2}(?:日|号)?")
_MONTH = re.compile(rf"[0-9]{{1,2}}月|\b(?:{MONTH_NAMES})(?![a-z])")
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_BACK_WORDS = re.compile(
    r"(?:回来|回公司|回岗|返岗|返回|复工|到岗|销假)(?:上班|工作)?|上班"
    r"|\b(?:back|returning|return)(?: (?:at|to|in) (?:work|the office))?\b"
)
_BACK = re.compile(r"\bback\b")
"""What is said of the first day on which somebody is there again."""
_THEN_BACK = re.compile(r"[,，;；](?=[^,，;；]*\bback\b)")
_ABSENT = re.compile(
    r"不在|不(?:去|来|到)?(?:上班|公司)"
    r"|\bnot (?:in(?: the office)?|available|there|here|around|at work|working|reachable)\b"
)
_NOT = re.compile(
    r"除了|除外|[不没](?:用|会|想|打算|是|请|休|外出|出差)|\b(?:not|no|except|without|don't|won't|isn't|aren't)\b"
)
"""What turns a day into one on which somebody is there."""
_OPEN = re.compile(
    r"起|开始|[日号天周月年一二三四五六] ?(?:之|以)后|[日号] ?后|^ *从"
    r"|\b(?:from|starting|since|beginning|onwards?)\b|\bafter\b(?! next)"
)
"""What tells a first day without any last."""
_BEFORE = re.compile(r"[日号一二三四五六天] ?(?:之|以)?前|\bbefore\b")
_NAMED_MONTH = re.compile(rf"([0-9]{{1,2}}|十[一二]?|[一二三四五六七八九])月份?|({MONTH_NAMES})")
_AROUND = re.compile(
    r"我们?|要|想|会|将|在?外出|不在|请假|休假|年假|出差|放假|休息|休|[整全]月|整个?|一?整|全|都|从|起|开始|[,.，。\s]+"
    r"|\b(?:i'm|i|am|will|be|away|off|out|on|of|for|from|starting|the|all|whole|leave|back|holiday|vacation|take|taking)\b"
)
"""What tells no day."""
_WEEK = re.compile(r"(?:下{1,2}|这|本)一?个?(?:周|星期|礼拜)|(?:next|this)week|weekafternext")
_WEEKEND = re.compile(r"(?:下{1,2}|这|本)?一?个?周末|(?:next|this)?weekend")
_WHOLE_MONTH = re.compile(r"(?:下{1,2}|这|本)个?月|(?:next|this)month|monthafternext")
_LENGTH = re.compile(
    r"(?<!\bin )(?<!within )(?<![0-9一二三四五六七八九十第])"
    r"([0-9]{1,3}|[一二两三四五六七八九十]{1,3}|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten))"
    r" ?(天|个?(?:周|星期|礼拜)|个月|days?\b|weeks?\b|months?\b)(?!之?后|以后|之?内|以内| later| from now| ago| before)"
)
"""How long a span is that begins today, or on a day that is told beside it."""
_FEASTS = frozenset({"feast", "lunar", "solar_term"})
_SINGLE = re.compile(
    r"初[一二三四五六七八九十]|月|除夕|三十|当[天日]|那天|\beve\b|\bchristmas day\b|\bnew year'?s day\b"
)
"""What makes a feast one day of a holiday."""
_LONGEST_HOLIDAY = dt.timedelta(days=10)
_LONGEST_TEXT = 200
"""Characters of a text that is a span."""
_WEEK_DAYS, _SATURDAY = 7, 5
_DECEMBER = 12
_FURTHEST = dt.timedelta(days=366)
_LONGEST = dt.timedelta(days=300)
"""Of a span whose years are not told; what seems longer ends before it begins."""
_RECENT = dt.timedelta(days=60)
"""How long ago days may be that were meant though they are over, rather than those of the next year."""
_DAY = dt.timedelta(days=1)


def read_span(text: str, today: dt.date, country: str = CHINA) -> tuple[dt.date, dt.date]:
    """The first and the last day of a span that is not over yet; a single day is both. Raises Unread.

    "Until Friday", "back on Friday" and "3 days" begin today. A feast is the whole public holiday of the country.
    """
    written = _ISO.sub(r"\1/\2/\3", fold(clean(text).text[:_LONGEST_TEXT]))
    written = _BACK_WORDS.sub(" back ", _ABSENT.sub(" ", written))
    parts = _TO.split(written)
    if len(parts) == 1:
        parts = _THEN_BACK.split(written)
    if _NOT.search(written) or _BACK.search("".join(parts[:-1])) or _THEN_BACK.search(parts[-1]):
        raise Unread("unread.span")
    told = [part for part in parts if _told(part)]
    if len(told) == 1 and (_BACK.search(told[0]) or told == parts[1:]):
        first, last = today, _last(told[0], today)
    elif len(told) == 1:
        first, last = _alone(told[0], today, country)
    elif len(told) == len(("from", "to")):
        begin, end = _spelled_alike(*told)
        first, last = _between(begin, end, today)
        last -= bool(_BACK.search(end)) * _DAY
        if last - first > _LONGEST and not _YEAR.search(written):
            raise Unread("unread.span")
    else:
        raise Unread("unread.span")
    if not first <= last <= first + _FURTHEST:
        raise Unread("unread.span")
    just_over = not _YEAR.search(written) and today - _RECENT <= _year_before(last) < today
    if last < today or just_over:
        raise Unread("unread.span.over")
    return first, last


def _last(part: str, today: dt.date) -> dt.date:
    """The last day, told by itself or by the one on which somebody is back."""
    return _day(_spelled(part), today) - bool(_BACK.search(part)) * _DAY


def _told(part: str) -> str:
    """What is left of a part without words that tell no day."""
    return _AROUND.sub("", part)


def _alone(part: str, today: dt.date, country: str) -> tuple[dt.date, dt.date]:
    """A day, or a week, a month, a holiday or some days as a whole."""
    told = _told(part)
    if (match := _LENGTH.search(part)) and not _BEFORE.search(part):
        rest = part[: match.start()] + part[match.end() :]
        first = _day(_spelled(rest), today) if _told(rest) else today
        return first, _behind(first, match) - _DAY
    if _OPEN.search(part):
        raise Unread("unread.span.open")
    if _BEFORE.search(part):
        raise Unread("unread.span")
    if _WEEK.fullmatch(told):
        monday = today - today.weekday() * _DAY + _ahead(told) * _WEEK_DAYS * _DAY
        return max(monday, today), monday + (_WEEK_DAYS - 1) * _DAY
    if _WEEKEND.fullmatch(told):
        saturday = today + (_SATURDAY - today.weekday()) * _DAY + _ahead(told) * _WEEK_DAYS * _DAY
        return max(saturday, today), saturday + _DAY
    if _WHOLE_MONTH.fullmatch(told):
        year, month = months_on(today, _ahead(told))
        return max(dt.date(year, month, 1), today), last_day(year, month)
    if named := _NAMED_MONTH.fullmatch(told):
        return _whole_month(named, today)
    if holiday := _holiday(part, today, country):
        return holiday
    day = _day(_spelled(part), today)
    return day, day


def _holiday(part: str, today: dt.date, country: str) -> tuple[dt.date, dt.date] | None:
    """What is left of the public holiday that a feast names; None where none is named, or one day of it is.

    Raises Unread where it is not known how long it is.
    """
    if _SINGLE.search(part):
        return None
    for day in (today - _LONGEST_HOLIDAY, today):
        try:
            when, tokens = find_when(part, day, country)
        except Unread:
            return None
        if when.date is None or not any(token.kind in _FEASTS for token in tokens):
            return None
        if when.relation in {Relation.BEFORE, Relation.AFTER}:
            raise Unread("unread.span")
        holiday = WorkingDays(country).holiday(dt.date.fromisoformat(when.date))
        if holiday and holiday[1] >= today:
            return max(holiday[0], today), holiday[1]
    raise Unread("unread.span.holiday")


def _whole_month(named: re.Match[str], today: dt.date) -> tuple[dt.date, dt.date]:
    """The next such month, or what is left of the present one."""
    told = numeral(named[1], 0) if named[1] else None
    month = int(told.value) if told else MONTH_NUMBERS[named[2]]
    if not 1 <= month <= _DECEMBER:
        raise Unread("unread.span")
    year = today.year + (month < today.month)
    return max(dt.date(year, month, 1), today), last_day(year, month)


def _ahead(told: str) -> int:
    """How many weeks or months from the present one."""
    if "下下" in told or "after" in told:
        return 2
    return int("下" in told or "next" in told)


def _behind(first: dt.date, match: re.Match[str]) -> dt.date:
    """The day behind a length that begins on the first."""
    number = 1 if match[1] in {"a", "an"} else int(read_amounts(f"{match[1]} days")[0].value)
    if not 1 <= number <= _FURTHEST.days:
        raise Unread("unread.span")
    if "月" in match[2] or "month" in match[2]:
        year, month = months_on(first, number)
        return dt.date(year, month, min(first.day, last_day(year, month).day))
    return first + number * (1 if match[2].startswith(("天", "day")) else _WEEK_DAYS) * _DAY


def _between(begin: str, end: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The days from one to another, both the next ones from today on, but a span that has begun is the present one."""
    begin, end = _in_month_of(end, begin), _in_month_of(begin, end)
    first, last = _day(begin, today), _day(end, today)
    if _YEAR.search(end) and _MONTH.search(begin) and not _YEAR.search(begin):
        first = _day(f"{last.year}年{first:%m月%d日}", today)
        return (_year_before(first) if first > last else first), last
    if first <= last or _YEAR.search(begin):
        return first, last
    if _MONTH.search(begin):
        first = _year_before(first)
        if last - first > _LONGEST:
            raise Unread("unread.span")
    elif _DAY_ALONE.fullmatch(begin) and _DAY_ALONE.fullmatch(end) and _number(begin) <= last.day:
        first = last.replace(day=_number(begin))
    return first, _day(end, first) if last < first else last


def _number(day: str) -> int:
    return int(day.rstrip("日号"))


def _year_before(day: dt.date) -> dt.date:
    """The same day of the year before; 28 for 29 February."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=day.day - leap)


def _day(part: str, today: dt.date) -> dt.date:
    try:
        when = read_when(part, today)
    except Unread:
        raise Unread("unread.span") from None
    if when.date is None:
        raise Unread("unread.span")
    return dt.date.fromisoformat(when.date)


def _spelled(part: str) -> str:
    return _spelled_alike(part)[0]


def _spelled_alike(*parts: str) -> list[str]:
    """12.2 and 3/20 as 12月2日 and 3月20日; all of them with the day first where one of them has to be: 5.6.

    Raises Unread where the day may come first without having to.
    """
    found = [_MONTH_DAY.fullmatch(part.strip()) for part in parts]
    day_first = any(match and (match[4] or int(match[1]) > _DECEMBER) for match in found)
    of_one_month = len(parts) > 1 and len({match[1] for match in found if match}) == 1  # 12.2-12.9
    if not day_first and not of_one_month and all(map(_may_be_day_first, found)):
        raise Unread("unread.span.order", said=parts[0].strip())
    return [_in_order(match, day_first=day_first) if match else part for match, part in zip(found, parts, strict=True)]


def _may_be_day_first(match: re.Match[str] | None) -> bool:
    """Whether 2/12 may be the second day of December as well as 12 February."""
    return match is not None and not match[5] and int(match[3]) <= _DECEMBER and match[1] != match[3]


def _in_order(match: re.Match[str], *, day_first: bool) -> str:
    """The day as it is spelled with its month; one with a year stays where its order is not plain: 5/6/2027."""
    day, month = (match[1], match[3]) if day_first else (match[3], match[1])
    if match[5] and not day_first and int(day) <= _DECEMBER:
        return match[0]
    return f"{match[5]}年{month}月{day}日" if match[5] else f"{month}月{day}日"


def _in_month_of(other: str, day: str) -> str:
    """12月2日至9日, 2 to 9 December: a day alone is in the month of the other one."""
    month, alone = _MONTH.search(other), _DAY_ALONE.search(day)
    if not month or not alone or _MONTH.search(day) or _YEAR.search(day):
        return day
    return f"{month[0]}{alone[0]}" if month[0].endswith("月") else f"{month[0]} {alone[0]}"
