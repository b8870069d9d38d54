"""The interview of confirming: what a receiver says of what was reported to them (method.md 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dialogs.choices import Choice
from dialogs.engine import Interview, ask
from dialogs.evidence import exhibit
from dialogs.questions import ChoicesQuestion, DecisionQuestion, Question, Reading, TextQuestion, passage
from dialogs.reading.answers.decisions import read_decision, read_disputed
from dialogs.reading.answers.verdicts import read_verdicts
from dialogs.reading.unread import Unread
from dialogs.settling import Settled
from dialogs.standing import days_of, observed, stands
from kpi.evidence import File
from kpi.plan import Indicator
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
    first: str | None = None


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
    reasons: Mapping[int, str] = field(default_factory=dict)
    """What was said of single ones, instead of a reason for all."""
    left: bool = False
    """Whether the receiver leaves the others for later."""

    def reason_of(self, report_id: int) -> str | None:
        """Why a report is disputed."""
        return self.reasons.get(report_id, self.reason)


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
    others = tuple(id for id in ids if id not in disputed)
    if answer == "dispute":
        return Concluded(others, disputed, (yield from ask(_reason(header))))
    left = bool(others) and (yield from ask(_rest(header, others))) != "confirm"
    reasons = dict[int, str]()
    for one in (one for one in header.reports if one.report_id in disputed):
        reasons[one.report_id] = yield from ask(_reason(header, one))
    return Concluded(() if left else others, disputed, reasons=reasons, left=left)


def settled(header: ConfirmHeader, _: Mapping[str, Any], question: Question[Any] | None, said: str) -> Settled | None:
    """What a text says of each report, shown back; None where it only decides on all of them, or leaves a doubt."""
    names = {str(one.report_id): one.indicator.name for one in header.reports}
    if question is None or question.key not in {"confirm", "which"} or len(set(names.values())) < len(names):
        return None
    if isinstance(question, DecisionQuestion) and _decides(question, said):
        return None
    verdicts = read_verdicts(said, names)
    if verdicts is None or (question.key == "which" and not all(verdicts.disputed.values())):
        return None  # 除了退货率 may mean all the others, where it is asked which are disputed
    if not verdicts.disputed or len(names) == 1:
        reason = verdicts.reason or "".join(verdicts.disputed.values())
        found = {"confirm": "dispute"} | ({"reason": reason} if reason else {})
        return Settled(found, text("verdicts.wrong", reason=reason) if reason else text("confirm.dispute"))
    disputed = [one for one in header.reports if str(one.report_id) in verdicts.disputed]
    others = [one.indicator.name for one in header.reports if one not in disputed]
    reasons = {f"reason/{id}": reason for id, reason in verdicts.disputed.items() if reason}
    confirmed = verdicts.rest and others
    lines = [_disputed_line(one, verdicts.disputed[str(one.report_id)]) for one in disputed]
    lines += [text("verdicts.confirmed", names=tuple(others))] if confirmed else []
    which = [str(one.report_id) for one in disputed]
    rest = {"rest": "confirm"} if confirmed else {}
    return Settled(
        {"confirm": "part", "which": which} | rest | reasons, text("verdicts.understood", lines=Lines(tuple(lines)))
    )


def _decides(question: DecisionQuestion, said: str) -> bool:
    try:
        read_decision(said, question.options("en"), question.default, question.refusal)
    except Unread:
        return False
    return True


def _disputed_line(one: Received, reason: str) -> Text:
    name = one.indicator.name
    return text("verdicts.reason", name=name, reason=reason) if reason else text("verdicts.disputed", name=name)


def _rest(header: ConfirmHeader, others: Sequence[int]) -> DecisionQuestion:
    names = tuple(one.indicator.name for one in header.reports if one.report_id in others)
    return DecisionQuestion(
        key="rest",
        name="confirm",
        prompt=text("confirm.rest", names=names),
        about=(header.post,),
        choices=(Choice("confirm", text("confirm.rest.yes")), Choice("leave", text("confirm.rest.no"))),
        default="confirm",
        refusal="leave",
        echoes=False,
    )


def _reason(header: ConfirmHeader, one: Received | None = None) -> TextQuestion:
    """The question why something is disputed: all that is, or one report."""
    about = (header.post,) if one is None else (header.post, one.indicator.name)
    key = "reason" if one is None else f"reason/{one.report_id}"
    prompt = text("dispute.reason", reporter=header.reporter)
    return passage(key, "dispute", about, prompt, text("dispute.example"))


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
        line = text("confirm.line.day", line=line, days=days_of(one.first, one.last))
    if one.holder:
        line = text("confirm.line.holder", line=line, holder=one.holder)
    return text("confirm.line.note", line=line, note=one.note) if one.note else line


def _whose(one: Received) -> Text | str:
    return text("confirm.whose", name=one.indicator.name, holder=one.holder) if one.holder else one.indicator.name


def _told_apart(one: Received, reports: Sequence[Received]) -> Text | str:
    """Whose report it is, and of which day where there are several of theirs."""
    whose = _whose(one)
    days = days_of(one.first, one.last)
    return text("report.button", name=whose, days=days) if _several(one, reports) else whose


def _several(one: Received, reports: Sequence[Received]) -> bool:
    """Whether there are several reports of the same, of other days."""
    return sum(_whose(other) == _whose(one) for other in reports) > 1
