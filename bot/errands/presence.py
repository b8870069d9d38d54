"""When and how people are written to: absences, reminders, their time zone (method.md 5)."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from bot.deadlines import move, postpone
from bot.posts import Posts
from bot.scene import Begin, Granted, Notice, Scene, button, told
from dialogs.absence import AbsenceHeader, Away, days
from dialogs.choices import Choice
from dialogs.reading.dates.spans import read_span
from dialogs.reading.dates.zones import read_zones
from dialogs.reading.unread import Unread
from dialogs.state import Refuse, Reply
from dialogs.steps import Tell
from kpi.plan import When
from locales.text import Text, Value, Zone, text
from storage import absences, people
from storage.reports import Due


def away(scene: Scene, argument: str) -> Granted:
    """Keep when the person is away ("2 Dec - 9 Dec"), or that they are there ("off"); ask where they did not say."""
    if argument.casefold() == "off":
        return _back(scene)
    if not argument:
        return Granted(_known(scene), Begin("absence", AbsenceHeader()))
    try:
        country = people.organisation_of(scene.c, scene.person.organisation_id).place
        first, last = read_span(argument, scene.today, country)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    return keep(scene, Away(first, last))


def keep(scene: Scene, said: Away) -> Granted:
    """Keep an absence and say what it means; what is due meanwhile is due on the first day back."""
    absences.keep(scene.c, scene.person.id, said.first, said.last)
    excused = postpone(scene.c, scene.person.id, scene.zone, scene.now)
    granted = told("away.kept", _off(), days=days(said.first, said.last))
    granted.notices += _excused(scene, said, excused)
    return granted


def _excused(scene: Scene, said: Away, late: Iterable[Due]) -> Iterator[Notice]:
    """Tell the managers of what was late and no longer is: nobody excuses themselves unseen."""
    posts = Posts(scene.c)
    names = dict[int, list[str]]()
    for one in late:
        names.setdefault(posts[one.plan_id].manager_id, []).append(posts.indicator(one).name)
    for manager_id, each in names.items():
        about = {"person": scene.person.name, "days": days(said.first, said.last), "names": tuple(dict.fromkeys(each))}
        if manager_id != scene.person.id:
            yield Notice(manager_id, (Tell(text("told.away", **about)),))


def _back(scene: Scene) -> Granted:
    """Forget the absences that are not over; what was put off for them is late once today is over."""
    if not absences.since(scene.c, scene.person.id, scene.today):
        return told("away.none")
    absences.cancel(scene.c, scene.person.id, scene.today)
    postpone(scene.c, scene.person.id, scene.zone, scene.now)
    return told("away.off")


def _known(scene: Scene) -> list[Reply]:
    """The absences that are not over, with a button that forgets them."""
    known = [days(*one) for one in absences.since(scene.c, scene.person.id, scene.today)]
    return [Tell(text("away.known", days=tuple(known)), (_off(),))] if known else []


def _off() -> Choice:
    return button("away:off", Text("away.button"))


def mute(scene: Scene, _: str) -> Granted:
    """Send the person no reminders, or send them again."""
    people.set_muted(scene.c, scene.person.id, muted=not scene.person.muted)
    return told("unmuted" if scene.person.muted else "muted")


def zone(scene: Scene, argument: str) -> Granted:
    """Say by which clock the person lives, or keep another ("Berlin", or "organisation" for that of all)."""
    own = scene.person.time_zone
    if not argument:
        back = [button("zone:organisation", Text("zone.back"))] if own else []
        return told("zone.own" if own else "zone.organisation", *back, **_clock(scene, scene.zone))
    try:
        found = (None,) if argument == "organisation" else read_zones(argument)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    if len(found) > 1:
        choices = (button(f"zone:{name}", text("zone.button", zone=Zone(name))) for name in found if name)
        return told("zone.which", *choices)
    return _move(scene, found[0])


def _move(scene: Scene, name: str | None) -> Granted:
    """Keep a time zone; what is open goes by its clock, but is not late sooner than it was."""
    organisation = people.organisation_of(scene.c, scene.person.organisation_id)
    after = ZoneInfo(name) if name else organisation.zone
    move(scene.c, scene.person.id, scene.zone, after, scene.now)
    people.set_time_zone(scene.c, scene.person.id, name)
    return told("zone.kept", **_clock(scene, after))


def _clock(scene: Scene, zone: ZoneInfo) -> dict[str, Value]:
    """A zone, and what its clocks show."""
    there = scene.now.astimezone(zone)
    return {"zone": Zone(zone.key), "time": f"{there:%H:%M}", "date": When("", there.date().isoformat())}
