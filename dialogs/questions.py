"""Questions: what is asked, how an answer is read, what is kept of it. Put into words only when sent."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, Generic, Literal, TypeVar

from pydantic import TypeAdapter

from dialogs.choices import Choice, labelled, labels, numbered
from dialogs.journal import Journal
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.choices import Option, read_choice, read_choices
from dialogs.reading.answers.decisions import read_decision
from dialogs.reading.answers.lists import bare, read_list
from dialogs.reading.names.told_names import Told
from dialogs.reading.numbers.percents import read_percent
from dialogs.reading.unread import Unread
from kpi.evidence import File
from locales.text import Text, Value, text
from locales.words import Words

T = TypeVar("T")

Taken = Literal["value", "day", "name", "clause", "words", "letter"]
"""Values and choices; days; names; clauses; any words; words that go to others, who may be asked something in them."""
LABEL = 200
"""The longest name of a thing, in characters."""
PASSAGE = 1000
"""The longest description, in characters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer is read with: the person's words, the day, the country's calendar, the journal so far."""

    words: Words
    today: date
    country: str
    journal: Journal


@cache
def codec(type_: Any) -> TypeAdapter[Any]:
    """How values of a type become JSON and come back."""
    return TypeAdapter(type_)


@dataclass(frozen=True, kw_only=True)
class Question(ABC, Generic[T]):
    """A question under a stable key.

    `name` says what is asked whatever the position, `about` what it is about, outermost first. `default` is the choice
    that a plain "yes" takes. An `optional` question may be skipped. `meanwhile` is what the interview goes on with
    (JSON) while another one is put off.
    """

    kind: ClassVar[str]
    type: ClassVar[Any]
    counts: ClassVar[bool] = False
    """Whether a bare number is an answer of its own, so that it cannot stand for a choice."""
    none_counts: ClassVar[bool] = False
    """Whether "none" may be an answer of its own rather than leave the question out."""
    echo: ClassVar[str] = "understood"
    """The text that shows back what was understood."""
    echo_left: ClassVar[str] = "understood.left"
    """The text that shows back what was understood and what was not."""

    key: str
    name: str
    prompt: Text
    about: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    default: str | None = None
    example: Text | None = None
    optional: bool = False
    meanwhile: Any = None
    takes: Taken = "value"
    """What an answer is told in, which decides what is no answer."""
    echoes: bool = True
    """Whether what was understood is shown back, where it says more than what was written."""

    @property
    def can_wait(self) -> bool:
        """Whether the interview can go on while the question is put off."""
        return self.optional or self.meanwhile is not None

    def take(self, said: str, reading: Reading) -> T:
        """Read a typed answer; raises Unread."""
        picked = self._picked(said, reading)
        return self.read(said, reading) if picked is None else self.press(picked, reading)

    @abstractmethod
    def read(self, said: str, reading: Reading) -> T:
        """Read a typed answer that is none of the choices; raises Unread."""

    def press(self, choice: str, reading: Reading) -> T:
        """The answer that a button gives; raises Unread where there is no such button, or none at all."""
        raise Unread("choice.unknown")

    def check_file(self, file: File) -> None:
        """Raise Unread where a photo or file does not answer the question, as by what its caption says."""

    def tells(self, said: str) -> bool:
        """Whether a sentence tells what is asked for, whatever talk stands around it."""
        return False

    def ends(self, said: str) -> bool:
        """Whether a text says that there is nothing more to answer, so that the question is skipped."""
        return False

    def claims(self, said: str, language: str) -> bool:
        """Whether a text answers the question, though elsewhere it would be a wish."""
        return False

    def wish(self, value: T) -> str:
        """The wish that a choice stands for, with its argument; empty where it is an answer."""
        return ""

    def lasts(self, value: T) -> bool:
        """Whether an answer is kept though it stands for a wish."""
        return False

    def left(self, said: str) -> tuple[Value, ...]:
        """What of a typed answer was not taken, or why: it is said back."""
        return ()

    def opens(self, value: T) -> Iterable[str]:
        """The scopes that the answer opens (journal.Entry)."""
        return ()

    def echoed(self, value: T) -> bool:
        """Whether what was understood is worth showing back."""
        return self.echoes

    def covers(self, value: T) -> tuple[str, ...]:
        """The scopes of other questions that the answer tells, too, so that their answers are not lost by it."""
        return ()

    def joined(self, value: T, earlier: Any) -> T:
        """The answer with what stays of an earlier one (JSON, None where there is none)."""
        return value

    @abstractmethod
    def shown(self, value: T) -> Value:
        """The answer as it is shown back."""

    def told_apart(self, values: Sequence[T]) -> tuple[Value, ...]:
        """Several answers as they are shown beside each other, for one to be chosen: short enough for a button."""
        return tuple(map(self.shown, values))

    def names_told(self, said: str) -> Told | None:
        """The names that a sentence tells where one is asked for; None where it is no sentence, or tells none."""
        return None

    def names_in(self, value: T) -> tuple[str, ...]:
        """What of the answer must be names: a sentence among them is asked about."""
        return ()

    def load(self, answer: Any) -> T:
        """The answer out of its JSON."""
        loaded: T = codec(self.type).validate_python(answer)
        return loaded

    def dump(self, value: T) -> Any:
        """The answer as JSON."""
        return codec(self.type).dump_python(value, mode="json")

    def options(self, language: str) -> list[Option]:
        """The choices with their labels in every language, since people mix them; first the one that is shown."""
        return [Option(choice.id, labels(choice.label, language)) for choice in self.choices]

    def choice(self, id: str) -> Choice:
        """The choice of that id; raises Unread."""
        for choice in self.choices:
            if choice.id == id:
                return choice
        raise Unread("choice.unknown")

    def _picked(self, said: str, reading: Reading) -> str | None:
        """A choice named outright in an open question: by its number, its label, or by agreeing to the default."""
        if not self.counts and (picked := numbered(said, self.choices)):
            return picked
        named = labelled(said, self.choices, reading.words.language)
        return named or (self.default if agrees(said) else None)


def agrees(said: str) -> bool:
    """Whether a text takes what is proposed: "yes", "carry on"."""
    return read_act(said) in {"yes", "resume"}


def label(asked: Question[Any]) -> Text:
    """A question's short name with what it is about: "月度报表 › 准确率 › 基本标准"."""
    name = text(f"name.{asked.name}")
    return text("label.about", about=" › ".join(asked.about), name=name) if asked.about else name


