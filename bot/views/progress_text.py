"""The tracking table in a chat: where each indicator stands, and the scores."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from bot.views.wording import whole_percent
from dialogs.standing import amount, bar, verdict
from kpi.period import Span
from kpi.progress import Progress, Row, Scored
from locales.text import Lines, Text, Value, text


def progress_text(shown: Progress) -> Text:
    """Holder by holder: the newest figure of each indicator with its bar, what is missing, the score."""
    lines = [
        line
        for holder, rows in groupby(shown.rows, lambda row: row.holder)
        for line in _holder(holder, list(rows), shown)
    ]
    return text("progress.table", post=shown.title, lines=Lines(tuple(lines)) if lines else text("progress.empty"))


def _holder(holder: str, rows: list[Row], shown: Progress) -> Iterator[Text]:
    yield text("progress.holder", holder=holder)
    for _, group in groupby(rows, lambda row: row.indicator.id):
        yield _line(list(group))
    for one in shown.scores:
        if one.holder == holder:
            yield score_line(one)
            yield from mixed_lines(one)


def _line(rows: list[Row]) -> Text:
    """The newest report of an indicator, and how many are missing."""
    reported = [row for row in rows if row.reported_at]
    missing = sum(row.missing for row in rows)
    name = rows[0].indicator.name
    if not reported:
        pending = text("progress.line.pending", name=name)
        return text("progress.line.missing", name=name, missing=Decimal(missing)) if missing else pending
    newest = reported[-1]
    attained = newest.attainment
    assert attained is not None  # noqa: S101 - it was reported
    figure: Value = (
        amount(newest.indicator, newest.value)
        if newest.value is not None
        else newest.observed or text("judgement.nothing")
    )
    line = text("progress.line", name=name, figure=figure, bar=bar(attained), verdict=verdict(attained))
    state, days = text(f"progress.{newest.state}"), Span(newest.first, newest.last)
    line = text("progress.line.state", line=line, days=days, state=state)
    return text("progress.line.some_missing", line=line, missing=Decimal(missing)) if missing else line


def score_line(scored: Scored) -> Text:
    """Both results, and how much of the weights was not reported: missing, not nought."""
    score = scored.score
    if score.basic is None:
        return text("progress.score.none")
    line = text("progress.score", basic=whole_percent(score.basic), outstanding=_way(score.outstanding))
    return text("progress.score.missing", line=line, missing=whole_percent(score.missing)) if score.missing else line


def mixed_lines(scored: Scored) -> Iterator[Text]:
    """The person's result, where the department counts in it."""
    department, result = scored.department, scored.result
    if department and department.score.basic is not None and result.basic is not None:
        yield text(
            "progress.mixed",
            department=whole_percent(department.score.basic),
            share=whole_percent(scored.share / 100),
            basic=whole_percent(result.basic),
            outstanding=_way(result.outstanding),
        )


def _way(outstanding: Decimal | None) -> Text:
    """The way to outstanding; nothing where there are no such standards."""
    return text("progress.no_standard") if outstanding is None else whole_percent(outstanding)
