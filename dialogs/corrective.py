"""The interviews about a missed basic standard: what is done, by whom, by when, and what came of it (method.md 5)."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from dialogs.choices import Choice
from dialogs.engine import Interview, ask
from dialogs.questions import (
    LABEL,
    PASSAGE,
    DecisionQuestion,
    Question,
    Reading,
    Taken,
    TextQuestion,
    codec,
    limited,
    meant,
    passage,
)
from dialogs.reading.answers.actions import explains, is_vague, measure_in, read_action
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.unclear import check_day
from dialogs.reading.dates.whens import read_when
from dialogs.reading.names.people import is_nobody
from dialogs.reading.unread import Unclear, Unread
from dialogs.standing import days_of, observed, stands
from kpi.plan import Indicator, When
from locales.text import Text, Value, text

VERSION = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """What was reported of an indicator about the days from `first` to `last` (ISO)."""

    indicator: Indicator
    last: str
    value: Decimal | None
    observed: tuple[str, ...] | None
    before: Decimal | None = None
    first: str | None = None

    @property
    def line(self) -> Text:
        """Where it stands."""
        if self.value is not None:
            return stands(self.indicator, self.value, self.before)
        return observed(self.indicator, self.observed or ())


@dataclass(frozen=True, slots=True)
class CorrectiveHeader:
    """A note to write, about a figure of who holds a post; `days` (ISO) are proposed for when it is done by."""

    note_id: int
    post: str
    holder: str
    missed: Figure
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUpHeader:
    """A note as it was written, with the newest figure since, and days (ISO) to which it may be put off."""

    note_id: int
    post: str
    holder: str
    indicator: str
    what: str
    who: str
    by: dt.date
    since: Figure | None
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What is done about a missed standard, who does it and by when; `due` is the day that was noted before, if any."""

    note_id: int
    due: dt.date | None
    what: str
    who: str
    by: dt.date


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """What came of a note: "done", "dropped" for a reason, or "not_yet" with another day.

    `due` is the day that was noted before; None where nothing was.
    """

    note_id: int
    due: dt.date | None
    outcome: str
    by: dt.date | None = None
    reason: str | None = None


def corrective(header: CorrectiveHeader) -> Interview[Written | FollowedUp]:
    """Ask what is done, who does it and by when; or why nothing needs to be done."""
    about = (header.post, header.holder, header.missed.indicator.name)
    prompt = text(
        "corrective_what.ask", line=header.missed.line, basic=header.missed.indicator.basic, holder=header.holder
    )
    action = yield from ask(_what(prompt, about, (Choice("nothing", text("corrective_what.nothing")),)))
    if action.what == NOTHING:
        reason = action.reason or (yield from ask(_reason(about)))
        return FollowedUp(header.note_id, None, "dropped", reason=reason)
    who, by = yield from _whose(about, header.holder, header.days, action)
    return Written(header.note_id, None, action.what, who, by)


def follow_up(header: FollowUpHeader) -> Interview[Written | FollowedUp]:
    """Show how the indicator stood since, and ask what came of a note; it can be put off, given up and written anew."""
    about = (header.post, header.holder, header.indicator)
    outcome = yield from ask(
        DecisionQuestion(
            key="outcome",
            name="follow_up",
            prompt=text(
                "follow_up.ask",
                what=header.what,
                who=header.who,
                by=_day(header.by.isoformat()),
                since=_since(header.since),
            ),
            about=about,
            choices=(
                Choice("done", text("follow_up.done")),
                Choice("not_yet", text("follow_up.not_yet")),
                Choice("anew", text("follow_up.anew")),
                Choice("dropped", text("follow_up.dropped")),
            ),
            echoes=False,
        )
    )
    if outcome == "anew":
        action = yield from ask(_what(text("follow_up.what", what=header.what), about))
        who, by = yield from _whose(about, header.holder, header.days, action)
        return Written(header.note_id, header.by, action.what, who, by)
    if outcome == "dropped":
        reason = yield from ask(_reason(about))
        return FollowedUp(header.note_id, header.by, outcome, reason=reason)
    if outcome == "done":
        return FollowedUp(header.note_id, header.by, outcome)
    until = yield from ask(_until(text("follow_up.by"), about, header.days))
    return FollowedUp(header.note_id, header.by, outcome, until)


