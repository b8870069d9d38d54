"""Faults: what the schedule could not do for a person or an organisation in its last pass, so that doctor tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, tuple_

from storage.tables import fault, insert_new


@dataclass(frozen=True, slots=True)
class Fault:
    """A step that failed for somebody ("person 7"), by the name of the error; never what it was about."""

    step: str
    whose: str
    error: str


def standing(c: Connection) -> dict[Fault, datetime]:
    """The faults of the last pass, in order, and since when each stands."""
    rows = c.execute(select(fault).order_by(fault.c.since, fault.c.step, fault.c.whose))
    return {Fault(row.step, row.whose, row.error): row.since for row in rows}


def keep(c: Connection, met: Iterable[Fault], now: datetime) -> None:
    """Keep the faults that a pass met, each since it was met first; what it did not meet again is over."""
    known, met = standing(c), set(met)
    gone = [(one.step, one.whose) for one in known.keys() - met]
    c.execute(delete(fault).where(tuple_(fault.c.step, fault.c.whose).in_(gone)))
    for one in met - known.keys():
        insert_new(c, fault, step=one.step, whose=one.whose, error=one.error, since=now)
