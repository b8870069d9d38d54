"""Something to say, before it is put into words: a message id of the catalogs and its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Union

from kpi.period import Period, Span
from kpi.plan import Standard, Statement, When

Value = Union[
    str,
    int,
    Decimal,
    "Text",
    "Lines",
    "Clause",
    "Zone",
    Standard,
    When,
    Statement,
    Period,
    Span,
    None,
    tuple["Value", ...],
]
"""What may fill a place in a message; a tuple is put into words as a list."""


@dataclass(frozen=True, slots=True)
class Text:
    """A message id and its parameters; `n`, where present, chooses the plural form."""

    id: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lines:
    """Values below one another."""

    lines: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A four-part statement whose parts are not in words yet (method.md 2.3)."""

    by: When | None
    using: Value
    complete: Value
    reach: Value


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its IANA name."""

    name: str


def text(id: str, /, **params: Value) -> Text:
    """Make a Text."""
    return Text(id, params)
