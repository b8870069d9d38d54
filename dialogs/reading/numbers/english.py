"""Numbers in English words."""

import re
from decimal import Decimal
from string import ascii_lowercase

from dialogs.reading.numbers.numeral import LARGEST, SCALES, Numeral, part, plain, rounded

# Tables of words read better than columns of them.
# fmt: off
_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}
_DOZENS = dict.fromkeys(("dozen", "doz", "dz", "dzs"), 12)
_SMALL = _ONES | _TENS | _DOZENS | {"fourty": 40, "naught": 0}
_MULTIPLIERS = ("hundred", "thousand", "lakh", "million", "crore", "billion", "trillion")
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 10**2,
    "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}
# fmt: on
_FIXED = {
    "half a dozen": "6",
    "half a million": "500000",
    "half a billion": "500000000",
    "half": "0.5",
    "half a": "0.5",
    "half an": "0.5",
    "one half": "0.5",
    "a quarter million": "250000",
    "quarter million": "250000",
    "a quarter of a million": "250000",
    "quarter of a million": "250000",
    "half of a million": "500000",
    "three quarters of": "0.75",
    "three-quarters of": "0.75",
    "a quarter of": "0.25",
    "quarter of an": "0.25",
    "one quarter of": "0.25",
    "twice": "2",
    "thrice": "3",
    "a dozen": "12",
    "a couple of": "2",
    "a couple": "2",
    "a pair of": "2",
    "a hundred": "100",
    "a thousand": "1000",
    "a million": "1000000",
    "a billion": "1000000000",
}


def _any(words: "dict[str, int] | tuple[str, ...]") -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_GAP = r"(?:[ \t]{1,4}|[ \t]{0,4}-[ \t]{0,4})"
_WORDS = _any({**_SMALL, "and": 0} | dict.fromkeys(_MULTIPLIERS, 0))
_WORD = re.compile(rf"{_GAP}?(?P<word>{_WORDS}|(?<=[ \t])[0-9]{{1,3}}(?=[ \t;]|[.,](?![0-9])|$))s?(?![a-z0-9])")
_FIXED_WORDS = re.compile(rf"(?:{_any(tuple(_FIXED))})(?![a-z])")
_POINT = re.compile(rf"[ \t]{{1,4}}point((?:{_GAP}(?:{_any({**_ONES, **_TENS})})(?![a-z])){{1,9}})")
_OF = rf"(?:(?P<tens>{_any(_TENS)}){_GAP})?(?P<of>{_any(_ORDINALS)})"
_MANY = r"(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)"
_PLURAL = re.compile(rf"{_GAP}(?:(?P<quarter>quarter)|{_OF})s(?![a-z])")
_SINGLE = re.compile(rf"(?:an?|one){_GAP}{_OF}(?![a-z])")
_PART = re.compile(rf"[ \t]{{1,4}}and[ \t]{{1,4}}{_MANY}{_GAP}(?:(?P<half>half)|(?P<quarter>quarter)|{_OF})s?(?![a-z])")
_OVER = re.compile(r"[ \t]{1,4}over[ \t]{1,4}")
_ENDS = re.compile(r"[ \t]{0,4}[.!?]?[ \t]{0,4}$")
_SCALE = re.compile(rf"[ \t]{{1,4}}(?P<word>{_any(_MULTIPLIERS)})s?(?![a-z])")
_MOST_WORDS = 24
_MILLION = 10**6
_ONCE = re.compile(
    r"once(?= (?:an?|per|each|every|in (?:a(?! (?:while|blue))|an|any|each|every)|"
    r"daily|weekly|monthly|quarterly|yearly)\b)"
)
"""Once a month, though not "once the order is in"."""
_POINT_FIRST = re.compile(rf"point((?:{_GAP}(?:{_any(_ONES)})(?![a-z])){{1,9}})(?= per ?cent)")
FIRST = rf"(?:{_any((*_SMALL, 'an', 'a', 'half', 'quarter', 'once', 'twice', 'thrice', 'point'))})(?![a-z])"
"""The first word of a number, without a plural: dozens are not twelve, and "the ones" not one."""
_FIRST = re.compile(FIRST)
_UNTOLD = re.compile(r"\b(?:few|several|many)[ -]\Z")
"""What a dozen is counted by when nobody says how many dozens there are."""


def written_in_english(text: str, at: int) -> Numeral | None:
    """The number in English words that begins here."""
    if not _FIRST.match(text, at) or (at and text[at - 1].isascii() and text[at - 1].isalnum()):
        return None
    if _UNTOLD.search(text[max(0, at - len("several ")) : at]):
        return None
    if match := _FIXED_WORDS.match(text, at):
        scale = Decimal(SCALES.get(match[0].split()[-1], 1))  # a hundred and five, a million and a half
        value = Decimal(_FIXED[match[0]])
        found = Numeral(value, match.end(), scale=scale, fraction=value < 1)
        return _then_scaled(text, found) if scale == 1 else continued(text, found)
    if once := _ONCE.match(text, at):
        return Numeral(Decimal(1), once.end())
    if point := _POINT_FIRST.match(text, at):
        return Numeral(plain(Decimal(f"0.{_decimals(point[1])}")), point.end())
    if (match := _SINGLE.match(text, at)) and not _is_time(match):
        return part(1 / Decimal(_size(match)), match.end())
    return _cardinal(text, at)


