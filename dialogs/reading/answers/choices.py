"""Choices: one or several of the options offered, pressed in words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dialogs.reading.answers.synonyms import synonyms
from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread

_ALL = re.compile(
    r"(?:all|both|everything)(?: of them)?|全选|所有|全部"
    r"|(?:(?P<number>[两三四五])[个项样者条种]|全部)?(?:全都?|都)(?:[有是要选](?:问题|异议)?|不对)"
    r"|(?P<both>两)[个项样者条种]"
)
SEPARATORS = re.compile(r"[、,;/+&\n]|(?<![a-z])and(?![a-z])|以及(?!时)|还有|[和与跟]|及(?![时格早])")
_NUMBERED = re.compile(
    r"(?:第|no\.?|number|option|#|选|选择)? ?(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:st|nd|"
    r"rd|th)?(?:个|项|号|条|种)?[.)、]?"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"(?:the )?(?P<word>{'|'.join(_ORDINALS)}|last)(?: one| option)?")
_POLITE = re.compile(
    r"^(?:请|那就|就|我选择|我选|选择|选|应该是|是|i'd say|i choose|i pick|i'd like|i think|let's take|"
    r"let's go with|i want|the) ?"
    r"|(?: ?(?:吧|呀|啊|呢|哦|谢谢|的|都要|都看|都有|both|too|please|thanks|thank you))+$"
)
LONGEST = 120
"""Characters of the longest answer that can be a choice."""
_CLOSE_ENOUGH = 80
"""rapidfuzz ratio from which a typed word counts as a misspelt label: one slip in a word of five letters."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its id, and the labels a person may know it by (the first is the one shown)."""

    id: str
    labels: tuple[str, ...]


_CLAUSES = re.compile(r"[,;:。、()]|——")
_NEGATED = re.compile(r"(?:不是?|没有?|非|无|别|\bno|\bnot|n't) ?(?:the |a )?$")


def read_choice(text: str, options: Sequence[Option]) -> str:
    """The id of the option meant.

    Raises Unread, naming the options, where none or more than one can be meant.
    """
    wish = _wish(text)
    found = _one(wish, options) or _partly(wish, options)
    if found is None:
        raise unread_choice(options)
    return found


