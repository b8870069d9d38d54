"""Scenes lived with a fault each, held against how they go when nothing goes wrong."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_args

from sqlalchemy import make_url

from storage.database import Database
from storage.migrate import upgrade
from storage.tables import metadata
from tests.harness.faults import GAPLESS, Fault, Place, connected, kinds
from tests.harness.life import Life, Mode
from tests.harness.oracle import KEPT, changed, missed
from tests.harness.scenes import DAY, OUTAGES, SCENES, seed
from tests.postgresql import schema

PLACES: tuple[Place, ...] = get_args(Place)
DATABASES = ("sqlite", "postgresql")
MODES: tuple[Mode, ...] = get_args(Mode)


class Case(NamedTuple):
    """A fault in a scene: what strikes the Nth of a place."""

    scene: str
    mode: Mode
    place: Place
    kind: str
    at: int


class Calm(NamedTuple):
    """How a scene goes when nothing goes wrong: what lasts, what everybody sees, how many there are of each place."""

    kept: dict[str, list[Any]]
    seen: dict[str, list[str]]
    counted: dict[str, int]


class Wrong(NamedTuple):
    """Which invariant does not hold, and how."""

    invariant: str
    how: str


INVARIANTS = {
    "records": "journals, plans, reports and people are in the end as when nothing fails, each journal in its order",
    "chats": "each chat holds what it holds when nothing fails, in that order; no message comes more than twice, and "
    "where one is missing a notice stands in its place",
    "log": "the log tells of no harm that the fault does not explain",
    "end": "all comes to rest, and the person can go on at the question that stands",
}


@dataclass
class Ground:
    """A database on which scenes are lived, each from the same rows."""

    name: str
    address: str
    token: str
    _renew: list[str] = field(default_factory=list)
    known: dict[tuple[str, Mode], Calm] = field(default_factory=dict)
    """How scenes go when nothing goes wrong, as far as that was lived."""

    def lives(self, case: Case, outages: Sequence[tuple[float, float]] = ()) -> Life:
        """Live a scene from its beginning."""
        self._begins()
        fault = Fault(case.place, case.kind, case.at, outages)
        scene = SCENES.get(case.scene, DAY)
        return Life(self.address, case.mode, scene, fault, self.token).lived()

    def calm(self, scene: str, mode: Mode) -> Calm:
        """How a scene goes when nothing goes wrong."""
        if (scene, mode) not in self.known:
            life = self.lives(Case(scene, mode, "statement", "", 0))
            self.known[scene, mode] = Calm(life.kept, life.seen(), dict(life.fault.counted))
        return self.known[scene, mode]

    def count(self, scene: str, mode: Mode, place: Place) -> int:
        """How many there are of a place in a scene."""
        return self.calm(scene, mode).counted[place.removesuffix(" after")]

    def cases(self, scene: str, mode: Mode) -> Iterator[Case]:
        """Every fault that there is in a scene."""
        for place in PLACES:
            for at in range(1, self.count(scene, mode, place) + 1):
                for kind in kinds(place, self.address):
                    yield Case(scene, mode, place, kind, at)

    def sample(self, scene: str, mode: Mode, number: int) -> Iterator[Case]:
        """Some of those, always the same: so many of each place."""
        chance = Random(f"{self.name} {scene} {mode}")
        for place in PLACES:
            of_kind = list(kinds(place, self.address))
            for _ in range(number):
                yield Case(
                    scene, mode, place, chance.choice(of_kind), chance.randint(1, self.count(scene, mode, place))
                )

    def wrong(self, case: Case, outages: Sequence[tuple[float, float]] = ()) -> list[Wrong]:
        """What does not hold after a fault."""
        try:
            life = self.lives(case, outages)
        except Exception as error:  # noqa: BLE001 - whatever it is, the program did not live through it
            return [Wrong("end", f"{type(error).__name__}: {error}")]
        return list(_wrong(life, self.calm(case.scene, case.mode)))

    def day(self, mode: Mode, place: Place, kind: str) -> list[Wrong]:
        """What does not hold after a day with an outage in each of its hours."""
        return self.wrong(Case("day", mode, place, kind, 0), OUTAGES)

    def _begins(self) -> None:
        """Have the database as it was seeded."""
        if self.name == "sqlite":
            file = Path(str(make_url(self.address).database))
            for one in file.parent.glob(f"{file.name}*"):
                one.unlink()
            shutil.copy(file.with_name("seed.db"), file)
        else:
            with connected(make_url(self.address)) as connection:
                connection.execute("; ".join(self._renew))


def _wrong(life: Life, calm: Calm) -> Iterator[Wrong]:
    yield from (Wrong("records", how) for how in changed(life.kept, calm.kept))
    yield from (Wrong("chats", how) for how in _chats(life, calm))
    yield from (Wrong("log", line) for line in life.harm if not life.fault.explains(line))
    if (life.fault.at or life.fault.outages) and not life.fault.struck:
        yield Wrong("end", "the fault did not strike")


def _chats(life: Life, calm: Calm) -> Iterator[str]:
    seen = life.seen()
    for name, expected in calm.seen.items():
        if short := missed(expected, seen[name], life.fault.excuses):
            yield f"{name}: {short}"
        told = sum(message.text in KEPT for message in life.people[name].received)
        if told > life.aside:
            yield f"{name} was told of updates that were not put aside"


@contextmanager
def ground(name: str, folder: Path) -> Iterator[Ground]:
    """A database of a kind, seeded; files of SQLite in a folder."""
    if name == "sqlite":
        yield _sqlite(folder)
    else:
        with _postgresql() as lived_on:
            yield lived_on


def _sqlite(folder: Path) -> Ground:
    with closing(Database(f"sqlite:///{folder / 'seed.db'}")) as database:
        upgrade(database)
        token = seed(database)
    return Ground("sqlite", f"sqlite:///{folder / 'kpibot.db'}", token)


@contextmanager
def _postgresql() -> Iterator[Ground]:
    with schema() as seeded, schema() as lived:
        # Nothing is lost here by a power cut, and nothing waits for a disk.
        address = f"{lived}%20-csynchronous_commit%3Doff"
        for one in (seeded, address):
            with closing(Database(one)) as database:
                upgrade(database)
        with closing(Database(seeded)) as database:
            token = seed(database)
        from_ = seeded.partition("%3D")[2]
        tables = [table.name for table in metadata.sorted_tables]
        renew = [f'DELETE FROM "{name}"' for name in reversed(tables)]
        renew += [f'INSERT INTO "{name}" SELECT * FROM {from_}."{name}"' for name in tables]
        yield Ground("postgresql", address, token, [*renew, GAPLESS])
