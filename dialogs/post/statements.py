"""The four-part statement of an indicator: composed, accepted, changed, or written anew (method.md 2.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from dialogs import journal
from dialogs.choices import Choice
from dialogs.consent import consents
from dialogs.engine import Interview, ask, ask_optional
from dialogs.post.completing import with_direction
from dialogs.post.measured import Measured
from dialogs.post.questions import WhenQuestion, told_statement
from dialogs.questions import ChoiceQuestion, Question, Reading, TextQuestion
from dialogs.reading.answers.acts import read_act
from dialogs.reading.dates.rhythms import told_rhythm
from dialogs.reading.unread import Unread
from dialogs.reading.values.aspects import standard_in
from dialogs.reading.values.statement_changes import read_parts_changed
from kpi.functions import Function
from kpi.plan import Indicator, Output, Standard, Statement, When
from locales.statements import aspect, completed
from locales.text import Clause, Text, Value, text


@dataclass(frozen=True, slots=True)
class Stated:
    """An answer to a statement: its parts, or the wish to change them one by one."""

    statement: Statement
    change: bool = False
    basic: Standard | None = None
    """The standard that the part REACHING tells, if it was written."""

    @property
    def accepted(self) -> bool:
        """Whether what was composed as completed and reached was left as it is, and so follows the answers.

        When and with what it is done is kept as it was accepted or written.
        """
        return not self.change and self.statement.complete is None and self.statement.reach is None


PARTS = ("by", "using", "complete", "reach")


def _missing(statement: Statement) -> tuple[str, ...]:
    """The parts that a statement lacks, in their order (method.md 2.3)."""
    return tuple(part for part in PARTS if getattr(statement, part) is None)


@dataclass(frozen=True, kw_only=True)
class StatementQuestion(Question[Stated]):
    """The statement as composed: accepted, told when and with what, changed by parts, or written anew (method.md 2.3).

    `using` is what is usual in such work: never part of the proposal, but words that speak of it are understood.
    """

    kind: ClassVar[str] = "statement"
    type: ClassVar[Any] = Stated
    using: Text
    complete: Text
    reach: Text

    def read(self, said: str, reading: Reading) -> Stated:
        statement = told_statement(said, reading)
        if statement:
            return Stated(statement, basic=standard_in(statement.reach))
        if read_act(said) == "no":
            return Stated(Statement(), change=True)
        earlier = self._earlier(reading)
        using = earlier.using or reading.words.say(self.using)
        if told := read_parts_changed(said, using, reading.today, reading.country):
            return Stated(replace(earlier, by=told.by or earlier.by, using=told.using or earlier.using))
        if consents(self.name, said):
            return self.press("accept", reading)
        raise Unread("statement.unread")

    def press(self, choice: str, reading: Reading) -> Stated:
        return Stated(Statement(), change=self.choice(choice).id == "change")

    def _earlier(self, reading: Reading) -> Statement:
        """What was said before, of which a sentence may change one part."""
        before = journal.last_answer(reading.journal, self.key)
        return self.load(before.value).statement if before and before.value else Statement()

    def opens(self, value: Stated) -> Iterable[str]:
        if value.change:
            return (f"{self.key}/parts",)
        return () if value.accepted else [f"{self.key}/{part}" for part in _missing(value.statement)]

    def shown(self, value: Stated) -> Value:
        if value.change:
            return text("statement.change")
        if value.accepted:
            return Clause(value.statement.by, value.statement.using, self.complete, self.reach)
        return value.statement

    def echoed(self, value: Stated) -> bool:
        """Only what was written anew: the composed one was just shown."""
        return not value.change and value.statement != Statement()


@dataclass(frozen=True, slots=True)
class Composed:
    """What a statement completes and reaches as the answers tell it, and what it is about.

    When and with what it is done nobody has said yet: these are what is usual, offered where they are asked for.
    """

    about: tuple[str, ...]
    function: Function
    by: When
    using: Text
    complete: Text
    reach: Text


def composed(output: Output, indicator: Indicator, about: tuple[str, ...], function: Function) -> Composed:
    """Compose a statement from an output and an indicator whose basic standard is known."""
    return Composed(
        about,
        function,
        by=told_rhythm(output.name, indicator.basic),
        using=text(f"library.using.{function}"),
        complete=completed(output.name),
        reach=aspect(indicator.name, indicator.basic),
    )


def statement_of(
    indicator: Indicator, measured: Measured, suggested: Composed
) -> Interview[tuple[Statement, Standard | None]]:
    """Have the composed statement accepted or changed; one that was typed is asked only for what it lacks.

    Returns the basic standard too: where a statement tells another one, the manager says which of them counts.
    """
    scope = f"indicator/{indicator.id}/statement"
    if measured.statement:
        return (yield from _completed(scope, measured.statement, suggested)), indicator.basic
    stated = yield from ask(_statement(scope, suggested))
    if stated.change:
        return (yield from _completed(f"{scope}/parts", stated.statement, suggested)), indicator.basic
    if stated.accepted:
        return stated.statement, indicator.basic
    statement = yield from _completed(scope, stated.statement, suggested)
    if stated.basic is None or indicator.basic is None or not _differ(stated.basic, indicator.basic):
        return statement, indicator.basic
    return (yield from _agreed(scope, statement, stated.basic, indicator, suggested))


def _differ(told: Standard, basic: Standard) -> bool:
    """Whether two standards of one unit bound different values; a statement may also tell of something else."""
    same_unit = basic.value is not None and told.unit in {None, basic.unit}
    return same_unit and (told.value, told.upper) != (basic.value, basic.upper)


def _agreed(
    scope: str, statement: Statement, told: Standard, indicator: Indicator, suggested: Composed
) -> Interview[tuple[Statement, Standard | None]]:
    """Ask which counts where the statement says another standard than was given before."""
    basic = indicator.basic
    told = replace(told, unit=told.unit or indicator.unit)
    answer = yield from ask(
        ChoiceQuestion(
            key=f"{scope}/agreed/{told.value}-{basic.value if basic else None}",
            name="agreed",
            prompt=text("agreed.ask", indicator=indicator.name),
            about=suggested.about,
            choices=(
                Choice("statement", text("agreed.statement", standard=told)),
                Choice("basic", text("agreed.basic", standard=basic)),
            ),
        )
    )
    if answer == "statement":
        return statement, with_direction(told, indicator.direction)
    return replace(statement, reach=None), basic


def _statement(scope: str, suggested: Composed) -> StatementQuestion:
    clause = Clause(None, None, suggested.complete, suggested.reach)
    return StatementQuestion(
        key=scope,
        name="statement",
        prompt=text("statement.ask", statement=clause),
        about=suggested.about,
        choices=(Choice("accept", text("statement.accept")), Choice("change", text("statement.change"))),
        default="accept",
        using=suggested.using,
        complete=suggested.complete,
        reach=suggested.reach,
        meanwhile={"statement": {}},
    )


def _completed(scope: str, statement: Statement, suggested: Composed) -> Interview[Statement]:
    """The statement with the parts that it lacks, each asked for; a day and means there may be none of."""
    by = statement.by or (yield from ask_optional(_when_part(scope, suggested)))
    using = statement.using or (yield from ask_optional(_text_part(scope, "using", suggested, suggested.using)))
    complete = statement.complete or (yield from ask(_text_part(scope, "complete", suggested, suggested.complete)))
    reach = statement.reach or (yield from ask(_text_part(scope, "reach", suggested, suggested.reach)))
    return Statement(by, using, complete, reach)


def _when_part(scope: str, suggested: Composed) -> WhenQuestion:
    return WhenQuestion(
        key=f"{scope}/by",
        name="by",
        prompt=text("by.ask"),
        about=suggested.about,
        choices=(Choice("usual", text("when.usual", when=suggested.by)),),
        default="usual",
        example=text(f"example.{suggested.function}.by"),
        usual=suggested.by,
        optional=True,
    )


def _text_part(scope: str, part: str, suggested: Composed, usual: Text) -> TextQuestion:
    return TextQuestion(
        key=f"{scope}/{part}",
        name=part,
        prompt=text(f"{part}.ask"),
        about=suggested.about,
        choices=(Choice("usual", usual),),
        default="usual",
        example=text(f"example.{suggested.function}.{part}"),
        takes="words",
        optional=part == "using",
        meanwhile="",
    )
