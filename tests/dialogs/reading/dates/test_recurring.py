"""The rhythms that companies live by, in the question when figures are due: never a date that comes once."""

import datetime as dt

import pytest

from dialogs.reading.dates.recurring import read_recurring
from locales.words import LANGUAGES, words

TODAY = dt.date(2026, 12, 1)
WORKWEEK = "BYDAY=MO,TU,WE,TH,FR"
SAID = {
    "FREQ=MONTHLY;BYMONTHDAY=5": "5号前 | 每月5日前 | by the 5th | the 5th of each month",
    "FREQ=MONTHLY;BYMONTHDAY=5 following": (
        "次月5日前 | 下月5号前 | 下個月5日前 | 每月次月5日前 | 每月数据于次月5日前上报 | by the 5th of next month"
        " | by the 5th of the following month"
    ),
    "FREQ=MONTHLY;BYMONTHDAY=20 following": "次月20日 | the 20th of the following month",
    "FREQ=MONTHLY;BYMONTHDAY=-1": "月底前 | 月末 | 本月底 | by month end | end of the month | 每月最后一天",
    "FREQ=MONTHLY;BYMONTHDAY=-1 following": "次月月底前 | end of next month",
    "FREQ=MONTHLY;BYMONTHDAY=15,-1": "15号和月底",
    "FREQ=MONTHLY;BYDAY=3FR following": "3rd Friday of next month | 次月第三个周五",
    f"FREQ=MONTHLY;{WORKWEEK};BYSETPOS=1 following": "次月第一个工作日 | the first working day of the following month",
    f"FREQ=MONTHLY;{WORKWEEK};BYSETPOS=-1": "最后一个工作日 | the last working day | 本月最后一个工作日",
    "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1": "季度末 | 季末 | 每季度末 | end of quarter | quarter-end",
    "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10": "季度结束后次月10日 | 每季度次月10日 | 每季度结束后次月10日前",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1": "年底 | 年底前 | year end | at the end of the year",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31": "12月31日 | by 31 December | December 31",
    "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1": "6月底 | end of June | 上半年末",
    f"FREQ=YEARLY;BYMONTH=12;{WORKWEEK};BYSETPOS=-1": "每年12月最后一个工作日 | last working day of December",
    "FREQ=WEEKLY;BYDAY=FR": "周五 | Friday | 每周五",
}


@pytest.mark.parametrize(
    ("text", "rule"), [(text, rule) for rule, texts in SAID.items() for text in texts.split(" | ")]
)
def test_what_comes_again(text: str, rule: str) -> None:
    read = read_recurring(text, TODAY)
    assert (read.date, f"{read.rrule}{' following' if read.following else ''}") == (None, rule)
    assert read.text == text


@pytest.mark.parametrize(
    ("text", "date"), [("2027-03-31", "2027-03-31"), ("2027年3月31日", "2027-03-31"), ("明天", "2026-12-02")]
)
def test_a_day_that_is_told_comes_once(text: str, date: str) -> None:
    assert read_recurring(text, TODAY).date == date


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_that_the_month_before_is_meant(language: str) -> None:
    said = words(language).value(read_recurring("次月20日前", TODAY))
    assert {"en": "for the month before", "zh_Hans": "报上月数据", "zh_Hant": "報上月資料"}[language] in said
