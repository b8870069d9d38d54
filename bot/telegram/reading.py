"""What Telegram's messages mean: who sends them, and which act they are."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message, User

from bot.desk import Sender
from dialogs.acts import Act, Attached, Command, Said, Unreadable
from kpi.evidence import File

CHANNEL = "telegram"
SERVICE = {
    ContentType.UNKNOWN,
    ContentType.PINNED_MESSAGE,
    ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
    ContentType.WRITE_ACCESS_ALLOWED,
    ContentType.CHAT_BACKGROUND_SET,
}
"""What Telegram itself says in a private chat; it needs no answer."""
SENT = {"message", "edited_message", "callback_query"}
"""The kinds of update that somebody sends."""
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def sender(user: User) -> Sender:
    """Who a person is: in a private chat the chat's id is the person's."""
    return Sender(CHANNEL, str(user.id), user.full_name, language=language_of(user.language_code))


def sender_of(content: Any) -> Sender | None:
    """Who sent an update that cannot be read, as far as can be told; None where that is nobody in a private chat."""
    try:
        (event,) = (event for kind, event in content.items() if kind in SENT)
        chat, user = event.get("message", event)["chat"], User.model_validate(event["from"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return sender(user) if chat == chat | {"id": user.id, "type": "private"} else None


def language_of(code: str | None) -> str | None:
    """The one of our languages that an IETF tag hints at, such as "zh-hans" or "en-GB"; None where it is another."""
    language, *rest = (code or "").lower().split("-")
    if language == "zh":
        return "zh_Hant" if _TRADITIONAL & set(rest) else "zh_Hans"
    return "en" if language == "en" else None


def act_of(message: Message) -> Act | None:
    """The act that a message is; None for what Telegram itself says."""
    if file := _file(message):
        return Attached(file, message.media_group_id)
    if message.text is None:
        return None if message.content_type in SERVICE else Unreadable(message.content_type, message.media_group_id)
    if not message.text.startswith("/"):
        return Said(message.text)
    if message.forward_origin:
        return Unreadable("forwarded_command")
    name, *argument = message.text[1:].split(maxsplit=1) or [""]
    return Command(name.partition("@")[0].lower(), argument[0].strip() if argument else "")


def _file(message: Message) -> File | None:
    """The photo, in its best size, or file that a message is."""
    caption = message.caption or ""
    if message.photo:
        return File(CHANNEL, "photo", message.photo[-1].file_id, caption=caption)
    if message.document:
        return File(CHANNEL, "document", message.document.file_id, message.document.file_name, caption)
    return None
