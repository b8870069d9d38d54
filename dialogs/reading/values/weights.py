"""Weights that add up to 100, and orders of importance (method.md 2.6)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dialogs.reading.names.names import OTHERS, content, marked, place_of, places
from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.text.tokens import Lexicon, Token, tokens
from dialogs.reading.unread import Unread
from kpi.weights import TOTAL, equal

_NOTHING = Lexicon({})
_HUNDRED = Decimal(TOTAL)
_LONGEST = 1000
_RATIO = 10
"""What shares written as a ratio add up to: 6:4, 六四开."""
_RATIO_WORDS = re.compile(r"([一二三四五六七八九]{2,6})开")
_EQUAL = re.compile(
    r"(?:都|全部|各项|所有)?(?:平均(?:分配?)?|平分|均分|均等|等分|相等|一样(?:多|重要?)?|同样重要)|"
    r"(?:all |they are all |split |divided )*(?:equal(?:ly)?|even(?:ly)?|the same)(?: (?:weights?|shares?|split|"
    r"important))?"
)
_HALVES = re.compile(r"各(?:占)?一半|一半一半|对半(?:分|开)?|half and half|half each|fifty[ -]fifty")
_REST = re.compile(
    r"(?:其他|其它|其余|剩下|剩余|余下|另外|别的|每[个项])的?(?:(?:[两二三四五六七八九]|[0-9]{1,2})?[个项条样])?|"
    r"(?:all )?(?:the )?(?:rest|others?|remaining)(?: (?:two|three|four|five|six|ones?|[0-9](?= )))*(?![a-z])"
)
_COUNTED = re.compile(r"(?<!第)[两二三四五六七八九十][个项条样]")
_EACH = re.compile(r"各|每|(?<![a-z])each(?![a-z])")
_BREAKS = re.compile(r"[\s,、;/>]+|->|然后|再|其次|最后|and then|then")
_STEPS = re.compile(
    r"[,、;>。\n]+|->|然后|再次|再|其次|最后|首先|先(?!进)|接着|(?<![a-z])(?:and then|then|finally|followed by|"
    r"last)(?![a-z])"
)
_TIES = re.compile(r"=(?!>)|一样|同样|并列|同等|不分先后|差不多重要|\b(?:equal(?:ly)?|same|tied?|ties)\b")


def read_weights(text: str, names: Sequence[str]) -> tuple[Decimal, ...]:
    """A weight out of 100 for each name, in the order of the names; the text may name them in any order, and shortened.

    A ratio of whole numbers that add up to 10 (6:4) is read as the shares it gives (60, 40).
    Raises Unread, with the sum and what is missing or over, where they are too few, too many or do not add up to 100.
    """
    said = marked(text[:_LONGEST], names)
    wish = unpolite(said).rstrip("%")
    if names and (_EQUAL.fullmatch(wish) or (len(names) == 2 and _HALVES.fullmatch(wish))):
        return equal(len(names))
    return _adding_up(_given(_RATIO_WORDS.sub(lambda match: " ".join(match[1]), said), names), names)


def _adding_up(weights: tuple[Decimal, ...], names: Sequence[str]) -> tuple[Decimal, ...]:
    example = " ".join(map(str, _example(len(names))))
    if len(weights) != len(names):
        raise Unread("unread.weights.count", n=len(names), names=tuple(names), read=len(weights), example=example)
    total = sum(weights, Decimal(0))
    if total != _HUNDRED:
        id = "unread.weights.missing" if total < _HUNDRED else "unread.weights.over"
        raise Unread(id, sum=total, difference=abs(_HUNDRED - total), example=example)
    if not all(weights):
        raise Unread("unread.weights.zero", example=example)
    return weights


def _given(said: str, names: Sequence[str]) -> tuple[Decimal, ...]:
    """The weights in the order of the names, or as they stand where no names are given with them."""
    said = unpolite(_COUNTED.sub("", _REST.sub(f" {OTHERS} ", said)))
    found = [(token, token.number) for token in tokens(said, _NOTHING) if token.number]
    numbers = [number.value for _, number in found]
    labels = _labels(said, [token for token, _ in found])
    meant = [(place_of(label, names), label, value) for label, value in zip(labels, numbers, strict=True)]
    weights = {place: value for place, _, value in meant if place is not None}
    rest = [value for place, label, value in meant if place is None and _is_rest(label)]
    if len(rest) == 1 and len(weights) + 1 == len(numbers):
        weights = dict.fromkeys(range(len(names)), rest[0]) | weights
    if weights:
        numbers = [weights[place] for place in sorted(weights)]
    percent = any(number.percent for _, number in found)
    ratio = not percent and sum(numbers) == _RATIO and all(value % 1 == 0 for value in numbers)
    return tuple(value * _RATIO if ratio else value for value in numbers)


def _labels(said: str, found: Sequence[Token]) -> list[str]:
    """What each number belongs to: the words before it, or those behind it where nothing stands before the first."""
    ends = [0, *(token.end for token in found)]
    starts = [*(token.start for token in found), len(said)]
    between = [said[end:start] for end, start in zip(ends, starts, strict=True)]
    return between[:-1] if content(between[0]) else between[1:]


def _is_rest(label: str) -> bool:
    return OTHERS in label or _EACH.fullmatch(content(label)) is not None


def _example(count: int) -> list[int]:
    """Equal weights in whole numbers, the rest on the first."""
    share = 100 // max(count, 1)
    return [100 - share * (count - 1), *[share] * (count - 1)]


def read_ranking(text: str, names: Sequence[str]) -> tuple[int, ...]:
    """Places of the names (from 0), the most important first: "2>1>3", "2 1 3", or the names in order, also shortened.

    Raises Unread where it is not an order of all of them, or some share a place.
    """
    said = marked(text[:_LONGEST], names)
    example = " > ".join(str(place) for place in range(len(names), 0, -1))
    if _TIES.search(said):
        raise Unread("unread.ranking.ties", names=tuple(names), example=example)
    for order in (places(said), _order_of_names(said, names), _order_of_numbers(said)):
        if sorted(order) == list(range(len(names))):
            return tuple(order)
    raise Unread("unread.ranking", names=tuple(names), example=example)


def _order_of_names(said: str, names: Sequence[str]) -> list[int]:
    meant = (place_of(part, names) for part in _STEPS.split(unpolite(said)))
    return [place for place in meant if place is not None]


def _order_of_numbers(said: str) -> list[int]:
    words = [word for word in _BREAKS.split(said) if word]
    if len(words) == 1 and words[0].isascii() and words[0].isdigit():
        words = list(words[0])  # 213
    numbers = [numeral(word.strip(".。第"), 0) for word in words if word.strip(".。第")]
    return [int(number.value) - 1 for number in numbers if number]
