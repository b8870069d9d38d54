"""Take in updates of one person, as a program of its own that can be killed at any step.

Usage: worker.py URL FIRST COUNT STAGE; in the last update it kills itself at STAGE.
"""

import os
import sys
from datetime import UTC, datetime
from signal import SIGKILL

from storage import outbox, people, runs, updates
from storage.database import Database

NOW = datetime(2024, 3, 1, tzinfo=UTC)


def take_in(database: Database, number: int, dies: str) -> None:
    def stage(name: str) -> None:
        if name == dies:
            os.kill(os.getpid(), SIGKILL)

    with database.transaction() as c:
        person = people.person_at(c, "terminal", "li", lock=True)
        assert person
        assert updates.accept(c, "terminal", "li", str(number), NOW)
        stage("accepted")
        run = runs.active_run(c, person.id)
        assert run
        entry = runs.Entry(f"customer/{number}/outputs", "answer", ["报表"], "报表", (), "zh_Hans", NOW)
        runs.append(c, run.id, [entry, entry])
        stage("written")
        runs.save_run(c, run.id, status="active", parked=False, focus=None, revision_before=run.revision, now=NOW)
        stage("saved")
        outbox.put(c, "terminal", "li", [{"number": number}], NOW)
        stage("put")
    stage("committed")


def main(url: str, first: str, count: str, dies: str) -> None:
    database = Database(url)
    numbers = range(int(first), int(first) + int(count))
    for number in numbers:
        take_in(database, number, dies if number == numbers[-1] else "never")
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
