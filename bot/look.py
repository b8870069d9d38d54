"""A look at all that is due: what fails for one person or organisation is noted, and the others are served."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import structlog
from sqlalchemy import Connection

from storage import faults
from storage.database import Database, damaged, passes
from storage.faults import Fault

_Thing = TypeVar("_Thing")
_log = structlog.get_logger(__name__)


class Look:
    """One look, with the faults it met; a database that is gone ends it, for the next one to go on."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._faults: set[Fault] = set()

    def finds(
        self, step: str, read: Callable[[Connection], Iterable[_Thing]], whose: str = "everybody"
    ) -> list[_Thing]:
        """Whom or what a step is to be done for; nothing where that cannot be read."""
        found: list[_Thing] = []
        with self.apart(step, whose), self._database.reading() as c:
            found.extend(read(c))
        return found

    @contextmanager
    def apart(self, step: str, whose: str) -> Iterator[None]:
        """Note what fails in the block, and go on after it."""
        try:
            yield
        except Exception as error:
            if passes(error) and not damaged(error):
                raise
            _log.exception("schedule.failed", step=step, whose=whose)
            self._faults.add(Fault(step, whose, type(error).__name__))

    def ends(self, now: dt.datetime) -> None:
        """Keep the faults for doctor; those of earlier looks that were not met again are over."""
        with self._database.reading() as c:
            changed = faults.standing(c).keys() != self._faults
        if changed:
            with self._database.transaction() as c:
                faults.keep(c, self._faults, now)
