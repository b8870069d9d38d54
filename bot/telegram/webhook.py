"""Updates that Telegram posts to us, at a door that nobody else can hold open."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web

HEADER = "X-Telegram-Bot-Api-Secret-Token"
READ_SECONDS = 10
"""How long an update may take to come in."""
IDLE_SECONDS = 30
"""How long a connection may say nothing, or not come to the end of its headers."""
CONNECTIONS = 300
"""So many at once; Telegram makes up to 100, and files and the database need descriptors too."""

_log = structlog.get_logger(__name__)


class Door(web.Server):
    """Takes updates at a path from whoever knows the secret.

    `feed` returns when an update is committed; only then is it acknowledged. An update is 1 MiB at most.
    """

    def __init__(
        self,
        path: str,
        secret: str,
        feed: Callable[[object], Awaitable[object]],
        *,
        idle: float = IDLE_SECONDS,
        read: float = READ_SECONDS,
        connections: int = CONNECTIONS,
    ) -> None:
        # No access log: it would name the addresses of those who knock.
        super().__init__(self._take, access_log=None, keepalive_timeout=idle, lingering_time=1)
        self._path, self._secret, self._feed = path, secret, feed
        self._read, self._most, self._open = read, connections, 0

    def __call__(self) -> Any:
        """What speaks with a new connection."""
        if self._open >= self._most:
            return _Full()
        self._open += 1
        return super().__call__()

    def connection_lost(self, handler: Any, exc: BaseException | None = None) -> None:
        """Have room for another."""
        self._open -= 1
        super().connection_lost(handler, exc)

    async def _take(self, request: web.BaseRequest) -> web.Response:
        if request.path != self._path:
            return web.Response(status=HTTPStatus.NOT_FOUND)
        if request.method != "POST":
            return web.Response(status=HTTPStatus.METHOD_NOT_ALLOWED)
        if not _knows(self._secret, request.headers.get(HEADER, "")):
            _log.warning("webhook.forged")
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        try:
            async with asyncio.timeout(self._read):
                update = json.loads(await request.read())
        except TimeoutError:
            return web.Response(status=HTTPStatus.REQUEST_TIMEOUT)
        except (ValueError, RecursionError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        if not isinstance(update, dict):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        await self._feed(update)
        return web.Response()


class _Full(asyncio.Protocol):
    """Closes a connection for which there is no room."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Close it at once."""
        transport.close()


def _knows(secret: str, given: str) -> bool:
    """Whether the secret is right, in a time that tells nothing; as bytes, since others compare in ASCII only."""
    return hmac.compare_digest(secret.encode(), given.encode(errors="surrogateescape"))
