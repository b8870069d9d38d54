"""What an errand is run in, and what comes of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from dialogs.choices import Choice
from dialogs.state import Refuse, Reply
from dialogs.steps import Tell
from locales.text import Text, Value, text
from storage import absences, access, holders, people, plans
from storage.people import Person
from storage.plans import PlanVersion
from storage.reports import Due
from storage.tables import Role


@dataclass(frozen=True, slots=True)
class Scene:
    """The transaction, the person who acts and in which roles, the time, and how an invitation's link is written."""

    c: Connection
    person: Person
    roles: frozenset[Role]
    now: datetime
    link: Callable[[str], str] | None

    @property
    def zone(self) -> ZoneInfo:
        """The time zone the person lives in."""
        return people.zone_of(self.person, people.organisation_of(self.c, self.person.organisation_id))

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self.now.astimezone(self.zone).date()

    @property
    def awake(self) -> bool:
        """Whether it is neither night nor an absence where the person is, by the hours of the organisation."""
        organisation = people.organisation_of(self.c, self.person.organisation_id)
        local = self.now.astimezone(people.zone_of(self.person, organisation))
        by_day = organisation.ask_from <= local.hour < organisation.ask_until
        return by_day and not absences.is_away(self.c, self.person.id, local.date())

    @property
    def scope(self) -> frozenset[str]:
        """The departments that the person sees as HR; empty where they see all of them."""
        return people.scope_of(self.c, self.person.id)

    def plan(self, argument: str, *, held_once: bool = False) -> PlanVersion | None:
        """The newest version of the plan of that id, where the person may see it at all.

        With `held_once`, also where they held its post once: their own figures stay theirs to see.
        """
        kept = plans.plan(self.c, int(argument)) if is_id(argument) else None
        if kept and held_once and self.person.id in holders.ever_held(self.c, kept.plan_id):
            return kept
        return kept if kept and (self.owns(kept) or self.reviews(kept) or self.holds(kept)) else None

    def owns(self, kept: PlanVersion) -> bool:
        """Whether the person is the manager whose plan it is."""
        return "manager" in self.roles and kept.person_id == self.person.id

    def reviews(self, kept: PlanVersion) -> bool:
        """Whether the person is HR in the organisation of a plan, for its department.

        That is the one of the version in force, and of one that was submitted: no draft moves a post elsewhere.
        """
        here = "hr" in self.roles and self.organisation_of(kept) == self.person.organisation_id
        in_force = plans.approved(self.c, kept.plan_id)
        versions = [in_force or kept, *([kept] if kept.status == "submitted" else [])]
        return here and any(people.sees(self.scope, {one.content["department"]}) for one in versions)

    def holds(self, kept: PlanVersion) -> bool:
        """Whether the person holds the post of a plan."""
        return "employee" in self.roles and self.person.id in holders.holders_of(self.c, kept.plan_id)

    def note(self, kept: PlanVersion, what: str, *ids: int) -> None:
        """Have it on record that the person looked as HR at data of others that goes with a plan."""
        if self.reviews(kept) and not self.owns(kept):
            access.note(self.c, self.person.id, ids, f"{what}/{kept.plan_id}", self.now)

    def note_given(self, dues: Iterable[Due], what: str) -> None:
        """Have it on record that the person, who is of HR, was shown what a plan gives them to confirm or to judge."""
        if "hr" not in self.roles:
            return
        whom: dict[int, set[int]] = {}
        for one in dues:
            reporter = one.report.person_id if one.report else one.reporter_id
            whom.setdefault(one.plan_id, set()).update({one.person_id, reporter})
        for plan_id, ids in whom.items():
            access.note(self.c, self.person.id, ids, f"{what}/{plan_id}", self.now)

    def organisation_of(self, kept: PlanVersion) -> int:
        """The id of the organisation a plan belongs to."""
        return people.person_of(self.c, kept.person_id).organisation_id


@dataclass(frozen=True, slots=True)
class Begin:
    """An interview to begin; one about a subject that is under way already goes on instead."""

    interview: str
    header: Any
    subject: str | None = None
    said: str | None = None
    """What was said before it began, and answers it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something another person is told; `go` is begun or resumed at once where they have nothing else under way.

    Where they have, `offer` is a button that does it later.
    """

    person_id: int
    replies: tuple[Reply, ...]
    go: "Begin | int | None" = None
    offer: tuple[Choice, ...] = ()


@dataclass(slots=True)
class Granted:
    """What comes of an errand: what is said, the interview that begins or run that goes on, what others are told.

    `erases` is the id of whoever is erased with it, `deactivates` that of whoever leaves, `takes` says from whom a
    role is taken.
    """

    replies: list[Reply] = field(default_factory=list)
    go: Begin | int | None = None
    notices: list[Notice] = field(default_factory=list)
    erases: int | None = None
    deactivates: int | None = None
    takes: tuple[int, Role] | None = None


def told(id: str, /, *choices: Choice, **params: Value) -> Granted:
    """An errand of which only something is said."""
    return Granted([Tell(text(id, **params), choices)])


def refused(id: str, /, **params: Value) -> Granted:
    """An errand that is not granted, and why."""
    return Granted([Refuse(text(id, **params))])


def button(wish: str, label: Text) -> Choice:
    """A button that asks for something: a wish with its argument ("review:12")."""
    return Choice(wish, label)


def is_id(argument: str) -> bool:
    """Whether a text can be the id of a row: no more than what an INTEGER of any database holds."""
    return argument.isdecimal() and argument.isascii() and len(argument) < 10
