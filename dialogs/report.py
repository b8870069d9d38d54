"""The interview of reporting: the figures and judgements that are due (method.md 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from dialogs.choices import Choice
from dialogs.engine import Interview, ask_optional
from dialogs.evidence import MOST, titled
from dialogs.questions import PASSAGE, ChoicesQuestion, Question, Reading, Taken, agrees, limited, meant
from dialogs.reading.answers.decisions import read_observed
from dialogs.reading.dates.told_days import Days
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.deductions import whole
from dialogs.reading.figures.figures import Figures, example, read_figure, read_some
from dialogs.reading.figures.second_thoughts import ends, takes_back
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_amounts
from dialogs.standing import amount, days_of, observed, stands
from kpi.evidence import File
from kpi.plan import Indicator
from kpi.standards import held
from locales.text import Lines, Text, Value, text

VERSION = 1
NOTES = 10
ADDITIONS = ("note", *(f"evidence/{number}" for number in range(1, MOST + NOTES)))
"""The keys of the questions for what is added to figures: notes take no place from photos and files."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is due of an indicator: about the days from `first` to `last` (ISO), with the figure before it.

    It is due on the day `until`; interviews that were begun before these were kept have neither. `reason` is why an
    earlier report of it was disputed. It `stands` where it was reported already, so that things can be added to it.
    """

    due_id: int
    indicator: Indicator
    last: str
    holder: str | None = None
    before: Decimal | None = None
    reason: str | None = None
    first: str | None = None
    until: str | None = None
    current: Decimal | None = None
    """The figure that stands, where it is to be corrected."""
    stands: bool = False

    def asked(self, names: Sequence[str]) -> Asked:
        """What is read in an answer; `names` are those of all indicators of the post."""
        one = self.indicator
        against = held(one)
        basic, outstanding = (level.value if level else None for level in (against.basic, against.outstanding))
        others = tuple(name for name in names if name != one.name)
        return Asked(one.name, against.unit, basic, others, outstanding, self._days(), self._scale(), self.before)

    @property
    def days(self) -> Value:
        """The days that it is about: as a month, a quarter or a year where they are one."""
        return days_of(self.first, self.last)

    def _scale(self) -> Decimal:
        """What the numbers of the standards are written in."""
        written = (standard.text for standard in (self.indicator.basic, self.indicator.outstanding) if standard)
        return max((one.scale for said in written for one in read_amounts(said)), default=Decimal(1))

    def _days(self) -> Days | None:
        if self.first is None or self.until is None:
            return None
        return Days(*map(date.fromisoformat, (self.first, self.last, max(self.last, self.until))))


@dataclass(frozen=True, slots=True)
class ReportHeader:
    """What is due of a post; `beside` are the names of its indicators that are not."""

    post: str
    items: tuple[Item, ...]
    beside: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all indicators of the post."""
        return (*(item.indicator.name for item in self.items), *self.beside)


@dataclass(frozen=True, slots=True)
class Reported:
    """The figures and judgements by what was due, a note about them, and the evidence."""

    figures: tuple[tuple[int, Decimal], ...]
    judgements: tuple[tuple[int, tuple[str, ...]], ...]
    note: str | None
    evidence: tuple[File, ...] = ()
    asked: tuple[int, ...] = ()
    """All that was asked for, answered or not."""
    keeps: bool = False
    """Whether notes and evidence stay though a figure changes: it is corrected, and nothing else was asked for."""
    forgets: bool = False
    """Whether the notes of what stands are taken back."""


def report(header: ReportHeader) -> Interview[Reported]:
    """Ask for what is due: figures in one answer or one by one, then judgements, then what is added."""
    figures = yield from _figures(header)
    judgements = []
    for item in header.items:
        if not item.indicator.numeric and (question := _judgement(header, item)):
            seen = yield from ask_optional(question)
            if seen is not None:
                judgements.append((item.due_id, tuple(one for one in _factors(item) if one in seen)))
    added: list[str | File] = []
    if figures or judgements or any(item.stands for item in header.items):
        added = yield from _additions(header)
    notes = [one for one in added if isinstance(one, str)]
    files = tuple(one for one in added if isinstance(one, File))
    asked = tuple(item.due_id for item in header.items)
    return Reported(tuple(figures.items()), tuple(judgements), "\n".join(notes) or None, files, asked)


def _figures(header: ReportHeader) -> Interview[dict[int, Decimal]]:
    items = tuple(item for item in header.items if item.indicator.numeric)
    found: dict[int, Decimal | None] = {}
    if len(items) > 1:
        told = yield from ask_optional(_together(header, items))
        if told is None and all(item.stands for item in items):
            return {}
        found |= told or {}
    for item in items:
        if item.due_id not in found:
            value = yield from ask_optional(_figure(header, item))
            if value is not None:
                found[item.due_id] = value
    return {item.due_id: value for item in items if (value := found.get(item.due_id)) is not None}


