"""The interviews about changing a standard: who proposes what and why, and why it is declined (method.md 4)."""

from dataclasses import dataclass

from dialogs.choices import Choice
from dialogs.engine import Interview, ask
from dialogs.questions import ChoiceQuestion, passage
from kpi.plan import Indicator
from locales.text import Text, text

VERSION = 1


@dataclass(frozen=True, slots=True)
class ProposeHeader:
    """The indicators of a plan in force, or the one that was chosen already; `manages` whether the plan is theirs."""

    plan_id: int
    post: str
    indicators: tuple[Indicator, ...]
    manages: bool


@dataclass(frozen=True, slots=True)
class DeclineHeader:
    """What somebody proposed of a post."""

    proposal_id: int
    post: str
    indicator: str
    by: str
    said: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """Of which indicator another standard is wanted and why; a manager gives the standard itself in the new version."""

    plan_id: int
    indicator_id: int
    wanted: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Declined:
    """Why a proposal is declined."""

    proposal_id: int
    reason: str


def propose(header: ProposeHeader) -> Interview[Proposed]:
    """Ask of which indicator, which standard where another will set it, and why."""
    chosen = header.indicators[0]
    if len(header.indicators) > 1:
        id = yield from ask(_which(header))
        chosen = next(one for one in header.indicators if str(one.id) == id)
    about = (header.post, chosen.name)
    wanted = None
    if not header.manages:
        wanted = yield from ask(
            passage("wanted", "propose_wanted", about, _now(chosen), text("propose_wanted.example"))
        )
    prompt = text("propose_why.ask") if wanted else _reasons(chosen)
    why = yield from ask(passage("why", "propose_why", about, prompt, text("propose_why.example")))
    return Proposed(header.plan_id, chosen.id, wanted, why)


def decline(header: DeclineHeader) -> Interview[Declined]:
    """Ask why a proposal is declined."""
    prompt = text("decline.ask", by=header.by, said=header.said)
    about, example = (header.post, header.indicator), text("decline.example")
    reason = yield from ask(passage("reason", "decline", about, prompt, example))
    return Declined(header.proposal_id, reason)


def _which(header: ProposeHeader) -> ChoiceQuestion:
    return ChoiceQuestion(
        key="indicator",
        name="propose",
        prompt=text("propose.ask", post=header.post),
        about=(header.post,),
        choices=tuple(Choice(str(one.id), one.name) for one in header.indicators),
        echoes=False,
    )


def _now(indicator: Indicator) -> Text:
    """What holds now, and what should instead."""
    return text("propose_wanted.ask", basic=indicator.basic, outstanding=indicator.outstanding)


def _reasons(indicator: Indicator) -> Text:
    return text("propose_why.manager", basic=indicator.basic, outstanding=indicator.outstanding)
