"""What is read in a text, for people and, as JSON lines, for programs (README, "Understanding")."""

import datetime as dt
import json
import sys
from collections.abc import Mapping
from typing import Any

from bot.views.standard_json import quantity_json
from dialogs.reading.understanding import Understanding, understand
from kpi.plan import Statement, When
from locales.text import text
from locales.words import LANGUAGES, words

EXAMPLE = """{"text": "…"}"""


def lines(on: dt.date, setting: str) -> None:
    """Read a text a line from standard input and write what was read in it, until the input ends."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr] # a TextIOWrapper
    for line in sys.stdin:
        if line.strip():
            # ASCII alone, so that no terminal and no pipe can garble it.
            sys.stdout.write(json.dumps(_answer(line, on, setting)) + "\n")
            sys.stdout.flush()


def shown(said: str, on: dt.date, setting: str) -> str:
    """What was read in a text, in words, a line each."""
    read, spoken = understand(said, on, setting), words(setting)
    parts = {
        "language": text(f"language.{read.language}") if read.language else None,
        "quantity": read.quantity,
        "outstanding": read.outstanding,
        "left": spoken.listed(list(read.left)) if read.left else None,
        "asked": spoken.say(read.asked) if read.asked else None,
        "when": read.when,
        "items": spoken.listed(list(read.items)) if read.items and len(read.items) > 1 else None,
        "act": text(f"act.{read.act}") if read.act else None,
        "statement": read.statement,
    }
    told = [
        spoken.say(text(f"understand.{name}", value=value if isinstance(value, str) else spoken.value(value)))
        for name, value in parts.items()
        if value is not None
    ]
    return "\n".join([said, *(f"  {one}" for one in told)])


def document(read: Understanding, setting: str) -> dict[str, Any]:
    """What was read as JSON tells it; what is asked about is in the language of the setting."""
    return {
        "text": read.text,
        "language": read.language,
        "quantity": quantity_json(read.quantity) if read.quantity else None,
        "outstanding": quantity_json(read.outstanding) if read.outstanding else None,
        "left": list(read.left),
        "asked": words(setting).say(read.asked) if read.asked else None,
        "when": _when(read.when) if read.when else None,
        "items": list(read.items) if read.items else None,
        "act": read.act,
        "statement": _statement(read.statement) if read.statement else None,
    }


def _answer(line: str, on: dt.date, setting: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
        said, language = asked["text"], _language(asked.get("language"), setting)
        day = dt.datetime.fromisoformat(asked["now"]).date() if asked.get("now") else on
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {"type": "error", "text": words(setting).say(text("command.understand.bad_line", example=EXAMPLE))}
    return document(understand(str(said), day, language), language)


def _language(asked: str | None, setting: str) -> str:
    """The language that was asked for ("zh" is simplified Chinese), or else the setting."""
    return {"zh": "zh_Hans"}.get(asked or "", asked or "") if asked in {*LANGUAGES, "zh"} else setting


def _when(when: When) -> Mapping[str, Any]:
    relation = when.relation.value if when.relation else None
    return {"date": when.date, "rrule": when.rrule, "relation": relation, "offset": when.offset}


def _statement(statement: Statement) -> Mapping[str, Any]:
    return {
        "by": statement.by.text if statement.by else None,
        "using": statement.using,
        "complete": statement.complete,
        "reach": statement.reach,
    }
