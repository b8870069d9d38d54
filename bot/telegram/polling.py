"""Updates that are polled for, as raw JSON: one that cannot be read holds up no other."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter
from aiogram.methods import TelegramMethod

from bot.monitor.vitals import Vitals
from bot.pauses import Pauses
from bot.telegram.line import UPDATES, Line

POLL_SECONDS = 30
"""How long Telegram holds a request for updates open."""
ANSWER_SECONDS = 15
"""How much longer the answer may take."""

_log = structlog.get_logger(__name__)


class _GetUpdates(TelegramMethod[list[Any]]):
    """As aiogram's, which reads a whole batch or nothing of it."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None
    timeout: int
    allowed_updates: list[str]


async def poll(
    bot: Bot,
    line: Line,
    kinds: list[str],
    feed: Callable[[Any], Awaitable[object]],
    *,
    vitals: Vitals,
    conflict: Callable[[], None],
) -> None:
    """Ask for updates, for ever; `feed` returns when one is committed, and the next request confirms them all.

    `conflict` is called when another program asks for them too.
    """
    offset, pauses = None, Pauses()
    while True:
        await line.holds()
        vitals.beat(UPDATES)
        try:
            asked = _GetUpdates(offset=offset, timeout=POLL_SECONDS, allowed_updates=kinds)
            found = await bot(asked, request_timeout=POLL_SECONDS + ANSWER_SECONDS)
            vitals.asked()
            for update in found:
                await feed(update)
                vitals.beat(UPDATES)
        except Exception as error:  # noqa: BLE001 - whatever it was, the next try may do
            if isinstance(error, TelegramConflictError):
                conflict()
            if not line.broke(error):
                _log.warning("updates.none", error=type(error).__name__)
                await pauses.rest(error.retry_after if isinstance(error, TelegramRetryAfter) else 0)
            continue
        confirmed = [id for update in found if (id := _id(update)) is not None]
        if found and not confirmed:
            await pauses.rest()  # they come again: without ids nothing confirms them
        else:
            pauses.over()
        offset = max(confirmed) + 1 if confirmed else offset


def _id(update: object) -> int | None:
    """The id of an update; None where it has none, which Telegram never sends."""
    id = update.get("update_id") if isinstance(update, dict) else None
    return id if type(id) is int else None
