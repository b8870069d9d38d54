"""Sentences about who receives what: read clause by clause, by the roles in them, not as lists (method.md 2.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.reading.answers.lists import bare, read_list
from dialogs.reading.answers.pieces import cut, kept_spans
from dialogs.reading.names.customers import guess_kind, is_known
from dialogs.reading.names.named import is_called
from dialogs.reading.names.roles import (
    ASKING,
    BACK,
    EACH,
    EVERYBODY,
    HANDED,
    IDLE,
    LEAD,
    NOBODY,
    OFTEN,
    OUTSIDE,
    REMARK,
    RHYTHM,
    ROLES,
    TAIL,
    TALK,
    WHOSE,
    WISHES,
    WITHDRAWN,
)
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from kpi.plan import CustomerKind


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody named, with what they are said to receive, their relation where it was told, and whether outside."""

    name: str
    gets: tuple[str, ...] = ()
    kind: CustomerKind | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Who was named, and the clauses of which nothing was taken."""

    receivers: tuple[Receiver, ...]
    left: tuple[str, ...] = ()


_END = re.compile(r"[,;。!…\n]+|\.(?=\s|$)|(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNT = re.compile(r"(?:[一二两三四五六七八九十几0-9]+[个位名家]|那几个|这几个)")
_WHOSE_BOSS = re.compile(r"^(?:my|our) (?:boss|manager|superior),? (?=the )|^的")
_AND = re.compile(
    r"(?<=[a-z]) (?:and|while|but|plus) (?=[a-z])|(?<=[\u3400-\u9fff])(?:以及|还有|而)(?=[\u3400-\u9fff])"
)
_MOST = 300
_LONGEST_NAME = 12
_MOST_WORDS = 7


def read_receivers(text: str, *, outside: bool = False) -> Told | None:
    """Who is named in a sentence; None for a plain list, a question, and where nobody is named."""
    if len(text) > _MOST or ASKING.search(fold(text)):
        return None
    found: dict[str, Receiver] = {}
    last: list[str] = []
    left: list[str] = []
    spoken = nobody = False
    for clause in _clauses(text):
        stripped = _stripped(clause)
        said = fold(stripped)
        outside = outside or OUTSIDE.match(fold(clause)) is not None
        if not said or IDLE.fullmatch(said):
            continue
        if NOBODY.fullmatch(said):
            nobody = True
            continue
        named, lost = _receivers(stripped, outside=outside, certain=nobody)
        left += lost
        spoken = spoken or not named or any(one.gets or one.kind for one in named) or stripped != clause.strip()
        if not named:
            left += [*(found.pop(one).name for one in last if one in found and BACK.fullmatch(said)), clause.strip()]
        last = [fold(one.name) for one in named]
        for one in named:
            found[fold(one.name)] = _both(found.get(fold(one.name)), one)
    known = any(one.gets or one.kind or is_known(one.name) for one in found.values())
    return Told(tuple(found.values()), tuple(left)) if spoken and (known or (found and not left)) else None


def read_outputs(text: str) -> Told | None:
    """The outputs that a sentence names; None for a plain list, a question, and where none is named."""
    if len(text) > _MOST or ASKING.search(fold(text)):
        return None
    found: list[str] = []
    left: list[str] = []
    for clause in _clauses(text):
        stripped = _stripped(clause)
        match = HANDED.fullmatch(fold(stripped))
        said = EACH.sub("", stripped[slice(*match.span(match.lastgroup or 0))] if match else stripped)
        said = _with_rhythm(said)
        if not said or IDLE.fullmatch(fold(said)):
            continue
        if TALK.search(fold(said)) or WITHDRAWN.search(fold(said)) or REMARK.search(fold(said)):
            left.append(clause.strip())
            continue
        try:
            found += read_list(said)
        except Unread:
            found.append(said)
    spoken = left or any(_is_sentence(fold(_stripped(clause))) for clause in _clauses(text))
    return Told(tuple(Receiver(name) for name in dict.fromkeys(found)), tuple(left)) if found and spoken else None


def _is_sentence(said: str) -> bool:
    """Whether a clause tells of an output rather than naming it."""
    return HANDED.fullmatch(said) is not None or RHYTHM.match(said) is not None


def _with_rhythm(said: str) -> str:
    """What is said to come again and again, as it is called: "every month the sales report" is a monthly one."""
    rhythm = RHYTHM.match(fold(said))
    if rhythm is None:
        return said
    return f"{OFTEN[rhythm['unit']]} {said[rhythm.end() :]}"


def _receivers(clause: str, *, outside: bool, certain: bool) -> tuple[list[Receiver], list[str]]:
    """Those whom a clause names, after "nobody" only those it leaves no doubt of; and what of it is not read."""
    said = fold(clause)
    if WITHDRAWN.search(said):
        return [], []
    in_role, what = _in_role(clause, outside=outside)
    if in_role:
        unread = what and not in_role[0].gets and not IDLE.fullmatch(fold(what))
        return in_role, [what] if unread else []
    names = [] if TALK.search(said) else _listed(clause)
    return [Receiver(name, (), None, outside) for name in names if not certain or is_known(name)], []


def names_nobody(text: str) -> bool:
    """Whether an answer says that there is nobody: 没有外部客户, "nobody outside really"."""
    clauses = [fold(_stripped(clause)) for clause in _clauses(text)]
    first = next((one for one in clauses if one), "")
    if not first or "?" in fold(text) or not NOBODY.fullmatch(first):
        return False
    return read_receivers(text) is None


def names_everybody(text: str) -> bool:
    """Whether an answer names all there are, so that nobody is known: 全公司都用得上, "everyone really"."""
    return EVERYBODY.fullmatch(fold(_stripped(text))) is not None


def _clauses(text: str) -> Iterator[str]:
    folded = fold(text)
    for clause in cut(text, [match.span() for match in _END.finditer(folded)], kept_spans(folded)):
        yield from _sentences(clause)


def _sentences(clause: str) -> Iterator[str]:
    """The sentences that "and" joins, where both sides tell who receives something."""
    for joint in _AND.finditer(fold(clause)):
        before, behind = clause[: joint.start()], clause[joint.end() :]
        if all(_in_role(_stripped(side), outside=False)[0] for side in (before, behind)):
            yield before
            yield from _sentences(behind)
            return
    yield clause


def _stripped(clause: str) -> str:
    """A clause without what leads into it and out of it, and without talk in brackets."""
    for bracket in reversed(list(_BRACKETS.finditer(fold(clause)))):
        if TALK.search(bracket[0]):
            clause = clause[: bracket.start()] + clause[bracket.end() :]
    clause = clause.strip()
    folded = fold(clause)
    lead = LEAD.match(folded)
    start = lead.end() if lead else 0
    tail = TAIL.search(folded, start)
    return clause[start : tail.start() if tail else None].strip()


def _in_role(clause: str, *, outside: bool) -> tuple[list[Receiver], str]:
    """Those whom a clause names in a role, with what they receive, and how that was written."""
    folded = fold(clause)
    for role in ROLES:
        match = role.pattern.fullmatch(folded)
        names = _listed(clause[slice(*match.span("who"))]) if match else []
        if match and names:
            what = clause[slice(*match.span("what"))] if "what" in match.groupdict() and match["what"] else ""
            return [Receiver(name, _received(what), role.kind, outside) for name in names], what.strip()
    for wish in WISHES.finditer(folded):
        before = clause[: wish.start()]
        names = [] if folded[: wish.start()].endswith(("、", "和", " ")) else _listed(before)
        if names and all(wish["adverb"] or is_known(name) or is_called(name) for name in names):
            what = clause[wish.end() :]
            return [Receiver(name, _received(what), None, outside) for name in names], what.strip()
    return [], ""


def _received(what: str) -> tuple[str, ...]:
    """What somebody receives, without whose it is and what is done with it."""
    return tuple(_listed(_ALONG.sub("", WHOSE.sub("", what.strip()))))


_ALONG = re.compile(
    r"\s+(?:as well|too|so (?:put|add|list|count)|(?:off|from) (?:her|him|us|me|them))\b.*$", re.IGNORECASE
)
"""What is said behind what somebody receives."""


def _listed(said: str) -> list[str]:
    """The names in a clause, each without its count and what is said around it; nothing where one is a sentence."""
    try:
        names = [_name(name) for name in read_list(said)] if said.strip() else []
    except Unread:
        names = [_name(said)]
    return names if all(_is_name(name) for name in names) else []


def _name(name: str) -> str:
    stripped = _stripped(name)
    count = _COUNT.match(fold(stripped))
    return bare(_WHOSE_BOSS.sub("", stripped[count.end() :] if count else stripped))


def _is_name(name: str) -> bool:
    folded = fold(name)
    han = sum(character > "\u2e80" for character in folded)
    return bool(folded) and not TALK.search(folded) and han <= _LONGEST_NAME and len(folded.split()) <= _MOST_WORDS


def _both(before: Receiver | None, one: Receiver) -> Receiver:
    if before is None:
        return one
    return Receiver(before.name, (*before.gets, *one.gets), before.kind or one.kind, before.outside)


def kind_of(one: Receiver) -> CustomerKind | None:
    """The relation that was told, or else what the name tells."""
    return one.kind or guess_kind(one.name, internal=not one.outside)
