"""Updates that Telegram posts to us."""

import hmac
import json
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST = 1024 * 1024
"""Bytes of an update; Telegram's are far shorter."""

_log = structlog.get_logger(__name__)


def application(path: str, secret: str, feed: Callable[[object], Awaitable[None]]) -> web.Application:
    """The web application that takes updates at a path from whoever knows the secret.

    `feed` returns when an update is committed; only then is it acknowledged.
    """

    async def take(request: web.Request) -> web.Response:
        if not _knows(secret, request.headers.get(HEADER, "")):
            _log.warning("webhook.forged")
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(update, dict):
            return web.Response(status=400)
        await feed(update)
        return web.Response()

    app = web.Application(client_max_size=LONGEST)
    app.router.add_post(path, take)
    return app


def _knows(secret: str, given: str) -> bool:
    """Whether the secret is right, in a time that tells nothing; as bytes, since others compare in ASCII only."""
    return hmac.compare_digest(secret.encode(), given.encode(errors="surrogateescape"))
