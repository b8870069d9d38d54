"""A believable company to try: its plans, eight months of reports and what was done about them, all from a seed."""

import datetime as dt
import random
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import Connection

from bot import meant
from bot.deadlines import note_due
from bot.demo.interview import interviewed
from bot.demo.posts import DEPARTMENTS, HR, POSTS, Post
from bot.records import entry_to_keep
from dialogs.due_dates import DueDate, due_dates
from dialogs.header import Header
from dialogs.interviews import VERSIONS
from dialogs.post.audited import told_by
from dialogs.questions import codec
from dialogs.standing import unit_of
from dialogs.working_days import WorkingDays
from kpi.audit import Finding, audit
from kpi.plan import Indicator, Plan
from kpi.scores import attain
from storage import corrective_notes, departments, holders, migrate, people, plans, reports, runs
from storage.database import Database
from storage.reports import Due
from storage.tables import Confirmed, Role
from storage.values import plan_to_json

NAME = "恒达零售 Hengda"
CHANNEL = "local"
MONTHS = 8
"""Of reports, the last of them not yet complete."""
_DAY = dt.timedelta(days=1)


class NotEmpty(Exception):
    """The database holds an organisation of that name already."""


def fill(database: str, now: dt.datetime, seed: int) -> None:
    """Fill a database with the company and its last months. Raises NotEmpty and storage.database.Unreachable."""
    chance = random.Random(seed)  # noqa: S311 - figures of a company that does not exist
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            began = _months_before(now, MONTHS)
            organisation = people.find_or_make_organisation(c, NAME, began)
            if people.named(c, organisation, HR[0][0]):
                raise NotEmpty(NAME)
            zone = people.organisation_of(c, organisation).zone
            history = _History(c, began.astimezone(zone), now.astimezone(zone), chance)
            history.people(organisation)
            for post in POSTS:
                history.reports(post, *history.plan(post))


