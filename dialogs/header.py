"""What an interview knows from its start besides the answers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Header:
    """Frozen facts of a run: the manager's name, the day it began, the department the manager leads.

    `fiscal_start` is the month in which the fiscal years of the organisation begin, where that is known.
    """

    manager: str
    began: date
    department: str | None = None
    fiscal_start: int | None = None
