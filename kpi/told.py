"""What the words of a plan tell its audit; reading them takes a language, so whoever audits brings it (method.md 7)."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Told:
    """Ids of outputs and indicators by what their words say.

    Outputs: `activities` name something done, `no_products` nothing that anybody could hold. Indicators: `senseless`
    have a standard in a unit or of a size that they cannot have, `turned` the direction that their name denies,
    `judged_by_two` a judge who is two people, `no_second` a second rater who is nobody, `self_collected` the holder of
    the post as collector, `nobody_collects` no person; those of a group `alike` say the same, those of one
    `contradicting` ask for what does not go together. `coverage_before` is a lower estimate of the same indicators,
    made before.
    """

    activities: frozenset[int] = frozenset()
    no_products: frozenset[int] = frozenset()
    senseless: frozenset[int] = frozenset()
    turned: frozenset[int] = frozenset()
    judged_by_two: frozenset[int] = frozenset()
    no_second: frozenset[int] = frozenset()
    self_collected: frozenset[int] = frozenset()
    nobody_collects: frozenset[int] = frozenset()
    alike: tuple[tuple[int, ...], ...] = ()
    contradicting: tuple[tuple[int, ...], ...] = ()
    coverage_before: Decimal | None = None


NOTHING = Told()
"""Where nobody has read the words."""
