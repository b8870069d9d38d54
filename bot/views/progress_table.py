"""The tracking table 绩效表现追踪表 as a spreadsheet and as JSON."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.views.sheet import write_tables
from bot.views.standard_json import standard_json
from bot.views.tables import Cell, Share, Table, standard_words, unit_words
from bot.views.wording import said
from dialogs.evidence import titled
from dialogs.standing import unit_of, verdict
from kpi.explanation import SIDES, Explanation, explained, gained
from kpi.progress import Department, Progress, Row, Scored, Version
from kpi.scores import Score
from locales.text import Lines, Text
from locales.words import Words


def write(shown: Progress, words: Words, file: Path | BytesIO) -> None:
    """Write the table and its scores to an .xlsx file. Raises as sheet.write does."""
    heading = said(words, ("progress", "post", shown.title), ("department", "department", shown.department))
    write_tables(heading, (_rows(shown, words), _scores(shown), _history(shown, words)), words, file)


def progress_json(shown: Progress) -> dict[str, Any]:
    """The table for programs: every row with its standing, the scores with what is missing."""
    return {
        "plan": shown.plan_id,
        "post": shown.post,
        "year": shown.year,
        "department": shown.department,
        "rows": [_row_json(row) for row in shown.rows],
        "scores": [_scored_json(one) | _sums_json(explained(shown, one)) for one in shown.scores],
        "history": [_history_json(row) for row in shown.rows],
    }


def _scored_json(one: Scored) -> dict[str, Any]:
    department = _department_json(one.department) if one.department else None
    mixed = {"department": department, "share": _number(one.share), "result": score_json(one.result)}
    return {"holder": one.holder} | score_json(one.score) | mixed


def _department_json(it: Department) -> dict[str, Any]:
    """The department's score with those it is the mean of, as far as the reader may see them."""
    peers = [{"post": one.post, "holder": one.holder} | score_json(one.score) for one in it.peers]
    return score_json(it.score) | {"number": it.number, "without": it.without, "peers": peers}


def score_json(score: Score) -> dict[str, Any]:
    """A score for programs, in shares of one."""
    return {"basic": _number(score.basic), "outstanding": _number(score.outstanding), "missing": _number(score.missing)}


def _sums_json(it: Explanation) -> dict[str, Any]:
    """The points a score was made of, by both results."""
    sums = {side: it.sum(side) for side in SIDES}
    return {
        "sums": {side: {"gained": _number(one.gained), "counted": _number(one.counted)} for side, one in sums.items()}
    }


def _history_json(row: Row) -> dict[str, Any]:
    """What a due date weighs and adds, and all that was reported for it."""
    return {
        "holder": row.holder,
        "indicator": row.indicator.id,
        "due": row.due_on.isoformat(),
        "weight": _number(row.weight),
        "gained": {side: _number(gained(row, side)) for side in SIDES},
        "versions": [_version_json(one) for one in row.versions],
    }


def _version_json(one: Version) -> dict[str, Any]:
    return {
        "value": _number(one.value),
        "observed": None if one.observed is None else list(one.observed),
        "note": one.note,
        "evidence": [{"kind": file.kind, "name": file.name, "caption": file.caption} for file in one.evidence],
        "reporter": one.reporter,
        "reported_at": one.reported_at.isoformat(),
        "verdict": one.verdict,
        "reason": one.reason,
        "receiver": one.receiver,
        "concluded_at": one.concluded_at.isoformat() if one.concluded_at else None,
    }


def _rows(shown: Progress, words: Words) -> Table:
    columns = (
        ("holder", 14),
        ("indicator", 26),
        ("first", 12),
        ("last", 12),
        ("due_on", 12),
        ("value", 22),
        ("unit", 10),
        ("basic", 24),
        ("outstanding", 24),
        ("met", 16),
        ("reporter", 14),
        ("reported_at", 18),
        ("confirmed", 16),
        ("note", 36),
    )
    return Table("progress", columns, tuple(tuple(_cells(row, words)) for row in shown.rows))


