"""The standards of an indicator with a number: basic, direction, room to exceed, outstanding (method.md 2.4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, ClassVar

from dialogs.engine import Interview, ask, ask_optional
from dialogs.post.keys import number
from dialogs.post.measured import Measured
from dialogs.questions import LABEL, Choice, ChoiceQuestion, Question, Reading, limited
from dialogs.reading.answers.choices import read_choice
from dialogs.reading.answers.unclear import check_amount
from dialogs.reading.unread import Unread
from dialogs.reading.values.standards import read_standard
from kpi.plan import Direction, Indicator, Standard
from kpi.standards import beyond, comparable, direction_of, room_left
from kpi.values import Comparator
from locales.text import Text, Value, text

WHOLE = Decimal(100)
"""Of a percentage that more is better of, nothing lies beyond this."""


@dataclass(frozen=True, kw_only=True)
class BasicQuestion(Question[Standard]):
    """The basic standard; `unit` and `direction` as far as the indicator's name told them."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Standard
    counts: ClassVar[bool] = True
    unit: str | None
    direction: Direction | None
    scope: str

    def read(self, said: str, reading: Reading) -> Standard:
        check_amount(said, reading.words.language, self.unit)
        return completed(read_standard(limited(said, LABEL)), self.unit, self.direction)

    def opens(self, value: Standard) -> Iterable[str]:
        direction = settled(self.direction, value)
        if direction is None:
            return (f"{self.scope}/direction",)
        return () if room_left(value, direction) else (f"{self.scope}/room",)

    def shown(self, value: Standard) -> Value:
        return value


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
            check_amount(said, reading.words.language, self.basic.unit)
            return Room(completed(read_standard(limited(said, LABEL)), self.basic.unit, self.direction))

    def press(self, choice: str, reading: Reading) -> Room:
        self.choice(choice)
        return Room()

    def shown(self, value: Room) -> Value:
        return value.basic or text("room.keep")


@dataclass(frozen=True, kw_only=True)
class OutstandingQuestion(Question[Standard]):
    """The outstanding standard: beyond `basic` in the indicator's direction."""

    kind: ClassVar[str] = "standard"
    type: ClassVar[Any] = Standard
    counts: ClassVar[bool] = True
    basic: Standard
    direction: Direction
    offers: tuple[Standard, ...]

    def read(self, said: str, reading: Reading) -> Standard:
        check_amount(said, reading.words.language, self.basic.unit)
        standard = self._like_basic(completed(read_standard(limited(said, LABEL)), self.basic.unit, self.direction))
        basic = like(self.basic, standard)
        if not comparable(basic, standard):
            raise Unread("outstanding.not_comparable", basic=self.basic, outstanding=standard)
        if not beyond(basic, standard, self.direction):
            raise Unread(f"outstanding.not_beyond.{self.direction}", basic=self.basic, outstanding=standard)
        return standard

    def press(self, choice: str, reading: Reading) -> Standard:
        offer = self.offers[int(self.choice(choice).id.removeprefix("offer"))]
        return replace(offer, text=reading.words.value(offer))

    def shown(self, value: Standard) -> Value:
        return value

    def _like_basic(self, standard: Standard) -> Standard:
        """The standard with the period of the basic one."""
        return replace(standard, per=standard.per or self.basic.per)


def numeric_standards(indicator: Indicator, measured: Measured, about: tuple[str, ...]) -> Interview[Indicator]:
    """Ask for both standards of an indicator, and for its direction where nothing told it."""
    scope = number(measured.scope)
    basic = measured.basic
    if basic is None:
        basic = yield from ask(_basic(measured, scope, about))
    direction = settled(measured.direction, basic)
    if direction is None:
        direction = yield from _direction(measured, basic, scope, about)
    basic = with_direction(basic, direction)
    if not room_left(basic, direction):
        room = yield from ask(_room(basic, direction, scope, about))
        basic = with_direction(room.basic or basic, direction)
    outstanding = yield from _outstanding(basic, direction, scope, about)
    basic = like(basic, outstanding) if outstanding else basic
    return replace(indicator, unit=basic.unit, direction=direction, basic=basic, outstanding=outstanding)


def _basic(measured: Measured, scope: str, about: tuple[str, ...]) -> BasicQuestion:
    return BasicQuestion(
        key=f"{scope}/basic",
        name="basic",
        prompt=text("basic.ask", indicator=measured.name),
        about=about,
        example=_example(measured),
        unit=measured.unit,
        direction=measured.direction,
        scope=scope,
    )


def _example(measured: Measured) -> Text:
    """A standard like the one that is asked for."""
    kind = "percent" if measured.unit == "%" else "number"
    direction = Direction.LESS if measured.direction is Direction.LESS else Direction.MORE
    return text(f"basic.example.{kind}.{direction}")


