"""Messages parted into what they do: answers given before that are corrected or gone back to, and all the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.clauses import Clause, clauses_of, core, is_idle
from dialogs.reading.answers.correcting_words import (
    ADDING_ON,
    BEGINNING,
    GOING_ON,
    IDLE,
    MARKS,
    PLACEHOLDER,
    SORRY,
    SPEAKS,
    SPLIT,
    TELLS,
    THIS,
    Form,
)
from dialogs.reading.answers.pointers import points_back
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of an earlier answer: how it was spoken of, what it becomes, what it was.

    `act` is set, add or remove; one without what it becomes is asked again. Without a topic, it is found by what it
    was; without either, the last answer is meant.
    """

    act: str
    topic: str = ""
    new: str | None = None
    old: str | None = None
    called: bool = False
    """Whether it becomes a name: "should be called X"."""
    said: str = ""
    """How it was written."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A message: the corrections in it, what else it says, and the remarks that stand among the corrections."""

    corrections: tuple[Correction, ...]
    rest: str = ""
    remarks: tuple[str, ...] = ()


class Answers(Protocol):
    """The answers given so far, as far as phrases may mean them."""

    def known(self, phrase: str) -> bool:
        """Whether a phrase means an answer given before."""

    def listed(self, phrase: str) -> bool:
        """Whether a phrase means a list, answered or open, that something can be added to."""

    def held(self, phrase: str) -> bool:
        """Whether a phrase stands in an answer given before: 97, CRM."""

    def asked(self, phrase: str) -> bool:
        """Whether a phrase means the open question."""

    def mentioned(self, text: str) -> str:
        """The one thing named in a text that answers named."""


_LONGEST = 400
"""Characters of the longest message that is parted: anything longer is an answer."""
_LABELLED = re.compile(
    r"(?P<topic>[^0-9,]{2,40}?)(?:要|是|为|得|大概|大约|不低于|不超过|至少|至多"
    r"| is| at| about| around| least| most|:)* ?[0-9]"
)
"""A figure told under a name: 卓越99.5."""
_FIGURED = re.compile(r"(?P<topic>.*[^0-9.,\s第].*?)(?:那个|这个|的| of | )?(?P<old>[0-9]+(?:\.[0-9]+)?%?)")
"""What an answer is called, with the figure that it holds."""
_AGREEING = re.compile(r"(?<=[^\s,])[\s,]+(?:yes|yeah|yep|ok|okay|right|对|是的|对的|没错)$")
"""What agrees behind an answer: "2027 yes"."""
_HER_KIN = re.compile(r"^[他她]们?的?(?:徒弟|同事|助理|副手|师傅|搭档|下属|部属|领导|经理|主管)(?=[\u3400-\u9fff]{2})")
"""What somebody is to somebody else stands before the name: 她徒弟李倩."""


def read_corrections(text: str, answers: Answers) -> Parted | None:
    """What a message corrects of the answers; None where it corrects nothing.

    Whatever sounds like a correction and means no answer that was given is none: 改善提案, "the change log".
    """
    written = clean(text).text
    if len(written) > _LONGEST:
        return None
    reader = _Reader(written, answers)
    for clause in clauses_of(reader.folded):
        reader.take(clause)
    found = [one for one in reader.found if one.topic or one.new or one.act != "add"]
    return Parted(tuple(found), reader.rest(), tuple(reader.remarks)) if found else None


def gives_reasons(text: str) -> bool:
    """Whether what stands beside a correction tells why, rather than naming something: 王芳调走了."""
    return TELLS.search(fold(text)) is not None


def speaks(text: str) -> bool:
    """Whether a text speaks to us, so that it may correct something even where a whole passage is asked for."""
    return SPEAKS.search(fold(text)) is not None


