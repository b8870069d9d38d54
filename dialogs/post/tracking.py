"""The tracking plan: proposed for all indicators at once, set one by one where the manager wishes (method.md 2.5)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from dialogs import journal
from dialogs.choices import Choice
from dialogs.consent import consents
from dialogs.engine import Interview, ask
from dialogs.header import Header
from dialogs.post.keys import of_set, tracking
from dialogs.post.questions import PersonQuestion, WhenQuestion
from dialogs.questions import Question, Reading, TextQuestion
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.choices import Option, read_choices
from dialogs.reading.answers.trackings import SELF, Changes, read_changes, speaks_of_another, speaks_of_collecting
from dialogs.reading.dates.rhythms import told_collection
from dialogs.reading.unread import Unclear, Unread
from dialogs.steps import Place
from kpi.functions import Function
from kpi.plan import Indicator, Output, Tracking, When
from locales.text import Lines, Text, Value, text

PARTS = 5
"""Questions about one indicator's tracking: data, sample, when, collector, receiver."""
AFTER = 2
"""Questions that follow the tracking: coverage, submission."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The tracking proposed for one indicator, in the words it was shown in."""

    indicator: int
    tracking: Tracking


@dataclass(frozen=True, slots=True)
class Tracked:
    """An answer to the proposed tracking: what was shown, and the indicators for which it is to be set one by one."""

    shown: tuple[Proposed, ...]
    changed: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()
    """Those that are shown otherwise than they were proposed, as was said at once."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tracking plan to propose for one indicator (method.md 2.5)."""

    indicator: int
    name: str
    data: Text
    sample: Text
    when: When
    collector: Text | str
    receiver: Text | str

    def line(self, number: int) -> Text:
        """The proposal as one line of the question."""
        return tracking_line(number, self.name, self)


def tracking_line(number: int, name: str, told: "Proposal | Tracking") -> Text:
    """The tracking of one indicator as a line."""
    return text(
        "tracking.line",
        number=number,
        indicator=name,
        data=told.data,
        sample=told.sample,
        when=told.when,
        collector=told.collector,
        receiver=told.receiver,
    )


