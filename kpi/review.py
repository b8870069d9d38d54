"""What a reviewer says about a plan (method.md 4)."""

from dataclasses import dataclass
from enum import StrEnum

WHOLE = "plan"
"""What a remark is about that concerns no single output or indicator."""


class Verdict(StrEnum):
    """How a reviewer decides on a plan."""

    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark of a reviewer; `about` is "output/3", "indicator/5" or WHOLE."""

    about: str
    text: str
