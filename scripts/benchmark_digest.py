"""Measure a digest of a large organisation on SQLite: 10,000 employees with 8 indicators and 12 periods each.

Usage: .venv/bin/python scripts/benchmark_digest.py [EMPLOYEES]

Exits with 1 where a digest took longer or more memory than it may.
"""

import datetime as dt
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from decimal import Decimal
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, insert

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.digest import digest_of, reports_of
from bot.views.digest_table import write
from dialogs.due_dates import due_dates
from dialogs.working_days import WorkingDays
from kpi.digest import Digest, Extent, Rhythm
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Standard, Tracking, When
from kpi.values import Comparator
from locales.words import words
from storage import migrate, people, tables
from storage.database import Database
from storage.values import plan_to_json

EMPLOYEES = 10_000
INDICATORS, PERIODS, HOLDERS = 8, 12, 10
"""Indicators and months of each employee; employees who share the plan of a post."""
SECONDS, MEGABYTES = 5, 500
"""What a digest may take, without its sheet."""
BEGAN = dt.datetime(2025, 12, 31, 12, tzinfo=dt.UTC)
NOW = dt.datetime(2027, 1, 2, tzinfo=dt.UTC)
MONTHLY = When("monthly", rrule="FREQ=MONTHLY;BYMONTHDAY=-1")


def main() -> None:
    """Fill a database, then time the digests of a month and a quarter with their sheets, each in the same run."""
    employees = int(sys.argv[1]) if len(sys.argv) > 1 else EMPLOYEES
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/kpi.db"
        database = Database(url)
        migrate.upgrade(database)
        began = time.perf_counter()
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:  # so that its memory is not this one's
            due = pool.submit(fill, url, employees).result()
        print(f"{employees:,} employees, {due:,} reports due, filled in {time.perf_counter() - began:.0f} s")
        before, over = peak(), False
        for rhythm in (Rhythm.MONTHLY, Rhythm.QUARTERLY):
            began = time.perf_counter()
            with database.reading() as c:
                shown = digest_of(c, 1, rhythm, NOW)
                took = time.perf_counter() - began
                print(f"{rhythm}: {shown.total.due:,} due, {took:.2f} s, peak {peak():.0f} MB ({before:.0f} MB before)")
                over = over or took > SECONDS or peak() > MEGABYTES
                write_sheet(c, shown)
        database.close()
    if over:
        sys.exit(f"a digest may take {SECONDS} s and {MEGABYTES} MB")


def write_sheet(c: Connection, shown: Digest) -> None:
    """Time the sheet with every report."""
    began, file = time.perf_counter(), BytesIO()
    extent = Extent(1, (), NOW)
    write(shown, reports_of(c, extent, shown.rhythm, shown.span), words("zh_Hans"), file)
    took, size = time.perf_counter() - began, len(file.getvalue()) / 1e6
    print(f"  its sheet: {took:.0f} s, {size:.0f} MB, peak {peak():.0f} MB")


