"""Numbers in Chinese characters: everyday, formal (贰佰), digit by digit (二〇二六), with digits between (3万4000)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dialogs.reading.numbers.numeral import LARGEST, SCALES, Numeral, plain

_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2, "俩": 2, "倆": 2}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟弌弍", "一二三四五六七八九十百千一二")
_DIGIT = "零〇一二两俩倆三四五六七八九壹贰叁肆伍陆柒捌玖弌弍"
# 千 begins kilo-units, and 百分点 is a percentage point.
_UNIT = r"[十拾]|[百佰](?! *分 *点)|[千仟](?![克米瓦卡帕伏字比])|[万亿]|兆(?![字比赫瓦帕])|廿|卅"
_ATOM = re.compile(
    rf" *(?:(?P<digits>[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?(?![0-9,]))|(?P<han>[{_DIGIT}]+)|(?P<unit>{_UNIT})"
    r"|(?P<some>[余多几](?= ?[万亿])))"
)
_NEXT_UNIT = re.compile(r" ?([十拾百佰千仟万亿])")
_POINT = re.compile(rf" ?点 ?([{_DIGIT}]{{1,9}})")
_LOWER_UNIT = re.compile("[1-9]")
"""1万5 is said for 15,000."""
_MOST_ATOMS = 30
_MOST_DIGITS = 30
"""More of them in a row are no figure, and are not worth adding up from each one anew."""
_TEN_THOUSAND = 10**4


def written_in_han(text: str, at: int) -> Numeral | None:
    """The number in Chinese characters that begins here; 半 is a half."""
    if text[at] == "半":
        return Numeral(Decimal("0.5"), at + 1)
    if text.startswith("一半", at):
        return Numeral(Decimal("0.5"), at + 2)
    if text[at] not in _STARTS:
        return None
    return _two_in_one(text, at) or _Sum().read(text, at)


def _two_in_one(text: str, at: int) -> Numeral | None:
    """两三, 三五, 十七八, 三四百: one or the other."""
    pair = _PAIR.match(text, at)
    if not pair or (at and text[at - 1] in _STARTS):
        return None
    low, high = sorted((_DIGITS[pair["first"]], _DIGITS[pair["second"]]))
    if high - low != 1 and (low, high) != (3, 5):
        return None
    values = [_Sum().read((pair["tens"] or "") + pair[one] + pair["unit"], 0) for one in ("first", "second")]
    lower, upper = sorted(one.value for one in values if one)
    return Numeral(lower, pair.end(), upper=upper)


def in_han_units(text: str, digits: Numeral) -> Numeral:
    """A number in digits with the Chinese units behind it: 80万, 3万4000, 7 万5 千."""
    if not _BEGINS_WITH_UNIT.match(text, digits.end):
        return digits
    return _Sum(number=digits.value).read(text, digits.end) or digits


def digit(character: str) -> int:
    """The value of one digit, Chinese or not."""
    return _DIGITS[character] if character in _DIGITS else int(character)


_STARTS = frozenset(_DIGIT + "十拾百佰千仟廿卅")
_PAIR = re.compile(
    r"(?P<tens>[二三四五六七八九]?十)?(?P<first>[一二两三四五六七八九])(?P<second>[二两三四五六七八九])"
    rf"(?P<unit>[十百千]?[万亿]?)(?![{_DIGIT}十百千万亿点])"
)
_BEGINS_WITH_UNIT = re.compile(rf" *(?:{_UNIT})|[余多几](?=[万亿])")


@dataclass(slots=True)
class _Sum:
    """A number as it is read: what was summed up, the section below 万, the digits that wait for their unit."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    number: Decimal | None = None
    last: int = 0
    big: int = 0
    exact: bool = False
    """Whether the digits that wait stand for themselves: after 零, or several."""

    def read(self, text: str, at: int) -> Numeral | None:
        begin, end = at, at
        for atom in self._atoms(text, at):
            if not self._continues(text, atom) or not self._take(atom):
                break
            end = atom.end()
            if (atom["han"] or atom["unit"]) and (point := _POINT.match(text, end)):
                return self._pointed(text, point)
        if end == begin:
            return None
        value = self._value()
        return Numeral(plain(value), end, scale=Decimal(self.last or 1)) if value < LARGEST else None

    def _atoms(self, text: str, at: int) -> Iterator[re.Match[str]]:
        for _ in range(_MOST_ATOMS):
            atom = _ATOM.match(text, at)
            if not atom:
                return
            yield atom
            at = atom.end()

    def _continues(self, text: str, atom: re.Match[str]) -> bool:
        """Whether digits go on with the number before them, rather than begin one of their own: 85万 1.8%.

        Behind a space they do with the next lower unit alone (3万 5千), and decimals with any unit (3万4.5千).
        """
        spaced, decimal = text[atom.start()].isspace(), "." in (atom["digits"] or "")
        if atom["unit"] or atom["some"] or not (spaced or decimal):
            return True
        unit = _NEXT_UNIT.match(text, atom.end())
        size = SCALES[unit[1].translate(_FORMAL)] if unit else 0
        return size * 10 == self.last if spaced else bool(unit)

    def _take(self, atom: re.Match[str]) -> bool:
        """Take what comes next; False where it does not belong to the number any more."""
        if atom["some"]:
            return self.number is not None or bool(self.section)
        if atom["unit"]:
            return self._unit(atom["unit"].translate(_FORMAL))
        if self.number:
            return False
        written = atom["han"]
        if written is None:
            if not self.last:
                return False
            self.number, self.exact = Decimal(atom["digits"]), not _LOWER_UNIT.fullmatch(atom[0])
            return self.number < self.last
        if len(written) > _MOST_DIGITS:
            return False
        digits = "".join(str(_DIGITS[one]) for one in written.translate(_FORMAL))
        self.number, self.exact = Decimal(digits), len(digits) > 1
        return True

    def _unit(self, unit: str) -> bool:
        if unit in "廿卅":
            self.section += {"廿": 20, "卅": 30}[unit]
            self.last = 10
            return True
        size = SCALES[unit]
        if size >= _TEN_THOUSAND:
            return self._big(size)
        if not self.number and 0 < self.last <= size:
            return False
        self.section += (self.number or 1) * size
        self.number, self.last = None, size
        return True

    def _big(self, size: int) -> bool:
        section = self.section + (self.number or 0)
        if not section and not self.total:
            return False
        if self.total and (size > self.big or not section):
            self.total = (self.total + section) * size
        else:
            self.total += section * size
        self.section, self.number, self.last = Decimal(0), None, size
        self.big = max(self.big, size)
        return True

    def _value(self) -> Decimal:
        """The sum; one digit behind a unit is of the next lower one (四千六 is 4600)."""
        rest = self.number or Decimal(0)
        if self.last >= 100 and not self.exact:
            rest *= self.last // 10
        return self.total + self.section + rest

    def _pointed(self, text: str, point: re.Match[str]) -> Numeral | None:
        """三点五, 三点六亿."""
        self.exact = True
        decimals = "".join(str(_DIGITS[one]) for one in point[1].translate(_FORMAL))
        value = Decimal(f"{self._value()}.{decimals}")
        return in_han_units(text, Numeral(plain(value), point.end()))
