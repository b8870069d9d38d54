"""People brought in by a sheet on the command line: told what would happen, or invited, each on a line to hand out."""

import os
from io import BytesIO
from pathlib import Path

from bot.inviting import link_of
from bot.operating import Operator, Unknown
from bot.roster_file import LARGEST
from bot.rostering import Roster, invite_all
from bot.settings import load
from bot.views import handout
from locales.text import Text, text
from locales.words import words


def bring_in(operator: Operator, sheet: Path, to: Path, *, days: int, dry_run: bool) -> list[Text]:
    """Invite everybody whom a sheet names and write the invitations to a file of the operator's alone; what is said.

    Raises Unknown where anything is wrong, and then has invited nobody.
    """
    with sheet.open("rb") as opened:
        roster = operator.bring_in(opened.read(LARGEST + 1))
    if dry_run:
        last = Text("roster.refused") if roster.wrong else text("roster.dry", n=len(roster.planned))
        return [*roster.lines, last]
    if roster.wrong:
        raise Unknown(*roster.lines, Text("roster.refused"))
    if not roster.planned:
        return [*roster.lines, Text("roster.nobody")]
    return [*roster.lines, _hand_out(operator, roster, to, days)]


def _hand_out(operator: Operator, roster: Roster, to: Path, days: int) -> Text:
    """Make the invitations, which count once the sheet is written."""
    made, content = invite_all(operator.doing, roster, link_of(load()), days), BytesIO()
    handout.write(made, words(operator.language), content)
    try:
        # What is in it lets people in: nobody else on this machine reads it.
        with open(to, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            file.write(content.getvalue())
    except FileExistsError:
        raise Unknown(text("roster.exists", path=str(to))) from None
    return text("roster.made", n=len(made), path=str(to))