NOTHING = ""
"""What is done where nothing needs to be."""


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, with who does it and by when as far as that was told with it; or why nothing needs to be done."""

    what: str = NOTHING
    who: str | None = None
    by: dt.date | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ActionQuestion(Question[Action]):
    """What is done, in words; the choice says that nothing needs to be."""

    kind: ClassVar[str] = "text"
    type: ClassVar[Any] = Action
    takes: Taken = "words"

    def read(self, said: str, reading: Reading) -> Action:
        if self.choices and read_act(said) == "none":
            return Action()
        what = limited(meant(said), PASSAGE)
        told = read_action(what, reading.today, reading.country)
        if told.nothing:
            if not self.choices:
                raise Unread("corrective_what.vague")
            return Action(reason=told.reason)
        if is_vague(what):
            raise Unread("corrective_what.vague")
        if named := measure_in(what):
            return Action(named, told.who, told.by)
        if self.choices and explains(what):
            no, measure = text("corrective_what.no", said=what), text("corrective_what.measure", said=what)
            raise Unclear(reading.words.say(no), reading.words.say(measure))
        return Action(what, told.who, told.by)

    def claims(self, said: str, language: str) -> bool:
        return is_vague(said)

    def press(self, choice: str, reading: Reading) -> Action:
        self.choice(choice)
        return Action()

    def load(self, answer: Any) -> Action:
        """The answer out of its JSON; older journals hold what is done alone."""
        loaded: Action = Action(answer) if isinstance(answer, str) else codec(Action).validate_python(answer)
        return loaded

    def echoed(self, value: Action) -> bool:
        """Only what was taken out of the words."""
        return bool(value.who or value.by or value.reason)

    def shown(self, value: Action) -> Value:
        if not value.what:
            return text("corrective_what.no", said=value.reason) if value.reason else text("corrective_what.nothing")
        parts = (
            text("corrective_what.who", who=value.who) if value.who else None,
            text("corrective_what.by", by=_day(value.by.isoformat())) if value.by else None,
        )
        told = tuple(part for part in parts if part)
        return text("corrective_what.told", what=value.what, told=told) if told else value.what


def _what(prompt: Text, about: tuple[str, ...], choices: tuple[Choice, ...] = ()) -> ActionQuestion:
    return ActionQuestion(
        key="what",
        name="corrective_what",
        prompt=prompt,
        about=about,
        choices=choices,
        example=text("corrective_what.example"),
    )


def _reason(about: tuple[str, ...]) -> TextQuestion:
    prompt, example = text("corrective_reason.ask"), text("corrective_reason.example")
    return passage("reason", "corrective_reason", about, prompt, example)


@dataclass(frozen=True, kw_only=True)
class PersonQuestion(TextQuestion):
    """Who does something: a person or a team that can be named."""

    def read(self, said: str, reading: Reading) -> str:
        name = super().read(said, reading)
        if is_nobody(name):
            raise Unread("corrective_who.nobody", said=said)
        return name


def _whose(
    about: tuple[str, ...], holder: str, days: tuple[str, ...], action: Action
) -> Interview[tuple[str, dt.date]]:
    """Who does it and by when; asked where it was not told with what is done."""
    who = action.who or (
        yield from ask(
            PersonQuestion(
                key="who",
                name="corrective_who",
                prompt=text("corrective_who.ask"),
                about=about,
                choices=(Choice("holder", holder),),
                default="holder",
                example=text("corrective_who.example"),
                echoes=False,
            )
        )
    )
    by = action.by or (yield from ask(_until(text("corrective_by.ask"), about, days)))
    return who, by


@dataclass(frozen=True, kw_only=True)
class DayQuestion(Question[dt.date]):
    """A day that is still to come."""

    kind: ClassVar[str] = "day"
    type: ClassVar[Any] = dt.date
    takes: Taken = "day"

    def read(self, said: str, reading: Reading) -> dt.date:
        check_day(said, reading.today)
        try:
            when = read_when(limited(said, LABEL), reading.today, reading.country)
        except Unread:
            raise Unread("day.unread") from None
        if when.date is None:
            raise Unread("day.unread")
        return self._to_come(when.date, reading)

    def press(self, choice: str, reading: Reading) -> dt.date:
        return self._to_come(self.choice(choice).id, reading)

    def shown(self, value: dt.date) -> Value:
        return _day(value.isoformat())

    def _to_come(self, iso: str, reading: Reading) -> dt.date:
        day = dt.date.fromisoformat(iso)
        if day <= reading.today:
            raise Unread("day.past", day=_day(iso))
        return day


def _until(prompt: Text, about: tuple[str, ...], days: tuple[str, ...]) -> DayQuestion:
    return DayQuestion(
        key="by",
        name="corrective_by",
        prompt=prompt,
        about=about,
        choices=tuple(Choice(day, text("day.offer", day=_day(day))) for day in days),
        default=days[0],
        example=text("corrective_by.example"),
    )


def _since(since: Figure | None) -> Text:
    if since is None:
        return Text("follow_up.no_figure")
    return text("follow_up.figure", line=since.line, days=days_of(since.first, since.last))


def _day(iso: str) -> Value:
    return When("", iso)
