"""What people are called: freed of what nobody's name has, and told apart by how they look (UTS 39).

A name comes from whoever joins, and stands in what others are told: it must not pass for another's, nor for words of
the program's own.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby, islice

LONGEST = 60
"""Characters of a name that are kept."""
_MARKS = 4
"""Accents over one letter; more of them cover the lines around it."""
_PUNCTUATION = frozenset("-'’.·()")
"""Signs that names have. Those of lists, sentences, links, commands and markup are none of them."""
_KINDS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl"})
_UNSEEN = frozenset({"Cf", "Cs", "Co", "Cn"})
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f")
"""Letters and accents that show nothing, such as fillers of Hangul."""
_VARIATIONS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_LINKED = re.compile(r"\.(?=\w)")
"""A dot within a word, which makes a link of it."""
_NUMBER = re.compile(r" \(\d+\)$")
_WITHIN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
"""A space within a Chinese name, which means nothing there; elsewhere "Li Ang" is not "Liang"."""


def clean(name: str) -> str:
    """The name in plain letters, digits and the signs that names have, on one line; empty where nothing is left."""
    plain = unicodedata.normalize("NFKC", "".join(map(_kept, unicodedata.normalize("NFKC", name))))
    words = _LINKED.sub(". ", _with_few_marks(plain)).split()
    return " ".join(" ".join(words)[:LONGEST].split())


def alike(name: str, other: str) -> bool:
    """Whether two names look so much like each other that people would take one for the other."""
    return not keys(name).isdisjoint(keys(other))


def same(name: str, other: str) -> bool:
    """Whether two names are one, whatever capitals, spaces within Chinese and unseen characters they have."""
    return _spelled(name) == _spelled(other)


def resembles(called: str, name: str) -> bool:
    """Whether who is called so, perhaps with the number that tells them apart, may be meant by a name."""
    return alike(called, name) or alike(_NUMBER.sub("", called), name)


def _spelled(name: str) -> str:
    return _WITHIN.sub("", clean(name)).casefold()


@lru_cache(maxsize=8192)
def keys(name: str) -> frozenset[str]:
    """What names that look alike have in common: skeletons as they are written, and without regard to capitals."""
    return frozenset({_skeleton(name), _skeleton(name.casefold())})


def _skeleton(name: str) -> str:
    """The skeleton of UTS 39, without spaces and what shows nothing."""
    shown = "".join(map(_prototype, unicodedata.normalize("NFD", clean(name))))
    return unicodedata.normalize("NFD", "".join(shown.split()))


def _kept(character: str) -> str:
    """The character where names have it, nothing where it shows nothing, else the space that it takes."""
    if character in _BLANK or any(ord(character) in these for these in _VARIATIONS):
        return ""
    kind = unicodedata.category(character)
    if kind in _KINDS or character in _PUNCTUATION:
        return character
    return "" if kind in _UNSEEN else " "


def _with_few_marks(name: str) -> str:
    """The name without accents that stand over no letter, or in a heap over one."""
    parts: list[str] = []
    for marks, run in groupby(name, key=lambda character: unicodedata.category(character).startswith("M")):
        most = None if not marks else _MARKS if parts and not parts[-1].endswith(" ") else 0
        parts.append("".join(islice(run, most)))
    return "".join(parts)


@cache
def _prototype(character: str) -> str:
    """What a character looks like: one and the same for all that look alike.

    The table holds each pair both ways. What several characters look like is their prototype; of a single pair either
    does, and the longer one where several letters look like one.
    """
    from confusable_homoglyphs.confusables import confusables_data  # 30 ms, and only names that are compared need it

    looks = [one["c"] for one in confusables_data.get(character, ())]
    if len(looks) != 1:
        return character
    back = confusables_data.get(looks[0], ())
    return str(looks[0]) if len(back) > 1 else max(character, looks[0], key=lambda one: (len(one), one))
