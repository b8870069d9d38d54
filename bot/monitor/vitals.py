"""Signs of life of a program that runs: what it did, how long that took, and which of its parts has fallen silent."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from prometheus_client import CollectorRegistry, Gauge, Histogram, disable_created_metrics
from prometheus_client.process_collector import ProcessCollector

_SECONDS = (0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300)


# When each of them was first seen tells nobody anything.
disable_created_metrics()  # type: ignore[no-untyped-call] # published without a type


class Vitals:
    """The signs of one program; `clock` tells seconds that never go back.

    May be used from any thread.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._allowed: dict[str, float] = {}
        self._heard: dict[str, float] = {}
        self._last: dict[str, float] = {}
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._updates = self._histogram("kpibot_update_seconds", "From receiving an update until it is kept.", "kind")
        self._parcels = self._histogram(
            "kpibot_parcel_seconds", "A try to send what waits in the outbox.", "kind", "outcome"
        )
        self._passes = self._histogram("kpibot_schedule_seconds", "A complete pass of the schedule.")

    def expect(self, part: str, seconds: float) -> None:
        """From now on a part must show a sign of life at least every so many seconds."""
        self._heard[part], self._allowed[part] = self._clock(), seconds

    def beat(self, part: str) -> None:
        """A part lives, though what it tries may fail."""
        self._heard[part] = self._clock()

    def rest(self, part: str) -> None:
        """Expect no more of a part."""
        self._allowed.pop(part, None)

    def silent(self) -> tuple[str, ...]:
        """The parts that showed no sign of life for longer than they may."""
        now, allowed = self._clock(), tuple(self._allowed.items())
        return tuple(part for part, seconds in allowed if now - self._heard[part] > seconds)

    def asked(self) -> None:
        """Telegram answered a request for updates."""
        self._mark("kpibot_updates_request_age_seconds", "Since Telegram last answered a request for updates.")

    def update(self, kind: str) -> AbstractContextManager[object]:
        """Time how long an update of a kind takes."""
        return self._updates.labels(kind).time()

    def parcel(self, kind: str, outcome: str, seconds: float) -> None:
        """A try to send something came to its end: it was `sent`, comes `later`, is put `aside` or is `dead`."""
        self._parcels.labels(kind, outcome).observe(seconds)

    def passed(self, seconds: float) -> None:
        """The schedule came to the end of a pass."""
        self._passes.observe(seconds)
        self._mark("kpibot_schedule_pass_age_seconds", "Since the schedule last came to the end of a pass.")

    def _histogram(self, name: str, told: str, *labels: str) -> Histogram:
        return Histogram(name, told, labels, registry=self.registry, buckets=_SECONDS)

    def _mark(self, name: str, told: str) -> None:
        """Note when something happened last; its age is told from then on."""
        if name not in self._last:
            Gauge(name, told, registry=self.registry).set_function(lambda: self._clock() - self._last[name])
        self._last[name] = self._clock()
