"""Corrective notes: opened by a missed basic standard, written by the manager, followed up (method.md 5)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from bot.posts import Posts
from bot.scene import Begin, Granted, Notice, Scene, button, is_id, refused, told
from dialogs.choices import Choice
from dialogs.corrective import CorrectiveHeader, Figure, FollowedUp, FollowUpHeader, Written
from dialogs.reading.answers.lists import read_list
from dialogs.standing import amount
from dialogs.state import Reply
from dialogs.steps import Tell
from kpi.plan import When
from locales.text import Lines, Text, Value, text
from storage import corrective_notes, people, reports
from storage.corrective_notes import CorrectiveNote
from storage.reports import Due
from storage.tables import Outcome

LISTED = 20
"""Notes with buttons in one message."""
_FORTNIGHT = dt.timedelta(days=14)
_Noted = tuple[Due, CorrectiveNote]
"""What missed the basic standard, and the note that is open about it."""


def corrective(scene: Scene, argument: str) -> Granted:
    """Write or follow up a note ("3"); else list the open ones about the manager's posts."""
    if "manager" not in scene.roles:
        return refused("only.manager")
    if not argument:
        return _listed(scene)
    note = _mine(scene, argument.lstrip("#"))
    if note is None:
        return refused("corrective.unknown", id=argument[:40])
    if note.outcome:
        because = note.reason and text("corrective.because", reason=note.reason)
        return told(f"corrective.closed.{note.outcome}", name=name_of(Posts(scene.c), note), because=because or "")
    return Granted(go=begin(scene, Posts(scene.c), note))


def missed(scene: Scene, posts: Posts, confirmed: Sequence[Due]) -> list[Notice]:
    """Open notes where confirmed reports of one reporter and post miss the basic standard; tell the manager at once.

    One that nobody wrote is dropped where the figure was corrected and meets the standard. No second note is opened of
    an indicator and holder while one is: that one is named again.
    """
    opened, still, mended = list[_Noted](), list[_Noted](), list[str]()
    for one in confirmed:
        attained = posts[one.plan_id].attained(one)
        if attained is None or attained.met is not False:
            if corrective_notes.drop_blank(scene.c, one.id, scene.now):
                mended.append(posts.indicator(one).name)
        elif note := corrective_notes.open_for(scene.c, one, scene.now):
            opened.append((one, note))
        elif (note := corrective_notes.open_about(scene.c, one)) and note.due_id != one.id:
            still.append((one, note))
    said = [Tell(text("told.mended", names=tuple(mended)))] if mended else []
    said += [_missed(scene, posts, id, of) for id, of in (("told.missed", opened), ("told.missed.again", still)) if of]
    return [Notice(posts[confirmed[0].plan_id].manager_id, tuple(said))] if said else []


def begin(scene: Scene, posts: Posts, note: CorrectiveNote) -> Begin:
    """The interview in which a note is written, or followed up where it is."""
    of_plan = [one for one in reports.of_plan(scene.c, note.plan_id) if one.person_id == note.person_id]
    dues = [one for one in of_plan if one.indicator_id == note.indicator_id]
    first = next(one for one in dues if one.id == note.due_id)
    known = [_figure(scene, posts, one) for one in dues if _is_since(note, one, first)]
    post, holder = posts[note.plan_id].plan.post, people.person_of(scene.c, note.person_id).name
    days = _days(scene, dues[-1])
    if note.what is None or note.who is None or note.by is None:
        missed = _figure(scene, posts, first)
        return Begin("corrective", CorrectiveHeader(note.id, post, holder, missed, days), f"corrective/{note.id}")
    since = known[-1] if known else None
    header = FollowUpHeader(note.id, post, holder, name_of(posts, note), note.what, note.who, note.by, since, days)
    return Begin("follow_up", header, f"corrective/{note.id}/{note.by}")


