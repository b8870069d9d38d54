"""What a first message introduces besides the post."""

from datetime import date

import pytest

from dialogs.reading.answers.introduced import read_introduced
from dialogs.reading.answers.told_ahead import Ahead

NAMES = ("department", "holder", "period")
TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "post", "told"),
    [
        ("仓储主管，物流部的，现在是老周在干", "仓储主管", {"department": "物流部", "holder": "老周"}),
        (
            "dispatcher in the transport dept, thats Olga Petrenko at the moment, plan for 2027 pls",
            "dispatcher",
            {"department": "transport dept", "holder": "Olga Petrenko", "period": "plan for 2027 pls"},
        ),
        (
            "I need KPIs for our housekeeping supervisor, she's under Rooms Division, currently that's Ana Duarte",
            "housekeeping supervisor",
            {"department": "Rooms Division", "holder": "Ana Duarte"},
        ),
    ],
)
def test_a_post_is_introduced(text: str, post: str, told: dict[str, str]) -> None:
    assert read_introduced(text, "post", NAMES, TODAY) == Ahead(post, tuple(told.items()))


@pytest.mark.parametrize(
    "text",
    [
        "仓储主管",
        "王总让我做销售经理的",
        "急诊科的护士长",
        "Head of Finance",
        "either the buyer or the planner, in sales",
    ],
)
def test_nothing_more_is_introduced(text: str) -> None:
    assert read_introduced(text, "post", NAMES, TODAY) is None
