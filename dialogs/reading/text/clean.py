"""Answers freed of characters that nobody types on purpose."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


class Cleaned(NamedTuple):
    """The text that is kept, and whether anything but surrounding space was taken out of it."""

    text: str
    removed: bool


@lru_cache(maxsize=32)
def clean(text: str) -> Cleaned:
    """Drop controls, lone surrogates, bidi controls and byte order marks; compose (NFC) and strip. Never raises."""
    lines = _LINE_ENDS.sub("\n", text)
    kept = _UNWANTED.sub("", lines)
    return Cleaned(unicodedata.normalize("NFC", kept).strip(), len(kept) != len(lines))
