"""The steps of a message taken one after the other, each where those before it have led."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dialogs import journal
from dialogs.consent import DiagramQuestion
from dialogs.controls import Focus
from dialogs.journal import Entry
from dialogs.parting import (
    NAMING,
    Amend,
    Answer,
    Missing,
    Remark,
    Remove,
    Step,
    Told,
    Wish,
    steps_addressed,
    steps_ahead,
    steps_in,
)
from dialogs.questions import ChoiceQuestion, DecisionQuestion, Question, TextQuestion, label
from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.corrections import gives_reasons
from dialogs.reading.unread import Unclear, Unread
from dialogs.references import References
from dialogs.revising import Revising
from dialogs.state import Outcome, followed
from locales.text import text


class Stepping(Revising, ABC):
    """A turn that takes messages of several steps."""

    @abstractmethod
    def said(self, said: str) -> Outcome:
        """Take a text for whatever it is."""

    @abstractmethod
    def amend(self, key: str, said: str) -> Outcome:
        """Take a text as another answer to an earlier question."""

    def steps(self, said: str) -> Sequence[Step]:
        """The steps of a message that corrects earlier answers of a plan; none where it does not."""
        if self.state.run is None or self.run.interview != "post" or self.out.focus:
            return ()
        references = References(self.replayed, journal.standing(self.log), self.words, self.run.header.manager)
        return (
            steps_addressed(said, self.open, references)
            or steps_in(said, references)
            or steps_ahead(said, self.open, self.reads, self.state.today)
        )

    def step(self, step: Step) -> Outcome:
        """Take one step of a message."""
        match step:
            case Amend((key,), str() as new):
                return self.amend(key, new)
            case Amend((key,)):
                return self.focus(Focus("edit", key=key))
            case Amend(keys, new):
                return self.focus(Focus("menu", keys=keys, said=new or ""))
            case Remark(said):
                self.tell(text("corrected.remark", said=said))
                return self.show()
            case Missing(name, keys):
                asked = [one for one in self.replayed.answered if one.key in keys]
                answers = journal.standing(self.log)
                names = tuple(one.shown(one.load(answers[one.key].value)) for one in asked)
                self.tell(text("list.no_such", name=name, names=names))
                return self.show()
            case Remove(scope):
                return self.on_remove(scope)
            case Told(name, said, about):
                return self.told_ahead(name, said, about)
            case Wish(name):
                return self.wish(name)
        return self.besides(step.said, step.key)

    def besides(self, said: str, key: str) -> Outcome:
        """Take what a message says besides a correction as an answer to the question that was open, if it is one."""
        if steps := self.steps(said):
            return self.in_turn(steps)
        question = self.standing
        agrees_only = read_act(said) in {"yes", "no", "none", "submit"}
        if agrees_only or isinstance(question, DecisionQuestion):
            return self.show()  # what was agreed to has changed, and is shown first
        reason = question.kind in NAMING and gives_reasons(said)
        changed = isinstance(question, DiagramQuestion)
        if question.key == key and not (reason or changed) and self.reads(said):
            return self.said(said)
        self.tell(text("corrected.remark", said=(said,)))
        return self.show()

    def told_ahead(self, name: str, said: str, about: str = "") -> Outcome:
        """Keep what was told of a question still to come, if that makes an answer of it."""
        question = self.ahead(name)
        if question and about and about not in question.about:
            question = None  # something else is asked first
        try:
            value = question.take(said, self.reading()) if question else None
        except Unread:
            value = None
        if question is None or value is None:
            self.tell(text("corrected.remark", said=(said,)))
            return self.show()
        self.tell(text("told_ahead", label=label(question), answer=question.shown(value)))
        return self.advance(Entry(question.key, "answer", question.dump(value), said, tuple(question.opens(value))))

    def ahead(self, name: str) -> Question[Any] | None:
        """The next question of a name, behind choices and names that are still to be asked."""
        log = list(self.log)
        while question := self.replay(log).open:
            if question.name == name:
                return question
            if isinstance(question, ChoiceQuestion):
                value = question.choices[0].id
            elif isinstance(question, TextQuestion):
                value = question.name
            else:
                return None
            log.append(Entry(question.key, "answer", value, opens=tuple(question.opens(value))))
        return None

    def reads(self, said: str) -> bool:
        """Whether the standing question makes an answer of a text, or several."""
        try:
            self.standing.take(said, self.reading())
        except Unclear:
            return True
        except Unread:
            return False
        return True

    def in_turn(self, steps: Sequence[Step]) -> Outcome:
        """Take steps one after the other; what stands over the open question holds up those left."""
        first, *left = steps
        done = self.step(first)
        if not left or done.status != "active":
            return done
        if done.focus:
            before = type(self)(self.state)
            held = [step for step in left if isinstance(step, Amend | Answer | Remove)]
            then = [step.said for step in held if not isinstance(step, Answer) or before.reads(step.said)]
            return replace(done, focus=replace(done.focus, then="\n".join(then)))
        return followed(self.state, done, lambda after: type(self)(after).in_turn(left))

    def held_up(self, done: Outcome) -> Outcome:
        """What came of an act, and of the steps that it held up no longer."""
        then = self.state.run.focus.then if self.state.run and self.state.run.focus else ""
        if not then or done.status != "active" or done.errand or done.begin or done.resume:
            return done
        if done.focus:
            return replace(done, focus=replace(done.focus, then=done.focus.then or then))
        asked = type(self)(self.state).open.key
        return followed(self.state, done, lambda after: type(self)(after).besides(then, asked))
