from hypothesis import given, settings
from hypothesis import strategies as st

from bot.views.characters import cut, readable, utf16_length

ANYTHING = st.text(st.characters(), max_size=60)


@settings(deadline=None)
@given(ANYTHING)
def test_readable_text_can_be_written_and_loses_nothing_that_shows(text: str) -> None:
    shown = readable(text)
    shown.encode("utf-8")
    assert not set(shown) & set("\x00\x1b\u202e\u2066\ufeff\r")
    assert readable(shown) == shown


def test_letters_spaces_and_emoji_stay() -> None:
    assert readable("报表\t第1行\r\n第2行 👩‍👩‍👧 é") == "报表\t第1行\n第2行 👩‍👩‍👧 é"


def test_half_a_surrogate_pair_shows() -> None:
    assert readable("a\ud800b") == "a\N{REPLACEMENT CHARACTER}b"


@settings(deadline=None)
@given(st.text(st.sampled_from("a中😀"), max_size=40), st.integers(min_value=1, max_value=50))
def test_cut_keeps_to_utf16_units(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short.encode("utf-16-le")) // 2 == utf16_length(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
    assert utf16_length(text) > limit or short == text
