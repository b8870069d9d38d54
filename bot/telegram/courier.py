"""Parcels sent to Telegram: each chat's in order, none lost, none seen more than twice (design.md)."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from html import escape
from time import monotonic
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import BufferedInputFile, Message

from bot.attachments import attachment
from bot.messages import Payload
from bot.monitor.vitals import Vitals
from bot.pauses import Pauses
from bot.telegram.keyboards import keyboard
from bot.telegram.line import Line, arrived
from bot.telegram.reading import CHANNEL
from locales.text import text
from locales.words import Words, words
from storage import outbox, people, updates
from storage.database import Database, passes
from storage.outbox import Parcel

COURIER = "courier"
"""What this part of the program is called."""
REQUEST_SECONDS = 30
"""How long a call may take."""
LEASE_SECONDS = 20
"""After so long another takes over what nobody reported."""
RENEW_SECONDS = 5
"""How often the leases of what is under way are renewed, however long it takes to make and to send."""
AT_ONCE = 16
"""Chats that are sent to at the same time; with a call each this stays below Telegram's 30 messages a second."""
LOOK_SECONDS = 0.5
"""How often the outbox is looked at while nothing wakes the courier."""
LAST_SECONDS = 3
"""How long what is under way may take when the program ends; it is sent again after the next start."""
LONGEST_BACKOFF = 60
KEPT_DAYS = 7
"""How long accepted updates and delivered parcels are remembered."""
ASIDE_DAYS = 30
"""How long updates that failed are kept for whoever mends the cause."""
FORGET_SECONDS = 3600

_REFUSED = (TelegramBadRequest, TelegramEntityTooLarge)
_GONE = ("message is not modified", "message to edit not found", "message can't be edited")

_Outcome = tuple[str, Callable[[Any], None]]
"""What became of a parcel, and what reports that over a connection."""

_log = structlog.get_logger(__name__)


class Unreadable(Exception):
    """What the outbox keeps of a parcel cannot be read."""


