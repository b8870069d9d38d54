"""The figure of one indicator, as people tell it."""

import datetime as dt
import time
from contextlib import nullcontext, suppress
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.dates.told_days import Days
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.unread import Unclear, Unread
from locales.words import words

SATISFACTION = Asked("客户满意率", "%", Decimal(85), ("退货率",))
RETURNS = Asked("退货率", "%", Decimal(2), ("订单数量", "客户满意率"))
ORDERS = Asked("订单数量", "单", Decimal(100), ("订单准时率",))
COMPLAINTS = Asked("投诉次数", "次", Decimal(2))
SALES = Asked("销售额", "CNY", Decimal(800000))
VISITS = Asked("Store visits", "visits", Decimal(20))
VALUE = Asked("Contract value", "EUR", Decimal(400000), ("Renewal rate",))
RENEWAL = Asked("Renewal rate", "%", Decimal(85), ("Contract value",))
CUSTOMERS = Asked("新客户数", "家")
HOURS = Asked("Time to answer", "hour", Decimal(2), (), Decimal(1))
FIRST_PASS = Asked("一次合格率", "%", Decimal(95))


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        (SALES, "一共卖了93万元", "930000"),
        (SALES, "93万", "930000"),
        (SALES, "本月销售额大概93万左右吧", "930000"),
        (SALES, "双十一卖了93万", "930000"),
        (SALES, "三万一千", "31000"),
        (SALES, "618大促卖了618000", "618000"),
        (ORDERS, "周三共12单", "12"),
        (SALES, "到目前为止总共完成了93万元", "930000"),
        (SALES, "2026年3月卖了93万元", "930000"),
        (SALES, "从1月到3月卖了93万", "930000"),
        (VALUE, "we did 450k this month", "450000"),
        (VALUE, "it was about €450,000", "450000"),
        (VALUE, "In Q3 we signed contracts worth 1.2 million euros", "1200000"),
        (VALUE, "450k, though the warehouse was closed", "450000"),
        (RENEWAL, "renewal rate went from 85% to 88%", "88"),
        (RENEWAL, "85% → 88%", "88"),
        (RENEWAL, "Renewals 88", "88"),
        (RENEWAL, "renewel rate 88 percent", "88"),
        (RENEWAL, "The rate is 88%.", "88"),
        (RENEWAL, "we ended up at 88", "88"),
        (RENEWAL, "0.88%", "0.88"),
        (SATISFACTION, "从85%涨到88%", "88"),
        (SATISFACTION, "满意率88", "88"),
        (SATISFACTION, "这个月是88%", "88"),
        (SATISFACTION, "百分之八十八，比上个月好", "88"),
        (RETURNS, "0.88", "0.88"),
        (RETURNS, "没有退货", "0"),
        (ORDERS, "完成了127单", "127"),
        (ORDERS, "我们接了127个订单", "127"),
        (ORDERS, "订单 127 单", "127"),
        (ORDERS, "127笔", "127"),
        (RETURNS, "1.8% 因为供应商晚到", "1.8"),
        (ORDERS, "we shipped 127 units", "127"),
        (COMPLAINTS, "投诉零次", "0"),
        (COMPLAINTS, "没有投诉", "0"),
        (COMPLAINTS, "没有", "0"),
        (COMPLAINTS, "一个都没有", "0"),
        (COMPLAINTS, "投诉3次", "3"),
        (COMPLAINTS, "三个", "3"),
        (VISITS, "no visits", "0"),
        (VISITS, "none", "0"),
        (VISITS, "there were none this month", "0"),
        (COMPLAINTS, "没接到投诉", "0"),
        (CUSTOMERS, "12位", "12"),
        (VISITS, "12 visits", "12"),
        (VISITS, "We made 12 store visits last month", "12"),
        (FIRST_PASS, "一次合格率98", "98"),
    ],
)
def test_reads_the_figure_of_one_indicator(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)
    assert read_figures(said, [asked]) == (Decimal(figure),)


