"""The kinds of question that only the post interview asks: weights, measures, standards, statements, tracking."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar

from dialogs.post.keys import tracking
from dialogs.post.measured import Measured, measured_by_name, measured_by_statement, suggested
from dialogs.questions import LABEL, Item, ListQuestion, NamesQuestion, Question, Reading, limited, meant, named
from dialogs.reading.activities import is_activity
from dialogs.reading.acts import read_act
from dialogs.reading.lists import read_list
from dialogs.reading.standards import read_standard
from dialogs.reading.statements import read_statement
from dialogs.reading.unread import Unread
from dialogs.reading.weights import read_ranking, read_weights
from dialogs.reading.whens import read_when
from dialogs.suggestions import Suggestion
from kpi.plan import Comparator, Direction, Standard, Statement, Tracking, When
from kpi.standards import beyond, comparable, direction_of, room_left
from kpi.weights import equal, ranked
from locales.text import Lines, Text, Value, text


def activity(name: str) -> str | None:
    """The trait of an output whose name is an activity, not a result (method.md 2.1, results first)."""
    return "activity" if is_activity(name) else None


@dataclass(frozen=True, kw_only=True)
class ResultQuestion(Question[Item]):
    """What is in the customer's hands when an activity is done; `behaviour` where no result can be observed."""

    kind: ClassVar[str] = "text"
    type: ClassVar[Any] = Item

    def read(self, said: str, reading: Reading) -> Item:
        return Item("", named((limited(meant(said), LABEL),))[0], activity(said))

    def press(self, choice: str, reading: Reading) -> Item:
        return Item("", self.about[-1], self.choice(choice).id)

    def shown(self, value: Item) -> Value:
        return text("result.behaviour") if value.trait == "behaviour" else value.name


@dataclass(frozen=True, kw_only=True)
class WeightsQuestion(Question[tuple[Decimal, ...]]):
    """Weights that add up to 100: typed, ranked ("2>1>3") or equal (method.md 2.6). Empty: to be ranked next."""

    kind: ClassVar[str] = "weights"
    type: ClassVar[Any] = tuple[Decimal, ...]
    names: tuple[str, ...]

    def read(self, said: str, reading: Reading) -> tuple[Decimal, ...]:
        if ">" in said or "＞" in said:
            return ranked(read_ranking(said, self.names))
        return read_weights(said, self.names)

    def press(self, choice: str, reading: Reading) -> tuple[Decimal, ...]:
        return equal(len(self.names)) if self.choice(choice).id == "equal" else ()

    def opens(self, value: tuple[Decimal, ...]) -> Iterable[str]:
        return () if value else (f"{self.key}/ranking",)

    def shown(self, value: tuple[Decimal, ...]) -> Value:
        if not value:
            return text("weights.ranking")
        pairs = zip(self.names, value, strict=True)
        return tuple(text("weights.one", name=name, weight=weight) for name, weight in pairs)


@dataclass(frozen=True, kw_only=True)
class RankingQuestion(WeightsQuestion):
    """The names in order of importance, which becomes weights."""

    kind: ClassVar[str] = "ranking"

    def take(self, said: str, reading: Reading) -> tuple[Decimal, ...]:
        return ranked(read_ranking(said, self.names))


@dataclass(frozen=True, kw_only=True)
class MeasureQuestion(Question[tuple[Measured, ...]]):
    """How a dimension of an output is measured: names of indicators, suggestions, or whole four-part statements."""

    kind: ClassVar[str] = "measure"
    type: ClassVar[Any] = tuple[Measured, ...]
    suggestions: tuple[Suggestion, ...]

    def read(self, said: str, reading: Reading) -> tuple[Measured, ...]:
        statement = read_statement(said, reading.today)
        if statement:
            found = [measured_by_statement(limited(said, 5 * LABEL), statement)]
        else:
            found = [self._named(name, reading) for name in named(read_list(meant(said), LABEL))]
        return self._minted(found, reading)

    def press(self, choice: str, reading: Reading) -> tuple[Measured, ...]:
        return self._minted([self._named(reading.words.value(self.choice(choice).label), reading)], reading)

    def opens(self, value: tuple[Measured, ...]) -> Iterable[str]:
        for measured in value:
            yield measured.scope
            yield f"{measured.scope}/{'trackable' if measured.numeric is None else 'number'}"

    def shown(self, value: tuple[Measured, ...]) -> Value:
        return Lines(tuple(measured.shown() for measured in value))

    def _named(self, name: str, reading: Reading) -> Measured:
        picked = self._picked(name, reading)
        if picked is None:
            return measured_by_name(name)
        suggestion = next(one for one in self.suggestions if one.id == picked)
        return suggested(suggestion, reading.words.value(self.choice(picked).label))

    def _minted(self, found: list[Measured], reading: Reading) -> tuple[Measured, ...]:
        items = ListQuestion(key=self.key, name=self.name, prompt=self.prompt, family="indicator")
        minted = items.mint([measured.name for measured in found], reading.journal)
        by_name = {measured.name: measured for measured in reversed(found)}
        return tuple(replace(by_name[item.name], scope=item.scope) for item in minted)


