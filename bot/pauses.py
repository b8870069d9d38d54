"""Pauses between tries of the same thing, each longer than the one before."""

import asyncio

FIRST = 0.2
LONGEST = 30.0


class Pauses:
    """The pauses of one thing that is tried again and again."""

    def __init__(self) -> None:
        self._next = FIRST

    async def rest(self, least: float = 0) -> None:
        """Wait until the next try."""
        pause, self._next = max(self._next, least), min(self._next * 2, LONGEST)
        await asyncio.sleep(pause)

    def over(self) -> None:
        """Begin anew: it did."""
        self._next = FIRST
