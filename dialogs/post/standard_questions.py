"""The questions for the standards of an indicator with a number (method.md 2.4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from dialogs import journal
from dialogs.post.completing import completed, like, of_a_change, readings_of, settled, with_direction
from dialogs.post.told import Answered, Sought, check_range, load_answered, read_answered, shown_answered
from dialogs.questions import ChoiceQuestion, Question, Reading
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.choices import read_choice
from dialogs.reading.names.direction_words import direction_in
from dialogs.reading.sense import Doubt, doubt_of
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.beyond import declines, offer_picked, points_beyond, same_as_basic
from dialogs.reading.values.standards import read_standard
from kpi import levels
from kpi.levels import told_in
from kpi.plan import Direction, Standard
from kpi.standards import beyond, comparable, room_left
from kpi.units import kind as kind_of_unit
from locales.text import Value, text

TURN = "turn"
"""The button that turns the direction round."""


@dataclass(frozen=True, kw_only=True)
class BasicQuestion(Question[Answered]):
    """The basic standard; `unit` and `direction` as far as the indicator's name told them."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Answered
    counts: ClassVar[bool] = True
    unit: str | None
    direction: Direction | None
    scope: str

    def read(self, said: str, reading: Reading) -> Answered:
        wanted, _ = direction_in(said)
        direction = wanted or self.direction

        def fit(standard: Standard) -> Standard:
            return completed(self._as_before(standard, reading), self.about[-1], self.unit, direction)

        try:
            told = read_answered(said, reading, Sought(self.about, self.unit, self.direction, fit, basic=True))
            check_range(told, direction, reading)
            return told
        except Unread:
            if read_act(said) == "none":
                raise Unread("basic.none") from None
            raise

    def _as_before(self, standard: Standard, reading: Reading) -> Standard:
        """A bare number in place of another standard is of its unit and rate: 900k instead of 800,000 yuan a month."""
        given = journal.last_answer(reading.journal, self.key)
        before = self.load(given.value).standard if given and given.value else None
        if before is None or standard.unit or standard.per or standard.change or standard.share or before.change:
            return standard
        return replace(standard, unit=before.unit, per=before.per)

    def press(self, choice: str, reading: Reading) -> Answered:
        self.choice(choice)
        return Answered(turned=True)

    def load(self, answer: Any) -> Answered:
        return load_answered(answer)

    def echoed(self, value: Answered) -> bool:
        """Nothing is noted of what makes no sense before that was asked about."""
        return value.standard is None or not self._doubted(value.standard)

    def opens(self, value: Answered) -> Iterable[str]:
        if value.standard is None:
            return (f"{self.key}/turned" if value.turned else f"{self.key}/level",)  # it is asked again there
        follow = [f"{self.scope}/base", f"{self.scope}/base_figure"] if value.standard.change else []
        if self._doubted(value.standard):
            follow.append(f"{self.scope}/sense/{value.standard.value}")
        direction = settled(self.direction, value.standard, self.unit)
        if direction is None:
            follow.append(f"{self.scope}/direction")
        elif not room_left(value.standard, direction):
            follow.append(f"{self.scope}/room")
        return follow

    def covers(self, value: Answered) -> tuple[str, ...]:
        return (f"{self.scope}/outstanding",) if value.outstanding else ()

    def _doubted(self, standard: Standard) -> bool:
        return doubt_of(standard, self.about[-1], self.unit) is not None

    def shown(self, value: Answered) -> Value:
        return shown_answered(value, self.about, self.direction)


@dataclass(frozen=True, kw_only=True)
class SenseQuestion(ChoiceQuestion):
    """Which reading is meant of a standard that makes no sense as it stands; it may be typed, too."""

    readings: tuple[Standard, ...]

    def read(self, said: str, reading: Reading) -> str:
        try:
            return super().read(said, reading)
        except Unread:
            typed = read_standard(said)
            same = [at for at, one in enumerate(self.readings) if (one.value, one.unit) == (typed.value, typed.unit)]
            if len(same) != 1:
                raise
            return f"reading{same[0]}"


@dataclass(frozen=True, slots=True)
class Room:
    """An answer to the doubt about a basic standard that leaves no room: another one, or None to keep it."""

    basic: Standard | None = None


