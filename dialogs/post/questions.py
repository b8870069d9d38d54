"""Kinds of question that the post interview asks in several places: results, measures, dates, what is observed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from dialogs import journal
from dialogs.choices import numbered
from dialogs.controls import DOUBTED
from dialogs.items import Found, Item, ListQuestion, Sentence, same_name
from dialogs.post.keys import OF_AN_OUTPUT, judgement, number
from dialogs.post.measured import Measured, judged, measured_by_name, measured_by_statement, suggested
from dialogs.questions import (
    LABEL,
    ChoicesQuestion,
    NamesQuestion,
    Question,
    Reading,
    Taken,
    TextQuestion,
    counted,
    limited,
    meant,
    named,
)
from dialogs.reading.answers.dimensions import Selection, read_dimensions
from dialogs.reading.answers.lists import bare, read_list
from dialogs.reading.answers.revisions import Revision, read_revision
from dialogs.reading.answers.unclear import check_amount, check_day
from dialogs.reading.dates.recurring import read_recurring
from dialogs.reading.dates.whens import read_when
from dialogs.reading.names.activities import no_result
from dialogs.reading.names.meant import is_me
from dialogs.reading.names.people import is_vacant, unnamed_people
from dialogs.reading.names.receivers import kind_of, names_everybody, names_nobody, read_outputs, read_receivers
from dialogs.reading.names.told_goals import says_no_goal
from dialogs.reading.names.told_measures import ToldMeasures, fitting, told_measures, without_number
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.statement_changes import without_comment
from dialogs.reading.values.statements import read_statement
from dialogs.suggestions import Suggestion
from kpi.plan import Statement, When
from locales.text import Lines, Value, text

NO_RESULT = ("activity", "aspect", "other")
"""The traits of an output whose name is none (method.md 2.1, results first): its result is asked for."""


def read_customers(said: str, *, outside: bool) -> Sentence | None:
    """The customers that a sentence names, with their relations and what they receive."""
    told = read_receivers(said, outside=outside)
    if told is None:
        return None
    found = (Found(one.name, kind_of(one), one.gets, one.outside and not outside) for one in told.receivers)
    return Sentence(tuple(found), told.left)


def read_received(said: str) -> Sentence | None:
    """The outputs that a sentence names."""
    told = read_outputs(said)
    return Sentence(tuple(Found(one.name) for one in told.receivers), told.left) if told else None


@dataclass(frozen=True, kw_only=True)
class HolderQuestion(TextQuestion):
    """Who holds a post: a person or a team. A vacant one has nobody."""

    def left(self, said: str) -> tuple[Value, ...]:
        told = self.names_told(said)
        return unnamed_people(said, told.names) if told and told.sure else ()

    def ends(self, said: str) -> bool:
        return is_vacant(said)


@dataclass(frozen=True, kw_only=True)
class PersonQuestion(TextQuestion):
    """Somebody; who speaks is meant by their name, since others read the plan."""

    me: str
    """What whoever answers is called."""

    def take(self, said: str, reading: Reading) -> str:
        return self.me if is_me(said) else super().take(said, reading)


@dataclass(frozen=True, kw_only=True)
class CustomersQuestion(ListQuestion):
    """Who receives something from the post; that there is nobody skips it."""

    def read(self, said: str, reading: Reading) -> tuple[Item, ...]:
        if names_everybody(said):
            raise Unread("customers.everybody")
        return super().read(said, reading)

    def tells(self, said: str) -> bool:
        return names_everybody(said) or super().tells(said)

    def ends(self, said: str) -> bool:
        return names_nobody(said)


@dataclass(frozen=True, kw_only=True)
class OutputsQuestion(ListQuestion):
    """What a customer receives; one who receives nothing is none."""

    def read(self, said: str, reading: Reading) -> tuple[Item, ...]:
        if names_nobody(said):
            raise Unread("outputs.nothing", customer=self.about[0])
        return super().read(said, reading)


@dataclass(frozen=True, kw_only=True)
class GoalQuestion(TextQuestion):
    """Which goal an output serves; that there is none skips it."""

    def ends(self, said: str) -> bool:
        return says_no_goal(said)


@dataclass(frozen=True, kw_only=True)
class ResultQuestion(Question[Item]):
    """What is in the customer's hands when an activity is done; `behaviour` where no result can be observed.

    One of the outputs `known` already is linked, and then nothing more is asked in `scope`.
    """

    kind: ClassVar[str] = "text"
    type: ClassVar[Any] = Item
    takes: Taken = "name"
    scope: str
    known: tuple[Item, ...]

    def read(self, said: str, reading: Reading) -> Item:
        name = named((limited(bare(meant(said)), LABEL),))[0]
        linked = next((item for item in self.known if same_name(item.name) == same_name(name)), None)
        return linked or Item("", name, no_result(name))

    def press(self, choice: str, reading: Reading) -> Item:
        linked = next((item for item in self.known if item.scope == choice), None)
        return linked or Item("", self.about[-1], self.choice(choice).id)

    def names_in(self, value: Item) -> tuple[str, ...]:
        return () if value.scope or value.trait else (value.name,)

    def opens(self, value: Item) -> Iterable[str]:
        return [value.scope] if value.scope else [f"{self.scope}/{part}" for part in OF_AN_OUTPUT]

    def shown(self, value: Item) -> Value:
        return text("result.behaviour") if value.trait == "behaviour" else value.name


def told_statement(said: str, reading: Reading) -> Statement | None:
    """The four-part statement in an answer; raises Unclear where its day or amount may be meant otherwise."""
    statement = read_statement(without_comment(said), reading.today, reading.country)
    if statement and statement.by:
        check_day(said, reading.today)
        statement = replace(statement, by=_each_month(statement.by, reading))
    if statement and statement.reach:
        check_amount(said, reading.words.language, None)
    return statement


def _each_month(by: When, reading: Reading) -> When:
    """The time limit of work that comes again: 次月3日前 is no day of one month alone."""
    if by.date is None:
        return by
    recurring = read_recurring(by.text, reading.today, reading.country)
    return replace(recurring, relation=by.relation) if recurring.following else by


@dataclass(frozen=True, kw_only=True)
class DimensionsQuestion(ChoicesQuestion):
    """Which dimensions of an output matter; a sentence may leave some out, or speak of what is bad without them."""

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
        told = read_dimensions(said)
        if told and told.outright:
            return self._wanted(told)
        try:
            return super().read(said, reading)
        except Unread:
            if told is None:
                raise
        if told.counted:
            return self._wanted(told)
        raise Unclear(reading.words.value(self.shown(told.wanted)))

    def claims(self, said: str, language: str) -> bool:
        told = read_dimensions(said)
        return told is not None and told.outright

    def _wanted(self, told: Selection) -> tuple[str, ...]:
        if not told.wanted:
            left = tuple(choice.id for choice in self.choices if choice.id not in told.out and "+" not in choice.id)
            raise Unread("dimensions.left", out=self.shown(told.out), left=self.shown(left))
        return told.wanted


@dataclass(frozen=True, kw_only=True)
class MeasureQuestion(Question[tuple[Measured, ...]]):
    """How a dimension of an output is measured: names of indicators, suggestions, or whole four-part statements."""

    kind: ClassVar[str] = "measure"
    type: ClassVar[Any] = tuple[Measured, ...]
    takes: Taken = "clause"
    suggestions: tuple[Suggestion, ...]

    def read(self, said: str, reading: Reading) -> tuple[Measured, ...]:
        before = journal.last_answer(reading.journal, self.key)
        revision = read_revision(said) if before and before.value else None
        if before and revision:
            return self._revised(self.load(before.value), revision, reading)
        chosen = read_dimensions(said)
        if chosen and chosen.outright and chosen.wanted and self._dimension in chosen.out:
            raise Unread("measure.dimensions")
        statement = told_statement(said, reading)
        if statement:
            found = [measured_by_statement(limited(said, 5 * LABEL), statement)]
        elif told := told_measures(said):
            found = self._told(told, reading)
        elif without_number(said) is not None:
            found = [judged(reading.words.say(text(f"measure.judged.{self._dimension}", output=self.about[-1])))]
        else:
            found = [self._named(name, reading) for name in named(read_list(meant(said), LABEL))]
        return self._minted(found, reading)

    def left(self, said: str) -> tuple[str, ...]:
        told = told_measures(said)
        return told.left if told else without_number(said) or ()

    @property
    def _dimension(self) -> str:
        """The dimension of the output that is to be measured."""
        return self.prompt.id.rpartition(".")[2]

    def _told(self, told: ToldMeasures, reading: Reading) -> list[Measured]:
        """The measures that a sentence tells at one place; raises Unclear with those that it may tell."""
        labels = [reading.words.value(choice.label) for choice in self.choices]
        names = [fitting(one, labels) or one for name in told.names for one in read_list(name, LABEL)]
        found = [self._named(name, reading) for name in names]
        if (len(told.names) > 1 and not told.together) or any(one.numeric is None for one in found):
            raise Unclear(*names, *(["\n".join(names)] if len(names) > 1 else []), ask=DOUBTED)
        return found

    def press(self, choice: str, reading: Reading) -> tuple[Measured, ...]:
        return self._minted([self._named(reading.words.value(self.choice(choice).label), reading)], reading)

    def names_in(self, value: tuple[Measured, ...]) -> tuple[str, ...]:
        return tuple(measured.name for measured in value if measured.statement is None)

    def opens(self, value: tuple[Measured, ...]) -> Iterable[str]:
        for measured in value:
            yield measured.scope
            yield _answered_by(measured)

    def shown(self, value: tuple[Measured, ...]) -> Value:
        return Lines(tuple(measured.shown() for measured in value))

    def told_apart(self, values: Sequence[tuple[Measured, ...]]) -> tuple[Value, ...]:
        return counted([[measured.name for measured in value] for value in values])

    def _named(self, name: str, reading: Reading) -> Measured:
        picked = self._picked(name, reading)
        if picked is None:
            return measured_by_name(name)
        suggestion = next(one for one in self.suggestions if one.id == picked)
        named_so = reading.words.value(self.choice(picked).label) if numbered(name, self.choices) else name
        return suggested(suggestion, named_so)

    def _revised(self, found: tuple[Measured, ...], revision: Revision, reading: Reading) -> tuple[Measured, ...]:
        """The indicators as they were, with what was added, removed or renamed; raises Unread."""
        items = self._list.revised(tuple(Item(one.scope, one.name) for one in found), revision, reading)
        known = {one.scope: one for one in found}
        new = (replace(self._named(item.name, reading), scope=item.scope) for item in items)
        return tuple(
            replace(known[item.scope], name=item.name) if item.scope in known else one
            for item, one in zip(items, new, strict=True)
        )

    @property
    def _list(self) -> ListQuestion:
        return ListQuestion(key=self.key, name=self.name, prompt=self.prompt, family="indicator")

    def _minted(self, found: list[Measured], reading: Reading) -> tuple[Measured, ...]:
        minted = self._list.mint([measured.name for measured in found], reading.journal)
        by_name = {measured.name: measured for measured in reversed(found)}
        return tuple(replace(by_name[item.name], scope=item.scope) for item in minted)


def _answered_by(measured: Measured) -> str:
    """The scope of what is asked of an indicator next: whether there is a number, or what that is, or who judges."""
    if measured.numeric is None:
        return f"{measured.scope}/trackable"
    return number(measured.scope) if measured.numeric else judgement(measured.scope)


@dataclass(frozen=True, kw_only=True)
class ObservedQuestion(NamesQuestion):
    """A verifiable standard: what is observed when it is met, as a finite list (method.md 2.4)."""

    kind: ClassVar[str] = "observed"


@dataclass(frozen=True, kw_only=True)
class WhenQuestion(Question[When]):
    """A date or a rhythm, or of what is `recurring` a rhythm alone; the default is `usual`."""

    kind: ClassVar[str] = "when"
    type: ClassVar[Any] = When
    takes: Taken = "day"
    usual: When
    recurring: bool = False

    def read(self, said: str, reading: Reading) -> When:
        check_day(said, reading.today)
        read = read_recurring if self.recurring else read_when
        return read(limited(said, LABEL), reading.today, reading.country)

    def press(self, choice: str, reading: Reading) -> When:
        self.choice(choice)
        return replace(self.usual, text=reading.words.value(self.usual))

    def shown(self, value: When) -> Value:
        return value
