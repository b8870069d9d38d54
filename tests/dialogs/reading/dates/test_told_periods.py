"""Figures of other months, quarters and years than those that are asked for."""

import datetime as dt
import time
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.reading.dates.told_days import Days
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.unread import Unread

SEPTEMBER = Days(dt.date(2026, 9, 1), dt.date(2026, 9, 30), dt.date(2026, 9, 30))
QUARTER = Days(dt.date(2026, 7, 1), dt.date(2026, 9, 30), dt.date(2026, 10, 8))
HALF = Days(dt.date(2026, 1, 1), dt.date(2026, 6, 30), dt.date(2026, 7, 8))
YEAR = Days(dt.date(2026, 1, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 8))
JANUARY = Days(dt.date(2026, 1, 1), dt.date(2026, 1, 31), dt.date(2026, 2, 3))
DECEMBER = Days(dt.date(2025, 12, 1), dt.date(2025, 12, 31), dt.date(2026, 1, 4))
RETURNS = Asked("退货率", "%", Decimal(2), ("订单数量",), days=SEPTEMBER)
ORDERS = Asked("订单数量", "单", Decimal(100), ("退货率",), days=SEPTEMBER)
COMPLAINTS = Asked("complaints", None, Decimal(5), days=SEPTEMBER)


@pytest.mark.parametrize(
    "said",
    [
        *("8月2%", "8月 2%", "八月1.5%", "7月1.5%", "去年9月1.5%", "2025年9月1.5%", "退货率8月1.5%", "10月1.5%"),
        *("上半年1.5%", "今年上半年1.5%", "去年下半年1.5%", "第三季度1.8%", "三季度1.8%", "前三季度1.8%", "本季度1.8%"),
        *("今年累计1.8%", "今年以来1.8%", "年初至今 1.8%", "全年1.8%", "2026年1.8%", "1-9月1.8%", "1月到9月1.8%"),
        *(
            "1.8%（全年）",
            "1.8%（8月数据）",
            "1.8% 8月",
            "1.8% (Q3)",
            "8月：1.8%",
            "全年：退货率1.8%",
            "八月，退货率1.8%",
            "8月没有退货",
        ),
    ],
)
def test_a_figure_of_another_time_is_refused(said: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figure(said, RETURNS)
    assert refused.value.reason.id == "figure.day"
    with suppress(Unread):
        assert read_figures(f"{said}，订单127", [RETURNS, replace(ORDERS, days=None)])[0] is None


@pytest.mark.parametrize(
    "said",
    [
        *("August: 3", "August 3", "3 in August", "3 (August)", "Aug: 3 complaints", "complaints in August: 3"),
        *("for August it was 3", "3 for July", "July 3", "H1: 3", "Q2: 3", "Q3: 3", "YTD 12", "12 year to date"),
        *("2025: 3", "3 in September 2025", "Q3 2025: 3", "no complaints in August", "third quarter: 3"),
        *("3 in Q3", "3 complaints in the third quarter", "3 in August because of the storm", "3 for the full year"),
    ],
)
def test_so_it_is_in_english(said: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figure(said, COMPLAINTS)
    assert refused.value.reason.id == "figure.day"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        *(
            (SEPTEMBER, said)
            for said in ("9月1.8%", "2026年9月1.8%", "今年9月1.8%", "1.8%（9月）", "1.8% in September")
        ),
        *(
            (QUARTER, said)
            for said in ("第三季度1.8%", "三季度1.8%", "Q3 1.8%", "1.8% in Q3", "7-9月1.8%", "本季度1.8%")
        ),
        *((QUARTER, said) for said in ("2026年第三季度1.8%", "Q3 2026: 1.8%", "third quarter 1.8%", "今年三季度1.8%")),
        *(
            (HALF, said)
            for said in ("上半年1.8%", "H1 1.8%", "1.8%（上半年）", "今年累计1.8%", "1-6月1.8%", "YTD 1.8%")
        ),
        *((YEAR, said) for said in ("全年1.8%", "2026年1.8%", "2026: 1.8%", "去年全年1.8%", "full year 1.8%")),
        *((JANUARY, said) for said in ("今年累计1.8%", "1月1.8%", "YTD: 1.8%")),
        *((DECEMBER, said) for said in ("去年12月1.8%", "12月1.8%", "2025年12月1.8%")),
        (replace(QUARTER, first=dt.date(2026, 8, 10)), "三季度1.8%"),
    ],
)
def test_a_figure_of_the_time_that_is_asked_for_is_read(days: Days, said: str) -> None:
    assert read_figure(said, replace(RETURNS, days=days)) == Decimal("1.8")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        *((QUARTER, said) for said in ("二季度1.8%", "全年1.8%", "上半年1.8%", "前三季度1.8%", "2025年三季度1.8%")),
        *((HALF, said) for said in ("下半年1.8%", "去年上半年1.8%", "一季度1.8%", "H2 1.8%")),
        *((YEAR, said) for said in ("2025年1.8%", "上半年1.8%", "四季度1.8%")),
    ],
)
def test_another_quarter_or_year_is_refused(days: Days, said: str) -> None:
    with pytest.raises(Unread, match=r"figure\.day"):
        read_figure(said, replace(RETURNS, days=days))


