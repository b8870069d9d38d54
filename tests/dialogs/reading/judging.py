"""Phrases as real KPI sheets and managers write them, and whether what is read in them is what was judged to be meant.

What is meant was judged by people who had not seen the code: "sheet" are targets of published tables, job sheets and
pledges, "said" are answers of people who played managers. `python -m tests.dialogs.reading.judging` tells how many of
them are read.
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from dialogs.reading.understanding import Understanding, understand
from dialogs.working_days import CHINA
from kpi.plan import Standard
from kpi.values import Change, Comparator, Share

TODAY = dt.date(2026, 11, 30)
Want = Mapping[str, Any]
"""What a phrase means: its `kind`, and what that kind is made of."""

_NO_STANDARD = {"rule", "text", "formula", "when"}
"""What is no standard in numbers: nothing may be read as one."""
_VALUES = {"level", "change", "share", "none", "score"}
_COUNTRIES = {"TWD": "TW", "HKD": "HK"}
"""Whose 元 is no yuan: each organisation has told its country."""
_EXACT_UNITS = frozenset({"%", "second", "minute", "hour", "day", "working_day", "week", "month", "quarter", "year"})
"""Units that are never one another, as currencies are not."""
_NEAR = Decimal("0.001")
"""How far a number may be off: "a third" was judged to be 33.3."""
_REACHED = ("achieve", "reach", "hit", "达", "達", "提高到", "增至", "到")
_WAYS = (
    *("increas", "grow", "rais", "rise", "more", "higher", "boost", " up", "reduc", "decreas", "cut", "lower", "less"),
    *(
        "fewer",
        "drop",
        "save",
        "declin",
        "down",
        "提",
        "增",
        "升",
        "涨",
        "高",
        "降",
        "减",
        "減",
        "少",
        "缩",
        "縮",
        "低",
    ),
)
"""Words that tell which way a change goes."""
_LIKE_EACH_OTHER = {"last_period", "now", "average"}
_SIGNS_OF_MONEY = "元￥¥$€£"


class Verdict(StrEnum):
    """What became of a phrase."""

    WHOLE = "whole"
    ASKED = "asked"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, and what it means."""

    set: str
    language: str
    indicator: str | None
    text: str
    want: Want
    ask_ok: bool
    source: str | None

    def read(self) -> Understanding:
        """What is read in it, in an organisation of the country whose money is meant."""
        return understand(self.text, TODAY, self.language, _COUNTRIES.get(str(self.want.get("unit")), CHINA))


def phrases() -> list[Phrase]:
    """All of them."""
    lines = Path(__file__).with_name("phrases.jsonl").read_text(encoding="utf-8").splitlines()
    return [Phrase(**json.loads(line, parse_float=Decimal, parse_int=Decimal)) for line in lines]


def judge(phrase: Phrase) -> Verdict:
    """Whether a phrase is read whole, asked about, or read wrong without a word.

    Asked is whatever gives no standard: the interview goes on only when the person has said it otherwise.
    """
    read = phrase.read()
    if phrase.want["kind"] in _NO_STANDARD:
        return Verdict.WHOLE if read.quantity is None else Verdict.WRONG
    if read.quantity is None:
        return Verdict.ASKED
    if phrase.want["kind"] == "several":
        return _several(phrase, read, read.quantity)
    return Verdict.WHOLE if _same(phrase.want, read.quantity, phrase.text) else Verdict.WRONG


def _several(phrase: Phrase, read: Understanding, quantity: Standard) -> Verdict:
    """Whole where both parts are read, or the only one that is a value; asked where what is left out is told.

    A part in words ("95% and on time") holds no number, so a reading of the value alone loses nothing that is scored.
    """
    parts = phrase.want["parts"]
    held = any(_same(part, quantity, phrase.text) for part in parts)
    outstanding = read.outstanding
    if held and outstanding and any(_same(part, outstanding, phrase.text) for part in parts):
        return Verdict.WHOLE
    values = [part for part in parts if part["kind"] in _VALUES]
    if len(values) == 1 and _same(values[0], quantity, phrase.text):
        return Verdict.WHOLE
    return Verdict.ASKED if held and read.left else Verdict.WRONG


def _same(want: Want, read: Standard, text: str) -> bool:
    """Whether a standard is what is wanted. Words that are only noted beside it (conditions, notes) are not judged."""
    match want["kind"]:
        case "none":
            return read.value == 0 and read.upper is None and read.change is None
        case "level":
            limited = read.share is not None and read.share.limit is not None
            return (
                read.change is None and not limited and _unit_and_rates(want, read, text) and _level(want, read, text)
            )
        case "score":
            return _level(want, read, text) and _scale(want, read, text)
        case "change":
            return read.change is not None and _change(want, read, read.change, text)
        case "share":
            return read.share is not None and _share(want, read, read.share, text)
    return False


