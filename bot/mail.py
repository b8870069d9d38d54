"""Replies put into the outbox, as each channel takes them, and buttons taken back.

A photo or file of somebody is where they sent it: on another channel it is told of instead.

A chat keeps what was said: texts are parted as it takes them, and buttons that work no more are taken away.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.messages import Payload, message
from bot.views.characters import head, utf16_length
from storage import outbox

CHATS = frozenset({"telegram"})
"""The channels that keep messages with buttons."""
LONGEST_TEXT = 4096
"""UTF-16 code units of a message (Bot API, sendMessage)."""
LONGEST_CAPTION = 1024
"""UTF-16 code units of a caption (Bot API, sendPhoto)."""
MARKED = 70
"""Left free in a question, so that the choice can be marked below it."""


def put(
    c: Connection, channel: str, address: str, payloads: Sequence[Payload], now: datetime, *, silent: bool = False
) -> None:
    """Put payloads into the outbox for an address, to be sent in this order; chats show `silent` ones without a sound.

    In a chat, a question takes the buttons of the questions before it away.
    """
    payloads = [_within_reach(payload, channel) for payload in payloads]
    if channel not in CHATS:
        outbox.put(c, channel, address, payloads, now)
        return
    sounding = {"silent": True} if silent else {}
    parts = [part | sounding for payload in payloads for part in _fitting(payload)]
    questions = [place for place, part in enumerate(parts) if part["type"] == "question"]
    buttons = {place for place, part in enumerate(parts) if part.get("choices")} - set(questions[:-1])
    closing = list(_closed(c, channel, address)) if questions else []
    shifted = {place + len(closing) for place in buttons}
    outbox.put(c, channel, address, [*closing, *parts], now, keyboards=shifted)


def tap(c: Connection, contacts: Collection[tuple[str, str]], parcel_id: int, index: int, now: datetime) -> str | None:
    """The choice behind a button, which works no more from now on.

    None where it does not work any more, does not exist, or was shown to somebody reached elsewhere.
    """
    parcel = outbox.parcel(c, parcel_id)
    if parcel is None or not parcel.keyboard or (parcel.channel, parcel.address) not in contacts:
        return None
    choices = parcel.payload.get("choices", ())
    if not 0 <= index < len(choices):
        return None
    outbox.close(c, parcel_id)
    closing = {"type": "close", "of": parcel_id, "chosen": choices[index]["label"]}
    outbox.put(c, parcel.channel, parcel.address, [closing], now)
    return str(choices[index]["id"])


def take_buttons(c: Connection, channel: str, address: str, now: datetime) -> None:
    """Have no button in a chat work any more, and take them away there."""
    for parcel in outbox.keyboards(c, channel, address):
        outbox.close(c, parcel.id)
        outbox.put(c, channel, address, [{"type": "close", "of": parcel.id, "chosen": None}], now)


def _closed(c: Connection, channel: str, address: str) -> Iterator[Payload]:
    """What takes the buttons of earlier questions away."""
    for parcel in outbox.keyboards(c, channel, address):
        if parcel.payload.get("type") == "question":
            outbox.close(c, parcel.id)
            yield {"type": "close", "of": parcel.id, "chosen": None}


def _within_reach(payload: Payload, channel: str) -> Payload:
    """The payload, told of in words where it is a file of another channel."""
    if "file" not in payload:
        return payload
    kept = {name: value for name, value in payload.items() if name != "elsewhere"}
    return kept if payload["file"]["channel"] == channel else message(payload["elsewhere"])


def _fitting(payload: Payload) -> Iterator[Payload]:
    """The payload as messages that a chat takes; what belongs to its buttons comes last."""
    if "caption" in payload:
        caption = str(payload["caption"])
        short = head(caption, LONGEST_CAPTION)
        yield payload | {"caption": short}
        yield from (message(part) for part in parted(caption[len(short) :], LONGEST_TEXT))
        return
    *before, last = parted(str(payload["text"]), LONGEST_TEXT - MARKED) or [str(payload["text"])]
    yield from (message(part) for part in before)
    yield payload | {"text": last}


def parted(text: str, limit: int) -> list[str]:
    """The text in parts of at most `limit` UTF-16 code units: whole lines where possible; none where it is empty."""
    parts: list[str] = []
    while utf16_length(text) > limit:
        part = head(text, limit)
        end = max(part.rfind("\n"), 0) or max(part.rfind(" "), 0) or len(part)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [part for part in (*parts, text.rstrip()) if part]
