"""Digests for HR: at once, or one that is due (method.md 6)."""

from bot.digest import digest_of
from bot.scene import Granted, Scene, refused
from dialogs.steps import Inform
from kpi.digest import Rhythm
from storage import people


def digest(scene: Scene, argument: str) -> Granted:
    """The digest of the last week, month or quarter that is over; of the month where none is named."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    wanted = argument.strip().casefold() or Rhythm.MONTHLY
    known = {name: rhythm for rhythm in Rhythm for name in (rhythm.value, *_NAMES[rhythm])}
    if wanted not in known:
        return refused("digest.unknown", said=argument[:40])
    return Granted([inform(scene, known[wanted])])


def inform(scene: Scene, rhythm: Rhythm) -> Inform:
    """The digest as the person may see it, by the day where they are."""
    organisation = people.organisation_of(scene.c, scene.person.organisation_id)
    today = scene.now.astimezone(people.zone_of(scene.person, organisation)).date()
    return Inform(digest_of(scene.c, organisation.id, rhythm, today, people.scope_of(scene.c, scene.person.id)))


_NAMES = {
    Rhythm.WEEKLY: ("week", "周", "周报", "每周", "週", "週報"),
    Rhythm.MONTHLY: ("month", "月", "月报", "每月", "月報"),
    Rhythm.QUARTERLY: ("quarter", "季", "季度", "季报", "每季", "季報"),
}
