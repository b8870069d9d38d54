"""A standard as JSON tells it, in exports and in what is understood."""

from decimal import Decimal
from typing import Any

from kpi.plan import Standard
from kpi.values import Change, Comparator, Share

Json = dict[str, Any]


def standard_json(standard: Standard | None) -> Json | None:
    """A standard for programs."""
    if standard is None:
        return None
    return quantity_json(standard) | {"text": standard.text, "items": list(standard.items)}


def quantity_json(standard: Standard) -> Json:
    """The number of a standard with all that tells what it is of: a share, a change by so much, a grade."""
    return _bound(standard.comparator, standard.value) | {
        "upper": number(standard.upper),
        "unit": standard.unit,
        "per": standard.per,
        "rates": [{"number": number(per.number), "unit": per.unit} for per in standard.rates],
        "share": _share(standard.share) if standard.share else None,
        "change": _change(standard.change) if standard.change else None,
        "out_of": number(standard.out_of),
        "condition": standard.condition,
        "note": standard.note,
    }


def number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _bound(comparator: Comparator | None, value: Decimal | None) -> Json:
    return {"comparator": comparator and comparator.value, "value": number(value)}


def _share(share: Share) -> Json:
    limit = share.limit
    return {"of": share.of, "limit": _bound(limit.comparator, limit.value) | {"unit": limit.unit} if limit else None}


def _change(change: Change) -> Json:
    return {
        "sign": change.sign and change.sign.value,
        "base": change.base and change.base.value,
        "figure": number(change.figure),
        "unit": change.unit,
    }
