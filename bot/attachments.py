"""Pictures and sheets, made of what the outbox keeps when they are delivered."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from bot.messages import Payload
from dialogs.questions import codec
from dialogs.steps import Draw, Follow, HandOut, Inform, Present
from locales.words import Words
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file: what its name begins with and ends in, and what is in it."""

    stem: str
    ending: str
    content: bytes


def attachment(payload: Payload, words: Words, database: Database) -> Attachment | None:
    """The picture or sheet of a payload, in words; None for one without. What is too much for a payload is read now."""
    if "digest" in payload:
        return _digest(payload["digest"], words, database)
    kind = next((kind for kind in CONTENTS if kind in payload), None)
    return _MAKERS[kind](payload[kind], words) if kind else None


def _picture(content: Any, words: Words) -> Attachment:
    from bot.views.diagram import diagram_of, draw

    drawn = codec(Draw).validate_python(content)
    diagram = diagram_of(drawn.post, drawn.holder, drawn.customers, drawn.outputs)
    return Attachment(_stem(drawn.post), ".png", draw(diagram, words))


def _sheet(content: Any, words: Words) -> Attachment:
    from bot.views.sheet import write

    shown, sheet = codec(Present).validate_python(content), BytesIO()
    write(shown.plan, shown.findings, words, sheet)
    return Attachment(_stem(shown.plan.post), ".xlsx", sheet.getvalue())


def _trend(content: Any, words: Words) -> Attachment:
    from bot.views.trend import draw

    shown = codec(Follow).validate_python(content)
    return Attachment(_stem(shown.progress.title), ".png", draw(shown.progress, words, shown.former))


def _table(content: Any, words: Words) -> Attachment:
    from bot.views.progress_table import write

    shown, sheet = codec(Follow).validate_python(content).progress, BytesIO()
    write(shown, words, sheet)
    return Attachment(_stem(shown.title), ".xlsx", sheet.getvalue())


def _bars(content: Any, words: Words) -> Attachment:
    from bot.views.digest_picture import draw

    shown = codec(Inform).validate_python(content).digest
    return Attachment(_stem(shown.span.last.isoformat()), ".png", draw(shown, words))


def _digest(content: Any, words: Words, database: Database) -> Attachment:
    from bot.digest import reports_of
    from bot.views.digest_table import write

    shown, sheet = codec(Inform).validate_python(content), BytesIO()
    with database.reading() as c:
        reports = reports_of(c, shown.extent, shown.digest.rhythm, shown.digest.span) if shown.extent else ()
        write(shown.digest, reports, words, sheet)
    return Attachment(_stem(shown.digest.span.last.isoformat()), ".xlsx", sheet.getvalue())


def _handout(content: Any, words: Words) -> Attachment:
    from bot.views.handout import write

    shown, sheet = codec(HandOut).validate_python(content), BytesIO()
    write(shown.rows, words, sheet)
    return Attachment("invitations", ".xlsx", sheet.getvalue())


def _data(content: Any, _: Words) -> Attachment:
    return Attachment("kpibot", ".json", json.dumps(content, ensure_ascii=False, indent=2).encode())


_MAKERS: dict[str, Callable[[Any, Words], Attachment]] = {
    "bars": _bars,
    "data": _data,
    "draw": _picture,
    "handout": _handout,
    "present": _sheet,
    "table": _table,
    "trend": _trend,
}
CONTENTS = frozenset({*_MAKERS, "digest"})
"""The parts of a payload that a file is made of."""


def _stem(post: str) -> str:
    """The post, as far as every system takes it for a file's name."""
    return re.sub(r"[^\w-]+", "-", post).strip("-")[:40]