@dataclass(frozen=True, kw_only=True)
class BasicQuestion(Question[Standard]):
    """The basic standard of a numeric indicator (method.md 2.4); `unit` and `direction` as far as they are known."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Standard
    unit: str | None
    direction: Direction | None
    scope: str

    def read(self, said: str, reading: Reading) -> Standard:
        return _completed(read_standard(limited(said, LABEL)), self.unit, self.direction)

    def opens(self, value: Standard) -> Iterable[str]:
        direction = settled(self.direction, value)
        if direction is None:
            return (f"{self.scope}/direction",)
        return () if room_left(value, direction) else (f"{self.scope}/room",)

    def shown(self, value: Standard) -> Value:
        return value


@dataclass(frozen=True, kw_only=True)
class OutstandingQuestion(Question[Standard]):
    """The outstanding standard of a numeric indicator: beyond `basic` in the indicator's direction (method.md 2.4)."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Standard
    basic: Standard
    direction: Direction
    offers: tuple[Standard, ...]

    def read(self, said: str, reading: Reading) -> Standard:
        standard = _completed(read_standard(limited(said, LABEL)), self.basic.unit, self.direction)
        if standard.per is None:
            standard = replace(standard, per=self.basic.per)
        if not comparable(self.basic, standard):
            raise Unread("outstanding.not_comparable", basic=self.basic, outstanding=standard)
        if not beyond(self.basic, standard, self.direction):
            raise Unread(f"outstanding.not_beyond.{self.direction}", basic=self.basic, outstanding=standard)
        return standard

    def press(self, choice: str, reading: Reading) -> Standard:
        offer = self.offers[int(self.choice(choice).id.removeprefix("offer"))]
        return replace(offer, text=reading.words.value(offer))

    def shown(self, value: Standard) -> Value:
        return value


def settled(direction: Direction | None, basic: Standard) -> Direction | None:
    """The direction, if name and basic standard leave no doubt about it."""
    told = direction_of(basic.comparator) if basic.comparator else None
    if direction and told and direction is not told:
        return None
    return direction or told


def _completed(standard: Standard, unit: str | None, direction: Direction | None) -> Standard:
    """The standard with the unit and the comparator that go without saying."""
    if standard.unit is None:
        standard = replace(standard, unit=unit)
    return with_direction(standard, direction) if standard.comparator is None else standard


def with_direction(standard: Standard, direction: Direction | None) -> Standard:
    """The standard held against values in that direction."""
    if direction is None or direction is Direction.RANGE or standard.comparator is Comparator.RANGE:
        return standard
    if standard.comparator and direction_of(standard.comparator) is direction:
        return standard
    return replace(standard, comparator=Comparator.AT_LEAST if direction is Direction.MORE else Comparator.AT_MOST)


@dataclass(frozen=True, kw_only=True)
class ObservedQuestion(NamesQuestion):
    """A verifiable standard: what is observed when it is met, as a finite list (method.md 2.4)."""

    kind: ClassVar[str] = "observed"


@dataclass(frozen=True, kw_only=True)
class WhenQuestion(Question[When]):
    """A date or a rhythm; the default is `usual`."""

    kind: ClassVar[str] = "when"
    type: ClassVar[Any] = When
    usual: When

    def read(self, said: str, reading: Reading) -> When:
        return read_when(limited(said, LABEL), reading.today)

    def press(self, choice: str, reading: Reading) -> When:
        self.choice(choice)
        return replace(self.usual, text=reading.words.value(self.usual))

    def shown(self, value: When) -> Value:
        return value


