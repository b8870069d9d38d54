"""Figures told as a part of a whole: 17 of 20 renewed, 20单里有17单."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dialogs.reading.figures.asked import Asked
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.amounts import Amount

_PART = re.compile(
    r"(?<![0-9.,])(?P<part>[0-9](?:[0-9.,]{0,13}[0-9])?)(?P<noun> ?[a-z]{2,20})?(?<!out)"
    r" (?P<out>out )?of (?:the |a total of |our )?(?P<whole>[0-9](?:[0-9.,]{0,13}[0-9])?)(?![0-9%])"
    r"(?P<counted> ?[a-z]{2,20})?"
)
"""A part with its whole: 127 of 150 orders."""
_OTHERS = (
    re.compile(r"(?<![0-9.,/])(?P<part>[0-9]{1,9}) ?/ ?(?P<whole>[0-9]{1,9})(?![0-9/%]|[.,][0-9]|年|月)(?P<noun>)"),
    re.compile(
        r"(?<![0-9.,])(?P<whole>[0-9]{1,9}) ?(?P<noun>[^0-9,;。、\s]{0,6})(?:里面?|中|当中|之中),?(?:只?有|共)?"
        r"[^0-9,;。、%]{0,6}?(?P<part>[0-9]{1,9})(?![0-9%]|[.,][0-9]) ?[单个件家人户次批份台]?"
    ),
)
"""So it is written with a stroke, and told in Chinese."""
_MONTHS, _DAYS = 12, 31
"""What is written with a stroke may be a day up to these."""
_RATED = {"5", "10", "100"}
"""The best grades of scales: 4.2 out of 5 is a figure."""


def check_part(text: str, amount: Amount, asked: Asked) -> None:
    """Raise Unclear where a number is told with the whole it is part of, or the part: either may be the figure."""
    match = next((one for one in _PART.finditer(fold(text)) if one.start() <= amount.start < one.end()), None)
    if match is None or (match["out"] and match["whole"] in _RATED and not match["counted"]):
        return
    if asked.unit == "%":
        raise Unread("figure.several", name=asked.name)
    noun = match["noun"] or match["counted"] or ""
    raise Unclear(*(f"{text[: match.start()]}{match[one]}{noun}{text[match.end() :]}" for one in ("part", "whole")))


def as_shares(text: str, asked: Sequence[Asked]) -> str:
    """The text with parts of wholes as percentages where such a figure is asked for: 17 of 20 as 85%.

    What is told of something that is counted itself stays as it is: 127 of 150 orders.
    """
    if not any(one.unit == "%" for one in asked):
        return text
    counted = [one for one in asked if one.unit != "%"]
    for pattern in (_PART, *_OTHERS):
        for match in reversed(list(pattern.finditer(fold(text)))):
            if (share := _share(match)) is not None and not _counts(match, counted):
                noun = match.groupdict().get("counted") or ""
                text = f"{text[: match.start()]}{share}%{noun}{text[match.end() :]}"
    return text


def _share(match: re.Match[str]) -> str | None:
    """How much the part is of the whole, in percent to two digits."""
    part, whole = (match[one].rstrip(".,").replace(",", "") for one in ("part", "whole"))
    if not part.isdecimal() or not whole.isdecimal() or not 0 < int(whole) >= int(part):
        return None
    if "/" in match[0] and int(part) <= _MONTHS and int(whole) <= _DAYS:
        return None
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01")).normalize()
    return f"{share:f}"


def _counts(match: re.Match[str], counted: Sequence[Asked]) -> bool:
    """Whether what the numbers count is what another indicator counts."""
    noun = (match.groupdict().get("counted") or match["noun"] or "").strip()
    return any(noun == (one.unit or "") for one in counted if noun) or any(closest(noun, [one.name for one in counted]))
