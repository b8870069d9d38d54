"""The table of texts: what managers write, in both languages and both scripts, and what is read in it."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from dialogs.reading.understanding import Understanding, understand
from kpi.plan import Standard, When

TODAY = dt.date(2026, 11, 26)
ROWS = [line.split("\t") for line in Path(__file__).with_name("texts.tsv").read_text(encoding="utf-8").splitlines()]
TABLE = [(kind, text.replace("\\n", "\n"), expected) for kind, text, expected, *_ in ROWS]
"""What is looked at, the text, and what is to be read ("-" for nothing)."""
LEFT = [(text, left) for (_, text, _), (kind, *_, left) in zip(TABLE, ROWS, strict=True) if kind == "quantity"]
"""Texts that tell how much, and what of them is left over beside it."""


def quantity(read: Standard | None) -> str:
    """Comparator (= where none is told), value, unit and period."""
    if read is None:
        return "-"
    upper = f"..{_plain(read.upper)}" if read.upper is not None else ""
    said = [read.comparator.value if read.comparator else "=", f"{_plain(read.value)}{upper}", read.unit, read.per]
    return " ".join(one for one in said if one)


def when(read: When | None) -> str:
    """Date or rule, relation and offset."""
    if read is None:
        return "-"
    relation = read.relation.value if read.relation else None
    offset = str(read.offset) if read.offset is not None else None
    return " ".join(one for one in (read.date, read.rrule, relation, offset) if one)


def told(read: Understanding, kind: str) -> str:
    """What was read of a kind, as the table writes it."""
    match kind:
        case "quantity":
            return quantity(read.quantity)
        case "when":
            return when(read.when)
        case "items":
            return "|".join(read.items or ())
        case "statement" if read.statement:
            by = read.statement.by.text if read.statement.by else None
            parts = (by, read.statement.using, read.statement.complete, read.statement.reach)
            return "|".join(part or "-" for part in parts)
    return str(getattr(read, kind) or "-")


def _plain(value: Decimal | None) -> str:
    return f"{value.normalize():f}" if value is not None else ""


@pytest.mark.parametrize(("kind", "text", "expected"), TABLE)
def test_reads_what_was_meant(kind: str, text: str, expected: str) -> None:
    assert told(understand(text, TODAY), kind) == expected


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_leaves_what_says_nothing_of_how_much(text: str, left: str) -> None:
    assert ("|".join(understand(text, TODAY).left) or "-") == left
