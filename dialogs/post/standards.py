"""The standards of an indicator with a number: basic, direction, base, room to exceed, outstanding (method.md 2.4)."""

from dataclasses import replace

from dialogs.choices import Choice
from dialogs.engine import Interview, ask, ask_optional
from dialogs.post.completing import like, settled, signed, turned, with_direction
from dialogs.post.keys import number
from dialogs.post.measured import Measured
from dialogs.post.offers import offered
from dialogs.post.standard_questions import (
    TURN,
    BaseFigureQuestion,
    BasicQuestion,
    OutstandingQuestion,
    RoomQuestion,
    SenseQuestion,
)
from dialogs.post.told import PUT_OFF, Answered
from dialogs.questions import ChoiceQuestion, codec
from dialogs.reading.names.measures import is_money
from dialogs.reading.sense import Doubt, doubt_of
from kpi.levels import told_in
from kpi.plan import Direction, Indicator, Standard
from kpi.standards import beyond, room_left
from kpi.units import kind
from kpi.values import Base, Change, Comparator
from locales.text import Text, text

_BASES = (Base.LAST_YEAR, Base.LAST_PERIOD, Base.NOW, Base.PLAN, Base.AVERAGE)
"""What a change may be measured from, where nobody said."""


def numeric_standards(indicator: Indicator, measured: Measured, about: tuple[str, ...]) -> Interview[Indicator]:
    """Ask for both standards of an indicator, for its direction where nothing told it, for the base of a change."""
    scope = number(measured.scope)
    told = Answered(measured.basic) if measured.basic else (yield from _basic_told(measured, scope, about))
    if told.standard is None:
        return indicator  # it was put off
    measured = replace(measured, direction=_turned(measured.direction, told))
    basic = yield from _sensible(told.standard, measured, scope, about)
    direction = settled(measured.direction, basic, measured.unit)
    if direction is None:
        direction = yield from _direction(measured, basic, scope, about)
    basic = yield from _with_base(with_direction(basic, direction), measured, scope, about)
    basic = yield from _with_room(basic, direction, scope, about)
    outstanding = told.outstanding and with_direction(told.outstanding, direction)
    if outstanding is None or not beyond(like(basic, outstanding), outstanding, direction):
        basic, outstanding, direction = yield from _outstanding(basic, direction, scope, about)
    basic = like(basic, outstanding) if outstanding else basic
    return replace(indicator, unit=told_in(basic), direction=direction, basic=basic, outstanding=outstanding)


def _turned(direction: Direction | None, told: Answered) -> Direction | None:
    return turned(direction) if told.turned and direction else direction


# Basic


def _basic_told(measured: Measured, scope: str, about: tuple[str, ...]) -> Interview[Answered]:
    """The basic standard, asked again where only the direction was turned or a scoring rule told."""
    key, way, note = f"{scope}/basic", measured, None
    told = yield from ask(_basic(way, key, scope, about))
    while told.standard is None and told != PUT_OFF:
        key += "/turned" if told.turned else "/level"
        way, note = replace(way, direction=_turned(way.direction, told)), told.note or note
        told = yield from ask(_basic(way, key, scope, about))
    if told.standard is None:
        return told
    standard = replace(told.standard, note=told.standard.note or note)
    direction = _turned(way.direction, told)
    return replace(told, standard=standard, turned=direction is not measured.direction)


def _basic(measured: Measured, key: str, scope: str, about: tuple[str, ...]) -> BasicQuestion:
    way = measured.direction
    turning = (Choice(TURN, text(f"direction.turn.{turned(way)}")),) if way in {Direction.MORE, Direction.LESS} else ()
    return BasicQuestion(
        key=key,
        name="basic",
        prompt=text(f"basic.ask.{way}" if turning else "basic.ask", indicator=measured.name),
        about=about,
        choices=turning,
        example=_example(measured),
        unit=measured.unit,
        direction=way,
        scope=scope,
        meanwhile=codec(Answered).dump_python(PUT_OFF, mode="json"),
    )


def _example(measured: Measured) -> Text:
    """A standard like the one that is asked for; one of each kind where it may be either."""
    more, less = (_example_of(measured, way) for way in (Direction.MORE, Direction.LESS))
    if measured.direction is None and measured.unit != "%":
        return text("basic.example.either", more=more, less=less)
    return less if measured.direction is Direction.LESS else more


def _example_of(measured: Measured, direction: Direction) -> Text:
    if measured.unit == "%":
        return text(f"basic.example.percent.{direction}")
    if kind(measured.unit) == "time":
        return text(f"basic.example.time.{direction}")
    if measured.unit is None and is_money(measured.name):
        return text(f"basic.example.money.{direction}")
    # In Latin letters a unit takes a plural, which an example does not know.
    unit = measured.unit if measured.unit and not measured.unit.isascii() else ""
    return text(f"basic.example.number.{direction}", unit=unit)


