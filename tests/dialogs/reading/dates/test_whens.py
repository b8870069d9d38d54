import datetime as dt

import pytest

from dialogs.reading.dates.whens import read_when
from dialogs.reading.unread import Unread

TODAY = dt.date(2026, 11, 21)
MONTH_END = "FREQ=MONTHLY;BYMONTHDAY=-1"
QUARTER_END = "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"


@pytest.mark.parametrize(
    ("text", "date", "relation"),
    [
        ("14 May 2027", "2027-05-14", None),
        ("by May 14th, 2027", "2027-05-14", "by"),
        ("2027年5月14日", "2027-05-14", None),
        ("2027-05-14", "2027-05-14", None),
        ("2027.5.14前", "2027-05-14", "before"),
        ("5月14日以前", "2027-05-14", "before"),
        ("12月1日", "2026-12-01", None),
        ("六月三十日", "2027-06-30", None),
        ("5月底", "2027-05-31", None),
        ("明年二月底", "2027-02-28", None),
        ("end of June", "2027-06-30", None),
        ("by the end of Q3", "2027-09-30", "by"),
        ("年底前", "2026-12-31", "before"),
        ("明年年底", "2027-12-31", None),
        ("本季度末", "2026-12-31", None),
        ("月底", "2026-11-30", None),
        ("下月底", "2026-12-31", None),
        ("下周五", "2026-11-27", None),
        ("tomorrow", "2026-11-22", None),
        ("2月29日", "2028-02-29", None),
    ],
)
def test_reads_a_date(text: str, date: str, relation: str | None) -> None:
    read = read_when(text, TODAY)
    assert (read.date, read.rrule, read.relation, read.text) == (date, None, relation, text)


@pytest.mark.parametrize(
    ("text", "rrule", "relation"),
    [
        ("每月25日", "FREQ=MONTHLY;BYMONTHDAY=25", None),
        ("於每月25號", "FREQ=MONTHLY;BYMONTHDAY=25", "on"),
        ("every month on the 25th", "FREQ=MONTHLY;BYMONTHDAY=25", "on"),
        ("by the 25th of each month", "FREQ=MONTHLY;BYMONTHDAY=25", "by"),
        ("每月5号之前", "FREQ=MONTHLY;BYMONTHDAY=5", "before"),
        ("每月末", MONTH_END, None),
        ("每個月月底", MONTH_END, None),
        ("the last day of each month", MONTH_END, None),
        ("每月初", "FREQ=MONTHLY;BYMONTHDAY=1", None),
        ("monthly", "FREQ=MONTHLY", None),
        ("每月的25日前", "FREQ=MONTHLY;BYMONTHDAY=25", "before"),
        ("每周五下班前", "FREQ=WEEKLY;BYDAY=FR", "by"),
        ("每星期五下班前", "FREQ=WEEKLY;BYDAY=FR", "by"),
        ("每月5号之前交", "FREQ=MONTHLY;BYMONTHDAY=5", "by"),
        ("每月5日前提交", "FREQ=MONTHLY;BYMONTHDAY=5", "by"),
        ("every Friday before close of business", "FREQ=WEEKLY;BYDAY=FR", "by"),
        ("每月一次", "FREQ=MONTHLY", None),
        ("每周一", "FREQ=WEEKLY;BYDAY=MO", None),
        ("每周一和周四", "FREQ=WEEKLY;BYDAY=MO,TH", None),
        ("every Monday and Thursday", "FREQ=WEEKLY;BYDAY=MO,TH", None),
        ("每周一次", "FREQ=WEEKLY", None),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2", None),
        ("隔周", "FREQ=WEEKLY;INTERVAL=2", None),
        ("每季度", "FREQ=MONTHLY;INTERVAL=3", None),
        ("每季度末", QUARTER_END, None),
        ("end of each quarter", QUARTER_END, None),
        ("每年5月14日", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=14", None),
        ("每年", "FREQ=YEARLY", None),
        ("每天", "FREQ=DAILY", None),
        ("每月15日和30日", "FREQ=MONTHLY;BYMONTHDAY=15,30", None),
        ("每月两次", "FREQ=MONTHLY;BYMONTHDAY=15,-1", None),
    ],
)
def test_reads_a_rhythm(text: str, rrule: str, relation: str | None) -> None:
    read = read_when(text, TODAY)
    assert (read.date, read.rrule, read.relation) == (None, rrule, relation)


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("月结后5个工作日内", MONTH_END),
        ("每月结束后5个工作日内", MONTH_END),
        ("within 5 working days of month end", MONTH_END),
        ("每个季度结束后5个工作日内", QUARTER_END),
    ],
)
def test_reads_working_days_after_a_period(text: str, rrule: str) -> None:
    read = read_when(text, TODAY)
    assert (read.rrule, read.offset, read.relation) == (rrule, 5, "by")