def limited(said: str, longest: int) -> str:
    """The text, unless it is empty or too long; raises Unread."""
    if not said:
        raise Unread("text.empty")
    if len(said) > longest:
        raise Unread("text.too_long", length=len(said), longest=longest)
    return said


def meant(said: str) -> str:
    """The text, unless it is a mere "yes" or "no", which answers nothing that asks for words; raises Unread."""
    if read_act(said) in {"yes", "no", "none", "unsure"}:
        raise Unread("text.yes_no", said=said)
    return said


def named(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, unless one has no letter in it; raises Unread."""
    for name in names:
        if not any(character.isalpha() for character in name):
            raise Unread("text.no_name", said=name)
    return names


def counted(lists: Sequence[Sequence[Value]]) -> tuple[Value, ...]:
    """Lists beside each other, so that one long name is told from several: "One: …", "2 of them: …"."""
    return tuple(
        text("list.one", name=names[0])
        if len(names) == 1
        else text("list.several", many=len(names), names=_numbered(names))
        for names in lists
    )


def _numbered(names: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(text("list.numbered", number=number, name=name) for number, name in enumerate(names, 1))


@dataclass(frozen=True, kw_only=True)
class TextQuestion(Question[str]):
    """Words taken as they are written; a choice stands for its label."""

    kind: ClassVar[str] = "text"
    type: ClassVar[Any] = str
    longest: int = LABEL
    """More than a name has where words are asked for."""
    named: Callable[[str], Told | None] | None = None
    """How a sentence is read that names what is asked for."""
    takes: Taken = "name"

    def take(self, said: str, reading: Reading) -> str:
        # A label that was written stays as it was written, in whatever language.
        picked = numbered(said, self.choices) or (self.default if agrees(said) else None)
        return self.press(picked, reading) if picked else self.read(said, reading)

    def read(self, said: str, reading: Reading) -> str:
        if (told := self.names_told(said)) and told.sure:
            return told.names[0]
        return limited(bare(meant(said)) if self.longest == LABEL else meant(said), self.longest)

    def press(self, choice: str, reading: Reading) -> str:
        return reading.words.value(self.choice(choice).label)

    def names_told(self, said: str) -> Told | None:
        return self.named(said) if self.named else None

    def names_in(self, value: str) -> tuple[str, ...]:
        return (value,) if self.takes in {"name", "clause"} else ()

    def shown(self, value: str) -> Value:
        return value


def passage(key: str, name: str, about: tuple[str, ...], prompt: Text, example: Text | None = None) -> TextQuestion:
    """A question for words that go to others as they were written, and are not shown back."""
    return TextQuestion(
        key=key, name=name, prompt=prompt, about=about, example=example, longest=PASSAGE, echoes=False, takes="letter"
    )


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question[str]):
    """One of the choices."""

    kind: ClassVar[str] = "choice"
    type: ClassVar[Any] = str
    opened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The scopes that each choice opens."""

    def claims(self, said: str, language: str) -> bool:
        return labelled(said, self.choices, language) is not None

    def wish(self, value: str) -> str:
        return value

    def opens(self, value: str) -> Iterable[str]:
        return self.opened.get(value, ())

    def read(self, said: str, reading: Reading) -> str:
        act = read_act(said)
        # To "is there a number?" people say that there is none.
        plain = "no" if act == "none" else act
        if plain in {"yes", "no"} & {choice.id for choice in self.choices}:
            return str(plain)
        if plain == "no" and self.default:
            raise Unread("choice.which")
        return read_choice(said, self.options(reading.words.language))

    def press(self, choice: str, reading: Reading) -> str:
        return self.choice(choice).id

    def shown(self, value: str) -> Value:
        return next((choice.label for choice in self.choices if choice.id == value), value)


@dataclass(frozen=True, kw_only=True)
class DecisionQuestion(ChoiceQuestion):
    """One of the choices, which goes on record: no text is taken that says more than one of them."""

    refusal: str | None = None
    """The choice that a plain "no" takes."""

    def take(self, said: str, reading: Reading) -> str:
        return read_decision(said, self.options(reading.words.language), self.default, self.refusal)


@dataclass(frozen=True, kw_only=True)
class ChoicesQuestion(Question[tuple[str, ...]]):
    """One or more of the choices; a choice "a+b" stands for several, and a button takes just what it names."""

    kind: ClassVar[str] = "choices"
    type: ClassVar[Any] = tuple[str, ...]
    opened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The scopes that each choice opens."""

    def opens(self, value: tuple[str, ...]) -> Iterable[str]:
        return [scope for part in value for scope in self.opened.get(part, ())]

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
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
    takes: Taken = "clause"

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
        return named(read_list(meant(said), LABEL))

    def press(self, choice: str, reading: Reading) -> tuple[str, ...]:
        return (reading.words.value(self.choice(choice).label),)

    def shown(self, value: tuple[str, ...]) -> Value:
        return value

    def told_apart(self, values: Sequence[tuple[str, ...]]) -> tuple[Value, ...]:
        return counted(values)


@dataclass(frozen=True, kw_only=True)
class PercentQuestion(Question[Decimal]):
    """A share, in percent."""

    kind: ClassVar[str] = "number"
    type: ClassVar[Any] = Decimal
    counts: ClassVar[bool] = True

    def read(self, said: str, reading: Reading) -> Decimal:
        number = read_percent(said)
        if not 0 <= number <= 100:
            raise Unread("percent.outside", number=number)
        return number

    def press(self, choice: str, reading: Reading) -> Decimal:
        return Decimal(self.choice(choice).id)

    def shown(self, value: Decimal) -> Value:
        return text("percent", percent=value)
