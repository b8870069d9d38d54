"""An outstanding standard told by the basic one, by an offer, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.values.beyond import declines, offer_picked, points_beyond, same_as_basic
from kpi.plan import Direction


@pytest.mark.parametrize(
    ("said", "points"),
    [
        *((said, "1.5") for said in ("在基本上再往上提1.5个点", "再往上提1.5个点", "比基本高1.5个点")),
        *((said, "1") for said in ("a point better", "one percentage point above basic", "再加一个点")),
        ("half a point better than the basic", "0.5"),
        ("降1个点", "-1"),
    ],
)
def test_points_above_the_basic_standard(said: str, points: str) -> None:
    assert points_beyond(said, Direction.MORE) == Decimal(points)


def test_better_goes_where_the_direction_leads() -> None:
    assert points_beyond("a point better", Direction.LESS) == -1


@pytest.mark.parametrize("said", ["2个点", "比去年高2个点", "提高到99%", "一个点一个点来", "98.5", "no mistakes"])
def test_what_is_not_told_by_the_basic_standard(said: str) -> None:
    assert points_beyond(said, Direction.MORE) is None


@pytest.mark.parametrize(
    ("said", "at"),
    [
        *((said, 1) for said in ("take your second one", "第二个", "后面那个", "the last one", "第二個好了")),
        *((said, 0) for said in ("the first one please", "就第一个吧", "前面那个")),
        *((said, None) for said in ("1", "2", "second hand", "第二个月99", "the third one", "98.5")),
    ],
)
def test_an_offer_is_taken_by_its_order(said: str, at: int | None) -> None:
    assert offer_picked(said, 2) == at


@pytest.mark.parametrize("said", ["跟基本一样就行，别搞花头", "same as the basic", "和基本标准一样"])
def test_the_same_again(said: str) -> None:
    assert same_as_basic(said)


@pytest.mark.parametrize(
    "said",
    [
        "没有什么卓越，达到就行了",
        "不用設啦，我們沒在分那麼細",
        "skip this, we don't do heroes here",
        "we don't need one",
    ],
)
def test_none_is_wanted(said: str) -> None:
    assert declines(said)


@pytest.mark.parametrize(
    "said",
    [
        "没有错误",
        "no mistakes at all three months running",
        "不用设吗",
        "先不用设，问问再说",
        "别定太高",
        "达到98就行",
        "we don't do mistakes",
    ],
)
def test_what_is_a_standard_or_a_doubt(said: str) -> None:
    assert not declines(said)


@given(st.text(max_size=60))
def test_any_text_is_read(said: str) -> None:
    points_beyond(said, Direction.MORE)
    offer_picked(said, 2)
    declines(said)