def _sensible(basic: Standard, measured: Measured, scope: str, about: tuple[str, ...]) -> Interview[Standard]:
    """The basic standard, asked about once where it makes no sense for the indicator."""
    doubt = doubt_of(basic, measured.name, measured.unit)
    if doubt is None:
        return basic
    readings = [basic]
    if doubt is Doubt.HUNDREDTHS and basic.value is not None:
        readings = [replace(basic, value=basic.value * 100), basic]
    elif doubt is Doubt.PERCENT:
        changing = signed(Change(None), measured.direction)
        readings = [replace(basic, comparator=Comparator.AT_LEAST, change=changing), basic]
    question = SenseQuestion(
        key=f"{scope}/sense/{basic.value}",
        name="sense",
        prompt=text(f"sense.{doubt}", indicator=measured.name, standard=basic),
        about=about,
        choices=(
            *(Choice(f"reading{at}", text("standard.offer", standard=one)) for at, one in enumerate(readings)),
            Choice("again", text("sense.again")),
        ),
        readings=tuple(readings),
        opened={
            f"reading{at}": (f"{scope}/base", f"{scope}/base_figure") for at, one in enumerate(readings) if one.change
        },
    )
    answer = yield from ask(question)
    if answer != "again":
        return readings[int(answer.removeprefix("reading"))]
    again = yield from ask(replace(_basic(measured, f"{question.key}/again", scope, about), choices=()))
    return again.standard or basic


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


# The base of a change


def _with_base(basic: Standard, measured: Measured, scope: str, about: tuple[str, ...]) -> Interview[Standard]:
    """A change with what it is measured from, and with the figure that this was, where it is known."""
    change = basic.change
    if change is None or change.figure is not None:
        return basic
    if change.base is None:
        answer = yield from ask(
            ChoiceQuestion(
                key=f"{scope}/base",
                name="base",
                prompt=text("base.ask", indicator=measured.name, standard=basic),
                about=about,
                choices=tuple(Choice(one.value, text(f"base.{one}")) for one in _BASES),
                default=Base.LAST_YEAR.value,
            )
        )
        change = replace(change, base=Base(answer))
    figure = yield from ask_optional(
        BaseFigureQuestion(
            key=f"{scope}/base_figure",
            name="base_figure",
            prompt=text("base_figure.ask", indicator=measured.name, base=text(f"base.{change.base}")),
            about=about,
            optional=True,
            unit=measured.unit if basic.unit in {"%", "point"} else basic.unit,
        )
    )
    if figure is not None:
        change = replace(change, figure=figure.value, unit=figure.unit)
    return replace(basic, change=change)


# Room


def _with_room(basic: Standard, direction: Direction, scope: str, about: tuple[str, ...]) -> Interview[Standard]:
    if room_left(basic, direction):
        return basic
    room = yield from ask(
        RoomQuestion(
            key=f"{scope}/room",
            name="room",
            prompt=text("room.ask", basic=basic),
            about=about,
            choices=(Choice("keep", text("room.keep")),),
            basic=basic,
            direction=direction,
        )
    )
    return with_direction(room.basic or basic, direction)


# Outstanding


def _outstanding(
    basic: Standard, direction: Direction, scope: str, about: tuple[str, ...]
) -> Interview[tuple[Standard, Standard | None, Direction]]:
    """Ask for the outstanding standard; again where another basic one has overtaken it, or the direction was turned.

    Both standards follow the direction.
    """
    if basic.value == 0 and direction is Direction.LESS and not basic.change:
        return basic, None, direction  # nothing lies beyond none at all
    question = _outstanding_question(basic, direction, scope, about)
    told = yield from ask_optional(question)
    if told is not None and told.turned:
        direction = turned(direction)
        basic = with_direction(replace(basic, comparator=None) if _one_sided(basic) else basic, direction)
        question = _outstanding_question(basic, direction, scope, about)
        question = replace(question, key=f"{question.key}/turned", choices=question.choices[:-1])
        told = yield from ask_optional(question)
    outstanding = told.standard if told else None
    if outstanding is None or beyond(like(basic, outstanding), outstanding, direction):
        return basic, outstanding, direction
    told = yield from ask_optional(replace(question, key=f"{question.key}/{basic.value}"))
    return basic, told.standard if told else None, direction


def _one_sided(standard: Standard) -> bool:
    """Whether a standard is bounded on the side that the direction says."""
    return standard.comparator in {Comparator.AT_LEAST, Comparator.AT_MOST} and not standard.change


def _outstanding_question(
    basic: Standard, direction: Direction, scope: str, about: tuple[str, ...]
) -> OutstandingQuestion:
    offers = offered(basic, direction)
    choices = tuple(Choice(f"offer{n}", text("standard.offer", standard=one)) for n, one in enumerate(offers))
    turning = () if direction is Direction.RANGE else (Choice(TURN, text(f"direction.turn.{turned(direction)}")),)
    return OutstandingQuestion(
        key=f"{scope}/outstanding",
        name="outstanding",
        prompt=text(f"outstanding.ask.{direction}", indicator=about[-1], basic=basic),
        about=about,
        choices=(*choices, *turning),
        optional=True,
        basic=basic,
        direction=direction,
        offers=offers,
    )
