"""Which of several things of a list a clause speaks of: by number, by name, by a part that only they have."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.fold import fold

_NUMBER = r"(?:第|#|no\.? ?|numbers? )?(?:[0-9]{1,2}|(?<=第)[一二三四五六七八九十]{1,2})(?:st|nd|rd|th)?(?:个|项|条)?"
_NUMBERS = re.compile(
    rf"\s*(?:那就|那|就|把|the |for |只有|only |ok |okay )*(?P<first>{_NUMBER})"
    rf"(?P<more>(?:\s*(?:和|跟|与|及|、|,|&|\band\b|\s)\s*{_NUMBER})*)(?![0-9%日号月/]|[.:][0-9]| ?(?:am|pm)\b)"
)
_DONE_TO = re.compile(
    rf"(?:收|收集|设|改|做|(?:collect|pull|handle|change|set|do|for|report)s? )(?P<numbers>{_NUMBERS.pattern})$"
)
_ORDINAL = re.compile(
    r"\s*(?:那就?|就|the )?(?:"
    r"(?P<side>前|后|最后)面?(?:的|那|这)?(?P<many>[两二三四五六七八九2-9])(?:个|项|条)"
    r"|(?P<edge>first|last) (?P<several>two|three|four|five|six|[2-9])\b(?: ones)?"
    r"|(?P<place>first|second|third|fourth|last)(?: one)?(?=\b(?:'s|s)? |,|:|$)|最后一?(?P<final>个|项|条))"
)
_PLACES = ("first", "second", "third", "fourth")
_EACH = re.compile(r"[0-9]{1,2}|(?<=第)[一二三四五六七八九十]{1,2}")
_SEVERAL = re.compile(r"[两三四五几]个|[两三四五几]项|那些|都|\b(?:both|those|all|ones|two|three)\b")
_JOINS = re.compile(r"[和跟与及、&]|\band\b")
_LATIN = re.compile(r"[a-z][a-z'-]{2,}")
_COMMON = frozenset(
    {"report", "reports", "rate", "plan", "time", "date", "data", "number", "value", "day", "days", "the"}
)
"""Words of a name that say too little alone."""
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """The places of the things (from 0), none where it is not clear which, and the clause without their names."""

    places: tuple[int, ...]
    rest: str
    counted: bool = False
    """Whether it is their numbers that were said."""


def mention(clause: str, names: Sequence[str], common: Collection[str] = _COMMON) -> Mention | None:
    """What a clause speaks of; None where it is none of them. Words that are `common` name nothing by themselves."""
    folded = fold(clause)
    if (numbered := _NUMBERS.match(folded)) and (places := _numbered(numbered[0], len(names))):
        return Mention(places, clause[numbered.end() :], counted=True)
    if (ordinal := _ORDINAL.match(folded)) and (places := _ordinal(ordinal, len(names))):
        return Mention(places, clause[ordinal.end() :], counted=True)
    if (behind := _DONE_TO.search(folded)) and (places := _numbered(behind["numbers"], len(names))):
        return Mention(places, clause[: behind.start("numbers")])
    pieces = [list(_pieces(folded, fold(name))) for name in names]
    full = [at for at, (name, found) in enumerate(zip(names, pieces, strict=True)) if _covers(found, fold(name))]
    own = [[one for one in found if _is_own(one, at, names, common)] for at, found in enumerate(pieces)]
    if full:
        beside = [at for at, found in enumerate(own) if found and at not in full] if _JOINS.search(folded) else []
        told = sorted((*full, *beside))
        return Mention(tuple(told), _without(clause, [piece for at in told for piece in pieces[at]]))
    if any(own):
        told = [at for at, found in enumerate(own) if found]
        return Mention(tuple(told), _without(clause, [piece for at in told for piece in pieces[at]]))
    shared = [at for at, found in enumerate(pieces) if any(one not in common for one in found)]
    if not shared:
        return None
    clear = len(shared) > 1 and _SEVERAL.search(folded) is not None
    return Mention(tuple(shared) if clear else (), _without(clause, [one for at in shared for one in pieces[at]]))


def _numbered(said: str, most: int) -> tuple[int, ...]:
    found = [numeral(number, 0) for number in _EACH.findall(said)]
    places = [int(one.value) - 1 for one in found if one]
    return tuple(dict.fromkeys(places)) if all(0 <= place < most for place in places) else ()


def _ordinal(match: re.Match[str], most: int) -> tuple[int, ...]:
    """The places that are told in order: the first two, 后两项, the last one."""
    if match["place"] in _PLACES:
        return tuple(place for place in (_PLACES.index(match["place"]),) if place < most)
    told = numeral(match["many"] or match["several"] or "", 0)
    many = int(told.value) if told else 1
    first = match["side"] == "前" or match["edge"] == "first"
    return (tuple(range(many)) if first else tuple(range(most - many, most))) if many <= most else ()


def _pieces(folded: str, name: str) -> Iterator[str]:
    """The parts of a name that stand in a text: its Latin words, the longest runs of two or more Chinese characters."""
    yield from _runs([word for word in _LATIN.findall(name) if re.search(_worded(word), folded)], folded)
    at = 0
    while at < len(name):
        end = next((end for end in range(len(name), at + 1, -1) if _is_han(name[at:end]) and name[at:end] in folded), 0)
        if end:
            yield name[at:end]
        at = end or at + 1


def _runs(words: Sequence[str], folded: str) -> Iterator[str]:
    """Words of a name, those that stand side by side in a text as one: "plan errors" tells more than either."""
    run: list[str] = []
    for word in words:
        if run and not re.search(_worded(" ".join([*run, word])), folded):
            yield " ".join(run)
            run = []
        run.append(word)
    if run:
        yield " ".join(run)


def _is_han(said: str) -> bool:
    return len(said) >= _SHORTEST and all("\u3400" <= character <= "\u9fff" for character in said)


def _covers(pieces: Sequence[str], name: str) -> bool:
    """Whether parts make up the whole name."""
    left = name
    for piece in pieces:
        left = left.replace(piece, "", 1)
    return bool(pieces) and not any(character.isalpha() for character in left)


def _is_own(piece: str, at: int, names: Sequence[str], common: Collection[str]) -> bool:
    others = (fold(name) for place, name in enumerate(names) if place != at)
    plain = all(word in common for word in piece.split())
    return not plain and not any(piece in other for other in others)


def _without(clause: str, pieces: Sequence[str]) -> str:
    folded, kept = fold(clause), list(clause)
    for piece in pieces:
        if match := re.search(_worded(piece) if piece.isascii() else re.escape(piece), folded):
            kept[slice(*match.span())] = " " * len(match[0])
    return "".join(kept)


def _worded(word: str) -> str:
    """A word of a name as it may be written: by itself, perhaps in the plural."""
    return rf"(?<![a-z]){re.escape(word)}(?:e?s)?(?![a-z])"
