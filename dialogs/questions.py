"""Questions: what is asked, how an answer is read, what is kept of it. Put into words only when sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar
from unicodedata import normalize

from pydantic import TypeAdapter

from dialogs import journal
from dialogs.journal import Journal
from dialogs.reading.acts import read_act
from dialogs.reading.choices import Option, read_choice, read_choices
from dialogs.reading.lists import read_list
from dialogs.reading.numbers import read_number
from dialogs.reading.unread import Unread
from locales.text import Text, Value, text
from locales.words import LANGUAGES, Words, words

T = TypeVar("T")

LABEL = 200
"""The longest name of a thing, in characters."""
PASSAGE = 1000
"""The longest description, in characters."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its id and label."""

    id: str
    label: Text | str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing out of a list, with a scope of its own ("customer/7") that outlives changes of list and name.

    `trait` is what its name told when it was read: the kind of a customer, that an output is an activity.
    """

    scope: str
    name: str
    trait: str | None = None

    @property
    def id(self) -> int:
        """The number in the scope."""
        return int(self.scope.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer is read with: the person's words, the day, the journal so far."""

    words: Words
    today: date
    journal: Journal


@cache
def codec(type_: Any) -> TypeAdapter[Any]:
    """How values of a type become JSON and come back."""
    return TypeAdapter(type_)


@dataclass(frozen=True, kw_only=True)
class Question(Generic[T]):
    """A question under a stable key.

    `name` says what is asked whatever the position, `about` what it is about, outermost first. `default` is the choice
    that a plain "yes" takes. An `optional` question may be skipped.
    """

    kind: ClassVar[str]
    type: ClassVar[Any]
    key: str
    name: str
    prompt: Text
    about: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    default: str | None = None
    example: Text | None = None
    optional: bool = False
    echoes: bool = True
    """Whether what was understood is shown back, where it says more than what was written."""

    def take(self, said: str, reading: Reading) -> T:
        """Read a typed answer; raises Unread."""
        picked = self._picked(said, reading)
        return self.read(said, reading) if picked is None else self.press(picked, reading)

    def read(self, said: str, reading: Reading) -> T:
        """Read a typed answer that is none of the choices; raises Unread."""
        raise NotImplementedError

    def press(self, choice: str, reading: Reading) -> T:
        """The answer that a button gives; raises Unread where there is no such button."""
        raise NotImplementedError

    def opens(self, value: T) -> Iterable[str]:
        """The scopes that the answer opens (journal.Entry)."""
        return ()

    def shown(self, value: T) -> Value:
        """The answer as it is shown back."""
        raise NotImplementedError

    def load(self, answer: Any) -> T:
        """The answer out of its JSON."""
        loaded: T = codec(self.type).validate_python(answer)
        return loaded

    def dump(self, value: T) -> Any:
        """The answer as JSON."""
        return codec(self.type).dump_python(value, mode="json")

    def options(self, language: str) -> list[Option]:
        """The choices with their labels in every language, since people mix them; first the one that is shown."""
        return [Option(choice.id, _labels(choice.label, language)) for choice in self.choices]

    def choice(self, id: str) -> Choice:
        """The choice of that id; raises Unread."""
        for choice in self.choices:
            if choice.id == id:
                return choice
        raise Unread("choice.unknown")

    def _picked(self, said: str, reading: Reading) -> str | None:
        """A choice named outright in an open question: by its number, its label, or by agreeing to the default."""
        if picked := numbered(said, self.choices):
            return picked
        plain = normalize("NFKC", said).strip().casefold()
        for option in self.options(reading.words.language):
            if plain in (normalize("NFKC", label).casefold() for label in option.labels):
                return option.id
        return self.default if self.default and read_act(said) == "yes" else None


def numbered(said: str, choices: Sequence[Choice], first: int = 1) -> str | None:
    """The choice whose number was written ("2", "２."), counted from `first`."""
    plain = normalize("NFKC", said).strip().rstrip(".。)")
    if plain.isdecimal() and 0 <= int(plain[:4]) - first < len(choices):
        return choices[int(plain[:4]) - first].id
    return None


def _labels(label: Text | str, first: str) -> tuple[str, ...]:
    if isinstance(label, str):
        return (label,)
    return tuple(dict.fromkeys(words(language).say(label) for language in (first, *LANGUAGES)))


