"""What a numeral is, and what the writing systems of numbers share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal

SCALES: Mapping[str, int] = {
    "k": 10**3,
    "w": 10**4,
    "m": 10**6,
    "mn": 10**6,
    "mm": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "mill": 10**6,
    "mil": 10**6,
    "mrd": 10**9,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "cr": 10**7,
    "hundred": 10**2,
    "thousand": 10**3,
    "grand": 10**3,
    "lac": 10**5,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "十": 10,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "亿": 10**8,
    "兆": 10**12,
}
"""What the letters and words behind a number multiply it by."""
LARGEST = Decimal(10) ** 18
"""Numbers from here on are no figures that anybody reaches."""

_CONTEXT = Context(prec=15)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends at `end`.

    `percent` says whether it is a share out of 100; `scale` is the factor written after the digits (80万, 3.6 million);
    `letter` is that factor where a single letter said so, which may be meant otherwise (4m); `upper` is the other
    number where two are said in one (两三: two or three). `more` says whether there is more than the value, by what
    nobody tells: within it (三十多万), or right behind it (20多, 100+), which is left for whoever reads on.
    `fraction` is whether it is a part of one whole (a third, 三分之一). `other` is what it may be meant as just as
    well: 412.000 is 412 to some and 412,000 to others.
    """

    value: Decimal
    end: int
    percent: bool = False
    scale: Decimal = Decimal(1)
    letter: str | None = None
    upper: Decimal | None = None
    more: bool = False
    fraction: bool = False
    other: Decimal | None = None

    def times(self, factor: Decimal | int) -> "Numeral":
        """So many times the number, in all its readings."""
        upper, other = (None if one is None else plain(one * factor) for one in (self.upper, self.other))
        return replace(self, value=plain(self.value * factor), upper=upper, other=other)


def part(value: Decimal, end: int) -> Numeral:
    """What is told as parts of a whole; more than one whole is no part of it."""
    value = rounded(value)
    return Numeral(value, end, fraction=abs(value) < 1)


def rounded(value: Decimal) -> Decimal:
    """A quotient or power to 15 digits."""
    return plain(_CONTEXT.plus(value))


def plain(value: Decimal) -> Decimal:
    """The same value without an exponent or zeros behind the point."""
    return Decimal(f"{value.normalize():f}")
