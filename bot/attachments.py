"""Pictures and sheets, made of what the outbox keeps when they are delivered."""

import re
from dataclasses import dataclass
from io import BytesIO

from bot.messages import Payload
from dialogs.questions import codec
from dialogs.steps import Draw, Follow, Present
from kpi.progress import Progress
from locales.words import Words

CONTENTS = frozenset({"draw", "present", "table", "trend"})
"""The parts of a payload that a file is made of."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file: what its name begins with and ends in, and what is in it."""

    stem: str
    ending: str
    content: bytes


def attachment(payload: Payload, words: Words) -> Attachment | None:
    """The picture or sheet of a payload, in words; None for one without."""
    if "draw" in payload:
        return _picture(codec(Draw).validate_python(payload["draw"]), words)
    if "trend" in payload:
        return _trend(codec(Follow).validate_python(payload["trend"]).progress, words)
    if "table" in payload:
        return _table(codec(Follow).validate_python(payload["table"]).progress, words)
    if "present" in payload:
        return _sheet(codec(Present).validate_python(payload["present"]), words)
    return None


def _picture(drawn: Draw, words: Words) -> Attachment:
    from bot.views.diagram import diagram_of, draw

    diagram = diagram_of(drawn.post, drawn.holder, drawn.customers, drawn.outputs)
    return Attachment(_stem(drawn.post), ".png", draw(diagram, words))


def _sheet(shown: Present, words: Words) -> Attachment:
    from bot.views.sheet import write

    sheet = BytesIO()
    write(shown.plan, shown.findings, words, sheet)
    return Attachment(_stem(shown.plan.post), ".xlsx", sheet.getvalue())


def _trend(shown: Progress, words: Words) -> Attachment:
    from bot.views.trend import draw

    return Attachment(_stem(shown.post), ".png", draw(shown, words))


def _table(shown: Progress, words: Words) -> Attachment:
    from bot.views.progress_table import write

    sheet = BytesIO()
    write(shown, words, sheet)
    return Attachment(_stem(shown.post), ".xlsx", sheet.getvalue())


def _stem(post: str) -> str:
    """The post, as far as every system takes it for a file's name."""
    return re.sub(r"[^\w-]+", "-", post).strip("-")[:40]