@dataclass(slots=True)
class _History:
    """What happened in the company from when it began until now."""

    c: Connection
    began: dt.datetime
    now: dt.datetime
    chance: random.Random
    ids: dict[str, int] = field(default_factory=dict)
    """People by their names."""

    @property
    def day(self) -> int:
        """The day of each month on which figures are due: yesterday, so that there is something to report."""
        return min(max(self.now.day - 1, 1), 28)

    def people(self, organisation: int) -> None:
        """Everybody joins."""
        for name, language in HR:
            self.join(organisation, name, "hr", language)
        for led in DEPARTMENTS:
            manager = self.join(organisation, led.manager, "manager", led.language)
            departments.lead(self.c, departments.find_or_make(self.c, organisation, led.name), manager)
        for post in POSTS:
            self.join(organisation, post.holder, "employee", post.department.language)

    def join(self, organisation: int, name: str, role: Role, language: str) -> int:
        """Somebody joins; returns their id."""
        place = {"channel": CHANNEL, "address": name}
        person = people.make_person(self.c, organisation, name, **place, now=self.began, language=language)
        people.grant_role(self.c, person.id, role)
        self.ids[name] = person.id
        return person.id

    def plan(self, post: Post) -> tuple[int, Plan]:
        """The manager of a post is interviewed, the plan approved and acknowledged; returns it with its id."""
        manager, at = self.ids[post.department.manager], self.began
        header = Header(post.department.manager, at.date(), post.department.name)
        said = interviewed(post, header, self.day)
        kept = codec(Header).dump_python(header, mode="json")
        run = runs.start_run(self.c, manager, "post", version=VERSIONS["post"], header=kept, now=at)
        runs.append(self.c, run.id, [entry_to_keep(entry, at) for entry in said.journal])
        runs.save_run(self.c, run.id, status="done", parked=False, focus=None, revision_before=run.revision, now=at)
        told = told_by(said.plan, frozenset(), None)
        findings = codec(tuple[Finding, ...]).dump_python(audit(said.plan, told), mode="json")
        id = plans.keep_draft(self.c, run.id, manager, content=plan_to_json(said.plan), audit=findings, now=at)
        meant.note(self.c, plans.versions(self.c, id)[-1], at)
        plans.submit(self.c, id, at)
        plans.decide(self.c, id, at, person_id=self.ids[HR[0][0]], verdict="approved", remarks=[], now=at)
        holders.hold(self.c, id, self.ids[post.holder], at)
        holders.acknowledge(self.c, id, 1, self.ids[post.holder], at)
        return id, said.plan

    def reports(self, post: Post, plan_id: int, plan: Plan) -> None:
        """Figures that get better on the whole; some late, missing or disputed, the newest still open."""
        for indicator in plan.indicators:
            level = self.chance.uniform(-0.6, 0.5)
            assert indicator.tracking.when is not None  # noqa: S101 - the demo's plans are tracked monthly
            for date in due_dates(indicator.tracking.when, self.began.date(), self.now.date(), WorkingDays()):
                if date.due_on > self.now.date():
                    break  # it is known of, and not due yet
                level += self.chance.uniform(-0.25, 0.4)
                self.report(post, plan_id, indicator, date, min(level, _SHORT.get(indicator.name, level)))
        holders.planned(self.c, plan_id, self.ids[post.holder], self.now.date())

    def report(self, post: Post, plan_id: int, indicator: Indicator, date: DueDate, level: float) -> None:
        """One figure falls due and is reported, or not; where it falls short, something is done about it."""
        holder, zone = self.ids[post.holder], self.now.tzinfo
        assert zone is not None  # noqa: S101 - that of the organisation
        note_due(self.c, (plan_id, indicator.id, holder), holder, date, zone)
        due = [one for one in reports.of_plan(self.c, plan_id) if one.indicator_id == indicator.id][-1]
        over, newest = due.late_from, date.closes_on > self.now.date()
        reports.asked(self.c, [due.id], min(over - _DAY / 2, self.now))
        at = over - dt.timedelta(hours=self.chance.randint(2, 14)) + 2 * _DAY * (self.chance.random() < _LATE)
        open_, waits = (newest and post.holder in names for names in (_WAITING, _UNCONFIRMED))
        came = at < self.now and not open_ and self.chance.random() > _MISSING
        if came or waits:
            value, by = _value(indicator, level), min(at, self.now - dt.timedelta(hours=1)) if waits else at
            attained = attain(indicator, value)
            kept = reports.keep(self.c, due.id, holder, value=value, attained=attained, now=by)
            confirmed = came and self.conclude(kept, self.ids[post.department.manager], at, waits=waits)
            if confirmed:
                self.correct(post, indicator, due, met=attained.met is not False, on=confirmed, until=date.closes_on)

    def conclude(self, report: int, manager: int, at: dt.datetime, *, waits: bool) -> dt.datetime | None:
        """The manager confirms or disputes it, or says nothing; returns when it was confirmed, if it was.

        What waits for whoever tries it is left alone.
        """
        silent, disputed = self.chance.random() < _SILENT, self.chance.random() < _DISPUTED
        said = at + (_SILENCE if silent else dt.timedelta(hours=self.chance.randint(1, 30)))
        if waits or said >= self.now:
            return None
        verdict: Confirmed = "disputed" if disputed and not silent else "confirmed"
        reason = "请核对系统数据 / please check the system" if verdict == "disputed" else None
        by = None if silent else manager
        reports.conclude(self.c, report, verdict, reason=reason, person_id=by, now=said)
        return said if verdict == "confirmed" else None

    def correct(
        self, post: Post, indicator: Indicator, due: Due, *, met: bool, on: dt.datetime, until: dt.date
    ) -> None:
        """What falls short gets a note, which is closed once a figure meets the basic standard again."""
        notes = corrective_notes.open_of_plan(self.c, due.plan_id)
        note = next((one for one in notes if one.indicator_id == indicator.id), None)
        by = self.ids[post.department.manager]
        if note and met:
            corrective_notes.close(self.c, note, "done", by, on)
        elif note:
            corrective_notes.put_off(self.c, note, until)
        elif not met and (opened := corrective_notes.open_for(self.c, due, on)) and on + _DAY < self.now:
            what = next(one.remedy for one in post.figures if one.name == indicator.name)
            corrective_notes.write(self.c, opened, by, what=what, who=post.holder, until=until, now=on + _DAY)


_LATE, _MISSING, _DISPUTED, _SILENT = 0.12, 0.06, 0.04, 0.25
"""How often a report is late, missing, disputed, or confirmed by nobody's objecting."""
_SILENCE = dt.timedelta(days=5)
_WAITING = ("王芳", "郑浩", "Tom Reed")
"""Whose newest figures are left to whoever tries it."""
_UNCONFIRMED = ("钱伟", "Jan Novak")
"""Whose newest figures came at once and are left to be confirmed."""
_SHORT = {"会员投诉": -0.3}
"""Levels that figures never get above: they always miss basic, so that a corrective note is open on any day."""


def _value(indicator: Indicator, level: float) -> Decimal:
    """A figure so far on the way from basic (0) to outstanding (1), with the digits of the standards."""
    standards = [one.value for one in (indicator.basic, indicator.outstanding) if one and one.value is not None]
    basic, outstanding = standards
    value = basic + (outstanding - basic) * Decimal(str(round(level, 3)))
    if unit_of(indicator) != "%":
        return max(value, Decimal(0)).quantize(Decimal(1))
    digits = Decimal("0.01") if basic < 1 else Decimal("0.1")
    return min(max(value, Decimal(0)), Decimal(100)).quantize(digits)


def _months_before(now: dt.datetime, months: int) -> dt.datetime:
    """The first of a month, so many months back."""
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=1, hour=9, minute=0, second=0, microsecond=0)
