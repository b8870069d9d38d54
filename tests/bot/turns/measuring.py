"""What follows a turn: what is answered, where the conversation stands afterwards, and what is kept of it.

`python -m tests.bot.turns.measuring` measures every turn of the table and prints it with what followed.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, select

from dialogs.acts import Said
from storage import tables
from storage.database import Database
from storage.migrate import upgrade
from tests.bot.turns.scenes import NAMES, Scene, Stage
from tests.manager import Line, last_question

TURNS: list[Line] = [
    json.loads(line) for line in Path(__file__).with_name("turns.jsonl").read_text(encoding="utf-8").splitlines()
]
"""What strangers said in a scene, and what must follow. Where it does, `kept` is what was stored and asked then."""

TOLD = {
    tables.run: ("interview", "status", "focus"),
    tables.plan_version: ("version", "status"),
    tables.decision: ("decision", "remarks"),
    tables.report: ("due_id", "value", "note"),
    tables.evidence: ("report_id", "name"),
    tables.confirmation: ("report_id", "verdict", "reason"),
    tables.corrective_note: ("indicator_id", "what", "who", "by", "outcome", "reason"),
    tables.holder_question: ("question", "answer"),
    tables.acknowledgement: ("plan_id", "version"),
    tables.proposal: ("indicator_id", "wanted", "why", "answer"),
    tables.absence: ("first", "last"),
    tables.person: ("name", "language", "muted"),
}
"""What is told of each table's rows; the journal is told by its answers."""

Rows = dict[tuple[str, ...], Line]


def measured(scene: Scene, folder: Path, said: str) -> Line:
    """Say something in a scene; returns what follows. The folder is where the copy is kept meanwhile."""
    with scene.copied(folder) as company:
        for name in company.roles:
            company.read(name)
        with company.database.reading() as c:
            rows, entries = _rows(c), len(_entries(c))
        answer = company.say(scene.name, Said(said))
        told = {name: texts for name in company.roles if (texts := _texts(company.read(name)))}
        with company.database.reading() as c:
            stored = _changed(rows, _rows(c)) | _answers(_entries(c)[entries:])
    asked = last_question(answer)
    return {
        "answer": _texts(answer),
        "buttons": [choice["label"] for line in answer for choice in line.get("choices", ())],
        "question": asked and {part: asked[part] for part in ("name", "key", "about")},
        "stored": stored,
        "told": told,
    }


def kept(got: Line) -> Line:
    """What of that must not change."""
    return {"question": got["question"] and got["question"]["name"], "stored": got["stored"]}


def _rows(c: Connection) -> Rows:
    """The rows of all tables by their names and primary keys."""
    return {
        (table.name, *(str(row[column.name]) for column in table.primary_key)): {
            column: _plain(row[column]) for column in told
        }
        for table, told in TOLD.items()
        for row in c.execute(select(table).order_by(*table.primary_key)).mappings()
    }


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, date | Decimal) else value


def _changed(before: Rows, after: Rows) -> Line:
    """The rows that are new or different by their tables; those that are gone are None."""
    changed: Line = {}
    for key in before | after:
        if before.get(key) != after.get(key):
            changed.setdefault(key[0], []).append(_slim(after.get(key)))
    return changed


def _entries(c: Connection) -> Sequence[Any]:
    return c.execute(select(tables.entry).order_by(tables.entry.c.id)).all()


def _answers(entries: Sequence[Any]) -> Line:
    """The answers given, by the keys of their questions; what was withdrawn is None."""
    answers = {entry.key: _slim(entry.value) if entry.action == "answer" else None for entry in entries}
    return {"answers": answers} if answers else {}


def _slim(value: Any) -> Any:
    """A value without the fields that say nothing."""
    match value:
        case dict():
            return {name: _slim(part) for name, part in value.items() if part not in (None, False, [])}
        case list():
            return [_slim(part) for part in value]
    return value


def _texts(said: Sequence[Line]) -> list[str]:
    """What was said, as texts; a picture or sheet by its caption."""
    return [str(line.get("text") or line.get("caption") or line["type"]) for line in said]


def main() -> None:
    """Print every turn with what follows it now, and how that would be kept."""
    with TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        with closing(Database(f"sqlite:///{empty}")) as opened:
            upgrade(opened)
        scenes = {}
        for language in NAMES:
            (theirs := Path(folder) / language).mkdir()
            scenes[language] = Stage(empty, theirs, language).scenes
        for turn in TURNS:
            got = measured(scenes[turn["language"]][turn["scene"]], Path(folder), turn["said"])
            sys.stdout.write(json.dumps(turn | {"got": got, "kept": kept(got)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
