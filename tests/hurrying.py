"""Time that waits for nothing: a loop whose clock goes on at once where nothing is left to do."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any


class Hurrying(asyncio.SelectorEventLoop):
    """A loop whose time goes on at once where nothing is left to do now."""

    elapsed = 0.0

    def time(self) -> float:
        return self.elapsed

    def _run_once(self) -> None:
        if not self._ready:  # type: ignore[attr-defined] # how a loop keeps what is to be done
            waiting = (timer.when() for timer in self._scheduled if not timer.cancelled())  # type: ignore[attr-defined] # and its timers
            self.elapsed = max(self.elapsed, min(waiting, default=0))
        super()._run_once()  # type: ignore[misc] # what a loop does again and again

    def clock(self, began: datetime) -> type[datetime]:
        """What stands for datetime in a module whose wall clock shall follow this loop."""
        loop = self

        class Now(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:  # type: ignore[override] # a plain one
                return began.astimezone(tz) + timedelta(seconds=loop.elapsed)

        return Now


async def here(work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """In the place of asyncio.to_thread: no time passes in it."""
    return work(*arguments, **named)
