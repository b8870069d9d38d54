"""The conversation in a terminal: numbered choices, pictures and sheets as files, left and resumed at any moment."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import product
from string import ascii_lowercase

from rich.console import Console
from rich.panel import Panel
from rich.text import Text as Line

from bot.local import NoFile, Seat, attached, seated
from bot.messages import Payload
from dialogs.acts import Act, Command, Pressed, Said
from locales.text import text
from locales.words import words
from storage.tables import Role

with suppress(ImportError):  # not on Windows, where the console edits lines itself
    import readline  # noqa: F401 - gives input() line editing that knows wide characters

ATTACH = "/attach"
LETTERED = {"number", "remark", "standard", "tracking"}
"""Kinds of question that a bare number answers; their choices go by letters."""


def chat(*, database: str, name: str | None, role: Role | None, language: str | None, now: datetime | None) -> None:
    """Talk until the person leaves with Ctrl-C, Ctrl-D or /quit."""
    # What the terminal cannot send or show in its encoding shall not end the talk.
    sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr] # a TextIOWrapper in a program
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr] # as above
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    with seated(database=database, name=name, role=role, language=language, now=now) as seat:
        seat.open()
        asked = _deliver(seat, console)
        if asked is None and seat.newcomer():
            seat.take(Command("start"))
            asked = _deliver(seat, console)
        try:
            while (written := input("› ")).strip() not in {"/quit", "/exit"}:
                if written.strip():
                    asked = _take(seat, console, written, asked)
        except (EOFError, KeyboardInterrupt):
            console.print()
        console.print(words(seat.language()).say(text("terminal.goodbye")), style="dim")


def _take(seat: Seat, console: Console, written: str, asked: Payload | None) -> Payload | None:
    """Take a line and show what comes of it; returns the question that stands."""
    try:
        seat.take(act_of(written, asked))
    except NoFile:
        why = words(seat.language()).say(text("attach.no_file", example=ATTACH + " report.pdf"))
        console.print(Line(why, style="yellow"))
    return _deliver(seat, console) or asked


def act_of(written: str, asked: Payload | None) -> Act:
    """What a line means: a command ("/edit 3"), a file to attach, the mark of a choice, or an answer; raises NoFile."""
    if written.lstrip().startswith("/"):
        name, _, argument = written.strip()[1:].partition(" ")
        return attached(argument) if name == ATTACH[1:] else Command(name, argument)
    if asked is not None:
        by_mark = dict(zip(_marks(asked), asked["choices"], strict=True))
        choice = by_mark.get(written.strip().rstrip(".").lower())
        if choice is not None:
            return Pressed(choice["id"])
    return Said(written)


def _marks(asked: Payload) -> Sequence[str]:
    """What a person types for each choice."""
    count = len(asked["choices"])
    if asked["kind"] in LETTERED:
        return [*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2))][:count]
    return [str(number) for number in range(1, count + 1)]


def _deliver(seat: Seat, console: Console) -> Payload | None:
    """Show what waits; returns the last question among it."""
    asked = None
    language = words(seat.language())
    for payload in seat.deliver():
        match payload["type"]:
            case "question":
                asked = payload
                _show_question(payload, console)
                if payload["kind"] == "addition":
                    console.print(language.say(text("terminal.attach", example=ATTACH + " report.pdf")), style="dim")
                console.print(language.say(text("terminal.hint")), style="dim")
            case "error":
                console.print(Line(payload["text"], style="yellow"))
            case "photo" | "document":
                console.print(Line(payload["caption"], style="cyan"))
                console.print(Line(f"  → {payload['path']}", style="cyan", overflow="fold"))
            case _:
                console.print(Line(payload["text"]))
                for choice in payload.get("choices", ()):
                    console.print(Line(f"  {_command(choice['id'])}  {choice['label']}", style="cyan"))
    return asked


def _command(wish: str) -> str:
    """What is typed for a button beside no question: "review:12" is /review 12."""
    name, _, argument = wish.partition(":")
    return f"/{name} {argument}".strip()


def _show_question(asked: Payload, console: Console) -> None:
    body = Line(asked["text"], style="bold")
    for mark, choice in zip(_marks(asked), asked["choices"], strict=True):
        body.append(f"\n  {mark}. {choice['label']}", style="not bold")
    console.print(Panel(body, border_style="green", expand=True))
