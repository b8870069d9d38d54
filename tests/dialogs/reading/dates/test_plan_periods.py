"""The periods of plans as people tell them, in the three languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.dates.plan_periods import read_period
from dialogs.reading.unread import Unclear, Unread
from kpi.period import Period, Span, months_from
from locales.words import LANGUAGES, words

TODAY = dt.date(2026, 12, 1)


def days(text: str, start: int | None = None, today: dt.date = TODAY) -> str:
    found = read_period(text, today, start).days
    assert found
    return f"{found.first} {found.last}"


SAID = {
    "2027-01-01 2027-12-31": (
        "2027 | 2027年 | 2027年度考核 | 明年 | next year | 二〇二七年 | 民國116年 | 116年度 | 2027年全年"
        " | the whole of 2027 | 嗯，2027年吧 | I think 2027, thanks"
    ),
    "2027-01-01 2027-06-30": (
        "H1 2027 | 1H2027 | 上半年 | 明年上半年 | first half of 2027 | 2027年1月至6月 | 2027年1-6月 | 下个半年"
        " | January to June 2027"
    ),
    "2027-07-01 2027-12-31": "2027年下半年 | 明年下半年 | the second half of next year | 2027 H2",
    "2027-01-01 2027-09-30": "Q1 to Q3 2027 | Q1-Q3 2027 | 2027年前三季度 | 2027年1-3季度 | 一季度到三季度",
    "2027-01-01 2027-03-31": "2027Q1 | 2027-Q1 | 第一季度 | next quarter | 下季度",
    "2027-04-01 2028-03-31": (
        "from April for twelve months | 从4月起一年 | 從4月起一年 | twelve months from April 2027 | 2027年4月至次年3月"
        " | 1 April 2027 – 31 March 2028 | 2027.4-2028.3 | 2027/4/1-2028/3/31 | 2027年4月1日至2028年3月31日"
    ),
    "2026-12-01 2027-12-31": "从现在到明年年底 | from now until the end of 2027",
    "2026-10-01 2026-12-31": "本季度 | this quarter",
}


@pytest.mark.parametrize(
    ("text", "expected"), [(text, expected) for expected, texts in SAID.items() for text in texts.split(" | ")]
)
def test_what_people_say(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "depends",
            "看情况",
            "看情況",
            "差不多就行",
            "every year",
            "每月",
            "2027 unless we change it",
            "six months",
            "半年",
        ),
        *(
            "H1 and H2 2027",
            "2027 and 2028",
            "2027 to 2035",
            "Ann",
            "2027年除了一季度",
            "2027年，我们12个人都一样",
            "2027-13-01 to 2028-01-01",
            "",
        ),
    ],
)
def test_what_is_no_period_is_asked_again(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_period(text, TODAY)
    assert unread.value.reason.id == "unread.period"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明年一季度先试运行，好用再推全年", "2027-01-01 2027-03-31"),
        ("我們公家單位都寫民國，116年度", "2027-01-01 2027-12-31"),
        ("先抓明年 Q1 好了，之後再滾動", "2027-01-01 2027-03-31"),
        ("calender year 2027 same as everybody here", "2027-01-01 2027-12-31"),
        ("We run April to March so it would be the 27/28 year", "2027-04-01 2028-03-31"),
        ("H1.. no wait, bonus is paid once a year so it has to be the full 2027", "2027-01-01 2027-12-31"),
        (
            "just the first quarter 2027 for now, she is still on probation until end of March",
            "2027-01-01 2027-03-31",
        ),
        ("不是今年，是明年", "2027-01-01 2027-12-31"),
        ("按财年走，我们财年4月到次年3月，就下个财年", "2027-04-01 2028-03-31"),
        ("116年上半年先試，不行再改", "2027-01-01 2027-06-30"),
        ("我們會計年度是7月開始，所以就明年7月到後年6月", "2027-07-01 2028-06-30"),
        ("會計年度，七月到隔年六月，從明年七月起算", "2027-07-01 2028-06-30"),
        ("our financial year, april 27 till end of march 28", "2027-04-01 2028-03-31"),
    ],
)
def test_a_period_is_taken_out_of_what_is_said_around_it(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027, but only until June", ["2027-01-01 2027-12-31", "2027-01-01 2027-06-30"]),
        ("2027 but only from April", ["2027-04-01 2027-12-31", "2027-04-01 2028-03-31"]),
        (
            "second half of 2027, first half is already done with HR",
            ["2027-07-01 2027-12-31", "2027-01-01 2027-06-30"],
        ),
        ("probably 2027 or H1", ["2027-01-01 2027-12-31", "2027-01-01 2027-06-30"]),
    ],
)
def test_more_than_one_time_in_a_sentence_is_asked_about(text: str, expected: list[str]) -> None:
    with pytest.raises(Unclear) as unclear:
        read_period(text, TODAY)
    assert [days(reading) for reading in unclear.value.readings] == expected


@pytest.mark.parametrize("text", ["2025", "2025年", "H1 2026", "2026年11月", "去年"])
def test_what_is_over_is_no_period_of_a_plan(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_period(text, TODAY)
    assert unread.value.reason.id == "unread.period.over"


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("下半年", None, ["2026-07-01 2026-12-31", "2027-07-01 2027-12-31"]),
        ("H2", None, ["2026-07-01 2026-12-31", "2027-07-01 2027-12-31"]),
        ("全年", None, ["2026-01-01 2026-12-31", "2027-01-01 2027-12-31"]),
        ("from April", None, ["2027-04-01 2027-12-31", "2027-04-01 2028-03-31"]),
        ("从4月起", None, ["2027-04-01 2027-12-31", "2027-04-01 2028-03-31"]),
        ("FY27", 4, ["2026-04-01 2027-03-31", "2027-04-01 2028-03-31"]),
        ("2027財年", 4, ["2026-04-01 2027-03-31", "2027-04-01 2028-03-31"]),
        ("2026-2027", 4, ["2026-01-01 2027-12-31", "2026-04-01 2027-03-31"]),
        ("下个财年", None, [f"2027-{month} 2028-{last}" for month, last in (("04-01", "03-31"), ("07-01", "06-30"))]),
    ],
)
def test_what_may_be_meant_in_more_ways_is_asked(text: str, start: int | None, expected: list[str]) -> None:
    with pytest.raises(Unclear) as unclear:
        read_period(text, TODAY, start)
    readings = [days(reading) for reading in unclear.value.readings]
    assert [one for one in readings if one in expected] == expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("FY27", 1, "2027-01-01 2027-12-31"),
        ("our fiscal year, april to march, so the one starting next april", None, "2027-04-01 2028-03-31"),
        ("next April to March", None, "2027-04-01 2028-03-31"),
        ("明年一整年", None, "2027-01-01 2027-12-31"),
        *((text, 4, "2026-04-01 2027-03-31") for text in ("FY26/27", "2026/27", "FY26", "本财年", "this fiscal year")),
        *((text, 4, "2027-04-01 2028-03-31") for text in ("FY27/28", "下个财年", "next fiscal year", "明年财年")),
        ("2027财年上半年", 4, "2027-04-01 2027-09-30"),
        ("FY27 Q1", 4, "2027-04-01 2027-06-30"),
    ],
)
def test_fiscal_years_begin_as_the_organisation_says(text: str, start: int, expected: str) -> None:
    assert days(text, start) == expected


def test_a_period_that_has_begun_lately_is_meant_still() -> None:
    assert days("下半年", today=dt.date(2026, 8, 10)) == "2026-07-01 2026-12-31"
    assert days("Q3", today=dt.date(2026, 8, 10)) == "2026-07-01 2026-09-30"
    assert days("第一季度", today=dt.date(2026, 8, 10)) == "2027-01-01 2027-03-31"


@given(
    first=st.dates(dt.date(2027, 1, 1), dt.date(2040, 12, 31)),
    months=st.integers(1, 24),
    whole=st.booleans(),
    language=st.sampled_from(LANGUAGES),
)
def test_a_period_put_into_words_is_read_as_itself(first: dt.date, months: int, whole: bool, language: str) -> None:
    span = months_from(first.replace(day=1) if whole else first, months)
    said = words(language).value(Period("", span))
    assert read_period(said, TODAY).days == span, said


@given(text=st.text(max_size=40))
def test_any_text_is_read_or_asked_about(text: str) -> None:
    try:
        found = read_period(text, TODAY).days
    except Unread:
        return
    assert found
    assert found.first <= found.last


def test_a_span_knows_its_months() -> None:
    assert Span(dt.date(2027, 4, 1), dt.date(2028, 3, 31)).months == 12
    assert Span(dt.date(2027, 4, 2), dt.date(2028, 3, 31)).months == 0
    assert months_from(dt.date(2027, 8, 31), 6) == Span(dt.date(2027, 8, 31), dt.date(2028, 2, 29))
