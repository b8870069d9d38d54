"""Whoever leaves, or has a role no more: nothing is open to them any more that was."""

from datetime import datetime

from sqlalchemy import Connection

from bot import mail
from storage import audit_events, departments, leaving, people
from storage.tables import Role


def depart(c: Connection, person_id: int, by_id: int | None, now: datetime) -> None:
    """End what a person may do and is told, with the buttons in their chats; nothing where they left before."""
    if not leaving.deactivate(c, person_id, by_id, now):
        return
    for channel, address in people.contacts_of(c, person_id):
        mail.take_buttons(c, channel, address, now)
    organisation = people.person_of(c, person_id).organisation_id
    audit_events.note(c, organisation, "deactivated", by_id=by_id, person_id=person_id, now=now)


def step_down(c: Connection, person_id: int, role: Role, now: datetime) -> None:
    """Take a role from a person: who is no employee holds no post, who is no manager leads and confirms nothing."""
    people.take_role(c, person_id, role)
    if role == "hr":
        people.set_scope(c, person_id, ())
        return
    leaving.end_interviews(c, person_id, ("report", "confirm"))
    if role == "employee":
        leaving.leave_posts(c, person_id, now)
    else:
        departments.lead_nothing(c, person_id)
