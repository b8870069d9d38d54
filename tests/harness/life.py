"""The program's life through a scene with one fault, in a time of its own: all of it but sockets and signals."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from unittest.mock import Mock, patch

import structlog
from aiohttp import StreamReader
from aiohttp.test_utils import make_mocked_request
from pydantic import SecretStr
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from bot.monitor.vitals import Vitals
from bot.settings import Settings
from bot.telegram import courier, intake, running
from bot.telegram.webhook import HEADER, Door
from locales.text import Text
from locales.words import LANGUAGES, words
from storage import outbox
from storage.claim import claimed
from storage.database import Database, Unreachable
from storage.tables import quarantined_update
from tests.harness import wire as wire_of
from tests.harness.faults import Fault, arm
from tests.harness.oracle import HARM, KEPT, records, shown
from tests.harness.scenes import Scene, chats
from tests.harness.wire import Session, Wire
from tests.hurrying import Hurrying, here
from tests.telegram.program import CHANNEL, ORGANISATION, WEBHOOK_SECRET
from tests.telegram.server import TOKEN, StandIn

SERVICE = running._Service
Mode = Literal["polling", "webhook"]
PATIENCE = 1800
"""Seconds of its own time within which all is at rest again."""
PAGE = "›"
GO = {words(language).say(Text("telegram.lost.go")) for language in LANGUAGES}


@dataclass
class Life:
    """What the program did: what lasts, what everybody saw, and the lines of its log that tell of harm."""

    address: str
    mode: Mode
    scene: Scene
    fault: Fault
    token: str
    server: StandIn = field(default_factory=StandIn)
    harm: list[str] = field(default_factory=list)
    kept: dict[str, list[Any]] = field(default_factory=dict)
    aside: int = 0
    """Updates that were put aside, and taken again."""
    _struck: str = ""
    _talking: asyncio.Task[None] | None = None
    _asked: dict[str, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = chats(self.server)
        self._wire = Wire(self.server, self.fault)

    def lived(self) -> "Life":
        """Live it."""
        with closing(Database(self.address)) as self._records, self._apart() as loop:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                runner.run(self._lives())
            self.kept = records(self._records)
        return self

    def seen(self) -> dict[str, list[str]]:
        """What everybody saw of what was to be seen: not what they had shown again, nor what was put aside."""
        without = self._asked
        return {
            name: [one for one in shown(person, without.get(name, ())) if one not in KEPT]
            for name, person in self.people.items()
        }

    @contextmanager
    def _apart(self) -> Iterator[Hurrying]:
        """The program's modules in a time of their own, and its log read."""
        loop = Hurrying()
        loop.set_exception_handler(lambda _, context: self.harm.append(f"never retrieved: {context}"))
        clock = loop.clock(datetime.fromisoformat(self.scene.began))
        patches: list[Any] = [patch.object(module, "datetime", clock) for module in (courier, intake, running)]
        patches.append(patch.object(asyncio, "to_thread", here))
        patches.append(patch.object(running, "AiohttpSession", lambda api: Session(self._wire)))
        patches.append(patch.object(running, "Door", self._makes_door))
        patches.append(patch.object(running, "_Service", self._makes_service))
        if self.scene.pause:  # a long time, looked at less often
            patches.append(patch.object(courier, "LOOK_SECONDS", 30))
            patches.append(patch.object(running, "SCHEDULE_SECONDS", 1800))
            patches.append(patch.object(wire_of, "LOOK", 15))
        handler = _Reading(self.harm)
        logging.getLogger().addHandler(handler)
        try:
            with structlog.testing.capture_logs() as lines, _all(patches):
                yield loop
        finally:
            logging.getLogger().removeHandler(handler)
            self.harm += [line["event"] for line in lines if HARM.search(line["event"])]

    async def _lives(self) -> None:
        webhook: dict[str, Any] = {"webhook_url": "https://hook/hook", "webhook_secret": SecretStr(WEBHOOK_SECRET)}
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg] # pydantic's own
            telegram_token=SecretStr(TOKEN),
            organisation=ORGANISATION,
            language="en",
            webhook_listen="127.0.0.1:0",
            **(webhook if self.mode == "webhook" else {}),
        )
        with closing(Database(self.address)) as database:
            arm(database, self.fault)
            try:
                await self._runs(settings, database)
            except (DBAPIError, Unreachable, running.Unwelcome, running.Refused):
                # Whatever started it starts it again.
                assert self.fault.struck
                if self._talking:
                    self._talking.cancel()
                    await asyncio.wait([self._talking])
                await self._runs(settings, database)
            assert self._talking
            await self._talking

    async def _runs(self, settings: Settings, database: Database) -> None:
        with claimed(self.address, shared=self.mode == "webhook") as claim:
            await running._run(settings, database, claim, Vitals(), lambda said: None)

    def _begins(self) -> None:
        """Begin the scene, in the place of heeding signals."""
        self._talking = asyncio.create_task(self._talk())

    async def _talk(self) -> None:
        """The whole scene; then the program ends."""
        try:
            await self._acts()
        finally:
            self._service._told.set()

    async def _acts(self) -> None:
        async with self._posting():
            await self._rests(2)
            for name, what in self.scene.acts:
                await self._does(name, what)
            if self.scene.pause:
                await self._rests(2 * self.scene.pause)

    async def _does(self, name: str, what: str) -> None:
        person, label = self.people[name], what.removeprefix("!")
        if label == what:
            person.says(what.format(token=self.token))
        else:
            if not any(label in one for message in person.received for one in message.labels):
                await self._asks_again(name)
            person.presses(label)
        if self.scene.pause:
            await asyncio.sleep(self.scene.pause)
        else:
            await self._rests(2)

    async def _asks_again(self, name: str) -> None:
        """Have what was lost shown again, or the page turned once more."""
        person = self.people[name]
        before = {message.id for message in person.received}
        ways = [label for message in person.received for label in message.labels if label in GO or label == PAGE]
        if ways:
            person.presses(ways[-1])
        else:
            person.says("/start")
        await self._rests(2)
        again = {message.id for message in person.received} - before
        self._asked.setdefault(name, set()).update(again)

    async def _rests(self, seconds: int) -> None:
        """Wait until nothing is under way any more; longer where something went wrong meanwhile."""
        rested = 0
        for _ in range(PATIENCE):
            await asyncio.sleep(1)
            if self.fault.struck != self._struck:
                self._struck, seconds = self.fault.struck, 32
            rested = 0 if self.server.pending or self._waits() else rested + 1
            if rested >= seconds:
                return
        raise AssertionError(f"it does not come to rest\n{[person.shown() for person in self.people.values()]}")

    def _waits(self) -> bool:
        """Whether something is to be sent; what was put aside is taken again, as an operator would have it."""
        with self._records.transaction() as c:
            waiting = bool(outbox.waiting(c, CHANNEL))
            kept = c.execute(select(quarantined_update.c.again)).scalars().all()
            if False in kept and not waiting:
                self.aside += kept.count(False)
                c.execute(update(quarantined_update).values(again=True))
        return waiting or bool(kept)

    @asynccontextmanager
    async def _posting(self) -> AsyncIterator[None]:
        """Post updates to the webhook meanwhile, where there is one."""
        posting = asyncio.create_task(self._post())
        try:
            yield
        finally:
            posting.cancel()

    async def _post(self) -> None:
        while self.mode == "webhook":
            await asyncio.sleep(0.1)
            if self.server.pending and await self._posted(self.server.pending[0]) == 200:
                self.server.pending.pop(0)

    async def _posted(self, told: Any) -> int:
        """Post an update at the door itself; returns the status."""
        body = StreamReader(Mock(), 2**16, loop=asyncio.get_running_loop())
        body.feed_data(json.dumps(told).encode())
        body.feed_eof()
        request = make_mocked_request("POST", "/hook", {HEADER: WEBHOOK_SECRET}, payload=body)
        try:
            return (await self._door._take(request)).status
        except Exception:  # noqa: BLE001 - as aiohttp answers
            return 500

    def _makes_service(self, *arguments: Any, **named: Any) -> running._Service:
        self._service = SERVICE(*arguments, **named)
        self._service._heed_signals = self._begins  # type: ignore[method-assign] # there are no signals here
        return self._service

    def _makes_door(self, *arguments: Any) -> Door:
        self._door = Door(*arguments)
        return self._door


@contextmanager
def _all(patches: list[Any]) -> Iterator[None]:
    with ExitStack() as stack:
        for one in patches:
            stack.enter_context(one)
        yield


class _Reading(logging.Handler):
    """Reads what libraries log of harm."""

    def __init__(self, harm: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._harm = harm

    def emit(self, record: logging.LogRecord) -> None:
        self._harm.append(f"{record.name}: {record.getMessage()}")
