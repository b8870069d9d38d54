"""Characters people send that files and screens cannot take."""

import re

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = re.compile(r"[\x00-\x08\x0B-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]")
_INVALID = re.compile(r"[\uD800-\uDFFF\uFFFE\uFFFF]")


def readable(text: str) -> str:
    """The text without control characters (line ends and tabs stay) and marks that turn the writing direction.

    What is no character at all, such as half a surrogate pair, shows as U+FFFD.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVALID.sub(_REPLACEMENT, _CONTROLS.sub("", lines))


def in_one_line(text: str) -> str:
    """The readable text with every run of white space as one space."""
    return " ".join(readable(text).split())


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text takes, as Telegram and Excel count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text, ended by an ellipsis where it takes more than `limit` UTF-16 code units."""
    if utf16_length(text) <= limit:
        return text
    return head(text, limit - 1) + "…"


def head(text: str, limit: int) -> str:
    """The longest beginning of the text that takes at most `limit` UTF-16 code units."""
    beginning = text[:limit]
    while (over := utf16_length(beginning) - limit) > 0:
        # A character takes one or two units, so that this many have to go at least.
        beginning = beginning[: -((over + 1) // 2)]
    return beginning
