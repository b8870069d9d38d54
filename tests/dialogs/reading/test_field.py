"""What others reported and wrote that was read wrongly once: each is read right now, or asked about.

Three of the acts need more than an interview and are tested where that is: zones in dates/test_zones.py (GMT+5:30),
absences in dates/test_spans.py (春节), the rounding of a reported figure in tests/dialogs/test_standing.py.
"""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.understanding import document
from dialogs.header import Header
from dialogs.reading.understanding import understand
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_told
from tests.chat import Chat
from tests.dialogs.reading.accounted import unaccounted

Item = dict[str, Any]
ITEMS: list[Item] = [
    json.loads(line) for line in Path(__file__).with_name("field.jsonl").read_text(encoding="utf-8").splitlines()
]
FIGURES = {"an hour and a half": 1.5, "23,040 (+6.5% 2018)": 23040, "€1.234,50": 1234.5}
"""The figures that standards in the acts hold."""


def texts(wanted: str) -> list[Item]:
    return [item for item in ITEMS if "text" in item and wanted in item["want"]]


def acts(kind: str) -> list[Item]:
    return [item for item in ITEMS if "acts" in item and item["kind"] == kind]


def said(item: Item) -> str:
    return str(item["text"] if "text" in item else item["acts"][-1]["text"])


def told(item: Item) -> Item:
    day = datetime.fromisoformat(item["now"]).date()
    return document(understand(item["text"], day, item["language"]), item["language"])


def after(item: Item) -> Chat:
    """The interview after the acts; a chat of tests begins where "start" leads to."""
    start, *answers = item["acts"]
    assert start == {"command": "start"}
    chat = Chat(language=item["language"], header=Header("-", datetime.fromisoformat(item["now"]).date()))
    for answer in answers:
        assert chat.refused is None
        chat.send(answer)
    return chat


@pytest.mark.parametrize("item", texts("quantity"), ids=said)
def test_a_quantity_is_right_or_asked_about(item: Item) -> None:
    read, wanted = told(item), item["want"]["quantity"]
    if wanted is None:
        assert read["quantity"] is None
    elif read["quantity"] is None:
        assert read["asked"]
    else:
        assert {name: read["quantity"][name] for name in wanted} == wanted


@pytest.mark.parametrize("item", texts("when"), ids=said)
def test_a_date_is_right(item: Item) -> None:
    assert told(item)["when"] == item["want"]["when"]


@pytest.mark.parametrize("item", texts("quantity_not"), ids=said)
def test_what_is_counted_per_something_says_so(item: Item) -> None:
    read = told(item)
    assert read["asked"] if read["quantity"] is None else read["quantity"]["rates"]


@pytest.mark.parametrize("item", texts("interview"), ids=said)
def test_several_in_one_lose_no_number(item: Item) -> None:
    try:
        read = read_told(item["text"])
    except Unread:
        return
    assert unaccounted(re.findall(r"[0-9]+", item["text"]), read) == []


@pytest.mark.parametrize("item", acts("direction"), ids=said)
def test_more_is_better_or_the_direction_is_asked(item: Item) -> None:
    chat = after(item)
    (measured,) = chat.answers["output/1/quality/measure"]
    if measured["direction"] is None:
        assert chat.open.name == "direction"
    else:
        assert measured["direction"] == "more"
        assert basic(chat)["comparator"] == ">="


@pytest.mark.parametrize("item", acts("reduction"), ids=said)
def test_a_reduction_is_kept_as_one(item: Item) -> None:
    standard = basic(after(item))
    assert standard["change"]["sign"] == "-"
    assert standard["comparator"] == ">="


@pytest.mark.parametrize("item", acts("number-in-standard"), ids=said)
def test_a_number_in_a_standard_is_right_or_asked_about(item: Item) -> None:
    chat = after(item)
    assert chat.open.name == "unclear" or float(basic(chat)["value"]) == FIGURES[said(item)]


@pytest.mark.parametrize("item", acts("weights"), ids=said)
def test_thirds_are_equal_weights(item: Item) -> None:
    assert after(item).answers["output_weights/1.2.3"] == ["34", "33", "33"]


def test_every_item_is_tried() -> None:
    elsewhere = {"zone", "away", "rounding"}
    kinds = {"direction", "reduction", "number-in-standard", "weights"} | elsewhere
    wants = {"quantity", "when", "quantity_not", "interview"}
    assert all(item["kind"] in kinds if "acts" in item else wants & set(item["want"]) for item in ITEMS)


def basic(chat: Chat) -> Item:
    standard: Item = chat.answers["indicator/1/number/basic"]["standard"]
    return standard
