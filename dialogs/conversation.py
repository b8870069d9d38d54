"""One act of a person against where a run stands: what is accepted, what changes, what is replied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

from dialogs import controls, journal
from dialogs.acts import Act, Command, Pressed, Said
from dialogs.controls import Focus, Paused
from dialogs.engine import Replay, replay
from dialogs.header import Header
from dialogs.interviews import INTERVIEWS
from dialogs.journal import Entry, Journal
from dialogs.questions import Choice, ChoiceQuestion, Question, Reading, numbered
from dialogs.reading.acts import read_act
from dialogs.reading.clean import clean
from dialogs.reading.language import language_of
from dialogs.reading.spoken import language_named
from dialogs.reading.unread import Unread
from dialogs.steps import Draw, Place, Present, Tell
from kpi.plan import Plan
from locales.text import Text, Value, text
from locales.words import LANGUAGES, words

Status = Literal["active", "paused", "done", "cancelled"]

WISHES = {"back", "skip", "pause", "resume", "cancel", "summary", "edit", "help", "why", "language", "plans", "submit"}
"""What people ask for in words, at any moment, instead of answering."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Why an answer was not taken; the question follows again."""

    text: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to show: its buttons, how many questions were answered, where it belongs, the answer it had before."""

    question: Question[Any]
    choices: tuple[Choice, ...]
    done: int
    place: Place
    earlier: Value = None


Reply = Tell | Refuse | Asked | Draw | Present


@dataclass(frozen=True, slots=True)
class Run:
    """An interview under way."""

    interview: str
    header: Header
    journal: Journal
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What an act meets: the person's language and day, the active run, the paused ones, if there was ever one."""

    language: str
    today: date
    run: Run | None = None
    paused: tuple[Paused, ...] = ()
    newcomer: bool = False


@dataclass
class Outcome:
    """What an act changes and what is replied.

    `entries` join the journal; `begin` asks for a new run, `resume` for a paused one: whoever keeps the runs makes it
    so and calls `reopen`. `submitted` is the plan that the manager handed in.
    """

    replies: list[Reply] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    status: Status = "active"
    focus: Focus | None = None
    language: str | None = None
    begin: bool = False
    resume: int | None = None
    submitted: Plan | None = None


def respond(state: State, act: Act) -> Outcome:
    """Take one act. Raises whatever a faulty interview raises; the state is then as it was."""
    return _Turn(state).take(act)


def reopen(state: State) -> Outcome:
    """Show the standing question again, with what was said before it."""
    turn = _Turn(state)
    turn.out.replies += turn.replayed.said
    return turn.show()


