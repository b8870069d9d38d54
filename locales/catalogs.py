"""The catalogs held against each other: what one language says, all must say."""

import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from locales.words import LANGUAGES

FOLDER = Path(__file__).parent


def read(folder: Path, language: str) -> dict[str, Message]:
    """The messages of all domains of a language by their ids, those marked fuzzy included."""
    messages: dict[str, Message] = {}
    for path in sorted((folder / language).glob("*.po")):
        messages |= read_domain(path, language)
    return messages


def read_domain(path: Path, language: str) -> dict[str, Message]:
    """The messages of one catalog by their ids."""
    with path.open("rb") as file:
        catalog: Catalog = read_po(file, locale=language)
    return {message_id(message): message for message in catalog if message.id}


def message_id(message: Message) -> str:
    """The id of a message, with or without plural."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """What a message says, in each of its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def fields(template: str) -> frozenset[str]:
    """The names a template has places for.

    Raises ValueError where it is no str.format template of named fields.
    """
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    for name in names:
        if not name.isidentifier():
            raise ValueError(f"{{{name}}} is no named field")
    return frozenset(names)


def gaps(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """Language and id of every message that a language lacks, leaves empty or only guesses at (fuzzy).

    One that says its own id could not be told from one that is lacking.
    """
    catalogs = {language: read(folder, language) for language in LANGUAGES}
    for id in sorted(set().union(*catalogs.values())):
        for language, messages in catalogs.items():
            if id not in messages or messages[id].fuzzy or not all(forms(messages[id])) or id in forms(messages[id]):
                yield language, id
