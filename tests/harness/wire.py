"""aiogram's session with calls of the stand-in where HTTP was, and faults between: nothing waits for a socket."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ssl import SSLCertVerificationError
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import TelegramMethod
from aiohttp import ClientConnectorCertificateError, ClientConnectorError, ClientOSError
from aiohttp.client_reqrep import ConnectionKey

from tests.harness.faults import Fault
from tests.telegram.methods import call
from tests.telegram.schema import Refusal, checked
from tests.telegram.server import StandIn

LATENCY = 0.05
"""Seconds of a call, in its own time."""
LOOK = 0.25
"""Between two looks for updates while they are polled for."""
PLACE = ConnectionKey("api", 443, True, True, None, None, None, None)
REFUSALS = {"401": "Unauthorized", "404": "Not Found", "500": "Bad Gateway", "400": "Bad Request", "403": "Forbidden"}


@dataclass
class Answered:
    """An answer over HTTP."""

    status: int
    body: str

    async def text(self) -> str:
        return self.body


@dataclass
class Wire:
    """The stand-in as aiohttp's session would reach it."""

    server: StandIn
    fault: Fault

    @asynccontextmanager
    async def post(self, url: str, data: dict[str, Any], timeout: float) -> AsyncIterator[Answered]:  # noqa: ASYNC109 - as aiohttp has it
        method = url.rpartition("/")[2]
        await asyncio.sleep(LATENCY)
        if self.fault.strikes("call", method):
            yield await self._fails(method, data, timeout)
        else:
            yield await self._answers(method, data)

    async def _fails(self, method: str, data: dict[str, Any], seconds: float) -> Answered:
        kind = self.fault.kind
        if kind.endswith(" after") or kind == "proxy":
            await self._answers(method, data)
        match kind.removesuffix(" after"):
            case "reset":
                raise ClientOSError(104, "reset")
            case "refused":
                raise ClientConnectorError(PLACE, OSError(111, "refused"))
            case "tls":
                raise ClientConnectorCertificateError(PLACE, SSLCertVerificationError())
            case "hang":
                await asyncio.sleep(seconds)
                raise TimeoutError
            case "proxy":
                return Answered(200, "<html>")
            case "429":
                return _refused(429, "Too Many Requests: retry after 3", {"retry_after": 3})
            case code:
                return _refused(int(code), REFUSALS[code])

    async def _answers(self, method: str, data: dict[str, Any]) -> Answered:
        try:
            given = checked(method, data)
            result = await self._updates(given) if method == "getUpdates" else call(self.server, method, given)
        except Refusal as refusal:
            return _refused(refusal.code, refusal.description, refusal.parameters)
        return Answered(200, json.dumps({"ok": True, "result": result}))

    async def _updates(self, given: dict[str, Any]) -> list[Any]:
        loop = asyncio.get_running_loop()
        until, offset = loop.time() + given.get("timeout", 0), given.get("offset", 0)
        self.server.pending = [one for one in self.server.pending if one["update_id"] >= offset]
        while not self.server.pending and loop.time() < until:  # noqa: ASYNC110 - what is pending tells nobody
            await asyncio.sleep(LOOK)
        return self.server.pending[:100]


class Session(AiohttpSession):
    """aiogram's own session, on a wire."""

    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    async def create_session(self) -> Any:
        return self._wire

    async def close(self) -> None:
        """There is nothing open."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """What the form of a call says, with its files."""
        files: dict[str, Any] = {}
        told = {
            name: self.prepare_value(value, bot=bot, files=files)
            for name, value in method.model_dump(warnings=False).items()
        }
        said = {name: value for name, value in told.items() if value}
        for key, file in files.items():
            (name,) = (name for name, value in said.items() if value == f"attach://{key}")
            said[name] = (file.filename, file.data)
        return said


def _refused(code: int, description: str, parameters: dict[str, Any] | None = None) -> Answered:
    told = {"ok": False, "error_code": code, "description": description}
    return Answered(code, json.dumps(told | ({"parameters": parameters} if parameters else {})))