@dataclass(frozen=True, kw_only=True)
class RoomQuestion(Question[Room]):
    """Whether a basic standard stays that leaves nothing above it; another may be written at once."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Room
    counts: ClassVar[bool] = True
    basic: Standard
    direction: Direction

    def read(self, said: str, reading: Reading) -> Room:
        try:
            return self.press(read_choice(said, self.options(reading.words.language)), reading)
        except Unread:
            answered = read_answered(said, reading, Sought(self.about, self.basic.unit, self.direction, self._fit))
            if answered.standard is None:
                raise
            return Room(answered.standard)

    def _fit(self, standard: Standard) -> Standard:
        return completed(standard, self.about[-1], self.basic.unit, self.direction)

    def press(self, choice: str, reading: Reading) -> Room:
        self.choice(choice)
        return Room()

    def shown(self, value: Room) -> Value:
        return value.basic or text("room.keep")


@dataclass(frozen=True, kw_only=True)
class OutstandingQuestion(Question[Answered]):
    """The outstanding standard: beyond `basic` in the indicator's direction."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Answered
    counts: ClassVar[bool] = True
    none_counts: ClassVar[bool] = True
    basic: Standard
    direction: Direction
    offers: tuple[Standard, ...]

    def read(self, said: str, reading: Reading) -> Answered:
        if read_act(said) == "none":
            raise Unread("outstanding.none")
        if same_as_basic(said):
            raise Unread("outstanding.same", basic=self.basic)
        at = offer_picked(said, len(self.offers))
        if at is not None:
            return self.press(f"offer{at}", reading)
        said = self._reckoned(said)

        def fit(standard: Standard) -> Standard:
            return self._fit(standard, reading)

        answered = read_answered(said, reading, Sought(self.about, self.basic.unit, self.direction, fit))
        return answered if answered.standard is None else replace(answered, outstanding=None)

    def ends(self, said: str) -> bool:
        return declines(said)

    def claims(self, said: str, language: str) -> bool:
        return same_as_basic(said)

    def _reckoned(self, said: str) -> str:
        """The level that so many points beyond the basic standard make."""
        if self.basic.unit != "%" or self.basic.value is None or self.basic.change or self.basic.upper is not None:
            return said
        points = points_beyond(said, self.direction)
        return said if points is None else f"{self.basic.value + points}%"

    def _fit(self, said: Standard, reading: Reading) -> Standard:
        """The standard as one beyond the basic one; raises Unclear where it may be two, Unread where it is none."""
        fitting, refusal = [], None
        for meant in readings_of(of_a_change(said, self.about[-1]), self.basic, self.direction):
            try:
                fitting.append(self._beyond_basic(meant))
            except Unread as unread:
                refusal = refusal or unread
        if len(fitting) > 1:
            raise Unclear(*(reading.words.value(_without_figure(one)) for one in fitting))
        if refusal and not fitting:
            raise refusal
        return fitting[0]

    def _beyond_basic(self, meant: Standard) -> Standard:
        unit = self.basic.unit if meant.change else told_in(self.basic)
        standard = completed(meant, self.about[-1], unit, self.direction)
        standard = with_direction(like(standard, replace(self.basic, unit=unit)), self.direction)
        standard, basic = levels.like(standard, self.basic), like(self.basic, standard)
        if not comparable(basic, standard):
            raise Unread("outstanding.not_comparable", basic=self.basic, outstanding=standard)
        if standard.out_of and standard.value and standard.value > standard.out_of:
            raise Unread("standard.over_scale", standard=standard)
        if not beyond(basic, standard, self.direction):
            raise Unread(f"outstanding.not_beyond.{self.direction}", basic=self.basic, outstanding=standard)
        return standard

    def press(self, choice: str, reading: Reading) -> Answered:
        if self.choice(choice).id == TURN:
            return Answered(turned=True)
        offer = self.offers[int(choice.removeprefix("offer"))]
        return Answered(replace(offer, text=reading.words.value(offer)))

    def load(self, answer: Any) -> Answered:
        return load_answered(answer)

    def shown(self, value: Answered) -> Value:
        return shown_answered(value, self.about, self.direction)


def _without_figure(standard: Standard) -> Standard:
    """The standard as it is read again, where a button says it; the basic one knows the figure."""
    change = standard.change
    return replace(standard, change=replace(change, figure=None, unit=None)) if change else standard


@dataclass(frozen=True, kw_only=True)
class BaseFigureQuestion(Question[Standard]):
    """What the base of a change was: the figure of last year, or of whatever it is measured from."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Standard
    counts: ClassVar[bool] = True
    unit: str | None

    def read(self, said: str, reading: Reading) -> Standard:
        answered = read_answered(said, reading, Sought(self.about, self.unit, None, self._fit))
        if answered.standard is None:
            raise Unread("base_figure.unread")
        return answered.standard

    def _fit(self, standard: Standard) -> Standard:
        if standard.value is None or standard.upper is not None or standard.change:
            raise Unread("base_figure.unread")
        if doubt_of(standard, self.about[-1], self.unit) in {Doubt.UNIT, Doubt.PERCENT}:
            raise Unread("base_figure.unit", indicator=self.about[-1], standard=replace(standard, comparator=None))
        counts = self.unit is not None and kind_of_unit(standard.unit) is kind_of_unit(self.unit) is None
        unit = self.unit if counts else standard.unit or self.unit  # 减少5次 of 12件 is 5 of 12
        return replace(standard, comparator=None, unit=unit)

    def shown(self, value: Standard) -> Value:
        return value