@pytest.mark.parametrize(
    "said",
    [
        *("127，比上月多10单", "127单比上月少3单", "订单127，环比增长10单", "订单127单，同比增长5%", "增加10单到127单"),
        *("增加了10单，达到127单", "从100涨到127单", "目标100单，实际127", "127 (目标100单)", "计划100单，完成127单"),
        *("比计划多27单，共127单", "目标是100单，已完成127单", "本月127，上月110单", "去年同期100单，今年127单"),
        *("上月订单110单，本月127单", "127, up 10 orders", "up by 10 to 127", "orders rose by 10 to 127"),
        *("127, 10 more than last month", "127 orders vs 110 last month", "last month 110, this month 127"),
        *(
            "target 100 orders, actual 127",
            "127 orders, goal was 100",
            "127 orders (plan: 100)",
            "127 orders last month",
        ),
        *("预计130，实际127", "expected 130, got 127", "we beat our target of 100 orders by 27: 127"),
        *("127 people signed up", "差不多127单", "新增127单", "订单数量上升到127单", "比目标高27单，127单"),
    ],
)
def test_targets_changes_and_other_periods_are_no_figures(said: str) -> None:
    assert read_figure(said, ORDERS) == Decimal(127)


@given(
    st.integers(2, 9999),
    st.integers(2, 9999),
    st.sampled_from(
        ["目标{}单，实际{}", "上月{}单，本月{}单", "target {}, actual {}", "last month: {}; this month: {}"]
    ),
)
def test_the_figure_is_what_came_about(other: int, figure: int, said: str) -> None:
    assert read_figure(said.format(other, figure), ORDERS) == figure


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        (Asked("销售目标完成率", "%"), "销售目标完成率 95%", "95"),
        (Asked("完成率", "%"), "完成目标的95%", "95"),
        (Asked("Lost orders", "orders"), "we lost 5 orders", "5"),
        (Asked("利润增长率", "%"), "比上月增长3%", "3"),
        (Asked("Rating", None, Decimal(4)), "4.2 out of 5", "4.2"),
    ],
)
def test_what_an_indicator_is_named_after_is_told_beside_its_figure(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)


def test_the_month_that_is_over_may_be_the_one_that_is_asked_for() -> None:
    days = Days(dt.date(2026, 9, 1), dt.date(2026, 9, 30), dt.date(2026, 10, 5))
    assert read_figure("上月110单", replace(ORDERS, days=days)) == Decimal(110)
    with pytest.raises(Unread, match=r"figure\.several"):
        read_figure("上月110单，本月127单", replace(ORDERS, days=days))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("127 of 150 orders", (Decimal(127), Decimal(150))),
        ("127 orders out of 150", (Decimal(127), Decimal(150))),
        ("5 out of 127 orders", (Decimal(5), Decimal(127))),
    ],
)
def test_a_part_that_is_told_with_its_whole_is_asked_about(said: str, figures: tuple[Decimal | None, ...]) -> None:
    asked = [RETURNS, ENGLISH_ORDERS]
    with pytest.raises(Unclear) as unclear:
        read_figure(said, ORDERS)
    assert tuple(read_figure(one, ORDERS) for one in unclear.value.readings) == figures
    with pytest.raises(Unclear) as unclear:
        read_figures(said, asked)
    assert tuple(read_figures(one, asked)[1] for one in unclear.value.readings) == figures


ENGLISH_ORDERS = Asked("Number of orders", "orders", Decimal(100))


@pytest.mark.parametrize(
    "said",
    [
        *(
            "退货率1.8%，订单127单，比上月多10单",
            "退货率1.8%（目标2%），订单127（目标100单）",
            "退货率下降到1.8%，订单增加10单到127",
        ),
        *(
            "订单 up 10 to 127, 退货率 down to 1.8%",
            "上月退货率2%，本月退货率1.8%，订单127单",
            "退货率1.8%，订单127 vs 110",
        ),
    ],
)
def test_figures_of_several_leave_out_what_is_told_beside_them(said: str) -> None:
    assert read_figures(said, [RETURNS, ORDERS]) == (Decimal("1.8"), Decimal(127))