def _additions(header: ReportHeader) -> Interview[list[str | File]]:
    """Ask for notes, photos and files until there is nothing more."""
    added: list[str | File] = []
    for key in ADDITIONS:
        one = yield from ask_optional(_addition(header, key))
        if one is None:
            break
        added.append(one)
    return added


def tells(header: ReportHeader, answers: Mapping[str, Any]) -> bool:
    """Whether answers (JSON) hold something to keep: figures, judgements, or what is added to those that stand."""
    given = {key for key, value in answers.items() if value not in (None, {})}
    return bool(given - set(ADDITIONS)) or (bool(given) and any(item.stands for item in header.items))


# Questions


@dataclass(frozen=True, kw_only=True)
class FiguresQuestion(Question[dict[int, Decimal | None]]):
    """The figures of several indicators, as many as are named; None of what is said to be still to come."""

    kind: ClassVar[str] = "figures"
    type: ClassVar[Any] = dict[int, Decimal | None]
    counts: ClassVar[bool] = True
    echo: ClassVar[str] = "report.stands"
    echo_left: ClassVar[str] = "report.stands.left"
    items: tuple[Item, ...] = ()
    names: tuple[str, ...] = ()
    """All indicators of the post, of which an answer shall name no other ones."""

    def press(self, choice: str, reading: Reading) -> dict[int, Decimal | None]:
        if choice == "stands":
            return {item.due_id: item.current for item in self.items if item.current is not None}
        return {} if choice == "each" else super().press(choice, reading)

    def echoed(self, value: dict[int, Decimal | None]) -> bool:
        return bool(value)

    def read(self, said: str, reading: Reading) -> dict[int, Decimal | None]:
        told = self._told(said)
        figures = {at: told.told.get(at) for at in range(len(self.items)) if at in {*told.told, *told.pending}}
        return {self.items[at].due_id: value for at, value in figures.items()}

    def left(self, said: str) -> tuple[Value, ...]:
        try:
            missed = [unread.reason for unread in self._told(said).missed]
        except Unread:
            return ()
        return tuple(_missed(reason) for reason in missed)

    def _told(self, said: str) -> Figures:
        return read_some(whole(said), [item.asked(self.names) for item in self.items])

    def joined(self, value: dict[int, Decimal | None], earlier: Any) -> dict[int, Decimal | None]:
        """What is told of some figures leaves the others as they were told before."""
        return self.load(earlier or {}) | value if value else value

    def shown(self, value: dict[int, Decimal | None]) -> Value:
        known = [item for item in self.items if item.due_id in value]
        return text("figures.each") if not known else Lines(tuple(self._line(item, value) for item in known))

    def _line(self, item: Item, value: Mapping[int, Decimal | None]) -> Text:
        figure = value[item.due_id]
        return text("figure.pending", name=item.indicator.name) if figure is None else _stands(item, figure)

    def told_apart(self, values: Sequence[dict[int, Decimal | None]]) -> tuple[Value, ...]:
        told = [{value.get(item.due_id) for value in values} for item in self.items]
        doubtful = [item for item, each in zip(self.items, told, strict=True) if len(each) > 1 or len(values) == 1]
        return tuple(
            tuple(_plainly(item, figure) for item in doubtful if (figure := value.get(item.due_id)) is not None)
            or text("figures.left_out")
            for value in values
        )


@dataclass(frozen=True, kw_only=True)
class FigureQuestion(Question[Decimal]):
    """The figure of one indicator."""

    kind: ClassVar[str] = "figure"
    type: ClassVar[Any] = Decimal
    counts: ClassVar[bool] = True
    echo: ClassVar[str] = "report.stands"
    item: Item
    names: tuple[str, ...] = ()
    """All indicators of the post, of which an answer shall name no other one."""

    def press(self, choice: str, reading: Reading) -> Decimal:
        if choice == "stands" and self.item.current is not None:
            return self.item.current
        return super().press(choice, reading)

    def read(self, said: str, reading: Reading) -> Decimal:
        return read_figure(whole(said), self.item.asked(self.names))

    def shown(self, value: Decimal) -> Value:
        return _stands(self.item, value)

    def told_apart(self, values: Sequence[Decimal]) -> tuple[Value, ...]:
        return tuple(_plainly(self.item, value) for value in values)


def _missed(reason: Text) -> Text:
    """Why a number was not taken; one that is of no indicator is only said back."""
    return text("figures.unread", said=reason.params["figure"]) if reason.id == "figures.which" else reason


def _stands(item: Item, value: Decimal) -> Text:
    return stands(item.indicator, value, item.before, item.current)


def _plainly(item: Item, value: Decimal) -> Text:
    return text("figures.sample", name=item.indicator.name, value=amount(item.indicator, value))


