"""The language of the system kpibot runs on."""

from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "zh_Hans", "zh_Hant"]


def system_language(environment: Mapping[str, str]) -> Language:
    """The one of our languages that fits the locale of LC_ALL, LC_MESSAGES or LANG; English where none does."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    language, *rest = locale.partition(".")[0].replace("-", "_").lower().split("_")
    if language != "zh":
        return "en"
    return "zh_Hant" if {"tw", "hk", "mo", "hant"} & set(rest) else "zh_Hans"
