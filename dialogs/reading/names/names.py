"""Names known already, found in an answer that may shorten them."""

import re
from collections.abc import Sequence

from dialogs.reading.text.fold import fold

OTHERS = "\uf8ff"
"""Stands for all names that the text does not give."""
_FIRST = 0xE000
"""Names are marked with characters of the private use area, one each."""
_MARKS = re.compile("[\ue000-\uf8fe]")
_NOISE = re.compile(
    r"[\s,.。;:!?、%()>+\-/=]+|占|应该|分别|比较|最重要|更重要|重要|最重|最多|第一|是|为|给|的|(?<![a-z])(?:the|"
    r"for|to|is|are|most|more|important|"
    r"on|of|and|at|gets?)(?![a-z])"
)


def marked(text: str, names: Sequence[str]) -> str:
    """The folded text with each name that stands in full replaced by its mark, the longest first."""
    folded = _MARKS.sub("", fold(text)).replace(OTHERS, "")
    found = sorted(((place, fold(name)) for place, name in enumerate(names) if name), key=lambda one: -len(one[1]))
    for place, name in found:
        folded = re.sub(_whole(name), chr(_FIRST + place), folded)
    return folded


def _whole(name: str) -> str:
    """A name where it is no part of a longer word or number."""
    before = "(?<![a-z])" if name[0].isascii() and name[0].isalpha() else ""
    after = "(?![a-z])" if name[-1].isascii() and name[-1].isalpha() else "(?![0-9])" if name[-1].isdigit() else ""
    return f"{before}{re.escape(name)}{after}"


def content(label: str) -> str:
    """A label without marks and little words."""
    return " ".join(_NOISE.sub(" ", label).split())


def places(text: str) -> list[int]:
    """The places of the names whose marks stand in the text, in order."""
    return [ord(mark) - _FIRST for mark in _MARKS.findall(text)]


def place_of(label: str, names: Sequence[str]) -> int | None:
    """The place of the one name that a marked label stands for, in full or shortened; None for none or several."""
    full = places(label)
    if full:
        return full[0] if len(full) == 1 else None
    words = content(label).split()
    meant = [place for place, name in enumerate(names) if words and all(_shortens(word, fold(name)) for word in words)]
    return meant[0] if len(meant) == 1 else None


def _shortens(word: str, name: str) -> bool:
    """Whether a word of a name, or characters out of it, say the name: 团队匹配度 of 新人跟团队的匹配度."""
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}", name) is not None
    return len(word) > 1 and set(word) <= set(name)
