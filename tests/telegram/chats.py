"""Chats as a person sees and scripts them: what is said, pressed, edited, sent, and what the bot answered."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.telegram.server import StandIn

WAIT_SECONDS = 20
Json = dict[str, Any]


@dataclass
class Message:
    """A message in a chat, as it stands now; `texts` are all it ever showed, the last one now."""

    id: int
    chat: "Chat"
    sender: Json
    date: int
    texts: list[str] = field(default_factory=list)
    html: str = ""
    buttons: list[list[tuple[str, str]]] = field(default_factory=list)
    content: Json = field(default_factory=dict)
    """What it holds besides text, as the Bot API tells it."""
    file: tuple[str, bytes] | None = None
    update_id: int = 0
    """The update that told the bot."""

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        return self.texts[-1] if self.texts else ""

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label, _ in row]

    def json(self) -> Json:
        """The message as the Bot API tells it."""
        told: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.json(), "from": self.sender}
        if self.texts:
            told["caption" if self.content else "text"] = self.text
        if self.buttons:
            rows = [[{"text": label, "callback_data": data} for label, data in row] for row in self.buttons]
            told["reply_markup"] = {"inline_keyboard": rows}
        if len(self.texts) > 1:
            told["edit_date"] = int(time.time())
        return told | self.content


class Chat:
    """A chat with its messages."""

    def __init__(self, server: "StandIn", id: int, title: str, kind: str) -> None:
        self.server, self.id, self.title, self.kind = server, id, title, kind
        self.messages: list[Message] = []
        self.left = False

    def json(self) -> Json:
        """The chat as the Bot API tells it."""
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.title}

    def message(self, id: int) -> Message | None:
        """The message of an id."""
        return next((one for one in self.messages if one.id == id), None)

    def add(self, sender: Json, text: str | None = None, **content: Any) -> Message:
        """A new message at the end."""
        with self.server.lock:
            added = Message(self.server.next_message(), self, sender, int(time.time()), content=content)
            if text is not None:
                added.texts.append(text)
                added.html = text
            self.messages.append(added)
            self.server.changed.notify_all()
            return added


class Person(Chat):
    """Somebody with a private chat with the bot."""

    def __init__(self, server: "StandIn", id: int, name: str, language_code: str | None) -> None:
        super().__init__(server, id, name, "private")
        self.user: Json = {"id": id, "is_bot": False, "first_name": name}
        if language_code:
            self.user["language_code"] = language_code
        self.blocked = False
        self.toasts: list[str] = []
        """What answers to presses showed."""
        self._read = 0

    # What a person does

    def says(self, text: str, *, update_id: int | None = None, **fields: Any) -> Message:
        """Write a message."""
        said = self.add(self.user, text)
        told = said.json() | fields
        if text.startswith("/"):
            told["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        said.update_id = self.server.update({"message": told}, update_id)
        return said

    def sends(self, **content: Any) -> Message:
        """Send something that is no text: `sticker={…}`, `voice={…}`, `photo=[…]`, as the Bot API tells it."""
        sent = self.add(self.user, None, **content)
        sent.update_id = self.server.update({"message": sent.json()})
        return sent

    def sends_file(self, name: str, content: bytes, caption: str | None = None, **fields: Any) -> Message:
        """Send a photo (a name that ends in .png or .jpg) or a file, perhaps with words below it."""
        kept = self.server.keep(name, content)
        photo = name.endswith((".png", ".jpg"))
        small = {"file_id": "small", "file_unique_id": "small", "width": 90, "height": 67}
        told: Json = {"photo": [small, kept | {"width": 800, "height": 600}]} if photo else {}
        sent = self.add(self.user, caption, **(told or {"document": kept | {"file_name": name}}), **fields)
        sent.file = (name, content)
        sent.update_id = self.server.update({"message": sent.json()})
        return sent

    def edits(self, message: Message, text: str) -> int:
        """Write an earlier message anew."""
        message.texts.append(text)
        return self.server.update({"edited_message": message.json()})

    def presses(self, label: str, message: Message | None = None) -> int:
        """Press the button whose label holds a text, in a message or else the newest that has one."""
        with self.server.lock:
            asked = [message] if message else [one for one in reversed(self.messages) if one.buttons]
            for one in asked:
                for shown, data in (button for row in one.buttons for button in row):
                    if label in shown:
                        return self.presses_data(data, one)
        raise AssertionError(f"no button {label!r} in\n{self.shown()}")

    def presses_data(self, data: str, message: Message) -> int:
        """Press a button by its data, perhaps one that is gone."""
        query = {
            "id": self.server.next_query(self.id),
            "from": self.user,
            "chat_instance": str(self.id),
            "message": message.json(),
            "data": data,
        }
        return self.server.update({"callback_query": query})

    def blocks(self) -> None:
        """Block the bot."""
        self.blocked = True

    def unblocks(self) -> None:
        """Have the bot again."""
        self.blocked = False

    # What a person sees

    @property
    def received(self) -> list[Message]:
        """What the bot sent."""
        with self.server.lock:
            return [one for one in self.messages if one.from_bot]

    def waits(self, condition: Callable[[Sequence[Message]], object], seconds: float = WAIT_SECONDS) -> list[Message]:
        """Wait until what the bot sent is so; returns that."""
        with self.server.changed:
            if not self.server.changed.wait_for(lambda: condition(self.received), seconds):
                raise AssertionError(f"waited {seconds} s in vain:\n{self.shown()}")
            return self.received

    def reads(self, least: int = 1, quiet: float = 0.4, seconds: float = WAIT_SECONDS) -> list[Message]:
        """The messages that the bot sent since the last reading, once there are some and no more are coming."""
        self.waits(lambda received: len(received) >= self._read + least, seconds)
        self.server.settles(quiet)
        new = self.received[self._read :]
        self._read += len(new)
        return new

    def question(self) -> Message:
        """The newest message of the bot."""
        return self.received[-1]

    def shown(self) -> str:
        """The chat as text, for whoever looks for what went wrong."""
        with self.server.lock:
            lines = [
                f"{'bot' if one.from_bot else self.title}: {one.text or one.content} {one.labels or ''}"
                for one in self.messages
            ]
        return "\n".join(lines)


class Group(Chat):
    """A group that the bot was added to."""

    def says(self, person: Person, text: str) -> None:
        """Have a member write a message."""
        self.server.update({"message": self.add(person.user, text).json()})

    def adds_bot(self, person: Person) -> None:
        """Have a member add the bot."""
        member = {"user": self.server.me, "status": "member"}
        before = {"user": self.server.me, "status": "left"}
        change = {"chat": self.json(), "from": person.user, "date": int(time.time())}
        self.server.update({"my_chat_member": change | {"old_chat_member": before, "new_chat_member": member}})


def condition() -> tuple[threading.RLock, threading.Condition]:
    """A lock that one thread may take again, and what waits for changes under it."""
    lock = threading.RLock()
    return lock, threading.Condition(lock)
