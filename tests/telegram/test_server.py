"""The stand-in itself: it takes what Telegram takes and refuses the rest, as a client of the real API sees it."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BotCommand, BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.telegram.chats import Person
from tests.telegram.faults import Kind
from tests.telegram.schema import METHODS
from tests.telegram.server import TOKEN, StandIn, standing_in


@pytest.fixture(scope="module")
def shared() -> Iterator[StandIn]:
    with standing_in() as server:
        yield server


@pytest.fixture
def server() -> Iterator[StandIn]:
    with standing_in() as server:
        yield server


@pytest.fixture
def ann(server: StandIn) -> Person:
    ann = server.person("Ann", "en")
    ann.says("/start")
    return ann


def client(server: StandIn, work: Callable[[Bot], Coroutine[Any, Any, Any]]) -> Any:
    """What aiogram makes of it."""

    async def run() -> Any:
        session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
        async with Bot(TOKEN, session=session).context() as bot:
            return await work(bot)

    return asyncio.run(run())


def call(server: StandIn, method: str, body: bytes, kind: str = "application/json", token: str = TOKEN) -> Any:
    """A call as any program may make it; returns code and answer."""
    request = Request(f"{server.url}/bot{token}/{method}", body, {"Content-Type": kind})
    try:
        with urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


def test_messages_pictures_and_edits_arrive(server: StandIn, ann: Person) -> None:
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])

    async def work(bot: Bot) -> None:
        sent = await bot.send_message(ann.id, "<b>1 &lt; 2</b>", parse_mode="HTML", reply_markup=markup)
        await bot.edit_message_text("2", chat_id=ann.id, message_id=sent.message_id)
        await bot.send_photo(ann.id, BufferedInputFile(b"\x89PNG", "a.png"), caption="picture")
        document = await bot.send_document(ann.id, BufferedInputFile(b"sheet", "b.xlsx"))
        assert document.document
        assert (await bot.download(document.document)).read() == b"sheet"  # type: ignore[union-attr] # it is there

    client(server, work)
    text, photo, sheet = ann.received
    assert (text.texts, text.buttons) == (["1 < 2", "2"], [])
    assert (photo.text, photo.file, sheet.file) == ("picture", ("a.png", b"\x89PNG"), ("b.xlsx", b"sheet"))


def test_updates_are_given_until_they_are_confirmed(server: StandIn, ann: Person) -> None:
    async def work(bot: Bot) -> list[list[int]]:
        async def ids(offset: int | None = None) -> list[int]:
            return [update.update_id for update in await bot.get_updates(offset=offset)]

        first = await ids()
        again = await ids()
        ann.says("second")
        after = await ids(first[-1] + 1)
        return [first, again, after, await ids(after[-1] + 1)]

    first, again, after, none = client(server, work)
    assert first == again
    assert (len(after), none) == (1, [])
    assert after[0] == first[0] + 1


def test_a_press_comes_with_its_message_and_is_answered_once(server: StandIn, ann: Person) -> None:
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])

    async def work(bot: Bot) -> None:
        await bot.send_message(ann.id, "?", reply_markup=markup)
        ann.presses("Go")
        query = (await bot.get_updates())[-1].callback_query
        assert query
        assert query.message
        assert (query.data, query.from_user.id, query.message.chat.id) == ("go", ann.id, ann.id)
        await bot.answer_callback_query(query.id, text="done")
        with pytest.raises(TelegramBadRequest, match="query is too old"):
            await bot.answer_callback_query(query.id)

    client(server, work)
    assert ann.toasts == ["done"]


FAULTS: dict[Kind, type[Exception]] = {
    "429": TelegramRetryAfter,
    "500": TelegramServerError,
    "403": TelegramForbiddenError,
    "400": TelegramBadRequest,
    "hang": TelegramNetworkError,
    "drop": TelegramNetworkError,
    "drop_after": TelegramNetworkError,
}


@pytest.mark.parametrize("kind", FAULTS)
def test_faults_come_as_asked_for_and_end(kind: Kind, server: StandIn, ann: Person) -> None:
    async def work(bot: Bot) -> None:
        server.fails(kind, "sendMessage", times=1, seconds=0)
        with pytest.raises(FAULTS[kind]):
            await bot.send_message(ann.id, "x")
        await bot.send_message(ann.id, "x")

    client(server, work)
    assert len(ann.received) == (2 if kind == "drop_after" else 1)


def test_one_polls_at_a_time(server: StandIn) -> None:
    async def work(bot: Bot) -> None:
        first = asyncio.create_task(bot.get_updates(timeout=5))
        await asyncio.sleep(0.2)
        await bot.get_updates()
        with pytest.raises(TelegramConflictError):
            await first
        await bot.set_webhook("http://127.0.0.1:9/none")
        with pytest.raises(TelegramConflictError):
            await bot.get_updates()

    client(server, work)


def test_commands_are_kept(server: StandIn) -> None:
    commands = [BotCommand(command="help", description="帮助")]

    async def work(bot: Bot) -> list[BotCommand]:
        await bot.set_my_commands(commands, language_code="zh")
        return await bot.get_my_commands(language_code="zh")

    assert [(one.command, one.description) for one in client(server, work)] == [("help", "帮助")]


BUTTON = {"text": "x", "callback_data": "y"}
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": 1}, '"text" of sendMessage is required'),
    ("sendMessage", {"text": "x"}, '"chat_id" of sendMessage is required'),
    ("sendMessage", {"chat_id": "ANN", "text": "x", "colour": "red"}, "has no parameter colour"),
    ("sendMessage", {"chat_id": 1.5, "text": "x"}, "chat_id must be Integer or String"),
    ("sendMessage", {"chat_id": "ANN", "text": 5}, "text must be String"),
    ("sendMessage", {"chat_id": 7, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "ANN", "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": "ANN", "text": "😀" * 2049}, "message is too long"),
    ("sendMessage", {"chat_id": "ANN", "text": " "}, "message text is empty"),
    ("sendMessage", {"chat_id": "ANN", "text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
    ("sendMessage", {"chat_id": "ANN", "text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities"),
    ("sendMessage", {"chat_id": "ANN", "text": "<x>1</x>", "parse_mode": "HTML"}, "Unsupported start tag"),
    (
        "sendMessage",
        {"chat_id": "ANN", "text": "x", "reply_markup": {"inline_keyboard": [[BUTTON | {"callback_data": "é" * 33}]]}},
        "callback_data has 66 bytes",
    ),
    (
        "sendMessage",
        {"chat_id": "ANN", "text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "y"}]]}},
        '"text" of InlineKeyboardButton is required',
    ),
    ("setMyCommands", {"commands": [{"command": "Help", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a" * 33, "description": "x"}]}, "command has 33"),
    ("setMyDescription", {"description": "x" * 513}, "description has 513"),
    ("setWebhook", {"url": "http://x", "secret_token": "x" * 257}, "secret_token has 257"),
    ("editMessageText", {"chat_id": "ANN", "message_id": 9, "text": "x"}, "message to edit not found"),
    ("sendPhoto", {"chat_id": "ANN", "photo": "no file"}, "wrong file identifier"),
    ("sendDice", {"chat_id": "ANN"}, "not in the stand-in"),
]


@pytest.mark.parametrize(("method", "params", "why"), WRONG)
def test_what_telegram_refuses_is_refused(
    method: str, params: dict[str, Any], why: str, server: StandIn, ann: Person
) -> None:
    given = {name: ann.id if value == "ANN" else value for name, value in params.items()}
    code, answer = call(server, method, json.dumps(given).encode())
    assert (code, answer["ok"]) == (400, False)
    assert why in answer["description"]
    assert [one.method for one in server.refused] == [method]


def test_a_wrong_token_or_method_is_refused(server: StandIn) -> None:
    assert call(server, "getMe", b"{}", token="1:wrong")[0] == 401  # a wrong one
    assert call(server, "makeCoffee", b"{}")[0] == 404


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(METHODS)),
    st.binary(max_size=200) | st.dictionaries(st.text(), st.text()).map(lambda given: json.dumps(given).encode()),
    st.sampled_from(["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]),
)
def test_nothing_makes_it_fail(shared: StandIn, method: str, body: bytes, kind: str) -> None:
    if method in {"getUpdates", "setWebhook"}:
        return
    assert call(shared, method, body, kind)[0] in {200, 400, 403}


def test_the_page_shows_a_chat_and_acts_in_it(server: StandIn, ann: Person) -> None:
    def get(path: str) -> bytes:
        with urlopen(server.url + path, timeout=10) as answer:
            return bytes(answer.read())

    def act(**wish: Any) -> None:
        request = Request(f"{server.url}/act", json.dumps(wish).encode(), {"Content-Type": "application/json"})
        urlopen(request, timeout=10).close()

    assert b"/page/chat.js" in get("/")
    assert b"refresh" in get("/page/chat.js")
    assert b"bubble" in get("/page/chat.css")
    act(do="join", name="小丽", language="zh-hans")
    li = server.people()[-1]
    act(do="say", person=li.id, text="/start <b>")

    async def answered(bot: Bot) -> None:
        markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])
        await bot.send_photo(li.id, BufferedInputFile(b"\x89PNG", "a.png"), reply_markup=markup)

    client(server, answered)
    state = json.loads(get("/state"))
    said, photo = state["people"][1]["messages"]
    assert (said["text"], said["bot"], photo["buttons"]) == ("/start <b>", False, [[["Go", "go"]]])
    assert get(f"/files/{photo['file']}") == b"\x89PNG"
    act(do="press", person=li.id, message=photo["id"], data="go")
    assert "callback_query" in server.pending[-1]
