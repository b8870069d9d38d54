"""Telegram out of reach for seconds and for minutes, in a time of its own that waits for nothing.

Every message is seen at most twice, in order, and is seen or told to be lost; nothing is given up.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, SendMessage, TelegramMethod
from aiogram.types import Chat, Message, User
from aiohttp import ClientConnectorError
from psycopg.errors import ReadOnlySqlTransaction
from sqlalchemy.exc import InternalError, OperationalError

from bot.desk import Desk
from bot.monitor.vitals import Vitals
from bot.telegram import courier as of_program
from bot.telegram.courier import Courier
from bot.telegram.intake import Intake
from bot.telegram.line import Line
from locales.text import Text
from locales.words import words
from storage import outbox
from storage.database import Database
from tests.hurrying import Hurrying, here
from tests.telegram.server import TOKEN

BEGAN = datetime(2026, 12, 1, 9, tzinfo=UTC)
LOST = words("en").say(Text("telegram.lost"))
KINDS = ("reset", "hang", "refused", "401", "404", "500", "proxy")
SPANS: dict[str, tuple[tuple[float, float], ...]] = {
    "5 s": ((1, 6),),
    "1 min": ((1, 61),),
    "10 min": ((1, 601),),
    "flapping": tuple((second, second + 3) for second in range(1, 60, 4)),
}
CHATS = ("1", "2", "3", "4")


@dataclass
class Telegram(BaseSession):
    """Telegram, out of reach in some spans of time in one of the ways."""

    kind: str
    spans: tuple[tuple[float, float], ...]
    shown: dict[str, list[str]] = field(default_factory=lambda: {chat: [] for chat in CHATS})
    chance: Random = field(default_factory=lambda: Random(7))
    failed: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    async def close(self) -> None:
        pass

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - as aiogram has it
    ) -> Any:
        await asyncio.sleep(0.05)
        now = asyncio.get_running_loop().time()
        if any(first <= now < last for first, last in self.spans):
            self.failed += 1
            await self._fails(method, seconds=timeout or 60)
        return self._answer(method)

    async def _fails(self, method: TelegramMethod[Any], seconds: float) -> None:
        match self.kind:
            case "reset" | "hang" | "proxy":
                if self.chance.random() < 0.5:
                    self._answer(method)
                if self.kind == "proxy":
                    raise ClientDecodeError("Failed to decode object", ValueError(), "<html>")
                if self.kind == "hang":
                    await asyncio.sleep(seconds)
                raise TelegramNetworkError(method, "")
            case "refused":
                cause = ClientConnectorError(None, OSError(1, "refused"))  # type: ignore[arg-type] # no connection
                raise TelegramNetworkError(method, "") from cause
            case "401":
                raise TelegramUnauthorizedError(method, "Unauthorized")
            case "404":
                raise TelegramNotFound(method, "Not Found")
            case _:
                raise TelegramServerError(method, "Bad Gateway")

    def _answer(self, method: TelegramMethod[Any]) -> Any:
        match method:
            case SendMessage(chat_id=chat, text=text):
                self.shown[str(chat)].append(text)
                sent = Chat(id=int(chat), type="private")
                return Message(message_id=len(self.shown[str(chat)]), date=BEGAN, chat=sent)
            case GetMe():
                return User(id=1, is_bot=True, first_name="kpibot", username="bot")
        raise AssertionError(method)


def lives(
    database: Database,
    telegram: Telegram,
    seconds: float,
    monkeypatch: pytest.MonkeyPatch,
    meanwhile: Callable[[float], object] = lambda now: None,
) -> None:
    """Have a courier send for so many seconds of its own time; each of them `meanwhile` is called."""
    loop = Hurrying()

    async def live() -> None:
        bot, vitals = Bot(TOKEN, session=telegram), Vitals()
        sending = asyncio.create_task(Courier(bot, Line(bot, vitals), database, "en", vitals).run())
        for second in range(int(seconds)):
            meanwhile(second)
            await asyncio.sleep(1)
        assert not sending.done()
        sending.cancel()

    monkeypatch.setattr(of_program, "datetime", loop.clock(BEGAN))
    monkeypatch.setattr(asyncio, "to_thread", here)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(live())


def writes(database: Database, now: float, chat: str, *texts: str) -> None:
    with database.transaction() as c:
        said = [{"type": "message", "text": text} for text in texts]
        outbox.put(c, "telegram", chat, said, BEGAN + timedelta(seconds=now))


def first_shown(shown: list[str]) -> list[int]:
    return [int(text) for text in dict.fromkeys(shown) if text != LOST]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)  # what the outbox does is tested on both
@pytest.mark.parametrize("spans", SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_given_up(
    kind: str, spans: tuple[tuple[float, float], ...], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram = Telegram(kind, spans)

    def write(now: float) -> None:
        if now < 8:
            for chat in CHATS:
                writes(database, now, chat, str(2 * int(now)), str(2 * int(now) + 1))

    lives(database, telegram, spans[-1][1] + 200, monkeypatch, write)
    with database.reading() as c:
        assert outbox.waiting(c, "telegram") == 0
        assert [one for one in outbox.stuck(c, BEGAN, 10) if one.error] == []
    for shown in telegram.shown.values():
        assert first_shown(shown) == sorted(first_shown(shown))
        assert max(shown.count(text) for text in shown if text != LOST) <= 2
        missing = set(range(16)) - set(first_shown(shown))
        assert len(missing) <= shown.count(LOST)
        if kind not in {"reset", "hang", "proxy"}:
            assert shown == [str(number) for number in range(16)]
        elif len(spans) == 1:
            assert missing == set()
    # An outage is probed now and then, not stormed.
    assert telegram.failed < 16 + 16 * len(spans) + (spans[-1][1] - spans[0][0]) / 10


def test_an_update_waits_for_its_database(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that fails over is read-only for a while: nothing is put aside for that, and nobody hurries."""
    loop, tries = Hurrying(), []

    def work() -> None:
        tries.append(loop.elapsed)
        if len(tries) < 12:
            raise InternalError("INSERT", {}, ReadOnlySqlTransaction())

    async def take() -> None:
        await Intake(Bot(TOKEN), Desk(database, None, "en"), database, Vitals(), lambda: None)._certainly(work)

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        monkeypatch.setattr(asyncio, "to_thread", here)
        runner.run(take())
    pauses = [later - earlier for earlier, later in pairwise(tries)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 30


def test_a_file_is_made_again_where_the_database_failed(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = iter([True, True])
    telegram = Telegram("", ())

    def send(self: Courier, parcel: Any) -> Any:
        if next(failures, False):
            raise OperationalError("SELECT", {}, ConnectionError())
        return sent(self, parcel)

    sent = Courier._send
    monkeypatch.setattr(Courier, "_send", send)
    writes(database, 0, "1", "0")
    lives(database, telegram, 20, monkeypatch)
    assert telegram.shown["1"] == ["0"]


def test_what_is_under_way_stays_leased_and_no_longer(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another worker takes it over soon after a crash, and never before."""
    telegram, taken = Telegram("hang", ((0, 100),)), []

    def other(now: float) -> None:
        with database.transaction() as c:
            if outbox.lease(c, "telegram", BEGAN + timedelta(seconds=now), 1, 1):
                taken.append(now)

    writes(database, 0, "1", "0")
    lives(database, telegram, 28, monkeypatch, lambda now: other(now) if now > 1 else None)
    assert taken == []
    with database.transaction() as c:
        assert outbox.lease(c, "telegram", BEGAN + timedelta(seconds=28 + of_program.LEASE_SECONDS), 1, 1)