def _level(want: Want, read: Standard, text: str) -> bool:
    """The bound and the number."""
    number, upper = want["number"], want.get("upper")
    if read.value is None or number is None:
        return False
    if want["bound"] == "±" and number == 0:
        return read.comparator is Comparator.PLUS_MINUS and read.value == upper
    near = abs(read.value - number) <= abs(number) * _NEAR
    return near and read.upper == upper and _bound(read) in _bounds(want["bound"], text.casefold())


def _bound(read: Standard) -> str | None:
    """The comparator read; "exactly so many" is no bound."""
    return None if read.comparator in {None, Comparator.EQUAL} else read.comparator.value


def _bounds(bound: str | None, text: str) -> set[str | None]:
    """The bounds that will do.

    A number that is to be reached is told as a plain one or as "at least", which comes to the same. The judges were of
    two minds whether "above" includes the number. What is worse than it, the indicator tells.
    """
    bound = None if bound == "=" else bound
    if bound is None and any(word in text for word in _REACHED):
        return {None, ">="}
    if bound in {">", ">="} and "above" in text:
        return {">", ">="}
    return {bound, None} if "no worse" in text else {bound}


def _unit_and_rates(want: Want, read: Standard, text: str) -> bool:
    return _unit(want.get("unit"), read.unit, text) and _rates(want.get("per", ()), read, text)


def _unit(want: str | None, read: str | None, text: str) -> bool:
    """Whether units are the same.

    Percentage points may be read as percent, which the indicator then tells. A currency that only the table's heading
    names cannot be read. Of two nouns one may be the longer word for the other, or be missing: 件, 件产品.
    """
    if want == read or (want == "point" and read in {"%", "points"}):
        return True
    if read is None and _is_currency(want):
        return not any(sign in text for sign in _SIGNS_OF_MONEY)
    if any(unit in _EXACT_UNITS or unit == "point" or _is_currency(unit) for unit in (want, read)):
        return False
    if want is None or read is None:
        return True
    one, other = want.casefold().rstrip("s"), read.casefold().rstrip("s")
    return one in other or other in one


def _is_currency(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()


def _rates(want: Any, read: Standard, text: str) -> bool:
    """Whether a number is counted per the same, in any order."""
    told = [(Decimal(1), read.per)] if read.per else []
    told += [(rate.number, rate.unit) for rate in read.rates]
    return len(told) == len(want) and all(
        any(number == other and _unit(unit, one, text) for other, one in told) for number, unit in want
    )


def _scale(want: Want, read: Standard, text: str) -> bool:
    """The end of a scale, which may be missing where the text does not tell it. What grades are called is no matter."""
    top = want.get("out_of")
    return read.out_of == top or (read.out_of is None and (top is None or str(top) not in text))


def _change(want: Want, read: Standard, change: Change, text: str) -> bool:
    """By how much, which way, since when. Where no word tells which way, the indicator does: 15% YoY."""
    sign = want.get("sign")
    open_way = change.sign is None and not any(word in text.casefold() for word in _WAYS)
    way = sign is None or open_way or (change.sign is not None and change.sign.value == sign)
    bound = None if want["bound"] == "=" else want["bound"]
    counted = want["number"] is not None and read.value == want["number"] and _bound(read) == bound
    return way and counted and _unit(want["unit"], read.unit, text) and _base(want.get("base"), change)


def _base(want: str | None, change: Change) -> bool:
    """What a change is measured from: where it is not read it is asked about. Now, the last time and the average are
    what people call the same."""
    if want is None or change.base is None or want in _LIKE_EACH_OTHER or change.base.value == want:
        return True
    return want.isdecimal() and change.figure == Decimal(want)


def _share(want: Want, read: Standard, share: Share, text: str) -> bool:
    """The share, and the limit that each of its things keeps, which is "at most" where nothing is said of it."""
    bound = None if want["bound"] == "=" else want["bound"]
    if share.limit is None or (read.value, _bound(read)) != (want["number"], bound):
        return False
    limit, wanted = share.limit, want["limit"]
    kept = (limit.value, limit.comparator.value) == (wanted["number"], wanted["bound"] or "<=")
    return kept and _unit(wanted["unit"], limit.unit, text)


def tally(*, clear: bool) -> dict[tuple[str, str], Counter[Verdict]]:
    """How many phrases of each set and language came to what; `clear` leaves those out that may be asked about."""
    counted: dict[tuple[str, str], Counter[Verdict]] = {}
    for phrase in phrases():
        if not (clear and phrase.ask_ok):
            counted.setdefault((phrase.set, phrase.language), Counter())[judge(phrase)] += 1
    return counted


def share_of(counted: Counter[Verdict], verdict: Verdict) -> float:
    """How many of a hundred came to that."""
    return 100 * counted[verdict] / counted.total()


def _table() -> Iterator[str]:
    """The figures as Markdown: of all phrases, and of those that leave nothing to ask."""
    yield "| | | phrases | whole | asked | wrong |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for title, clear in (("all", False), ("clear", True)):
        for (group, language), counted in tally(clear=clear).items():
            shares = " | ".join(f"{share_of(counted, verdict):.1f} %" for verdict in Verdict)
            yield f"| {title} | {group}, {language} | {counted.total()} | {shares} |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(_table()) + "\n")
