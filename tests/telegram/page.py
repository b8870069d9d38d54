"""The chats as a web page: type as any person, press the buttons, see pictures and files."""

from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.telegram.chats import Message, Person

if TYPE_CHECKING:
    from tests.telegram.server import StandIn

FOLDER = Path(__file__).parent / "page"
POLICY = "default-src 'self'; img-src 'self'"


def routes(server: "StandIn") -> list[web.RouteDef]:
    """The page and what it asks for."""

    async def show(_: web.Request) -> web.StreamResponse:
        return web.FileResponse(FOLDER / "index.html", headers={"Content-Security-Policy": POLICY})

    async def asset(request: web.Request) -> web.StreamResponse:
        return web.FileResponse(FOLDER / request.match_info["name"])

    async def state(_: web.Request) -> web.Response:
        with server.lock:
            return web.json_response(
                {"bot": server.me["username"], "people": [_person(server, one) for one in server.people()]}
            )

    async def act(request: web.Request) -> web.Response:
        # The page alone sends JSON; a form of another site cannot.
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        _act(server, await request.json())
        return web.json_response({})

    async def file(request: web.Request) -> web.Response:
        name, content = server.files[request.match_info["id"]]
        shown = name.endswith((".png", ".jpg"))
        headers = {} if shown else {"Content-Disposition": "attachment"}
        return web.Response(
            body=content,
            content_type=f"image/{'png' if name.endswith('.png') else 'jpeg'}" if shown else "application/octet-stream",
            headers=headers,
        )

    return [
        web.get("/", show),
        web.get("/page/{name:[a-z]+\\.(?:css|js)}", asset),
        web.get("/state", state),
        web.post("/act", act),
        web.get("/files/{id:file[0-9]+}", file),
    ]


def _person(server: "StandIn", person: Person) -> dict[str, Any]:
    code = "zh" if str(person.user.get("language_code", "")).startswith("zh") else ""
    commands = server.kept.get(("commands", code)) or server.kept.get(("commands", "")) or {}
    return {
        "id": person.id,
        "name": person.title,
        "messages": [_message(server, one) for one in person.messages],
        "commands": commands.get("commands", []),
    }


def _message(server: "StandIn", message: Message) -> dict[str, Any]:
    file = next((id for id, kept in server.files.items() if message.file is not None and kept is message.file), None)
    if file is None and message.file:
        told = message.content.get("document") or message.content["photo"][-1]
        file = told["file_id"]
    return {
        "id": message.id,
        "bot": message.from_bot,
        "text": message.text,
        "html": message.html if message.from_bot and len(message.texts) < 2 else "",
        "buttons": message.buttons,
        "edited": len(message.texts) > 1,
        "file": file,
        "name": message.file[0] if message.file else None,
    }


def _act(server: "StandIn", wish: dict[str, Any]) -> None:
    if wish["do"] == "join":
        server.person(str(wish["name"])[:64] or "?", wish.get("language") or None)
        return
    person = server.chats[int(wish["person"])]
    assert isinstance(person, Person)
    if wish["do"] == "say":
        person.says(str(wish["text"])[:4096])
    elif wish["do"] == "send":
        content = b64decode(str(wish["content"]))
        person.sends_file(str(wish["name"])[:200], content, str(wish["text"])[:1024] or None)
    elif wish["do"] == "press":
        message = person.message(int(wish["message"]))
        if message:
            person.presses_data(str(wish["data"]), message)
