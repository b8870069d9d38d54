import pytest

from dialogs.reading.text.spoken import language_named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("en", "en"),
        ("English please", "en"),
        ("switch to English", "en"),
        ("请用英文", "en"),
        ("中文", "zh_Hans"),
        ("换成中文", "zh_Hans"),
        ("切换到中文", "zh_Hans"),
        ("能不能说中文？", "zh_Hans"),
        ("Can we speak Chinese?", "zh_Hans"),
        ("换成繁体中文吧", "zh_Hant"),
        ("換成中文", "zh_Hant"),
        ("換成正體", "zh_Hant"),
        ("繁體中文", "zh_Hant"),
        ("zh_Hant", "zh_Hant"),
    ],
)
def test_reads_the_language_wished_for(text: str, language: str) -> None:
    assert language_named(text) == language


@pytest.mark.parametrize("text", ["", "中文报表", "英文版合同", "English training", "en route", "切换语言", "français"])
def test_an_answer_about_a_language_is_no_wish_for_it(text: str) -> None:
    assert language_named(text) is None
