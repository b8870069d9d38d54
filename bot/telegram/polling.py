"""Updates that are polled for, as raw JSON: one that cannot be read holds up no other."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod

POLL_SECONDS = 30
"""How long Telegram holds a request for updates open."""
ANSWER_SECONDS = 15
"""How much longer the answer may take."""
LONGEST_PAUSE = 30.0
"""Seconds between two tries while no updates are to be had."""

_log = structlog.get_logger(__name__)


class _GetUpdates(TelegramMethod[list[Any]]):
    """As aiogram's, which reads a whole batch or nothing of it."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None
    timeout: int
    allowed_updates: list[str]


async def poll(bot: Bot, kinds: list[str], feed: Callable[[Any], Awaitable[None]]) -> None:
    """Ask for updates, for ever; `feed` returns when one is committed, and the next request confirms them all."""
    offset, pause = None, 1.0
    while True:
        try:
            asked = _GetUpdates(offset=offset, timeout=POLL_SECONDS, allowed_updates=kinds)
            found = await bot(asked, request_timeout=POLL_SECONDS + ANSWER_SECONDS)
            for update in found:
                await feed(update)
        except Exception as error:  # noqa: BLE001 - whatever it was, the next try may do
            _log.warning("updates.none", error=type(error).__name__)
            await asyncio.sleep(error.retry_after if isinstance(error, TelegramRetryAfter) else pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            continue
        confirmed = [id for update in found if (id := _id(update)) is not None]
        if found and not confirmed:
            await asyncio.sleep(pause)  # they come again: without ids nothing confirms them
        offset, pause = max(confirmed) + 1 if confirmed else offset, 1.0


def _id(update: object) -> int | None:
    """The id of an update; None where it has none, which Telegram never sends."""
    id = update.get("update_id") if isinstance(update, dict) else None
    return id if type(id) is int else None
