"""What a message does that corrects earlier answers: each correction and what else it says, as steps in their order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dialogs.items import ListQuestion
from dialogs.post.questions import MeasureQuestion
from dialogs.post.tracking import TrackingQuestion
from dialogs.post.weights import WeightsQuestion
from dialogs.questions import Question, TextQuestion
from dialogs.reading.answers.addressed import read_addressed
from dialogs.reading.answers.corrections import Correction, read_corrections, speaks
from dialogs.reading.answers.introduced import read_introduced
from dialogs.reading.answers.lists import read_list
from dialogs.reading.answers.revisions import Revision, worded
from dialogs.reading.answers.told_ahead import read_ahead
from dialogs.reading.names.customers import guess_kind
from dialogs.reading.names.meant import is_me
from dialogs.reading.numbers.numbers import read_number
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.references import References, Thing
from kpi.weights import TOTAL


@dataclass(frozen=True, slots=True)
class Amend:
    """Another answer to one of the questions with the `keys`; without what it becomes, the question is asked again."""

    keys: tuple[str, ...]
    new: str | None
    said: str
    """How it was written in the message."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a message says besides, to be taken for the question that was open then."""

    said: str
    key: str


@dataclass(frozen=True, slots=True)
class Remove:
    """An output or indicator to take out of the plan, by its scope."""

    scope: str
    said: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A thing to take out of lists, the answers of `keys`, in which it does not stand."""

    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a message tells ahead of a question of that name."""

    name: str
    said: str
    about: str = ""
    """What the question is about, where several have that name."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message wishes for in the end."""

    name: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands among corrections and answers nothing."""

    said: tuple[str, ...]


Step = Amend | Answer | Remove | Missing | Told | Wish | Remark


def steps_in(said: str, references: References) -> tuple[Step, ...]:
    """The steps of a message that corrects something; none where it is an answer, or anything else."""
    passage = references.open_name in _PASSAGES
    parted = None if passage and not speaks(said) else read_corrections(said, references)
    if parted is None:
        return ()
    steps = [*(_Meaning(references, one).step() for one in parted.corrections)]
    if None in steps:
        return ()
    rest = (Answer(parted.rest, references.open_key),) if parted.rest else ()
    remarks = (Remark(parted.remarks),) if parted.remarks else ()
    changes = [one for one in steps if one]
    if any(isinstance(one, Amend) and one.new is None for one in changes):
        return (*remarks, *changes, *rest)  # what is asked again stands over all that follows
    return (*changes, *remarks, *rest)


NAMING = frozenset({"text", "list", "measure", "observed"})
"""The kinds of questions that take names, so that any words might be an answer."""
_PASSAGES = frozenset({"looks_like", "factors", "serves"})
"""Questions whose answers may tell of what is wrong and right, what changes and what is left out."""
_AHEAD = {
    "post": ("department", "holder", "period"),
    "department": ("holder", "period"),
    "holder": ("period",),
    "customers_internal": ("customers_external",),
    "measure": ("basic", "outstanding"),
}
"""The questions that people answer together with the one that is asked."""


def steps_ahead(said: str, question: Question[Any], reads: Callable[[str], bool], today: date) -> tuple[Step, ...]:
    """The steps of a message that tells more than an answer that a question reads; none where that is all it does."""
    names = _AHEAD.get(question.name, ())
    ahead = read_ahead(said, names) or read_introduced(said, question.name, names, today)
    if ahead is None or not reads(ahead.answer):
        return ()
    told = (Told(name, value) for name, value in ahead.told)
    wish = (Wish(ahead.wish),) if ahead.wish else ()
    return (Answer(ahead.answer, question.key), *told, *wish)


def steps_addressed(said: str, question: Question[Any], references: References) -> tuple[Step, ...]:
    """The steps of a message that tells what each of several customers receives; none of any other."""
    if question.name != "outputs":
        return ()
    names = references.receivers
    told = read_addressed(said, [*names.values()])
    keys = [f"{scope}/outputs" for scope in names]
    named = {keys[place]: what for place, what in told}
    earlier = [
        Amend((key,), worded(Revision(add=read_list(what))), what)
        for key, what in named.items()
        if key != question.key and key in references.values
    ]
    answer = [Answer(named[question.key], question.key)] if question.key in named else []
    names_of = dict(zip(keys, names.values(), strict=True))
    ahead = [
        Told("outputs", what, names_of[key])
        for key, what in named.items()
        if key != question.key and key not in references.values
    ]
    return (*earlier, *answer, *ahead)


class _Meaning:
    """What a correction means among the answers."""

    def __init__(self, references: References, correction: Correction) -> None:
        self.references, self.correction = references, correction

    def step(self) -> Step | None:
        match self.correction.act:
            case "add":
                return self._added()
            case "remove":
                return self._removed()
            case "withdraw":
                return self._withdrawn()
        return self._set()

    def _added(self) -> Step | None:
        said, new = self.correction.said, self.correction.new
        topic = self.correction.topic
        keys = self.references.keys(topic, beside_open=True) if topic else self.references.customers
        about = self.references.thing(topic) if topic else None
        if about and about.scope.startswith("customer/"):
            keys = self.references.opened(topic)[1:] or keys  # what a customer lacks is an output: 财务部那边少了对账单
        thing = self.references.thing(new) if new else None
        name = thing.name if thing else _bare(new or "")
        keys = _by_kind(keys, name) if name else keys
        doubtful = not keys if topic else len(keys) != 1
        if new and doubtful and self.references.lists:
            return Answer(new, self.references.open_key)  # it belongs into the list that is asked for
        return Amend(keys, worded(Revision(add=(name,))) if new else None, said) if keys else None

    def _removed(self) -> Step | None:
        old = self.correction.old or ""
        thing = self.references.thing(old)
        if thing is None and self.correction.topic:
            return Missing(_bare(old), self.references.keys(self.correction.topic))
        if thing is None:
            return None
        if not thing.scope.startswith("customer/"):
            return Remove(thing.scope, self.correction.said)
        key = self.references.listing(thing)
        several = len(self.references.values[key]) > 1
        return Amend((key,), worded(Revision(remove=thing.name)) if several else None, self.correction.said)

    def _withdrawn(self) -> Step | None:
        """An output goes to a customer no more; what else that customer receives is asked where it was the only one."""
        thing, keys = self.references.thing(self.correction.old or ""), self.references.keys(self.correction.topic)
        if thing is None or len(keys) != 1:
            return None
        several = len(self.references.values.get(keys[0], ())) > 1
        return Amend(keys, worded(Revision(remove=thing.name)) if several else None, self.correction.said)

    def _set(self) -> Step | None:
        topic, new, old = self.correction.topic, self.correction.new, self.correction.old
        new = self.references.speaker if new and is_me(new) else new
        keys = self._keys(topic, new, old) if new or old else self.references.opened(topic) or self.references.last
        if not keys:
            return None
        return Amend(keys, self._worded(keys[0], new) if new and len(keys) == 1 else new, self.correction.said)

    def _keys(self, topic: str, new: str | None, old: str | None) -> tuple[str, ...]:
        """The answers that may be meant; a figure for a thing is one of those about it, no name."""
        keys = self.references.keys(topic) if topic else self.references.last
        thing = self.references.thing(topic)
        if thing and keys == (self.references.listing(thing),) and new and not self.correction.called:
            keys = self._about(thing, new)
        holding = self.references.holding(old) if old else ()
        if not topic and old:
            return holding
        both = tuple(key for key in keys if key in holding)
        return both if len(keys) > 1 and both else keys

    def _about(self, thing: Thing, new: str) -> tuple[str, ...]:
        """The answers that may be meant where only a thing is named: its figures, its name, or any of both."""
        figures, listing = self.references.figures(thing), self.references.listing(thing)
        if _number(new) is not None:
            return figures
        before, after = (set(fold(one).split() if new.isascii() else fold(one)) for one in (thing.name, new))
        return (listing,) if before & after else (listing, *figures)

    def _worded(self, key: str, new: str) -> str:
        """What an answer becomes, so that its question reads it."""
        question, old = self.references.question(key), self.correction.old
        thing = self.references.thing(self.correction.topic)
        if isinstance(question, ListQuestion | MeasureQuestion):
            named = thing or (self.references.thing(old) if old else None)
            if named and self.references.listing(named) == key:
                return worded(Revision(rename=(named.name, _bare(new))))
        if isinstance(question, TrackingQuestion):
            return self.correction.said
        if isinstance(question, WeightsQuestion) and thing and _number(new):
            return _weights(question.names, thing, new)
        value = self.references.values.get(key)
        if isinstance(question, TextQuestion) and old and not self.correction.topic and isinstance(value, str):
            return value.replace(old, new)
        return new


def _by_kind(keys: Sequence[str], name: str) -> tuple[str, ...]:
    """Those of the lists of customers inside and outside that a name tells to belong in, if one does."""
    kinds = {
        "customers_internal": guess_kind(name, internal=True),
        "customers_external": guess_kind(name, internal=False),
    }
    told = [key for key in kinds if kinds[key]]
    return tuple(told) if len(told) == 1 and set(keys) <= set(kinds) else tuple(keys)


def _weights(names: Sequence[str], thing: Thing, new: str) -> str:
    """The weight of one thing, with the rest for the other one where there is just one."""
    number = _number(new)
    if len(names) != 2 or number is None:
        return new
    return ", ".join(f"{name} {number if name == thing.name else TOTAL - number}" for name in names)


def _number(said: str) -> Decimal | None:
    try:
        return read_number(said)
    except Unread:
        return None


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE)