def continued(text: str, whole: Numeral) -> Numeral:
    """A number with what English words add to it: "4 thousand 3 hundred and 21", "2 and a half million", "1 over 3"."""
    spoken = whole.scale > 1 and not whole.letter and text[whole.end - 1] in ascii_lowercase  # not 85万
    if spoken and _WORD.match(text, whole.end):
        words, end = _words(text, whole.end, goes_on=True)
        while words and words[0] == "and":
            words = words[1:]
        if (
            words
            and words[0] not in _MULTIPLIERS
            and (value := _value(words)) < whole.scale
            and not (words[-1].isdigit() and whole.value % whole.scale)  # 1.2 million 30 customers
            and not _PART.match(text, whole.end)
        ):
            whole = Numeral(whole.value + value, end, scale=Decimal(SCALES.get(words[-1], 1)))
    if part := _PART.match(text, whole.end):
        return _with_part(text, whole, part)
    if (over := _OVER.match(text, whole.end)) and over.end() < len(text):
        return _divided(text, whole, over.end())
    return whole


def _cardinal(text: str, at: int) -> Numeral | None:
    words, end = _words(text, at, goes_on=False)
    if not words or words[0] not in _SMALL or _value(words) >= LARGEST:
        return None
    value = Decimal(_value(words))
    if point := _POINT.match(text, end):
        return _then_scaled(text, Numeral(plain(Decimal(f"{value}.{_decimals(point[1])}")), point.end()))
    if parts := _PLURAL.match(text, end):
        if not parts["quarter"] and not _is_time(parts):
            return part(_in_parts(words, _size(parts)), parts.end())
        if parts["quarter"] and "and" in words and _last_scale(words[: _last_and(words)]) >= _MILLION:
            return Numeral(_in_parts(words, 4), parts.end())
    found = Numeral(plain(value), end, scale=Decimal(SCALES.get(words[-1], 1)))
    return continued(text, found)


def _words(text: str, at: int, *, goes_on: bool) -> tuple[list[str], int]:
    """The words of a number, and where they end; one that goes on may begin with "and" or digits."""
    words: list[str] = []
    ends = [at]
    while len(words) < _MOST_WORDS and (match := _WORD.match(text, ends[-1])):
        before, word = words[-1] if words else "hundred" if goes_on else "", match["word"]
        if word == "and" and before not in _MULTIPLIERS:
            break
        if word[0].isdigit() and before not in {*_MULTIPLIERS, "and"}:
            break
        if before and before not in {*_MULTIPLIERS, "and"} and not _belongs(before, word):
            break
        words.append(word)
        ends.append(match.end())
    while words and words[-1] == "and":
        words.pop()
        ends.pop()
    return words, ends[-1]


def _belongs(before: str, word: str) -> bool:
    """Whether a word goes on after a small number: twenty-five, two hundred; "three two" are two numbers."""
    return word in _MULTIPLIERS or word in _DOZENS or (before in _TENS and 0 < _ONES.get(word, 0) < 10)


def _value(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word.isdigit():
            group += int(word)
        elif word in _DOZENS:
            group = group - group % 100 + (group % 100 or 1) * 12
        elif word in _SMALL:
            group += _SMALL[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word != "and":
            total += (group or 1) * SCALES[word]
            group = 0
    return total + group


def _in_parts(words: list[str], size: int) -> Decimal:
    """Twenty-three fifths; 200 and fifty-four hundredths; two million and three fifths (of a million)."""
    if "and" not in words:
        return rounded(Decimal(_value(words)) / size)
    last = _last_and(words)
    scale = _last_scale(words[:last])
    share = Decimal(_value(words[last + 1 :])) / size * (scale if scale >= _MILLION else 1)
    return rounded(_value(words[:last]) + share)


def _last_and(words: list[str]) -> int:
    return len(words) - 1 - words[::-1].index("and")


def _last_scale(words: list[str]) -> int:
    return SCALES.get(words[-1], 1)


def _with_part(text: str, whole: Numeral, part: re.Match[str]) -> Numeral:
    """Three and a half, two and a half million, six million and two thirds (of a million)."""
    size = 2 if part["half"] else 4 if part["quarter"] else _size(part)
    share = Decimal(_ONES.get(part["many"], 1)) / size
    if part["quarter"] and whole.scale < _MILLION:
        return whole  # a quarter is a time, too
    added = share * whole.scale if whole.scale >= _MILLION else share
    return _then_scaled(text, Numeral(rounded(whole.value + added), part.end()))


def _divided(text: str, whole: Numeral, at: int) -> Numeral:
    """One over twenty, where nothing follows: "5 over 3 months" is no fraction."""
    digits = re.compile("[0-9]{1,9}").match(text, at)
    below = Numeral(Decimal(digits[0]), digits.end()) if digits else _cardinal(text, at)
    if below is None or not below.value or not _ENDS.match(text, below.end):
        return whole
    return part(whole.value / below.value, below.end)


def _size(match: re.Match[str]) -> int:
    return _TENS.get(match["tens"] or "", 0) + _ORDINALS[match["of"]]


def _is_time(match: re.Match[str]) -> bool:
    """Whether what looks like a share is a time or a place in a row: a second, one first."""
    return match["tens"] is None and match["of"] in {"first", "second"}


def _decimals(said: str) -> str:
    """The digits behind a point: 03 for "zero three", 71 for "seventy-one"."""
    digits = ""
    for word in re.findall("[a-z]+", said):
        ten = len(digits) > 1 and digits.endswith("0") and digits != "00" and 0 < _ONES.get(word, 0) < 10
        digits = digits[:-1] + str(_ONES[word]) if ten else digits + str(_SMALL[word])
    return digits


def _then_scaled(text: str, found: Numeral) -> Numeral:
    if match := _SCALE.match(text, found.end):
        return Numeral(plain(found.value * SCALES[match["word"]]), match.end(), scale=Decimal(SCALES[match["word"]]))
    return found
