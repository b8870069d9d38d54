from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import keyboards
from bot.telegram.keyboards import Button, keyboard


def choices(*labels: str) -> list[dict[str, Any]]:
    return [{"id": label, "label": label} for label in labels]


def shown(parcel: int, *labels: str, page: int = 0) -> list[list[tuple[str, str | None]]]:
    markup = keyboard(parcel, choices(*labels), page)
    assert markup is not None
    return [[(button.text, button.callback_data) for button in row] for row in markup.inline_keyboard]


def test_short_labels_stand_beside_each_other() -> None:
    assert shown(7, "yes", "no", "a label that is longer than that", "later") == [
        [("yes", "c7:0"), ("no", "c7:1")], [("a label that is longer than that", "c7:2")], [("later", "c7:3")],
    ]  # fmt: skip
    assert keyboard(7, []) is None


@given(st.integers(1, 999_999_999), st.lists(st.text(max_size=100), min_size=1, max_size=60))
def test_every_choice_has_a_button_on_some_page(parcel: int, labels: list[str]) -> None:
    pages = -(-len(labels) // keyboards.PAGE)
    found: list[Button] = []
    for page in range(pages):
        for row in shown(parcel, *labels, page=page):
            for text, data in row:
                assert text.strip()
                assert len(text.encode("utf-16-le")) // 2 <= keyboards.LABEL
                assert data
                assert len(data.encode()) <= 64
                button = keyboards.read(data)
                assert button
                assert button.parcel == parcel
                found += [] if button.page else [button]
    assert [button.number for button in found] == list(range(len(labels)))


@given(st.none() | st.text(max_size=70))
def test_any_data_is_read_or_refused(data: str | None) -> None:
    assert keyboards.read(data) is None or data is not None


def test_numbers_that_no_database_holds_are_refused() -> None:
    assert keyboards.read("c999999999999:1") is None
    assert keyboards.read("c1:99999") is None
    assert keyboards.read("p12:3") == Button(12, 3, page=True)