class Courier:
    """Sends what waits in the outbox for Telegram, until it is cancelled."""

    def __init__(self, bot: Bot, line: Line, database: Database, language: str, vitals: Vitals) -> None:
        self._bot = bot
        self._vitals = vitals
        self._line = line
        self._database = database
        self._language = language
        self._wake = asyncio.Event()
        self._pauses = Pauses()
        self._under_way: dict[asyncio.Task[None], int] = {}
        self._renewed = self._forgot = datetime.min.replace(tzinfo=UTC)

    def wake(self) -> None:
        """Look at the outbox now."""
        self._wake.set()

    async def run(self) -> None:
        """Send, for ever; what is under way when it is cancelled may come to its end."""
        try:
            while True:
                self._wake.clear()
                self._vitals.beat(COURIER)
                await self._round()
                # Not wait_for: that of Python 3.11 swallows being cancelled at the moment at which it is done.
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await self._wake.wait()
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=LAST_SECONDS)

    async def _round(self) -> None:
        try:
            free = AT_ONCE - len(self._under_way) if self._line.up else 0
            for parcel in await asyncio.to_thread(self._lease, free, list(self._under_way.values())):
                task = asyncio.create_task(self._deliver(parcel))
                self._under_way[task] = parcel.id
                task.add_done_callback(self._done)
            self._pauses.over()
        except Exception as error:  # noqa: BLE001 - whatever it was, the chats must go on
            await _waited(error, self._pauses)

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._wake.set()

    async def _deliver(self, parcel: Parcel) -> None:
        """Send a parcel and report what became of it."""
        began, pauses = monotonic(), Pauses()
        outcome, report = await self._tried(parcel)
        self._vitals.parcel(str(parcel.payload.get("type", "unreadable")), outcome, monotonic() - began)
        while True:
            try:
                await asyncio.to_thread(self._report, report)
                return
            except Exception as error:  # noqa: BLE001 - what was sent and not reported would be sent again
                await _waited(error, pauses)

    async def _tried(self, parcel: Parcel) -> _Outcome:
        """What to report of a parcel after sending it."""
        try:
            message = await self._send(parcel)
        except TelegramRetryAfter as error:
            return _later(parcel, "429", error.retry_after)
        except TelegramForbiddenError as error:
            return _dead(parcel, f"{type(error).__name__}: {error.message}")
        except _REFUSED as error:
            return self._aside(parcel, f"{type(error).__name__}: {error.message}")
        except Exception as error:  # noqa: BLE001 - one parcel that cannot be made must not stop the others
            name, seconds = type(error).__name__, _backoff(parcel)
            if self._line.broke(error):
                # An edit may be repeated.
                return _later(parcel, name, seconds, unsure=arrived(error) and parcel.payload.get("type") != "close")
            if passes(error) or isinstance(error, TelegramAPIError):
                return _later(parcel, name, seconds)
            _log.exception("parcel.failed", parcel=parcel.id)
            return self._aside(parcel, name)
        return _sent(parcel, message)

    async def _send(self, parcel: Parcel) -> Message | None:
        payload, chat = dict(parcel.payload), int(parcel.address)
        if not payload:
            raise Unreadable
        markup = keyboard(parcel.id, payload.get("choices", ())) if parcel.keyboard else None
        if payload["type"] == "close":
            await self._close(payload, chat)
            return None
        if payload["type"] in {"photo", "document"}:
            return await self._send_file(parcel, chat)
        return await self._bot.send_message(
            chat,
            html(payload),
            parse_mode="HTML",
            disable_notification=payload.get("silent"),
            reply_markup=markup,
            request_timeout=REQUEST_SECONDS,
        )

    async def _send_file(self, parcel: Parcel, chat: int) -> Message:
        file: BufferedInputFile | str
        payload = dict(parcel.payload)
        if "file" in payload:
            file = payload["file"]["reference"]
        else:
            made = await asyncio.to_thread(self._attachment, parcel)
            file = BufferedInputFile(made.content, f"{made.stem}{made.ending}")
        send = self._bot.send_photo if payload["type"] == "photo" else self._bot.send_document
        caption = escape(payload["caption"], quote=False)
        return await send(
            chat,
            file,
            caption=caption,
            parse_mode="HTML",
            disable_notification=payload.get("silent"),
            request_timeout=REQUEST_SECONDS,
        )

    async def _close(self, payload: Payload, chat: int) -> None:
        """Take the buttons of an earlier message away, and mark the one that was pressed."""
        closed = await asyncio.to_thread(self._parcel, payload["of"])
        if closed is None or closed.message_id is None or not closed.payload:
            return
        message = int(closed.message_id)
        try:
            if payload["chosen"] is None:
                await self._bot.edit_message_reply_markup(
                    chat_id=chat, message_id=message, request_timeout=REQUEST_SECONDS
                )
            else:
                marked = f"{html(dict(closed.payload))}\n\n✓ {escape(payload['chosen'][:60], quote=False)}"
                await self._bot.edit_message_text(
                    marked, chat_id=chat, message_id=message, parse_mode="HTML", request_timeout=REQUEST_SECONDS
                )
        except TelegramBadRequest as error:
            if not any(gone in error.message for gone in _GONE):
                raise

    def _lease(self, limit: int, under_way: list[int]) -> tuple[Parcel, ...]:
        now = datetime.now(UTC)
        renews = bool(under_way) and (now - self._renewed).total_seconds() > RENEW_SECONDS
        with self._database.reading() as c:
            if not renews and (not limit or not outbox.waiting(c, CHANNEL)):
                return ()
        with self._database.transaction() as c:
            if renews:
                outbox.extend(c, under_way, now, LEASE_SECONDS)
                self._renewed = now
            leased = outbox.lease(c, CHANNEL, now, LEASE_SECONDS, limit) if limit else ()
            doubtful = [one for one in leased if one.unsure > outbox.UNSURE and not one.payload.get("lost")]
            for parcel in doubtful:
                outbox.replace(c, parcel.id, self._notice(c, parcel, "telegram.lost"))
            self._forget(c, now)
        return tuple(parcel for parcel in leased if parcel not in doubtful)

    def _aside(self, parcel: Parcel, error: str) -> _Outcome:
        """Put a parcel that will never do aside, and tell the person; nobody misses a mark, nor the notice itself."""
        if parcel.payload.get("type") == "close" or parcel.payload.get("lost"):
            return _dead(parcel, error)
        _log.warning("parcel.put_aside", parcel=parcel.id, error=error)

        def report(c: Any) -> None:
            outbox.put_aside(c, parcel.id, datetime.now(UTC), error)
            outbox.replace(c, parcel.id, self._notice(c, parcel, "unsent"))

        return "aside", report

    def _notice(self, c: Any, parcel: Parcel, id: str) -> Payload:
        """What is said instead of a message, as often as it takes: that it may be missed, and where to go on."""
        spoken = words(_language(c, parcel.address) or self._language)
        choice = {"id": "start", "label": spoken.say(text("telegram.lost.go"))}
        return {"type": "message", "text": spoken.say(text(id)), "choices": [choice], "lost": True}

    def _forget(self, c: Any, now: datetime) -> None:
        if (now - self._forgot).total_seconds() > FORGET_SECONDS:
            self._forgot = now
            outbox.forget(c, now - timedelta(days=KEPT_DAYS))
            updates.forget(c, now - timedelta(days=KEPT_DAYS))
            updates.forget_kept(c, now - timedelta(days=ASIDE_DAYS))

    def _report(self, report: Callable[[Any], None]) -> None:
        with self._database.transaction() as c:
            report(c)

    def _parcel(self, id: int) -> Parcel | None:
        with self._database.reading() as c:
            return outbox.parcel(c, id)

    def _attachment(self, parcel: Parcel) -> Any:
        return attachment(dict(parcel.payload), self._words(parcel.address), self._database)

    def _words(self, address: str) -> Words:
        with self._database.reading() as c:
            return words(_language(c, address) or self._language)


