"""Digests for HR: at once, or one that is due (method.md 6)."""

from bot.digest import digest_of
from bot.scene import Granted, Scene, refused
from dialogs.reading.closed_periods import read_closed_period
from dialogs.steps import Inform
from kpi.digest import Rhythm
from storage import people


def digest(scene: Scene, argument: str) -> Granted:
    """The digest of the last week, month or quarter that is over; of the month where none is named."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    rhythm = read_closed_period(argument) if argument else Rhythm.MONTHLY
    return Granted([inform(scene, rhythm)]) if rhythm else refused("digest.unknown", said=argument[:40])


def inform(scene: Scene, rhythm: Rhythm) -> Inform:
    """The digest as the person may see it, by the day where they are."""
    return Inform(
        digest_of(scene.c, scene.person.organisation_id, rhythm, scene.today, people.scope_of(scene.c, scene.person.id))
    )
