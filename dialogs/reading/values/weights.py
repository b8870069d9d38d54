"""Weights that add up to 100, and orders of importance (method.md 2.6)."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from dialogs.reading.names.names import OTHERS, content, marked, place_of, places
from dialogs.reading.numbers.numeral import plain
from dialogs.reading.numbers.numerals import numeral, whole_number
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.text.tokens import Lexicon, Token, tokens
from dialogs.reading.unread import Unread
from kpi.weights import TOTAL, equal

_NOTHING = Lexicon({})
_HUNDRED = Decimal(TOTAL)
_LONGEST = 1000
_RATIO = 10
"""What shares written as a ratio add up to: 6:4, 六四开."""
_RATIO_WORDS = re.compile(r"([一二三四五六七八九]{2,6})开|^([一二三四五六七八九]{2,6})(?=\W*$)")
_HOW_MANY = "[两二三四五六七八九十]|[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten"
_EQUAL = re.compile(
    rf"(?:(?P<all>{_HOW_MANY})[个项条样者份])?(?:都|全部|各项|所有)?(?:权重)?(?:平均(?:分[配摊]?)?|"
    rf"平均分成(?P<into>{_HOW_MANY})份|平分|均分|均等|"
    rf"(?P<parts>{_HOW_MANY})?等分|等权重?|相等|一样(?:多|重要?)?|同样重要|同等重要)|"
    rf"(?:all |they are all |split |divided |in |into )*(?:(?P<many>{_HOW_MANY}) )?"
    r"(?:equal(?:ly)?|even(?:ly)?|the same)(?: (?:weights?|weighted|shares?|parts?|portions?|split|important))?|"
    r"(?:split |divided |in |into |equal )*(?P<fractions>halves|thirds|quarters|fourths|fifths|sixths)"
)
_FRACTIONS = {"halves": 2, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6}
_PARTS = {
    "1/2": re.compile(r"\b(?:an?|one) half(?![a-z])"),
    "2/3": re.compile(r"\b(?:two|2)[ -]thirds?(?![a-z])"),
    "1/3": re.compile(r"\b(?:an?|one) third(?![a-z])"),
    "3/4": re.compile(r"\b(?:three|3)[ -]quarters(?![a-z])"),
    "1/4": re.compile(r"\b(?:an?|one) quarter(?![a-z])|\bquarter(?= *(?:$|[,;/.、]|(?:each|for|to|and|an?|one)\b))"),
}
"""A quarter is a time to other readers."""
_FINEST = 100
"""What the shares of one are at most parted into: 0.3333 is a third."""
_DIGITS = 6
"""Behind the point of a share that people write out; a third has more."""
_HALVES = re.compile(r"各(?:占)?一半|一半一半|对半(?:分|开)?|half and half|half each|fifty[ -]fifty")
_REST = re.compile(
    r"(?:其他|其它|其余|剩下|剩余|余下|另外|别的|每[个项])的?(?:(?:[两二三四五六七八九]|[0-9]{1,2})?[个项条样])?|"
    r"(?:all )?(?:the )?(?:rest|others?|remaining)(?: (?:two|three|four|five|six|ones?|[0-9](?= )))*(?![a-z])"
)
_COUNTED = re.compile(r"(?<!第)[两二三四五六七八九十][个项条样者]")
_EACH = re.compile(r"(?:各|每|均|都是?)[占为项个]?|(?<![a-z])each(?![a-z])")
_BREAKS = re.compile(r"[\s,、;/>]+|->|然后|再|其次|最后|and then|then")
_STEPS = re.compile(
    r"[,、;>。\n]+|->|然后|再次|再|其次|最后|首先|先(?!进)|接着|(?<![a-z])(?:and then|then|finally|followed by|"
    r"last)(?![a-z])"
)
_TIES = re.compile(r"=(?!>)|一样|同样|并列|同等|不分先后|差不多重要|\b(?:equal(?:ly)?|same|tied?|ties)\b")


def read_weights(text: str, names: Sequence[str]) -> tuple[Decimal, ...]:
    """A weight out of 100 for each name, in the order of the names; the text may name them in any order, and shortened.

    A ratio of whole numbers that add up to 10 (6:4) is read as the shares it gives (60, 40), and so are shares of one
    (0.5 0.3 0.2; half, a quarter, a quarter); thirds are rounded to whole numbers, the first ones up.
    Raises Unread, with the sum and what is missing or over, where they are too few, too many or do not add up to 100.
    """
    said = marked(text[:_LONGEST], names)
    wish = unpolite(said).rstrip("%")
    if names and (_are_equal(wish, len(names)) or (len(names) == 2 and _HALVES.fullmatch(wish))):
        return equal(len(names))
    return _adding_up(
        _given(_RATIO_WORDS.sub(lambda match: " ".join(match[1] or match[2]), unpolite(said)), names), names
    )


def _are_equal(wish: str, count: int) -> bool:
    """Whether all are to weigh the same: equally, 平均; in thirds only where there are three."""
    match = _EQUAL.fullmatch(wish)
    if not match:
        return False
    told = [match[name] for name in ("all", "parts", "into", "many")]
    parts = [whole_number(one) for one in told if one]
    return all(number == count for number in (*parts, _FRACTIONS.get(match["fractions"], count)))


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


def _are_of_one(weights: Sequence[Decimal]) -> bool:
    return all(0 <= weight <= 1 for weight in weights) and any(weight % 1 for weight in weights)


def _of_hundred(weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Shares of one as percentages; those with endless digits in whole numbers, the first ones rounded up."""
    meant = [Fraction(weight).limit_denominator(_FINEST) for weight in weights]
    if sum(weights) == 1 and all(round(weight, _DIGITS) == weight for weight in weights):
        return tuple(plain(weight * TOTAL) for weight in weights)
    if sum(meant) != 1:
        return tuple(plain(round(weight * TOTAL, 2)) for weight in weights)
    parts = [divmod(share * TOTAL, 1) for share in meant]
    left = TOTAL - sum(whole for whole, _ in parts)
    up = sorted(range(len(parts)), key=lambda place: -parts[place][1])[:left]
    return tuple(Decimal(whole + (place in up)) for place, (whole, _) in enumerate(parts))


def with_fractions(said: str) -> str:
    """A text with the fractions that English tells in words as 2/3."""
    for part, written in _PARTS.items():
        said = written.sub(part, said)
    return said


def percentage(share: Decimal) -> Decimal:
    """A share of one as a percentage, in whole numbers where its digits have no end: two thirds are 67."""
    return plain(round(share * TOTAL, 2 if round(share, _DIGITS) == share else 0))


def _given(said: str, names: Sequence[str]) -> tuple[Decimal, ...]:
    """The weights in the order of the names, or as they stand where no names are given with them."""
    said = with_fractions(said)
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
    if not percent and _are_of_one(numbers):
        return _of_hundred(numbers)
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
    if "分之" in said or any(part.search(said) for part in _PARTS.values()):
        raise Unread("unread.ranking", names=tuple(names), example=example)  # "two thirds" is a share, no place
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
