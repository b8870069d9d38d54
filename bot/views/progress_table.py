"""The tracking table 绩效表现追踪表 as a spreadsheet and as JSON."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.views.sheet import write_tables
from bot.views.tables import Cell, Share, Table, standard_words
from bot.views.wording import said
from dialogs.standing import verdict
from kpi.progress import Progress, Row, Scored
from kpi.scores import Score
from locales.text import Lines, Text
from locales.words import Words


def write(shown: Progress, words: Words, file: Path | BytesIO) -> None:
    """Write the table and its scores to an .xlsx file. Raises as sheet.write does."""
    heading = said(words, ("progress", "post", shown.post), ("department", "department", shown.department))
    write_tables(heading, (_rows(shown, words), _scores(shown)), words, file)


def progress_json(shown: Progress) -> dict[str, Any]:
    """The table for programs: every row with its standing, the scores with what is missing."""
    return {
        "plan": shown.plan_id,
        "post": shown.post,
        "department": shown.department,
        "rows": [_row_json(row) for row in shown.rows],
        "scores": [_scored_json(one) for one in shown.scores],
    }


def _scored_json(one: Scored) -> dict[str, Any]:
    department = score_json(one.department) if one.department else None
    mixed = {"department": department, "share": _number(one.share), "result": score_json(one.result)}
    return {"holder": one.holder} | score_json(one.score) | mixed


def score_json(score: Score) -> dict[str, Any]:
    """A score for programs, in shares of one."""
    return {"basic": _number(score.basic), "outstanding": _number(score.outstanding), "missing": _number(score.missing)}


def _rows(shown: Progress, words: Words) -> Table:
    columns = (
        ("holder", 14),
        ("indicator", 26),
        ("due_on", 14),
        ("value", 22),
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
        row.due_on.isoformat(),
        _figure(row, words),
        standard_words(row.indicator.basic, words),
        standard_words(row.indicator.outstanding, words),
        words.say(verdict(attained) if attained else Text("met.missing")),
        row.reporter or "",
        f"{row.reported_at:%Y-%m-%d %H:%M}" if row.reported_at else "",
        words.say(Text(f"progress.{_state(row)}")),
        row.note or "",
    ]


def _figure(row: Row, words: Words) -> Cell:
    if row.value is not None:
        return row.value
    return words.value(Lines(row.observed)) if row.observed else ""


def _state(row: Row) -> str:
    if row.reported_at is None:
        return "missing"
    if row.by_silence:
        return "silence"
    return row.verdict or "waiting"


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
        "value": _number(row.value),
        "observed": None if row.observed is None else list(row.observed),
        "basic": None if attained is None else _number(attained.basic),
        "outstanding": None if attained is None else _number(attained.outstanding),
        "met": None if attained is None else attained.met,
        "excelled": None if attained is None else attained.excelled,
        "reporter": row.reporter,
        "reported_at": row.reported_at.isoformat() if row.reported_at else None,
        "state": _state(row),
        "note": row.note,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
