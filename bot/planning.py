"""What becomes due from those who hold posts: by the version that is for the days, and nothing besides its period."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.deadlines import note_due
from bot.posts import Post, Posts, Turn
from dialogs.due_dates import due_dates
from dialogs.working_days import WorkingDays
from kpi.plan import Indicator
from storage import holders, people, plans, reports
from storage.holders import Tenure
from storage.people import Organisation, Person


@dataclass(frozen=True, slots=True)
class _Holding:
    """A post that somebody holds, on a day where they are."""

    tenure: Tenure
    post: Post
    zone: ZoneInfo
    today: dt.date
    organisation: Organisation


def note_what_is_due(c: Connection, tenure: Tenure, now: dt.datetime) -> None:
    """Note what is due from a holder up to today, where they are; what was noted besides a period is dropped."""
    person = people.person_of(c, tenure.person_id, lock=True)
    organisation = people.organisation_of(c, person.organisation_id)
    zone = people.zone_of(person, organisation)
    today = now.astimezone(zone).date()
    if (tenure.planned_until and tenure.planned_until >= today) or plans.approved(c, tenure.plan_id) is None:
        return
    holding = _Holding(tenure, Posts(c)[tenure.plan_id], zone, today, organisation)
    reports.drop_besides(
        c, (tenure.plan_id, tenure.person_id), [(turn.first, turn.last) for turn in holding.post.turns]
    )
    for turn in holding.post.turns:
        for indicator in turn.plan.indicators:
            _note(c, holding, turn, indicator)
    keep_end(c, tenure.plan_id, holding.post)
    holders.planned(c, tenure.plan_id, tenure.person_id, today)


def keep_end(c: Connection, plan_id: int, post: Post) -> None:
    """Keep when the period of a plan in force ends, if it does."""
    last = post.turns[-1].last
    plans.keep_end(c, plan_id, last if last < dt.date.max else None)


def _note(c: Connection, holding: _Holding, turn: Turn, indicator: Indicator) -> None:
    """Note what became due of an indicator since it was noted last."""
    when, tenure = indicator.tracking.when, holding.tenure
    began = max(turn.first, *(at.astimezone(holding.zone).date() for at in (tenure.since, turn.since)))
    if when is None or began > turn.last:
        return
    days, calendar = turn.plan.period.days, WorkingDays(holding.organisation.place)
    year_from = days.first.month if days and days.months == _YEAR else 1
    for date in due_dates(when, began, holding.today, calendar, last=turn.last, year_from=year_from):
        if tenure.planned_until is None or date.due_on > tenure.planned_until:
            of = (tenure.plan_id, indicator.id, tenure.person_id)
            reporter = _reporter(c, holding, indicator)
            note_due(c, of, reporter.id, date, people.zone_of(reporter, holding.organisation))


def _reporter(c: Connection, holding: _Holding, indicator: Indicator) -> Person:
    """Who is asked: the holder for figures; for judgements the judge, where they are known, else the manager."""
    if indicator.numeric:
        return people.person_of(c, holding.tenure.person_id)
    return people.person_of(c, holding.post.people.get(indicator.judge or "", holding.post.manager_id))


_YEAR = 12