def limited(said: str, longest: int) -> str:
    """The text, unless it is empty or too long; raises Unread."""
    if not said:
        raise Unread("text.empty")
    if len(said) > longest:
        raise Unread("text.too_long", length=len(said), longest=longest)
    return said


def meant(said: str) -> str:
    """The text, unless it is a mere "yes" or "no", which answers nothing that asks for words; raises Unread."""
    if read_act(said) in {"yes", "no", "none"}:
        raise Unread("text.yes_no", said=said)
    return said


def named(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, unless one has no letter in it; raises Unread."""
    for name in names:
        if not any(character.isalpha() for character in name):
            raise Unread("text.no_name", said=name)
    return names


@dataclass(frozen=True, kw_only=True)
class TextQuestion(Question[str]):
    """Words taken as they are written; a choice stands for its label."""

    kind: ClassVar[str] = "text"
    type: ClassVar[Any] = str
    longest: int = LABEL

    def read(self, said: str, reading: Reading) -> str:
        return limited(meant(said), self.longest)

    def press(self, choice: str, reading: Reading) -> str:
        return reading.words.value(self.choice(choice).label)

    def shown(self, value: str) -> Value:
        return value


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question[str]):
    """One of the choices."""

    kind: ClassVar[str] = "choice"
    type: ClassVar[Any] = str
    opened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The scopes that each choice opens."""

    def opens(self, value: str) -> Iterable[str]:
        return self.opened.get(value, ())

    def take(self, said: str, reading: Reading) -> str:
        act = read_act(said)
        if act == "yes" and self.default:
            return self.default
        # To "is there a number?" people say that there is none.
        plain = "no" if act == "none" else act
        if plain in {"yes", "no"} & {choice.id for choice in self.choices}:
            return str(plain)
        return read_choice(said, self.options(reading.words.language))

    def press(self, choice: str, reading: Reading) -> str:
        return self.choice(choice).id

    def shown(self, value: str) -> Value:
        return next((choice.label for choice in self.choices if choice.id == value), value)


@dataclass(frozen=True, kw_only=True)
class ChoicesQuestion(Question[tuple[str, ...]]):
    """One or more of the choices; a choice "a+b" stands for several, and a button takes just what it names."""

    kind: ClassVar[str] = "choices"
    type: ClassVar[Any] = tuple[str, ...]
    opened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The scopes that each choice opens."""

    def opens(self, value: tuple[str, ...]) -> Iterable[str]:
        return [scope for part in value for scope in self.opened.get(part, ())]

    def take(self, said: str, reading: Reading) -> tuple[str, ...]:
        if self.default and read_act(said) == "yes":
            return self.press(self.default, reading)
        if picked := self._picked(said, reading):
            return self.press(picked, reading)
        # By name only single ones: "quantity, quality" is no abbreviation of a button that says a third one too.
        single = [option for option in self.options(reading.words.language) if "+" not in option.id]
        return self._in_order(read_choices(said, single))

    def press(self, choice: str, reading: Reading) -> tuple[str, ...]:
        return self._in_order(self.choice(choice).id.split("+"))

    def shown(self, value: tuple[str, ...]) -> Value:
        labels = {choice.id: choice.label for choice in self.choices}
        return tuple(labels.get(part, part) for part in value)

    def _in_order(self, parts: Iterable[str]) -> tuple[str, ...]:
        named = set(parts)
        singles = [choice.id for choice in self.choices if "+" not in choice.id]
        return tuple(part for part in singles if part in named)


@dataclass(frozen=True, kw_only=True)
class NamesQuestion(Question[tuple[str, ...]]):
    """A list of plain names."""

    kind: ClassVar[str] = "list"
    type: ClassVar[Any] = tuple[str, ...]

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
        return named(read_list(meant(said), LABEL))

    def press(self, choice: str, reading: Reading) -> tuple[str, ...]:
        return (reading.words.value(self.choice(choice).label),)

    def shown(self, value: tuple[str, ...]) -> Value:
        return value


@dataclass(frozen=True, kw_only=True)
class PercentQuestion(Question[Decimal]):
    """A share, in percent."""

    kind: ClassVar[str] = "number"
    type: ClassVar[Any] = Decimal

    def take(self, said: str, reading: Reading) -> Decimal:
        if self.default and read_act(said) == "yes":
            return self.press(self.default, reading)
        return self.read(said, reading)

    def read(self, said: str, reading: Reading) -> Decimal:
        number = read_number(said)
        if not 0 <= number <= 100:
            raise Unread("percent.outside", number=number)
        return number

    def press(self, choice: str, reading: Reading) -> Decimal:
        return Decimal(self.choice(choice).id)

    def shown(self, value: Decimal) -> Value:
        return text("percent", percent=value)


def _no_trait(_: str) -> str | None:
    return None


@dataclass(frozen=True, kw_only=True)
class ListQuestion(Question[tuple[Item, ...]]):
    """A list of things that later questions are about; each gets a scope of `family`.

    `existing` are things of that family known already: naming one again links to it instead of making another.
    """

    kind: ClassVar[str] = "list"
    type: ClassVar[Any] = tuple[Item, ...]
    family: str
    existing: tuple[Item, ...] = ()
    trait: Callable[[str], str | None] = _no_trait

    def read(self, said: str, reading: Reading) -> tuple[Item, ...]:
        names = dict.fromkeys(self._chosen(name, reading) for name in read_list(meant(said), LABEL))
        return self.mint(named(tuple(names)), reading.journal)

    def press(self, choice: str, reading: Reading) -> tuple[Item, ...]:
        if choice == "all":
            return self.existing
        linked = tuple(item for item in self.existing if item.scope == choice)
        return linked or self.mint([reading.words.value(self.choice(choice).label)], reading.journal)

    def opens(self, value: tuple[Item, ...]) -> Iterable[str]:
        return [item.scope for item in value]

    def shown(self, value: tuple[Item, ...]) -> Value:
        return tuple(item.name for item in value)

    def mint(self, names: Sequence[str], log: Journal) -> tuple[Item, ...]:
        """Give each name its scope: the one it has, the one it had here before, or a new one."""
        linked = {item.scope for item in self.existing}
        items = mint(names, self.family, self.existing, _named_here(self, log), log)
        return tuple(item if item.scope in linked else replace(item, trait=self.trait(item.name)) for item in items)

    def _chosen(self, name: str, reading: Reading) -> str:
        """The label of a choice where its number was written ("1、3"), else the name itself."""
        picked = self._picked(name, reading)
        return name if picked in {None, "all"} else reading.words.value(self.choice(str(picked)).label)


def _named_here(question: ListQuestion, log: Journal) -> tuple[list[Item], list[Item]]:
    """The items of this question's standing answer, and all it ever had, latest first."""
    entries = [entry for entry in log if entry.key == question.key and entry.action == "answer" and entry.value]
    standing = journal.standing(log).get(question.key)
    current = question.load(standing.value) if standing and standing.value else ()
    return list(current), [item for entry in reversed(entries) for item in question.load(entry.value)]


def mint(
    names: Sequence[str],
    family: str,
    existing: Sequence[Item],
    here: tuple[Sequence[Item], Sequence[Item]],
    log: Journal,
) -> tuple[Item, ...]:
    """Items for names; one name corrected ("成本表" to "成本报表") keeps its item, so that what hangs on it stays."""
    current, earlier = here
    known: dict[str, str] = {}
    for item in (*existing, *current, *earlier):
        known.setdefault(item.name.casefold(), item.scope)
    scopes = [known.get(name.casefold()) for name in names]
    corrected = _corrected(names, scopes, [item for item in current if item not in existing])
    if corrected:
        scopes[corrected[0]] = corrected[1]
    number = max((int(scope.rpartition("/")[2]) for scope in journal.scopes(log, family)), default=0)
    items: dict[str, Item] = {}
    for name, known_scope in zip(names, scopes, strict=True):
        number += known_scope is None
        scope = known_scope or f"{family}/{number}"
        items.setdefault(scope, Item(scope, name))
    return tuple(items.values())


def _corrected(names: Sequence[str], scopes: Sequence[str | None], current: Sequence[Item]) -> tuple[int, str] | None:
    """The one name that is a respelling of the one item it replaces."""
    new = [index for index, scope in enumerate(scopes) if scope is None]
    gone = [item for item in current if item.scope not in scopes]
    if len(new) != 1 or len(gone) != 1:
        return None
    alike = SequenceMatcher(None, gone[0].name, names[new[0]]).ratio() > 0.5
    return (new[0], gone[0].scope) if alike else None