def test_one_of_several_that_is_only_told_about_stays_open() -> None:
    assert read_figures("退货率1.8%，订单少了2单", [RETURNS, ORDERS]) == (Decimal("1.8"), None)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "退货率1.8%，没有投诉",
            "退货率1.8%，投诉无",
            "没有投诉，退货率1.8%",
            "退货率1.8%，没有接到投诉",
            "退货率1.8%，零投诉",
        ),
        *(
            "退货率1.8%，投诉次数：无",
            "退貨率1.8%，沒有投訴",
            "退货率 1.8%, no complaints",
            "退货率 1.8% and no complaints this month",
        ),
        *("退货率 1.8%, complaints: none", "there were no complaints, 退货率 1.8%"),
    ],
)
def test_none_of_what_is_counted_is_nought_in_a_line_of_several(said: str) -> None:
    complaints = replace(COMPLAINTS, name="Complaints") if "complaints" in said else COMPLAINTS
    assert read_figures(said, [RETURNS, complaints]) == (Decimal("1.8"), Decimal(0))


@pytest.mark.parametrize(
    "said", ["退货率1.8%，没有投诉数据", "退货率1.8%，没有完成投诉处理", "退货率1.8%", "退货率1.8%, 没有统计投诉次数"]
)
def test_what_is_not_known_is_not_nought(said: str) -> None:
    assert read_figures(said, [RETURNS, COMPLAINTS]) == (Decimal("1.8"), None)


def test_none_of_several_may_be_all_that_is_told() -> None:
    assert read_figures("没有投诉", [RETURNS, COMPLAINTS]) == (None, Decimal(0))
    assert read_figures("没有投诉，1.8%", [RETURNS, COMPLAINTS, replace(COMPLAINTS, name="投诉赔款次数")])[1:] == (
        None,
        None,
    )
    with pytest.raises(Unread, match=r"figures\.none"):
        read_figures("没有退货率", [RETURNS, COMPLAINTS])
    with pytest.raises(Unread, match=r"figure\.several"):
        read_figures("没有投诉，投诉2次", [RETURNS, COMPLAINTS])
    with pytest.raises(Unread, match=r"figure\.day"):
        read_figures("8月31日，没有投诉", [SEPTEMBERS, replace(COMPLAINTS, days=SEPTEMBER)])


@pytest.mark.parametrize("said", ["退货率1.8%，订单100到120单", "退货率1.8-2%，订单127"])
def test_a_range_is_no_figure_of_several(said: str) -> None:
    with pytest.raises(Unread, match=r"figure\.several"):
        read_figures(said, [RETURNS, ORDERS])


GROWTH = Asked("利润增长率", "%", Decimal(3))
PROFIT = Asked("净利润", "CNY", Decimal(100000))
SAVING = Asked("成本降低率", "%", Decimal(3))


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        (GROWTH, "利润增长率-3%", "-3"),
        (GROWTH, "增长率是-3%", "-3"),
        (GROWTH, "利润增长率：−3%", "-3"),
        (GROWTH, "\u22123%", "-3"),
        (GROWTH, "－3%", "-3"),
        (GROWTH, "利润增长率负3%", "-3"),
        (GROWTH, "growth -3%", "-3"),
        (GROWTH, "负增长3%", "-3"),
        (GROWTH, "negative growth of 3%", "-3"),
        (GROWTH, "增长3%", "3"),
        (PROFIT, "净利润-50000", "-50000"),
        (PROFIT, "-¥50000", "-50000"),
        (PROFIT, "亏损5万", "-50000"),
        (PROFIT, "净亏损5万元", "-50000"),
        (PROFIT, "a loss of 50,000", "-50000"),
        (PROFIT, "没有亏损，盈利5万", "50000"),
        (PROFIT, "上月亏损3万，本月盈利5万", "50000"),
        (SAVING, "降低3%", "3"),
        (Asked("净亏损额", "CNY"), "亏损5万", "50000"),
        (RETURNS, "退货率 - 1.8%", "1.8"),
        (RETURNS, "退货率（1.8%）", "1.8"),
    ],
)
def test_a_figure_below_nought_keeps_its_sign(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)