@pytest.mark.parametrize("text", ["2月30日", "31 February 2027", "每月32日", "2027-13-01", "99999年1月1日"])
def test_a_day_that_does_not_exist_is_refused_as_such(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_when(text, TODAY)
    assert unread.value.reason.id == "unread.when.impossible"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "尽快",
        "on the last Friday",
        "quarterly, by the 10th",
        "monthly on Friday",
    ],
)
def test_what_is_read_in_part_only_is_refused(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_when(text, TODAY)
    assert unread.value.reason.id == "unread.when"


@pytest.mark.parametrize(
    ("today", "text", "date"),
    [
        ("2027-01-15", "正月十五", "2027-02-20"),
        ("2027-01-15", "今年正月十五", "2027-02-20"),
        ("2027-01-15", "腊月廿三", "2027-01-30"),
        ("2027-02-21", "正月十五", "2028-02-09"),
        ("2026-11-26", "今年腊月二十八", "2027-02-04"),
        ("2026-11-26", "农历2028年正月初八", "2028-02-02"),
        ("2026-11-26", "2028年中秋节", "2028-10-03"),
        ("2026-11-26", "Christmas 2028", "2028-12-25"),
        ("2026-11-02", "the first Monday of November", "2026-11-02"),
        ("2026-11-03", "the first Monday of November", "2027-11-01"),
    ],
)
def test_the_next_such_day_is_meant(today: str, text: str, date: str) -> None:
    assert read_when(text, dt.date.fromisoformat(today)).date == date


@pytest.mark.parametrize(
    "text",
    [
        *("今年腊月二十八", "2027年腊月二十八", "2027年除夕"),  # of the traditional or of the common year
        *("正月", "农历七月", "腊月三十一", "闰六月初一", "2056年腊月三十一", "2060年正月十五", "每逢正月十五"),
        *("FY27", "end of FY 2027", "Q1 FY27", "by 31 March FY28", "every fiscal year", "财年", "fiscal quarter end"),
    ],
)
def test_days_of_no_known_year_are_refused(text: str) -> None:
    with pytest.raises(Unread):
        read_when(text, dt.date(2027, 1, 15))


BEFORE_THE_HOLIDAYS = dt.date(2026, 9, 28)


@pytest.mark.parametrize(
    ("text", "country", "date", "relation"),
    [
        ("in 3 working days", "CN", "2026-10-08", None),
        ("in 3 working days", "US", "2026-10-01", None),
        ("5个工作日后", "CN", "2026-10-10", None),
        ("五個工作天後", "TW", "2026-10-05", None),
        ("下个工作日之前", "CN", "2026-09-29", "before"),
        ("by the next business day", "CN", "2026-09-29", "by"),
        ("10月的第一个工作日", "CN", "2026-10-08", None),
        ("the first working day of October", "HK", "2026-10-02", None),
        ("下个月第一个工作日", "CN", "2026-10-08", None),
        ("by the last working day of this month", "CN", "2026-09-30", "by"),
        ("明年3月最后一个工作日前", "CN", "2027-03-31", "before"),
        ("2027年3月最后一个工作日", "CN", "2027-03-31", None),
    ],
)
def test_working_days_follow_the_calendar(text: str, country: str, date: str, relation: str | None) -> None:
    read = read_when(text, BEFORE_THE_HOLIDAYS, country)
    assert (read.date, read.relation) == (date, relation)


@pytest.mark.parametrize("text", ["the first working day of 0月", "in 99999 working days", "本工作日"])
def test_working_days_that_are_none(text: str) -> None:
    with pytest.raises(Unread):
        read_when(text, BEFORE_THE_HOLIDAYS)
