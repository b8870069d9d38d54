"""The port at which a program that runs is watched: /healthz, /readyz and /metrics."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.monitor.vitals import Vitals
from storage.database import Database, Unreachable


class Monitor:
    """Tells how a program is; `lacks` names what is missing for its work besides the database."""

    def __init__(self, vitals: Vitals, database: Database, lacks: Callable[[], tuple[str, ...]]) -> None:
        self._vitals = vitals
        self._database = database
        self._lacks = lacks

    def application(self) -> web.Application:
        """The web application."""
        app = web.Application()
        app.add_routes([web.get("/healthz", self._healthz), web.get("/readyz", self._readyz)])
        app.router.add_get("/metrics", self._metrics)
        return app

    async def _healthz(self, request: web.Request) -> web.Response:
        return _told(self._vitals.silent())

    async def _readyz(self, request: web.Request) -> web.Response:
        gone = () if await asyncio.to_thread(self._reads) else ("database",)
        return _told((*self._lacks(), *gone))

    async def _metrics(self, request: web.Request) -> web.Response:
        written = await asyncio.to_thread(generate_latest, self._vitals.registry)
        return web.Response(body=written, headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _reads(self) -> bool:
        try:
            with self._database.reading() as c:
                c.execute(select(1))
        except (Unreachable, SQLAlchemyError):
            return False
        return True


@asynccontextmanager
async def watched_at(listen: str, monitor: Monitor) -> AsyncIterator[None]:
    """Answer at "host:port" while the block runs. Raises OSError where there is no listening."""
    host, _, port = listen.rpartition(":")
    runner = web.AppRunner(monitor.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        yield
    finally:
        await runner.cleanup()


def _told(wrong: tuple[str, ...]) -> web.Response:
    """200 when all is well, else 503 with what is not."""
    return web.Response(text=" ".join(wrong) or "ok", status=503 if wrong else 200)
