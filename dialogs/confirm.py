"""The interview of confirming: what a receiver says of what was reported to them (method.md 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dialogs.choices import Choice
from dialogs.confirm_questions import ConfirmQuestion, DisputeQuestion, understood
from dialogs.engine import Interview, ask
from dialogs.evidence import exhibit
from dialogs.questions import DecisionQuestion, Question, TextQuestion, codec, passage
from dialogs.reading.answers.verdicts import Verdicts, read_verdicts
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
class Note:
    """What the receiver says to who made a report, beside what they say of it."""

    text: str
    report_id: int


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
    note: Note | None = None

    def reason_of(self, report_id: int) -> str | None:
        """Why a report is disputed."""
        return self.reasons.get(report_id, self.reason)


def confirm(header: ConfirmHeader) -> Interview[Concluded]:
    """Show what was reported and have it confirmed, or disputed with a reason."""
    ids = tuple(one.report_id for one in header.reports)
    for file in dict.fromkeys(file for one in header.reports for file in one.evidence):
        yield exhibit(file, header.reporter, header.post)
    said = yield from ask(_verdict(header))
    decision = said.decision
    if decision == "doubt":
        decision = yield from ask(_doubt(header, said))
    words = (*dict.fromkeys(said.disputed.values()), said.note) if decision in {"ask", "confirm"} else (said.note,)
    note = Note("\n".join(filter(None, words)), ids[0]) if any(words) else None
    if decision == "ask":
        return Concluded((), (), left=True, note=note)
    if decision == "confirm":
        return Concluded(ids, (), note=note)
    disputed = tuple(map(int, said.disputed))
    if decision == "dispute" and not disputed:
        disputed = ids if len(ids) == 1 else tuple(map(int, (yield from ask(_which(header)))))
        reason = said.reason or (yield from ask(_reason(header)))
        return Concluded(tuple(id for id in ids if id not in disputed), disputed, reason, note=note)
    agreed, left = tuple(map(int, said.agreed)), bool(said.left)
    unsaid = tuple(id for id in ids if id not in {*disputed, *agreed, *map(int, said.left)})
    if unsaid:
        confirmed = (yield from ask(_rest(header, unsaid))) == "confirm"
        agreed, left = (*agreed, *unsaid) if confirmed else agreed, left or not confirmed
    reasons = dict[int, str]()
    for one in (one for one in header.reports if one.report_id in disputed):
        reasons[one.report_id] = said.disputed[str(one.report_id)] or (yield from ask(_reason(header, one)))
    return Concluded(tuple(id for id in ids if id in agreed), disputed, reasons=reasons, left=left, note=note)


def settled(header: ConfirmHeader, _: Mapping[str, Any], question: Question[Any] | None, said: str) -> Settled | None:
    """What a text says of each report where it is asked which are disputed; None where it only names some."""
    if question is None or question.key != "which":
        return None
    names = _names(header)
    verdicts = read_verdicts(said, names)
    if verdicts is None or not verdicts.disputed or not all(verdicts.disputed.values()):
        return None  # 除了退货率 may mean all the others, where it is asked which are disputed
    lines = Lines(tuple(understood(verdicts, names)))
    answer = codec(Verdicts).dump_python(verdicts, mode="json")
    return Settled({"verdict": answer}, text("verdicts.understood", answer=lines))


def _names(header: ConfirmHeader) -> Mapping[str, str]:
    return {str(one.report_id): one.indicator.name for one in header.reports}


def _verdict(header: ConfirmHeader) -> ConfirmQuestion:
    return ConfirmQuestion(
        key="verdict",
        name="confirm",
        prompt=text(
            "confirm.ask",
            reporter=header.reporter,
            post=header.post,
            lines=Lines(tuple(_line(one, header.reports) for one in header.reports)),
        ),
        about=(header.post,),
        choices=(
            Choice("confirm", text("confirm.all", n=len(header.reports))),
            Choice("dispute", text("confirm.dispute")),
            Choice("pause", text("confirm.later")),
        ),
        default="confirm",
        refusal="dispute",
        names=_names(header),
    )


def _doubt(header: ConfirmHeader, said: Verdicts) -> DecisionQuestion:
    """What is meant by words that neither confirm nor dispute outright; they go to who reported in any case."""
    names = _names(header)
    words = [text("doubt.reason", name=names[id], reason=one) for id, one in said.disputed.items()]
    note = [text("doubt.note", note=said.note)] if said.note else []
    if said.agreed:
        note.append(text("verdicts.confirmed", names=tuple(names[id] for id in said.agreed)))
    return DecisionQuestion(
        key="verdict/doubt",
        name="confirm",
        prompt=text("doubt.ask", lines=Lines((*words, *note))),
        about=(header.post,),
        choices=(
            Choice("dispute", text("doubt.dispute")),
            Choice("ask", text("doubt.tell", reporter=header.reporter)),
            Choice("confirm", text("doubt.confirm")),
        ),
        echoes=False,
    )


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