def read_choices(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The ids of all options meant, in the order in which they are offered.

    Raises Unread, naming the options, where a part of the answer is none of them.
    """
    wish = _wish(text)
    if every := _ALL.fullmatch(wish) or _ALL.fullmatch(_plain(wish)):
        named = every["number"] or every["both"]
        number = numeral(named, 0) if named else None
        if number and number.value != len(options):
            raise unread_choice(options)
        return tuple(option.id for option in options)
    whole = _one(wish, options)
    chosen = {whole} if whole else _several(wish, options)
    return tuple(option.id for option in options if option.id in chosen)


def _several(wish: str, options: Sequence[Option]) -> set[str]:
    parts = [part.strip() for part in SEPARATORS.split(wish) if part.strip(" .")]
    chosen: set[str] = set()
    for part in parts:
        one = _one(part, options) or _partly(part, options)
        each = [one] if one else [_one(word, options) for word in part.split()]
        if not each or None in each:
            raise unread_choice(options)
        chosen.update(id for id in each if id)
    if not chosen:
        raise unread_choice(options)
    return chosen


def _wish(text: str) -> str:
    """The answer folded, without what an emoji or a check mark adds; empty where it is too long to be a choice."""
    written = clean(text).text
    return label_key(written) if len(written) <= LONGEST else ""


def label_key(label: str) -> str:
    """A label as it is compared: folded, without symbols (emoji, check marks) and closing marks."""
    kept = "".join(
        character for character in fold(label) if unicodedata.category(character) not in {"So", "Sk", "Cf", "Mn"}
    )
    return " ".join(kept.split()).strip(" 。!?.…") if "\n" not in kept else kept.strip()


def _plain(wish: str) -> str:
    """A wish without the politeness around it."""
    return _POLITE.sub("", _POLITE.sub("", wish)).strip(" ,.")


def _one(wish: str, options: Sequence[Option]) -> str | None:
    """The option that a folded wish names: by id or label, number, unique beginning, or nearly so."""
    for form in dict.fromkeys((wish, _plain(wish))):
        found = _named(form, options) or _numbered(form, options) or _begun(form, options) or _misspelt(form, options)
        if found:
            return found
    return None


def _keys(option: Option) -> list[str]:
    labels = [key for key in map(label_key, option.labels) if key]
    return [label_key(option.id), *labels, *(word for label in labels for word in synonyms(label))]


def label_parts(option: Option) -> list[str]:
    """What a label says, part by part: "没有" and "由人来评价" of "没有，由人来评价"."""
    parts = [part.strip() for label in option.labels for part in _CLAUSES.split(label_key(label))]
    return [part for part in parts if len(part) > 1]


def _named(wish: str, options: Sequence[Option]) -> str | None:
    return next((option.id for option in options if wish in _keys(option)), None)


def _numbered(wish: str, options: Sequence[Option]) -> str | None:
    place = 0
    if match := _NUMBERED.fullmatch(wish):
        number = numeral(match["number"], 0)
        place = int(number.value) if number else 0
    elif match := _ORDINAL.fullmatch(wish):
        place = len(options) if match["word"] == "last" else _ORDINALS.index(match["word"]) + 1
    return options[place - 1].id if 1 <= place <= len(options) else None


def _begun(wish: str, options: Sequence[Option]) -> str | None:
    if not wish or wish.isdigit():
        return None
    return _only(option.id for option in options if any(key.startswith(wish) for key in _keys(option)))


def _misspelt(wish: str, options: Sequence[Option]) -> str | None:
    keys = {key: option.id for option in options for key in _keys(option) if len(key) >= 4}
    if len(wish) < 4:
        return None
    near = process.extract(wish, list(keys), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return _only(keys[key] for key, _, _ in near)


def _partly(wish: str, options: Sequence[Option]) -> str | None:
    """The one option that a short sentence speaks of, by its whole label, by a part of it, or in fewer words."""
    keys = {option.id: [*_keys(option), *label_parts(option)] for option in options}
    return _contained(wish, keys) or _only(id for id, each in keys.items() if any(_abridged(wish, key) for key in each))


def _contained(wish: str, keys: Mapping[str, Sequence[str]]) -> str | None:
    """The one option of which a key stands in the wish ("我觉得质量比较重要"); a longer key hides one inside it."""
    found = {key: id for id, each in keys.items() for key in each if _stands_in(key, wish)}
    return _only(found[key] for key in found if not any(key != other and key in other for other in found))


def _stands_in(key: str, wish: str) -> bool:
    if len(key) < 2:
        return False
    edges = (r"(?<![a-z0-9])", r"(?![a-z0-9])") if key.isascii() else ("", "")
    match = re.search(f"{edges[0]}{re.escape(key)}{edges[1]}", wish)
    return match is not None and not _NEGATED.search(wish[: match.start()])


def _abridged(wish: str, key: str) -> bool:
    """Whether a wish in Chinese is a label with words left out: 由人评价 of 没有,由人来评价."""
    rest = iter(key)
    return len(wish) > _SHORTEST and not wish.isascii() and all(character in rest for character in wish)


_SHORTEST = 2
"""Two Chinese characters may stand in a label by chance."""


def _only(ids: Iterable[str]) -> str | None:
    found = set(ids)
    return found.pop() if len(found) == 1 else None


def unread_choice(options: Sequence[Option]) -> Unread:
    """The refusal of an answer that is none of the options; it names the first as an example."""
    # The options themselves stand in the question, which follows again.
    first = options[0] if options else None
    return Unread("unread.choice", example=(first.labels[0] if first.labels else first.id) if first else None)