async def _waited(error: Exception, pauses: Pauses) -> None:
    """Wait before the same is tried again; in full is logged only what is not the database's."""
    if passes(error):
        _log.warning("database.gone", error=type(error).__name__)
    else:
        _log.exception("courier.failed")
    await pauses.rest()


def html(payload: Payload) -> str:
    """The text of a payload as Telegram's HTML, the question itself in bold."""
    written, prompt = escape(payload["text"], quote=False), escape(payload.get("prompt", ""), quote=False)
    return written.replace(prompt, f"<b>{prompt}</b>", 1) if prompt and "\n" in written else written


def _language(c: Any, address: str) -> str | None:
    person = people.person_at(c, CHANNEL, address)
    return person.language if person else None


def _sent(parcel: Parcel, message: Message | None) -> _Outcome:
    def report(c: Any) -> None:
        outbox.sent(c, parcel.id, datetime.now(UTC), str(message.message_id) if message else None)
        if parcel.payload.get("type") == "close":
            outbox.empty(c, parcel.payload["of"])

    return "sent", report


def _later(parcel: Parcel, error: str, seconds: float, *, unsure: bool = False) -> _Outcome:
    def report(c: Any) -> None:
        outbox.retry(c, parcel.id, datetime.now(UTC) + timedelta(seconds=seconds), error, unsure=unsure)

    _log.info("parcel.later", parcel=parcel.id, error=error, seconds=seconds)
    return "later", report


def _dead(parcel: Parcel, error: str) -> _Outcome:
    _log.warning("parcel.dead", parcel=parcel.id, error=error)
    return "dead", lambda c: outbox.bury(c, parcel.id, datetime.now(UTC), error)


def _backoff(parcel: Parcel) -> float:
    """Seconds until the next try: a little at first."""
    return float(min(0.5 * 2 ** min(parcel.attempts - 1, 10), LONGEST_BACKOFF))