def again(scene: Scene, header: CorrectiveHeader | FollowUpHeader) -> Begin | None:
    """The interview about a note with the newest figure and days to come; None where the note was changed or closed."""
    note, by = _mine(scene, str(header.note_id)), header.by if isinstance(header, FollowUpHeader) else None
    return begin(scene, Posts(scene.c), note) if note and note.outcome is None and note.by == by else None


def written(scene: Scene, said: Written) -> Granted:
    """Keep what is done about a missed standard; tell the holder, and those who do it, or did, where they are known."""
    note = _mine(scene, str(said.note_id))
    if note is None:
        return refused("corrective.unknown", id=str(said.note_id))
    if note.by != said.due or not corrective_notes.write(
        scene.c, note, scene.person.id, what=said.what, who=said.who, until=said.by, now=scene.now
    ):
        return told("corrective.before")
    granted = told("corrective.written", by=_day(said.by))
    id = "told.corrective.anew" if note.written else "told.corrective"
    granted.notices += _telling(scene, note, said.who, id, what=said.what, by=_day(said.by))
    return granted


def followed_up(scene: Scene, said: FollowedUp) -> Granted:
    """Close a note, or give it another day; tell those whom it concerns."""
    note = _mine(scene, str(said.note_id))
    if note is None:
        return refused("corrective.unknown", id=str(said.note_id))
    if note.by != said.due or not _settled(scene, note, said):
        return told("corrective.before")
    by: Value = _day(said.by) if said.by else None
    granted = told(f"corrective.{said.outcome}", by=by)
    id = f"told.corrective.{said.outcome}" if note.written else "told.corrective.nothing"
    granted.notices += _telling(scene, note, note.who or "", id, what=note.what, by=by, reason=said.reason)
    if said.outcome == "done":
        granted.replies += _missed_since(scene, note)
    return granted


def line(scene: Scene, posts: Posts, note: CorrectiveNote) -> Text:
    """An open note as it is listed."""
    about = {"name": name_of(posts, note), "holder": people.person_of(scene.c, note.person_id).name}
    if note.by is None:
        return text("corrective.line.blank", **about)
    late = note.by < scene.today
    return text(
        "corrective.line.late" if late else "corrective.line", **about, what=note.what, who=note.who, by=_day(note.by)
    )


def buttons(scene: Scene, posts: Posts, notes: Iterable[CorrectiveNote]) -> list[Choice]:
    """Buttons that write or follow up notes."""
    return [_button(scene, posts, note) for note in notes]


def name_of(posts: Posts, note: CorrectiveNote) -> str:
    """The indicator that a note is about."""
    return posts[note.plan_id].indicators[note.indicator_id].name


def _listed(scene: Scene) -> Granted:
    notes = corrective_notes.open_of(scene.c, scene.person.id)
    if not notes:
        return told("corrective.none")
    posts = Posts(scene.c)
    lines = Lines(tuple(line(scene, posts, note) for note in notes))
    return told("corrective.list", *buttons(scene, posts, notes[:LISTED]), lines=lines)


def _mine(scene: Scene, id: str) -> CorrectiveNote | None:
    """The note of an id, where it is about a post of the manager."""
    note = corrective_notes.note(scene.c, int(id)) if is_id(id) else None
    return note if note and "manager" in scene.roles and note.manager_id == scene.person.id else None


def _is_since(note: CorrectiveNote, one: Due, first: Due) -> bool:
    """Whether a figure came after the one that missed the standard: of a later date, or its correction."""
    if one.report is None or one.due_on < first.due_on:
        return False
    return one.due_on > first.due_on or one.report.at > note.opened_at


def _settled(scene: Scene, note: CorrectiveNote, said: FollowedUp) -> bool:
    if said.by:
        return corrective_notes.put_off(scene.c, note, said.by)
    outcome: Outcome = "done" if said.outcome == "done" else "dropped"
    return corrective_notes.close(scene.c, note, outcome, scene.person.id, scene.now, reason=said.reason)


