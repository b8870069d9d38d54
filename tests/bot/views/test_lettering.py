from hypothesis import given, settings
from hypothesis import strategies as st

from bot.views.lettering import ELLIPSIS, width, wrap


@settings(deadline=None)
@given(st.text(st.characters(), max_size=120), st.floats(min_value=60, max_value=600))
def test_no_text_is_wider_than_its_room(text: str, room: float) -> None:
    lines = wrap(text, room, 24)
    assert 1 <= len(lines) <= 3
    assert all(width(line, 24) <= room for line in lines)


@settings(deadline=None)
@given(st.text(st.sampled_from("报表，。（）ab c-/"), min_size=1, max_size=60))
def test_nothing_is_lost_where_there_are_lines_enough(text: str) -> None:
    assert "".join("".join(wrap(text, 120, 24, most=99)).split()) == ("".join(text.split()) or "□")


def test_words_and_marks_stay_whole() -> None:
    assert wrap("Stock-difference sheet for 12 stores", 190, 24) == ("Stock-difference", "sheet for 12", "stores")
    assert wrap("经过核对的对账单，说明", 24 * 8, 24) == ("经过核对的对", "账单，说明")
    assert wrap("年度预算草案（含预测）", 24 * 7, 24) == ("年度预算草案", "（含预测）")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    *_, last = wrap("很长的工作产出" * 30, 200, 24)
    assert last.endswith(ELLIPSIS)


def test_what_the_fonts_lack_becomes_a_box() -> None:
    assert wrap("表😀\U00020000\x00\ue000", 400, 24) == ("表□□□",)
