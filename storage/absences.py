"""The days on which people are away, and asked for nothing (method.md 5)."""

from datetime import date, timedelta

from sqlalchemy import Connection, delete, select, update

from storage.tables import absence, insert_new

_DAY = timedelta(days=1)


def keep(c: Connection, person_id: int, first: date, last: date) -> None:
    """Keep the days on which a person is away; an absence that begins on the same day is replaced."""
    if not insert_new(c, absence, person_id=person_id, first=first, last=last):
        c.execute(update(absence).where(absence.c.person_id == person_id, absence.c.first == first).values(last=last))


def cancel(c: Connection, person_id: int, today: date) -> None:
    """Have a person be there from a day on; the days before stay as they were."""
    of = absence.c.person_id == person_id
    c.execute(delete(absence).where(of, absence.c.first >= today))
    c.execute(update(absence).where(of, absence.c.last >= today).values(last=today - _DAY))


def since(c: Connection, person_id: int, day: date) -> list[tuple[date, date]]:
    """The first and last days of a person's absences that are not over before a day, in their order."""
    query = select(absence.c.first, absence.c.last).where(absence.c.person_id == person_id, absence.c.last >= day)
    return [(row.first, row.last) for row in c.execute(query.order_by(absence.c.first))]


def is_away(c: Connection, person_id: int, day: date) -> bool:
    """Whether a person is away on a day."""
    return back(c, person_id, day) != day


def back(c: Connection, person_id: int, day: date) -> date:
    """The first day from a day on, that one included, on which a person is there."""
    for first, last in since(c, person_id, day):
        if first <= day <= last:
            day = last + _DAY
    return day


def days_away(c: Connection, person_id: int, first: date, last: date) -> int:
    """On how many days from one to another a person is away."""
    spans = [(max(begin, first), min(end, last)) for begin, end in since(c, person_id, first)]
    return len({begin + _DAY * number for begin, end in spans for number in range((end - begin).days + 1)})
