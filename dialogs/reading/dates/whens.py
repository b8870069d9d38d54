"""Dates and rhythms (method.md 2.5)."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache, reduce
from operator import or_

from dialogs.reading.dates.calendar_compounds import with_compounds
from dialogs.reading.dates.calendar_found import YEARS, Found, Read
from dialogs.reading.dates.calendar_rules import RULES, Rule
from dialogs.reading.dates.calendar_words import LEXICON
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token, tokens
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA, WorkingDays
from kpi.plan import Relation, When

_LONGEST = 300
"""Characters of the longest time limit that is read."""
_LOOSE = {"relation", "within", "from_now", "in"}
"""What may stand between the tokens of a rule that does not ask for it."""
_HARMLESS = {"word", "mark", "number", "ordinal", "each", "times", "middle", "report", "bound", "to", "fiscal", *_LOOSE}
"""What may stand beside a date or rhythm: half a rhythm is worse than none."""
_NUMERIC_DATE = re.compile(r"(?<![0-9.])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_DAY_FIRST = re.compile(r"(?<![0-9/])([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})(?![0-9/])")
_REPUBLIC = re.compile("民国 ?([0-9]{2,3})年")
"""Years of the Republic, as Taiwan counts them."""
_MONTH_DAY = re.compile(
    r"(?:(?<=by )|(?<=on )|(?<=before )|(?<=until )|(?<=due ))([0-9]{1,2})/([0-9]{1,2})(?![0-9/])"
    r"|(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})(?=[之以]?前|截止)"
)
_SHORT_YEAR = re.compile(r" '([0-9]{2})(?![0-9])")
_OF_YEAR = re.compile(r"(?<=[0-9]{4})[-/](?=[qh][0-9])|(?<=[qh][1-4])[-/](?=[0-9]{4}(?![0-9]))")
"""What joins a quarter with its year: 2017-Q4, Q2/2027."""
_TWO_DIGITS = re.compile(r"q0(?=[1-4](?![0-9]))")
_FIGURES = re.compile(r"[0-9][-/.][0-9qh]|民国| '[0-9]|q0")
"""What all of these hold some of."""
_COUNTED = re.compile(
    " ?(?:[家次件份台套单人名位张篇场回趟条项批间起笔户宗部辆吨箱元块多余几]|来[家个次件份人]|以上|以下"
    "|个(?![月年日半] *|工作|上班|星期|礼拜|季|自然|小时|钟头))"
)
"""What stands behind a number that counts."""
_RATED = re.compile(r" (?:a|an|per) (?:day|week|month|quarter|year)(?![a-z])")
"""What stands behind a number of times: 2 a month."""
_AHEAD = ("提前", "提早")
"""What the number of days stands behind by which something is early: 提前7日通知."""
_OF_MONTH = re.compile("[0-9一二三四五六七八九十]月$")
_TIMES = re.compile("(?:[到至-][两二三四五六])?[次回趟份篇]")
_INSIDE = re.compile("[^0-9一二三四五六七八九十两几数多][次回趟][\u3400-\u9fff]")
"""What counts where a number stands before it, and is of a word elsewhere: 回应, 次数."""
_MONTHS = 12
_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_when(text: str, today: dt.date, country: str = CHINA) -> When:
    """The date or rhythm in the text, with its relation; a day without its year is the next one from `today` on.

    Working days are those of the country. "The end of" a month or quarter is its last day.
    Raises Unread where nothing is read, or there is no such day.
    """
    return find_when(text, today, country)[0]


def is_when(text: str) -> bool:
    """Whether a text is a time or rhythm and nothing else: 每个月初, "every Friday"; 月报 is a report."""
    if _EVERY.fullmatch(fold(text)):
        return True
    try:
        _, found = find_when(text, _ANY_DAY)
    except Unread:
        return False
    rest = fold(clean(text).text)
    for token in reversed(found):
        rest = rest[: token.start] + rest[token.end :]
    return _AROUND.fullmatch(rest) is not None and all(token.kind != "report" for token in found)


_EVERY = re.compile("每?一?个?(?:[天日周旬月年]|季度|半年|年度|月度)(?:的|一次)")
"""How often something comes, said behind it: 拜访总结，季度的."""
_ANY_DAY = dt.date(2026, 1, 1)
"""Whether a text tells a time does not hang on the day."""
_AROUND = re.compile(r"(?:[\s,.]|之?前|以前|的|在|于|左右|一次|\b(?:the|on|at|by|before|of|in)\b)*")


def find_when(text: str, today: dt.date, country: str = CHINA) -> tuple[When, tuple[Token, ...]]:
    """The date or rhythm in the text, and the tokens that tell it. Raises Unread as `read_when` does."""
    written = clean(text).text
    folded = _spelled(fold(written[:_LONGEST]))
    cut = tuple(map(_ordinal, with_compounds(tokens(folded, LEXICON), folded)))
    if not _worth_trying(_may_be({token.kind for token in cut})):
        raise Unread("unread.when")
    said = tuple(_no_amount(token, folded) for token in cut)
    said = _counted(tuple(token for token in said if token.kind not in _SILENT and token.meaning not in _MARKS))
    said = _with_each(_nth_weekday(_following(said)), folded)
    for pattern, build in _worth_trying(_bits(token.kind for token in said)):
        matched = _match(pattern, said) or ()
        places = {token.start for token in matched}
        if matched and all(token.start in places or _is_beside(said, at, places) for at, token in enumerate(said)):
            read = build(Found(matched, today, WorkingDays(country)))
            if read.date and read.date.year not in YEARS:
                continue  # 二季度末前完成3家: the number beside a quarter is no year
            if any(token.kind == "fiscal" for token in said) and not _of_any_year(matched, read):
                continue
            others = [token for token in said if token.start not in places and not _is_within(token, matched)]
            others.sort(key=lambda token: _gap(token, matched))
            within = any(token.kind == "within" for token in matched)
            relation = Relation.BY if read.by or within else _relation(others)
            date = read.date.isoformat() if read.date else None
            following = any(token.kind == "following" for token in matched) and "BYMONTH=" not in (
                read.rrule or "BYMONTH="
            )
            return When(written, date, read.rrule, relation, read.offset, following), matched
    raise Unread("unread.when")


def _spelled(folded: str) -> str:
    """Dates in figures as words tell them, in as many characters: places stay the same."""
    if not _FIGURES.search(folded):
        return folded
    folded = _DAY_FIRST.sub(_day_first, _NUMERIC_DATE.sub(_spelled_out, folded))
    folded = _REPUBLIC.sub(lambda match: f"{int(match[1]) + 1911}年".rjust(len(match[0])), folded)
    folded = _SHORT_YEAR.sub(r"20\1", _MONTH_DAY.sub(_month_day, folded))
    return _TWO_DIGITS.sub(" q", _OF_YEAR.sub(" ", folded))


def is_monthly(rrule: str | None) -> bool:
    """Whether a rule is one of each month."""
    return rrule is not None and rrule.startswith("FREQ=MONTHLY") and "BYMONTH=" not in rrule


def _of_any_year(matched: tuple[Token, ...], read: Read) -> bool:
    """Whether what is read is the same whenever the fiscal year begins: 每月5日前提交FY27预算, though not Q1 FY27."""
    kinds = {token.kind for token in matched}
    if read.date is None:
        return not kinds & _PARTS_OF_YEAR
    year = any(token.number and token.number.value in YEARS for token in matched)
    return "iso" in kinds or (year and not kinds.isdisjoint({"month", "month_name"}))


def _is_beside(said: tuple[Token, ...], at: int, places: set[int]) -> bool:
    """Whether a token only tells of the work: the quarterly report, 成本, 初稿, 下月计划."""
    if said[at].kind in _HARMLESS:
        return True
    if said[at].kind not in _DESCRIBING:
        return False
    before = next((token for token in reversed(said[:at]) if token.kind not in _DESCRIBING), None)
    after = next((token for token in said[at:] if token.kind not in _DESCRIBING), None)
    if before and before.kind in {"each", "other"}:
        return False
    described = any(token.start in places for token in said[at - 1 : at + 2] if token.kind in _DESCRIBING)
    if after is None:
        return not described and before is not None and before.kind == "word"  # 每月5日前完成月结
    return not described and after.kind in {"word", "report"}


_PARTS_OF_YEAR = frozenset(
    {"quarter", "half_year", "year", "nth_quarter", "nth_half", "quarter_end", "year_end", "mid_year", "which_year"}
)
_DESCRIBING = frozenset(
    {"adverb", "day", "week", "month", "quarter", "half_year", "year", "this", "which_month", "which_year", "start"}
    | {"end", "month_end", "quarter_end", "year_end", "nth", "nth_quarter", "nth_half", "ten_days", "hour", "mid_year"}
)
"""What stands before the name of some work, too."""
_SILENT = frozenset({"skip", "clock"})
_MARKS = frozenset(":;。!'\"")
_BITS = {kind: 1 << place for place, kind in enumerate({part.rstrip("?*") for rule, _ in RULES for part in rule})}


def _bits(kinds: Iterable[str]) -> int:
    """Kinds of tokens as bits of a number: a quick look tells which of the many rules are worth trying."""
    return reduce(or_, [_BITS.get(kind, 0) for kind in kinds], 0)


_RULES = tuple(
    (_bits({part.rstrip("*") for part in rule if not part.endswith("?")} - {"number", "before"}), rule, build)
    for rule, build in RULES
)
"""The rules, each with the kinds that it cannot do without."""


_TURNS_INTO = {
    kind: _bits((kind, *others))
    for kind, others in {
        "number": ["times"],
        "ordinal": ["nth", "times"],
        "weekday": ["week", "each"],
        "following": ["relation"],
    }.items()
}
"""What tokens may turn out to be by those around them."""


def _may_be(kinds: set[str]) -> int:
    """The bits of kinds of tokens, and of what they may turn out to be."""
    return reduce(or_, [_TURNS_INTO.get(kind, _BITS.get(kind, 0)) for kind in kinds], 0)


@lru_cache(maxsize=4096)
def _worth_trying(there: int) -> tuple[Rule, ...]:
    """The rules whose kinds are all there, in order."""
    return tuple((rule, build) for needed, rule, build in _RULES if needed & there == needed)


def _no_amount(token: Token, folded: str) -> Token:
    """The 20 of "by 20% in Q3" and of 每月20家 is no year and no day: it counts something."""
    if token.number and folded[max(0, token.start - len("提前 ")) : token.start].rstrip().endswith(_AHEAD):
        return replace(token, kind="word", number=None)
    if token.number and (token.number.percent or _RATED.match(folded, token.end) or _is_counted(token, folded)):
        once = token.number.value == 1 and _TIMES.match(folded, token.end)  # 5天1次
        return replace(token, kind="times" if once else "word", number=None)
    if token.kind == "times" and _INSIDE.search(folded, token.start - 1, token.end + 1):
        return replace(token, kind="word")  # 10天内回应
    if token.kind == "weekday" and _TIMES.match(folded, token.end):
        return replace(token, kind="week", meaning="", end=token.end - 1)  # 每周三次
    return token


def _is_counted(token: Token, folded: str) -> bool:
    """Whether what a number counts stands behind it: 每月3次, though not 2027-01-15起."""
    return _COUNTED.match(folded, token.end) is not None and not _OF_MONTH.search(folded[: token.start])


def _counted(said: tuple[Token, ...]) -> tuple[Token, ...]:
    """Each month, 20 store visits: no day either."""
    counting = {
        number
        for before, number, after in zip(said, said[1:], said[2:], strict=False)
        if number.kind == "number" and before.kind in {"month", "adverb", "ordinal"} and after.kind == "word"
    }
    return tuple(replace(token, kind="word", number=None) if token in counting else token for token in said)


def _is_within(token: Token, matched: tuple[Token, ...]) -> bool:
    """Whether a word joins the parts of a rhythm: 每季度结束后次月10日前."""
    return token.kind == "from_now" and matched[0].start < token.start < matched[-1].start


def _gap(token: Token, matched: tuple[Token, ...]) -> int:
    """How far a token stands from those of the date: of several relations, the next one to it is meant."""
    return max(matched[0].start - token.end, token.start - matched[-1].end)


def _ordinal(token: Token) -> Token:
    """The 25th is a number that can stand for a day by itself."""
    return replace(token, kind="ordinal") if token.number and token.meaning[-2:] in {"st", "nd", "rd", "th"} else token


def _following(said: tuple[Token, ...]) -> tuple[Token, ...]:
    """The following month is a month, following the end of the month is after it, the following tasks are neither."""
    kinds = [token.kind for token in said]
    return tuple(
        replace(token, kind="relation" if not token.meaning else "word", meaning=Relation.AFTER)
        if token.kind == "following" and not _is_month(kinds, at, token.meaning)
        else token
        for at, token in enumerate(said)
    )


def _is_month(kinds: list[str], at: int, the: str) -> bool:
    """Whether what follows is a calendar's month, week or weekday, or whether a month stands before: not month end."""
    ahead = kinds[at + 1 : at + 3]
    if the:
        return ahead[:1] != [] and ahead[0] in _DESCRIBING | {"weekday"}
    return kinds[at - 1 : at] == ["month"] or (ahead[:1] == ["month"] and ahead[1:] != ["end"])