@dataclass(frozen=True, kw_only=True)
class TrackingQuestion(Question[Tracked]):
    """The tracking of all indicators at once: accepted in one tap, or named which to set one by one (method.md 2.5)."""

    kind: ClassVar[str] = "tracking"
    type: ClassVar[Any] = Tracked
    counts: ClassVar[bool] = True
    """A number is that of an indicator in the proposal."""
    proposals: tuple[Proposal, ...]

    def read(self, said: str, reading: Reading) -> Tracked:
        if read_act(said) == "no":
            return self._tracked([str(one.indicator) for one in self.proposals], reading)
        names = self.names
        if speaks_of_another(said, names):
            raise Unread("tracking.unread")
        changes = read_changes(said, names, reading.today, reading.country)
        if changes:
            return self._edited(changes, said, reading)
        options = [Option(str(one.indicator), (one.name,)) for one in self.proposals]
        try:
            picked = read_choices(said, options)
        except Unread:
            if consents(self.name, said, names):
                return self._tracked(["accept"], reading)
            raise Unread("tracking.collector" if speaks_of_collecting(said) else "tracking.unread") from None
        # "All", where no number says which, is all of the proposal.
        everything = len(picked) == len(options) and not any(character.isdecimal() for character in said)
        return self._tracked(["accept"] if everything else list(picked), reading)

    def press(self, choice: str, reading: Reading) -> Tracked:
        return self._tracked([self.choice(choice).id], reading)

    @property
    def names(self) -> tuple[str, ...]:
        """What the indicators are called, in the order of the proposal."""
        return tuple(one.name for one in self.proposals)

    def opens(self, value: Tracked) -> Iterable[str]:
        return [tracking(f"indicator/{indicator}") for indicator in value.changed]

    def shown(self, value: Tracked) -> Value:
        if value.edited:
            return text("tracking.edited", lines=Lines(tuple(self._lines(value))))
        if not value.changed:
            return text("tracking.accept")
        return self._names(value.changed)

    def _names(self, indicators: Collection[int]) -> tuple[str, ...]:
        return tuple(proposal.name for proposal in self.proposals if proposal.indicator in indicators)

    def _proposal(self, value: Tracked) -> Proposal:
        return next(proposal for proposal in self.proposals if proposal.indicator in value.edited)

    def told_apart(self, values: Sequence[Tracked]) -> tuple[Value, ...]:
        """Whether somebody sets the tracking of some or collects their figures."""
        return tuple(
            text("tracking.sets", names=self.shown(value))
            if value.changed
            else text("tracking.collects", names=self._names(value.edited), who=self._proposal(value).receiver)
            for value in values
        )

    def echoed(self, value: Tracked) -> bool:
        """Only what is not as it was proposed."""
        return bool(value.edited)

    def _lines(self, value: Tracked) -> Iterable[Text]:
        names = {one.indicator: (at, one.name) for at, one in enumerate(self.proposals, 1)}
        for one in value.shown:
            if one.indicator in {*value.edited} - {*value.changed}:
                number, name = names[one.indicator]
                yield tracking_line(number, name, one.tracking)

    def _edited(self, changes: Changes, said: str, reading: Reading) -> Tracked:
        """The tracking as it was proposed, but for what was said to be otherwise; raises Unclear, Unread."""
        if changes.doing and (changes.parts or changes.singly):
            raise Unread("tracking.part", said=said)
        if changes.doing:
            numbers = tuple(str(at + 1) for at in sorted(changes.doing))
            me = self.proposals[min(changes.doing)].receiver
            raise Unclear(
                reading.words.say(text("tracking.doing.set", numbers=numbers)),
                reading.words.say(text("tracking.doing.collect", numbers=numbers, who=me)),
            )
        singly = [str(self.proposals[at].indicator) for at in sorted(changes.singly)]
        proposed = self._tracked(singly, reading)
        before = self._before(reading) or proposed
        edited = {self.proposals[at].indicator: parts for at, parts in changes.parts.items()}
        shown = (replace(one, tracking=_changed(one.tracking, edited.get(one.indicator, {}))) for one in before.shown)
        changed = tuple(dict.fromkeys((*before.changed, *proposed.changed)))
        return Tracked(tuple(shown), changed, tuple(sorted({*before.edited, *edited})))

    def _before(self, reading: Reading) -> Tracked | None:
        """What was answered before, which stays but for what is said now."""
        answered = journal.last_answer(reading.journal, self.key)
        before = self.load(answered.value) if answered and answered.value else None
        same = before and [one.indicator for one in before.shown] == [one.indicator for one in self.proposals]
        return before if same else None

    def _tracked(self, picked: list[str], reading: Reading) -> Tracked:
        changed = tuple(int(choice) for choice in picked if choice != "accept")
        return Tracked(tuple(Proposed(one.indicator, _worded(one, reading)) for one in self.proposals), changed)


def _changed(tracking_plan: Tracking, parts: Mapping[str, str | When]) -> Tracking:
    """The tracking with other parts; who speaks is who receives the figures as proposed."""
    meant = {part: tracking_plan.receiver if value == SELF else value for part, value in parts.items()}
    return replace(tracking_plan, **meant)  # type: ignore[arg-type]  # each part is what its reader says


def _worded(proposal: Proposal, reading: Reading) -> Tracking:
    say = reading.words.value
    return Tracking(
        data=say(proposal.data),
        sample=say(proposal.sample),
        when=replace(proposal.when, text=say(proposal.when)),
        collector=say(proposal.collector),
        receiver=say(proposal.receiver),
    )


@dataclass(frozen=True, slots=True)
class TrackedOutputs:
    """Outputs whose indicators are all tracked; `singly` are the indicators that were set one by one."""

    outputs: tuple[Output, ...]
    singly: frozenset[int]


