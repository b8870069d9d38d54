"""The handling of one act: where the run stands, what joins its journal, what is shown."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from dialogs import controls, journal
from dialogs.choices import Choice
from dialogs.controls import Focus
from dialogs.engine import NOWHERE, Replay, replay
from dialogs.interviews import INTERVIEWS, TAKING_FILES
from dialogs.journal import PUT_OFF, Entry, Journal
from dialogs.questions import Question, Reading
from dialogs.reading.unread import Unclear, Unread
from dialogs.state import Asked, Outcome, Refuse, Run, State
from dialogs.steps import Tell
from locales.text import Text, Value, text
from locales.words import LANGUAGES, words


class Turn:
    """One act against a state; `out` collects what comes of it."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.words = words(state.language)
        self.out = Outcome(focus=state.run.focus if state.run else None)

    # Where the run stands

    @property
    def run(self) -> Run:
        """The active run, where there is one."""
        assert self.state.run is not None  # noqa: S101 - only asked for where a run is active
        return self.state.run

    @property
    def log(self) -> Journal:
        """The journal with what joined it."""
        return (*self.run.journal, *self.out.entries)

    @cached_property
    def replayed(self) -> Replay[Any]:
        """Where the interview stands now."""
        return self.replay(self.run.journal)

    def replay(self, log: Sequence[Entry]) -> Replay[Any]:
        """Where the interview would stand with a journal."""
        interview = INTERVIEWS[self.run.interview]
        return replay(lambda: interview(self.run.header), journal.values(journal.standing(log)), journal.put_off(log))

    @property
    def open(self) -> Question[Any]:
        """The open question of the interview."""
        if self.replayed.open is None:
            raise RuntimeError("an active run has no open question")
        return self.replayed.open

    @property
    def standing(self) -> Question[Any]:
        """What the next answer will be taken for."""
        if self.state.run is None:
            return controls.resume(self.state.paused)
        focus = self.out.focus
        if focus and focus.on == "unclear" and (asked_about := self.replayed.question(focus.key)):
            return controls.unclear(self.meant(asked_about, focus.readings), focus.ask, focus.left)
        # What would be set aside is named by its questions, which may stand behind one that was gone back to.
        asked = self.replay(self.unchanged(focus.key)) if focus and focus.on == "set_aside" else self.replayed
        return controls.question(focus, asked, self.state.paused) or self.open

    def meant(self, question: Question[Any], readings: Sequence[str]) -> Sequence[Value]:
        """How a question would understand each of several readings of an answer; as written where it cannot yet."""
        try:
            return question.told_apart([self._taken(question, reading) for reading in readings])
        except Unread:
            return readings

    def _taken(self, question: Question[Any], reading: str) -> Any:
        """A reading as the question would take it; what else is doubtful in it as it stands."""
        try:
            return question.take(reading, self.reading())
        except Unclear as unclear:
            return question.take(unclear.readings[0], self.reading())

    def unchanged(self, key: str) -> Journal:
        """The journal with the answer that a question had, were it given again."""
        earlier = journal.last_answer(self.run.journal, key)
        return (*self.run.journal, earlier) if earlier else self.run.journal

    def earlier(self, question: Question[Any]) -> Entry | None:
        """The withdrawn or standing answer to a question that is asked again."""
        entry = journal.last_answer(self.log, question.key) if self.state.run else None
        return entry if entry and entry.value is not None else None

    def reading(self) -> Reading:
        """What answers are read with."""
        return Reading(self.words, self.state.today, self.state.country, self.log if self.state.run else ())

    # What joins the journal

    def give(self, entry: Entry, understood: Text | None) -> Outcome:
        """Put an answer into the journal, unless it would set answers aside that the person has not been shown."""
        if lost := self.lost(entry):
            return self.focus(Focus("set_aside", key=entry.key, entry=entry, lost=lost))
        if understood:
            self.tell(understood)
        return self.advance(entry)

    def advance(self, *entries: Entry) -> Outcome:
        """Join entries to the journal and go on from there."""
        self.out.entries += entries
        self.out.focus = None
        self.replayed = self.replay(self.log)
        self.out.replies += self.replayed.said
        if self.replayed.finished:
            self.out.status = "done"
            self.out.result = self.replayed.result
            unused = self.files() - {question.key for question in self.replayed.answered}
            return self.tell(text("evidence.unused")) if unused else self.out
        if self.open.name == "put_off" and not any(entry.key.startswith(PUT_OFF) for entry in entries):
            return self.focus(Focus("edit", key=self.replayed.put_off[0].key))
        return self.show()

    def files(self) -> set[str]:
        """The keys of the questions that photos or files answer, sent early or when asked for."""
        keys, answers = TAKING_FILES.get(self.run.interview, ()), journal.standing(self.log)
        return {key for key in keys if key in answers and isinstance(answers[key].value, dict)}

    def lost(self, entry: Entry) -> tuple[str, ...]:
        """The standing answers that would no longer apply if a question got another answer than it had."""
        before, after = self.unchanged(entry.key), (*self.run.journal, entry)
        if before is self.run.journal:
            return ()
        answers, edited = journal.standing(before), journal.standing(after)
        gone = journal.applying(before, answers) - journal.applying(after, edited)
        standing = journal.standing(self.run.journal).get(entry.key)
        if standing and standing.value not in (None, {}) and entry.value in (None, {}):
            gone.add(entry.key)  # an answer that is edited away
        now, then = self.replay(before), self.replay(after)
        asked = [question.key for question in now.answered]
        still = [question.key for question in then.answered]
        same_place = now.open and then.open and now.open.key == then.open.key
        # What an edit moved behind the open question is still to come.
        if same_place and not _moved(_opened(asked, answers), _opened(still, edited)):
            gone |= set(asked) - set(still)
        given = then.question(entry.key) if entry.value is not None else None
        told = given.covers(given.load(entry.value)) if given else ()
        return tuple(key for key in asked if key in gone and not any(journal.within(key, scope) for scope in told))

    def preferred(self) -> str | None:
        """Another language we speak, if the two newest answers in words came in it, and the one before did not."""
        if not self.state.run:
            return None
        spoken = [entry.language for entry in self.log if entry.action == "answer" and entry.language]
        other = (self.log[-1].language if self.log else None) or ""
        running = spoken[-2:].count(other) == 2 and spoken[-3:].count(other) == 2
        return other if running and other in LANGUAGES and other != self.words.language else None

    # What else an act leads to

    def begin(self) -> Outcome:
        """Ask for a new run."""
        self.out.begin = True
        return self.out

    def errand(self, name: str, argument: str) -> Outcome:
        """Ask for something that takes the records."""
        self.out.errand = (name, argument)
        return self.out

    def home(self) -> Outcome:
        """Ask for what is there to do for this person, outside any interview."""
        return self.errand("home", "")

    def switch(self, run: int) -> Outcome:
        """Ask for another run to go on."""
        self.out.focus = None
        self.out.resume = run
        return self.out

    def focus(self, focus: Focus | None) -> Outcome:
        """Put something over the open question, or nothing."""
        self.out.focus = focus
        return self.show()

    def speak(self, language: str) -> Outcome:
        """Go on in another language."""
        self.out.language = language
        self.words = words(language)
        self.out.focus = None
        self.tell(text("language.set"))
        return self.show()

    # What is shown

    def tell(self, said: Text) -> Outcome:
        """Say something."""
        self.out.replies.append(Tell(said))
        return self.out

    def refuse(self, reason: Text) -> Outcome:
        """Say why not, and show the question again."""
        self.out.replies.append(Refuse(reason))
        return self.show()

    def show(self) -> Outcome:
        """Show the standing question."""
        if self.state.run is None:
            if self.state.paused:
                self.ask(self.standing)
            return self.out
        question, replayed = self.standing, self.replayed
        earlier = self.earlier(question)
        shown = question.shown(question.load(earlier.value)) if earlier else None
        done, expected = len(replayed.passed), replayed.expected
        # An interview of a few questions names no parts.
        place = None if self.out.focus or replayed.place is NOWHERE else replayed.place
        remarks = tuple(noted for noted in self.run.remarks if question.key in noted.keys)
        asked = Asked(question, self.offered(question), place, done, expected, shown, remarks)
        self.out.replies.append(asked)
        return self.out

    def ask(self, question: Question[Any]) -> Outcome:
        """Ask a question outside any interview."""
        self.out.replies.append(Asked(question, question.choices, None))
        return self.out

    def offered(self, question: Question[Any]) -> tuple[Choice, ...]:
        """The question's own buttons, then those beside it: keeping an earlier answer, skipping."""
        return (*question.choices, *self.beside(question))

    def beside(self, question: Question[Any]) -> tuple[Choice, ...]:
        """The buttons that are not the question's own: keeping an answer, skipping, another language."""
        keep = (Choice("keep", text("keep")),) if self.earlier(question) else ()
        skip = (Choice("skip", text("skip")),) if question.optional else ()
        other = self.preferred()
        switch = (Choice(f"language:{other}", text(f"language.{other}")),) if other else ()
        return (*keep, *skip, *switch)


def _opened(keys: Sequence[str], answers: dict[str, Entry]) -> list[str]:
    """The scopes that answers open, in the order in which the interview meets them."""
    return list(dict.fromkeys(scope for key in keys for scope in answers[key].opens))


def _moved(before: list[str], after: list[str]) -> bool:
    """Whether what both lists hold stands in another order."""
    return [one for one in before if one in after] != [one for one in after if one in before]