def _nth_weekday(said: tuple[Token, ...]) -> tuple[Token, ...]:
    """Every 3rd Friday: the number is a place."""
    following = (*said[1:], None)
    return tuple(
        replace(token, kind="nth", meaning=str(token.number.value), number=None)
        if token.kind == "ordinal" and token.number and after and after.kind == "weekday"
        else token
        for token, after in zip(said, following, strict=False)
    )


def _with_each(said: tuple[Token, ...], folded: str) -> tuple[Token, ...]:
    """Mondays are every Monday."""
    if any(token.kind in {"each", "other", "adverb"} for token in said):
        return said
    place = next((at for at, token in enumerate(said) if folded[token.start : token.end].endswith("days")), None)
    if place is None or said[place].kind != "weekday":
        return said
    return (*said[:place], replace(said[place], kind="each", meaning="", end=said[place].start), *said[place:])


def _spelled_out(match: re.Match[str]) -> str:
    """2027-05-14 as 2027年05月14: as long as it was, so that places stay the same."""
    return f"{match[1]}年{match[2]}月{match[3]}"


def _day_first(match: re.Match[str]) -> str:
    """25/12/2027 and 12/25/2027 tell themselves apart; 5/6/2027 does not."""
    day, month = int(match[1]), int(match[2])
    if month > _MONTHS >= day:
        day, month = month, day
    if not 1 <= month <= _MONTHS or (day <= _MONTHS and day != month):
        return match[0]
    return f"{day}{_SHORT[month - 1]}{match[3]}".ljust(len(match[0]))


