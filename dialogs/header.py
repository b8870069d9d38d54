"""What an interview knows from its start besides the answers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Header:
    """Frozen facts of a run: the manager's name and the day it began. Free of language."""

    manager: str
    began: date