def test_each_figure_of_a_line_keeps_its_sign() -> None:
    for said in ("净利润-50000，利润增长率-3%", "净利润亏损5万，增长率负3%", "-50000，−3%"):
        assert read_figures(said, [PROFIT, GROWTH]) == (Decimal(-50000), Decimal(-3))


@pytest.mark.parametrize(
    ("asked", "said", "size"),
    [
        *(
            (GROWTH, said, "3")
            for said in ("–3%", "—3%", "- 3%", "下降3%", "利润下降了3%", "增长率 减少3%", "3%的降幅")
        ),
        *((GROWTH, said, "3") for said in ("down 3%", "it fell 3%", "3% down", "a loss of 3%", "(3%)", "利润（3%）")),
        (PROFIT, "(50,000)", "50000"),
        (PROFIT, "- ¥50000", "50000"),
        (PROFIT, "亏损减少到5万", "50000"),
        (PROFIT, "the loss narrowed to 50,000", "50000"),
        (RETURNS, "退货率-1.8%", "1.8"),
        (RETURNS, "-1.8%", "1.8"),
    ],
)
def test_a_number_that_may_lie_below_nought_is_asked_about(asked: Asked, said: str, size: str) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figure(said, asked)
    assert [read_figure(one, asked) for one in unclear.value.readings] == [-Decimal(size), Decimal(size)]


@given(
    st.integers(2, 10**6),
    st.sampled_from(["-", "\u2212", "－", "负", "minus "]),
    st.sampled_from(["", "净利润", "净利润 "]),
)
def test_no_sign_is_lost(size: int, sign: str, name: str) -> None:
    assert read_figure(f"{name}{' ' * (sign == 'minus ')}{sign}{size}", PROFIT) == -size


