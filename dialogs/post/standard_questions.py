"""The questions for the standards of an indicator with a number (method.md 2.4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from dialogs.post.completing import completed, like, of_a_change, settled, with_direction
from dialogs.post.told import Answered, Sought, load_answered, read_answered, shown_answered
from dialogs.questions import Question, Reading
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.choices import read_choice
from dialogs.reading.names.direction_words import direction_in
from dialogs.reading.unread import Unread
from kpi import levels
from kpi.plan import Direction, Standard
from kpi.standards import beyond, comparable, room_left
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
            return completed(standard, self.about[-1], self.unit, direction)

        return read_answered(said, reading, Sought(self.about, self.unit, self.direction, fit))

    def press(self, choice: str, reading: Reading) -> Answered:
        self.choice(choice)
        return Answered(turned=True)

    def load(self, answer: Any) -> Answered:
        return load_answered(answer)

    def opens(self, value: Answered) -> Iterable[str]:
        if value.standard is None:
            return ()
        direction = settled(self.direction, value.standard, self.unit)
        if direction is None:
            return (f"{self.scope}/direction",)
        return () if room_left(value.standard, direction) else (f"{self.scope}/room",)

    def shown(self, value: Answered) -> Value:
        return shown_answered(value, self.about, self.direction)


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
        answered = read_answered(said, reading, Sought(self.about, self.basic.unit, self.direction, self._fit))
        return answered if answered.standard is None else replace(answered, outstanding=None)

    def _fit(self, said: Standard) -> Standard:
        """The standard as one beyond the basic one; raises Unread where it does not lie there."""
        standard = self._like_basic(said)
        basic = like(self.basic, standard)
        if not comparable(basic, standard):
            raise Unread("outstanding.not_comparable", basic=self.basic, outstanding=standard)
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

    def _like_basic(self, said: Standard) -> Standard:
        """The standard with all that only the basic one says of the same thing."""
        standard = of_a_change(said, self.about[-1])
        if self.basic.change and standard.change is None and standard.unit in {None, self.basic.unit}:
            standard = replace(standard, change=self.basic.change, unit=self.basic.unit)
        standard = completed(standard, self.about[-1], self.basic.unit, self.direction)
        return levels.like(with_direction(like(standard, self.basic), self.direction), self.basic)


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
        return replace(standard, comparator=None, unit=standard.unit or self.unit)

    def shown(self, value: Standard) -> Value:
        return value
