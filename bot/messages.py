"""Replies put into words: the payloads that the outbox keeps and the transports deliver."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.views.digest_text import digest_text
from bot.views.plan_text import plan_messages
from bot.views.progress_text import progress_text
from dialogs.items import ListQuestion
from dialogs.questions import codec
from dialogs.state import Asked, Noted, Refuse, Reply
from dialogs.steps import Draw, Exhibit, Follow, Hand, HandOut, Inform, Place, Present, Tell
from kpi.progress import Progress
from locales.text import Text, text
from locales.words import Words

Payload = dict[str, Any]
WAITING = 5
"""Plans that wait for review, and people who ask to be erased, that a digest has buttons for."""
BAR = 10
"""Steps of the progress bar."""


def payloads(replies: Iterable[Reply], words: Words) -> list[Payload]:
    """Everything replied, in order and in words."""
    return [payload for reply in replies for payload in _payloads(reply, words)]


def message(said: str) -> Payload:
    """Something said."""
    return {"type": "message", "text": said}


def _payloads(reply: Reply, words: Words) -> list[Payload]:
    match reply:
        case Tell():
            return [_message(reply, words)]
        case Refuse(reason):
            return [{"type": "error", "text": words.say(reason)}]
        case Asked():
            return [_question(reply, words)]
        case Draw():
            caption = words.say(text("diagram.caption", post=reply.post))
            return [{"type": "photo", "caption": caption, "draw": codec(Draw).dump_python(reply, mode="json")}]
        case Present():
            return _plan(reply, words)
        case Follow():
            return _progress(reply, words)
        case Inform():
            return _digest(reply, words)
        case Exhibit(file, said):
            elsewhere = words.say(text("evidence.elsewhere", line=said))
            shown = {"type": file.kind, "caption": words.say(said), "elsewhere": elsewhere}
            return [shown | {"file": {"channel": file.channel, "reference": file.reference}}]
        case Hand() | HandOut():
            return [_file(reply, words)]


def _file(reply: Hand | HandOut, words: Words) -> Payload:
    """All that is kept of a person, or invitations to hand out."""
    if isinstance(reply, Hand):
        return {"type": "document", "caption": words.say(Text("export.caption")), "data": dict(reply.data)}
    content = codec(HandOut).dump_python(reply, mode="json")
    return {"type": "document", "caption": words.say(Text("handout.how")), "handout": content}


def _message(told: Tell, words: Words) -> Payload:
    choices = [{"id": choice.id, "label": words.value(choice.label)} for choice in told.choices]
    return message(words.say(told.text)) | ({"choices": choices} if choices else {})


def _question(asked: Asked, words: Words) -> Payload:
    question = asked.question
    return {
        "type": "question",
        "key": question.key,
        "name": question.name,
        "kind": question.kind,
        "about": list(question.about),
        "text": "\n".join(words.say(line) for line in _lines(asked)),
        "prompt": words.say(question.prompt),
        "choices": [{"id": choice.id, "label": words.value(choice.label)} for choice in asked.choices],
        "progress": [asked.done, asked.expected],
    }


def _lines(asked: Asked) -> Sequence[Text]:
    question = asked.question
    lines = [_place(asked, asked.place)] if asked.place else []
    if question.about:
        lines.append(text("question.about", about=" › ".join(question.about)))
    lines += [_remark(noted) for noted in asked.remarks]
    lines.append(question.prompt)
    if question.example:
        lines.append(text("question.example", example=question.example))
    if asked.earlier is not None:
        lines.append(text("question.earlier", answer=asked.earlier))
        if isinstance(question, ListQuestion):
            lines.append(text("list.revise"))
    return lines


def _place(asked: Asked, place: Place) -> Text:
    filled = BAR * asked.done // asked.expected
    bar = "▰" * filled + "▱" * (BAR - filled)
    return text("question.place", part=place.part, number=asked.done + 1, about=asked.expected, bar=bar)


def _plan(present: Present, words: Words) -> list[Payload]:
    said = plan_messages(present.plan, present.findings, words)
    sheet = {
        "type": "document",
        "caption": words.say(text("sheet.caption", post=present.plan.post)),
        "present": codec(Present).dump_python(present, mode="json"),
    }
    return [*(message(part) for part in said), sheet]


def _progress(shown: Follow, words: Words) -> list[Payload]:
    """The table in words, its trends as a picture, all of it as a sheet."""
    said = [message(words.say(progress_text(shown.progress)))]
    if not any(row.reported_at for row in shown.progress.rows):
        return said
    said[0]["choices"] = [{"id": id, "label": words.say(label)} for id, label in _further(shown.progress)]
    content, post = codec(Follow).dump_python(shown, mode="json"), shown.progress.title
    if any(row.value is not None for row in shown.progress.rows):
        said.append({"type": "photo", "caption": words.say(text("trend.caption", post=post)), "trend": content})
    caption = words.say(text("progress.caption", post=post))
    return [*said, {"type": "document", "caption": caption, "table": content}]


def _further(shown: Progress) -> Iterator[tuple[str, Text]]:
    """What a table leads to: how its scores come about, and each year where it is of several."""
    yield f"history:{shown.plan_id}{f' {shown.year}' if shown.year else ''}", Text("progress.do.history")
    if len(shown.years) > 1:
        for year in shown.years:
            yield f"progress:{shown.plan_id} {year}", text("progress.do.year", year=str(year))


def _digest(shown: Inform, words: Words) -> list[Payload]:
    """The digest in words, with buttons to what waits and to which are sent; a picture of it, all of it as a sheet."""
    content, days = codec(Inform).dump_python(shown, mode="json"), shown.digest.span
    # The rows of the sheet alone, of which there may be very many, are no part of the picture.
    drawn = replace(shown.digest, missing=(), movers=(), oddities=(), waiting=(), leaving=(), unplanned=())
    bars = codec(Inform).dump_python(Inform(drawn), mode="json")
    caption = words.say(
        text("digest.caption", rhythm=text(f"digest.{shown.digest.rhythm}"), last=days.last.isoformat())
    )
    choices = [
        {"id": f"review:{one.plan_id}", "label": words.say(text("digest.review", post=one.post))}
        for one in shown.digest.waiting[:WAITING]
    ]
    choices += [
        {"id": f"erase:{one.person_id}", "label": words.say(text("erase.do", person=one.person))}
        for one in shown.digest.leaving[:WAITING]
    ]
    choices.append({"id": "digest:settings", "label": words.say(Text("digest.do.settings"))})
    return [
        message(words.say(digest_text(shown.digest))) | {"choices": choices},
        {"type": "photo", "caption": caption, "bars": bars},
        {"type": "document", "caption": caption, "digest": content},
    ]


def _remark(noted: Noted) -> Text:
    if noted.named:
        return text("question.remark.about", by=noted.by, about=noted.named, remark=noted.text)
    return text("question.remark", by=noted.by, remark=noted.text)
