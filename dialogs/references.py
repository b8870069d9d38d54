"""Which answers people mean when they speak of them: the last one, the holder, the standard of 报表准确率, the 97."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from dialogs.choices import nth
from dialogs.engine import Replay
from dialogs.items import Item, ListQuestion, same_name
from dialogs.journal import Entry
from dialogs.post.keys import TRACKING
from dialogs.post.measured import Measured
from dialogs.post.questions import MeasureQuestion
from dialogs.questions import Question
from dialogs.reading.answers.pointers import is_recent, numbered_question, ordinal, points_back, without_idle
from dialogs.reading.names.question_names import question_names
from dialogs.reading.text.fold import fold
from locales.words import Words

Thing = Item | Measured
"""What an answer names and later questions are about: a customer, an output, an indicator."""


class References:
    """The answers of an interview as they may be spoken of."""

    def __init__(
        self, replayed: Replay[Any], answers: dict[str, Entry], words: Words, speaker: str | None = None
    ) -> None:
        self.speaker = speaker
        self.answered, self.open = replayed.answered, replayed.open
        self.answers, self.words = answers, words

    @cached_property
    def values(self) -> dict[str, Any]:
        """What was answered, by the keys of the questions; nothing where one was skipped."""
        given = ((asked, self.answers[asked.key].value) for asked in self.answered)
        return {asked.key: asked.load(value) for asked, value in given if value is not None}

    @property
    def open_key(self) -> str:
        """The key of the open question."""
        return self.open.key if self.open else ""

    @property
    def open_name(self) -> str:
        """What the open question is called, whatever its key."""
        return self.open.name if self.open else ""

    @property
    def last(self) -> tuple[str, ...]:
        """The answer before the open question."""
        return (self.answered[-1].key,) if self.answered else ()

    @property
    def customers(self) -> tuple[str, ...]:
        """The lists of customers that were answered."""
        return tuple(one.key for one in self.answered if one.name.startswith("customers_"))

    @property
    def lists(self) -> bool:
        """Whether the open question asks for a list of names."""
        return isinstance(self.open, ListQuestion | MeasureQuestion)

    def question(self, key: str) -> Question[Any]:
        """The question of an answer."""
        return next(one for one in self.answered if one.key == key)

    def figures(self, thing: Thing) -> tuple[str, ...]:
        """The answers that tell figures of a thing."""
        return tuple(one.key for one in self.answered if one.name in _FIGURES and self._is_about(one, thing))

    def known(self, phrase: str) -> bool:
        """Whether a phrase means an answer given before."""
        return bool(self.keys(phrase))

    def listed(self, phrase: str) -> bool:
        """Whether a phrase means a list, answered or open, that something can be added to."""
        return bool(self.keys(phrase, beside_open=True)) or self.asked(phrase)

    def held(self, phrase: str) -> bool:
        """Whether a phrase stands in an answer given before."""
        return bool(self.holding(phrase))

    def asked(self, phrase: str) -> bool:
        """Whether a phrase means the open question."""
        named = question_names(phrase)
        return self.open is not None and self.open.name in named.names and not without_idle(named.rest)

    def keys(self, phrase: str, *, beside_open: bool = False) -> tuple[str, ...]:
        """The answers that a phrase may mean; none where it says more than that, or may mean the open question.

        `beside_open` are those that it means besides the open one: 客户 where the external ones are asked for.
        """
        if number := numbered_question(phrase):
            numbered = nth(number, self.answered)
            return (numbered.key,) if numbered else ()
        if points_back(phrase):
            return self.last
        thing, rest = self._within(fold(phrase))
        named = question_names(rest)
        left = without_idle(named.rest)
        things = [thing] if thing else self._spoken_of(left, named.names) if left else []
        if left and (thing or not things):
            return ()
        if not named.names:
            return tuple(dict.fromkeys(map(self.listing, things)))
        keys = self._named(named.names, things, beside_open=beside_open)
        return keys[-1:] if is_recent(phrase) else keys

    def opened(self, phrase: str) -> tuple[str, ...]:
        """The answers that whoever wants to change something may mean; of a customer also what they receive."""
        keys, thing = self.keys(phrase), self.thing(phrase)
        if thing is None or not thing.scope.startswith("customer/") or keys != (self.listing(thing),):
            return keys
        return (*keys, *(one.key for one in self.answered if one.name == "outputs" and self._is_about(one, thing)))

    @property
    def receivers(self) -> dict[str, str]:
        """The customers that were named, by their scopes."""
        return {one.scope: one.name for one in self._all() if one.scope.startswith("customer/")}

    def thing(self, phrase: str) -> Thing | None:
        """The customer, output or indicator that a phrase names, perhaps with words for what it is or who gets it."""
        thing, rest = self._within(fold(phrase))
        named = question_names(rest)
        left = without_idle(named.rest)
        spoken_of = self._spoken_of(left, named.names) if left else []
        if thing:
            return thing if spoken_of or not left else None
        return spoken_of[0] if len(spoken_of) == 1 else None

    def listing(self, thing: Thing) -> str:
        """The answer that first named a thing."""
        return next(
            key for key, value in self.values.items() if any(one.scope == thing.scope for one in _things(value))
        )

    def holding(self, old: str) -> tuple[str, ...]:
        """The answers that hold a number or a name, those near the open question first."""
        plain = same_name(old)
        if len(plain) < _SHORTEST:
            return ()  # "3" is rather the number of a line
        edges = (r"(?<![a-z0-9.])", r"(?![a-z0-9]|\.[0-9])") if plain.isascii() else ("", "")
        sought = re.compile(edges[0] + re.escape(plain) + edges[1])
        given = (one for one in self.answered if one.key in self.values)
        shown = ((one.key, self.words.value(one.shown(self.values[one.key]))) for one in given)
        held = [key for key, said in shown if sought.search(fold(said))]
        figures = [key for key in held if self.question(key).name in _FIGURES]
        return self._near(figures if figures and plain[0].isdigit() else held)

    def _named(self, names: Sequence[str], things: Sequence[Thing], *, beside_open: bool) -> tuple[str, ...]:
        """The answers of those names about one of the things; none where the open question may be meant."""

        def fits(asked: Question[Any], names: Collection[str] = names) -> bool:
            return asked.name in names and (not things or any(self._is_about(asked, thing) for thing in things))

        if self.open and not beside_open and fits(self.open):
            return ()
        fitting = [one.key for one in self.answered if fits(one)]
        if not fitting and TRACKING.intersection(names):
            fitting = [one.key for one in self.answered if fits(one, {"tracking"})]
        return self._near(fitting)

    def _is_about(self, asked: Question[Any], thing: Thing) -> bool:
        if asked.key in self.values and self.listing(thing) == asked.key:
            return True
        names = {same_name(name) for about in asked.about for name in (about, *about.split(" / "))}
        weighed = getattr(asked, "names", ())
        return same_name(thing.name) in names or thing.name in weighed

    def _near(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of several answers that are about the same as the open question, as far as any of them is."""
        here = self.open.about if self.open else ()
        shared = {one.key: _shared(one.about, here) for one in self.answered if one.key in keys}
        most = max(shared.values(), default=0)
        return tuple(key for key, much in shared.items() if much == most)

    def about(self, text: str) -> tuple[str, ...]:
        """The answers that a text may speak of, among all else that it says."""
        thing, rest = self._within(fold(text))
        named = question_names(rest)
        if named.names:
            return self._named(named.names, [thing] if thing else [], beside_open=True)
        return (self.listing(thing),) if thing else ()

    def mentioned(self, text: str) -> str:
        """The one thing whose whole name stands in a text; empty where there are more or none."""
        thing, rest = self._within(fold(text))
        another, _ = self._within(rest)
        return thing.name if thing and (another is None or another is thing) else ""

    def _within(self, folded: str) -> tuple[Thing | None, str]:
        """The thing whose whole name stands in a phrase, and what else the phrase says."""
        for thing in sorted(self._all(), key=lambda one: -len(one.name)):
            name = same_name(thing.name)
            edges = (r"(?<![a-z])", r"(?![a-z])") if name.isascii() else ("", "")
            if match := re.search(edges[0] + re.escape(name) + edges[1], folded):
                return thing, f"{folded[: match.start()]} {folded[match.end() :]}"
        return None, folded

    def _spoken_of(self, words: str, names: Sequence[str]) -> list[Thing]:
        """The things that words name in part, or by their place in a list of what was named."""
        things = list(self._all())
        if place := ordinal(words):
            families = {_FAMILIES[name] for name in names if name in _FAMILIES}
            listed = [one for one in things if one.scope.partition("/")[0] in families]
            return listed[place - 1 : place] if len(families) == 1 else []
        return [one for one in things if _shortens(words, same_name(one.name))]

    def _all(self) -> Iterable[Thing]:
        """Every thing once, as it was named first."""
        found: dict[str, Thing] = {}
        for value in self.values.values():
            for thing in _things(value):
                found.setdefault(thing.scope, thing)
        return found.values()


_SHORTEST = 2
"""Characters of the shortest name by which an answer is found."""
_FIGURES = {"output_weights", "indicator_weights", "basic", "outstanding"}
_FAMILIES = {
    "customers_internal": "customer",
    "customers_external": "customer",
    "outputs": "output",
    "measure": "indicator",
}


def _shortens(words: str, name: str) -> bool:
    """Whether words are a name with some of it left out: 回款 for 回款计划, "the contracts" for "signed contracts"."""
    if words.isascii() or name.isascii():
        return set(words.split()) <= set(name.split())
    rest = iter(name)
    return len(words) >= _SHORTEST and all(character in rest for character in words)


def _things(value: Any) -> Iterable[Thing]:
    several = value if isinstance(value, tuple) else (value,)
    return [one for one in several if isinstance(one, Item | Measured) and one.scope]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of what two questions are about is the same, outermost first."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
