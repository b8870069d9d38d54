"""What is said beside the question: answered shortly, put off, gone back from; and names that are sentences."""

from abc import ABC, abstractmethod
from typing import Any

from dialogs import journal
from dialogs.controls import DOUBTED
from dialogs.journal import Entry
from dialogs.known import Known
from dialogs.questions import ChoiceQuestion, DecisionQuestion, Question
from dialogs.reading.answers.asides import Beside, is_other, read_aside, without_questions
from dialogs.reading.answers.topics import QUERIES, WEAK, Aside
from dialogs.reading.dates.plan_periods import is_period
from dialogs.reading.names.told_names import is_name, names_told
from dialogs.reading.unread import Unclear, Unread
from dialogs.state import Outcome
from dialogs.steps import Tell
from dialogs.wishes import Wishes
from locales.text import Text, text

_WISHES = {Aside.STOP: "pause", Aside.BACK: "back", Aside.LATER: "later"}


class Asides(Wishes, ABC):
    """A turn that tells what is said beside a question from answers."""

    def aside(self, question: Question[Any], said: str) -> Outcome | None:
        """What a text says beside the question instead of answering it; None where it may be an answer."""
        takes = question.takes
        numbers = takes == "value" and not isinstance(question, DecisionQuestion)
        manner = {"indirect": takes not in {"name", "value"}, "numbers": numbers}
        found = read_aside(said, **manner)
        if found is None or self.raises(question, found):
            return None
        if question.claims(said, self.state.language):
            # 送出去之后还可以改吗 asks, though it speaks of handing in
            known = isinstance(question, DecisionQuestion) and self.known(question).answers(found.asked)
            return self.asked(question, found) if known and not found.mixed else None
        if found.mixed:
            return self.both(question, found, without_questions(said, **manner)) if found.asked else None
        if found.aside in WEAK | {Aside.QUESTION} and question.tells(said):
            return None  # 俺们这就领导跟会计，整那么复杂干啥
        heard = {"value": found.aside not in WEAK, "letter": found.aside in _WISHES, "day": False}
        return self.replied(question, found, said) if heard.get(takes, True) else None

    def both(self, question: Question[Any], found: Beside, answer: str) -> Outcome | None:
        """Answer what is asked beside an answer, and take that; None where the one is not known or the other none.

        Without an answer all of it is the question.
        """
        known = self.known(question).answers(found.asked)
        passed_on = self.run.interview not in {"post", "report"}  # a remark may ask something
        if not known or passed_on or isinstance(question, DecisionQuestion):
            return None
        if not answer:
            return self.asked(question, found)
        try:
            self.checked(question, question.take(answer, self.reading()), answer)
        except Unread:
            return None
        self.out.replies += [Tell(one) for one in known if isinstance(one, Text)]
        return self.written(question, answer)

    @abstractmethod
    def written(self, question: Question[Any], said: str, *, sure: bool = False) -> Outcome:
        """Take a text as the answer to a question."""

    def known(self, question: Question[Any]) -> Known:
        """What is known where a question stands."""
        return Known(self.state, self.run, question, self.replayed)

    def raises(self, question: Question[Any], found: Beside) -> bool:
        """Whether a question that nothing is known of may be meant for somebody else: one of the choices raises it."""
        if found.aside not in QUERIES or not any(choice.id == "question" for choice in question.choices):
            return False
        return not (self.known(question).answers(found.asked) or _explains(found))

    def unanswered(self, question: Question[Any], said: str) -> Outcome | None:
        """What a text that answers nothing says beside the question."""
        hears = question.takes in {"value", "day"} and not question.claims(said, self.state.language)
        found = read_aside(said) if hears else None
        if found and found.aside in WEAK and question.counts and any(character.isdigit() for character in said):
            return None  # 我觉得96%就已经很厉害了
        if found is None or (found.mixed and not _heard_beside(question, found, said)) or self.raises(question, found):
            return None
        return self.replied(question, found, said)

    def checked(self, question: Question[Any], value: Any, said: str) -> Any:
        """The answer, where what must be names are names; raises Unclear with what they may be."""
        if (told := question.names_told(said)) and not told.sure:
            raise Unclear(*told.names[:_MOST], said, ask=DOUBTED)
        names = question.names_in(value)
        plain = tuple(name for name in names if is_name(name) and not is_period(name, self.state.today))
        if len(plain) == len(names):
            found = read_aside(said, indirect=True) if question.takes == "words" else None
            if found and found.mixed and found.aside not in WEAK | {Aside.QUESTION}:
                raise Unclear(said, ask=DOUBTED)
            return value
        if len(names) > 1:
            readings = ["\n".join(plain)] if plain else []
        else:
            told = names_told(said)
            if told.sure and question.takes == "name":
                return question.take(told.names[0], self.reading())
            readings = list(told.names[:_MOST])
        raise Unclear(*dict.fromkeys([*readings, said]), ask=DOUBTED)

    def replied(self, question: Question[Any], found: Beside, said: str) -> Outcome:
        """Answer what was said beside the question, and show the question again."""
        aside = found.aside
        if aside in _WISHES:
            return self.wish(_WISHES[aside])
        if aside is Aside.SAME and (again := self.same(question, said)):
            return again
        match aside:
            case _ if aside in QUERIES:
                return self.asked(question, found)
            case Aside.YOURS:
                self.tell(self.yours(question))
            case _:
                self.tell(text(f"aside.{aside}"))
        return self.show()

    def asked(self, question: Question[Any], found: Beside) -> Outcome:
        """Answer what was asked, as far as it is known: else with the rule behind the question, and who can tell."""
        known = self.known(question)
        answers = known.answers(found.asked)
        self.out.replies += [Tell(one) for one in answers if isinstance(one, Text)]
        errand = next((one for one in answers if not isinstance(one, Text)), None)
        if errand:
            return self.wish(*errand)
        if not answers:
            why = self.why(question)
            self.tell(why if _explains(found) else text("aside.question", whom=known.whom, why=why))
        return self.show()

    def yours(self, question: Question[Any]) -> Text:
        """That the answer is the person's own to give, with what may be proposed."""
        if noted := self.known(question).remark:
            return text("aside.yours.remark", by=noted.by)
        if question.default and not isinstance(question, ChoiceQuestion):
            return text("aside.yours.proposed", choice=question.choice(question.default).label)
        return text("aside.yours")

    def same(self, question: Question[Any], said: str) -> Outcome | None:
        """Take the answer to the same question about the thing before; None where there is none."""
        given = journal.standing(self.log)
        before = [
            asked for asked in self.replayed.answered if asked.name == question.name and asked.key != question.key
        ]
        if is_other(said) or not before or not (earlier := given[before[-1].key]).raw:
            return None
        pressed = earlier.raw in {choice.id for choice in question.choices}
        take = question.press if pressed else question.take
        try:
            value = take(earlier.raw, self.reading())
        except Unread:
            return None  # what is the same there is none here: 97% of a count
        entry = Entry(question.key, "answer", question.dump(value), earlier.raw, tuple(question.opens(value)))
        return self.give(entry, text(question.echo, answer=question.shown(value)))


def _heard_beside(question: Question[Any], found: Beside, said: str) -> bool:
    """Whether an aside counts beside words that were not understood: none that may still be part of an answer."""
    if found.aside in _WISHES:
        return question.counts and not any(character.isdigit() for character in said)
    return found.aside not in WEAK


def _explains(found: Beside) -> bool:
    """Whether the rule behind the question is what is asked for."""
    return found.aside is Aside.MEANING or any({Aside.MEANING, Aside.EXAMPLE} & set(one) for one in found.asked)


_MOST = 3
"""Names offered, besides the text as it stands."""
