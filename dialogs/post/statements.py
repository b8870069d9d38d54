"""The four-part statement of an indicator: composed, accepted, changed, or written anew (method.md 2.3)."""

from dataclasses import dataclass

from dialogs.engine import Interview, ask
from dialogs.post.measured import Measured
from dialogs.post.questions import StatementQuestion, WhenQuestion
from dialogs.questions import Choice, TextQuestion
from dialogs.reading.rhythms import told_rhythm
from kpi.functions import Function
from kpi.plan import Indicator, Output, Statement, When
from locales.statements import aspect
from locales.text import Text, text


@dataclass(frozen=True, slots=True)
class Composed:
    """The parts of a statement as the answers so far suggest them, and what they are about."""

    about: tuple[str, ...]
    function: Function
    by: When
    using: Text
    complete: str
    reach: Text


def composed(output: Output, indicator: Indicator, about: tuple[str, ...], function: Function) -> Composed:
    """Compose a statement from an output and an indicator whose basic standard is known."""
    return Composed(
        about,
        function,
        by=told_rhythm(output.name, indicator.basic),
        using=text(f"library.using.{function}"),
        complete=output.name,
        reach=aspect(indicator.name, indicator.basic),
    )


def statement_of(indicator: Indicator, measured: Measured, suggested: Composed) -> Interview[Statement]:
    """Have the composed statement accepted or changed; one that was typed is asked only for what it lacks."""
    scope = f"indicator/{indicator.id}/statement"
    if measured.statement:
        return (yield from _completed(scope, measured.statement, suggested))
    stated = yield from ask(_statement(scope, suggested))
    if stated.change:
        return (yield from _completed(f"{scope}/parts", stated.statement, suggested))
    if stated.accepted:
        return stated.statement
    return (yield from _completed(scope, stated.statement, suggested))


def _statement(scope: str, suggested: Composed) -> StatementQuestion:
    return StatementQuestion(
        key=scope,
        name="statement",
        prompt=text(
            "statement.ask",
            by=suggested.by,
            using=suggested.using,
            complete=suggested.complete,
            reach=suggested.reach,
        ),
        about=suggested.about,
        choices=(Choice("accept", text("statement.accept")), Choice("change", text("statement.change"))),
        default="accept",
        echoes=False,
        by=suggested.by,
        using=suggested.using,
    )


def _completed(scope: str, statement: Statement, suggested: Composed) -> Interview[Statement]:
    """The statement with the parts that it lacks, each asked with what the answers suggest."""
    by = statement.by or (yield from ask(_when_part(scope, suggested)))
    using = statement.using or (yield from ask(_text_part(scope, "using", suggested, suggested.using)))
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
    )


def _text_part(scope: str, part: str, suggested: Composed, usual: Text | str) -> TextQuestion:
    return TextQuestion(
        key=f"{scope}/{part}",
        name=part,
        prompt=text(f"{part}.ask"),
        about=suggested.about,
        choices=(Choice("usual", usual),),
        default="usual",
        example=text(f"example.{suggested.function}.{part}"),
    )
