"""What the database tells of how things stand, read each time that somebody asks for the metrics."""

from collections.abc import Iterator
from datetime import UTC, datetime

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from storage import faults, outbox, updates
from storage.database import Database, Unreachable


class Standing(Collector):
    """What waits and what failed, on one channel; without a database only that it is gone."""

    def __init__(self, database: Database, channel: str) -> None:
        self._database = database
        self._channel = channel

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges, as they are now."""
        try:
            with self._database.reading() as c:
                number, oldest = outbox.backlog(c, self._channel)
                aside, failing = len(updates.kept(c)), len(faults.standing(c))
        except (Unreachable, SQLAlchemyError):
            yield GaugeMetricFamily("kpibot_database_up", "Whether the database can be read.", 0)
            return
        age = (datetime.now(UTC) - oldest).total_seconds() if oldest else 0
        yield GaugeMetricFamily("kpibot_database_up", "Whether the database can be read.", 1)
        yield GaugeMetricFamily("kpibot_parcels_waiting", "What waits in the outbox.", number)
        yield GaugeMetricFamily("kpibot_oldest_parcel_age_seconds", "The age of the oldest of what waits.", age)
        yield GaugeMetricFamily("kpibot_updates_aside", "Updates that could not be processed and are kept.", aside)
        yield GaugeMetricFamily("kpibot_schedule_faults", "Steps of the schedule that fail for somebody.", failing)
