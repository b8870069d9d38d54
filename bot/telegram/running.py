"""kpibot on Telegram from start to end: the one place that puts desk, intake and courier together."""

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import User
from aiohttp import web

from bot.desk import Desk
from bot.schedule import Schedule
from bot.settings import Settings
from bot.telegram.courier import Courier
from bot.telegram.intake import UPDATES, Intake
from bot.telegram.introduction import introduce
from bot.telegram.line import Line
from bot.telegram.polling import poll
from bot.telegram.reading import CHANNEL
from bot.telegram.webhook import Door
from locales.text import Text, text
from storage import outbox, people
from storage.database import Database

REACH_SECONDS = 10
"""How long Telegram may take to say which bot a token is for."""
SCHEDULE_SECONDS = 30
"""Between two looks at what is due."""
AGAIN_SECONDS = 2
"""Between two tries to reach Telegram at the start."""

LAST_SECONDS = 2.0
"""How long what is under way may take at the end."""
PATIENCE_SECONDS = 5.0
"""How long a task may take to end before it is told again."""
END_SECONDS = 8
"""How long after SIGINT or SIGTERM the program runs at most."""

_log = structlog.get_logger(__name__)


class Unwelcome(Exception):
    """Telegram does not take the token."""


class Occupied(Exception):
    """There is no listening where the webhook should."""


def run(settings: Settings, address: str, say: Callable[[Text], None]) -> None:
    """Run on a database until SIGINT or SIGTERM; `say` tells whoever started it what runs.

    Raises Unwelcome, Occupied and storage.database.Unreachable.
    """
    with closing(Database(address)) as database:
        asyncio.run(_run(settings, database, say))


async def _run(settings: Settings, database: Database, say: Callable[[Text], None]) -> None:
    async with _bot(settings) as bot:
        me = await _me(bot, say)
        say(text("command.run.bot", name=f"@{me.username}"))
        link = f"https://t.me/{me.username}?start="
        desk = Desk(database, settings.organisation, settings.language, lambda token: link + token)
        service = _Service(settings, database, say, bot, desk)
        introducing = asyncio.create_task(introduce(bot))
        try:
            await (service.listen() if settings.webhook_url else service.poll())
        finally:
            await _ended(introducing)


class _Service:
    """Updates taken in and parcels sent, side by side."""

    def __init__(
        self, settings: Settings, database: Database, say: Callable[[Text], None], bot: Bot, desk: Desk
    ) -> None:
        self._settings = settings
        self._database = database
        self._say = say
        self._bot = bot
        self._line = Line(bot)
        self._courier = Courier(bot, self._line, database, settings.language)
        self._schedule = Schedule(database, settings.language)
        self._intake = Intake(bot, desk, database, self._courier.wake)

    async def poll(self) -> None:
        """Ask for updates; the next request, which confirms them, is made when they are committed."""
        await self._certainly(self._bot.delete_webhook)
        # Telegram lets one poll: whoever leased parcels before is gone.
        await asyncio.to_thread(self._release)
        self._say(text("command.run.polling"))
        async with self._sending():
            polling = asyncio.create_task(poll(self._bot, self._line, UPDATES, self._intake.feed))
            await _told_to_end()
            await _ended(polling)

    async def listen(self) -> None:
        """Have Telegram post updates until the program is told to end. Raises Occupied."""
        assert self._settings.webhook_secret is not None  # noqa: S101 - the command line refuses to come here without
        secret, url = self._settings.webhook_secret.get_secret_value(), str(self._settings.webhook_url)
        host, _, port = self._settings.webhook_listen.rpartition(":")
        door = Door(urlsplit(url).path or "/", secret, self._intake.feed)
        runner = web.ServerRunner(door, shutdown_timeout=LAST_SECONDS)
        await runner.setup()
        try:
            await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        except OSError as error:
            raise Occupied from error
        await self._certainly(lambda: self._bot.set_webhook(url, secret_token=secret, allowed_updates=UPDATES))
        self._say(text("command.run.webhook", url=url, listen=self._settings.webhook_listen))
        async with self._sending():
            await _told_to_end()
            await runner.cleanup()

    @asynccontextmanager
    async def _sending(self) -> AsyncIterator[None]:
        """Send meanwhile, and say how the first person joins while there is nobody to invite others."""
        lonely = await asyncio.to_thread(self._without_hr)
        if lonely:
            self._say(text("command.run.first", organisation=lonely))
        sending = asyncio.create_task(self._courier.run())
        scheduling = asyncio.create_task(self._keep_time())
        try:
            yield
        finally:
            await _ended(scheduling)
            await _ended(sending)

    async def _keep_time(self) -> None:
        """Do what is to be done on its own, again and again; a fault is logged and tried again."""
        while True:
            try:
                await self._intake.again()
                await asyncio.to_thread(self._schedule.run, datetime.now(UTC))
            except Exception:  # noqa: BLE001 - whatever it was, the chats must go on
                _log.exception("schedule.failed")
            self._courier.wake()
            await asyncio.sleep(SCHEDULE_SECONDS)

    async def _certainly(self, call: Callable[[], Awaitable[object]]) -> None:
        """Make a call, however often it takes."""
        while True:
            try:
                await call()
                return
            except TelegramAPIError as error:
                _log.warning("telegram.unreachable", error=type(error).__name__)
                await asyncio.sleep(AGAIN_SECONDS)

    def _without_hr(self) -> str | None:
        """The name of the organisation, while it has nobody of HR."""
        with self._database.transaction() as c:
            organisation = people.find_or_make_organisation(c, self._settings.organisation, datetime.now(UTC))
            return None if people.with_role(c, organisation, "hr") else people.organisation_name(c, organisation)

    def _release(self) -> None:
        with self._database.transaction() as c:
            outbox.release(c, CHANNEL)


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[Bot]:
    assert settings.telegram_token is not None  # noqa: S101 - the command line refuses to come here without
    server = TelegramAPIServer.from_base(settings.telegram_api.rstrip("/"))
    bot = Bot(settings.telegram_token.get_secret_value(), session=AiohttpSession(api=server))
    try:
        yield bot
    finally:
        await bot.session.close()


async def _me(bot: Bot, say: Callable[[Text], None]) -> User:
    """Which bot the token is for; tries until Telegram answers. Raises Unwelcome."""
    told = False
    while True:
        try:
            # It is kept: the dispatcher asks for it too, and would end where it gets no answer.
            async with asyncio.timeout(REACH_SECONDS):
                return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise Unwelcome from error
        except (TelegramAPIError, TimeoutError) as error:
            _log.warning("telegram.unreachable", error=type(error).__name__)
            if not told and isinstance(error, TelegramNetworkError | TimeoutError):
                say(text("command.run.unreachable"))
                told = True
            await asyncio.sleep(AGAIN_SECONDS)


async def _told_to_end() -> None:
    """Wait for SIGINT or SIGTERM; from then on the end is bounded."""
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    bound = threading.Timer(END_SECONDS, _end)
    bound.daemon = True
    bound.start()


def _end() -> None:
    """End the program whatever it waits for: it is made to be killed at any moment, and a thread cannot be ended."""
    _log.warning("ended.by_force")
    os._exit(1)


async def _ended(task: "asyncio.Task[None]") -> None:
    """End a task, which may miss that it was cancelled: then it is cancelled again."""
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
