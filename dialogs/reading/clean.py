"""Answers freed of characters that nobody types on purpose."""

import unicodedata
from typing import NamedTuple

_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_KEPT = frozenset("\n\t")


class Cleaned(NamedTuple):
    """The text that is kept, and whether anything but surrounding space was taken out of it."""

    text: str
    removed: bool


def clean(text: str) -> Cleaned:
    """Drop controls, lone surrogates, bidi controls and byte order marks; compose (NFC) and strip. Never raises."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = "".join(character for character in lines if not _unwanted(character))
    return Cleaned(unicodedata.normalize("NFC", kept).strip(), len(kept) != len(lines))


def _unwanted(character: str) -> bool:
    category = unicodedata.category(character)
    return character in _BIDI or category == "Cs" or (category == "Cc" and character not in _KEPT)
