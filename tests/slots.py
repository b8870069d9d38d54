"""What a schedule has to send, told by the calendar and the rules alone: no row that a schedule wrote is looked at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def is_last_of_month(day: date) -> bool:
    return (day + DAY).day == 1


LATE = {"绩效周报": 4, "绩效月报": 3, "绩效季报": 2}
"""How many digests are sent at once after a standstill."""
ENDS: Mapping[str, Callable[[date], bool]] = {
    "绩效周报": lambda day: day.weekday() == 6,
    "绩效月报": is_last_of_month,
    "绩效季报": lambda day: is_last_of_month(day) and day.month % 3 == 0,
}
"""Whether a period of a digest ends on a day."""

Key = tuple[str, str, str, date]
"""Holder, post, indicator, and the day on which its figure is due."""
Event = tuple[object, ...]
"""A message: who is told, of which kind, and of what."""


@dataclass(frozen=True)
class Post:
    """A post whose figures are due on certain days."""

    name: str
    indicators: tuple[str, ...]
    holders: tuple[str, ...]
    due: Callable[[date], bool]


@dataclass(frozen=True)
class Given:
    """The newest report of a slot; how people report is not the schedule's doing."""

    id: int
    key: Key
    kept_at: datetime


@dataclass
class Slot:
    """A figure that is due, from when on it is late until it closes; when it was asked for, how often reminded of."""

    late: datetime
    closes: datetime
    asked: datetime | None = None
    reminders: int = 0


@dataclass
class Expected:
    """What everybody has to be sent; `digests` are the newest ones that were sent, `away` the days of absences."""

    began: datetime
    posts: tuple[Post, ...]
    hr: tuple[str, ...]
    zones: Mapping[str, str]
    reminders: int
    confirm_days: int = 5
    slots: dict[Key, Slot] = field(default_factory=dict)
    away: dict[str, dict[date, date]] = field(default_factory=dict)
    digests: dict[tuple[str, str], date] = field(default_factory=dict)
    confirmed: set[int] = field(default_factory=set)
    _noted: dict[tuple[str, str], date] = field(default_factory=dict)

    def at(self, now: datetime, given: Iterable[Given]) -> Counter[Event]:
        """Every message of one moment; nothing is told twice, whoever asks how often."""
        self._note(now)
        reports = {one.key: one for one in given}
        events: Counter[Event] = Counter()
        for name in filter(lambda name: self._awake(name, now), self.zones):
            events.update(self._asked(name, now, reports))
            events.update(self._reminded(name, now, reports))
            events.update(self._confirmed(name, now, reports))
            if name in self.hr:
                events.update(event for kind in ENDS for event in self._informed(name, kind, now))
        return events

    def _note(self, now: datetime) -> None:
        for post in self.posts:
            for holder in post.holders:
                last, today = self._noted.get((holder, post.name), self.began.date() - DAY), self.today(holder, now)
                for day in filter(post.due, days(last + DAY, today)):
                    closes = max(self._back(holder, day) + 7 * DAY, next(filter(post.due, days(day + DAY))))
                    late, closed = (self._midnight(holder, one) for one in (self._back(holder, day) + DAY, closes))
                    self.slots |= {(holder, post.name, name, day): Slot(late, closed) for name in post.indicators}
                self._noted[holder, post.name] = max(last, today)

    def _asked(self, name: str, now: datetime, reports: Mapping[Key, Given]) -> Iterator[Event]:
        """What is due is asked for once, however late; that day and a whole week are left for it from then on."""
        today = self.today(name, now)
        new = {key: slot for key, slot in self._of(name) if slot.asked is None and key[-1] <= today}
        told = [key for key in new if key not in reports]
        for slot in new.values():
            slot.asked = now
        for slot in map(new.__getitem__, told):
            slot.late = max(slot.late, self._midnight(name, today + DAY))
            slot.closes = max(slot.closes, self._midnight(name, today + 7 * DAY))
        if told:
            yield (name, "asked", *sorted({key[1:3] for key in told}))

    def _reminded(self, name: str, now: datetime, reports: Mapping[Key, Given]) -> Iterator[Event]:
        """Once it is late and a day after each time that somebody was told, unless they reported or it is closed."""
        late = [
            (key, slot)
            for key, slot in self._of(name)
            if slot.asked and key not in reports and slot.closes > now and slot.reminders < self.reminders
            if now - slot.asked >= (slot.reminders + 1) * DAY and now - slot.late >= slot.reminders * DAY
        ]
        for _, slot in late:
            days_late = (now - max(slot.asked or now, slot.late - DAY)) // DAY
            slot.reminders = min(max(days_late, slot.reminders + 1), self.reminders)
        if late:
            yield (name, "reminded", *sorted({key[1:3] for key, _ in late}))

    def _confirmed(self, name: str, now: datetime, reports: Mapping[Key, Given]) -> Iterator[Event]:
        silent = [one for one in reports.values() if one.key[0] == name and one.id not in self.confirmed]
        silent = [one for one in silent if one.kept_at <= now - self.confirm_days * DAY]
        self.confirmed |= {one.id for one in silent}
        yield from ((name, "confirmed", post) for post in sorted({one.key[1] for one in silent}))

    def _informed(self, name: str, kind: str, now: datetime) -> Iterator[Event]:
        """The periods since the digest before that are over everywhere: the newest few; it is told where some lack."""
        over = min(self.today(other, now) for other in self.zones)
        sent = self.digests.get((name, kind))
        newest = islice(ended(kind, self.today(name, now)), LATE[kind] if sent else 1)
        for last in sorted(newest):
            if max(sent or date.min, self.began.date() - DAY) < last < over:
                before = next(ended(kind, last))
                if sent and sent < before:
                    yield (name, "skipped", kind, sent + DAY, before)
                yield (name, kind, last)
                self.digests[name, kind] = sent = last

    def _of(self, name: str) -> list[tuple[Key, Slot]]:
        return [(key, slot) for key, slot in self.slots.items() if key[0] == name]

    def _awake(self, name: str, now: datetime) -> bool:
        today = self.today(name, now)
        return 9 <= now.astimezone(ZoneInfo(self.zones[name])).hour < 20 and self._back(name, today) == today

    def _back(self, name: str, day: date) -> date:
        """The first day from a day on, that one included, on which somebody is there."""
        while any(first <= day <= last for first, last in self.away.get(name, {}).items()):
            day += DAY
        return day

    def _midnight(self, name: str, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self.zones[name])).astimezone(UTC)

    def today(self, name: str, now: datetime) -> date:
        return now.astimezone(ZoneInfo(self.zones[name])).date()


def days(first: date, last: date = date.max) -> Iterator[date]:
    """Days from one to another, both included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def ended(kind: str, day: date) -> Iterator[date]:
    """The last days of the periods that ended before a day, the newest first."""
    return filter(ENDS[kind], map(date.fromordinal, range(day.toordinal() - 1, 0, -1)))
