"""Lists of things that later questions are about, each with a scope of its own that outlives its place and name."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any, ClassVar

from dialogs import journal
from dialogs.journal import Journal
from dialogs.questions import LABEL, Question, Reading, Taken, counted, meant, named
from dialogs.reading.answers.lists import read_list
from dialogs.reading.answers.revisions import Revision, read_revision
from dialogs.reading.dates.whens import is_when
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from locales.text import Lines, Text, Value, text


@dataclass(frozen=True, slots=True)
class Item:
    """One thing out of a list, with a scope of its own ("customer/7") that outlives changes of list and name.

    `trait` is what its name told when it was read: the kind of a customer, that an output is an activity. `gets` is
    what a customer was said to receive, `outside` whether somebody outside was named with those inside.
    """

    scope: str
    name: str
    trait: str | None = None
    gets: tuple[str, ...] = ()
    outside: bool = False

    @property
    def id(self) -> int:
        """The number in the scope."""
        return int(self.scope.rpartition("/")[2])


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a sentence names, with what it says of it (Item)."""

    name: str
    trait: str | None = None
    gets: tuple[str, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence names, and the clauses of which nothing was taken."""

    found: tuple[Found, ...]
    left: tuple[str, ...] = ()


def _with(item: Item, found: Found | None) -> Item:
    """An item with what a sentence says of it."""
    if found is None:
        return item
    return replace(item, trait=found.trait or item.trait, gets=found.gets, outside=found.outside)


def _no_trait(_: str) -> str | None:
    return None


@dataclass(frozen=True, kw_only=True)
class ListQuestion(Question[tuple[Item, ...]]):
    """A list of things that later questions are about; each gets a scope of `family`.

    `existing` are things of that family known already: naming one again links to it instead of making another.
    """

    kind: ClassVar[str] = "list"
    type: ClassVar[Any] = tuple[Item, ...]
    takes: Taken = "name"
    family: str
    existing: tuple[Item, ...] = ()
    shared: bool = False
    """Whether a name under another question of the family means the same thing."""
    trait: Callable[[str], str | None] = _no_trait
    """What a name tells."""
    asks: Mapping[str | None, str] = field(default_factory=dict)
    """The question about an item that is asked because of its trait."""
    told: Callable[[str], Text] | None = None
    """How that is shown back, if it is."""
    sentence: Callable[[str], Sentence | None] | None = None
    """How a sentence is read that is no list."""
    proposed: tuple[str, ...] = ()
    """What was told before it was asked for; a "yes" takes it."""

    def read(self, said: str, reading: Reading) -> tuple[Item, ...]:
        before = journal.last_answer(reading.journal, self.key)
        revision = read_revision(said) if before and before.value else None
        if before and revision:
            return self.revised(self.load(before.value), revision, reading)
        if self.sentence and (sentence := self.sentence(said)):
            return self._taken(sentence, reading)
        listed = read_list(meant(said), LABEL)
        names = dict.fromkeys(self._chosen(name, reading) for name in listed if not _beside(name, listed))
        return self.mint(named(tuple(names)), reading.journal)

    def press(self, choice: str, reading: Reading) -> tuple[Item, ...]:
        if choice == "all":
            return self.existing
        if choice == "told":
            return self.mint(named(self.proposed), reading.journal)
        linked = tuple(item for item in self.existing if item.scope == choice)
        return linked or self.mint([reading.words.value(self.choice(choice).label)], reading.journal)

    def tells(self, said: str) -> bool:
        sentence = self.sentence(said) if self.sentence else None
        return sentence is not None and bool(sentence.found)

    def _taken(self, sentence: Sentence, reading: Reading) -> tuple[Item, ...]:
        """The items that a sentence names, with what it says of them."""
        items = self.mint(named(tuple(found.name for found in sentence.found)), reading.journal)
        by_name = {same_name(found.name): found for found in sentence.found}
        return tuple(_with(item, by_name.get(same_name(item.name))) for item in items)

    def names_in(self, value: tuple[Item, ...]) -> tuple[str, ...]:
        # What an activity results in is asked next.
        return tuple(item.name for item in value if item.trait != "activity")

    def opens(self, value: tuple[Item, ...]) -> Iterable[str]:
        for item in value:
            yield item.scope
            if item.trait in self.asks:
                yield f"{item.scope}/{self.asks[item.trait]}"

    def shown(self, value: tuple[Item, ...]) -> Value:
        told = tuple(self._told(item) for item in value)
        return Lines(told) if any(item.gets for item in value) else told

    def told_apart(self, values: Sequence[tuple[Item, ...]]) -> tuple[Value, ...]:
        return counted([[item.name for item in value] for value in values])

    def _told(self, item: Item) -> Value:
        name: Value = item.name
        if self.told and item.trait:
            name = text("item.told", name=item.name, told=self.told(item.trait))
        return text("item.gets", name=name, gets=item.gets) if item.gets else name

    def mint(self, names: Sequence[str], log: Journal) -> tuple[Item, ...]:
        """Give each name its scope: the one it has, the one it had here before, or a new one."""
        linked = {item.scope for item in self.existing}
        elsewhere = _named_elsewhere(self, log) if self.shared else []
        current, earlier = _named_here(self, log)
        items = mint(names, self.family, self.existing, (current, [*elsewhere, *earlier]), log)
        return tuple(item if item.scope in linked else replace(item, trait=self.trait(item.name)) for item in items)

    def revised(self, items: tuple[Item, ...], revision: Revision, reading: Reading) -> tuple[Item, ...]:
        """The list as it was, with what was added, removed or renamed; raises Unread."""
        if revision.remove:
            gone = self._named(revision.remove, items)
            items = tuple(item for item in items if item is not gone)
        if revision.rename:
            old = self._named(revision.rename[0], items)
            name = named((revision.rename[1],))[0]
            kept = old.trait if None in self.asks else None  # whoever takes somebody's place stands where they stood
            new = Item(old.scope, name, self.trait(name) or kept)
            items = tuple(new if item is old else item for item in items)
        # Minted beside those that stay: 法务部 is no respelling of 财务部.
        names = [*(item.name for item in items), *named(revision.add)]
        scopes = {item.scope for item in items}
        added = (item for item in self.mint(names, reading.journal) if item.scope not in scopes)
        revised = (*items, *added) if revision.add else items
        if not revised:
            raise Unread("text.empty")
        return revised

    def _named(self, name: str, items: Sequence[Item]) -> Item:
        """The item of that name or place in the list; raises Unread."""
        by_place = {str(place): item for place, item in enumerate(items, 1)}
        by_name = {same_name(item.name): item for item in items}
        found = by_name.get(same_name(name)) or by_place.get(name)
        if found is None:
            raise Unread("list.no_such", name=name, names=tuple(item.name for item in items))
        return found

    def _chosen(self, name: str, reading: Reading) -> str:
        """The label of a choice where its number was written ("1、3"), else the name itself."""
        picked = self._picked(name, reading)
        return name if picked in {None, "all"} else reading.words.value(self.choice(str(picked)).label)


def _beside(name: str, listed: Sequence[str]) -> bool:
    """Whether what stands among things is none of them but a time: 对账单，每个月初."""
    return len(listed) > 1 and is_when(name)


def _named_here(question: ListQuestion, log: Journal) -> tuple[list[Item], list[Item]]:
    """The items of this question's standing answer, and all it ever had, latest first."""
    entries = [entry for entry in log if entry.key == question.key and entry.action == "answer" and entry.value]
    standing = journal.standing(log).get(question.key)
    current = question.load(standing.value) if standing and standing.value else ()
    return list(current), [item for entry in reversed(entries) for item in question.load(entry.value)]


def _named_elsewhere(question: ListQuestion, log: Journal) -> list[Item]:
    """The items of the family that stand under other questions."""
    prefix = f"{question.family}/"
    lists = (
        question.load(entry.value)
        for entry in journal.standing(log).values()
        if entry.key != question.key and any(scope.startswith(prefix) for scope in entry.opens)
        if isinstance(entry.value, list) and all("trait" in item for item in entry.value)
    )
    return [item for items in lists for item in items if item.scope.startswith(prefix)]


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
        known.setdefault(same_name(item.name), item.scope)
    scopes = [known.get(same_name(name)) for name in names]
    for index, scope in _corrected(names, scopes, [item for item in current if item not in existing]):
        scopes[index] = scope
    number = max((int(scope.rpartition("/")[2]) for scope in journal.scopes(log, family)), default=0)
    items: dict[str, Item] = {}
    for name, known_scope in zip(names, scopes, strict=True):
        number += known_scope is None
        scope = known_scope or f"{family}/{number}"
        items.setdefault(scope, Item(scope, name))
    return tuple(items.values())


def same_name(name: str) -> str:
    """What two names have in common that mean the same thing: "The SLA report" and "SLA report"."""
    folded = fold(name).strip()
    return re.sub(r"^(?:the|an?|our|my) ", "", folded)


def _corrected(
    names: Sequence[str], scopes: Sequence[str | None], current: Sequence[Item]
) -> Iterable[tuple[int, str]]:
    """The names that are respellings of items that they replace.

    One that replaces one may be less like it than one of several. An activity is never respelt: the answer that turned
    it into a result is of no use to another name.
    """
    new = [index for index, scope in enumerate(scopes) if scope is None]
    gone = [item for item in current if item.scope not in scopes]
    enough = 0.5 if len(new) == len(gone) == 1 else 0.8
    for item in gone:
        if item.trait in {"activity", "aspect", "other"} or not new:
            continue
        best = max(new, key=lambda index: _likeness(item.name, names[index]))
        if _likeness(item.name, names[best]) > enough:
            new.remove(best)
            yield best, item.scope


def _likeness(before: str, after: str) -> float:
    """How much one name is like another, from 0 to 1; one that is part of it is as good as the same."""
    old, new = same_name(before), same_name(after)
    return 1 if new in old else SequenceMatcher(None, old, new).ratio()
