"""Telegram's HTML: what a text shows without its tags, or why it cannot be read (Bot API, HTML style)."""

import re
from html import unescape

from tests.telegram.schema import bad

TAGS = frozenset(
    {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "tg-emoji", "code", "pre"}
    | {"blockquote"}
)
_PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z-]+)(?:\s[^<>]*)?>|&(?P<entity>#\d+|#x[0-9a-fA-F]+|\w+);|[<>&]")
_ENTITIES = {"lt", "gt", "amp", "quot"}


def plain(text: str, parse_mode: str | None, most: int) -> str:
    """The text as it is shown; raises Refusal where it cannot be read or is too long."""
    shown = _parsed(text) if parse_mode == "HTML" else text
    if len(shown.encode("utf-16-le", "surrogatepass")) // 2 > most:
        raise bad("message is too long")
    return shown


def _parsed(text: str) -> str:
    open_tags: list[str] = []
    shown: list[str] = []
    at = 0
    for piece in _PIECE.finditer(text):
        shown.append(text[at : piece.start()])
        at = piece.end()
        if piece["tag"]:
            _tag(piece["tag"].lower(), bool(piece["end"]), open_tags)
        elif piece["entity"] and (piece["entity"] in _ENTITIES or piece["entity"].startswith("#")):
            shown.append(unescape(piece[0]))
        elif piece[0] == "<":
            raise bad(f"can't parse entities: Unsupported start tag at byte offset {piece.start()}")
        else:
            shown.append(piece[0])
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1]}\"")
    return "".join([*shown, text[at:]])


def _tag(tag: str, end: bool, open_tags: list[str]) -> None:
    if tag not in TAGS:
        raise bad(f'can\'t parse entities: Unsupported start tag "{tag}"')
    if not end:
        open_tags.append(tag)
    elif not open_tags or open_tags.pop() != tag:
        raise bad(f'can\'t parse entities: Unexpected end tag "{tag}"')
