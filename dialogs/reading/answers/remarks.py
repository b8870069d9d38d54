"""Remarks of a reviewer: several in one text are parted, each with what it is about (method.md 4)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogs.reading.names.things import Mention, Thing, joined, mention
from dialogs.reading.text.fold import fold

_PARTS = re.compile(
    r"[;\n。]+|(?<=[!?])(?=\s*\S)|(?<![0-9])\.(?=\s|$)|(?<=[0-9][0-9])\.(?=\s)"
    r"|(?<=\S)(?<!\band)(?<![、,&和与及跟/])\s+(?=#?[0-9]{1,2}\.[0-9]{1,2}[ :、])"
)
"""What ends a remark, whatever follows."""
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s;,。]))(?:\(?[0-9]{1,2}\s*[、)]|[0-9]{1,2}\.(?![0-9])|[①-⑳]|\(?[一二三四五六七八九][)、])\s*|^[-•*·]\s*",
    re.MULTILINE,
)
"""The numbers of a list of remarks, which are none of the plan's."""
_EDGES = " \t\n,，、;；。.：:-—"
_JOINTS = r"但是?|不过|另外|此外|还有|以及|\b(?:and|but|also|plus|while|whereas)\b"
_CLAUSES = re.compile(rf"[,、]|{_JOINTS}")
"""What ends a remark where something else is named behind it."""
_BEGINNING, _ENDING = re.compile(rf"^(?:{_JOINTS})[ ,，]*"), re.compile(rf"[\s,，、]*(?:{_JOINTS})$")


@dataclass(frozen=True, slots=True)
class Said:
    """A remark: its text, and what it is about, all of `scopes`; where not `sure`, one of them or something else."""

    text: str
    scopes: tuple[str, ...] = ()
    sure: bool = True


def read_remarks(said: str, things: Sequence[Thing]) -> tuple[Said, ...]:
    """The remarks in a text, each with the things that it names; no word is left out but what only names them."""
    listed = _NUMBERING.sub(lambda number: ";" * len(number[0]), fold(said))
    parts = [(start, end) for start, end in _spans(_PARTS, listed) if said[start:end].strip(_EDGES)]
    return tuple(remark for start, end in parts for remark in _of(said[start:end], things))


def _of(part: str, things: Sequence[Thing]) -> Iterator[Said]:
    """The remarks of one part: a clause that names something else begins another."""
    begins: list[tuple[int, Mention | None]] = []
    for start, end in _spans(_CLAUSES, fold(part)):
        named = mention(part[start:end], things)
        named = named and _moved(named, start)
        began, before = begins[-1] if begins else (start, None)
        if not begins or (named and before is None and not named.headed):
            begins[-1:] = [(began, named)]
        elif named and before and joined(part[before.end : named.start]):
            begins[-1] = (began, _both(before, named))  # 赢单率、续约率都太低
        elif named and named.headed:
            begins.append((start, named))
    ends = [*(start for start, _ in begins[1:]), len(part)]
    for (start, named), end in zip(begins, ends, strict=True):
        text = _text(part[start:end], named and _moved(named, -start))
        if text or named:
            yield Said(text, named.scopes if named else (), named is None or named.sure)


def _text(written: str, named: Mention | None) -> str:
    """The remark without the number, or the name and the colon, before it."""
    whole = _BEGINNING.sub("", _ENDING.sub("", written.strip(_EDGES)))
    if named is None or not named.sure:
        return whole
    name, rest = written[: named.end], written[named.end :]
    alone = not written[: named.start].strip(_EDGES) and not rest.strip(_EDGES)
    headed = alone or name.rstrip().endswith((":", "：")) or re.match(r"\s*[:：]", rest)
    alone_numbered = named.numbered and len(named.scopes) == 1
    return _ENDING.sub("", rest.strip(_EDGES)) if alone_numbered or headed else whole


def _moved(named: Mention, by: int) -> Mention:
    return replace(named, start=named.start + by, end=named.end + by)


def _both(one: Mention, other: Mention) -> Mention:
    scopes = tuple(dict.fromkeys((*one.scopes, *other.scopes)))
    sure, numbered = one.sure and other.sure, one.numbered and other.numbered
    return Mention(one.start, other.end, scopes, sure, numbered, one.headed)


def _spans(pattern: re.Pattern[str], said: str) -> Iterator[tuple[int, int]]:
    """What stands between the matches."""
    at = 0
    for match in pattern.finditer(said):
        yield at, match.start()
        at = match.end()
    yield at, len(said)
