"""A digest in a chat: short enough to be read on a telephone."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.views.wording import organisation, whole_percent
from kpi.digest import Digest, next_month
from kpi.plan import When
from locales.text import Lines, Text, Value, text

MOVED = 3
"""Of movers that are named; the sheet has all."""
DEPARTMENTS = 10
"""Of departments that are listed, those that owe most; the sheet has all."""
NAMED = 5
"""Of people and indicators that are named; the sheet has all."""


def digest_text(shown: Digest) -> Text:
    """The digest: what it is of, then a line or two on each head."""
    return text(
        "digest.text",
        organisation=organisation(shown.organisation),
        rhythm=text(f"digest.{shown.rhythm}"),
        first=When("", shown.span.first.isoformat()),
        last=When("", shown.span.last.isoformat()),
        lines=Lines((*_coverage(shown), *_reporting(shown), *_results(shown), *_health(shown), *_waiting(shown))),
    )


def _coverage(shown: Digest) -> Iterator[Text]:
    plans: tuple[Value, ...] = tuple(
        text(f"digest.plans.{status}", number=Decimal(number)) for status, number in shown.plans if number
    )
    if plans:
        yield text("digest.plans", plans=plans)
    if shown.without_plan:
        yield text("digest.without_plan", departments=_named(shown.without_plan))
    if shown.ending:
        last = When("", next_month(shown.span).last.isoformat())
        yield text("digest.ending", last=last, posts=_named(shown.ending))
    if shown.unplanned:
        yield text("digest.unplanned", number=Decimal(len(shown.unplanned)))


def _reporting(shown: Digest) -> Iterator[Text]:
    total = shown.total
    if total.pending:
        yield text("digest.pending", n=total.pending)
    if not total.due:
        if not total.pending:
            yield text("digest.nothing_due")
        return
    yield text(
        "digest.reporting",
        due=Decimal(total.due),
        in_time=percent(total.in_time, total.due),
        late=Decimal(total.late),
        missing=Decimal(total.missing),
    )
    if len(shown.reporting) > 1:
        owing = sorted((one for one in shown.reporting if one.due), key=lambda one: -one.missing)
        for one in owing[:DEPARTMENTS]:
            share = percent(one.due - one.missing, one.due)
            yield text("digest.department", department=one.department, share=share, missing=Decimal(one.missing))
        if len(owing) > DEPARTMENTS:
            yield text("digest.departments.more", n=len(owing) - DEPARTMENTS)
    if shown.missing:
        names = dict.fromkeys(one.person for one in shown.missing)
        yield text("digest.missing", people=_named(tuple(names)))


def _results(shown: Digest) -> Iterator[Text]:
    results = shown.results
    if results.reports:
        yield text(
            "digest.results",
            met=percent(results.met, results.reports),
            excelled=percent(results.excelled, results.with_outstanding)
            if results.with_outstanding
            else text("progress.no_standard"),
        )
    for one in shown.movers[:MOVED]:
        way = "better" if one.after > one.before else "worse"
        yield text(f"digest.mover.{way}", person=one.person, indicator=one.indicator)


def _health(shown: Digest) -> Iterator[Text]:
    for one in shown.oddities[:NAMED]:
        times, months = Decimal(one.times), Decimal(one.months or 0)
        yield text(f"digest.{one.sign}", indicator=one.indicator, post=one.post, times=times, months=months)
    if shown.disputes:
        yield text("digest.disputes", number=Decimal(shown.disputes))
    if shown.doubts:
        posts = _named(shown.doubtful) if shown.doubtful else None
        yield text("digest.doubts.posts" if posts else "digest.doubts", number=Decimal(shown.doubts), posts=posts)


def _waiting(shown: Digest) -> Iterator[Text]:
    if shown.waiting:
        yield text("digest.waiting", number=Decimal(len(shown.waiting)), n=shown.waiting[0].days)
    if shown.leaving:
        yield text("digest.leaving", number=Decimal(len(shown.leaving)))


def percent(part: int, whole: int) -> Text:
    """A share of something in whole percent."""
    return whole_percent(Decimal(part) / whole)


def _named(names: Sequence[str]) -> Value:
    """The first names, and how many more there are."""
    if len(names) <= NAMED:
        return tuple(names)
    return text("digest.more", names=tuple(names[:NAMED]), number=Decimal(len(names) - NAMED))
