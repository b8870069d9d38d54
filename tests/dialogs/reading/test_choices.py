import pytest

from dialogs.reading.choices import Option, read_choice, read_choices
from dialogs.reading.unread import Unread

DIMENSIONS = (
    Option("quantity", ("数量", "Quantity")),
    Option("quality", ("✅ 质量", "Quality")),
    Option("cost", ("成本", "Cost")),
    Option("time", ("时限", "Time")),
)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("quality", "quality"),
        ("QUALITY", "quality"),
        ("2", "quality"),
        ("２", "quality"),
        ("2.", "quality"),
        ("②", "quality"),
        ("第2个", "quality"),
        ("第二个", "quality"),
        ("the second", "quality"),
        ("the last one", "time"),
        ("质量", "quality"),
        ("質量", "quality"),
        ("✅ 质量", "quality"),
        ("质量吧", "quality"),
        ("quality please", "quality"),
        ("I think quality matters most", "quality"),
        ("cos", "cost"),
        ("qualty", "quality"),
        ("quanttiy", "quantity"),
        ("我选成本", "cost"),
    ],
)
def test_reads_the_option_meant(text: str, id: str) -> None:
    assert read_choice(text, DIMENSIONS) == id


@pytest.mark.parametrize("text", ["", "qua", "5", "0", "banana", "quality or cost", "x" * 10_000])
def test_what_is_no_single_option_is_refused_by_name(text: str) -> None:
    with pytest.raises(Unread) as unread:
        read_choice(text, DIMENSIONS)
    assert unread.value.reason.params["example"] == "数量"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1 3", ("quantity", "cost")),
        ("3,1", ("quantity", "cost")),
        ("质量和时限", ("quality", "time")),
        ("質量、時限", ("quality", "time")),
        ("quality and time", ("quality", "time")),
        ("quality, please", ("quality",)),
        ("all", ("quantity", "quality", "cost", "time")),
        ("全部", ("quantity", "quality", "cost", "time")),
        ("cost", ("cost",)),
    ],
)
def test_reads_several_options(text: str, ids: tuple[str, ...]) -> None:
    assert read_choices(text, DIMENSIONS) == ids


def test_one_unknown_part_refuses_the_whole() -> None:
    with pytest.raises(Unread):
        read_choices("quality, banana", DIMENSIONS)
