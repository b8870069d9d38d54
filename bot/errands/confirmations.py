"""Confirming and disputing what was reported, and what a confirmation leads to (method.md 5)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from bot.errands.corrective import missed
from bot.posts import Posts
from bot.scene import Begin, Granted, Notice, Scene, button, is_id, told
from dialogs.confirm import Concluded, ConfirmHeader, Received
from dialogs.standing import observed, stands
from dialogs.steps import Tell
from kpi.evidence import File
from kpi.period import Span
from locales.text import Lines, Text, Value, text
from storage import people, reports
from storage.reports import Due
from storage.tables import Confirmed

LISTED = 20
"""Reports listed in one message."""


def confirm(scene: Scene, argument: str) -> Granted:
    """Show what waits for the person to confirm, of one reporter and post after the other ("each").

    Where several reported, all that is plain is listed, to be confirmed at once ("12,13": just what was listed).
    """
    posts = Posts(scene.c)
    waiting = _received_by(scene, posts)
    if listed := set(filter(is_id, argument.split(","))):
        agreed = [one for one in waiting if one.report and str(one.report.id) in listed]
        return _conclude_all(scene, posts, agreed, [], Concluded(tuple(map(int, listed)), ()))
    files = _evidence(scene, waiting)
    plain = [one for one in waiting if _plain(posts, one) and one.id not in files][:LISTED]
    if not argument and plain and len({_by_reporter(one) for one in waiting}) > 1:
        scene.note_given(plain, "confirm")
        names = people.names(scene.c, {_reporter(one) for one in plain})
        lines = (
            text("confirm.plain.line", line=_stands(scene, posts, one), reporter=names[_reporter(one)]) for one in plain
        )
        ids = ",".join(str(one.report.id) for one in plain if one.report)
        every = button(f"confirm:{ids}", text("confirm.plain.do", n=len(plain)))
        each = button("confirm:each", Text("confirm.each"))
        return told("confirm.plain", every, each, lines=Lines(tuple(lines)), n=len(plain))
    return Granted(go=_begin(scene, posts, waiting)) if waiting else told("confirm.none")


def to_confirm(scene: Scene) -> Begin | None:
    """The interview about what somebody reported to the person: of one reporter and one post, the oldest first."""
    posts = Posts(scene.c)
    waiting = _received_by(scene, posts)
    return _begin(scene, posts, waiting) if waiting else None


def _begin(scene: Scene, posts: Posts, waiting: Sequence[Due]) -> Begin:
    first = waiting[0]
    group = [one for one in waiting if _by_reporter(one) == _by_reporter(first)]
    scene.note_given(group, "confirm")
    files = _evidence(scene, group)
    received = tuple(_received(scene, posts, one, files.get(one.id, ())) for one in group)
    reporter = people.person_of(scene.c, _reporter(first)).name
    newest = max(one.report_id for one in received)
    return Begin("confirm", ConfirmHeader(reporter, posts[first.plan_id].plan.post, received), f"confirm/{newest}")


def concluded(scene: Scene, said: Concluded) -> Granted:
    """Keep what was confirmed and disputed, and tell the reporters."""
    posts = Posts(scene.c)
    waiting = {one.report.id: one for one in _received_by(scene, posts) if one.report}
    agreed, objected = ([one for id, one in waiting.items() if id in ids] for ids in (said.confirmed, said.disputed))
    outdated = {*said.confirmed, *said.disputed} - set(waiting)
    changed = [one for one in reports.dues_with(scene.c, outdated) if one.report and one.report.id not in outdated]
    only_changed = changed and not agreed and not objected
    granted = Granted() if only_changed else _conclude_all(scene, posts, agreed, objected, said)
    if changed:
        about = {one.id for one in reports.dues_with(scene.c, set(said.disputed))}
        disputed, confirmed = ([one for one in changed if (one.id in about) is objected] for objected in (True, False))
        for id, group in (("concluded.changed", disputed), ("concluded.outdated", confirmed)):
            if group:
                granted.replies.append(Tell(text(id, names=_names(posts, group))))
        granted.notices += _objections(scene, posts, disputed, outdated & set(said.disputed), said)
        granted.go = granted.go or to_confirm(scene)
    if said.left:
        granted.go = None
    granted.notices += _noted(scene, posts, said)
    return granted


def _noted(scene: Scene, posts: Posts, said: Concluded) -> Iterator[Notice]:
    """Pass on what was said to who reported, beside the verdict."""
    if said.note:
        for one in reports.dues_with(scene.c, {said.note.report_id}):
            post = posts[one.plan_id].plan.post
            it = text("told.note", receiver=scene.person.name, post=post, note=said.note.text)
            yield Notice(_reporter(one), (Tell(it),))


def _objections(
    scene: Scene, posts: Posts, changed: Sequence[Due], disputed: Collection[int], said: Concluded
) -> Iterator[Notice]:
    """Keep what was objected to reports that were corrected meanwhile, and tell who made them."""
    for id in sorted(disputed):
        reason = said.reason_of(id)
        reports.conclude(scene.c, id, "disputed", reason=reason, person_id=scene.person.id, now=scene.now)
    for reporter, group in by_reporter(changed):
        names = _names(posts, group)
        reasons = "; ".join(dict.fromkeys(filter(None, map(said.reason_of, sorted(disputed)))))
        it = text("told.disputed.before", receiver=scene.person.name, names=names, reason=reasons)
        yield Notice(reporter, (Tell(it),))


def _conclude_all(
    scene: Scene, posts: Posts, agreed: Sequence[Due], objected: Sequence[Due], said: Concluded
) -> Granted:
    if not said.confirmed and not said.disputed:
        return told("concluded.left")
    confirmed = [one for one in agreed if _conclude(scene, one, "confirmed")]
    disputed = [one for one in objected if _conclude(scene, one, "disputed", _why(said, one))]
    if not confirmed and not disputed:
        return told("concluded.before")
    granted, concluded = told("concluded"), (*confirmed, *disputed)
    for reporter, group in by_reporter(confirmed):
        post, names = posts[group[0].plan_id].plan.post, _names(posts, group, concluded)
        it = text("told.confirmed", receiver=scene.person.name, post=post, names=names)
        granted.notices.append(Notice(reporter, (Tell(it),)))
        _confirmed(scene, posts, granted, group)
    for reporter, group in by_reporter(disputed):
        for reason, those in groupby(sorted(group, key=lambda one: _why(said, one)), key=lambda one: _why(said, one)):
            dues = list(those)
            names = _names(posts, dues, concluded)
            it = text("told.disputed", receiver=scene.person.name, names=names, reason=reason)
            correct = button(f"report:{'-'.join(str(one.id) for one in dues)}", Text("do.correct"))
            granted.notices.append(Notice(reporter, (Tell(it),), offer=(correct,)))
    granted.go = to_confirm(scene)
    return granted


def _why(said: Concluded, one: Due) -> str:
    """Why a report is disputed, in the words of who disputes it."""
    return (said.reason_of(one.report.id) if one.report else None) or ""


def hand_over(scene: Scene, posts: Posts, granted: Granted, kept: Sequence[Due]) -> None:
    """Ask the receivers of one post's reports to confirm them; what the reporter receives themselves is confirmed."""
    receivers = {one.id: receiver_of(posts, one) for one in kept}
    others = sorted(set(receivers.values()) - {scene.person.id})
    names = tuple(people.person_of(scene.c, id).name for id in others)
    granted.replies.append(Tell(text("reported", receiver=names) if others else Text("reported.own")))
    days = people.organisation_of(scene.c, scene.person.organisation_id).confirm_days
    said = text("told.reported", reporter=scene.person.name, post=posts[kept[0].plan_id].plan.post, days=days)
    offer = button("confirm", Text("do.confirm"))
    granted.notices += [Notice(receiver, (Tell(said),), offer=(offer,)) for receiver in others]
    own = [one for one in kept if receivers[one.id] == scene.person.id]
    for one in own:
        _conclude(scene, one, "confirmed")
    _confirmed(scene, posts, granted, own)


