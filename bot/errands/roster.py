"""People brought in by a sheet that HR sends: told what would happen, then one invitation each, to hand out."""

from bot.errands.people import doing_of
from bot.roster_file import LARGEST
from bot.rostering import Roster, Sheet, invite_all, plan_roster, read_sheet
from bot.scene import Begin, Granted, Scene, refused, told
from dialogs.reading.unread import Unread
from dialogs.roster import Named, RosterHeader
from dialogs.state import Refuse
from dialogs.steps import HandOut, Tell
from locales.text import Lines, Text, text

LISTED = 40
"""Lines of a sheet that are told."""


def sheet(scene: Scene, content: bytes | None) -> Granted:
    """Say what a sheet would do and ask whether it shall; nothing is asked where anything is wrong with it."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    if content is None:
        return refused("roster.unfetched", most=str(LARGEST // 1_000_000))
    try:
        read = read_sheet(content)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    planned = plan_roster(doing_of(scene), read)
    granted = Granted([*_lines(planned)])
    if planned.wrong:
        granted.replies.append(Refuse(Text("roster.refused")))
    elif not planned.planned:
        granted.replies.append(Tell(Text("roster.nobody")))
    else:
        granted.go = Begin("roster", RosterHeader(read.entries, len(planned.planned)))
    return granted


def bring_in(scene: Scene, named: Named) -> Granted:
    """Invite those whom a sheet names, by what is known now; the invitations are handed to HR alone, once."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    if not named.entries:
        return told("roster.not_done")
    doing = doing_of(scene)
    planned = plan_roster(doing, Sheet(named.entries, (), ()))
    if planned.wrong:
        return Granted([*_lines(planned), Refuse(Text("roster.refused"))])
    made = invite_all(doing, planned, scene.link)
    return Granted([HandOut(tuple(made))]) if made else told("roster.nobody")


def _lines(planned: Roster) -> list[Tell]:
    """What is wrong first, since that is what there is to do."""
    ordered = (*planned.wrong, *(line for line in planned.lines if line not in planned.wrong))
    lines = [Tell(text("roster.lines", lines=Lines(ordered[:LISTED])))]
    return lines + ([Tell(text("roster.more", n=len(ordered) - LISTED))] if len(ordered) > LISTED else [])
