"""What is asked of a number in an answer of several figures that may belong to more than one, or to none."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from dialogs.reading.figures.asides import tells_earlier, without_times
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.conversion import converted, fits, tells_unit
from dialogs.reading.figures.doubts import plausible
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unclear
from dialogs.reading.values.amounts import Amount

WHICH = "figures.which.ask"
"""Asks which indicator a number belongs to."""
_CLAUSE = re.compile(r"[,;。、\n()]")
_IDLE = re.compile(
    r"(?:[只才仅就]|一?共|总共|完成|实际|达到?|做到?|卖|有|是|为|了|的|这个?月|本月|我们?|大概|约"
    r"|\b(?:only|just|we|i|it|this|month|did|made|sold|reached|got|had|was|were|is|are|and|about|around|the|renewed|to)\b"
    r"|\W)*"
)
"""What names nothing that is counted."""
_MERE = re.compile(r"左右|大概|大约|差不多|[的是为有约了]|\b(?:was|were|is|about|around|it|the|of)\b|[0-9.%:\W]")
"""What beside the time says nothing of what was counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells: its amounts, of which some are figures, what is known without numbers, what is to come."""

    written: str
    amounts: Sequence[Amount]
    asked: Sequence[Asked]
    known: Mapping[int, Decimal]
    pending: AbstractSet[int]

    def check_unplaced(self, found: Mapping[int, int], unplaced: Sequence[int]) -> None:
        """Raise Unclear where one number may be the figure of what is not told yet; the readings say of which."""
        if len(unplaced) != 1:
            return
        place = unplaced[0]
        fitting = self._fitting(found, place)
        # A large number may tell the only one left in any words: signed 405k.
        alone = len({*found, *self.known, *self.pending}) + 1 == len(self.asked) and self.amounts[place].scale > 1
        if not alone and not _IDLE.fullmatch(self._before(place)):
            fitting = [at for at in fitting if tells_unit(self.amounts[place], self.asked[at])]
        if fitting:
            readings = [self._with(found, at, place) for at in fitting]
            without = [self._with(found, None, place)] if found or self.known else []
            raise Unclear(*readings, *without, ask=WHICH, left=(self._said(place),))

    def check_earlier(self, bare: str, found: Mapping[int, int]) -> None:
        """Raise Unclear where a number is told of another period, but of what only it can be the figure of."""
        if not tells_earlier(bare):
            return
        for place, amount in enumerate(self.amounts):
            clause = self._clause(bare, amount)
            if place in found.values() or not tells_earlier(clause) or not _counts(clause):
                continue
            if fitting := self._fitting(found, place):
                readings = [self._with(found, at, place) for at in fitting]
                without = [self._with(found, None, place)] if found or self.known else []
                raise Unclear(*readings, *without, ask="figures.earlier.ask", left=(self._said(place),))

    def _fitting(self, found: Mapping[int, int], place: int) -> list[int]:
        """The indicators not told yet that a number may be the figure of."""
        amount, told = self.amounts[place], {*found, *self.known, *self.pending}
        return [
            at
            for at in range(len(self.asked))
            if at not in told
            and fits(amount, self.asked[at])
            and plausible(converted(amount, self.asked[at]), self.asked[at])
        ]

    def _clause(self, bare: str, amount: Amount) -> str:
        """The words around a number, up to the next marks or numbers."""
        folded = fold(bare)
        before = [mark.end() for mark in _CLAUSE.finditer(folded, 0, amount.start)]
        behind = [mark.start() for mark in _CLAUSE.finditer(folded, amount.end)]
        before += [one.end for one in self.amounts if one.end <= amount.start]
        behind += [one.start for one in self.amounts if one.start >= amount.end]
        start, end = max(before, default=0), min(behind, default=len(folded))
        return f"{folded[start : amount.start]} {folded[amount.end : end]}"

    def _before(self, place: int) -> str:
        """The words before a number, from the last mark or number on."""
        before = fold(self.written)[self.amounts[place - 1].end if place else 0 : self.amounts[place].start]
        return _CLAUSE.split(before)[-1]

    def _with(self, found: Mapping[int, int], at: int | None, place: int) -> str:
        """All that is told, each figure with its name."""
        placed = {**found, **({} if at is None else {at: place})}
        told = {at: self._said(place) for at, place in placed.items()}
        told |= {at: f"{value:.4f}" for at, value in self.known.items() if at not in told}
        return "; ".join(f"{self.asked[at].name} {told[at]}" for at in sorted(told))

    def _said(self, place: int) -> str:
        return self.written[self.amounts[place].start : self.amounts[place].end].strip()


def _counts(clause: str) -> bool:
    """Whether words say what was counted, not only when and about how much."""
    return bool(_MERE.sub("", without_times(clause)))
