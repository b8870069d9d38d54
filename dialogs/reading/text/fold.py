"""Texts folded for reading: half width, lower case, simplified characters."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_MISTYPED = {"\u2212": "-", "\u2105": "%", "\u2236": ":"}
"""Signs that sheets and telephones put in the place of others: a minus, care of for percent, a ratio's colon."""
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"
_HAN = re.compile(f"[{FIRST_HAN}-{LAST_HAN}]")
_RAISED = re.compile(r"(?<=[0-9０-９%％\u3400-\u9fff])[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
"""What is raised behind a number or a Chinese word is a power or the mark of a footnote: 10⁶ is not 106. m² is m2."""


@lru_cache(maxsize=32)
def fold(text: str) -> str:
    """The text as the readers compare it.

    It is as long as the text itself, so that a place found in one is the same place in the other
    and what was written can be handed back as it was written. Several readers fold
    the same answer, one after the other.
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    characters = list(map(_narrow, text))
    for raised in _RAISED.finditer(text):
        characters[slice(*raised.span())] = raised[0]
    narrow = "".join(characters)
    return _simplify(narrow) if _HAN.search(narrow) else narrow


@lru_cache(maxsize=8192)
def _narrow(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cs", "Zs"}:
        return "\n" if character == "\n" else " "
    if character == "’":  # what telephones type in "it’s"
        return "'"
    if character in _MISTYPED:
        return _MISTYPED[character]
    folded = unicodedata.normalize("NFKC", character).lower()
    return folded if len(folded) == 1 else character


def _simplify(text: str) -> str:
    converted: str = _opencc().convert(text)
    simple = converted if len(converted) == len(text) else "".join(map(_simple, text))
    return simple.replace("搜集", "收集")  # what Taiwan writes 蒐集


@lru_cache(maxsize=8192)
def _simple(character: str) -> str:
    converted: str = _opencc().convert(character)
    return converted if len(converted) == 1 else character


@cache
def _opencc() -> "OpenCC":
    from opencc import OpenCC  # loaded only for texts in Han characters: it reads its dictionaries from disk

    return OpenCC("t2s")