@pytest.mark.parametrize(
    ("asked", "said", "reason"),
    [
        (SATISFACTION, "退货率 2.5%", "figure.other"),
        (SATISFACTION, "退貨率 2.5%", "figure.other"),
        (SATISFACTION, "没有退货", "figure.other"),
        (SATISFACTION, "2.5% 的退货", "figure.other"),
        (VALUE, "I meant renewal rate 89", "figure.other"),
        (VALUE, "89 renewals", "figure.other"),
        (RENEWAL, "Contract value 89", "figure.other"),
        (ORDERS, "订单准时率 95", "figure.other"),
        (VISITS, "no idea", "figure.none"),
        (VISITS, "no data yet", "figure.none"),
        (COMPLAINTS, "没有数据", "figure.none"),
        (CUSTOMERS, "12次", "figure.unit"),
        (SALES, "双十一带来的增长", "figure.none"),
        (SALES, "和上月一样", "figure.no_before"),
        (SATISFACTION, "十分满意", "figure.none"),
        (COMPLAINTS, "150 人", "figure.unit"),
        (RENEWAL, "85-88%", "figure.several"),
        (ORDERS, "100到120单", "figure.several"),
        (ORDERS, "127，其中3单", "figure.several"),
        *((ORDERS, said, "figure.aside") for said in ("比上月多10单", "比上月少20单", "目标100单", "上月110单")),
        *(
            (ORDERS, said, "figure.aside")
            for said in ("增加了10单", "同比增长10单", "up 10 orders", "target: 100 orders")
        ),
        *(
            (ORDERS, said, "figure.aside")
            for said in ("last month 110", "10 more than last month", "目标100单，上月110")
        ),
    ],
)
def test_what_is_no_figure_of_it_is_refused(asked: Asked, said: str, reason: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figure(said, asked)
    assert refused.value.reason.id == reason


@pytest.mark.parametrize(
    ("said", "readings"), [("0.88", ("88%", "0.88%")), ("本月 0.9", ("本月 90%", "本月 0.9%")), ("1", ("100%", "1%"))]
)
def test_a_share_without_a_sign_is_asked_about(said: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figure(said, SATISFACTION)
    assert unclear.value.readings == readings


def test_figures_of_several_leave_out_what_was_before() -> None:
    said = "退货率从2%降到1.8%，双十一订单 127 单"
    assert read_figures(said, [RETURNS, ORDERS]) == (Decimal("1.8"), Decimal(127))


@pytest.mark.parametrize(
    ("asked", "said", "readings"),
    [
        (VALUE, "412.000", ("412000", "412.0000")),
        (VALUE, "€ 412.000 this month", ("€ 412000 this month", "€ 412.0000 this month")),
        (HOURS, "1,250", ("1250", "1.2500")),
    ],
)
def test_a_group_of_three_digits_is_asked_about_where_the_standards_speak_for_the_other_reading(
    asked: Asked, said: str, readings: tuple[str, ...]
) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figure(said, asked)
    assert unclear.value.readings == readings
    small, large = sorted(read_figure(reading, asked) for reading in readings)
    assert small * 1000 == large


@pytest.mark.parametrize(
    ("asked", "said", "figure"),
    [
        (VALUE, "412,000", "412000"),
        (VALUE, "1.234.567", "1234567"),
        (VALUE, "412.00", "412"),
        (VALUE, "412.000 thousand", "412000"),
        (HOURS, "1.250", "1.25"),
        (CUSTOMERS, "12.000", "12"),
    ],
)
def test_a_group_of_three_digits_that_is_clear(asked: Asked, said: str, figure: str) -> None:
    assert read_figure(said, asked) == Decimal(figure)


TURNOVER = Asked("销售额", "CNY", Decimal(500000), scale=Decimal(10000))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("48", (480000, 48)),
        ("销售额 48.5", (485000, "48.5")),
        ("本月¥48", (480000, 48)),
        ("48元", (480000, 48)),
        ("四十八", (480000, 48)),
    ],
)
def test_a_number_may_be_meant_in_what_the_standard_is_written_in(said: str, figures: tuple[int | str, ...]) -> None:
    with pytest.raises(Unclear) as unclear:
        read_figure(said, TURNOVER)
    assert [read_figure(one, TURNOVER) for one in unclear.value.readings] == list(map(Decimal, figures))


@pytest.mark.parametrize(
    ("said", "figure"), [("48万", 480000), ("480000", 480000), ("0", 0), ("5千", 5000), ("9000", 9000)]
)
def test_a_number_that_is_near_enough_to_the_standard_is_taken_as_it_is(said: str, figure: int) -> None:
    assert read_figure(said, TURNOVER) == figure
    assert read_figure("48", replace(TURNOVER, scale=Decimal(1))) == 48


@given(st.decimals(1, 999, places=3), st.decimals(1, 10**6, places=2))
def test_a_number_that_is_asked_about_is_read_as_it_was_meant(figure: Decimal, basic: Decimal) -> None:
    said, asked = f"{figure}", Asked("Contract value", "EUR", basic)
    doubted = pytest.raises(Unclear) if _is_nearer(figure * 1000, figure, basic) else nullcontext()
    with doubted as unclear:
        assert read_figure(said, asked) == figure
    readings = unclear.value.readings if unclear else (said,)
    assert {read_figure(one, asked) for one in readings} == ({figure, figure * 1000} if unclear else {figure})


