"""Dates and values are weighed against each other: what leaves least of a text is what was meant."""

import pytest

from dialogs.reading.understanding import understand
from tests.dialogs.reading.test_texts import TODAY, quantity, when


@pytest.mark.parametrize(
    ("text", "value", "date"),
    [
        # A limit or a rate holds all of it.
        ("in 18 weeks or less from referral", "<= 18 week", "-"),
        ("60% of applications decided in 13 weeks", "= 60 %", "-"),
        ("每月投诉不超过3起", "<= 3 起 month", "-"),
        ("人均每月2次", "= 2 次 month", "-"),
        ("twice a month minimum", ">= 2 month", "-"),
        ("10天内回应98%", "= 98 %", "-"),
        ("保底2035", ">= 2035", "-"),
        # A day is held by no value.
        ("in three weeks", "-", "2026-12-17"),
        ("increase sales by 20% in Q3", "= 20 %", "2027-09-30 by"),
        ("每周五提交12份报价", "= 12 份报价", "FREQ=WEEKLY;BYDAY=FR"),
        ("within 5 working days after month end", "-", "FREQ=MONTHLY;BYMONTHDAY=-1 by 5"),
        # An activity that is done once is no value beside its rhythm.
        ("每季度检查一次", "-", "FREQ=MONTHLY;INTERVAL=3"),
        # Either may be meant.
        ("twice a year", "= 2 year", "FREQ=MONTHLY;INTERVAL=6"),
        ("每年两次", "= 2 次 year", "FREQ=MONTHLY;INTERVAL=6"),
    ],
)
def test_what_leaves_least_is_read(text: str, value: str, date: str) -> None:
    read = understand(text, TODAY)
    assert (quantity(read.quantity), when(read.when)) == (value, date)


def test_a_question_beside_a_date_is_asked() -> None:
    read = understand("Hire 2 engineers, 1 manager by May 15", TODAY)
    assert (read.asked and read.asked.id, when(read.when)) == ("standard.several", "2027-05-15 by")
