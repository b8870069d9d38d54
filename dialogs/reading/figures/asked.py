"""What a figure is asked for."""

from dataclasses import dataclass
from decimal import Decimal

from dialogs.reading.dates.told_days import Days


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator whose figure is asked for: its name and the unit of its standards.

    `basic` and `outstanding` are the values of its standards, `others` the names of the other indicators of its post,
    `days` what the figure is about, `scale` what the numbers of the standards are written in: 10,000 of 50万, `before`
    the figure that was reported before it.
    """

    name: str
    unit: str | None
    basic: Decimal | None = None
    others: tuple[str, ...] = ()
    outstanding: Decimal | None = None
    days: Days | None = None
    scale: Decimal = Decimal(1)
    before: Decimal | None = None
