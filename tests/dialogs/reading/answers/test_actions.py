"""What is done about a missed standard, told with who does it and by when."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.answers.actions import Action, explains, is_vague, measure_in, read_action

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("said", "who", "by"),
    [
        ("Tom trains her on the CRM import, two sessions, done by 15 Jan", "Tom", "2027-01-15"),
        ("已經請廠商 12月10日前換新標籤機，由阿宏負責追", "阿宏", "2026-12-10"),
        ("已经让小刘每天下班前对一遍账，12月15号开始，我自己每周抽查", "小刘", None),
        ("由李强负责，12月20日前完成复盘", "李强", "2026-12-20"),
        ("赵强负责，12月15号开始", "赵强", None),
        ("Count the stock twice a week", None, None),
        ("Training starts in spring", None, None),
        ("I asked Maria Lopez to check the list, due 20 December", "Maria Lopez", "2026-12-20"),
        ("每周复盘一次", None, None),
        ("Anna and Tom check it", None, None),
        ("我来处理，12月10日前", None, "2026-12-10"),
    ],
)
def test_who_and_by_when(said: str, who: str | None, by: str | None) -> None:
    assert read_action(said, TODAY) == Action(who, dt.date.fromisoformat(by) if by else None)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("不用管，就是搬仓库那一周影响的，下个月就正常了", "就是搬仓库那一周影响的，下个月就正常了"),
        ("nothing needed, that was the server outage on the 28th", "that was the server outage on the 28th"),
        ("不用采取措施", None),
    ],
)
def test_nothing_needs_to_be_done(said: str, reason: str | None) -> None:
    assert read_action(said, TODAY) == Action(nothing=True, reason=reason)


@pytest.mark.parametrize(
    "said", ["不用系统的门店改为每天报账", "nothing fancy: Tom counts the stock", "没必要的报表取消"]
)
def test_what_is_done_may_begin_so(said: str) -> None:
    assert not read_action(said, TODAY).nothing


@pytest.mark.parametrize("said", ["回头开个会研究下", "we will have to look into it", "再想想"])
def test_what_is_only_to_be_thought_about(said: str) -> None:
    assert is_vague(said)


@pytest.mark.parametrize("said", ["Tom trains her", "每天下班前对账", "12月10日前开会定方案"])
def test_what_is_done(said: str) -> None:
    assert not is_vague(said)


@given(st.text(max_size=60))
def test_any_text_is_read(said: str) -> None:
    read_action(said, TODAY)
    is_vague(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("大促过后退货本来就多，正常的", True),
        ("December is always slow, it's normal", True),
        ("正常复检，每周抽查一次", False),
        ("She will call every client", False),
    ],
)
def test_what_only_explains(said: str, expected: bool) -> None:
    assert explains(said) is expected


def test_what_is_called_a_measure_is_one() -> None:
    assert (measure_in("措施：正常复检"), measure_in("Measure: the usual"), measure_in("measure it")) == (
        "正常复检",
        "the usual",
        None,
    )
