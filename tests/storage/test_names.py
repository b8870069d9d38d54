"""Names: what is kept of them, and which look alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.names import LONGEST, alike, clean

ODD = (
    "\u200b\u200d\u2060\ufeff\u202e\u2066\u00ad"
    "\u3164\u115f\uffa0\u034f\ufe0f\u2028\n\t\x00 .#*_<>`@/:，。Ａа王芳é\u0301\U000e0101"
)
written = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=120)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("#3", "3"),
        ("Ann\nHR: approved", "Ann HR approved"),
        ("Ann\u2028HR", "Ann HR"),
        ("<b>Ann</b> *x* [y](z)", "b Ann b x y (z)"),
        ("An\u200bn\ufeff", "Ann"),
        ("\u202eAnn\u202c", "Ann"),
        ("\u3164王芳\u115f", "王芳"),
        ("/approve @admin", "approve admin"),
        ("evil.com", "evil. com"),
        ("王芳、李明", "王芳 李明"),
        ("🌸Ann🌸", "Ann"),
        ("✅ HR", "HR"),
        ("欧阳·娜娜", "欧阳·娜娜"),
        ("O’Brien-Smith Jr.", "O’Brien-Smith Jr."),
        ("สมชาย", "สมชาย"),
        ("e\u0301\u0301\u0301\u0301\u0301\u0301", "é\u0301\u0301\u0301\u0301"),
        ("\u0301Ann", "Ann"),
        ("\u3164\u200b#", ""),
    ],
)
def test_what_is_kept_of_a_name(name: str, kept: str) -> None:
    assert clean(name) == kept


@given(written)
def test_a_cleaned_name_is_one_line_of_what_shows(name: str) -> None:
    kept = clean(name)
    assert len(kept) <= LONGEST
    assert kept == " ".join(kept.split())
    assert not {unicodedata.category(one) for one in kept} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not set(kept) & set("\u3164\u115f\u1160\uffa0\u034f\ufe0f#*_<>[]`~@/:;,，、。!?！？|\\")


@given(written)
def test_cleaning_a_clean_name_changes_nothing(name: str) -> None:
    assert clean(clean(name)) == clean(name)


@given(written, st.sampled_from("\u200b\u200d\u2060\ufeff\u202e\u3164\u115f\uffa0\u034f\ufe0f"), st.integers(0, 120))
def test_what_shows_nothing_makes_no_other_name(name: str, unseen: str, place: int) -> None:
    assert alike(name, name[:place] + unseen + name[place:]) or len(name) > LONGEST


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ann", "Аnn"),  # Cyrillic
        ("Ann", "ann"),
        ("Ann", "Ａｎｎ"),
        ("Ann", "𝐀𝐧𝐧"),
        ("Ian", "lan"),
        ("Ian", "ian"),
        ("Bern", "Bem"),
        ("O", "0"),
        ("Ann Lee", "AnnLee"),
        ("王芳", "王 芳"),
        ("王芳", "王\u3164芳"),
        ("方", "⽅"),  # a radical
        ("工藤", "エ藤"),  # Katakana
        ("二宮", "ニ宮"),
    ],
)
def test_who_could_be_taken_for_each_other(name: str, other: str) -> None:
    assert alike(name, other)
    assert alike(other, name)


@pytest.mark.parametrize(
    ("name", "other"), [("Ann", "Anna"), ("José", "Jose"), ("王芳", "王方"), ("Ann", "Ann (2)"), ("ian", "lan")]
)
def test_who_is_told_apart(name: str, other: str) -> None:
    assert not alike(name, other)


@given(written)
def test_every_name_is_like_itself(name: str) -> None:
    assert alike(name, name)
    assert alike(name, clean(name))
