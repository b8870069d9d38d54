"""The numbers of the items of a list, which are no figures: 1. 退货率 1.8%, ① 1.8% ② 127, a) 1.8%."""

import re
import unicodedata
from collections.abc import Callable

from dialogs.reading.text.fold import fold

_PLAIN = re.compile(r"(?:^|(?<=[\n;；。,，:： ]))\(?([0-9]{1,2})(?:[.](?![0-9])|[、):])\s*|\(([0-9]{1,2})\)\s*")
_HAN = re.compile(r"(?:^|(?<=[\n;；。,，: ]))\(?([一二三四五六七八九])[、)]\s*")
_LETTER = re.compile(r"(?:^|(?<=[\n;；。,，: ]))\(?([a-h])[.)]\s*")
_BULLET = re.compile(r"(?:^|(?<=\n)) *(?:[-–—*] +|[•●▪■◆○►▶✓✔·] *)")
_ENCLOSED = re.compile("[①-⒛⓪-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿]|[0-9]\ufe0f?\u20e3")
_FILL = ";"
_OTHER = "#"
_COUNTED: tuple[tuple[re.Pattern[str], Callable[[str], int]], ...] = (
    (_PLAIN, int),
    (_HAN, lambda said: "一二三四五六七八九".index(said) + 1),
    (_LETTER, lambda said: ord(said) - ord("a") + 1),
)
_NUMERAL = re.compile("[0-9零一二两三四五六七八九十百千万亿]")
_LIST = 2
"""Items from which on numbers are those of a list."""


def without_enclosed(text: str) -> str:
    """The text, as long as it was, with marks for numbers in circles and brackets of their own: ①, ⑴.

    Where they do not count from one on, what follows is no list in the order of a question.
    """
    found = list(_ENCLOSED.finditer(text))
    counted = [_value(match[0]) for match in found] == list(range(1, len(found) + 1))
    return _filled(text, [match.span() for match in found], _FILL if counted else _OTHER)


def without_numbering(text: str) -> str:
    """The text, as long as it was, without the numbers of a list: from 1 on, each once, before any other numeral."""
    for pattern, value in _COUNTED:
        found = list(pattern.finditer(fold(text)))
        if _is_list(text, found, [value(next(filter(None, one.groups()))) for one in found]):
            return _filled(text, [one.span() for one in found], " ", first=_FILL)
    return text


def numbered_items(text: str) -> list[str]:
    """What stands behind each number of a list, from 1 on; none where the text is no list.

    The last number may have no mark before it is said that something is not there: 3还没出来.
    """
    folded = fold(text)
    found = list(_PLAIN.finditer(folded))
    numbers = [int(next(filter(None, one.groups()))) for one in found]
    if not _is_list(text, found, numbers):
        return []
    spans = [one.span() for one in found]
    if last := re.search(rf"(?<=[ ,;。、\n]){len(found) + 1} ?(?=[还没未暂等待无])", folded[spans[-1][1] :]):
        spans.append((spans[-1][1] + last.start(), spans[-1][1] + last.end()))
    ends = [*(start for start, _ in spans[1:]), len(text)]
    return [text[start:end] for (_, start), end in zip(spans, ends, strict=True)]


def without_bullets(text: str) -> str:
    """The text, as long as it was, without the marks before its lines where each has one: - 1.8%."""
    found = list(_BULLET.finditer(text))
    lines = [line for line in text.split("\n") if line.strip()]
    return _filled(text, [one.span() for one in found], " ") if _LIST <= len(lines) == len(found) else text


def _is_list(text: str, found: list[re.Match[str]], numbers: list[int]) -> bool:
    if len(found) < _LIST or numbers != list(range(1, len(found) + 1)):
        return False
    folded = fold(text)
    if _NUMERAL.search(folded[: found[0].start()]):
        return False
    ends = [*(one.start() for one in found[1:]), len(text)]
    items = [folded[one.end() : end].strip(" \n,，;；。、") for one, end in zip(found, ends, strict=True)]
    spaced = any(folded[one.start() - 1] not in "\n;；。,，:：" for one in found if one.start())
    return all(_NUMERAL.search(item) if spaced else item for item in items)


def _filled(text: str, spans: list[tuple[int, int]], fill: str, *, first: str | None = None) -> str:
    """The text with as many blanks for each span, the first of which may be another."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = fill * (end - start)
        characters[start] = first or fill
    return "".join(characters)


def _value(enclosed: str) -> int:
    """The number that a character encloses; 0 for none."""
    if len(enclosed) > 1:
        return int(enclosed[0])
    return int(unicodedata.numeric(enclosed, 0))
