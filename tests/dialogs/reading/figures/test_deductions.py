"""Figures from which something is still to be taken off are not read as they stand."""

import pytest

from dialogs.reading.figures.deductions import whole
from dialogs.reading.unread import Unread


@pytest.mark.parametrize(
    "text",
    [
        "八十五万六。销售额里有笔三万的团购是12月的，要减掉",
        "86万，其中2万是补的，得扣除",
        "contract value was 412k but 15 of that only got signed on dec 1st so leave it out",
        "412k, please deduct the 15 of Brandt",
    ],
)
def test_what_is_to_be_taken_off_is_asked_about(text: str) -> None:
    with pytest.raises(Unread):
        whole(text)


@pytest.mark.parametrize("text", ["扣除退货后83万", "已经减掉团购了，82.6万", "397k after we deduct returns", "2.1%"])
def test_what_was_taken_off_already_is_a_figure(text: str) -> None:
    assert whole(text) == text