def tracking_of(
    outputs: Sequence[Output], holder: str | None, header: Header, function: Function
) -> Interview[TrackedOutputs]:
    """Ask once for all indicators; those added later are asked about on their own."""
    proposals = [proposal for output in outputs for proposal in _proposals(output, holder, header)]
    tracked: dict[int, Tracking] = {}
    singly: set[int] = set()
    while untracked := [one for one in proposals if one.indicator not in tracked]:
        answer = yield from ask(_tracking(untracked, first=not tracked))
        if not answer.shown:
            break  # it was put off
        tracked |= {one.indicator: one.tracking for one in answer.shown}
        changed = [one for one in proposals if one.indicator in answer.changed]
        for done, proposal in enumerate(changed):
            yield Place(text("part.tracking"), PARTS * (len(changed) - done) + AFTER)
            tracked[proposal.indicator] = yield from _set_singly(proposal, outputs, function, header.manager)
            singly.add(proposal.indicator)
    return TrackedOutputs(tuple(_with_tracking(output, tracked) for output in outputs), frozenset(singly))


def _with_tracking(output: Output, tracked: dict[int, Tracking]) -> Output:
    indicators = (
        replace(indicator, tracking=tracked.get(indicator.id, indicator.tracking)) for indicator in output.indicators
    )
    return replace(output, indicators=tuple(indicators))


def _proposals(output: Output, holder: str | None, header: Header) -> Iterable[Proposal]:
    """The holder collects, the manager receives, in the output's rhythm, all cases (method.md 2.5)."""
    for indicator in output.indicators:
        yield Proposal(
            indicator.id,
            indicator.name,
            data=text("tracking.data", indicator=indicator.name)
            if indicator.numeric
            else text("tracking.judgement", judge=indicator.judge),
            sample=text("tracking.all_cases"),
            when=_rhythm(output, indicator),
            collector=holder or text("tracking.holder"),
            receiver=header.manager,
        )


def _rhythm(output: Output, indicator: Indicator) -> When:
    """When to collect: in the rhythm in which the output is due, or as its standard counts."""
    by = indicator.statement.by
    if by and by.rrule and by.offset is None:
        return replace(by, relation=None)
    return told_collection(output.name, indicator.basic)


def _tracking(proposals: Sequence[Proposal], *, first: bool) -> TrackingQuestion:
    ids = [proposal.indicator for proposal in proposals]
    return TrackingQuestion(
        key="tracking" if first else of_set("tracking", ids),
        name="tracking",
        prompt=text(
            "tracking.ask",
            lines=Lines(tuple(one.line(number) for number, one in enumerate(proposals, 1))),
            n=len(proposals),
        ),
        choices=(
            Choice("accept", text("tracking.accept")),
            *(Choice(str(one.indicator), text("tracking.change", indicator=one.name)) for one in proposals),
        ),
        default="accept",
        echoes=False,
        proposals=tuple(proposals),
        meanwhile={"shown": []},
    )


def _set_singly(proposal: Proposal, outputs: Sequence[Output], function: Function, manager: str) -> Interview[Tracking]:
    about = next(
        (output.name, one.name) for output in outputs for one in output.indicators if one.id == proposal.indicator
    )
    scope = tracking(f"indicator/{proposal.indicator}")
    data = yield from ask(_part(scope, "data", about, proposal.data, text(f"example.{function}.data")))
    sample = yield from ask(_part(scope, "sample", about, proposal.sample, text("sample.example")))
    when = yield from ask(
        WhenQuestion(
            key=f"{scope}/when",
            name="when",
            prompt=text("when.ask"),
            about=about,
            choices=(Choice("usual", text("when.usual", when=proposal.when)),),
            default="usual",
            example=text("when.example"),
            usual=proposal.when,
            recurring=True,
        )
    )
    collector = yield from ask(_person(scope, "collector", about, proposal.collector, manager))
    receiver = yield from ask(_person(scope, "receiver", about, proposal.receiver, manager))
    return Tracking(data, sample, when, collector, receiver)


def _part(scope: str, name: str, about: tuple[str, ...], usual: Text, example: Text) -> TextQuestion:
    return TextQuestion(
        key=f"{scope}/{name}",
        name=name,
        prompt=text(f"{name}.ask"),
        about=about,
        choices=(Choice("usual", usual),),
        default="usual",
        example=example,
        takes="words",
        meanwhile="",
    )


def _person(scope: str, name: str, about: tuple[str, ...], usual: Text | str, manager: str) -> PersonQuestion:
    return PersonQuestion(
        key=f"{scope}/{name}",
        name=name,
        prompt=text(f"{name}.ask"),
        about=about,
        choices=(Choice("usual", usual),),
        default="usual",
        me=manager,
        meanwhile="",
    )