def judged(scene: Scene, posts: Posts, confirmed: Iterable[Due]) -> Iterator[Notice]:
    """Tell the holders of a post how others judged them, once that is confirmed."""
    theirs = sorted((one for one in confirmed if one.reporter_id != one.person_id), key=_by_holder)
    for holder, group in groupby(theirs, key=_by_holder):
        dues = list(group)
        lines = tuple(_stands(scene, posts, one) for one in dues)
        judge = people.person_of(scene.c, _reporter(dues[0])).name
        post = posts[dues[0].plan_id].plan.post
        yield Notice(holder, (Tell(text("told.judged", judge=judge, post=post, lines=Lines(lines))),))


def receiver_of(posts: Posts, one: Due) -> int:
    """The id of who receives a figure: whom the tracking plan names, where they are known; else the manager."""
    post = posts[one.plan_id]
    meant = post.people.get(posts.indicator(one).tracking.receiver or "", one.reporter_id)
    return meant if meant != one.reporter_id else post.manager_id


def by_reporter(done: Iterable[Due]) -> Iterator[tuple[int, list[Due]]]:
    """Reports by who made them and of which post."""
    for (reporter, _), group in groupby(sorted(done, key=_by_reporter), key=_by_reporter):
        yield reporter, list(group)


def _received_by(scene: Scene, posts: Posts) -> list[Due]:
    """What waits for the person to confirm; whose plan it is and who is no manager any more confirms nothing of it."""
    waiting = reports.found(scene.c, reports.unconfirmed(scene.person.organisation_id))
    theirs = [one for one in waiting if receiver_of(posts, one) == scene.person.id]
    return [one for one in theirs if "manager" in scene.roles or posts[one.plan_id].manager_id != scene.person.id]