def peak() -> float:
    """The most memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fill(url: str, employees: int) -> int:
    """An organisation whose plans were approved a year ago; returns how many reports were due."""
    with closing(Database(url)) as database, database.transaction() as c:
        people.find_or_make_organisation(c, "Large", BEGAN)
        c.execute(insert(tables.person), [_person(number) for number in range(1, employees + 1)])
        c.execute(insert(tables.role), [{"person_id": id, "role": "employee"} for id in range(1, employees + 1)])
        posts = range(1, employees // HOLDERS + 1)
        run = {"interview": "post", "version": 1, "header": {}, "status": "done", "parked": False, "revision": 1}
        times = {"created": BEGAN, "updated": BEGAN}
        c.execute(insert(tables.run), [{"id": post, "person_id": post, **run, **times} for post in posts])
        c.execute(
            insert(tables.plan), [{"id": post, "person_id": post, "run_id": post, "created": BEGAN} for post in posts]
        )
        version = {"version": 1, "status": "approved", "audit": [], "created": BEGAN, "submitted_at": BEGAN}
        c.execute(
            insert(tables.plan_version),
            [{"plan_id": post, "content": plan_to_json(plan(post)), **version} for post in posts],
        )
        approval = {"version": 1, "person_id": 1, "decision": "approved", "remarks": [], "at": BEGAN}
        c.execute(insert(tables.decision), [{"plan_id": post, **approval} for post in posts])
        holders = [_holder(number) for number in range(1, employees + 1) if number % 100]  # every hundredth gave it up
        c.execute(insert(tables.holder), holders)
        rows = list(dues(employees))
        for start in range(0, len(rows), 50_000):
            c.execute(insert(tables.due), rows[start : start + 50_000])
        reported = [one for one in rows if one["reported_at"]]  # every tenth is missing
        for start in range(0, len(reported), 50_000):
            c.execute(insert(tables.report), [_report(one) for one in reported[start : start + 50_000]])
            c.execute(insert(tables.confirmation), [_confirmation(one) for one in reported[start : start + 50_000]])
    return len(rows)


def plan(post: int) -> Plan:
    """The plan of a post in one of fifty departments."""
    indicators = tuple(
        Indicator(
            id=number,
            dimension=Dimension.QUALITY,
            name=f"Indicator {number}",
            numeric=True,
            weight=Decimal("12.5"),
            direction=Direction.MORE,
            basic=Standard("at least 90%", Comparator.AT_LEAST, Decimal(90), unit="%"),
            outstanding=Standard("at least 98%", Comparator.AT_LEAST, Decimal(98), unit="%"),
            tracking=Tracking("ERP", "all", MONTHLY, "the holder", "the manager"),
        )
        for number in range(1, INDICATORS + 1)
    )
    output = Output(1, "Reports", (1,), Decimal(100), indicators=indicators)
    customers = (Customer(1, "The board", CustomerKind.SUPERIOR),)
    return Plan(f"Post {post}", f"Department {post % 50}", None, "sales", Period("2026"), customers, (output,))


def dues(employees: int) -> Iterator[dict[str, Any]]:
    """What is due of every indicator in every month."""
    dates = due_dates(MONTHLY, dt.date(2026, 1, 1), dt.date(2026, 12, 31), WorkingDays())[:PERIODS]
    number = 0
    for employee in range(1, employees + 1):
        for indicator in range(1, INDICATORS + 1):
            for date in dates:
                number += 1
                yield {
                    "id": number,
                    "plan_id": (employee - 1) // HOLDERS + 1,
                    "indicator_id": indicator,
                    "person_id": employee,
                    "reporter_id": employee,
                    "first": date.first,
                    "last": date.last,
                    "due_on": date.due_on,
                    "late_from": _late_from(date.due_on),
                    "closes": dt.datetime.combine(date.closes_on, dt.time(), dt.UTC),
                    "reminders": 0,
                    **_outcome(number, date.due_on),
                }


def _person(number: int) -> dict[str, Any]:
    return {"id": number, "organisation_id": 1, "name": f"Employee {number}", "created": BEGAN, "muted": False}


def _holder(number: int) -> dict[str, Any]:
    return {"plan_id": (number - 1) // HOLDERS + 1, "person_id": number, "since": BEGAN}


def _outcome(number: int, due_on: dt.date) -> dict[str, Any]:
    if number % 10 == 0:
        return {"reported_at": None, "met": None, "excelled": None, "attained": None}
    value = _value(number)
    return {
        "reported_at": _late_from(due_on) + dt.timedelta(hours=number % 24 - 12),
        "met": value >= 90,
        "excelled": value >= 98,
        "attained": value / 90 if value < 90 else 1 + min((value - 90) / 8, 1),
    }


def _value(number: int) -> int:
    return 80 + number * 7 % 21


def _late_from(due_on: dt.date) -> dt.datetime:
    return dt.datetime.combine(due_on + dt.timedelta(days=1), dt.time(), dt.UTC)


def _report(one: dict[str, Any]) -> dict[str, Any]:
    about = {"id": one["id"], "due_id": one["id"], "version": 1, "person_id": one["person_id"]}
    return about | {"value": str(_value(one["id"])), "at": one["reported_at"]}


def _confirmation(one: dict[str, Any]) -> dict[str, Any]:
    verdict = "disputed" if one["id"] % 49 == 1 else "confirmed"
    return {"report_id": one["id"], "verdict": verdict, "at": one["late_from"] + dt.timedelta(days=5)}


if __name__ == "__main__":
    main()
