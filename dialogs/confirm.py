"""The interview of confirming: what a receiver says of what was reported to them (method.md 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dialogs.engine import Interview, ask
from dialogs.evidence import exhibit
from dialogs.questions import Choice, ChoicesQuestion, DecisionQuestion, Reading, passage
from dialogs.reading.answers.decisions import read_disputed
from dialogs.standing import observed, stands
from kpi.evidence import File
from kpi.plan import Indicator, When
from locales.text import Lines, Text, text

VERSION = 1


@dataclass(frozen=True, slots=True)
class Received:
    """A report as its receiver sees it; `holder` is whom it is about, where that is not who reports."""

    report_id: int
    indicator: Indicator
    last: str
    value: Decimal | None
    observed: tuple[str, ...] | None
    before: Decimal | None = None
    note: str | None = None
    evidence: tuple[File, ...] = ()
    holder: str | None = None
    replaced: Decimal | None = None
    """The figure that stood before it was corrected."""


@dataclass(frozen=True, slots=True)
class ConfirmHeader:
    """What somebody reported of a post."""

    reporter: str
    post: str
    reports: tuple[Received, ...]


@dataclass(frozen=True, slots=True)
class Concluded:
    """What the receiver confirms, and what they dispute for a reason."""

    confirmed: tuple[int, ...]
    disputed: tuple[int, ...]
    reason: str | None = None


def confirm(header: ConfirmHeader) -> Interview[Concluded]:
    """Show what was reported and have it confirmed, or disputed with a reason."""
    ids = tuple(one.report_id for one in header.reports)
    for file in dict.fromkeys(file for one in header.reports for file in one.evidence):
        yield exhibit(file, header.reporter, header.post)
    answer = yield from ask(
        DecisionQuestion(
            key="confirm",
            name="confirm",
            prompt=text(
                "confirm.ask",
                reporter=header.reporter,
                post=header.post,
                lines=Lines(tuple(_line(one, header.reports) for one in header.reports)),
            ),
            about=(header.post,),
            choices=(
                Choice("confirm", text("confirm.all", n=len(ids))),
                Choice("dispute", text("confirm.dispute")),
                Choice("pause", text("confirm.later")),
            ),
            default="confirm",
            refusal="dispute",
            echoes=False,
        )
    )
    if answer == "confirm":
        return Concluded(ids, ())
    disputed = ids if len(ids) == 1 else tuple(map(int, (yield from ask(_which(header)))))
    reason = yield from ask(
        passage(
            "reason",
            "dispute",
            (header.post,),
            text("dispute.reason", reporter=header.reporter),
            text("dispute.example"),
        )
    )
    return Concluded(tuple(id for id in ids if id not in disputed), disputed, reason)


@dataclass(frozen=True, kw_only=True)
class DisputeQuestion(ChoicesQuestion):
    """Which of several reports are disputed."""

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
        return read_disputed(said, self.options(reading.words.language))


def _which(header: ConfirmHeader) -> DisputeQuestion:
    return DisputeQuestion(
        key="which",
        name="dispute",
        prompt=text("dispute.which"),
        about=(header.post,),
        choices=tuple(Choice(str(one.report_id), _told_apart(one, header.reports)) for one in header.reports),
        echoes=False,
    )


def _line(one: Received, reports: Sequence[Received]) -> Text:
    if one.value is not None:
        line = stands(one.indicator, one.value, one.before, one.replaced)
    else:
        line = observed(one.indicator, one.observed or ())
    if _several(one, reports):
        line = text("confirm.line.day", line=line, last=When("", one.last))
    if one.holder:
        line = text("confirm.line.holder", line=line, holder=one.holder)
    return text("confirm.line.note", line=line, note=one.note) if one.note else line


def _whose(one: Received) -> Text | str:
    return text("confirm.whose", name=one.indicator.name, holder=one.holder) if one.holder else one.indicator.name


def _told_apart(one: Received, reports: Sequence[Received]) -> Text | str:
    """Whose report it is, and of which day where there are several of theirs."""
    whose = _whose(one)
    return text("report.button", name=whose, last=When("", one.last)) if _several(one, reports) else whose


def _several(one: Received, reports: Sequence[Received]) -> bool:
    """Whether there are several reports of the same, of other days."""
    return sum(_whose(other) == _whose(one) for other in reports) > 1