class _Reader:
    """Goes through the clauses of a message once."""

    def __init__(self, written: str, answers: Answers) -> None:
        self.written, self.folded = written, fold(written)
        self.answers = answers
        self.sorry = SORRY.search(self.folded) is not None
        self.found: list[Correction] = []
        self.remarks: list[str] = []
        self._open = False
        self._rest: list[tuple[int, int]] = []

    def take(self, clause: Clause) -> None:
        """Take a clause: it begins a correction, goes on with one, or says something else."""
        start, end, ends = clause
        said = fold(self._without_lead(start, end))
        if IDLE.fullmatch(said) or is_idle(said):
            pass
        elif (label := _LABELLED.match(said)) and self.answers.asked(label["topic"]):
            self._rest.append((start, end))
        elif self._open and (more := self._more(start, end)):
            self.found[-1] = replace(more, said=self._from(more.said, end))
        elif (begun := self._begun(start, end)) and not (self._open and _is_reason(begun)):
            self.found.append(replace(begun, said=self.written[start:end].strip()))
            self._open = True
        elif self._open:
            self.remarks.append(self.written[start:end].strip())
        else:
            self._rest.append((start, end))
        if ends and self.found and self.found[-1].new:
            self._open = False

    def rest(self) -> str:
        """What is no part of a correction, as it was written."""
        parts: list[tuple[int, int]] = []
        for start, end in self._rest:
            if parts and not any(character.isalnum() for character in self.folded[parts[-1][1] : start]):
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((start, end))
        said = (self._without_lead(start, end) for start, end in parts)
        return "\n".join(one[: found.start()] if (found := _AGREEING.search(fold(one))) else one for one in said)

    def _without_lead(self, start: int, end: int) -> str:
        return self.written[slice(*core(self.folded, start, end))].strip()

    def _begun(self, start: int, end: int) -> Correction | None:
        if read_act(self.written[start:end]) == "no":
            return None  # 不对 says no to what is asked
        for act, told in self._read(BEGINNING, start, end):
            if found := self._correction(act, self._with_figure(told)):
                return found
        return None

    def _correction(self, act: str, told: dict[str, str]) -> Correction | None:
        """The correction that a form tells, as long as what it speaks of was answered."""
        topic, new, old = told.get("topic", ""), told.get("new", ""), told.get("old", "")
        match act:
            case "add":
                unnamed = PLACEHOLDER.fullmatch(fold(new)) is not None
                topic = topic or (new if unnamed and self.answers.listed(new) else "")
                known = self.answers.listed(topic) if topic else unnamed or "left_out" in told
                return Correction("add", topic, None if unnamed else new) if known else None
            case "give" | "withdraw":
                return self._of_customer(act, f"{topic} output", new, old)
            case "remove":
                name = self.answers.mentioned(self.folded) if THIS.fullmatch(fold(old)) else old
                known = bool(name) and (self.answers.known(name) or (bool(topic) and self.answers.known(topic)))
                return Correction("remove", topic, old=name) if known else None
            case "open":
                return Correction("set", topic) if self.answers.known(topic) else None
            case "unwanted" if not points_back(topic):
                return None
            case "wrong" if not topic:
                return None if self.found else Correction("set", old=old or None)
            case "told" if not (old or self.sorry or "called" in told):
                return None
        if self.answers.known(topic):
            return Correction("set", topic, new or None, old or None, "called" in told)
        if act == "told" or not self.answers.held(topic):
            return None
        # A number becomes a number: "3改成财务小周收" is about the third line.
        figures = not new or not _has_digit(topic) or _has_digit(new)
        return Correction("set", new=new or None, old=topic) if figures else None

    def _with_figure(self, told: dict[str, str]) -> dict[str, str]:
        """What a form tells, the figure behind what an answer is called as what it was: 基本那个97."""
        figured = _FIGURED.fullmatch(told.get("topic", "")) if "old" not in told else None
        if figured and self.answers.known(figured["topic"]) and self.answers.held(figured["old"]):
            return told | figured.groupdict()
        return told

    def _of_customer(self, act: str, topic: str, new: str, old: str) -> Correction | None:
        """What a customer who is known receives besides, or no more."""
        if not self.answers.known(topic):
            return None
        if act == "give":
            return Correction("add", topic, new)
        return Correction(act, topic, old=old) if self.answers.known(old) else None

    def _more(self, start: int, end: int) -> Correction | None:
        """The last correction with what a clause tells more of it."""
        last = self.found[-1]
        forms = ADDING_ON if last.act == "add" else GOING_ON
        for act, told in self._read(forms, start, end):
            topic, new, old = told.get("topic", ""), told.get("new", ""), told.get("old", "")
            topic = f"{topic} output" if act == "give" else topic
            if topic and not self.answers.known(topic):
                continue
            if new and not last.new:
                called = last.called or "called" in told
                return replace(last, topic=last.topic or topic, new=new, old=last.old or old or None, called=called)
            if old and not last.old and not new:
                return replace(last, old=old)
        return None

    def _read(self, forms: Sequence[Form], start: int, end: int) -> Iterator[tuple[str, dict[str, str]]]:
        """What the forms find in a clause, as it was written; marks such as "called" are among it."""
        start, end = core(self.folded, start, end)
        for act, pattern in forms:
            match = pattern.fullmatch(self.folded, start, end)
            if match is None:
                continue
            told = {name: self._said(match.span(name)) for name in match.groupdict() if match[name]}
            if "new" in told and (split := SPLIT.fullmatch(fold(told["new"]))):
                written = told["new"]
                told |= {name: written[slice(*split.span(name))].strip() for name in ("new", "old")}
            if "new" in told:
                told["new"] = _HER_KIN.sub("", unpolite(told["new"]) or told["new"])
            told |= {mark: "" for mark, pattern in MARKS.items() if pattern.search(match[0])}
            yield act, told

    def _from(self, said: str, end: int) -> str:
        """The message from where something was said up to a place."""
        return self.written[self.written.rfind(said, 0, end) : end].strip()

    def _said(self, span: tuple[int, int]) -> str:
        return self.written[slice(*span)].strip()


def _is_reason(begun: Correction) -> bool:
    """Whether a clause only tells why something becomes what it does: "I forgot the senior"."""
    return begun.act == "add" and not begun.topic and begun.new is not None


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
