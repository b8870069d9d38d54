"""What happens on its own: noting what is due, asking, reminding, confirming by silence (method.md 5).

Any number of workers may run it at once: each step locks whom it concerns and looks again before it does anything.
What fails for one person or organisation is noted, and stops nothing for the others.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlalchemy import Connection

from bot.answering import finish, notify
from bot.deadlines import grant_day
from bot.digest import days_of
from bot.errands import confirmations, corrective, endings, unowned
from bot.errands import reports as errands
from bot.errands.digests import inform
from bot.look import Look
from bot.planning import note_what_is_due
from bot.posts import Posts
from bot.records import run_as_kept
from bot.scene import Begin, Notice, Scene, button
from dialogs import journal
from dialogs.report import ADDITIONS, tells
from dialogs.state import Reply
from dialogs.steps import Tell
from kpi.digest import Rhythm, before, closed
from kpi.period import Span
from kpi.plan import When
from locales.text import Lines, Text, text
from storage import absences, corrective_notes, digests, holders, people, plans, reports, runs, sent_digests
from storage.corrective_notes import CorrectiveNote
from storage.database import Database
from storage.holders import Tenure
from storage.people import Organisation, Person
from storage.plans import Ending
from storage.reports import Due
from storage.unowned import note_told

LEFT = dt.timedelta(hours=1)
"""How long a report waits for its next answer, before what was said of it so far counts."""
_DAY = dt.timedelta(days=1)
_LATE = {Rhythm.WEEKLY: 4, Rhythm.MONTHLY: 3, Rhythm.QUARTERLY: 2}
"""Digests that are sent at once after an absence or a standstill."""
_WAIT = dt.timedelta(days=10)
"""How long a digest waits for figures that fall due after its days."""
_AHEAD = dt.timedelta(hours=14)
"""How far the clocks of people are ahead of UTC at most."""
_Whom = Callable[[Connection], Iterable[int]]


class Schedule:
    """Does what is to be done at a moment; `language` is for those who chose none."""

    def __init__(self, database: Database, language: str) -> None:
        self._database = database
        self._language = language

    def run(self, now: dt.datetime) -> None:
        """Note what is due by now, ask for it, remind of it, let silence confirm, and tell HR of what is over."""
        look = Look(self._database)
        for id, person in look.finds("finish", lambda c: runs.untouched(c, "report", now - LEFT).items()):
            with look.apart("finish", f"person {person}"):
                self._finish(id, person, now)
        latest = (now.astimezone(dt.UTC) + _AHEAD).date()
        for tenure in look.finds("plan", lambda c: holders.to_plan(c, latest)):
            with look.apart("plan", f"person {tenure.person_id}"):
                self._plan(tenure, now)
        for person in look.finds("ask", lambda c: reports.reporters(c, reports.unasked(latest))):
            with look.apart("ask", f"person {person}"):
                self._ask(person, now)
        for organisation in look.finds("organisations", people.organisations):
            with look.apart("organisation", f"organisation {organisation.id}"):
                self._follow_up(look, organisation, now)
        look.ends(now)

    def _finish(self, run_id: int, person_id: int, now: dt.datetime) -> None:
        """Keep the figures that a person gave before they left; nobody has to answer what is asked besides."""
        with self._database.transaction() as c:
            scene, run = _scene(c, person_id, now), runs.run_of(c, run_id)
            if run.status in {"active", "paused"} and run.updated < now - LEFT:
                finish(scene, run, self._language)

    def _follow_up(self, look: Look, organisation: Organisation, now: dt.datetime) -> None:
        """What an organisation's settings say when: reminders, silence that confirms, digests."""
        id, most, silence = organisation.id, organisation.reminders, now - organisation.confirm_days * _DAY
        today, tomorrow = now.astimezone(organisation.zone).date(), (now + _DAY).date()
        steps: dict[str, tuple[_Whom, Callable[[int], None]]] = {
            "remind": (
                lambda c: reports.reporters(c, reports.unreported(id, now, most)),
                lambda one: self._remind(organisation, one, now),
            ),
            "confirm": (
                lambda c: reports.reporters(c, reports.unconfirmed(id, silence)),
                lambda one: self._confirm(organisation, one, silence, now),
            ),
            "notes": (
                lambda c: _managers(_unwritten(c, organisation, now)),
                lambda one: self._remind_of_notes(organisation, one, now),
            ),
            "pursue": (
                lambda c: _managers(corrective_notes.to_follow_up(c, id, tomorrow)),
                lambda one: self._pursue(organisation, one, now),
            ),
            "ends": (
                lambda c: _managers(endings.untold(c, organisation, today)),
                lambda one: self._tell_of_ends(organisation, one, today, now),
            ),
            "unowned": (
                lambda c: unowned.to_tell(c, organisation, now),
                lambda one: self._tell_of_unowned(one, now),
            ),
            "digest": (
                lambda c: [one.id for one in people.with_role(c, id, "hr")],
                lambda one: self._tell_hr(organisation, one, now),
            ),
        }
        for step, (whom, do) in steps.items():
            for one in look.finds(step, whom, f"organisation {id}"):
                with look.apart(step, f"person {one}"):
                    do(one)

    def _plan(self, tenure: Tenure, now: dt.datetime) -> None:
        with self._database.transaction() as c:
            note_what_is_due(c, tenure, now)

    def _ask(self, person_id: int, now: dt.datetime) -> None:
        """Tell a person once what is due, at an hour at which they are written to."""
        with self._database.transaction() as c:
            scene = _scene(c, person_id, now)
            if not scene.awake:
                return
            due = reports.found(c, reports.unasked(scene.today), person_id)
            reports.asked(c, [one.id for one in due], now)
            if wanted := [one for one in due if one.report is None]:
                grant_day(c, wanted, scene.today, scene.zone)
                self._tell_due(scene, "told.due", wanted)

    def _remind(self, organisation: Organisation, person_id: int, now: dt.datetime) -> None:
        """Remind a person of what they were asked for, once a day at most."""
        with self._database.transaction() as c:
            scene = _scene(c, person_id, now)
            late = reports.found(c, reports.unreported(organisation.id, now, organisation.reminders), person_id)
            if late and not scene.person.muted and scene.awake:
                reports.reminded(c, late, organisation.reminders, now)
                self._tell_due(scene, "told.reminder", late)

    def _tell_due(self, scene: Scene, id: str, due: Sequence[Due]) -> None:
        """List what is due, post by post, and ask for it where the person has nothing else under way."""
        posts, names = Posts(scene.c), dict[int, dict[str, None]]()
        for one in due:
            names.setdefault(one.plan_id, {})[posts.indicator(one).name] = None
        lines = tuple(text(id, post=posts[plan].plan.post, names=tuple(each)) for plan, each in names.items())
        offer = button("report", Text("do.report"))
        said, go = Tell(text("told.lines", lines=Lines(lines))), errands.to_report(scene)
        notice = Notice(scene.person.id, (*_renew(scene, go), said), go, (offer,))
        notify(scene, notice, self._language)

    def _confirm(self, organisation: Organisation, person_id: int, before: dt.datetime, now: dt.datetime) -> None:
        """Let silence confirm what a person reported before a time, once for each post, and note what it misses."""
        with self._database.transaction() as c:
            scene, posts = _scene(c, person_id, now), Posts(c)
            if not scene.awake:
                return
            waiting = reports.found(c, reports.unconfirmed(organisation.id, before), person_id)
            done = [one for one in waiting if _by_silence(scene, posts, one, before)]
            for _, group in confirmations.by_reporter(done):
                said = text("told.silence", post=posts[group[0].plan_id].plan.post, days=organisation.confirm_days)
                judged = confirmations.judged(scene, posts, group)
                for notice in (Notice(person_id, (Tell(said),)), *judged, *corrective.missed(scene, posts, group)):
                    notify(scene, notice, self._language)

    def _remind_of_notes(self, organisation: Organisation, manager_id: int, now: dt.datetime) -> None:
        """Remind a manager of notes that nobody wrote, opened a day ago or longer."""
        with self._database.transaction() as c:
            scene = _scene(c, manager_id, now)
            notes = [one for one in _unwritten(c, organisation, now) if one.manager_id == manager_id]
            if notes and not scene.person.muted and scene.awake:
                corrective_notes.reminded(c, [one.id for one in notes])
                posts = Posts(c)
                lines = Lines(tuple(corrective.line(scene, posts, one) for one in notes))
                said = Tell(
                    text("told.corrective.reminder", lines=lines), tuple(corrective.buttons(scene, posts, notes))
                )
                notify(scene, Notice(manager_id, (said,)), self._language)

    def _pursue(self, organisation: Organisation, manager_id: int, now: dt.datetime) -> None:
        """Ask a manager once what came of each note whose day has come."""
        with self._database.transaction() as c:
            scene = _scene(c, manager_id, now)
            if not scene.awake:
                return
            today, posts = scene.today, Posts(c)
            for one in corrective_notes.to_follow_up(c, organisation.id, today):
                if one.manager_id == manager_id and corrective_notes.claim(c, one.id, today):
                    about = {"post": posts[one.plan_id].plan.post, "name": corrective.name_of(posts, one)}
                    said, offer = Tell(text("told.follow_up", **about)), tuple(corrective.buttons(scene, posts, [one]))
                    notice = Notice(manager_id, (said,), corrective.begin(scene, posts, one), offer)
                    notify(scene, notice, self._language)

    def _tell_of_ends(self, organisation: Organisation, manager_id: int, today: dt.date, now: dt.datetime) -> None:
        """Ask a manager once whether plans of theirs that end go on in a new version."""
        with self._database.transaction() as c:
            scene = _scene(c, manager_id, now)
            ends = [one for one in endings.untold(c, organisation, today) if one.manager_id == manager_id]
            if ends and scene.awake:
                plans.end_told(c, [one.plan_id for one in ends])
                notify(scene, Notice(manager_id, (endings.told_of_ends(c, ends),)), self._language)

    def _tell_of_unowned(self, person_id: int, now: dt.datetime) -> None:
        """Tell somebody of HR what nobody owns, once and then again until somebody does."""
        with self._database.transaction() as c:
            scene = _scene(c, person_id, now)
            every = unowned.found(scene) if scene.awake else []
            if unowned.is_due(scene, every):
                note_told(c, person_id, [one.kept.plan_id for one in every], now)
                notify(scene, Notice(person_id, (unowned.tell(scene, every),)), self._language)

    def _tell_hr(self, organisation: Organisation, person_id: int, now: dt.datetime) -> None:
        """Send somebody of HR the digests that they were not sent yet."""
        with self._database.reading() as c:
            untold = list(_untold(c, organisation, people.person_of(c, person_id), now))
        for rhythm, last in untold:
            self._inform(person_id, rhythm, last, now)

    def _inform(self, person_id: int, rhythm: Rhythm, last: dt.date, now: dt.datetime) -> None:
        """Send a digest once its period is over, at an hour at which the person is written to."""
        with self._database.transaction() as c:
            scene, sent = _scene(c, person_id, now), sent_digests.newest_claimed(c, person_id, rhythm.value)
            if scene.awake and sent_digests.claim(c, person_id, rhythm.value, last, now):
                said: tuple[Reply, ...] = (*_skipped(rhythm, sent, last), inform(scene, rhythm, last))
                notify(scene, Notice(person_id, said), self._language)


