"""Buttons below a message: opaque references to a parcel and a place in it, in pages where there are many."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.views.characters import cut, in_one_line, utf16_length

PAGE = 8
"""Choices on one page."""
LABEL = 60
"""UTF-16 code units of a label; a phone shows no more."""
SHORT = 14
"""Labels up to this stand beside each other."""
# No more digits than what an INTEGER of any database holds.
_DATA = re.compile(r"(?P<kind>[cp])(?P<parcel>\d{1,9}):(?P<number>\d{1,4})")


@dataclass(frozen=True, slots=True)
class Button:
    """What a button refers to: a choice of a parcel by its place, or one of its pages."""

    parcel: int
    number: int
    page: bool


def keyboard(parcel: int, choices: Sequence[Mapping[str, Any]], page: int = 0) -> InlineKeyboardMarkup | None:
    """The buttons of a parcel, those of one page."""
    if not choices:
        return None
    pages = -(-len(choices) // PAGE)
    page = min(page, pages - 1)
    rows: list[list[InlineKeyboardButton]] = []
    for place, choice in list(enumerate(choices))[page * PAGE : (page + 1) * PAGE]:
        label = cut(in_one_line(str(choice["label"])) or "…", LABEL)
        button = InlineKeyboardButton(text=label, callback_data=f"c{parcel}:{place}")
        beside = rows and len(rows[-1]) < 3 and all(_short(one.text) for one in (*rows[-1], button))
        rows[-1].append(button) if beside else rows.append([button])
    if pages > 1:
        rows.append(_navigation(parcel, page, pages))
    return InlineKeyboardMarkup(inline_keyboard=rows)


def read(data: str | None) -> Button | None:
    """What a button's data refers to; None for data that we never made."""
    found = _DATA.fullmatch(data or "")
    return Button(int(found["parcel"]), int(found["number"]), found["kind"] == "p") if found else None


def _navigation(parcel: int, page: int, pages: int) -> list[InlineKeyboardButton]:
    """To the page before and the next one, round and round."""

    def to(label: str, other: int) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=label, callback_data=f"p{parcel}:{other % pages}")

    return [to("‹", page - 1), to(f"{page + 1}/{pages}", page), to("›", page + 1)]


def _short(label: str) -> bool:
    return utf16_length(label) <= SHORT
