"""All that was reported of an indicator, and how a score comes about, in a chat: to be worked out again by hand."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from bot.views.progress_text import mixed_lines
from bot.views.wording import rounded_percent, whole_percent
from dialogs.evidence import titled
from dialogs.standing import amount
from kpi.explanation import SIDES, Account, Explanation, Side
from kpi.plan import Indicator
from kpi.progress import Row, Scored, Version, by_standards
from locales.text import Lines, Text, Value, text

DAYS = 12
"""Due dates beside the account of an indicator, the newest ones; its own message has more."""
REPORTED = 30
"""Due dates in the message of an indicator, the newest ones; the sheet has them all."""


def score_text(post: str, it: Explanation) -> Text:
    """A holder's score: the account of each indicator, both sums, what is missing, the department's share."""
    lines = [_account(one) for one in it.accounts]
    lines += [_sum(it, side) for side in SIDES]
    if it.missing:
        names = [text("history.missing.day", name=row.indicator.name, day=_day(row)) for row in it.missing]
        lines.append(text("history.missing", share=whole_percent(it.scored.score.missing), days=_newest(names)))
    lines += [*mixed_lines(it.scored), *_department(it.scored)]
    return text("history.score", post=post, holder=it.scored.holder, lines=Lines(tuple(lines)))


def _department(scored: Scored) -> Iterator[Text]:
    """What the department's score is the mean of, as far as the reader may see it."""
    department = scored.department
    if department is None or department.score.basic is None:
        return
    basic, outstanding = _percent(department.score.basic), _percent(department.score.outstanding)
    yield text("history.department", n=department.number, basic=basic, outstanding=outstanding)
    for one in department.peers:
        basic, outstanding = _percent(one.score.basic), _percent(one.score.outstanding)
        line = text("history.peer", post=one.post, holder=one.holder, basic=basic, outstanding=outstanding)
        missing = one.score.missing
        yield text("history.peer.missing", line=line, missing=whole_percent(missing)) if missing else line
    if len(department.peers) < department.number:
        yield text("history.peers.unseen", n=department.number - len(department.peers))
    if department.without:
        yield text("history.peers.without", n=department.without)


def history_text(holder: str, one: Account, zone: dt.tzinfo) -> Text:
    """An indicator of a holder: every due date with all that was reported for it, by the clock of a zone.

    Where the standards changed, the dates are told below those they are held against.
    """
    shown = one.rows[-REPORTED:]
    lines: list[Text] = []
    if len(one.rows) > len(shown):
        lines.append(text("history.earlier", number=Decimal(len(one.rows) - len(shown))))
    groups = by_standards(shown)
    for group in groups:
        if len(groups) > 1:
            lines.append(text("history.standards.from", day=_day(group[0]), standards=_standards(group[0].indicator)))
        lines += [line for row in group for line in _reported(row, zone)]
    standards = _standards(one.indicator) if len(groups) == 1 else text("history.standards.changed")
    name = one.indicator.name
    return text("history.reports", name=name, holder=holder, standards=standards, lines=Lines(tuple(lines)))


def _standards(indicator: Indicator) -> Text:
    none = Text("progress.no_standard")
    return text("history.standards", basic=indicator.basic or none, outstanding=indicator.outstanding or none)


def _account(one: Account) -> Text:
    """The due dates of an indicator with what was attained, and the points they add up to."""
    if all(row.pending for row in one.rows):
        return text(
            "history.account.pending", name=one.indicator.name, days=_newest([_attained(row) for row in one.rows])
        )
    each = text("history.each.differs") if one.each is None else text("history.each", each=_points(one.each))
    days = [_attained(row) if one.each is not None or row.pending else _weighed(row) for row in one.rows]
    return text(
        "history.account",
        name=one.indicator.name,
        weight=_points(one.weight),
        each=each,
        days=_newest(days),
        **{side: _points(one.sum(side).gained) for side in SIDES},
        **{f"{side}_of": _points(one.sum(side).counted) for side in SIDES},
    )


def _weighed(row: Row) -> Text:
    """What was attained on a day with what the day counts, where not all count the same."""
    return text("history.day.weight", day=_attained(row), weight=_points(row.weight))


def _attained(row: Row) -> Text:
    attained = row.attainment
    if attained is None:
        return text("history.day.missing" if row.missing else "history.day.pending", day=_day(row))
    basic, outstanding = _percent(attained.basic), _percent(attained.outstanding)
    day = text("history.day", day=_day(row), basic=basic, outstanding=outstanding)
    return text("history.day.disputed", day=day) if row.verdict == "disputed" else day


def _sum(it: Explanation, side: Side) -> Text:
    """The points of all indicators over those that count."""
    sums = [total for one in it.accounts if (total := one.sum(side)).counted]
    return text(
        f"history.sum.{side}",
        gained=" + ".join(str(_points(one.gained)) for one in sums) or "0",
        counted=" + ".join(str(_points(one.counted)) for one in sums) or "0",
        share=_percent(it.sum(side).share),
    )


def _reported(row: Row, zone: dt.tzinfo) -> Iterator[Text]:
    yield _attained(row)
    for one in row.versions:
        figure = _figure(row.indicator, one)
        yield text("history.version", figure=figure, reporter=one.reporter, at=_at(one.reported_at, zone))
        if one.note:
            yield text("history.note", note=one.note)
        if one.evidence:
            yield text("history.evidence", titles=tuple(map(titled, one.evidence)))
        yield _concluded(one, zone)


def _concluded(one: Version, zone: dt.tzinfo) -> Text:
    """What the receiver said of a report, or that they said nothing."""
    if one.verdict is None or one.concluded_at is None:
        return text("history.waiting")
    at = _at(one.concluded_at, zone)
    if one.receiver is None:
        return text("history.silence", at=at)
    return text(f"history.{one.verdict}", receiver=one.receiver, at=at, reason=one.reason or "")


def _figure(indicator: Indicator, one: Version) -> Value:
    if one.value is not None:
        return amount(indicator, one.value)
    return one.observed or Text("judgement.nothing")


def _newest(days: list[Text]) -> Value:
    """The newest days, and how many there are before them."""
    if len(days) <= DAYS:
        return tuple(days)
    return text("history.days.earlier", number=Decimal(len(days) - DAYS), days=tuple(days[-DAYS:]))


def _day(row: Row) -> str:
    return row.due_on.isoformat()


def _at(moment: dt.datetime, zone: dt.tzinfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def _points(weight: Decimal) -> Decimal:
    """Points to two places, without noughts at their end."""
    return Decimal(f"{weight.quantize(Decimal('0.01')).normalize():f}")


def _percent(share: Decimal | None) -> Text:
    """A share to a tenth of a percent; a dash where there is none."""
    if share is None:
        return Text("progress.no_standard")
    return rounded_percent(share, Decimal("0.1"))
