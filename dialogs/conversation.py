"""One act of a person against where a run stands: what is accepted, what changes, what is replied."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dialogs import controls, journal
from dialogs.accounting import accounted
from dialogs.acts import Act, Attached, Command, Pressed, Said, Unreadable
from dialogs.asides import Asides
from dialogs.choices import labelled, numbered
from dialogs.controls import Focus
from dialogs.evidence import MOST
from dialogs.interviews import SETTLING, TAKING_FILES
from dialogs.journal import Entry
from dialogs.questions import LABEL, PASSAGE, ChoiceQuestion, ChoicesQuestion, DecisionQuestion, Question, codec, label
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.asides import is_small_talk, read_aside
from dialogs.reading.answers.edits import read_edit
from dialogs.reading.answers.slips import mended
from dialogs.reading.answers.topics import Aside
from dialogs.reading.names.question_names import names_question
from dialogs.reading.text.clean import clean
from dialogs.reading.text.language import language_of
from dialogs.reading.text.spoken import language_named
from dialogs.reading.unread import Unclear, Unread
from dialogs.settling import Settled
from dialogs.state import Outcome, State
from dialogs.stepping import Stepping
from dialogs.wishes import ERRANDS, WISHES
from kpi.evidence import File
from locales.text import Lines, Text, Value, text
from locales.words import LANGUAGES


def respond(state: State, act: Act) -> Outcome:
    """Take one act. Raises whatever a faulty interview raises; the state is then as it was."""
    turn = _Conversation(state)
    done = turn.held_up(turn.take(act))
    return accounted(turn, clean(act.text).text, done) if isinstance(act, Said) and state.run else done


def amend(state: State, key: str, said: str) -> Outcome:
    """Take a text as another answer to an earlier question: the message that answered it was edited."""
    turn = _Conversation(state)
    return accounted(turn, clean(said).text, turn.amend(key, said))


def put_right(state: State, said: str) -> Outcome | None:
    """Take a text that puts earlier answers right though the person is at something else; None where it does not."""
    return _Conversation(state).settled(clean(said).text, None)


def show(state: State) -> Outcome:
    """Show the standing question again."""
    return _Conversation(state).show()


def reopen(state: State) -> Outcome:
    """Show the standing question again, with what was said before it; an interview that asks nothing ends at once."""
    turn = _Conversation(state)
    if turn.replayed.finished:
        return turn.advance()
    turn.out.replies += turn.replayed.said
    return turn.show()


_SHOWING = {Aside.EARLIER: "progress", Aside.PRIVACY: "privacy"}
"""The errands that show what is asked about."""


class _Conversation(Asides, Stepping):
    """A turn that takes what a person says, presses or commands."""

    def take(self, act: Act) -> Outcome:
        match act:
            case Command(name, argument):
                return self.wish(clean(name).text, clean(argument).text)
            case Pressed(choice):
                return self.pressed(clean(choice).text)
            case Said(said):
                return self.said(said)
            case Attached(file):
                return self.attached(_cleaned(file))
            case Unreadable("forwarded_command"):
                return self.refuse(text("unreadable.forwarded"))
            case Unreadable():
                return self.refuse(text("unreadable"))
        raise TypeError(f"whoever keeps the records resolves {type(act).__name__}")

    # What a person says or presses

    def said(self, said: str) -> Outcome:
        cleaned = clean(said)
        if cleaned.removed:
            self.tell(text("text.cleaned"))
        if self.state.run and (settled := self.settled(cleaned.text, self.standing)):
            return settled
        wished = self.wished(cleaned.text)
        if wished:
            return self.wish(*wished)
        if self.state.run is None and not self.state.paused:
            return self.outside(cleaned.text)
        if self.state.run and (amended := self.amended(cleaned.text)):
            return amended
        if steps := self.steps(cleaned.text):
            return self.in_turn(steps)
        question = self.standing
        if picked := self.picked_beside(cleaned.text, question):
            return self.pressed_beside(question, picked)
        return self.aside(question, cleaned.text) or self.written(question, cleaned.text)

    def outside(self, said: str) -> Outcome:
        """Grant what a text asks for outside any interview, as far as it can be told what that is."""
        if is_small_talk(said):
            return self.home()
        found = read_aside(said)
        topics = {topic for one in found.asked for topic in one} if found else set()
        shown = next((errand for topic, errand in _SHOWING.items() if topic in topics), None)
        return self.errand(shown, "") if shown else self.errand("unread", said)

    def written(self, question: Question[Any], said: str, *, sure: bool = False) -> Outcome:
        """Take a text as the answer to a question; unless it is sure that it is meant so, names in it are checked."""

        def read() -> Any:
            value = question.take(said, self.reading())
            return value if sure else self.checked(question, value, said)

        return self.answer(question, read, said, language_of(said, self.state.language))

    def settled(self, said: str, question: Question[Any] | None) -> Outcome | None:
        """Take a text that settles more than the question, as answers before; None where it only answers it."""
        settle = SETTLING.get(self.run.interview)
        if settle is None:
            return None
        try:
            found = settle(self.run.header, journal.values(journal.standing(self.log)), question, said)
        except Unread as unread:
            return self.refuse(unread.reason)
        if not isinstance(found, Settled):
            return self.focus(found) if found else None
        self.tell(found.said)
        spoken = language_of(said, self.state.language)
        *others, last = (Entry(key, "answer", value, said, language=spoken) for key, value in found.answers.items())
        self.out.entries += others
        return self.advance(last)

    def wished(self, said: str) -> tuple[str, str] | None:
        """The wish that a text is, with its argument."""
        wish = read_act(said) or mended(said)
        if self.state.run is None:
            language = language_named(said)
            return ("language", language) if language else (wish, "") if wish in WISHES else None
        question = self.standing
        if question.claims(said, self.state.language):
            return None
        if isinstance(question, DecisionQuestion) and wish == question.name:
            return None  # "submit?" asks
        if question.optional and question.ends(said):
            return "skip", ""
        # To a judge, "none" says what was observed.
        skipping = {"unsure"} if isinstance(question, ChoicesQuestion) else {"no", "none", "unsure"}
        if wish == "none" and question.none_counts:
            return None
        if wish in skipping and question.optional and not isinstance(question, ChoiceQuestion):
            return "skip", ""
        if wish == "resume":
            # "Carry on" in the middle of an interview agrees; only the command asks for another one.
            return None if question.default else ("resume", "") if self.state.paused else ("start", "")
        if wish in WISHES:
            return wish, ""
        if (language := language_named(said)) and question.name != "language":
            return "language", language
        edit = read_edit(said)
        return ("edit", edit) if edit and self.is_answered(edit) else None

    def is_answered(self, phrase: str) -> bool:
        """Whether a phrase names an answer, or a question of the interview that has none yet."""
        named = controls.named_exactly(phrase, self.replayed) or self.spoken_of(phrase)
        return bool(named) or names_question(phrase)

    def attached(self, file: File) -> Outcome:
        """Take a photo or file; sent before it is asked for, it waits for then, and its caption answers by itself."""
        keys = TAKING_FILES.get(self.state.run.interview) if self.state.run else None
        if keys is None:
            return self.refuse(text("evidence.no_report"))
        question = self.standing
        given = journal.standing(self.log)
        free = next((key for key in keys if key not in given), None)
        if len(self.files() - {question.key}) >= MOST or free is None:
            return self.refuse(text("evidence.enough", n=MOST))
        if question.key in keys:
            return self.added(question, file)
        self.out.entries.append(Entry(free, "answer", codec(File).dump_python(replace(file, caption=""), mode="json")))
        self.tell(text("evidence.kept"))
        return self.said(file.caption) if file.caption else self.show()

    def added(self, question: Question[Any], file: File) -> Outcome:
        """Take a photo or file as the answer to the question, unless its caption says something else."""
        try:
            question.check_file(file)
        except Unread as unread:
            return self.refuse(unread.reason)
        entry = Entry(question.key, "answer", question.dump(file), file.name or "")
        return self.give(entry, self.understood(question, file, ""))

    def picked_beside(self, said: str, question: Question[Any]) -> str | None:
        """The button beside the question's own that a text names, by its number or label."""
        beside = self.beside(question)
        if not question.counts and (picked := numbered(said, beside, len(question.choices) + 1)):
            return picked
        return labelled(said, beside, self.state.language)

    def pressed(self, choice: str) -> Outcome:
        verb, _, argument = choice.partition(":")
        if verb in ERRANDS and argument:
            return self.wish(verb, argument)
        if self.state.run is None and not self.state.paused:
            return self.wish(verb, argument) if verb in WISHES else self.home()
        question = self.standing
        if choice in {known.id for known in question.choices}:
            return self.answer(question, lambda: question.press(choice, self.reading()), choice)
        return self.pressed_beside(question, choice)

    def pressed_beside(self, question: Question[Any], choice: str) -> Outcome:
        """Take a button that is none of the question's own."""
        verb, _, argument = choice.partition(":")
        if verb == "keep" and (earlier := self.earlier(question)):
            return self.give(replace(earlier, key=question.key, language=None), None)
        if verb in WISHES:
            return self.wish(verb, argument)
        return self.refuse(text("choice.stale"))

    def answer(
        self, question: Question[Any], read: Callable[[], Any], raw: str, language: str | None = None
    ) -> Outcome:
        try:
            value = read()
        except Unclear as unclear:
            asked = Focus("unclear", question.key, readings=unclear.readings, ask=unclear.ask, left=unclear.left)
            return self.focus(asked)
        except Unread as unread:
            if question.name == "unclear":
                return self.instead(raw)
            # A button says nothing beside the question.
            beside = self.unanswered(question, raw) if language else None
            return beside or self.refuse(unread.reason)
        if question.key.startswith("control/"):
            return self.controlled(question.name, value)
        verb, _, argument = question.wish(value).partition(":")
        if verb in WISHES and verb != question.name:
            if question.lasts(value):
                self.out.entries.append(Entry(question.key, "answer", question.dump(value), raw, language=language))
                self.tell(text(question.echo, answer=question.shown(value)))
            return self.wish(verb, argument)
        earlier = self.earlier(question)
        value = question.joined(value, earlier.value if earlier else None)
        entry = Entry(question.key, "answer", question.dump(value), raw, tuple(question.opens(value)), language)
        understood = self.understood(question, value, raw)
        if language and (left := question.left(raw)):
            understood = text(question.echo_left, answer=question.shown(value), left=Lines(left))
        return self.give(entry, understood)

    def amend(self, key: str, said: str, *, sure: bool = False) -> Outcome:
        """Take a text as another answer to an earlier question, as if it had been asked for by edit."""
        question = self.replayed.question(key)
        cleaned = clean(said)
        if question is None:
            return self.refuse(text("edited.gone"))
        self.out.focus = None if key == self.open.key else Focus("edit", key=key)
        return self.written(question, cleaned.text, sure=sure)

    def instead(self, said: str, *, sure: bool = False) -> Outcome:
        """Take a clearer text as the answer that was asked about."""
        key = self.out.focus.key if self.out.focus else self.open.key
        return self.settled(said, self.replayed.question(key)) or self.amend(key, said, sure=sure)

    def understood(self, question: Question[Any], value: Any, raw: str) -> Text | None:
        """What was understood, unless it only repeats what was written or pressed; an edit is always confirmed."""
        shown: Value = question.shown(value)
        if self.out.focus and question not in self.replayed.put_off:
            earlier = self.earlier(question)
            if earlier is None:
                return text("edited", label=label(question), answer=shown)
            before = question.shown(question.load(earlier.value))
            return text("edited.was", label=label(question), answer=shown, before=before)
        pressed = next((choice.label for choice in question.choices if choice.id == raw), raw)
        repeated = self.words.value(shown) in {raw, self.words.value(pressed)}
        return text(question.echo, answer=shown) if question.echoed(value) and not repeated else None

    def controlled(self, name: str, value: str) -> Outcome:
        """Take the answer to a question that stood over the interview."""
        focus = self.out.focus
        match name, value:
            case "cancel", "yes" if focus:
                self.out.status = "cancelled"
                self.out.focus = None
                return self.tell(text("dropped" if focus.on == "drop" else "cancelled"))
            case "edit", key:
                return self.amend(key, focus.said) if focus and focus.said else self.focus(Focus("edit", key=key))
            case "unclear", "none":
                return self.focus(None)
            case "unclear", number if focus:
                return self.instead(focus.readings[int(number)], sure=True)
            case "set_aside", "yes" if focus and focus.entry:
                return self.advance(focus.entry)
            case "remove", "yes" if focus:
                return self.taken_out(focus.key)
            case "resume", "new":
                return self.begin()
            case "resume", run:
                return self.switch(int(run))
            case "language", language if language in LANGUAGES:
                return self.speak(language)
        return self.focus(None)


def _cleaned(file: File) -> File:
    """The photo or file with its words as any answer's, and no longer than is kept."""
    name, caption = clean(file.name or "").text[:LABEL], clean(file.caption).text[:PASSAGE]
    return replace(file, name=name or None, caption=caption)