class _Turn:
    """The handling of one act; `out` collects what comes of it."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.words = words(state.language)
        self.out = Outcome(focus=state.run.focus if state.run else None)

    @property
    def run(self) -> Run:
        assert self.state.run is not None  # noqa: S101 - only asked for where a run is active
        return self.state.run

    @property
    def log(self) -> Journal:
        return (*self.run.journal, *self.out.entries)

    @cached_property
    def replayed(self) -> Replay[Plan]:
        return _replay(self.run, self.run.journal)

    @property
    def standing(self) -> Question[Any]:
        """What the next answer will be taken for."""
        if self.state.run is None:
            return controls.resume(self.state.paused)
        question = controls.question(self.out.focus, self.replayed, self.state.paused)
        return question or _sure(self.replayed.open)

    def take(self, act: Act) -> Outcome:
        if self.state.run is None and not self.state.paused and not isinstance(act, Command):
            return self.begin() if self.state.newcomer else self.idle()
        match act:
            case Command(name, argument):
                return self.command(clean(name).text, clean(argument).text)
            case Pressed(choice):
                return self.pressed(clean(choice).text)
            case Said(said):
                return self.said(said)

    # What a person says or presses

    def said(self, said: str) -> Outcome:
        cleaned = clean(said)
        if cleaned.removed:
            self.out.replies.append(Tell(text("text.cleaned")))
        wish = read_act(cleaned.text)
        if wish in WISHES:
            return self.command(wish, "")
        question = self.standing
        if wish in {"no", "none"} and question.optional and not isinstance(question, ChoiceQuestion):
            return self.command("skip", "")
        beside = self.offered(question)[len(question.choices) :]
        if picked := numbered(cleaned.text, beside, len(question.choices) + 1):
            return self.pressed_beside(question, picked)
        if self.state.run is None and (language := language_named(cleaned.text)):
            return self.command("language", language)
        spoken = language_of(cleaned.text, self.state.language)
        return self.answer(question, lambda: question.take(cleaned.text, self.reading()), cleaned.text, spoken)

    def pressed(self, choice: str) -> Outcome:
        question = self.standing
        if choice in {known.id for known in question.choices}:
            return self.answer(question, lambda: question.press(choice, self.reading()), choice)
        return self.pressed_beside(question, choice)

    def pressed_beside(self, question: Question[Any], choice: str) -> Outcome:
        """Take a button that is none of the question's own."""
        verb, _, argument = choice.partition(":")
        if verb == "keep":
            return self.keep(question)
        if verb in {"edit", "language"} or choice in WISHES:
            return self.command(verb, argument)
        return self.refuse(text("choice.stale"))

    def answer(
        self, question: Question[Any], read: Callable[[], Any], raw: str, language: str | None = None
    ) -> Outcome:
        try:
            value = read()
        except Unread as unread:
            return self.refuse(unread.reason)
        return self.accept(question, value, raw, language)

    def keep(self, question: Question[Any]) -> Outcome:
        """Give the withdrawn answer again."""
        earlier = self.earlier(question)
        if earlier is None:
            return self.refuse(text("choice.stale"))
        # Nothing was said anew, in whatever language it was said first.
        return self.give(replace(earlier, language=None), None)

    def accept(self, question: Question[Any], value: Any, raw: str, language: str | None = None) -> Outcome:
        if question.key.startswith("control/"):
            return self.controlled(question.name, value)
        if isinstance(question, ChoiceQuestion) and value and value.startswith("edit:"):
            return self.command("edit", value.removeprefix("edit:"))
        if value is None:
            return self.give(Entry(question.key, "answer"), None)
        entry = Entry(question.key, "answer", question.dump(value), raw, tuple(question.opens(value)), language)
        return self.give(entry, self.understood(question, question.shown(value), raw))

    def understood(self, question: Question[Any], shown: Value, raw: str) -> Text | None:
        """What was understood, unless it only repeats what was written or pressed."""
        pressed = next((choice.label for choice in question.choices if choice.id == raw), raw)
        repeated = self.words.value(shown) in {raw, self.words.value(pressed)}
        return text("understood", answer=shown) if question.echoes and not repeated else None

    def give(self, entry: Entry, understood: Text | None) -> Outcome:
        """Put an answer into the journal, unless answers would be set aside by it that the person has not seen."""
        if self.out.focus and self.out.focus.on == "edit":
            lost = self.lost(entry)
            if lost:
                self.out.focus = Focus("set_aside", key=entry.key, entry=entry, lost=lost)
                return self.show()
        if understood:
            self.out.replies.append(Tell(understood))
        return self.advance(entry)

    def advance(self, entry: Entry) -> Outcome:
        """Join an entry to the journal and go on from there."""
        self.out.entries.append(entry)
        self.out.focus = None
        self.replayed = _replay(self.run, self.log)
        self.out.replies += self.replayed.said
        if self.replayed.finished:
            self.out.status = "done"
            self.out.submitted = self.replayed.result
            self.out.replies.append(Tell(text("submitted")))
            return self.out
        self.offer_language()
        return self.show()

    def lost(self, entry: Entry) -> tuple[str, ...]:
        """The standing answers that would no longer apply after an edit."""
        before, after = self.run.journal, (*self.run.journal, entry)
        answers, edited = journal.standing(before), journal.standing(after)
        gone = journal.applying(before, answers) - journal.applying(after, edited)
        asked = [question.key for question in self.replayed.answered]
        then = _replay(self.run, after)
        still = [question.key for question in then.answered]
        same_place = then.open and then.open.key == _sure(self.replayed.open).key
        # What an edit moved behind the open question is still to come.
        if same_place and not _moved(_opened(asked, answers), _opened(still, edited)):
            gone |= set(asked) - set(still)
        return tuple(key for key in asked if key in gone)

    # What a person asks for

    def command(self, name: str, argument: str) -> Outcome:
        if self.state.run is None and name not in _WITHOUT_RUN:
            return self.idle() if not self.state.paused else self.show()
        act = getattr(self, f"on_{name}", None)
        if act is None:
            return self.refuse(text("wish.unknown", command=name[:40]))
        outcome: Outcome = act(argument.strip())
        return outcome

    def on_start(self, argument: str) -> Outcome:
        if argument == "new" or (self.state.run is None and not self.state.paused):
            return self.begin()
        if self.state.run is None:
            return self.show()
        self.out.replies.append(Tell(text("welcome.back")))
        self.out.replies += self.replayed.said
        return self.show()

    def on_back(self, _: str) -> Outcome:
        if self.out.focus:
            self.out.focus = None
            return self.show()
        if not self.replayed.answered:
            return self.refuse(text("back.first"))
        self.out.entries.append(Entry(self.replayed.answered[-1].key, "withdraw"))
        self.replayed = _replay(self.run, self.log)
        return self.show()

    def on_skip(self, _: str) -> Outcome:
        question = self.standing
        if not question.optional:
            return self.refuse(text("skip.refused"))
        return self.accept(question, None, "")

    def on_pause(self, _: str) -> Outcome:
        self.out.status = "paused"
        self.out.focus = None
        self.out.replies.append(Tell(text("paused")))
        return self.out

    def on_cancel(self, _: str) -> Outcome:
        return self.focus(Focus("cancel"))

    def on_summary(self, _: str) -> Outcome:
        self.out.replies += [Tell(part) for part in controls.summary(self.replayed, self.log)]
        return self.show()

    def on_edit(self, argument: str) -> Outcome:
        if not self.replayed.answered:
            return self.refuse(text("summary.empty"))
        if not argument:
            return self.focus(Focus("menu"))
        key = controls.named_question(argument, self.replayed, self.state.language)
        if key is None:
            return self.refuse(text("edit.unknown", argument=argument[:80]))
        standing = _sure(self.replayed.open)
        return self.focus(None if key == standing.key else Focus("edit", key=key))

    def on_help(self, _: str) -> Outcome:
        self.out.replies.append(Tell(text("help")))
        return self.show()

    def on_why(self, _: str) -> Outcome:
        question = self.standing
        self.out.replies.append(
            Tell(text("why.control" if question.key.startswith("control/") else f"why.{question.name}"))
        )
        return self.show()

    def on_language(self, argument: str) -> Outcome:
        language = language_named(argument)
        if language:
            return self.speak(language)
        if self.state.run is None:
            self.out.replies.append(_asked_alone(controls.language()))
            return self.out
        return self.focus(Focus("language"))

    def on_resume(self, argument: str) -> Outcome:
        ids = [paused.id for paused in self.state.paused]
        if not ids:
            # "Go on" in the middle of an interview asks for nothing but the question.
            return self.show() if self.state.run else self.refuse(text("resume.none"))
        if argument.isdecimal() and 0 < int(argument[:4]) <= len(ids):
            return self.switch(ids[int(argument[:4]) - 1])
        if self.state.run is None:
            return self.switch(ids[0]) if len(ids) == 1 else self.show()
        return self.focus(Focus("resume"))

    def on_submit(self, _: str) -> Outcome:
        question = self.standing
        if question.name != "submit":
            return self.refuse(text("submit.not_yet"))
        return self.accept(question, "submit", "")

    # Answers to the questions above

    def controlled(self, name: str, value: str) -> Outcome:
        focus = self.out.focus
        match name, value:
            case "cancel", "yes":
                self.out.status = "cancelled"
                self.out.focus = None
                self.out.replies.append(Tell(text("cancelled")))
                return self.out
            case "edit", key:
                return self.focus(Focus("edit", key=key))
            case "set_aside", "yes" if focus and focus.entry:
                return self.advance(focus.entry)
            case "resume", "new":
                return self.begin()
            case "resume", run:
                return self.switch(int(run))
            case "language", language if language in LANGUAGES:
                return self.speak(language)
        self.out.focus = None
        return self.show()

    def speak(self, language: str) -> Outcome:
        self.out.language = language
        self.words = words(language)
        self.out.focus = None
        self.out.replies.append(Tell(text("language.set")))
        return self.show()

    def begin(self) -> Outcome:
        self.out.begin = True
        return self.out

    def switch(self, run: int) -> Outcome:
        self.out.focus = None
        self.out.resume = run
        return self.out

    def focus(self, focus: Focus | None) -> Outcome:
        self.out.focus = focus
        return self.show()

    # Replies

    def idle(self) -> Outcome:
        """Say that nothing is under way, and what could be."""
        self.out.replies.append(Tell(text("idle")))
        return self.out

    def refuse(self, reason: Text) -> Outcome:
        self.out.replies.append(Refuse(reason))
        return self.show()

    def show(self) -> Outcome:
        """Show the standing question."""
        if self.state.run is None:
            if self.state.paused:
                self.out.replies.append(_asked_alone(self.standing))
            return self.out
        question = self.standing
        earlier = self.earlier(question)
        shown = question.shown(question.load(earlier.value)) if earlier else None
        done = len(self.replayed.answered)
        self.out.replies.append(Asked(question, self.offered(question), done, self.replayed.place, shown))
        return self.out

    def offered(self, question: Question[Any]) -> tuple[Choice, ...]:
        """The question's own buttons, then keeping an earlier answer, then skipping."""
        keep = (Choice("keep", text("keep")),) if self.state.run and self.earlier(question) else ()
        skip = (Choice("skip", text("skip")),) if question.optional else ()
        return (*question.choices, *keep, *skip)

    def earlier(self, question: Question[Any]) -> Entry | None:
        """The withdrawn or standing answer to a question that is asked again."""
        entry = journal.last_answer(self.log, question.key)
        return entry if entry and entry.value is not None else None

    def offer_language(self) -> None:
        """Offer to switch, once, when two answers running came in another language we speak."""
        spoken = [entry.language for entry in self.log if entry.action == "answer" and entry.language]
        recent, other = spoken[-3:], self.log[-1].language
        if other in LANGUAGES and other != self.state.language and recent.count(other) == 2 and spoken[-2] == other:
            self.out.focus = Focus("language", key=other)

    def reading(self) -> Reading:
        return Reading(self.words, self.state.today, self.log if self.state.run else ())


_WITHOUT_RUN = {"start", "resume", "language", "help"}


def _asked_alone(question: Question[Any]) -> Asked:
    """A question outside any interview."""
    return Asked(question, question.choices, 0, Place(text("part.control"), 1))


def _replay(run: Run, log: Sequence[Entry]) -> Replay[Plan]:
    interview = INTERVIEWS[run.interview]
    return replay(lambda: interview(run.header), journal.values(journal.standing(log)))


def _opened(keys: Sequence[str], answers: dict[str, Entry]) -> list[str]:
    """The scopes that answers open, in the order in which the interview meets them."""
    return list(dict.fromkeys(scope for key in keys for scope in answers[key].opens))


def _moved(before: list[str], after: list[str]) -> bool:
    """Whether what both lists hold stands in another order."""
    return [one for one in before if one in after] != [one for one in after if one in before]


def _sure(question: Question[Any] | None) -> Question[Any]:
    """The open question; an active run has one."""
    if question is None:
        raise RuntimeError("an active run has no open question")
    return question