def _plain(posts: Posts, one: Due) -> bool:
    """Whether there is nothing to look into: a first report that meets the basic standard, without a note."""
    attained, it = posts[one.plan_id].attained(one), one.report
    first = it is not None and it.version == 1 and not it.note
    return first and attained is not None and attained.met is not False


def _evidence(scene: Scene, dues: Sequence[Due]) -> dict[int, tuple[File, ...]]:
    """The photos and files of what was reported, by the ids of what was due."""
    of = {one.report.id: one.id for one in dues if one.report}
    return {of[id]: files for id, files in reports.evidence_of(scene.c, of).items()}


def _conclude(scene: Scene, one: Due, verdict: Confirmed, reason: str | None = None) -> bool:
    """Keep what the person says of a report; False where something was said before."""
    assert one.report is not None  # noqa: S101 - as in _received
    by = scene.person.id
    return reports.conclude(scene.c, one.report.id, verdict, reason=reason, person_id=by, now=scene.now)


def _confirmed(scene: Scene, posts: Posts, granted: Granted, group: Sequence[Due]) -> None:
    """Tell holders how they were judged, and the manager what is missed, by confirmed reports of one post."""
    for notice in (*judged(scene, posts, group), *missed(scene, posts, group)):
        if notice.person_id == scene.person.id:
            granted.replies += notice.replies
        else:
            granted.notices.append(notice)


def _by_reporter(one: Due) -> tuple[int, int]:
    return _reporter(one), one.plan_id


def _by_holder(one: Due) -> int:
    return one.person_id


def _reporter(one: Due) -> int:
    return one.report.person_id if one.report else one.reporter_id


def _names(posts: Posts, dues: Iterable[Due], among: Iterable[Due] = ()) -> tuple[Value, ...]:
    """The indicators of reports, with the days of those of which there are several among the ones beside them."""
    times = Counter((one.indicator_id, one.person_id) for one in among)
    days = [(Span(one.first, one.last) if times[one.indicator_id, one.person_id] > 1 else None, one) for one in dues]
    named = dict.fromkeys((posts.indicator(one).name, span) for span, one in days)
    return tuple(text("report.button", name=name, days=span) if span else name for name, span in named)


def _stands(scene: Scene, posts: Posts, one: Due) -> Text:
    """Where a report stands and how it moved, in a line."""
    assert one.report is not None  # noqa: S101 - as in _received
    indicator, it = posts.indicator(one), one.report
    if it.value is None:
        return observed(indicator, it.observed or ())
    return stands(indicator, it.value, reports.figure_before(scene.c, one), reports.replaced(scene.c, one))


def _received(scene: Scene, posts: Posts, one: Due, files: tuple[File, ...]) -> Received:
    assert one.report is not None  # noqa: S101 - only what was reported waits to be confirmed
    it = one.report
    return Received(
        it.id,
        posts.indicator(one),
        one.last.isoformat(),
        it.value,
        it.observed,
        reports.figure_before(scene.c, one),
        it.note,
        files,
        people.person_of(scene.c, one.person_id).name if one.person_id != it.person_id else None,
        reports.replaced(scene.c, one),
        one.first.isoformat(),
    )
