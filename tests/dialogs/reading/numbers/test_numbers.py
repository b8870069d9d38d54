from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.numbers.numbers import read_number
from dialogs.reading.unread import Unread


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("85", "85"),
        ("８５．５", "85.5"),
        ("1,200,000", "1200000"),
        ("25k", "25000"),
        ("3.6 million", "3600000"),
        ("80万", "800000"),
        ("1.2億", "120000000"),
        ("三百零五", "305"),
        ("四千六", "4600"),
        ("一万二", "12000"),
        ("一亿二千万", "120000000"),
        ("十五", "15"),
        ("貳佰", "200"),
        ("三点五", "3.5"),
        ("两成", "20"),
        ("六成半", "65"),
        ("百分之七十", "70"),
        ("千分之三", "0.3"),
        ("半", "50"),
        ("90%", "90"),
        ("forty-two", "42"),
        ("half a dozen", "6"),
        ("two hundred and five", "205"),
        ("about 80 percent, I think", "80"),
        ("about three quarters I think", "75"),
        ("two thirds", "66.67"),
        ("half", "50"),
        ("half a percent", "0.5"),
        ("四分之三", "75"),
        ("大概三分之二吧", "66.67"),
        ("more than 80%, I'd say 85", "85"),
        ("between 80 and 90, say 85", "85"),
        ("80以上，大概85", "85"),
        ("this one is 80", "80"),
        ("nine out of ten", "90"),
        ("1 in 4", "25"),
        ("2/3", "66.67"),
        ("three fifths", "60"),
        ("½", "50"),
    ],
)
def test_reads_the_number(text: str, value: str) -> None:
    assert str(read_number(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "3 or 4",
        "亿亿",
        "9" * 10_000,
        "H1",
        "ISO9001",
        "this one",
        "I'd say 80 or 85",
        "七八十",
        "百分之八九十",
    ],
)
def test_no_number_or_several_are_refused(text: str) -> None:
    with pytest.raises(Unread):
        read_number(text)


@given(st.decimals(0, 10**12, places=3))
def test_digits_read_as_they_stand(value: Decimal) -> None:
    assert read_number(f"{value:,}") == value