@pytest.mark.parametrize(
    "said",
    [
        *("1.8%，8月的货晚到", "1.8%，全年最低", "1.8%，因为8月供应商延迟", "1.8%，全年目标2%", "1.8%，比8月低"),
        *("1.8% 因为8月供应商晚到", "1.8%, since the August goods came late", "全年目标2%，实际1.8%"),
        *("去年9月2.1%，今年9月1.8%", "三季度目标2%，9月1.8%", "1.8%，全年有望达标", "1.8% 8月底缺货"),
    ],
)
def test_a_time_that_is_told_of_something_else_does_no_harm(said: str) -> None:
    assert read_figure(said, RETURNS) == Decimal("1.8")


@pytest.mark.parametrize("piece", ["Q3 1 ", "8月", "8月1%，", "1-9月", "全年 ", "去年", "in may ", "2025 "])
def test_long_answers_are_read_fast(piece: str) -> None:
    said = (piece * 5000)[:4990]
    began = time.process_time()
    with suppress(Unread):
        read_figure(said, RETURNS)
    with suppress(Unread):
        read_figures(said, [RETURNS, ORDERS])
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("name", "said"),
    [
        *(("费用占比", said) for said in ("费用占比22%", "占比22%", "占比是22", "费用占比为22%", "费用占比：22%")),
        *(("費用佔比", said) for said in ("費用佔比22%", "费用占比 22%", "佔比22")),
        ("投入产出比", "投入产出比22"),
        ("流动比", "流动比22"),
        ("上月遗留问题解决率", "上月遗留问题解决率22%"),
        ("上月遗留问题", "上月遗留问题22"),
        ("Last year's debts collected", "Last year's debts collected 22%"),
        ("全年预算执行率", "全年预算执行率22%"),
        ("Q3 target reached", "Q3 target reached 22%"),
    ],
)
def test_a_name_may_hold_words_that_tell_of_other_numbers(name: str, said: str) -> None:
    one = replace(RETURNS, name=name, unit="%" if "%" in said else None)
    assert read_figure(said, one) == Decimal(22)
    assert read_figures(f"{said}，订单127", [one, ORDERS]) == (Decimal(22), Decimal(127))


def test_what_a_figure_is_held_against_is_none_beside_such_a_name() -> None:
    share = replace(RETURNS, name="费用占比")
    assert read_figure("费用占比22%，比上月25%低", share) == 22
    with pytest.raises(Unread, match=r"figure\.aside"):
        read_figure("费用占比比上月25%低", share)