def _is_nearer(figure: Decimal, other: Decimal, basic: Decimal) -> bool:
    near, far = (max(one / basic, basic / one) for one in (figure, other))
    return far >= near * 10


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("1.8%, 127", ("1.8", "127")),
        ("1.8%，127单", ("1.8", "127")),
        ("1.8 和 127", ("1.8", "127")),
        ("分别是1.8%和127", ("1.8", "127")),
        ("1.8% and 127", ("1.8", "127")),
        ("127单，1.8%", ("1.8", "127")),
        ("1.8%", ("1.8", None)),
    ],
)
def test_numbers_without_names_are_taken_in_the_order_of_the_question(said: str, figures: tuple[str | None]) -> None:
    assert read_figures(said, [RETURNS, ORDERS]) == tuple(one and Decimal(one) for one in figures)


@pytest.mark.parametrize(
    "said",
    [
        "1. 退货率 1.8%\n2. 订单 127",
        "1.退货率1.8%\n2.订单127单",
        "1、退货率1.8%；2、订单127",
        "１．退货率１．８％\n２．订单１２７",
        "(1)退货率1.8%\n(2)订单127",
        "1) 退货率：1.8%\n2) 订单：127单",
        "1、订单127单。2、退货率1.8%。",
        "1. 1.8%\n2. 127单",
        "1、1.8%\n2、127",
        "1: 1.8%, 2: 127",
        "本月数据：\n1. 退货率 1.8%\n2. 订单 127",
    ],
)
def test_the_numbers_of_a_list_are_no_figures(said: str) -> None:
    assert read_figures(said, (RETURNS, ORDERS)) == (Decimal("1.8"), Decimal(127))


@pytest.mark.parametrize(
    ("asked", "said", "figures"),
    [
        ((SALES, RETURNS), "85万 1.8%", ("850000", "1.8")),
        ((SALES, RETURNS), "八十五万 1.8%", ("850000", "1.8")),
        ((SALES, RETURNS), "85.5萬 1.8%", ("855000", "1.8")),
        ((SALES, RETURNS), "85万1.8%", ("850000", "1.8")),
        ((SALES, RETURNS), "3万 5千 1.8%", ("35000", "1.8")),
        ((SALES, RETURNS), "销售额 850000 退货率 1.8", ("850000", "1.8")),
        ((RETURNS, ORDERS), "退货率 1.8 订单数量 127", ("1.8", "127")),
        ((VALUE, RENEWAL), "contract value 420000 renewal rate 88", ("420000", "88")),
        ((VALUE, RENEWAL), "Contract value: 420k Renewal rate: 88", ("420000", "88")),
        ((VALUE, RENEWAL), "420 thousand 88%", ("420000", "88")),
        ((VALUE, RENEWAL), "420 thousand 88.5%", ("420000", "88.5")),
        ((VALUE, RENEWAL), "1.2 million 88", ("1200000", "88")),
    ],
)
def test_figures_may_be_parted_by_spaces_alone(asked: tuple[Asked, ...], said: str, figures: tuple[str, ...]) -> None:
    assert read_figures(said, asked) == tuple(map(Decimal, figures))


@pytest.mark.parametrize(
    ("said", "figures"),
    [("1.8，127", ("1.8", "127")), ("1、2", ("1", "2")), ("1.8 1", ("1.8", "1")), ("退货率1，订单2", ("1", "2"))],
)
def test_numbers_that_are_no_list_are_figures(said: str, figures: tuple[str, ...]) -> None:
    assert read_figures(said, (RETURNS, ORDERS)) == tuple(map(Decimal, figures))


