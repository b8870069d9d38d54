"""Invitations to hand out, as a sheet: one line for each person, with the link or word that lets them in."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from bot.rostering import Invited
from bot.views.sheet import write_tables
from bot.views.tables import Table
from locales.text import Text, text
from locales.words import Words

COLUMNS = (("person", 24), ("role", 14), ("department", 24), ("post", 24), ("invitation", 90), ("until", 24))


def write(made: Iterable[Invited], link: Callable[[str], str] | None, words: Words, file: Path | BytesIO) -> None:
    """Write the sheet; whoever has it can join as each of these people, so it is handed out and deleted."""
    rows = (
        (
            one.entry.name,
            words.say(text(f"role.{one.entry.role}")),
            one.entry.department,
            one.entry.post,
            link(one.token) if link else f"/join {one.token}",
            one.expires,
        )
        for one in made
    )
    heading = (words.say(Text("handout.title")), words.say(Text("handout.how")))
    write_tables(heading, (Table("handout", COLUMNS, rows),), words, file)
