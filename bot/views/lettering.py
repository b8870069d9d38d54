"""Text measured and broken into lines, in the fonts that the pictures carry."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

from bot.views.characters import in_one_line

FONTS = Path(__file__).parent / "fonts"
ELLIPSIS = "..."  # on the base line: the fonts centre "…" as Chinese does

_EM = 1000
_BOX = "□"
_OPENING = "（《〈「『【〔“‘(["
_CLOSING = "，。、；：！？）》〉」』】〕”’,.;:!?)]%…"
_WIDE = "\u2e80-\uffff\U00010000-\U0010ffff"
_PIECE = re.compile(rf" |[{re.escape(_OPENING)}]*(?:[^ /{_WIDE}-]+[/-]?|[{_WIDE}/-])?[{re.escape(_CLOSING)}]*")


def width(text: str, size: float) -> float:
    """How wide a text that went through `wrap` is at a font size, both in pixels."""
    return sum(_widths()[character] for character in text) * size / _EM


def wrap(text: str, room: float, size: float, most: int = 3) -> tuple[str, ...]:
    """The text in lines of like length, at most `room` pixels wide; cut where it needs more than `most` lines.

    Chinese breaks between characters, other scripts between words; no line starts with a closing mark, none ends with
    an opening one, unless a single word or run of marks is wider than the room.
    """
    pieces = _pieces(_drawable(text) or _BOX, room, size)
    lines = _filled(pieces, room, size)
    if len(lines) > most:
        return (*lines[: most - 1], _ended(lines[most - 1], room, size))
    return tuple(_evened(pieces, lines, room, size))


def _pieces(text: str, room: float, size: float) -> list[str]:
    """What a line may not be broken inside of; words wider than a line come apart."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        pieces.extend([piece] if width(piece, size) <= room else piece)
    return pieces


def _filled(pieces: list[str], room: float, size: float) -> list[str]:
    """The pieces in lines, each as full as it gets."""
    lines = [""]
    for piece in pieces:
        if width(lines[-1] + piece.rstrip(), size) <= room:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return [line.strip() for line in lines if line.strip()]


def _evened(pieces: list[str], lines: list[str], room: float, size: float) -> list[str]:
    """The same number of lines, made narrower, so that no single character is left for the last."""
    narrower = room - size / 2
    while narrower > room / 2 and len(evened := _filled(pieces, narrower, size)) == len(lines):
        lines, narrower = evened, narrower - size / 2
    return lines


def _ended(line: str, room: float, size: float) -> str:
    """The line with an ellipsis, shortened to make place for it."""
    while line and width(line + ELLIPSIS, size) > room:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _drawable(text: str) -> str:
    """The text in one line, composed, without what only steers other renderers; what the fonts lack becomes a box.

    The box is a character of the fonts: the renderer would stop looking for others at one that it cannot find.
    """
    composed = unicodedata.normalize("NFC", in_one_line(text))
    return "".join(character if character in _widths() else _BOX for character in composed if not _invisible(character))


def _invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@cache
def _widths() -> dict[str, int]:
    """Widths, in thousandths of the font size, of all characters that the fonts have."""
    characters: dict[str, str] = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))
    return {character: int(width) for width, same in characters.items() for character in same}