@given(st.lists(st.integers(2, 9999), min_size=4, max_size=4))
def test_as_many_bare_numbers_as_are_asked_for_are_the_figures(numbers: list[int]) -> None:
    said = "; ".join(map(str, numbers))
    four = [Asked(name, None) for name in ("客户满意率", "退货率", "订单数量", "投诉次数")]
    assert read_figures(said, four) == tuple(map(Decimal, numbers))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("1.8, 127, 3", "figures.which"),
        ("库存 55，员工 3", "figures.which"),
        ("退货率 1.8%，库存 55", "figures.which"),
        ("客户满意率 95%，订单 127", "figures.other"),
        ("退货率 1.8%，订单准时率 95", "figures.which"),
        ("不错", "figures.none"),
        ("订单少了2单", "figures.aside"),
    ],
)
def test_what_is_no_figure_of_what_is_asked_is_refused_with_an_example_that_works(said: str, reason: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figures(said, [RETURNS, ORDERS])
    assert refused.value.reason.id == reason
    works = words("zh_Hans").value(refused.value.reason.params["example"])
    assert read_figures(works, [RETURNS, ORDERS]) == (Decimal(2), Decimal(100))


def test_each_figure_of_a_line_is_asked_about_with_the_others() -> None:
    with pytest.raises(Unclear) as unclear:
        read_figures("满意率 0.88，投诉 3", [SATISFACTION, COMPLAINTS])
    assert unclear.value.readings == ("满意率 88%，投诉 3", "满意率 0.88%，投诉 3")
    read = [read_figures(reading, [SATISFACTION, COMPLAINTS]) for reading in unclear.value.readings]
    assert read == [(Decimal(88), Decimal(3)), (Decimal("0.88"), Decimal(3))]


SEPTEMBER = Days(dt.date(2026, 9, 1), dt.date(2026, 9, 30), dt.date(2026, 10, 5))
SEPTEMBERS = replace(RETURNS, days=SEPTEMBER)
INSIDE = (
    *(
        "9月4日",
        "九月四号",
        "2026年9月30日",
        "9月1日至10日",
        "截至10月5日",
        "2026-09-04",
        "2026/9/4",
        "4.9.2026",
        "9/4/2026",
    ),
    *(
        "4.9.",
        "9/4",
        "on 4 September",
        "(4th of Sept)",
        "September 4, 2026",
        "Sep 4th",
        "1 to 30 September",
        "on Sep 4",
    ),
)
OUTSIDE = (
    *("8月31日", "八月三十一号", "2025年9月30日", "10月6日", "2月30日", "2026-08-31", "31.8.2026"),
    *("31.8.", "8/31", "on 31 August", "31st of August", "August 31, 2026", "Aug 31st", "4 Sep 2025"),
)


@pytest.mark.parametrize("day", INSIDE)
@pytest.mark.parametrize("said", ["{}: 1.5%", "{} 退货率 1.5", "1.5% ({} )"])
def test_a_day_that_a_figure_is_about_is_no_figure(day: str, said: str) -> None:
    assert read_figure(said.format(day), SEPTEMBERS) == Decimal("1.5")
    assert read_figures(said.format(day) + ", 订单 127", [SEPTEMBERS, ORDERS]) == (Decimal("1.5"), Decimal(127))


@pytest.mark.parametrize("day", OUTSIDE)
@pytest.mark.parametrize("said", ["{}: 1.5%", "{} 退货率 1.5%", "1.5% ({} )"])
def test_a_figure_of_other_days_is_refused(day: str, said: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figure(said.format(day), SEPTEMBERS)
    assert refused.value.reason.id == "figure.day"


@pytest.mark.parametrize(
    "said", ["8月 退货率 1.5%", "2025年9月退货率1.5%", "10月份1.5%", "August: 1.5%", "For August 1.5%", "March 88%"]
)
def test_a_figure_of_another_month_is_refused(said: str) -> None:
    with pytest.raises(Unread, match=r"figure\.day"):
        read_figure(said, SEPTEMBERS)


@pytest.mark.parametrize(
    "said", ["9月 退货率 1.5%", "2026年9月1.5%", "九月份退货率1.5%", "Sept. 1.5%", "In September 1.5%"]
)
def test_a_figure_may_be_told_with_its_month(said: str) -> None:
    assert read_figure(said, SEPTEMBERS) == Decimal("1.5")


@pytest.mark.parametrize("said", ["8月31日没有退货", "no returns on 31 August"])
def test_none_of_other_days_is_refused(said: str) -> None:
    with pytest.raises(Unread, match=r"figure\.day"):
        read_figure(said, SEPTEMBERS)


@pytest.mark.parametrize("said", ["8月31日 退货率 1.5%，订单 127", "9月30日 订单 127，8月31日 退货率 1.5%"])
def test_each_figure_of_a_line_is_of_the_day_beside_it(said: str) -> None:
    with pytest.raises(Unread) as refused:
        read_figures(said, [SEPTEMBERS, replace(ORDERS, days=SEPTEMBER)])
    assert refused.value.reason.id == "figure.day"


@given(
    st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
    st.sampled_from(["{:%Y-%m-%d}", "{0.year}年{0.month}月{0.day}日"]),
)
def test_of_any_day_it_is_told_whether_the_figure_is_about_it(day: dt.date, written: str) -> None:
    inside = SEPTEMBER.first <= day <= SEPTEMBER.until
    with nullcontext() if inside else pytest.raises(Unread, match=r"figure\.day"):
        assert read_figure(f"{written.format(day)} 1.5%", SEPTEMBERS) == Decimal("1.5")


@pytest.mark.parametrize(
    ("said", "figure"),
    [("4.9", "4.9"), ("2/3", "0.666666666666667"), ("日均 12", "12"), ("September 88%", "88"), ("it was 4.9.", "4.9")],
)
def test_what_is_no_day_stays_a_figure(said: str, figure: str) -> None:
    assert read_figure(said, SEPTEMBERS) == Decimal(figure)


@pytest.mark.parametrize(
    "piece", ["1", "一", "-", "目标1", "5 of 1 ", "up 1 to ", "从1到", "(1)", "没有", "比", "订单1，"]
)
def test_long_answers_are_read_fast(piece: str) -> None:
    said, many = (piece * 5000)[:4990], [replace(ORDERS, name=f"{ORDERS.name}{name}") for name in "甲乙丙丁戊己庚辛"]
    for asked in ([ORDERS], [RETURNS, ORDERS], many):
        began = time.process_time()
        with suppress(Unread):
            read_figures(said, asked)
        assert time.process_time() - began < 3


def test_no_figure_of_a_long_answer_is_lost() -> None:
    asked = [Asked(f"产线{chr(ord('甲') + number * 3)}{chr(ord('海') + number * 5)}良率", "%") for number in range(60)]
    said = "，".join(f"{one.name} {90 + number / 10}%" for number, one in enumerate(asked))
    assert len(said) > 700
    assert read_figures(said, asked) == tuple(Decimal(str(90 + number / 10)) for number in range(60))
    with pytest.raises(Unread) as refused:
        read_figures(said + "。" * 5000, asked)
    assert refused.value.reason.id == "text.too_long"


OVER_RETURNS = Asked("退货率", "%", Decimal(2), ("订单数量",), Decimal(1))
OVER_ORDERS = Asked("订单数量", "单", Decimal(100), ("退货率",), Decimal(150))


@pytest.mark.parametrize(
    ("said", "returns", "orders"),
    [
        ("退货率超了0.3%，订单127", None, 127),
        ("退货率超出基本标准0.3%，订单127", None, 127),
        ("退货率1.8%，订单还差10单达标", "1.8", None),
        ("退货率1.8%，订单缺口10单", "1.8", None),
        ("退货率1.8%，订单超额完成27单", "1.8", None),
        ("退货率1.8%，订单127，比目标超出27单", "1.8", 127),
        ("退货率1.8%，订单一单都没有", "1.8", 0),
        ("退貨率1.8%，訂單一單也沒有", "1.8", 0),
        ("退货率1.8%，没有一单", "1.8", 0),
        ("退货率1.8%，订单二十一单没有退货", "1.8", 21),
    ],
)
def test_what_is_over_or_short_is_no_figure_and_not_one_is_none(
    said: str, returns: str | None, orders: int | None
) -> None:
    found = read_figures(said, [OVER_RETURNS, OVER_ORDERS])
    assert found == (returns and Decimal(returns), orders if orders is None else Decimal(orders))
