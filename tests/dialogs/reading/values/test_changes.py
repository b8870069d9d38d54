"""Changes as people tell them, and what no standard holds: it is asked about, never flattened into a level."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import Doubtful, read_told
from kpi.values import Base, Comparator, Sign
from locales.words import LANGUAGES, words


@pytest.mark.parametrize(
    ("text", "sign", "base", "value", "unit"),
    [
        ("double", Sign.UP, None, 100, "%"),
        ("double last year's sales", Sign.UP, Base.LAST_YEAR, 100, "%"),
        ("销售额翻倍", Sign.UP, None, 100, "%"),
        ("投诉减半", Sign.DOWN, None, 50, "%"),
        ("halve complaints", Sign.DOWN, None, 50, "%"),
        ("10% cheaper than last year", Sign.DOWN, Base.LAST_YEAR, 10, "%"),
        ("under budget by 3%", Sign.DOWN, Base.PLAN, 3, "%"),
        ("beat target by 5%", Sign.UP, Base.PLAN, 5, "%"),
        ("exceed the plan by 5%", Sign.UP, Base.PLAN, 5, "%"),
        ("成本较预算下浮2%", Sign.DOWN, Base.PLAN, 2, "%"),
        ("费用砍三成", Sign.DOWN, None, 30, "%"),
        ("减亏50万", Sign.DOWN, None, 500_000, None),
        ("毛利提两个点", Sign.UP, None, 2, "point"),
        ("比预算省个百分之五，原材料在涨", Sign.DOWN, Base.PLAN, 5, "%"),
        ("成本降个三成", Sign.DOWN, None, 30, "%"),
        ("國際生多收十五個", Sign.UP, None, 15, "個"),
        ("少写两份报告", Sign.DOWN, None, 2, "份报告"),
        ("多招收不少于15人", Sign.UP, None, 15, "人"),
        ("比隔壁班高3分", Sign.UP, None, 3, "分"),
        ("5% extra", Sign.UP, None, 5, "%"),
        ("30 seconds a call faster", None, None, 30, "second"),
        ("plus 3% on plan", Sign.UP, Base.PLAN, 3, "%"),
        ("单价降3毛", Sign.DOWN, None, Decimal("0.3"), "CNY"),
        ("比上个季度再降两个点", Sign.DOWN, Base.LAST_QUARTER, 2, "point"),
        ("an additional 15 sites", Sign.UP, None, 15, "sites"),
        ("reduce overtime by a third compared to last quarter", Sign.DOWN, Base.LAST_QUARTER, Decimal("33.33"), "%"),
        ("50% reduction against the 12-month pre-implementation average", Sign.DOWN, None, 50, "%"),
    ],
)
def test_a_change_is_no_level(text: str, sign: Sign, base: Base | None, value: int, unit: str | None) -> None:
    read = read_told(text).standard
    assert read.change
    assert (read.change.sign, read.change.base, read.unit) == (sign, base, unit)
    assert read.value == value


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("比2019年少一成", "比2019年"),
        ("用水量比2020年下降16%", "比2020年"),
        ("20% lower than in 2019", "lower than in 2019"),
        ("30% below 2019 levels", "below 2019"),
    ],
)
def test_a_change_keeps_a_year_that_it_is_measured_from(text: str, since: str) -> None:
    read = read_told(text).standard
    assert read.change
    assert (read.change.sign, read.change.base, read.condition) == (Sign.DOWN, None, since)


@pytest.mark.parametrize(
    "text", ["最多收15个", "占比高于5%", "不能多于5个", "全省3个示范点", "95% of P1s picked up inside 15 mins"]
)
def test_words_of_more_or_less_that_bound_or_name_are_no_change(text: str) -> None:
    assert read_told(text).standard.change is None


@pytest.mark.parametrize("text", ["-50%", "-5%"])
def test_a_bare_minus_may_be_a_decrease(text: str) -> None:
    with pytest.raises(Doubtful) as raised:
        read_told(text)
    assert [one.change is not None for one in raised.value.readings] == [False, True]


@pytest.mark.parametrize(
    ("text", "share", "change"),
    [
        ("低于预算的10%", "占预算的比例低于10%", "比计划降低10%"),
        ("低於預算的10%", "占預算的比例低于10%", "比计划降低10%"),
        ("不超过预算的5%", "占预算的比例不超过5%", "比计划提高不超过5%"),
        ("不得高于预算的5%", "占预算的比例不超过5%", "比计划提高不超过5%"),
        ("超过去年的30%", "占去年的比例高于30%", "比上年提高30%"),
        ("不低于去年的10%", "占去年的比例不低于10%", "比上年降低不超过10%"),
        ("少于去年的两成", "占去年的比例低于20%", "比上年降低20%"),
    ],
)
def test_a_share_of_a_base_may_be_a_change_against_it(text: str, share: str, change: str) -> None:
    with pytest.raises(Doubtful) as raised:
        read_told(text)
    assert tuple(words("zh_Hans").value(one) for one in raised.value.readings) == (share, change)
    assert all(words("zh_Hans").value(read_told(said).standard) == said for said in (share, change))


@pytest.mark.parametrize(
    "text",
    [
        *("低于收入的10%", "不低于去年的95%", "不超过预算的105%", "至多预算的10%", "≤预算的10%", "占预算的10%以内"),
        *("控制在预算的5%以内", "占预算的比例低于10%", "达到去年的10%"),
    ],
)
def test_a_share_that_can_be_nothing_else_is_one(text: str) -> None:
    read = read_told(text).standard
    assert read.share is not None
    assert read.change is None
    assert read.share.of in {"收入", "预算", "去年"}


@pytest.mark.parametrize("text", ["控制在预算10%以内", "达到计划10%"])
def test_what_compares_nothing_is_no_change(text: str) -> None:
    assert read_told(text).standard.change is None


@pytest.mark.parametrize("text", ["reduce energy use from 120 kWh per m2 by 10%", "reduce cost from €120 by 10%"])
def test_a_change_keeps_what_it_starts_from(text: str) -> None:
    read = read_told(text).standard
    assert read.change
    assert (read.change.figure, read.value) == (Decimal(120), Decimal(10))


@pytest.mark.parametrize(
    "text",
    [
        "前三名",
        "行业前五",
        "前10%",
        "85% (90% for managers)",
        "10家（含新客户3家）",
        "3% is unacceptable",
        "客诉不超过3件，最好没有",
        "24小时内答复；特殊情况一周内答复",
        "email < 1 h, chat < 1 min",
        "answer within 6 rings / 20 seconds",
        "increase by $30m to $62m",
        "increase membership by 500 to 12,000",
        "from 4.1 to 4.4 stars",
        "improve performance by 3 percentage points to 92%",
        "deliver 100% of projects on time and within 5% of budget",
        "hold overheads to within 2% of the 2025 figure",
    ],
)
def test_what_a_standard_cannot_hold_is_asked_about(text: str) -> None:
    with pytest.raises(Doubtful):
        read_told(text)


@pytest.mark.parametrize("text", ["by the 5th working day", "We target double-digit growth", "by 6.00PM"])
def test_what_counts_nothing_is_no_standard(text: str) -> None:
    with pytest.raises(Unread):
        read_told(text)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("no worse than last year", Base.LAST_YEAR),
        ("maintain attendance at last year's level", Base.LAST_YEAR),
        ("keep it level with last quarter", Base.LAST_QUARTER),
        ("no increase on last year", Base.LAST_YEAR),
        ("hold at current levels", Base.NOW),
        ("flat on last year", Base.LAST_YEAR),
        ("跟去年持平就行", Base.LAST_YEAR),
        ("不能比去年差", Base.LAST_YEAR),
        ("成本不高於去年", Base.LAST_YEAR),
        ("保持上季度水平", Base.LAST_QUARTER),
    ],
)
def test_what_is_to_stay_as_it_was_changes_by_nothing(text: str, base: Base) -> None:
    read = read_told(text).standard
    assert read.change
    assert (read.value, read.change.sign, read.change.base) == (Decimal(0), None, base)
    for language in LANGUAGES:
        assert "0" not in words(language).value(replace(read, comparator=Comparator.AT_LEAST))


@pytest.mark.parametrize(
    "text", ["better than last year", "maintain the current certificate", "保持现有证书", "keep costs in the budget"]
)
def test_what_names_no_figure_is_no_standard(text: str) -> None:
    with pytest.raises(Unread):
        read_told(text)
