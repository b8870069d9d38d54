"""Digests for HR: at once, or one that is due (method.md 6)."""

from dataclasses import replace
from datetime import date

from bot.digest import digest_of, listed
from bot.scene import Granted, Scene, button, refused, told
from dialogs.reading.dates.closed_periods import asks_settings, read_closed_period, read_turned
from dialogs.steps import Inform
from kpi.digest import Extent, Rhythm, before, closed
from kpi.plan import When
from locales.text import Lines, text
from storage import access, people, sent_digests


def digest(scene: Scene, argument: str) -> Granted:
    """The digest of the last week, month or quarter that is over, or of one that is named; else of the last month.

    "weekly off" and "weekly on" say which are sent, "settings" asks.
    """
    if "hr" not in scene.roles:
        return refused("only.hr")
    if turned := read_turned(argument):
        _turn(scene, *turned)
    if turned or asks_settings(argument):
        return _settings(scene)
    found = read_closed_period(argument or Rhythm.MONTHLY, scene.today)
    if found is None:
        return refused("digest.unknown", said=argument[:40])
    rhythm, span = found
    if span.last >= scene.today:
        return refused("digest.not_over", last=When("", span.last.isoformat()))
    return Granted([inform(scene, rhythm, span.last)])


def inform(scene: Scene, rhythm: Rhythm, last: date | None = None) -> Inform:
    """The digest as the person may see it, by the day where they are; everybody it names has that on record.

    It is that of the newest period, or of the one that ended on a day.
    """
    organisation = scene.person.organisation_id
    shown = digest_of(scene.c, organisation, rhythm, scene.now.astimezone(scene.zone), scene.scope, last=last)
    # Nobody erases themselves.
    shown = replace(shown, leaving=tuple(one for one in shown.leaving if one.person_id != scene.person.id))
    named = {one.person for one in shown.missing} | {one.person for one in shown.movers}
    named |= {one.manager for one in shown.waiting} | {one.person for one in shown.leaving}
    named |= {one.person for one in shown.unplanned}
    what = f"digest/{rhythm}/{shown.span.last.isoformat()}"
    extent = Extent(organisation, tuple(sorted(scene.scope)), scene.now.astimezone(scene.zone))
    looked_at = {*people.ids(scene.c, organisation, named), *listed(scene.c, extent, rhythm, shown.span)}
    access.note(scene.c, scene.person.id, looked_at, what, scene.now)
    return Inform(shown, extent)


def _turn(scene: Scene, rhythm: Rhythm, wanted: bool) -> None:  # noqa: FBT001 - as it was read
    """Keep whether digests are sent; of those that were not wanted before, only the newest is sent afterwards."""
    person_id, before_newest = scene.person.id, before(rhythm, closed(rhythm, scene.today)).last
    if wanted and rhythm in sent_digests.declined(scene.c, person_id):
        sent_digests.claim(scene.c, person_id, rhythm.value, before_newest, scene.now)
    sent_digests.want(scene.c, person_id, rhythm.value, wanted=wanted)


def _settings(scene: Scene) -> Granted:
    """Which digests the person is sent, with a button to change each."""
    declined = sent_digests.declined(scene.c, scene.person.id)
    lines, choices = [], []
    for rhythm in Rhythm:
        name, stands, turn = text(f"digest.{rhythm}"), *(("off", "on") if rhythm in declined else ("on", "off"))
        lines.append(text(f"digest.is.{stands}", rhythm=name))
        choices.append(button(f"digest:{rhythm} {turn}", text(f"digest.turn.{turn}", rhythm=name)))
    return told("digest.settings", *choices, lines=Lines(tuple(lines)))