@dataclass(frozen=True, kw_only=True)
class JudgementQuestion(ChoicesQuestion):
    """Which factors a judge observed: any number of them, or none."""

    kind: ClassVar[str] = "judgement"
    echo: ClassVar[str] = "report.stands"
    item: Item

    def read(self, said: str, reading: Reading) -> tuple[str, ...]:
        if agrees(said):
            raise Unread("judgement.which")
        factors = [option for option in self.options(reading.words.language) if option.id in self._factors()]
        return read_observed(said, factors)

    def press(self, choice: str, reading: Reading) -> tuple[str, ...]:
        return () if choice == "none" else super().press(choice, reading)

    def shown(self, value: tuple[str, ...]) -> Value:
        labels = self._factors()
        return observed(self.item.indicator, tuple(labels.get(part, part) for part in value))

    def load(self, answer: Any) -> tuple[str, ...]:
        labels = self._factors()
        return tuple(labels[id] for id in super().load(answer) if id in labels)

    def _factors(self) -> dict[str, str]:
        single = (choice for choice in self.choices if choice.id.startswith("factor") and "+" not in choice.id)
        return {choice.id: str(choice.label) for choice in single}


@dataclass(frozen=True, kw_only=True)
class AdditionQuestion(Question[str | File]):
    """What is added to figures: a note, a photo or a file."""

    kind: ClassVar[str] = "addition"
    type: ClassVar[Any] = str | File
    takes: Taken = "words"
    asked: tuple[Asked, ...] = ()
    """The figures beside which it is added; what tells them once more is no note."""

    def read(self, said: str, reading: Reading) -> str:
        self._check(said)
        return limited(meant(said), PASSAGE)

    def check_file(self, file: File) -> None:
        self._check(file.caption)

    def ends(self, said: str) -> bool:
        return ends(said)

    def _check(self, said: str) -> None:
        if takes_back(said, self.asked):
            raise Unread("note.corrects")

    def echoed(self, value: str | File) -> bool:
        return isinstance(value, File)

    def shown(self, value: str | File) -> Value:
        return titled(value) if isinstance(value, File) else value


def _together(header: ReportHeader, items: Sequence[Item]) -> FiguresQuestion:
    return FiguresQuestion(
        key="figures",
        name="due",
        prompt=text("figures.ask", post=header.post, lines=Lines(tuple(map(_due_line, items)))),
        about=(header.post,),
        example=example([item.asked(header.names) for item in items]),
        choices=(Choice("each", text("figures.each")), *_standing(items)),
        optional=True,
        items=tuple(items),
        names=header.names,
    )


def _figure(header: ReportHeader, item: Item) -> FigureQuestion:
    return FigureQuestion(
        key=f"figure/{item.due_id}",
        name="figure",
        prompt=text("figure.ask", line=_due_line(item)),
        about=(header.post, item.indicator.name),
        choices=_standing([item]),
        optional=True,
        item=item,
        names=header.names,
    )


def _standing(items: Sequence[Item]) -> tuple[Choice, ...]:
    """The button that answers a dispute with the figures as they are."""
    disputed = all(item.reason and item.current is not None for item in items)
    return (Choice("stands", text("figures.stand", n=len(items))),) if disputed else ()


def _judgement(header: ReportHeader, item: Item) -> JudgementQuestion | None:
    factors = _factors(item)
    if not factors:
        return None
    choices = [Choice(f"factor{number}", factor) for number, factor in enumerate(factors, 1)]
    every = Choice("+".join(choice.id for choice in choices), text("judgement.all"))
    return JudgementQuestion(
        key=f"judgement/{item.due_id}",
        name="judgement",
        prompt=text("judgement.ask", name=item.indicator.name, holder=item.holder or header.post, days=item.days),
        about=(header.post, item.indicator.name),
        choices=(*choices, *([every] if len(choices) > 1 else []), Choice("none", text("judgement.none"))),
        optional=True,
        item=item,
    )


def _factors(item: Item) -> tuple[str, ...]:
    """What is observed when the standards are met, basic first, each once."""
    standards = (item.indicator.basic, item.indicator.outstanding)
    listed = [one for standard in standards if standard for one in (standard.items or (standard.text,))]
    return tuple(dict.fromkeys(listed)) or item.indicator.factors


def _addition(header: ReportHeader, key: str) -> AdditionQuestion:
    name = key.partition("/")[0]
    return AdditionQuestion(
        key=key,
        name=name,
        prompt=text(f"{name}.ask"),
        about=(header.post,),
        example=text("note.example") if name == "note" else None,
        optional=True,
        asked=tuple(item.asked(header.names) for item in header.items if item.indicator.numeric),
    )


# Lines


def _due_line(item: Item) -> Text:
    basic = item.indicator.basic
    standard: Value = basic if basic and basic.value is not None else None
    said = "due.line" if standard else "due.line.plain"
    line = text(said, name=item.indicator.name, basic=standard, days=item.days)
    if item.current is not None:
        line = text("due.line.current", line=line, figure=amount(item.indicator, item.current))
    return text("due.line.disputed", line=line, reason=item.reason) if item.reason else line
