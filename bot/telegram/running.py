"""kpibot on Telegram from start to end: the one place that puts desk, intake and courier together."""

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import User
from aiohttp import web

from bot.desk import Desk
from bot.monitor.server import Monitor, watched_at
from bot.monitor.standing import Standing
from bot.monitor.vitals import Vitals
from bot.monitor.watchdog import notify, watched
from bot.schedule import Schedule
from bot.settings import Settings
from bot.telegram.courier import COURIER, Courier
from bot.telegram.intake import UPDATES as KINDS
from bot.telegram.intake import Intake
from bot.telegram.introduction import introduce
from bot.telegram.line import CALL_FAILED, UPDATES, Line
from bot.telegram.polling import poll
from bot.telegram.reading import CHANNEL
from bot.telegram.webhook import Door
from locales.text import Text, text
from storage import outbox, people
from storage.claim import Claim, Claimed, claimed
from storage.database import Database

REACH_SECONDS = 10
"""How long Telegram may take to say which bot a token is for."""
SCHEDULE_SECONDS = 30
"""Between two looks at what is due."""
AGAIN_SECONDS = 2
"""Between two tries to reach Telegram at the start."""

START, SCHEDULE = "start", "schedule"
"""Parts of the program, beside those that ask for updates and send."""
SILENCE = 180
"""Seconds after which a part that shows no sign of life is deaf: a try of anything ends sooner, however it fails."""
SCHEDULE_SILENCE = 3600
"""The same of the schedule, of which one pass may take long in a large company."""

LAST_SECONDS = 2.0
"""How long what is under way may take at the end."""
PATIENCE_SECONDS = 5.0
"""How long a task may take to end before it is told again."""
END_SECONDS = 8
"""How long after SIGINT or SIGTERM the program runs at most."""

_log = structlog.get_logger(__name__)


class Unwelcome(Exception):
    """Telegram does not take the token."""


class Refused(Exception):
    """Telegram does not take the webhook; the message says why."""


class Occupied(Exception):
    """There is no listening at a place; the message names it."""


def run(settings: Settings, address: str, say: Callable[[Text], None]) -> None:
    """Run on a database until SIGINT or SIGTERM; `say` tells whoever started it what runs.

    Raises Unwelcome, Refused, Occupied, storage.claim.Claimed and storage.database.Unreachable.
    """
    # Telegram gives its updates to one that asks; what it posts several may take, where the database lets them.
    shared = settings.webhook_url is not None
    vitals = Vitals()
    vitals.expect(START, SILENCE)
    with claimed(address, shared=shared) as claim, closing(Database(address)) as database, watched(vitals):
        asyncio.run(_run(settings, database, claim, vitals, say))


async def _run(
    settings: Settings, database: Database, claim: Claim, vitals: Vitals, say: Callable[[Text], None]
) -> None:
    async with _bot(settings) as bot:
        service = _Service(bot, settings, database=database, claim=claim, vitals=vitals, say=say)
        async with service.watched():
            me = await _me(bot, vitals, say)
            say(text("command.run.bot", name=f"@{me.username}"))
            link = f"https://t.me/{me.username}?start="
            desk = Desk(database, settings.organisation, settings.language, lambda token: link + token)
            introducing = asyncio.create_task(introduce(bot))
            try:
                await (service.listen(desk) if settings.webhook_url else service.poll(desk))
            finally:
                await _ended(introducing)