def _direction(measured: Measured, basic: Standard, scope: str, about: tuple[str, ...]) -> Interview[Direction]:
    """Which values are better, where name and standard do not tell, or contradict each other."""
    cramped = (one for one in Direction if not room_left(with_direction(basic, one), one))
    answer = yield from ask(
        ChoiceQuestion(
            key=f"{scope}/direction",
            name="direction",
            prompt=text("direction.ask", indicator=measured.name, basic=basic),
            about=about,
            choices=tuple(Choice(one.value, text(f"direction.{one}")) for one in Direction),
            opened={one.value: (f"{scope}/room",) for one in cramped},
        )
    )
    return Direction(answer)


def _room(basic: Standard, direction: Direction, scope: str, about: tuple[str, ...]) -> RoomQuestion:
    return RoomQuestion(
        key=f"{scope}/room",
        name="room",
        prompt=text("room.ask", basic=basic),
        about=about,
        choices=(Choice("keep", text("room.keep")),),
        basic=basic,
        direction=direction,
    )


def _outstanding(
    basic: Standard, direction: Direction, scope: str, about: tuple[str, ...]
) -> Interview[Standard | None]:
    """Ask for the outstanding standard; again where another basic one has overtaken it since."""
    question = _outstanding_question(basic, direction, scope, about)
    outstanding = yield from ask_optional(question)
    if outstanding is None or beyond(like(basic, outstanding), outstanding, direction):
        return outstanding
    return (yield from ask_optional(replace(question, key=f"{question.key}/{basic.value}")))


def _outstanding_question(
    basic: Standard, direction: Direction, scope: str, about: tuple[str, ...]
) -> OutstandingQuestion:
    offers = offered(basic, direction)
    return OutstandingQuestion(
        key=f"{scope}/outstanding",
        name="outstanding",
        prompt=text(f"outstanding.ask.{direction}", indicator=about[-1], basic=basic),
        about=about,
        choices=tuple(Choice(f"offer{n}", text("standard.offer", standard=one)) for n, one in enumerate(offers)),
        optional=True,
        basic=basic,
        direction=direction,
        offers=offers,
    )


def settled(direction: Direction | None, basic: Standard) -> Direction | None:
    """The direction, if name and basic standard leave no doubt about it; nothing at all is asked of what is bad."""
    zero = basic.value == 0 and basic.comparator is Comparator.EQUAL
    told = Direction.LESS if zero else direction_of(basic.comparator)
    if direction and told and direction is not told:
        return None
    return direction or told


def like(basic: Standard, outstanding: Standard) -> Standard:
    """The basic standard with the unit and the period that only the outstanding one names."""
    return replace(basic, unit=basic.unit or outstanding.unit, per=basic.per or outstanding.per)


def completed(standard: Standard, unit: str | None, direction: Direction | None) -> Standard:
    """The standard with the unit and the comparator that go without saying; raises Unread."""
    if standard.unit is None:
        standard = replace(standard, unit=unit)
    if unit == "%" and standard.unit != "%":
        raise Unread("standard.not_percent", standard=standard)
    return with_direction(standard, direction) if standard.comparator is None else standard


def with_direction(standard: Standard, direction: Direction | None) -> Standard:
    """The standard held against values in that direction."""
    if direction is None or direction is Direction.RANGE or standard.comparator is Comparator.RANGE:
        return standard
    if standard.comparator and direction_of(standard.comparator) is direction:
        return standard
    return replace(standard, comparator=Comparator.AT_LEAST if direction is Direction.MORE else Comparator.AT_MOST)


def offered(basic: Standard, direction: Direction) -> tuple[Standard, ...]:
    """Outstanding standards that suggest themselves: part of the way to the whole, or a tenth and a fifth beyond."""
    if (
        basic.value is None
        or basic.upper is not None
        or direction is Direction.RANGE
        or not room_left(basic, direction)
    ):
        return ()
    if basic.unit == "%" and direction is Direction.MORE and WHOLE / 2 <= basic.value < WHOLE:
        values = [basic.value + (WHOLE - basic.value) * share for share in (Decimal("0.5"), Decimal("0.8"))]
    else:
        factors = ("1.1", "1.2") if direction is Direction.MORE else ("0.75", "0.5")
        values = [basic.value * Decimal(factor) for factor in factors]
    rounded = dict.fromkeys(_rounded(value, basic, direction) for value in values)
    offers = (replace(basic, text="", value=value) for value in rounded)
    return tuple(offer for offer in offers if beyond(basic, offer, direction) and room_left(offer, direction))


def _rounded(value: Decimal, basic: Standard, direction: Direction) -> Decimal:
    """A value that people would write: percentages finer towards their ends, things counted whole."""
    assert basic.value is not None  # noqa: S101 - only numbers are offered anything
    if basic.unit == "%":
        finest = next(step for below, step in _STEPS if basic.value < below)
        return value.quantize(finest, ROUND_CEILING if direction is Direction.MORE else ROUND_FLOOR)
    if basic.value % 1:
        return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return value.quantize(Decimal(1), ROUND_CEILING if direction is Direction.MORE else ROUND_FLOOR)


_STEPS = (
    (1, Decimal("0.01")),
    (10, Decimal("0.1")),
    (90, Decimal(1)),
    (99, Decimal("0.1")),
    (Decimal("Infinity"), Decimal("0.01")),
)
"""How finely percentages below a value are written."""
