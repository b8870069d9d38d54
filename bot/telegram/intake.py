"""Updates taken in: each is committed before Telegram is told that it was received."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot, Dispatcher, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Document, Message, Update
from aiohttp import ClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.desk import Desk, Sender
from bot.monitor.vitals import Vitals
from bot.pauses import Pauses
from bot.roster_file import LARGEST
from bot.telegram import keyboards
from bot.telegram.flood import Flood
from bot.telegram.line import CALL_FAILED
from bot.telegram.line import UPDATES as PART
from bot.telegram.reading import CHANNEL, act_of, sender, sender_of
from dialogs.acts import Act, Attached, Edited, Tapped
from locales.text import text
from storage import outbox, updates
from storage.database import Database, Unreachable, passes

ANSWER_SECONDS = 10
"""How long the answer to a press may take; nobody waits for it."""
FETCH_SECONDS = 30
"""How long a sheet may take to come."""
UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The kinds of update that are asked for."""

_Found = TypeVar("_Found")
_log = structlog.get_logger(__name__)


class Intake:
    """Turns updates into acts and hands them to the desk, those of one chat one after the other.

    `wake` is called when there may be something to send.
    """

    def __init__(self, bot: Bot, desk: Desk, database: Database, vitals: Vitals, wake: Callable[[], None]) -> None:
        self._bot = bot
        self._vitals = vitals
        self._desk = desk
        self._database = database
        self._wake = wake
        self._flood = Flood()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.include_router(self.router())

    def router(self) -> Router:
        """The handlers, one for each kind of update, for any aiogram dispatcher."""
        router = Router(name="kpibot")
        router.message.register(self.message)
        router.edited_message.register(self.edited_message)
        router.callback_query.register(self.callback_query)
        router.my_chat_member.register(self.my_chat_member)
        return router

    async def feed(self, content: object) -> bool:
        """Take an update as it came, in JSON; one that cannot be taken is put aside, so that it holds up no other."""
        with self._vitals.update(_kind(content)):
            return await self._feed(content)

    async def _feed(self, content: object) -> bool:
        try:
            # Halves of characters and NaN, which no database takes, pass everything else.
            json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
            update = Update.model_validate(content, context={"bot": self._bot})
            update.event_type  # noqa: B018 - raises where it is of a kind that nobody knows yet
            await self._dispatcher.feed_update(self._bot, update)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not block the chats
            _log.exception("update.quarantined")
            await self._put_aside(content, type(error).__name__)
            return False
        return True

    async def again(self) -> None:
        """Take updates that were put aside once more, where an operator has them taken; what fails stays aside."""
        for id, content in (await asyncio.to_thread(self._marked)).items():
            taken = await self.feed(content)
            await asyncio.to_thread(self._tried, id, taken=taken)

    def _marked(self) -> dict[int, Any]:
        with self._database.reading() as c:
            return updates.marked(c, CHANNEL)

    def _tried(self, id: int, *, taken: bool) -> None:
        with self._database.transaction() as c:
            updates.drop(c, [id]) if taken else updates.mark(c, [id], again=False)

    async def _put_aside(self, content: object, error: str) -> None:
        """Keep an update for whoever mends it, and tell whoever sent it."""
        who, now = sender_of(content), datetime.now(UTC)
        await self._certainly(lambda: self._desk.put_aside(CHANNEL, content, error, who, now))
        self._wake()

    async def message(self, message: Message, event_update: Update) -> None:
        """Take a message."""
        act = act_of(message) if await self._private(message.chat) else None
        if isinstance(act, Attached) and act.is_sheet and message.document:
            act = replace(act, content=await self._fetched(message.document))
        if act is None or message.from_user is None:
            return
        await self._take(event_update, sender(message.from_user), str(event_update.update_id), act, message)

    async def _fetched(self, sheet: Document) -> bytes | None:
        """What is in a small sheet; None for one that is large, or that Telegram does not give."""
        if sheet.file_size is None or sheet.file_size > LARGEST:
            return None
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                found = await self._bot.download(sheet)
        except (*CALL_FAILED, ClientError, TimeoutError) as error:
            _log.warning("sheet.not_fetched", error=type(error).__name__)
            return None
        return found.read() if found else None

    async def edited_message(self, message: Message, event_update: Update) -> None:
        """Take an edited message as an edit of the answer that it gave."""
        written = message.caption if message.text is None else message.text
        if await self._private(message.chat) and message.from_user and written is not None:
            act = Edited(str(message.message_id), written, below_file=message.text is None)
            await self._take(event_update, sender(message.from_user), str(event_update.update_id), act, message)

    async def callback_query(self, query: CallbackQuery, event_update: Update) -> None:
        """Take a press of a button; Telegram is told at once, before any work."""
        self._start(self._answered(query))
        button = keyboards.read(query.data)
        if button is None or query.message is None or query.message.chat.id != query.from_user.id:
            return
        if button.page:
            await self._turn(query, button)
        else:
            act = Tapped(button.parcel, button.number)
            await self._take(event_update, sender(query.from_user), str(event_update.update_id), act, None)
        self._start(self._cleared(query, button))

    async def my_chat_member(self, change: ChatMemberUpdated) -> None:
        """Leave groups and channels at once."""
        if change.new_chat_member.status not in {"left", "kicked"}:
            await self._private(change.chat)

    async def _private(self, chat: Chat) -> bool:
        """Whether a chat is with one person; any other is left."""
        if chat.type == ChatType.PRIVATE:
            return True
        _log.info("chat.left", kind=chat.type)
        with suppress(*CALL_FAILED):  # it is asked again with the next message there
            await self._bot.leave_chat(chat.id)
        return False

    async def _take(self, update: Update, sender: Sender, id: str, act: Act, message: Message | None) -> None:
        now = datetime.now(UTC)
        admitted, told = self._flood.admits(sender.address, message.date if message else now)
        if not admitted and not told:
            return
        message_id = str(message.message_id) if message else None
        lock = self._locks.setdefault(int(sender.address), asyncio.Lock())
        async with lock:
            if told:
                await self._certainly(lambda: self._desk.tell(sender, text("telegram.flood"), now))
            else:
                await self._certainly(lambda: self._desk.take(sender, id, act, now, message_id))
        self._wake()

    async def _certainly(self, work: Callable[[], _Found]) -> _Found:
        """Do what an update asks for, however long the database is gone."""
        pauses = Pauses()
        while True:
            try:
                return await asyncio.to_thread(work)
            except Exception as error:
                if not passes(error):
                    raise
                _log.warning("database.gone", error=type(error).__name__)
                self._vitals.beat(PART)
                await pauses.rest()

    async def _turn(self, query: CallbackQuery, button: keyboards.Button) -> None:
        """Show another page of buttons, in place."""
        parcel = await self._certainly(lambda: self._parcel(button.parcel))
        if parcel is None or not parcel.keyboard or parcel.address != str(query.from_user.id):
            return
        markup = keyboards.keyboard(parcel.id, parcel.payload.get("choices", ()), button.number)
        with suppress(*CALL_FAILED):  # pressed twice, or gone: it is only a view
            await self._bot.edit_message_reply_markup(
                chat_id=query.from_user.id, message_id=int(parcel.message_id or 0), reply_markup=markup
            )

    def _parcel(self, id: int) -> outbox.Parcel | None:
        with self._database.reading() as c:
            return outbox.parcel(c, id)

    async def _cleared(self, query: CallbackQuery, button: keyboards.Button) -> None:
        """Take dead buttons away: of an older copy of a message that arrived twice, and of one that is forgotten.

        The outbox knows the newest copy alone, the press tells of the other.
        """
        pressed, person = query.message.message_id if query.message else 0, query.from_user.id
        with suppress(*CALL_FAILED, Unreachable, SQLAlchemyError):  # they only look as if they worked
            parcel = await asyncio.to_thread(self._parcel, button.parcel)
            if parcel is None or (parcel.address == str(person) and parcel.message_id != str(pressed)):
                await self._bot.edit_message_reply_markup(chat_id=person, message_id=pressed)

    async def _answered(self, query: CallbackQuery) -> None:
        try:
            await self._bot.answer_callback_query(query.id, request_timeout=ANSWER_SECONDS)
        except CALL_FAILED as error:
            _log.info("press.unanswered", error=type(error).__name__)

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _kind(content: object) -> str:
    """Which of the kinds an update is that are asked for."""
    return next((kind for kind in UPDATES if isinstance(content, dict) and kind in content), "other")
