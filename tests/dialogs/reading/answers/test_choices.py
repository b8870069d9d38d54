import pytest

from dialogs.reading.answers.choices import Option, read_choice, read_choices
from dialogs.reading.unread import Unread

DIMENSIONS = (
    Option("quantity", ("数量", "Quantity")),
    Option("quality", ("✅ 质量", "Quality")),
    Option("cost", ("成本", "Cost")),
    Option("time", ("时限", "Time")),
)
TRACKABLE = (
    Option("yes", ("有，用数字", "Yes, a number")),
    Option("no", ("没有，由人来评价", "No, somebody judges it")),
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
        ("四项都有", ("quantity", "quality", "cost", "time")),
        ("全部都有问题", ("quantity", "quality", "cost", "time")),
        ("cost", ("cost",)),
        ("时间、质量吧", ("quality", "time")),
        ("时间 质量", ("quality", "time")),
        ("质量跟及时性", ("quality", "time")),
        ("品質與時效", ("quality", "time")),
        ("主要看费用和期限", ("cost", "time")),
        ("质量、时限都看", ("quality", "time")),
        ("Mostly quality, and deadlines too", ("quality", "time")),
        ("amount and timeliness", ("quantity", "time")),
    ],
)
def test_reads_several_options(text: str, ids: tuple[str, ...]) -> None:
    assert read_choices(text, DIMENSIONS) == ids


def test_a_number_that_means_all_of_them_fits_how_many_there_are() -> None:
    for text in ("两项都有", "两个", "两者都不对"):
        assert read_choices(text, DIMENSIONS[:2]) == ("quantity", "quality")
        with pytest.raises(Unread):
            read_choices(text, DIMENSIONS)


def test_one_unknown_part_refuses_the_whole() -> None:
    with pytest.raises(Unread):
        read_choices("quality, banana", DIMENSIONS)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("由人来评价", "no"),
        ("由人評價", "no"),
        ("没有数字", "no"),
        ("我觉得没有，由人来评价比较好", "no"),
        ("somebody judges it", "no"),
        ("a number", "yes"),
        ("用数字", "yes"),
    ],
)
def test_a_part_of_a_label_names_its_option(text: str, id: str) -> None:
    assert read_choice(text, TRACKABLE) == id


@pytest.mark.parametrize("text", ["not a number", "不用数字", "数字"])
def test_a_part_that_is_denied_or_stands_by_chance_names_none(text: str) -> None:
    with pytest.raises(Unread):
        read_choice(text, TRACKABLE)
