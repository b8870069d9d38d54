"""Standards of every kind in words; what is said is read back, and never two things alike."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dialogs.reading.values.standards import read_standard
from dialogs.reading.values.units import UNITS
from kpi.comparison import essence
from kpi.levels import resulting
from kpi.plan import Direction, Standard
from kpi.values import Base, Change, Comparator, Limit, Per, Share, Sign
from locales.standards import in_full
from locales.statements import aspect
from locales.words import LANGUAGES, words

AT_LEAST, AT_MOST = Comparator.AT_LEAST, Comparator.AT_MOST
TWO_MILLION = Decimal(2_000_000)


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        (Standard("", Comparator.AT_LEAST, Decimal(97), unit="%"), ("at least 97%", "不低于97%", "不低於97%")),
        (
            Standard("", Comparator.AT_MOST, Decimal(2), unit="次", per="month"),
            ("at most 2 次 per month", "每月不超过2次", "每月不超過2次"),
        ),
        (
            Standard("", Comparator.RANGE, Decimal(1), Decimal(5), "working_day"),
            ("1 to 5 working days", "1至5个工作日", "1至5個工作天"),
        ),
        (Standard("", None, Decimal(3600000), unit="CNY"), ("CN¥3.6 million", "360万元", "360萬元人民幣")),
        (Standard("", None, Decimal(1), unit="hour"), ("1 hour", "1小时", "1小時")),
        (Standard("", items=("准时", "安全")), ("准时; 安全", "准时；安全", "准时；安全")),
        (
            Standard("", Comparator.EQUAL, Decimal(0), unit="延误", per="month"),
            ("no 延误 per month", "每月零延误", "每月零延误"),
        ),
        (Standard("", Comparator.AT_LEAST, Decimal(100), unit="%"), ("at least 100%", "达到100%", "達到100%")),
        (Standard("as agreed"), ("as agreed", "as agreed", "as agreed")),
    ],
)
def test_a_standard_in_words(standard: Standard, said: tuple[str, ...]) -> None:
    assert tuple(words(language).value(standard) for language in LANGUAGES) == said


def level(comparator: Comparator | None, value: str, unit: str | None = "%") -> Standard:
    return Standard("", comparator, Decimal(value), unit=unit)


def change(comparator: Comparator | None, value: str, change: Change, unit: str | None = "%") -> Standard:
    return Standard("", comparator, Decimal(value), unit=unit, change=change)


def within(comparator: Comparator, value: int, unit: str | None) -> Share:
    return Share(limit=Limit(comparator, Decimal(value), unit))


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        (
            replace(level(AT_LEAST, "95"), share=within(AT_MOST, 48, "hour")),
            ("at least 95% within 48 hours", "不低于95%（48小时内）", "不低於95%（48小時內）"),
        ),
        (
            replace(level(AT_LEAST, "95"), share=within(Comparator.LESS_THAN, 3, "working_day")),
            ("at least 95% in less than 3 working days", "不低于95%（少于3个工作日）", "不低於95%（少於3個工作天）"),
        ),
        (
            replace(level(AT_LEAST, "100"), share=Share("紧急工单", Limit(AT_MOST, Decimal(2), "次"))),
            (
                "at least 100% of 紧急工单 with at most 2 次",
                "占紧急工单的比例达到100%（不超过2次）",
                "占紧急工单的比例達到100%（不超過2次）",
            ),
        ),
        (
            replace(level(AT_MOST, "105"), share=Share("预算")),
            ("at most 105% of 预算", "占预算的比例不超过105%", "占预算的比例不超過105%"),
        ),
        (
            Standard("", Comparator.RANGE, Decimal(95), Decimal(105), "%", share=Share("budget")),
            ("95 to 105% of budget", "budget的95至105%", "budget的95至105%"),
        ),
        (
            replace(level(AT_MOST, "2", None), rates=(Per(Decimal(1000), "bed days"),)),
            ("at most 2 per 1,000 bed days", "每1,000 bed days不超过2", "每1,000 bed days不超過2"),
        ),
        (
            replace(level(AT_MOST, "35", "CNY"), rates=(Per(Decimal(1), "托盘"),)),
            ("at most CN¥35 per 托盘", "每托盘不超过35元", "每托盘不超過35元人民幣"),
        ),
        (
            replace(level(AT_MOST, "3.2", "CNY"), rates=(Per(Decimal(1), "人"),), per="month"),
            ("at most CN¥3.20 per 人 per month", "每人每月不超过3.20元", "每人每月不超過3.20元人民幣"),
        ),
        (
            replace(level(AT_MOST, "1", None), rates=(Per(Decimal(1), "shift"), Per(Decimal(200_000), "hour"))),
            ("at most 1 per shift per 200,000 hours", "每shift每200,000小时不超过1", "每shift每200,000小時不超過1"),
        ),
        (
            change(AT_LEAST, "5", Change(Sign.DOWN, Base.LAST_YEAR)),
            ("at least 5% less than last year", "比上年至少降低5%", "比去年至少降低5%"),
        ),
        (
            change(AT_LEAST, "5", Change(Sign.DOWN, Base.LAST_YEAR, TWO_MILLION, "CNY")),
            (
                "at least 5% less than last year (CN¥2 million → at most CN¥1.9 million)",
                "比上年至少降低5%（200万元 → 不超过190万元）",
                "比去年至少降低5%（200萬元人民幣 → 不超過190萬元人民幣）",
            ),
        ),
        (
            change(None, "3", Change(Sign.UP, None, Decimal(82)), "point"),
            (
                "3 percentage points more (82% → at least 85%)",
                "提高3个百分点（82% → 不低于85%）",
                "提高3個百分點（82% → 不低於85%）",
            ),
        ),
        (
            change(AT_LEAST, "20", Change(None, Base.NOW)),
            ("at least 20% better than now", "比目前至少改善20%", "比目前至少改善20%"),
        ),
        (
            change(AT_LEAST, "20", Change(None, Base.NOW, Decimal(50), "分钟")),
            ("at least 20% better than now (50 分钟)", "比目前至少改善20%（50分钟）", "比目前至少改善20%（50分钟）"),
        ),
        (
            change(AT_MOST, "3", Change(Sign.UP, Base.PLAN)),
            ("at most 3% more than plan", "比计划提高不超过3%", "比計畫提高不超過3%"),
        ),
        (
            change(AT_LEAST, "2", Change(Sign.DOWN, Base.LAST_MONTH, Decimal(10), "件"), "件"),
            (
                "at least 2 件 less than last month (10 件 → at most 8 件)",
                "比上月至少减少2件（10件 → 不超过8件）",
                "比上個月至少減少2件（10件 → 不超過8件）",
            ),
        ),
        (
            change(AT_LEAST, "4", Change(Sign.DOWN, Base.NOW, Decimal(2), "day"), "hour"),
            (
                "at least 4 hours less than now (2 days → at most 44 hours)",
                "比目前至少减少4小时（2天 → 不超过44小时）",
                "比目前至少減少4小時（2天 → 不超過44小時）",
            ),
        ),
        (
            change(Comparator.PLUS_MINUS, "5", Change(None, Base.AVERAGE, Decimal(200), "CNY")),
            (
                "a change of ±5% from the average (CN¥200 → CN¥200 ± CN¥10)",
                "比平均水平变动±5%（200元 → 200元±10元）",
                "比平均水準變動±5%（200元人民幣 → 200元人民幣±10元人民幣）",
            ),
        ),
        (
            replace(change(AT_LEAST, "3", Change(Sign.DOWN, Base.LAST_YEAR), "point"), share=Share("revenue")),
            (
                "share of revenue: at least 3 percentage points less than last year",
                "占revenue的比例比上年至少降低3个百分点",
                "占revenue的比例比去年至少降低3個百分點",
            ),
        ),
        (
            replace(level(AT_LEAST, "4.2", None), out_of=Decimal(5)),
            ("at least 4.2 out of 5", "不低于4.2分（满分5分）", "不低於4.2分（滿分5分）"),
        ),
        (
            replace(change(AT_LEAST, "0.2", Change(Sign.UP, Base.LAST_YEAR, Decimal(4)), None), out_of=Decimal(5)),
            (
                "at least 0.2 more than last year out of 5 (4 → at least 4.2)",
                "比上年至少增加0.2分（满分5分）（4分 → 不低于4.2分）",
                "比去年至少增加0.2分（滿分5分）（4分 → 不低於4.2分）",
            ),
        ),
        (
            replace(level(AT_MOST, "15", "minute"), condition="紧急工单"),
            ("紧急工单: at most 15 minutes", "紧急工单：不超过15分钟", "紧急工单：不超過15分鐘"),
        ),
        (
            replace(level(AT_MOST, "15", "minute"), condition="for urgent tickets"),
            (
                "for urgent tickets: at most 15 minutes",
                "for urgent tickets：不超过15分钟",
                "for urgent tickets：不超過15分鐘",
            ),
        ),
    ],
)
def test_every_kind_in_words(standard: Standard, said: tuple[str, ...]) -> None:
    assert tuple(words(language).value(standard) for language in LANGUAGES) == said


def test_a_note_is_shown_only_in_full() -> None:
    noted = replace(level(AT_LEAST, "95"), note="每降1%扣2分")
    said = [(words(language).value(noted), words(language).value(in_full(noted))) for language in LANGUAGES]
    assert said == [
        ("at least 95%", "at least 95% (scoring rule: 每降1%扣2分)"),
        ("不低于95%", "不低于95%（评分规则：每降1%扣2分）"),
        ("不低於95%", "不低於95%（評分規則：每降1%扣2分）"),
    ]
    assert in_full(level(AT_LEAST, "95")) == level(AT_LEAST, "95")


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        (level(AT_LEAST, "97"), ("a share of at least 97%", "share不低于97%")),
        (
            change(AT_LEAST, "5", Change(Sign.DOWN, Base.LAST_YEAR)),
            ("a share at least 5% less than last year", "share比上年至少降低5%"),
        ),
        (
            replace(level(AT_MOST, "15", "minute"), condition="for urgent tickets"),
            ("a share (for urgent tickets) of at most 15 minutes", "share（for urgent tickets）不超过15分钟"),
        ),
        (level(Comparator.EQUAL, "0"), ("a share of zero", "share为零")),
        (replace(level(AT_MOST, "0", "停线"), per="month"), ("a share of zero per month", "每月share为零")),
        (
            Standard("", items=("on time", "safe")),
            ("the standard for share: on time; safe", "share要求（on time；safe）"),
        ),
    ],
)
def test_an_indicator_with_its_standard(standard: Standard, said: tuple[str, str]) -> None:
    assert tuple(words(language).say(aspect("share", standard)) for language in ("en", "zh_Hans")) == said


@pytest.mark.parametrize(
    ("indicator", "standard", "said"),
    [
        ("report accuracy rate", level(AT_LEAST, "97"), "a report accuracy rate of at least 97%"),
        ("on-time rate", level(AT_LEAST, "95"), "an on-time rate of at least 95%"),
        ("NPS", level(AT_LEAST, "40", None), "an NPS of at least 40"),
        ("uptime", level(AT_LEAST, "99"), "an uptime of at least 99%"),
        ("unit cost", level(AT_MOST, "3", "EUR"), "a unit cost of at most €3"),
        ("sales", level(AT_LEAST, "300", "EUR"), "sales of at least €300"),
        ("the margin", level(AT_LEAST, "30"), "the margin of at least 30%"),
        ("calls held on Mondays", level(AT_LEAST, "4", None), "at least 4 calls held on Mondays"),
        ("customer visits", level(AT_LEAST, "30", "visits"), "at least 30 customer visits"),
        ("number of complaints", level(AT_MOST, "2", None), "at most 2 complaints"),
        ("days to collection", level(AT_MOST, "45", "day"), "at most 45 days to collection"),
        ("complaints", level(AT_MOST, "1", "complaint"), "at most 1 complaint"),
        ("complaints", level(AT_MOST, "1", None), "complaints of at most 1"),
        ("complaints", level(Comparator.EQUAL, "0", None), "no complaints"),
        ("downtime", level(Comparator.EQUAL, "0", None), "a downtime of zero"),
        ("准时率", level(AT_LEAST, "95"), "准时率 of at least 95%"),
    ],
)
def test_english_says_what_is_reached_as_a_sentence_has_it(indicator: str, standard: Standard, said: str) -> None:
    assert words("en").say(aspect(indicator, standard)) == said


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        (level(AT_LEAST, "20", "件"), "不少于20件"),
        (level(AT_LEAST, "40", "hour"), "不少于40小时"),
        (level(AT_LEAST, "90", "分"), "不低于90分"),
        (level(AT_LEAST, "97"), "不低于97%"),
        (level(AT_LEAST, "800000", "CNY"), "不低于80万元"),
        (level(Comparator.LESS_THAN, "3", "次"), "少于3次"),
        (level(AT_MOST, "0", "停线"), "零停线"),
    ],
)
def test_what_is_counted_is_bounded_in_words_of_its_own(standard: Standard, said: str) -> None:
    assert words("zh_Hans").value(standard) == said


VALUES = (
    st.decimals(0, 10**9, places=2).filter(lambda value: value != 1).map(lambda one: Decimal(f"{one.normalize():f}"))
)
"""Not one, of which English speaks in the singular: "1 complaint" is of the same unit as "2 complaints"."""
NOUNS = {"en": ["complaints", "new customers"], "zh_Hans": ["次", "家门店", "份"], "zh_Hant": ["次", "家門市", "份"]}
PERIODS = st.sampled_from([None, "day", "week", "month", "quarter", "year"])


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_every_level_is_read_back(language: str, data: st.DataObject) -> None:
    units = [None, "%", "CNY", "USD", "TWD", "HKD", "EUR", *UNITS, *NOUNS[language]]
    comparator = data.draw(st.sampled_from([None, *Comparator]))
    low, high = sorted([data.draw(VALUES), data.draw(VALUES)])
    if low == 0 and comparator is None:
        comparator = Comparator.EQUAL
    upper = high if comparator is Comparator.RANGE else None
    meant = Standard("", comparator, low, upper, data.draw(st.sampled_from(units)), data.draw(PERIODS))
    read = read_standard(words(language).value(meant))
    assert (read.comparator, read.value, read.upper) == (comparator, low, upper), read.text
    assert (read.unit, read.per) == (meant.unit, meant.per), read.text


SMALL = st.sampled_from([Decimal(one) for one in ("0", "1", "2", "5", "100", "0.5", "2000000")])
LIMITS = st.builds(
    Limit, st.sampled_from(list(Comparator)[:5]), SMALL, st.sampled_from([None, "hour", "day", "times", "%"])
)
SHARES = (
    st.none()
    | st.builds(Share, st.sampled_from(["budget", "预算"]), st.none() | LIMITS)
    | st.builds(Share, limit=LIMITS)
)
CHANGES = st.builds(
    Change,
    st.sampled_from([None, *Sign]),
    st.sampled_from([None, *Base]),
    st.none() | SMALL.filter(bool),
    st.sampled_from(["CNY", "day", "件"]),
).map(lambda one: one if one.figure is not None else replace(one, unit=None))
RATES = st.lists(
    st.builds(Per, st.sampled_from([Decimal(1), Decimal(1000)]), st.sampled_from(["人", "pallet"])), max_size=2
)


@st.composite
def anything(draw: st.DrawFn) -> Standard:
    """A number of any kind, its parts put together as people may put them."""
    comparator = draw(st.sampled_from([None, *Comparator]))
    value = draw(SMALL)
    upper = value + 1 if comparator is Comparator.RANGE else None
    changed = draw(st.none() | CHANGES)
    if changed and comparator is Comparator.PLUS_MINUS:
        changed = replace(changed, sign=None)
    unit = draw(
        st.sampled_from([None, "%", "CNY", "hour", "次", "point"] if changed else [None, "%", "CNY", "hour", "次"])
    )
    return Standard(
        "",
        comparator,
        value,
        upper,
        unit,
        draw(st.sampled_from([None, "day", "month"])),
        rates=tuple(draw(RATES)),
        share=draw(SHARES) if unit == "%" else None,
        change=changed,
        out_of=draw(st.none() | st.just(Decimal(100))) if unit is None else None,
        condition=draw(st.sampled_from([None, "紧急工单", "for new customers"])),
    )


PARTS: tuple[tuple[str, ...], ...] = (
    ("comparator", "upper"),
    ("value",),
    ("unit",),
    ("per",),
    ("rates",),
    ("share",),
    ("change",),
    ("out_of",),
    ("condition",),
)


def can_be_meant(one: Standard) -> bool:
    """Whether the parts go together: shares are percentages, grades have no unit, points are of changes."""
    unit = one.unit
    ways = one.change.sign if one.change and one.comparator is Comparator.PLUS_MINUS else None
    ordered = one.upper is None or (one.value or 0) < one.upper
    return (
        ordered
        and ways is None
        and (not one.share or unit == "%")
        and (one.out_of is None or unit is None)
        and (unit != "point" or one.change is not None)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(one=anything(), another=anything(), parts=st.sampled_from(PARTS))
def test_no_two_standards_are_said_alike(
    language: str, one: Standard, another: Standard, parts: tuple[str, ...]
) -> None:
    other = replace(one, **{part: getattr(another, part) for part in parts})
    assume(can_be_meant(other))
    say = words(language).value
    assert (say(one) == say(other)) is (essence(one) == essence(other))


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    sign=st.sampled_from(Sign),
    comparator=st.sampled_from([None, AT_LEAST, AT_MOST, Comparator.MORE_THAN, Comparator.LESS_THAN]),
    number=st.integers(1, 99).map(Decimal),
    figure=st.integers(1, 10**7).map(Decimal),
)
def test_the_level_that_a_change_makes_is_said_as_it_is_held(
    language: str, sign: Sign, comparator: Comparator | None, number: Decimal, figure: Decimal
) -> None:
    standard = Standard("", comparator, number, unit="%", change=Change(sign, Base.LAST_YEAR, figure, "CNY"))
    said = words(language).value(standard)
    made, read = resulting(standard, Direction.MORE), read_standard(said.partition("→ ")[2].rstrip(")）"))
    assert made
    assert (read.comparator, read.value, read.unit) == (made.comparator, made.value, made.unit)