@dataclass(frozen=True, slots=True)
class Stated:
    """An answer to a statement: its parts, or the wish to change them one by one."""

    statement: Statement
    change: bool = False

    @property
    def accepted(self) -> bool:
        """Whether the composed statement was taken as it was: what it completes and reaches follows the answers."""
        return not self.change and self.statement.complete is None and self.statement.reach is None


PARTS = ("by", "using", "complete", "reach")


def missing(statement: Statement) -> tuple[str, ...]:
    """The parts that a statement lacks, in their order (method.md 2.3)."""
    return tuple(part for part in PARTS if getattr(statement, part) is None)


@dataclass(frozen=True, kw_only=True)
class StatementQuestion(Question[Stated]):
    """The four-part statement as composed: accepted, changed part by part, or written anew (method.md 2.3)."""

    kind: ClassVar[str] = "statement"
    type: ClassVar[Any] = Stated
    by: When
    using: Text

    def take(self, said: str, reading: Reading) -> Stated:
        statement = read_statement(said, reading.today)
        if statement:
            return Stated(statement)
        if picked := self._picked(said, reading):
            return self.press(picked, reading)
        if read_act(said) == "no":
            return Stated(Statement(), change=True)
        raise Unread("statement.unread")

    def press(self, choice: str, reading: Reading) -> Stated:
        if self.choice(choice).id == "change":
            return Stated(Statement(), change=True)
        by = replace(self.by, text=reading.words.value(self.by))
        return Stated(Statement(by=by, using=reading.words.say(self.using)))

    def opens(self, value: Stated) -> Iterable[str]:
        if value.change:
            return (f"{self.key}/parts",)
        return () if value.accepted else [f"{self.key}/{part}" for part in missing(value.statement)]

    def shown(self, value: Stated) -> Value:
        return text("statement.change") if value.change else value.statement


@dataclass(frozen=True, slots=True)
class Proposed:
    """The tracking proposed for one indicator, in the words it was shown in."""

    indicator: int
    tracking: Tracking


@dataclass(frozen=True, slots=True)
class Tracked:
    """An answer to the proposed tracking: what was shown, and the indicators for which it is to be set one by one."""

    shown: tuple[Proposed, ...]
    changed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tracking plan to propose for one indicator (method.md 2.5)."""

    indicator: int
    name: str
    data: Text
    sample: Text
    when: When
    collector: Text | str
    receiver: Text | str

    def line(self) -> Text:
        """The proposal as one line of the question."""
        return text(
            "tracking.line",
            indicator=self.name,
            data=self.data,
            sample=self.sample,
            when=self.when,
            collector=self.collector,
            receiver=self.receiver,
        )


@dataclass(frozen=True, kw_only=True)
class TrackingQuestion(Question[Tracked]):
    """The tracking of all indicators at once: accepted in one tap, or named which to set one by one (method.md 2.5)."""

    kind: ClassVar[str] = "tracking"
    type: ClassVar[Any] = Tracked
    proposals: tuple[Proposal, ...]

    def read(self, said: str, reading: Reading) -> Tracked:
        picked = [self._picked(name, reading) for name in read_list(said, LABEL)]
        if None in picked or not picked:
            raise Unread("tracking.unread")
        return self._tracked([one for one in picked if one], reading)

    def press(self, choice: str, reading: Reading) -> Tracked:
        return self._tracked([self.choice(choice).id], reading)

    def opens(self, value: Tracked) -> Iterable[str]:
        return [tracking(f"indicator/{indicator}") for indicator in value.changed]

    def shown(self, value: Tracked) -> Value:
        if not value.changed:
            return text("tracking.accept")
        return tuple(proposal.name for proposal in self.proposals if proposal.indicator in value.changed)

    def _tracked(self, picked: list[str], reading: Reading) -> Tracked:
        changed = tuple(int(choice) for choice in picked if choice != "accept")
        return Tracked(tuple(Proposed(one.indicator, _worded(one, reading)) for one in self.proposals), changed)


def _worded(proposal: Proposal, reading: Reading) -> Tracking:
    say = reading.words.value
    return Tracking(
        data=say(proposal.data),
        sample=say(proposal.sample),
        when=replace(proposal.when, text=say(proposal.when)),
        collector=say(proposal.collector),
        receiver=say(proposal.receiver),
    )