def _scene(c: Connection, person_id: int, now: dt.datetime) -> Scene:
    person = people.person_of(c, person_id, lock=True)
    return Scene(c, person, people.roles_of(c, person_id), now, None)


def _renew(scene: Scene, go: Begin | None) -> tuple[Tell, ...]:
    """Drop a report that was asked for before and tells nothing: it is asked for anew, with what is due since.

    Evidence without figures stays where the same is asked for; else the person is told that it went with nothing.
    """
    run = runs.active_run(scene.c, scene.person.id)
    if run is None or run.interview != "report" or run.updated >= scene.now:
        return ()
    kept = run_as_kept(scene.c, run)
    answers = journal.values(journal.standing(kept.journal))
    evidence = any(answers.get(key) for key in ADDITIONS)
    if tells(kept.header, answers) or (evidence and go and go.subject == run.subject):
        return ()
    before, now = run.revision, scene.now
    runs.save_run(scene.c, run.id, status="cancelled", parked=run.parked, focus=None, revision_before=before, now=now)
    return (Tell(Text("evidence.unused")),) if evidence else ()


def _today(person: Person, organisation: Organisation, now: dt.datetime) -> dt.date:
    return now.astimezone(people.zone_of(person, organisation)).date()


def _by_silence(scene: Scene, posts: Posts, one: Due, before: dt.datetime) -> bool:
    """Confirm what was reported before a time; the days on which its receiver was away are none to object on.

    Nor are those on which nobody owned the post, or another did.
    """
    assert one.report is not None  # noqa: S101 - only what was reported waits to be confirmed
    receiver = people.person_of(scene.c, confirmations.receiver_of(posts, one))
    roles = people.roles_of(scene.c, receiver.id)
    if not roles or (receiver.id == posts[one.plan_id].manager_id and "manager" not in roles):
        return False
    began = max(one.report.kept_at, plans.handed_over_at(scene.c, one.plan_id) or one.report.kept_at)
    zone = people.zone_of(receiver, people.organisation_of(scene.c, receiver.organisation_id))
    since, today = (at.astimezone(zone).date() for at in (began, scene.now))
    if began > before - absences.days_away(scene.c, receiver.id, since, today) * _DAY:
        return False
    return reports.conclude(scene.c, one.report.id, "confirmed", person_id=None, now=scene.now)


