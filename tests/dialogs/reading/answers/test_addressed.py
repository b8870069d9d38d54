"""What each of several customers receives, told in one message."""

import pytest

from dialogs.reading.answers.addressed import read_addressed

CUSTOMERS = ("总经理", "财务部", "the dealers")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("给总经理的是月度报表，给财务的是回款计划", ((0, "月度报表"), (1, "回款计划"))),
        ("总经理要销售月报；财务部要回款计划和对账单", ((0, "销售月报"), (1, "回款计划和对账单"))),
        ("财务那边主要是对账单，总经理看月报", ((1, "对账单"), (0, "月报"))),
        (
            "财务部: forecast. Dealers get the signed contracts, price list",
            ((1, "forecast"), (2, "signed contracts, price list")),
        ),
    ],
)
def test_each_customer_is_told_apart(text: str, told: tuple[tuple[int, str], ...]) -> None:
    assert read_addressed(text, CUSTOMERS) == told


@pytest.mark.parametrize(
    "text",
    [
        "月度报表和回款计划",
        "给总经理的是月度报表",
        "月报给总经理，财务要对账单",
        "总经理要什么？财务要什么？",
        "总经理要月报，总经理也要季报，财务要对账单",
    ],
)
def test_whatever_names_not_one_after_the_other_is_no_such_message(text: str) -> None:
    assert read_addressed(text, CUSTOMERS) == ()
