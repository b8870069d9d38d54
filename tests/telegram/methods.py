"""What each call does to the chats, and what it answers (Bot API, available methods)."""

import html as html_of
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.telegram.chats import Chat, Message, Person
from tests.telegram.markup import plain
from tests.telegram.schema import Refusal, bad

if TYPE_CHECKING:
    from tests.telegram.server import StandIn

Params = dict[str, Any]


def call(server: "StandIn", method: str, params: Params) -> Any:
    """Do what a checked call asks for; raises Refusal."""
    known = METHODS.get(method)
    if known is None:
        raise bad(f"{method} is not in the stand-in")
    with server.changed:
        answer = known(server, params)
        server.changed.notify_all()
        return answer


def _chat(server: "StandIn", params: Params) -> Chat:
    chat = server.chats.get(params.get("chat_id", 0))  # editMessageText may name an inline message instead
    if chat is None:
        raise bad("chat not found")
    if isinstance(chat, Person):
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if not chat.messages:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
    return chat


def _send(server: "StandIn", params: Params, text: str, most: int, **content: Any) -> Message:
    chat = _chat(server, params)
    shown = plain(text, params.get("parse_mode"), most)
    if not content and not shown.strip():
        raise bad("message text is empty")
    message = chat.add(server.me, shown, **content)
    message.html = text if params.get("parse_mode") else html_of.escape(text)
    message.buttons = _buttons(params)
    return message


def _buttons(params: Params) -> list[list[tuple[str, str]]]:
    rows = params.get("reply_markup", {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
        if not button["text"].strip():
            raise bad("button text is empty")
    return [[(button["text"], button.get("callback_data", "")) for button in row] for row in rows]


def send_message(server: "StandIn", params: Params) -> Any:
    return _send(server, params, params["text"], 4096).json()


def send_photo(server: "StandIn", params: Params) -> Any:
    name, content = _file(server, params["photo"])
    photo = [server.keep(name, content) | {"width": 800, "height": 600}]
    return _sent_file(server, params, name, content, photo=photo)


def send_document(server: "StandIn", params: Params) -> Any:
    name, content = _file(server, params["document"])
    return _sent_file(server, params, name, content, document=server.keep(name, content) | {"file_name": name})


def _sent_file(server: "StandIn", params: Params, name: str, content: bytes, **told: Any) -> Any:
    message = _send(server, params, params.get("caption", ""), 1024, **told)
    message.file = (name, content)
    return message.json()


def _file(server: "StandIn", given: Any) -> tuple[str, bytes]:
    """A file that is sent, or the one of an id that the bot was told."""
    file = server.files.get(given) if isinstance(given, str) else given
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return file


def _edited(server: "StandIn", params: Params) -> Message:
    message = _chat(server, params).message(params.get("message_id", 0))
    if message is None or not message.from_bot:
        raise bad("message to edit not found")
    return message


def edit_message_text(server: "StandIn", params: Params) -> Any:
    message, buttons = _edited(server, params), _buttons(params)
    shown = plain(params["text"], params.get("parse_mode"), 4096)
    _changed(message, shown, buttons)
    message.texts.append(shown)
    message.html, message.buttons = params["text"], buttons
    return message.json()


def edit_message_reply_markup(server: "StandIn", params: Params) -> Any:
    message, buttons = _edited(server, params), _buttons(params)
    _changed(message, message.text, buttons)
    message.buttons = buttons
    return message.json()


def _changed(message: Message, text: str, buttons: list[list[tuple[str, str]]]) -> None:
    if (text, buttons) == (message.text, message.buttons):
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )


def delete_message(server: "StandIn", params: Params) -> Any:
    chat = _chat(server, params)
    message = chat.message(params["message_id"])
    if message is None:
        raise bad("message to delete not found")
    chat.messages.remove(message)
    return True


def answer_callback_query(server: "StandIn", params: Params) -> Any:
    person = server.queries.pop(params["callback_query_id"], None)
    if person is None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if params.get("text"):
        server.chats[person].toasts.append(params["text"])  # type: ignore[attr-defined] # queries come from persons
    return True


def leave_chat(server: "StandIn", params: Params) -> Any:
    _chat(server, params).left = True
    return True


def get_file(server: "StandIn", params: Params) -> Any:
    if params["file_id"] not in server.files:
        raise bad("invalid file_id")
    return {"file_id": params["file_id"], "file_unique_id": params["file_id"], "file_path": params["file_id"]}


def set_webhook(server: "StandIn", params: Params) -> Any:
    server.webhook = params["url"] or None
    server.secret = params.get("secret_token", "")
    return True


def delete_webhook(server: "StandIn", params: Params) -> Any:
    server.webhook = None
    return True


def get_webhook_info(server: "StandIn", params: Params) -> Any:
    pending = len(server.pending)
    return {"url": server.webhook or "", "has_custom_certificate": False, "pending_update_count": pending}


def _kept(name: str) -> Callable[["StandIn", Params], Any]:
    """A method that only sets something of the bot, by language."""

    def keep(server: "StandIn", params: Params) -> Any:
        server.kept[name, params.get("language_code", "")] = params
        return True

    return keep


def get_my_commands(server: "StandIn", params: Params) -> Any:
    kept = server.kept.get(("commands", params.get("language_code", "")), {})
    return json.loads(json.dumps(kept.get("commands", [])))


METHODS: dict[str, Callable[["StandIn", Params], Any]] = {
    "answerCallbackQuery": answer_callback_query,
    "deleteMessage": delete_message,
    "deleteWebhook": delete_webhook,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageText": edit_message_text,
    "getFile": get_file,
    "getMe": lambda server, params: server.me,
    "getMyCommands": get_my_commands,
    "getWebhookInfo": get_webhook_info,
    "leaveChat": leave_chat,
    "sendDocument": send_document,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "setMyCommands": _kept("commands"),
    "setMyDescription": _kept("description"),
    "setMyShortDescription": _kept("short_description"),
    "setWebhook": set_webhook,
}
