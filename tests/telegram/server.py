"""A stand-in for Telegram's Bot API server: the real protocol over HTTP, chats that a person can script, and faults."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from random import Random

from aiohttp import ClientError, ClientSession, web

from tests.telegram.chats import Chat, Group, Json, Person, condition
from tests.telegram.faults import Fault, Kind
from tests.telegram.methods import call
from tests.telegram.page import routes
from tests.telegram.schema import Refusal, bad, checked

TOKEN = "123456789:AAstand-in_for_Telegram_in_tests_only"
FIRST_PERSON = 5_000_000_001
"""Telegram's ids have outgrown 32 bits."""


@dataclass(frozen=True)
class Call:
    """A call as it came, and how it was answered: the description of the refusal, or None."""

    method: str
    params: Json
    refused: str | None


class StandIn:
    """The server with its state; everything may be used from any thread."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.me: Json = {"id": 123456789, "is_bot": True, "first_name": "kpibot", "username": "stand_in_bot"}
        self.lock, self.changed = condition()
        self.chats: dict[int, Chat] = {}
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.pending: list[Json] = []
        self.queries: dict[str, int] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.kept: dict[tuple[str, str], Json] = {}
        self.webhook: str | None = None
        self.secret = ""
        self.url = ""
        self._updates = 100
        self._messages = 0
        self._pollers = 0
        self._held: list[Json] | None = None

    # What a test does

    def person(self, name: str, language_code: str | None = None) -> Person:
        """Somebody new."""
        with self.lock:
            made = Person(self, FIRST_PERSON + len(self.chats), name, language_code)
            self.chats[made.id] = made
            return made

    def people(self) -> list[Person]:
        """Everybody, first come first."""
        with self.lock:
            return [chat for chat in self.chats.values() if isinstance(chat, Person)]

    def group(self, title: str) -> Group:
        """A new group."""
        with self.lock:
            made = Group(self, -1_000_000_000_001 - len(self.chats), title, "supergroup")
            self.chats[made.id] = made
            return made

    def fails(self, kind: Kind, method: str | None = None, *, times: int | None = 1, seconds: float = 1) -> None:
        """Have the next calls of a method (or all) go wrong; None: for ever."""
        self.faults.append(Fault(kind, method, times, seconds=seconds))

    def fails_sometimes(self, kinds: tuple[Kind, ...], one_in: int, seed: object, seconds: float = 0.1) -> None:
        """Have one call in so many go wrong, in one of the ways."""
        share = one_in * len(kinds)
        for kind in kinds:
            chance = Random(f"{seed}/{kind}")
            self.faults.append(Fault(kind, None, None, share, seconds, chance))

    def heals(self) -> None:
        """Have nothing go wrong any more."""
        self.faults.clear()

    @property
    def refused(self) -> list[Call]:
        """The calls that were refused for what they were."""
        with self.lock:
            return [one for one in self.calls if one.refused]

    def update(self, content: Json, update_id: int | None = None) -> int:
        """Give the bot an update."""
        with self.changed:
            if update_id is None:
                self._updates += 1
                update_id = self._updates
            (self.pending if self._held is None else self._held).append({"update_id": update_id} | content)
            self.changed.notify_all()
            return update_id

    @contextmanager
    def held(self) -> Iterator[list[Json]]:
        """Updates made meanwhile come all at once at the end, as the list then is: it may be reordered or doubled."""
        self._held = []
        try:
            yield self._held
        finally:
            with self.changed:
                self.pending += self._held
                self._held = None
                self.changed.notify_all()

    def settles(self, quiet: float = 0.4, seconds: float = 20) -> None:
        """Wait until all updates were received and no call but for updates came for a while."""
        deadline = time.monotonic() + seconds
        seen, since = -1, time.monotonic()
        while time.monotonic() - since < quiet or self.pending:
            if len(self.calls) != seen:
                seen, since = len(self.calls), time.monotonic()
            if time.monotonic() > deadline:
                raise AssertionError("it does not settle")
            time.sleep(0.02)

    # What the chats need

    def next_message(self) -> int:
        """A message id, larger than all before."""
        self._messages += 1
        return self._messages

    def next_query(self, person: int) -> str:
        """The id of a press by a person."""
        with self.lock:
            id = str(8_000_000_000 + len(self.queries) + self._updates * 1000)
            self.queries[id] = person
            return id

    def keep(self, name: str, content: bytes) -> Json:
        """Keep a file; returns what the Bot API tells of it."""
        id = f"file{len(self.files)}"
        self.files[id] = (name, content)
        return {"file_id": id, "file_unique_id": id, "file_size": len(content)}

    # The protocol

    def application(self) -> web.Application:
        """The web application."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.add_routes(routes(self))
        app.cleanup_ctx.append(self._posting)
        return app

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        params: Json = {}
        try:
            self._admit(request)
            params = await _params(request)
            given = checked(method, params)
            fault = next((one for one in self.faults if one.strikes(method)), None)
            if fault:
                return await self._fail(fault, request, method, given)
            result = await self._updates_for(given) if method == "getUpdates" else call(self, method, given)
        except Refusal as refusal:
            return self._refuse(method, params, refusal)
        self._note(method, params, None)
        return web.json_response({"ok": True, "result": result})

    def _admit(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise Refusal(401, "Unauthorized")

    async def _fail(self, fault: Fault, request: web.Request, method: str, given: Json) -> web.StreamResponse:
        match fault.kind:
            case "429":
                seconds = max(1, int(fault.seconds))
                return _answer(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
            case "500" | "403" | "400" as code:
                return _answer(
                    int(code), {"500": "Internal Server Error", "403": "Forbidden", "400": "Bad Request"}[code]
                )
            case "hang":
                await asyncio.sleep(fault.seconds)
            case "drop_after":
                with suppress(Refusal):
                    call(self, method, given)
                    self._note(method, given, None)
        if request.transport:  # the program may have been killed meanwhile
            request.transport.close()
        return web.Response()

    def _refuse(self, method: str, params: Json, refusal: Refusal) -> web.Response:
        self._note(method, params, refusal.description)
        return _answer(refusal.code, refusal.description, refusal.parameters)

    def _note(self, method: str, params: Json, refused: str | None) -> None:
        if method != "getUpdates":
            with self.changed:
                self.calls.append(Call(method, params, refused))
                self.changed.notify_all()

    async def _updates_for(self, params: Json) -> list[Json]:
        """Long polling: the updates from an offset on; those before it are confirmed."""
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
        self._pollers += 1
        poller = self._pollers
        deadline = time.monotonic() + params.get("timeout", 0)
        offset = params.get("offset", 0)
        while True:
            with self.changed:
                self.pending = [one for one in self.pending if one["update_id"] >= offset or _is_late(one, offset)]
                ready = self.pending[: params.get("limit", 100)]
                if ready:
                    for one in ready:
                        one.setdefault("_given", True)
                    return [{name: value for name, value in one.items() if name != "_given"} for one in ready]
            if poller != self._pollers:
                raise Refusal(409, "Conflict: terminated by other getUpdates request")
            if time.monotonic() >= deadline:
                return []
            await asyncio.sleep(0.005)

    async def _posting(self, _: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(self._post())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def _post(self) -> None:
        """Post updates to the webhook, one after the other, each until it is taken."""
        async with ClientSession() as session:
            while True:
                if self.webhook and self.pending:
                    update = self.pending[0]
                    headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
                    with suppress(ClientError, TimeoutError):
                        async with session.post(self.webhook, json=update, headers=headers) as answer:
                            if answer.status == 200:
                                with self.changed:
                                    self.pending.remove(update)
                                    self.changed.notify_all()
                                continue
                    await asyncio.sleep(0.1)
                await asyncio.sleep(0.01)

    async def _download(self, request: web.Request) -> web.Response:
        found = self.files.get(request.match_info["path"])
        if request.match_info["token"] != self.token or found is None:
            return _answer(404, "Not Found")
        return web.Response(body=found[1])


def _is_late(update: Json, offset: int) -> bool:
    """Whether an update with a small id has not been given out yet: it came out of order, or a second time."""
    return update["update_id"] < offset and "_given" not in update


def _answer(code: int, description: str, parameters: Json | None = None) -> web.Response:
    told = {"ok": False, "error_code": code, "description": description}
    return web.json_response(told | ({"parameters": parameters} if parameters else {}), status=code)


async def _params(request: web.Request) -> Json:
    """What a call gives: in the address, in a form, or as JSON."""
    given: Json = dict(request.query)
    if request.method == "POST" and request.can_read_body:
        if request.content_type == "application/json":
            try:
                body = await request.json()
            except ValueError:
                raise bad("can't parse JSON object") from None
            if not isinstance(body, dict):
                raise bad("JSON object expected")
            given |= body
        else:
            given |= await _form(request)
    return given


async def _form(request: web.Request) -> Json:
    try:
        form = await request.post()
    except ValueError:
        raise bad("can't parse form") from None
    files = {
        name: (value.filename, value.file.read()) for name, value in form.items() if isinstance(value, web.FileField)
    }
    plain = {name: value for name, value in form.items() if not isinstance(value, web.FileField)}
    read: Json = {}
    for name, value in plain.items():
        attached = str(value).removeprefix("attach://")
        read[name] = files.pop(attached) if str(value) != attached and attached in files else value
    return read | files


@contextmanager
def standing_in(token: str = TOKEN, port: int = 0) -> Iterator[StandIn]:
    """The server, running in a thread of its own."""
    server, ready = StandIn(token), threading.Event()
    loop = asyncio.new_event_loop()
    ended = asyncio.Event()

    async def serve() -> None:
        runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        host, bound = runner.addresses[0][:2]
        server.url = f"http://{host}:{bound}"
        ready.set()
        await ended.wait()
        await runner.cleanup()
        # Requests that were held open or hang.
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    assert ready.wait(10), "the stand-in does not start"
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)
        loop.close()
