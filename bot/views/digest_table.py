"""A digest with its rows, as a spreadsheet and as JSON."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.views.sheet import write_tables
from bot.views.tables import Cell, Share, Table, standard_words, unit_words
from bot.views.wording import organisation
from kpi.digest import Digest, Oddity, Reported
from kpi.plan import Indicator, Standard
from locales.text import Lines, Text, text
from locales.words import Words


def write(shown: Digest, reports: Iterable[Reported], words: Words, file: Path | BytesIO) -> None:
    """Write the digest and the reports it counts to an .xlsx file. Raises as sheet.write does."""
    title = words.say(
        text("digest.picture", organisation=organisation(shown.organisation), rhythm=text(f"digest.{shown.rhythm}"))
    )
    days = f"{shown.span.first.isoformat()} – {shown.span.last.isoformat()}"
    write_tables((title, days), (*_tables(shown, words), _reports(reports, words)), words, file, streamed=True)


def digest_json(shown: Digest) -> dict[str, Any]:
    """The digest for programs; days in ISO 8601."""
    document = asdict(shown)
    document["span"] = {"first": shown.span.first.isoformat(), "last": shown.span.last.isoformat()}
    document["plans"] = dict(shown.plans)
    total = asdict(shown.total)
    del total["department"]
    return document | {"total": total}


def _tables(shown: Digest, words: Words) -> list[Table]:
    return [
        Table("overview", (("measure", 38), ("amount", 12), ("names", 60)), tuple(_overview(shown, words))),
        Table(
            "reporting",
            (("department", 28), ("due", 10), ("in_time", 12), ("late", 10), ("missing", 12), ("pending", 12)),
            tuple(
                (one.department, one.due, one.in_time, one.late, one.missing, one.pending) for one in shown.reporting
            ),
        ),
        Table(
            "missing",
            (("person", 20), ("department", 28), ("post", 28), ("missing", 12)),
            tuple((one.person, one.department, one.post, one.reports) for one in shown.missing),
        ),
        Table(
            "unplanned",
            (("person", 20), ("department", 40)),
            tuple((one.person, words.value(one.departments) if one.departments else "") for one in shown.unplanned),
        ),
        Table("results", (("measure", 34), ("amount", 12), ("share", 12)), tuple(_results(shown, words))),
        Table(
            "movers",
            (("person", 20), ("post", 28), ("indicator", 30), ("before", 14), ("after", 14)),
            tuple((one.person, one.post, one.indicator, _score(one.before), _score(one.after)) for one in shown.movers),
        ),
        Table(
            "health",
            (("sign", 34), ("post", 28), ("indicator", 30), ("times", 12)),
            tuple((_sign(one, words), one.post, one.indicator, one.times) for one in shown.oddities),
        ),
        Table(
            "waiting",
            (("number", 10), ("post", 28), ("manager", 20), ("days", 12)),
            tuple((one.plan_id, one.post, one.manager, one.days) for one in shown.waiting),
        ),
    ]


def _reports(reports: Iterable[Reported], words: Words) -> Table:
    columns = (
        *(("department", 20), ("post", 20), ("person", 14), ("reporter", 14), ("indicator", 24)),
        *(
            ("first", 12),
            ("last", 12),
            ("due_on", 12),
            ("punctuality", 12),
            ("reported_at", 18),
            ("value", 16),
            ("unit", 10),
        ),
        *(("basic", 22), ("outstanding", 22), ("basic_met", 12), ("outstanding_reached", 12)),
        *(("confirmed", 14), ("corrective_note", 12)),
    )
    standard, unit = cache(lambda one: standard_words(one, words)), cache(lambda one: unit_words(one, words))
    said = cache(lambda name: words.say(Text(name)))
    return Table("reports", columns, (tuple(_report(one, words, standard, unit, said)) for one in reports))


def _report(
    one: Reported,
    words: Words,
    standard: Callable[[Standard | None], str],
    unit: Callable[[Indicator], str],
    said: Callable[[str], str],
) -> Iterator[Cell]:
    yield from (one.department, one.post, one.person, one.reporter, one.indicator.name)
    yield from (one.span.first, one.span.last, one.due_on, said(f"digest.bar.{one.punctuality}"))
    yield one.reported_at or ""
    yield words.value(Lines(one.observed)) if one.value is None else one.value
    yield unit(one.indicator)
    yield from (standard(one.indicator.basic), standard(one.indicator.outstanding))
    for reached in (one.met, one.excelled):
        yield "" if reached is None else said("views.yes" if reached else "views.no")
    yield said(f"progress.{one.state}") if one.state else ""
    yield one.note_id or ""


def _overview(shown: Digest, words: Words) -> list[tuple[Cell, ...]]:
    """What is counted of plans and disputes; departments and posts by name."""
    plans = [(text("digest.measure.plans", status=Text(f"views.status.{status}")), n) for status, n in shown.plans]
    counted = [
        *plans,
        (Text("digest.measure.disputes"), shown.disputes),
        (Text("digest.measure.leaving"), len(shown.leaving)),
    ]
    named = (shown.without_plan, shown.doubtful, shown.ending)
    without, doubtful, ending = (words.value(names) if names else "" for names in named)
    return [
        *((words.say(measure), number, "") for measure, number in counted),
        (words.say(Text("digest.measure.doubts")), shown.doubts, doubtful),
        (words.say(Text("digest.measure.without_plan")), len(shown.without_plan), without),
        (words.say(Text("digest.measure.ending")), len(shown.ending), ending),
        (words.say(Text("digest.measure.unplanned")), len(shown.unplanned), ""),
    ]


def _results(shown: Digest, words: Words) -> list[tuple[Cell, ...]]:
    results = shown.results
    return [
        (words.say(Text(f"digest.bar.{id}")), number, _share(number, of))
        for id, number, of in (
            ("reports", results.reports, results.reports),
            ("met", results.met, results.reports),
            ("excelled", results.excelled, results.with_outstanding),
        )
    ]


def _share(part: int, whole: int) -> Cell:
    return Share(Decimal(part) * 100 / whole) if whole else ""


def _sign(one: Oddity, words: Words) -> str:
    return words.say(text(f"digest.sign.{one.sign}", months=Decimal(one.months or 0)))


def _score(reached: float) -> Cell:
    """What a mover reached, in percent of basic, and beyond it of the way to outstanding."""
    return Share(Decimal(str(round(reached * 100, 1))))
