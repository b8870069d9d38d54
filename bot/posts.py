"""The plans in force, each read once: what posts, indicators and weights are by now."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection

from kpi.plan import Indicator, Plan
from kpi.scores import weights
from storage import plans
from storage.values import plan_from_json


@dataclass(frozen=True, slots=True)
class Post:
    """A plan in force, and the manager who made it.

    `indicators` and `weights` are those of all approved versions, each by the newest that has it: reports of an
    indicator that was dropped since still say what they were held against.
    """

    plan: Plan
    manager_id: int
    indicators: Mapping[int, Indicator]
    weights: Mapping[int, Decimal]


class Posts:
    """Posts by the ids of their plans, for as long as a transaction lasts."""

    def __init__(self, c: Connection) -> None:
        self._c = c
        self._known: dict[int, Post] = {}

    def __getitem__(self, plan_id: int) -> Post:
        """The post of a plan. Raises LookupError where no version of it was ever approved."""
        if plan_id not in self._known:
            self._known[plan_id] = self._read(plan_id)
        return self._known[plan_id]

    def _read(self, plan_id: int) -> Post:
        approved = [one for one in plans.versions(self._c, plan_id) if one.status == "approved"]
        if not approved:
            raise LookupError(f"plan {plan_id} was never approved")
        versions = [plan_from_json(one.content) for one in approved]
        return Post(
            versions[-1],
            approved[-1].person_id,
            {one.id: one for version in versions for one in version.indicators},
            {id: share for version in versions for id, share in weights(version).items()},
        )
