"""Days from one to another."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.dates.spans import read_span
from dialogs.reading.unread import Unread

TODAY = dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2 Dec - 9 Dec", "2026-12-02", "2026-12-09"),
        ("12月2日至9日", "2026-12-02", "2026-12-09"),
        ("12月2日-9日", "2026-12-02", "2026-12-09"),
        ("Dec 2 to Dec 9", "2026-12-02", "2026-12-09"),
        ("from 2 to 9 December", "2026-12-02", "2026-12-09"),
        ("明天", "2026-11-27", "2026-11-27"),
        ("next Friday", "2026-12-04", "2026-12-04"),
        ("12月28日到1月3日", "2026-12-28", "2027-01-03"),
        ("2 Dec – 5 Jan", "2026-12-02", "2027-01-05"),
        ("下周一至下周五", "2026-11-30", "2026-12-04"),
        ("下週一至下週五", "2026-11-30", "2026-12-04"),
    ],
)
def test_reads_the_first_and_the_last_day(text: str, first: str, last: str) -> None:
    assert [str(day) for day in read_span(text, TODAY)] == [first, last]


@pytest.mark.parametrize("text", ["", "x", "每周一", "2 Dec - 9 Dec - 11 Dec", "9 Dec 2027 - 2 Dec 2026", "2月30日"])
def test_what_is_no_span_is_not_read(text: str) -> None:
    with pytest.raises(Unread):
        read_span(text, TODAY)


MONDAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("到周五", "2026-03-02", "2026-03-06"),
        ("until Friday", "2026-03-02", "2026-03-06"),
        ("I'm off till 6 March", "2026-03-02", "2026-03-06"),
        ("3月1日到3月5日", "2026-03-01", "2026-03-05"),
        ("28 Feb - 5 Mar", "2026-02-28", "2026-03-05"),
        ("1号到5号", "2026-03-01", "2026-03-05"),
        ("28号到3号", "2026-03-28", "2026-04-03"),
        ("10 Nov - 20 Nov", "2026-11-10", "2026-11-20"),
        ("周五到周二", "2026-03-06", "2026-03-10"),
        ("2026-03-20 to 2026-03-25", "2026-03-20", "2026-03-25"),
        ("2026-03-20~2026-03-25", "2026-03-20", "2026-03-25"),
        ("12.2-12.9", "2026-12-02", "2026-12-09"),
        ("20.3. - 25.3.", "2026-03-20", "2026-03-25"),
        ("3/20-3/25", "2026-03-20", "2026-03-25"),
        ("2 Dec-9 Dec", "2026-12-02", "2026-12-09"),
        ("Wed-Fri", "2026-03-04", "2026-03-06"),
        ("周三-周五", "2026-03-04", "2026-03-06"),
        ("下周", "2026-03-09", "2026-03-15"),
        ("周末", "2026-03-07", "2026-03-08"),
        ("away next weekend", "2026-03-14", "2026-03-15"),
        ("我下周不在", "2026-03-09", "2026-03-15"),
        ("away next week", "2026-03-09", "2026-03-15"),
        ("this week", "2026-03-02", "2026-03-08"),
        ("下个月", "2026-04-01", "2026-04-30"),
        ("3天", "2026-03-02", "2026-03-04"),
        ("3 days", "2026-03-02", "2026-03-04"),
        ("请假十三天", "2026-03-02", "2026-03-14"),
        ("two weeks", "2026-03-02", "2026-03-15"),
        ("从3月5日起3天", "2026-03-05", "2026-03-07"),
        ("3 days from tomorrow", "2026-03-03", "2026-03-05"),
        ("in 13 days", "2026-03-15", "2026-03-15"),
        ("20.3.-25.3.", "2026-03-20", "2026-03-25"),
        ("5.6.-8.6.", "2026-06-05", "2026-06-08"),
        ("5.6. - 8.6.2027", "2027-06-05", "2027-06-08"),
        ("20.3. - 25.3.2027", "2027-03-20", "2027-03-25"),
        ("28 Dec - 3 Jan 2027", "2026-12-28", "2027-01-03"),
        ("next month", "2026-04-01", "2026-04-30"),
        ("this month", "2026-03-02", "2026-03-31"),
        ("我下下周不在", "2026-03-16", "2026-03-22"),
        ("the week after next", "2026-03-16", "2026-03-22"),
        ("下下个月", "2026-05-01", "2026-05-31"),
        ("3月2日起一周", "2026-03-02", "2026-03-08"),
        ("a week from 2 March", "2026-03-02", "2026-03-08"),
        ("3月20日起一个月", "2026-03-20", "2026-04-19"),
        ("four months from 31 May", "2026-05-31", "2026-09-29"),
    ],
)
def test_a_span_is_not_over_yet(text: str, first: str, last: str) -> None:
    assert [str(day) for day in read_span(text, MONDAY)] == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "3月5日到3月3日",
        "5 March - 3 March",
        "2026-03-25 to 2026-03-20",
        "0 days",
        "500天",
        "5/6/2027",
        "5.6.2027",
        "20 months",
    ],
)
def test_what_ends_before_it_begins_or_lasts_too_long_is_not_read(text: str) -> None:
    with pytest.raises(Unread):
        read_span(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-12-02..2026-12-09", "2026-12-02", "2026-12-09"),
        ("2026-12-02…2026-12-09", "2026-12-02", "2026-12-09"),
        ("Dec 2 thru Dec 9", "2026-12-02", "2026-12-09"),
        ("整个12月", "2026-12-01", "2026-12-31"),
        ("十二月整月都不在", "2026-12-01", "2026-12-31"),
        ("the whole of December", "2026-12-01", "2026-12-31"),
        ("all November", "2026-11-26", "2026-11-30"),
        ("back on 9 Dec", "2026-11-26", "2026-12-08"),
        ("I return to work on 9 Dec", "2026-11-26", "2026-12-08"),
        ("not in until I'm back on 9 Dec", "2026-11-26", "2026-12-08"),
        ("12月2日回来", "2026-11-26", "2026-12-01"),
        ("12月9日回公司上班", "2026-11-26", "2026-12-08"),
        ("from 2 Dec, back on 9 Dec", "2026-12-02", "2026-12-08"),
        ("2 Dec until back on 9 Dec", "2026-12-02", "2026-12-08"),
        ("12月2日起，9日回来", "2026-12-02", "2026-12-08"),
        ("12月2日至9日不上班", "2026-12-02", "2026-12-09"),
        ("12月2日-9日回老家", "2026-12-02", "2026-12-09"),
        ("not in the office on 2 Dec", "2026-12-02", "2026-12-02"),
        ("12/2-12/9", "2026-12-02", "2026-12-09"),
        ("13/12-15/12", "2026-12-13", "2026-12-15"),
    ],
)
def test_a_span_as_it_is_told_in_words(text: str, first: str, last: str) -> None:
    assert [str(day) for day in read_span(text, TODAY)] == [first, last]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *(
            (text, "unread.span.open")
            for text in ("from 2 Dec", "starting 2 Dec", "since 2 Dec", "2 Dec onwards", "after 2 Dec")
        ),
        *(
            (text, "unread.span.open")
            for text in ("12月2日起", "12月2日以后", "从12月2日开始", "from next week", "下周起")
        ),
        *((text, "unread.span.order") for text in ("2/12-9/12", "2.12 - 9.12", "2/12", "3/12-2/1")),
        *((text, "unread.span") for text in ("9 Dec - 2 Dec", "12月9日至2日")),
        *((text, "unread.span.over") for text in ("1 Nov - 3 Nov", "11月20日至11月21日", "1 Nov")),
        *((text, "unread.span.over") for text in ("2 Dec - 9 Dec 2025", "2 Dec 2025", "2026-11-02..2026-11-09")),
        *(
            (text, "unread.span")
            for text in ("not on 2 Dec", "except 2 Dec", "除了12月2日", "12月2日不请假", "before 9 Dec")
        ),
        *(
            (text, "unread.span")
            for text in ("休息到9号，10号上班", "12月2日至9日，10日回来", "back today", "back next week")
        ),
    ],
)
def test_what_is_no_plain_span_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(Unread) as refused:
        read_span(text, TODAY)
    assert refused.value.reason.id == reason


@given(
    st.dates(TODAY, dt.date(2027, 6, 30)),
    st.integers(1, 200),
    st.sampled_from([" to ", "..", "…", "~", " - ", " thru ", "至", "到"]),
)
def test_days_are_read_whatever_joins_them(first: dt.date, days: int, joined: str) -> None:
    last = first + dt.timedelta(days=days)
    assert read_span(f"{first}{joined}{last}", TODAY) == (first, last)


@given(st.dates(dt.date(2027, 1, 1), dt.date(2027, 12, 31)), st.integers(0, 200))
def test_days_as_germans_write_them_are_read_with_the_year_of_the_last(first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days=days)
    said = f"{first.day}.{first.month}. - {last.day}.{last.month}.{last.year}"
    assert read_span(said, MONDAY) == (first, last)


@pytest.mark.parametrize(
    ("text", "country", "today", "first", "last"),
    [
        ("春节", "CN", "2026-02-01", "2026-02-15", "2026-02-23"),
        ("春节期间不在", "CN", "2026-02-01", "2026-02-15", "2026-02-23"),
        ("over the Spring Festival", "CN", "2026-02-01", "2026-02-15", "2026-02-23"),
        ("过年", "CN", "2026-02-20", "2026-02-20", "2026-02-23"),
        ("国庆休假", "CN", "2026-09-10", "2026-10-01", "2026-10-07"),
        ("国庆长假", "CN", "2026-10-03", "2026-10-03", "2026-10-07"),
        ("五一假期", "CN", "2026-04-10", "2026-05-01", "2026-05-05"),
        ("端午放假", "CN", "2026-05-10", "2026-06-19", "2026-06-21"),
        ("清明", "CN", "2026-03-10", "2026-04-04", "2026-04-06"),
        ("農曆新年休假", "HK", "2026-11-26", "2027-02-06", "2027-02-09"),
        ("過年期間", "TW", "2026-11-26", "2027-02-04", "2027-02-10"),
        ("Chinese New Year", "SG", "2026-11-26", "2027-02-06", "2027-02-08"),
        ("over Christmas", "GB", "2026-11-26", "2026-12-25", "2026-12-28"),
        ("away for Christmas", "DE", "2026-11-26", "2026-12-25", "2026-12-27"),
        ("Christmas holidays", "GB", "2026-12-27", "2026-12-27", "2026-12-28"),
        # One day of a holiday, or days that are told.
        ("on Christmas Day", "GB", "2026-11-26", "2026-12-25", "2026-12-25"),
        ("除夕不在", "CN", "2026-02-01", "2026-02-16", "2026-02-16"),
        ("正月初七", "CN", "2026-02-01", "2026-02-23", "2026-02-23"),
        ("国庆3天", "CN", "2026-09-10", "2026-10-01", "2026-10-03"),
        ("除夕到正月初六", "CN", "2026-11-26", "2027-02-05", "2027-02-11"),
        ("腊月二十八到正月初七", "CN", "2026-11-26", "2027-02-04", "2027-02-12"),
        ("12月24日到元旦", "CN", "2026-11-26", "2026-12-24", "2027-01-01"),
        ("20270205-20270211", "CN", "2026-11-26", "2027-02-05", "2027-02-11"),
    ],
)
def test_a_feast_is_the_whole_public_holiday_of_the_country(
    text: str, country: str, today: str, first: str, last: str
) -> None:
    assert [str(day) for day in read_span(text, dt.date.fromisoformat(today), country)] == [first, last]


@pytest.mark.parametrize(
    ("text", "country", "reason"),
    [
        ("春节", "CN", "unread.span.holiday"),  # nobody has said yet how long it will be
        ("国庆休假", "CN", "unread.span.holiday"),
        ("over Christmas", "CN", "unread.span.holiday"),  # no public holiday there
        ("七夕", "CN", "unread.span.holiday"),
        ("春节前", "CN", "unread.span"),
        ("春节后请假", "CN", "unread.span"),
        ("Christmas week", "GB", "unread.span"),
        ("Easter week", "GB", "unread.span"),
        ("Golden Week", "CN", "unread.span"),
    ],
)
def test_a_holiday_of_which_the_days_are_not_known_is_asked_about(text: str, country: str, reason: str) -> None:
    with pytest.raises(Unread) as refused:
        read_span(text, dt.date(2040, 1, 2), country)
    assert refused.value.reason.id == reason
