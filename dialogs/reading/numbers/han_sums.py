"""Chinese numerals added up: everyday, formal (贰佰), digit by digit (二〇二六), with digits between (3万4000)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.reading.numbers.numeral import LARGEST, SCALES, Numeral, plain

DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "俩": 2,
    "倆": 2,
    "仨": 3,
}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟弌弍", "一二三四五六七八九十百千一二")
DIGIT = "零〇○一二两俩倆仨三四五六七八九壹贰叁肆伍陆柒捌玖弌弍"
# 千 begins kilo-units, and 百分点 is a percentage point.
UNIT = r"(?:[十拾]|[百佰](?! *分 *[点比制率位号])|[千仟](?![克米瓦卡帕伏字比])|[万亿]|兆(?![字比赫瓦帕])|[廿卅卌])"
MEASURED = r"(?![级元户富大客项工])"
"""Behind 亿 after 个: 3个亿 are three hundred million, 3个亿元项目 are three."""
_ATOM = re.compile(
    rf" {{0,4}}(?:(?P<digits>[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?(?![0-9]|,[0-9]{{3}}))"
    rf"|(?P<han>[{DIGIT}]{{1,31}})|(?P<unit>{UNIT})"
    r"|(?P<some>(?:个?[余多来几]|[余多来几]个)(?= ?[万亿]))|(?P<few>几[十百千])"
    rf"|(?P<joined>个(?=[十百千]?[万亿]{MEASURED})))"
)
_NEXT_UNIT = re.compile(r" ?([十拾百佰千仟万亿])")
_POINT = re.compile(rf" ?点 ?([{DIGIT}]{{1,9}})")
_LOWER_UNIT = re.compile("[1-9]")
"""1万5 is said for 15,000."""
_ONE_TIME = re.compile(
    r"(?:(?<=[百千万亿])|(?<=[百千万亿][一二两三四五六七八九1-9]))[一1]"
    r"(?= ?(?:年|天|日(?!元)|周|季|月|晚|小时|钟头|星期|礼拜|学期|个 ?(?:月|季|小时|钟头|星期|礼拜|工作日|学期)))"
)
"""38万一年 is 380,000 a year: one of a time goes on with no number before it."""
_FARTHEST = 40
"""Characters of a number in which it may end so."""
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_MOST_ATOMS = 30
_MOST_DIGITS = 30
"""More of them in a row are no figure, and are not worth adding up from each one anew."""
_TEN_THOUSAND = 10**4


def summed(text: str, at: int, number: Decimal | None = None) -> Numeral | None:
    """What begins here, added up; `number` are the digits that stand before it."""
    return _Sum(number=number).read(text, at)


def end_of_number(text: str, at: int) -> int:
    """Where a number that begins here ends at the latest: before the one of a time that it is counted per."""
    one = _ONE_TIME.search(text, at + 1, at + _FARTHEST)
    return one.start() if one else len(text)


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
    more: bool = False
    """Whether there is more than the sum: 三十多万."""

    def read(self, text: str, at: int) -> Numeral | None:
        begin, end = at, at
        for atom in self._atoms(text, at):
            if not self._continues(text, atom) or not self._take(atom):
                break
            end = atom.end()
            point = _POINT.match(text, end) if atom["han"] or atom["unit"] else None
            if point and not self._value() % 1:
                return self._pointed(text, point)
        if end == begin:
            return None
        value = self._value()
        if value >= LARGEST:
            return None
        return Numeral(plain(value), end, scale=Decimal(self.last or 1), more=self.more)

    def _atoms(self, text: str, at: int) -> Iterator[re.Match[str]]:
        end = end_of_number(text, at)
        for _ in range(_MOST_ATOMS):
            atom = _ATOM.match(text, at, end)
            if not atom:
                return
            yield atom
            at = atom.end()

    def _continues(self, text: str, atom: re.Match[str]) -> bool:
        """Whether digits go on with the number before them, rather than begin one of their own: 85万 1.8%.

        Behind a space they do with the next lower unit alone (3万 5千), and decimals with any unit (3万4.5千).
        """
        spaced, decimal = text[atom.start()].isspace(), "." in (atom["digits"] or "")
        if not (atom["digits"] or atom["han"]) or not (spaced or decimal):
            return True
        unit = _NEXT_UNIT.match(text, atom.end())
        size = SCALES[unit[1].translate(FORMAL)] if unit else 0
        return size * 10 == self.last if spaced else bool(unit)

    def _take(self, atom: re.Match[str]) -> bool:
        """Take what comes next; False where it does not belong to the number any more."""
        if atom["some"] or atom["joined"]:
            self.more = self.more or bool(atom["some"])
            return bool(self.number or self.section or self.total)
        if atom["few"]:
            self.more = True
            return not self.number and SCALES[atom["few"][1]] < self.last
        if atom["unit"]:
            return self._unit(atom["unit"].translate(FORMAL))
        if self.number:
            return False
        zero, written = self.number is not None, atom["han"]
        if written is None:
            if not self.last:
                return False
            self.number, self.exact = Decimal(atom["digits"]), zero or not _LOWER_UNIT.fullmatch(atom[0])
            return self.number < self.last
        if len(written) > _MOST_DIGITS:
            return False
        digits = "".join(str(DIGITS[one]) for one in written.translate(FORMAL))
        self.number, self.exact = Decimal(digits), zero or len(digits) > 1
        return True

    def _unit(self, unit: str) -> bool:
        if unit in _TENS:
            self.section += _TENS[unit]
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
        decimals = "".join(str(DIGITS[one]) for one in point[1].translate(FORMAL))
        value = plain(Decimal(f"{int(self._value())}.{decimals}"))
        found = Numeral(value, point.end(), more=self.more)
        return scaled(text, found) if value < LARGEST else None


_BEGINS_WITH_UNIT = re.compile(
    rf" {{0,4}}{UNIT}|(?:个?[余多来几]|[余多来几]个)(?=[万亿])|个(?=[十百千]?[万亿]{MEASURED})"
)


def scaled(text: str, digits: Numeral) -> Numeral:
    """A number with the Chinese units behind it: 80万, 3万4000, 1.5个亿."""
    if not _BEGINS_WITH_UNIT.match(text, digits.end):
        return digits
    found = summed(text, digits.end, digits.value)
    return replace(found, more=found.more or digits.more) if found else digits
