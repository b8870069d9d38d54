"""Every fault in every scene, hundreds of kills and ends, days of outages; what came of it is written down as a page.

`python -m tests.harness.soak --help`. Everything is run unless it is told to take less: the page says what was.
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.harness.faults import Place
from tests.harness.holding import DATABASES, INVARIANTS, MODES, Case, Ground, Wrong, ground
from tests.harness.killed import killed, undisturbed, wrong
from tests.harness.scenes import SCENES
from tests.postgresql import schema

Fields = dict[str, str | list[str]]
"""What the page says, by the places for it."""
SECONDS = 10
"""Within which the program has to end."""
FOUND = Path(__file__).parents[2] / ".soak"
PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
TEXT = Path(__file__).with_name("reliability.md")
OUTAGES: dict[str, dict[Place, tuple[str, ...]]] = {
    "sqlite": {
        "call": ("reset", "reset after", "hang", "401", "500"),
        "statement": ("locked", "read-only", "disk full"),
    },
    "postgresql": {"call": ("refused",), "statement": ("25006", "57P01", "lost")},
}
"""What a day's outages are."""


@dataclass
class Tally:
    """What was run, by row of a table: how often, and how often which invariant did not hold."""

    runs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    broken: Counter[tuple[str, ...]] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def notes(self, row: tuple[str, ...], what: object, found: Sequence[Wrong]) -> None:
        self.runs[row] += 1
        for invariant in {one.invariant for one in found}:
            self.broken[*row, invariant] += 1
        for one in found:
            self.told.append(f"{what}: {one.invariant}: {one.how[:300]}")
            print(self.told[-1], flush=True)  # noqa: T201 # seen while it runs

    def rows(self) -> Iterator[str]:
        for row, runs in sorted(self.runs.items()):
            held = " | ".join(str(self.broken[*row, one] or "✓") for one in INVARIANTS)
            yield f"| {' | '.join(row)} | {runs:,} | {held} |"


_grounds: dict[str, Ground] = {}
_open = ExitStack()


def _begin(known: dict[str, Any]) -> None:
    folder = Path(_open.enter_context(tempfile.TemporaryDirectory()))
    for name in DATABASES:
        _grounds[name] = _open.enter_context(ground(name, folder))
        _grounds[name].known.update(known[name])


def _lived(name: str, case: Case) -> list[Wrong]:
    on = _grounds[name]
    return on.day(case.mode, case.place, case.kind) if case.scene == "day" else on.wrong(case)


def _all(on: Ground, stride: int) -> list[tuple[str, Case]]:
    """Every fault there is on a database, or one in so many of them, in an order of chance."""
    found = [(on.name, case) for scene, mode in product(SCENES, MODES) for case in on.cases(scene, mode)]
    random.Random(stride).shuffle(found)
    return found[::stride]