def _unwritten(c: Connection, organisation: Organisation, now: dt.datetime) -> Iterator[CorrectiveNote]:
    """The notes that nobody wrote and of which a reminder is due, each a day after what came before."""
    for one in corrective_notes.unwritten(c, organisation.id, organisation.reminders):
        if one.opened_at + (one.reminders + 1) * _DAY <= now:
            yield one


def _managers(things: Iterable[CorrectiveNote | Ending]) -> list[int]:
    return sorted({one.manager_id for one in things})


def _untold(
    c: Connection, organisation: Organisation, person: Person, now: dt.datetime
) -> Iterator[tuple[Rhythm, dt.date]]:
    """The digests of closed periods that somebody of HR wants and was not sent yet.

    A period is over once its last day is where people are furthest behind. None is of the time before they joined.
    """
    today = min(now.astimezone(zone).date() for zone in people.zones(c, organisation))
    declined = sent_digests.declined(c, person.id)
    for rhythm in (one for one in Rhythm if one not in declined):
        newest = closed(rhythm, _today(person, organisation, now))
        for last in _since(rhythm, newest, sent_digests.newest_claimed(c, person.id, rhythm.value)):
            if person.created.date() <= last < today and not _awaited(c, organisation, rhythm, last, today):
                yield rhythm, last


