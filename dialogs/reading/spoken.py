"""Which of the languages we speak is named in a text."""

from dialogs.reading.choices import Option, read_choice
from dialogs.reading.unread import Unread

_NAMES = {
    "en": ("en", "English", "英文", "英语", "英語"),
    "zh_Hans": ("zh_Hans", "简体中文", "简体", "中文", "zh", "Chinese", "Simplified Chinese"),
    "zh_Hant": ("zh_Hant", "繁體中文", "繁體", "繁体中文", "繁体", "正體中文", "Traditional Chinese"),
}
_OPTIONS = [Option(language, names) for language, names in _NAMES.items()]


def language_named(said: str) -> str | None:
    """The language that a text names, if it does."""
    try:
        return read_choice(said, _OPTIONS)
    except Unread:
        return None
