"""When and how people are written to: absences and reminders (method.md 5)."""

from bot.scene import Begin, Granted, Scene, told
from dialogs.absence import AbsenceHeader, Away, days
from dialogs.reading.spans import read_span
from dialogs.reading.unread import Unread
from dialogs.state import Refuse
from storage import people, reports


def away(scene: Scene, argument: str) -> Granted:
    """Keep when the person is away ("2 Dec - 9 Dec"); ask where they did not say."""
    if not argument:
        return Granted(go=Begin("absence", AbsenceHeader()))
    try:
        first, last = read_span(argument, scene.today)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    return keep(scene, Away(first, last))


def keep(scene: Scene, said: Away) -> Granted:
    """Keep an absence and say what it means."""
    reports.set_absence(scene.c, scene.person.id, said.first, said.last)
    return told("away.kept", days=days(said.first, said.last))


def mute(scene: Scene, _: str) -> Granted:
    """Send the person no reminders, or send them again."""
    people.set_muted(scene.c, scene.person.id, muted=not scene.person.muted)
    return told("unmuted" if scene.person.muted else "muted")
