"""The keys of the post interview's questions: stable, never positions (design.md, "The engine")."""

from collections.abc import Iterable

from kpi.plan import Plan

OF_AN_OUTPUT = ("serves", "dimensions", "indicator_weights")
"""What is asked about an output, below its scope; its dimensions open what is asked about each of them."""
NUMBER = {"direction", "basic", "room", "outstanding"}
JUDGEMENT = {"judge", "looks_like", "factors", "raters"}
STANDARDS = ("basic", "room", "outstanding")
"""What sets an indicator's standards, by number or by judgement."""
TRACKING = {"data", "sample", "when", "collector", "receiver"}


def number(scope: str) -> str:
    """The scope of what is asked about an indicator with a number."""
    return f"{scope}/number"


def judgement(scope: str) -> str:
    """The scope of what is asked about an indicator that somebody judges."""
    return f"{scope}/judgement"


def tracking(scope: str) -> str:
    """The scope of what is asked about an indicator whose tracking is set on its own."""
    return f"{scope}/tracking"


def of_set(name: str, ids: Iterable[object]) -> str:
    """The key of a question about a whole set: another set is another question, the same set finds its answer again."""
    return f"{name}/{'.'.join(str(id_) for id_ in ids)}"


def mended_at(mends: str, plan: Plan, tracked_singly: frozenset[int]) -> str:
    """The key of the question to which the audit's `mends` ("indicator/5/basic") points in this interview."""
    family, _, rest = mends.partition("/")
    id_, _, name = rest.partition("/")
    if family != "indicator":
        return mends
    if name in TRACKING:
        return f"{tracking(f'indicator/{id_}')}/{name}" if int(id_) in tracked_singly else "tracking"
    if name == "name":
        return next(
            f"output/{output.id}/{indicator.dimension}/measure"
            for output in plan.outputs
            for indicator in output.indicators
            if indicator.id == int(id_)
        )
    numeric = next(indicator.numeric for indicator in plan.indicators if indicator.id == int(id_))
    if name in NUMBER | JUDGEMENT:
        return f"{number(f'indicator/{id_}') if numeric else judgement(f'indicator/{id_}')}/{name}"
    return mends
