"""Single parts of the statement, told otherwise in words: just they change."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.values.statement_changes import read_parts_changed

TODAY = dt.date(2026, 12, 1)
THIRD, FIFTH, FRIDAYS = "FREQ=MONTHLY;BYMONTHDAY=3", "FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=WEEKLY;BYDAY=FR"
WORKING = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5"


def told(said: str) -> tuple[str | None, str | None] | None:
    using = "the CRM system" if said.isascii() else "CRM系统"
    changed = read_parts_changed(said, using, TODAY)
    return (changed.by.rrule if changed.by else None, changed.using) if changed else None


@pytest.mark.parametrize(
    ("said", "by", "using"),
    [
        ("不是最后一天，是次月3号之前，其他没问题", THIRD, None),
        ("最后一天不行，5号吧", FIFTH, None),
        ("改成每周五，别的不用动", FRIDAYS, None),
        ("OK，但 CRM 改成鼎新 ERP", None, "鼎新 ERP"),
        ("CRM改成用友，时间改成每月3号前", THIRD, "用友"),
        ("我们没有CRM，都是Excel表", None, "Excel表"),
        ("用的是金蝶，其他没问题", None, "金蝶"),
        ("not the last day, by the 3rd of next month, rest is fine", THIRD, None),
        (
            "not the last day, nobody is in then. 5th working day of the following month, the rest I can live with",
            WORKING,
            None,
        ),
        ("we dont use the CRM for that, its still excel, shame on us", None, "excel"),
        ("with Excel, by the 3rd of each month", THIRD, "Excel"),
        ("we use SAP, not the CRM", None, "SAP"),
        ("change CRM to Power BI", None, "Power BI"),
        ("the CRM system should be Salesforce, rest ok", None, "Salesforce"),
    ],
)
def test_just_the_parts_that_were_told(said: str, by: str | None, using: str | None) -> None:
    assert told(said) == (by, using)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "97改成96",
            "感觉不太对",
            "用户不满意",
            "完成的数量不对",
            "什么叫于用完达",
            "可以",
            "财务5号关账",
            "每月5号有12家",
            "",
        ),
        *(
            "it's wrong",
            "its nearly right",
            "monthly is too often",
            "we don't do it monthly",
            "why CRM, I never said CRM",
        ),
        *("the 97 is wrong, we had agreed on 96", "does this go into her contract then?", "by 15 March"),
    ],
)
def test_what_tells_no_part(said: str) -> None:
    assert told(said) is None


@given(st.text(max_size=60))
def test_any_text_is_read(said: str) -> None:
    told(said)