def _cells(row: Row, words: Words) -> list[Cell]:
    attained = row.attainment
    return [
        row.holder,
        row.indicator.name,
        row.first,
        row.last,
        row.due_on,
        _figure(row, words),
        unit_words(row.indicator, words),
        standard_words(row.indicator.basic, words),
        standard_words(row.indicator.outstanding, words),
        words.say(verdict(attained) if attained else Text("met.missing")),
        row.reporter or "",
        f"{row.reported_at:%Y-%m-%d %H:%M}" if row.reported_at else "",
        words.say(Text(f"progress.{row.state}")),
        row.note or "",
    ]


def _figure(row: Row | Version, words: Words) -> Cell:
    if row.value is not None:
        return row.value
    return words.value(Lines(row.observed)) if row.observed else ""


def _history(shown: Progress, words: Words) -> Table:
    """Every report, the newest of a due date with what the date weighs and adds to each result."""
    columns = (
        ("holder", 14),
        ("indicator", 26),
        ("last", 12),
        ("due_on", 12),
        ("value", 22),
        ("unit", 10),
        ("reporter", 14),
        ("reported_at", 18),
        ("note", 30),
        ("evidence", 24),
        ("confirmed", 16),
        ("receiver", 14),
        ("concluded_at", 18),
        ("reason", 30),
        ("points", 10),
        ("points_basic", 14),
        ("points_outstanding", 14),
    )
    rows = (cells for row in shown.rows for cells in _versions(row, words))
    return Table("history", columns, tuple(rows))


def _versions(row: Row, words: Words) -> Iterator[tuple[Cell, ...]]:
    """All reports of a due date; one line without any where it is missing."""
    due: tuple[Cell, ...] = (row.holder, row.indicator.name, row.last, row.due_on)
    points = (row.weight, *(gained(row, side) for side in SIDES))
    counts = tuple("" if one is None else round(one, 2) for one in points)
    if not row.versions:
        yield (*due, "", "", "", "", "", "", words.say(Text(f"progress.{row.state}")), "", "", "", *counts)
    for one in row.versions:
        stands = one is row.versions[-1]
        yield (
            *due,
            _figure(one, words),
            unit_words(row.indicator, words),
            *_version(one, words),
            *(counts if stands else ("", "", "")),
        )


def _version(one: Version, words: Words) -> tuple[Cell, ...]:
    return (
        one.reporter,
        f"{one.reported_at:%Y-%m-%d %H:%M}",
        one.note or "",
        words.value(Lines(tuple(map(titled, one.evidence)))) if one.evidence else "",
        words.say(Text(f"progress.{_said(one)}")),
        one.receiver or "",
        f"{one.concluded_at:%Y-%m-%d %H:%M}" if one.concluded_at else "",
        one.reason or "",
    )


def _said(one: Version) -> str:
    if one.verdict is None:
        return "waiting"
    return one.verdict if one.receiver else "silence"


def _scores(shown: Progress) -> Table:
    columns = (("holder", 20), ("score_basic", 18), ("score_outstanding", 18), ("score_missing", 18))
    return Table("scores", columns, tuple(_score(one) for one in shown.scores))


def _score(one: Scored) -> tuple[Cell, ...]:
    return (one.holder, *(_share(share) for share in (one.score.basic, one.score.outstanding, one.score.missing)))


def _share(share: Decimal | None) -> Cell:
    return "" if share is None else Share(share * 100)


def _row_json(row: Row) -> dict[str, Any]:
    attained = row.attainment
    return {
        "holder": row.holder,
        "indicator": row.indicator.id,
        "name": row.indicator.name,
        "first": row.first.isoformat(),
        "last": row.last.isoformat(),
        "due": row.due_on.isoformat(),
        "unit": unit_of(row.indicator),
        "standards": {
            "basic": standard_json(row.indicator.basic),
            "outstanding": standard_json(row.indicator.outstanding),
        },
        "value": _number(row.value),
        "observed": None if row.observed is None else list(row.observed),
        "basic": None if attained is None else _number(attained.basic),
        "outstanding": None if attained is None else _number(attained.outstanding),
        "met": None if attained is None else attained.met,
        "excelled": None if attained is None else attained.excelled,
        "reporter": row.reporter,
        "reported_at": row.reported_at.isoformat() if row.reported_at else None,
        "state": row.state,
        "note": row.note,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