def _awaited(c: Connection, organisation: Organisation, rhythm: Rhythm, last: dt.date, today: dt.date) -> bool:
    """Whether a digest waits for what is about its days and falls due after them."""
    days = days_of(rhythm, closed(rhythm, last + _DAY).first, last)
    return days.about and today <= last + _WAIT and digests.awaited(c, organisation.id, days, today)


def _since(rhythm: Rhythm, newest: Span, sent: dt.date | None) -> list[dt.date]:
    """The last days of closed periods since that of the digest that was sent last, the oldest first: a few at most.

    The newest alone where none was sent yet.
    """
    if sent is None:
        return [newest.last]
    spans = [newest]
    while len(spans) < _LATE[rhythm]:
        spans.append(before(rhythm, spans[-1]))
    return [span.last for span in reversed(spans) if span.last > sent]


def _skipped(rhythm: Rhythm, sent: dt.date | None, last: dt.date) -> Iterator[Tell]:
    """What is said of the periods between the one that was sent last and the one that ended on a day, if any."""
    until = before(rhythm, closed(rhythm, last + _DAY)).last
    if sent and sent < until:
        first, final = (When("", day.isoformat()) for day in (sent + _DAY, until))
        yield Tell(text("digest.skipped", rhythm=text(f"digest.{rhythm}"), first=first, last=final))
