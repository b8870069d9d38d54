"""Whom a plan names: who holds the post, and who collects, receives and judges what."""

from collections.abc import Iterator

from kpi.plan import Plan


def naming(plan: Plan) -> dict[str, frozenset[str]]:
    """The names that a plan gives, in their order, each with what for ("receiver", "judge")."""
    found: dict[str, frozenset[str]] = {}
    for part, name in _parts(plan):
        if name and name.strip():
            found[name] = found.get(name, frozenset()) | {part}
    return found


def _parts(plan: Plan) -> Iterator[tuple[str, str | None]]:
    yield "holder", plan.holder
    for one in plan.indicators:
        yield "receiver", one.tracking.receiver
        yield "judge", one.judge
        yield "second_rater", one.second_rater
        yield "collector", one.tracking.collector