class _Service:
    """Updates taken in and parcels sent, side by side."""

    def __init__(
        self,
        bot: Bot,
        settings: Settings,
        *,
        database: Database,
        claim: Claim,
        vitals: Vitals,
        say: Callable[[Text], None],
    ) -> None:
        self._settings = settings
        self._database = database
        self._claim = claim
        self._vitals = vitals
        self._say = say
        self._bot = bot
        self._line = Line(bot, vitals)
        self._courier = Courier(bot, self._line, database, settings.language, vitals)
        self._schedule = Schedule(database, settings.language)
        self._started = False
        self._told = asyncio.Event()

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Answer whoever watches, where that is set up. Raises Occupied."""
        listen = self._settings.monitor_listen
        self._vitals.registry.register(Standing(self._database, CHANNEL))
        async with AsyncExitStack() as stack:
            if listen:
                try:
                    await stack.enter_async_context(
                        watched_at(listen, Monitor(self._vitals, self._database, self._lacks))
                    )
                except OSError as error:
                    raise Occupied(listen) from error
            yield

    async def poll(self, desk: Desk) -> None:
        """Ask for updates; the next request, which confirms them, is made when they are committed."""
        intake = self._intake(desk)
        await self._certainly(self._bot.delete_webhook)
        # Telegram lets one poll: whoever leased parcels before is gone.
        await asyncio.to_thread(self._release)
        self._vitals.expect(UPDATES, SILENCE)
        self._heed_signals()
        self._say(text("command.run.polling"))
        async with self._sending(intake):
            asked = poll(
                self._bot, self._line, KINDS, intake.feed, vitals=self._vitals, conflict=self._tell_of_conflict
            )
            polling = asyncio.create_task(asked)
            await self._told.wait()
            await _ended(polling)

    async def listen(self, desk: Desk) -> None:
        """Have Telegram post updates until the program is told to end. Raises Occupied and Refused."""
        assert self._settings.webhook_secret is not None  # noqa: S101 - the command line refuses to come here without
        intake = self._intake(desk)
        secret, url = self._settings.webhook_secret.get_secret_value(), str(self._settings.webhook_url)
        host, _, port = self._settings.webhook_listen.rpartition(":")
        door = Door(urlsplit(url).path or "/", secret, intake.feed)
        runner = web.ServerRunner(door, shutdown_timeout=LAST_SECONDS)
        await runner.setup()
        try:
            await self._open(web.TCPSite(runner, host.strip("[]"), int(port)))
            await self._certainly(lambda: self._bot.set_webhook(url, secret_token=secret, allowed_updates=KINDS))
            self._heed_signals()
            self._say(text("command.run.webhook", url=url, listen=self._settings.webhook_listen))
            async with self._sending(intake):
                await self._told.wait()
                await runner.cleanup()
        finally:
            await runner.cleanup()

    async def _open(self, site: web.TCPSite) -> None:
        """Listen. Raises Occupied."""
        try:
            await site.start()
        except OSError as error:
            raise Occupied(self._settings.webhook_listen) from error

    def _intake(self, desk: Desk) -> Intake:
        return Intake(self._bot, desk, self._database, self._vitals, self._courier.wake)

    def _lacks(self) -> tuple[str, ...]:
        """What is missing for the work."""
        return tuple(name for name, there in (("start", self._started), ("telegram", self._line.up)) if not there)

    def _tell_of_conflict(self) -> None:
        self._say(text("command.run.conflict"))

    @asynccontextmanager
    async def _sending(self, intake: Intake) -> AsyncIterator[None]:
        """Send meanwhile, and say how the first person joins while there is nobody to invite others.

        Raises Claimed at the end where another program serves the database now.
        """
        lonely = await asyncio.to_thread(self._without_hr)
        if lonely:
            self._say(text("command.run.first", organisation=lonely))
        self._vitals.expect(COURIER, SILENCE)
        self._vitals.expect(SCHEDULE, SCHEDULE_SILENCE)
        sending = asyncio.create_task(self._courier.run())
        scheduling = asyncio.create_task(self._keep_time(intake))
        self._vitals.rest(START)
        self._started = True
        notify("READY=1")
        try:
            yield
        finally:
            await _ended(scheduling)
            await _ended(sending)
        if self._claim.lost:
            raise Claimed

    async def _keep_time(self, intake: Intake) -> None:
        """Do what is to be done on its own, again and again; a fault is logged and tried again."""
        while True:
            self._vitals.beat(SCHEDULE)
            began = monotonic()
            try:
                if not await asyncio.to_thread(self._claim.holds):
                    _log.error("database.claimed")
                    self._tell_to_end()
                await intake.again()
                await asyncio.to_thread(self._schedule.run, datetime.now(UTC))
                self._vitals.passed(monotonic() - began)
            except Exception:  # noqa: BLE001 - whatever it was, the chats must go on
                _log.exception("schedule.failed")
            self._courier.wake()
            await asyncio.sleep(SCHEDULE_SECONDS)

    async def _certainly(self, call: Callable[[], Awaitable[object]]) -> None:
        """Make a call, however often it takes. Raises Refused where no repeating helps."""
        while True:
            self._vitals.beat(START)
            try:
                await call()
                return
            except TelegramBadRequest as error:
                raise Refused(error.message) from error
            except CALL_FAILED as error:
                _log.warning("telegram.unreachable", error=type(error).__name__)
                await asyncio.sleep(AGAIN_SECONDS)

    def _heed_signals(self) -> None:
        """End at SIGINT or SIGTERM from now on."""
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._tell_to_end)

    def _tell_to_end(self) -> None:
        """End, and that within a bound."""
        self._told.set()
        bound = threading.Timer(END_SECONDS, _end)
        bound.daemon = True
        bound.start()

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


async def _me(bot: Bot, vitals: Vitals, say: Callable[[Text], None]) -> User:
    """Which bot the token is for; tries until Telegram answers. Raises Unwelcome."""
    told = False
    while True:
        vitals.beat(START)
        try:
            # It is kept: the dispatcher asks for it too, and would end where it gets no answer.
            async with asyncio.timeout(REACH_SECONDS):
                return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise Unwelcome from error
        except (*CALL_FAILED, TimeoutError) as error:
            _log.warning("telegram.unreachable", error=type(error).__name__)
            if not told and isinstance(error, TelegramNetworkError | TimeoutError):
                say(text("command.run.unreachable"))
                told = True
            await asyncio.sleep(AGAIN_SECONDS)


def _end() -> None:
    """End the program whatever it waits for: it is made to be killed at any moment, and a thread cannot be ended."""
    _log.warning("ended.by_force")
    os._exit(1)


async def _ended(task: "asyncio.Task[None]") -> None:
    """End a task, which may miss that it was cancelled: then it is cancelled again."""
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