def _month_day(match: re.Match[str]) -> str:
    """By 6/30, or 30/6, where only one of them can be the month."""
    first, second = (int(one) for one in match.groups() if one)
    if first <= _MONTHS < second:
        return f"{first}月{second}".ljust(len(match[0]))
    return f"{second}月{first}".ljust(len(match[0])) if second <= _MONTHS < first else match[0]


def _relation(found: list[Token]) -> Relation | None:
    meanings = [
        Relation.AFTER if token.kind == "from_now" else Relation(token.meaning)
        for token in found
        if token.kind in {"relation", "within", "bound", "from_now"}
    ]
    bounds = [meaning for meaning in meanings if meaning is not Relation.ON]  # 于5月14日前
    return next(iter(bounds or meanings), None)


def _match(pattern: tuple[str, ...], said: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """The first run of tokens that a pattern fits; "kind?" may be absent, "kind*" repeats."""
    first = None if pattern[0].endswith("?") else pattern[0].rstrip("*")
    for start, token in enumerate(said):
        if first and not _is(token, first):
            continue
        matched = _fit(pattern, said, start)
        if matched is not None:
            return matched
    return None


def _fit(pattern: tuple[str, ...], said: tuple[Token, ...], at: int) -> tuple[Token, ...] | None:
    """The tokens that the pattern fits from a place on; None where it does not."""
    matched: list[Token] = []
    for part in pattern:
        kind = part.rstrip("?*")
        place = _past_loose(said, at, kind) if matched else at
        if place < len(said) and _is(said[place], kind):
            matched.append(said[place])
            at = place + 1
            while part.endswith("*") and at < len(said) and said[at].kind == kind:
                matched.append(said[at])
                at += 1
        elif not part.endswith("?"):
            return None
    return tuple(matched)


def _past_loose(said: tuple[Token, ...], at: int, kind: str) -> int:
    while at < len(said) and said[at].kind in _LOOSE and not _is(said[at], kind):
        at += 1
    return at


def _is(token: Token, kind: str) -> bool:
    if kind == "number":
        return token.number is not None
    return token.kind == kind or (kind == "before" and token.kind == "relation" and token.meaning == Relation.BEFORE)