def _telling(scene: Scene, note: CorrectiveNote, who: str, id: str, **params: Value) -> list[Notice]:
    """Tell the holder, and those who are named to do it, what the manager noted."""
    posts = Posts(scene.c)
    about = {"manager": scene.person.name, "post": posts[note.plan_id].plan.post, "name": name_of(posts, note)}
    concerned = {note.person_id, *_doers(scene, note, who)} - {scene.person.id}
    telling = Tell(text(id, **about, who=who, **params))
    return [Notice(person_id, (telling,)) for person_id in sorted(concerned)]


def _doers(scene: Scene, note: CorrectiveNote, who: str) -> Iterator[int]:
    """The ids of those who are named to do it, and of those who were before; nobody who joined after that."""
    organisation = scene.person.organisation_id
    told = {who: scene.now, note.who: note.written_at}
    for name, until in ((name, until) for said, until in told.items() if said and until for name in read_list(said)):
        if person := people.meant(scene.c, organisation, name, until):
            yield person.id


def _missed_since(scene: Scene, note: CorrectiveNote) -> Iterable[Reply]:
    """Open a note where the newest confirmed figure after that of a closed one misses the standard; what is said."""
    of_plan = reports.of_plan(scene.c, note.plan_id)
    same = [one for one in of_plan if (one.indicator_id, one.person_id) == (note.indicator_id, note.person_id)]
    about = next(one for one in same if one.id == note.due_id)
    later = [one for one in same if one.due_on > about.due_on and one.report and one.report.verdict == "confirmed"]
    return [reply for notice in missed(scene, Posts(scene.c), later[-1:]) for reply in notice.replies]


def _missed(scene: Scene, posts: Posts, id: str, notes: Sequence[_Noted]) -> Tell:
    """What reports of a post missed, with the buttons of the notes about it."""
    lines = Lines(tuple(_line_missed(scene, posts, one) for one, _ in notes))
    open_ = {note.id: note for _, note in notes}.values()
    post = posts[notes[0][0].plan_id].plan.post
    return Tell(text(id, post=post, lines=lines, n=len(notes)), tuple(buttons(scene, posts, open_)))


def _line_missed(scene: Scene, posts: Posts, one: Due) -> Text:
    """What a report says, and what it misses."""
    indicator, it = posts[one.plan_id].indicator(one), one.report
    figure: Value = None
    if it:
        figure = amount(indicator, it.value) if it.value is not None else it.observed or text("judgement.nothing")
    holder = people.person_of(scene.c, one.person_id).name
    return text("missed.line", holder=holder, name=indicator.name, figure=figure, basic=indicator.basic)


def _button(scene: Scene, posts: Posts, note: CorrectiveNote) -> Choice:
    holder = people.person_of(scene.c, note.person_id).name
    label = "corrective.follow_up" if note.written else "corrective.write"
    return button(f"corrective:{note.id}", text(label, name=name_of(posts, note), holder=holder))


def _figure(scene: Scene, posts: Posts, one: Due) -> Figure:
    it, before = one.report, reports.figure_before(scene.c, one)
    assert it is not None  # noqa: S101 - only what was reported is shown
    first, last = one.first.isoformat(), one.last.isoformat()
    return Figure(posts[one.plan_id].indicator(one), last, it.value, it.observed, before, first)


def _days(scene: Scene, newest: Due) -> tuple[str, ...]:
    """What is proposed for when it is done by: the day on which the next figure is due, in two weeks."""
    organisation = people.organisation_of(scene.c, scene.person.organisation_id)
    zone = people.zone_of(scene.person, organisation)
    today, following = (moment.astimezone(zone).date() for moment in (scene.now, newest.closes))
    days = (following, today + _FORTNIGHT)
    return tuple(day.isoformat() for day in dict.fromkeys(days) if day > today)


def _day(day: dt.date) -> When:
    return When("", day.isoformat())
