from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.text.clean import clean


def test_drops_what_nobody_types_and_says_so() -> None:
    assert clean("报\x00表\u202e\ufeff\ud800 \n二") == ("报表 \n二", True)


def test_keeps_emoji_with_joiners_and_accents() -> None:
    assert clean("  👩‍💻 cafe\u0301 ") == ("👩‍💻 café", False)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once) == (once, False)
