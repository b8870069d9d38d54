"""The line to Telegram: while it is down nothing is sent and nothing given up; one call without effect probes it."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

from bot.monitor.vitals import Vitals
from bot.pauses import Pauses

UPDATES = "updates"
"""The part of the program that asks for updates."""
PROBE_SECONDS = 10
"""How long a probe may take."""

_BROKEN = (
    TelegramNetworkError,
    TelegramServerError,
    # A token that is good again later; a proxy that knows no such page, or answers in no JSON.
    TelegramUnauthorizedError,
    TelegramNotFound,
    ClientDecodeError,
    OSError,
)

CALL_FAILED = (AiogramError, OSError)
"""What a call may raise: aiogram's own for what it cannot decode is none of its errors of the API."""

_log = structlog.get_logger(__name__)


class Line:
    """The one line of a bot, shared by all that call Telegram."""

    def __init__(self, bot: Bot, vitals: Vitals) -> None:
        self._bot = bot
        self._vitals = vitals
        self._up = asyncio.Event()
        self._up.set()
        self._probing: asyncio.Task[None] | None = None

    @property
    def up(self) -> bool:
        """Whether calls get through, as far as is known."""
        return self._up.is_set()

    async def holds(self) -> None:
        """Wait until calls get through."""
        await self._up.wait()

    def broke(self, error: Exception) -> bool:
        """Whether a call failed for the line, not for what it was; then the line is down until a probe gets through."""
        if not isinstance(error, _BROKEN):
            return False
        if self.up:
            _log.warning("telegram.unreachable", error=type(error).__name__)
            self._up.clear()
            self._probing = asyncio.create_task(self._probe())
        return True

    async def _probe(self) -> None:
        pauses = Pauses()
        while True:
            # Until a probe gets through there is no asking for updates.
            self._vitals.beat(UPDATES)
            try:
                await self._bot.get_me(request_timeout=PROBE_SECONDS)
            except Exception as error:  # noqa: BLE001 - whatever it is, the next probe may get through
                _log.info("telegram.unreachable", error=type(error).__name__)
                await pauses.rest()
            else:
                self._up.set()
                return


def arrived(error: Exception) -> bool:
    """Whether what a failed call asked for may have been done: not where no connection was made, or it was refused."""
    if isinstance(error, TelegramNetworkError):
        return not isinstance(error.__cause__, ClientConnectorError)
    return isinstance(error, ClientDecodeError | OSError)