def faults(minutes: float, stride: int) -> tuple[Tally, int]:
    """Live with the faults, as many as there is time for; returns how many there are besides."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        on = [stack.enter_context(ground(name, Path(folder))) for name in DATABASES]
        of_each = [_all(one, stride) for one in on]
    mixed = [case for of_one in of_each for case in of_one]
    random.Random(0).shuffle(mixed)
    days = [
        (name, Case("day", mode, place, kind, 0))
        for name, places in OUTAGES.items()
        for place, of_kind in places.items()
        for kind in of_kind
        for mode in MODES
    ]
    every = len(mixed) * stride
    for place, day in enumerate(days):  # they take long: now and then one
        mixed.insert(place * 40, day)
    return _run(mixed, minutes, {one.name: one.known for one in on}), every


def _run(cases: list[tuple[str, Case]], minutes: float, known: dict[str, Any]) -> Tally:
    tally, until, waiting = Tally(), time.monotonic() + minutes * 60, iter(cases)
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(known,)) as pool:
        while time.monotonic() < until:
            some = [case for case, _ in zip(waiting, range(workers * 8), strict=False)]
            if not some:
                break
            for (name, case), found in zip(some, pool.map(_lived, *zip(*some, strict=True)), strict=True):
                row = ("a day of outages" if case.scene == "day" else case.place, name, case.kind)
                tally.notes(row, (name, case), found)
    return tally


def kills(times: int) -> Tally:
    """Kill the real program so often in each mode, on each database."""
    tally, answers = Tally(), max(8, times // 2)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        calm = undisturbed(Path(folder), answers)
        for name, mode in product(DATABASES, MODES):
            place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            address = stack.enter_context(schema()) if name == "postgresql" else f"sqlite:///{place / 'kpibot.db'}"
            seed = f"{name}/{mode}/{time.time()}"
            lived = killed(place, address, seed, webhook=mode == "webhook", answers=answers, kills=times)
            tally.notes(
                (f"kill -9, {times} times", name, mode), seed, [Wrong("records", one) for one in wrong(lived, calm)]
            )
    return tally


def ends(times: int, pythons: Sequence[str]) -> Iterator[str]:
    """Have the real program end so often on each Python; the slowest of each way."""
    for python in pythons:
        version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
        done = subprocess.run(
            [python, "-m", "tests.harness.ending", str(times)], capture_output=True, text=True, check=True
        )
        took = json.loads(done.stdout)
        for mode, trouble in sorted({(mode, trouble) for mode, trouble, _ in took}):
            seconds = [one for *way, one in took if way == [mode, trouble]]
            yield f"| {version} | {mode} | {trouble} | {len(seconds)} | {max(seconds):.1f} |"


def _machine() -> str:
    with Path("/proc/meminfo").open(encoding="ascii") as file:
        memory = int(file.readline().split()[1]) // 1_000_000
    busy = os.getloadavg()[2]
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory} GB, Python "
        f"{platform.python_version()}, with a load of {busy:.0f} at the end"
    )


def _faults(asked: argparse.Namespace) -> Fields:
    tally, every = faults(asked.minutes, asked.stride)
    lived = sum(runs for (place, *_), runs in tally.runs.items() if place != "a day of outages")
    return {"faults": list(tally.rows()), "told": tally.told, "lived": f"{lived:,}", "every": f"{every:,}"}


def _kills(asked: argparse.Namespace) -> Fields:
    tally = kills(asked.kills)
    return {"kills": list(tally.rows()), "told": tally.told}


def _ends(asked: argparse.Namespace) -> Fields:
    rows = list(ends(asked.ends, [sys.executable, *asked.python]))
    return {"ends": rows, "told": [row for row in rows if float(row.split("|")[-2]) > SECONDS]}


PARTS: dict[str, Callable[[argparse.Namespace], Fields]] = {"faults": _faults, "kills": _kills, "ends": _ends}


def _page() -> None:
    """Write the page of what each part found when it was run last."""
    parts = {name: json.loads((FOUND / f"{name}.json").read_text(encoding="utf-8")) for name in PARTS}
    said, told = TEXT.read_text(encoding="utf-8"), [one for found in parts.values() for one in found.pop("told")]
    runs = [f"- {name}: {found.pop('when')}, `{found.pop('command')}`" for name, found in parts.items()]
    fields: Fields = {name: value for found in parts.values() for name, value in found.items()} | {
        "invariants": [f"- **{name}**: {meaning};" for name, meaning in INVARIANTS.items()],
        "heads": " | ".join(INVARIANTS),
        "rules": "|".join("---" for _ in INVARIANTS),
        "runs": runs,
        "machine": _machine(),
        "told": [f"- {one}" for one in told] or "Nothing.",
    }
    for name, value in fields.items():
        said = said.replace(f"{{{name}}}", value if isinstance(value, str) else "\n".join(value))
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(said, encoding="utf-8")


def main() -> None:
    """Run the parts that are asked for, or all, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all without")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="for the faults; all of them without")
    parser.add_argument("--stride", type=int, default=1, help="one in so many of the faults")
    parser.add_argument("--kills", type=int, default=100, help="of each mode on each database")
    parser.add_argument("--ends", type=int, default=200, help="on each Python")
    parser.add_argument("--python", action="append", default=[], help="another Python with what the tests need")
    asked = parser.parse_args()
    FOUND.mkdir(exist_ok=True)
    for name in asked.parts or PARTS:
        found = PARTS[name](asked) | {
            "when": datetime.now(UTC).date().isoformat(),
            "command": " ".join(["python -m tests.harness.soak", *sys.argv[1:]]),
        }
        (FOUND / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    if all((FOUND / f"{name}.json").exists() for name in PARTS):
        _page()


if __name__ == "__main__":
    main()
