"""Runs and journals between how dialogs speaks of them and how storage keeps them."""

from datetime import datetime

from sqlalchemy import Connection

from dialogs.controls import Focus
from dialogs.interviews import HEADERS
from dialogs.journal import Entry
from dialogs.questions import codec
from dialogs.state import Noted, Run
from storage import runs


def run_as_kept(c: Connection, run: runs.Run) -> Run:
    """A run with its journal."""
    log = tuple(
        Entry(entry.key, entry.action, entry.value, entry.raw or "", entry.opens, entry.language)
        for entry in runs.entries(c, run.id)
    )
    focus = codec(Focus).validate_python(run.focus) if run.focus else None
    remarks = codec(tuple[Noted, ...]).validate_python(run.remarks) if run.remarks else ()
    return Run(run.interview, codec(HEADERS[run.interview]).validate_python(run.header), log, focus, remarks)


def entry_to_keep(entry: Entry, now: datetime, message_id: str | None = None) -> runs.Entry:
    """An entry for the journal, given at a time in a message."""
    return runs.Entry(entry.key, entry.action, entry.value, entry.raw, entry.opens, entry.language, now, message_id)
