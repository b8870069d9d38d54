"""Invitations to hand out, as a sheet: a line for each person, with the link or word that lets them in."""

from collections.abc import Iterable
from io import BytesIO

from bot.views.sheet import write_tables
from bot.views.tables import Table
from dialogs.steps import Handed
from locales.text import Text, text
from locales.words import Words

COLUMNS = (("person", 24), ("role", 14), ("department", 24), ("post", 24), ("invitation", 90), ("until", 24))


def write(made: Iterable[Handed], words: Words, file: BytesIO) -> None:
    """Write the sheet; whoever has it can join as each of these people, so it is handed out and deleted."""
    rows = (
        (one.name, words.say(text(f"role.{one.role}")), one.department, one.post, one.invitation, one.until)
        for one in made
    )
    heading = (words.say(Text("handout.title")), words.say(Text("handout.how")))
    write_tables(heading, (Table("handout", COLUMNS, rows),), words, file)
