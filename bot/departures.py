"""Whoever leaves: nothing is open to them any more, and that is on record."""

from datetime import datetime

from sqlalchemy import Connection

from bot import mail
from storage import audit_events, leaving, people


def depart(c: Connection, person_id: int, by_id: int | None, now: datetime) -> None:
    """End what a person may do and is told, with the buttons in their chats; nothing where they left before."""
    if not leaving.deactivate(c, person_id, by_id, now):
        return
    for channel, address in people.contacts_of(c, person_id):
        mail.take_buttons(c, channel, address, now)
    organisation = people.person_of(c, person_id).organisation_id
    audit_events.note(c, organisation, "deactivated", by_id=by_id, person_id=person_id, now=now)
