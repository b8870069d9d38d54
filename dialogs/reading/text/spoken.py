"""Which of the languages we speak is named in a text."""

import re

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.language import language_of

_NAMES = {
    "zh_Hans": "简体中文|简体字?|simplified chinese|simplified|zh[_-]hans|zh[_-]cn",
    "zh_Hant": "繁体中文|繁体字?|正体中文|正体字?|traditional chinese|traditional|zh[_-]hant|zh[_-]tw",
    "zh": "中文|汉语|国语|普通话|chinese|mandarin|zh",
    "en": "english|英文|英语|en",
}
_POLITE = (
    r"请|麻烦|能不能|可不可以|能否|可否|可以|能|帮我|给我|我想|我要|想|要|还是|您|你|我们?|"
    r"please|pls|can (?:you|we|i)|could (?:you|we|i)|i(?:'d| would) (?:like|prefer)(?: to)?|i (?:want|prefer)(?: to)?|"
    r"let's|let us|in|and|the"
)
_VERB = (
    r"切换|转换|换|改|转|变|说|讲|用|使用|显示|回复|回|选择?|language|"
    r"switch(?: the language)?|change(?: the language| language)?|speak|use|talk|continue|go on|reply|answer"
)
_CLOSING = r"吧|吗|嘛|呢|好吗|行吗|可以吗|谢谢|界面|版本?|语言|please|pls|thanks|thank you|version"
_WISH = re.compile(
    rf"(?:(?:{_POLITE}|{_VERB}|成|为|到|回|to|back) ?)*"
    rf"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _NAMES.items())})"
    rf" ?(?:(?:{_CLOSING}) ?)*"
)


def language_named(said: str) -> str | None:
    """The language, where the whole text names one or wishes for it: "English", "换成中文", "can we speak Chinese?".

    Plain Chinese is in the script in which it is asked for: 換成中文 is traditional, "Chinese" simplified.
    """
    written = clean(said).text
    if len(written) > _LONGEST:
        return None
    match = _WISH.fullmatch(" ".join(re.sub(r"[\s,.。!?、]+", " ", fold(written)).split()))
    if match is None:
        return None
    named = match.lastgroup or ""
    return named if named != "zh" else language_of(written, "zh_Hans") if not written.isascii() else "zh_Hans"


_LONGEST = 60
"""Characters of the longest wish: anything longer is an answer."""
