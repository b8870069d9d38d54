"""Dates, rhythms and statements in words, and read back from them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.dates.calendar_words import LEXICON
from dialogs.reading.dates.whens import read_when
from dialogs.reading.values.statements import read_statement
from kpi.plan import Relation, Statement, When
from locales.words import LANGUAGES, words
from tests.dialogs.reading.test_texts import TABLE

TODAY = dt.date(2026, 11, 21)
STOCK = Statement(
    When("每月25日", rrule="FREQ=MONTHLY;BYMONTHDAY=25", relation=Relation.BY),
    "ERP导出数据",
    "12家门店的盘点差异表",
    "差异率不超过0.3%",
)


def test_a_statement_in_words() -> None:
    assert words("zh_Hans").value(STOCK) == "于每月25日，用ERP导出数据，完成12家门店的盘点差异表，达到差异率不超过0.3%"
    english = Statement(STOCK.by, "ERP exports", "the stock-difference sheet", "a difference rate of at most 0.3%")
    assert words("en").value(english) == (
        "By the 25th of each month, using ERP exports, complete the stock-difference sheet, "
        "to a difference rate of at most 0.3%"
    )


def test_a_part_that_holds_its_verb_does_not_get_it_twice() -> None:
    assert words("zh_Hans").value(Statement(complete="报表", reach="准确率达到100%")) == "完成报表，准确率达到100%"
    assert words("en").value(Statement(complete="complete the sheet")) == "Complete the sheet"


def test_parts_that_are_missing_are_left_out() -> None:
    assert words("zh_Hant").value(Statement(complete="月報表")) == "完成月報表"
    assert words("en").value(Statement(using="SAP", complete="the sheet")) == "Using SAP, complete the sheet"
    assert not words("en").value(Statement())


def test_a_rule_without_words_is_said_as_it_was_written() -> None:
    assert words("en").value(When("every third Tuesday", rrule="FREQ=MONTHLY;BYDAY=9TU")) == "every third Tuesday"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_is_read_back(language: str) -> None:
    read = read_statement(words(language).value(STOCK), TODAY)
    assert read is not None
    assert read.by is not None
    assert (read.by.rrule, read.by.relation) == (STOCK.by.rrule if STOCK.by else None, Relation.BY)
    assert (read.using, read.complete, read.reach) == (STOCK.using, STOCK.complete, STOCK.reach)


RULES = [
    *("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"),
    *("FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=2", "FREQ=YEARLY;INTERVAL=5"),
    *("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU,FR,SU", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    *("FREQ=HOURLY", "FREQ=HOURLY;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=4", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    *("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE", "FREQ=YEARLY;BYMONTH=3,9"),
    *("FREQ=MONTHLY;BYMONTHDAY=15,-1", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    *(f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY=-1" for months in ("3,6,9,12", "6,12")),
    *(f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY=1" for months in ("1,4,7,10", "1,7")),
    *(f"FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY={day}" for day in (2, 10, 31)),
    *(
        f"FREQ=MONTHLY{months};BYDAY={place}TU"
        for place in (1, 3)
        for months in ("", ";BYMONTH=1,4,7,10", ";BYMONTH=1,7")
    ),
    *(f"FREQ=MONTHLY{months};BYDAY={place}FR" for place in (-1, -2) for months in ("", ";BYMONTH=3,6,9,12")),
    *(f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={place}" for place in (1, 2, 3, 4, 5, -1, -2)),
    "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    *("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    *(f"FREQ=MONTHLY;BYMONTHDAY={day}" for day in range(1, 32)),
    *(f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={place}" for place in (6, 8, 11, 12)),
    *("FREQ=MONTHLY;BYDAY=2FR,4FR", "FREQ=MONTHLY;BYDAY=1MO,-1MO"),
    *(
        f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY={day}"
        for months in ("2,5,8,11", "3,6,9,12", "1,7", "2,8", "6,12", "1,3,5,7,9,11", "2,4,6,8,10,12")
        for day in (2, 15, 31)
    ),
    *(f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY=-1" for months in ("1,4,7,10", "2,5,8,11", "1,3,5,7,9,11")),
    *(
        f"FREQ=YEARLY;BYMONTH={month};BYDAY={days}"
        for month in (1, 5, 12)
        for days in ("2MO", "-1FR", *(f"MO,TU,WE,TH,FR;BYSETPOS={place}" for place in (1, -1, 8)))
    ),
]
BEFORE_ENDS = [
    *(
        f"FREQ=MONTHLY{months};BYMONTHDAY=-{days}"
        for months in ("", ";BYMONTH=3,6,9,12", ";BYMONTH=6,12")
        for days in (2, 8)
    ),
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-8",
]
"""Rules that bound the work by themselves, whatever stands beside them."""
READ = {part for kind, _, read in TABLE if kind == "when" for part in read.split() if part.startswith("FREQ=")}
"""The rules that are read in the table of texts."""
NAMED = {meaning for kind, meaning in LEXICON.phrases.values() if kind in {"adverb", "report"}}
"""The rules that words of the calendar tell by themselves."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("relation", [None, *Relation])
def test_every_rhythm_is_read_back(language: str, relation: Relation | None) -> None:
    for rule in RULES:
        said = words(language).value(When("as written", rrule=rule, relation=relation))
        read = read_when(said, TODAY)
        assert (read.rrule, read.relation) == (rule, relation), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_a_reader_makes_has_words_that_are_read_back(language: str) -> None:
    for rule in sorted({*RULES, *BEFORE_ENDS, *READ, *NAMED}):
        said = words(language).value(When("as written", rrule=rule))
        assert said != "as written", rule
        assert read_when(said, TODAY).rrule == rule, said


@pytest.mark.parametrize("language", LANGUAGES)
@given(date=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), relation=st.sampled_from([None, *Relation]))
def test_every_date_is_read_back(language: str, date: dt.date, relation: Relation | None) -> None:
    read = read_when(words(language).value(When("", date.isoformat(), None, relation)), TODAY)
    assert (read.date, read.relation) == (date.isoformat(), relation)


@pytest.mark.parametrize("language", LANGUAGES)
def test_working_days_after_a_period_are_read_back(language: str) -> None:
    meant = When("", None, "FREQ=MONTHLY;BYMONTHDAY=-1", Relation.BY, 5)
    read = read_when(words(language).value(meant), TODAY)
    assert (read.rrule, read.offset) == (meant.rrule, meant.offset)
