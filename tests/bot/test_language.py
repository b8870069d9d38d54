import pytest

from bot.language import system_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_SG"}, "zh_Hans"),
        ({"LANG": "zh"}, "zh_Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_Hant"),
        ({"LANG": "zh_HK.Big5-HKSCS"}, "zh_Hant"),
        ({"LANG": "zh-Hant-TW"}, "zh_Hant"),
        ({"LANG": "zh_Hant"}, "zh_Hant"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "zh_TW"}, "zh_Hant"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "zh_TW", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "zh_CN", "LC_ALL": ""}, "zh_Hans"),
    ],
)
def test_locale_chooses_language(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language
