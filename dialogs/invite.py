"""The interview in which HR invites somebody into the organisation."""

from dataclasses import dataclass

from dialogs.choices import Choice
from dialogs.engine import Interview, ask, ask_optional
from dialogs.questions import ChoiceQuestion, TextQuestion
from locales.text import text

VERSION = 1


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved plan whose post somebody may hold."""

    id: int
    post: str
    holder: str | None


@dataclass(frozen=True, slots=True)
class InviteHeader:
    """What is known from the start: the role where it was said at once, the departments, the approved plans."""

    role: str | None
    departments: tuple[str, ...]
    plans: tuple[Approved, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to invite: the role, the department to lead, the plan whose post to hold."""

    role: str
    department: str | None = None
    plan_id: int | None = None


def invite(header: InviteHeader) -> Interview[Wanted]:
    """Ask in which role somebody shall join, and what goes with it."""
    role = header.role or (yield from ask(_role()))
    if role == "manager":
        return Wanted(role, department=(yield from ask_optional(_department(header))))
    if role == "employee" and header.plans:
        plan = yield from ask_optional(_plan(header))
        return Wanted(role, plan_id=int(plan) if plan else None)
    return Wanted(role)


def _role() -> ChoiceQuestion:
    roles = ("manager", "employee", "hr")
    return ChoiceQuestion(
        key="role",
        name="role",
        prompt=text("role.ask"),
        choices=tuple(Choice(role, text(f"role.{role}")) for role in roles),
        echoes=False,
    )


def _department(header: InviteHeader) -> TextQuestion:
    return TextQuestion(
        key="department",
        name="department",
        prompt=text("department.lead"),
        choices=tuple(Choice(f"department{number}", name) for number, name in enumerate(header.departments, 1)),
        example=text("department.example"),
        optional=True,
        echoes=False,
    )


def _plan(header: InviteHeader) -> ChoiceQuestion:
    return ChoiceQuestion(
        key="plan",
        name="held_plan",
        prompt=text("held_plan.ask"),
        choices=tuple(
            Choice(str(plan.id), f"{plan.post} ({plan.holder})" if plan.holder else plan.post) for plan in header.plans
        ),
        optional=True,
        echoes=False,
    )
