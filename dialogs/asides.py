"""What is said beside the question: answered shortly, put off, gone back from; and names that are sentences."""

from typing import Any

from dialogs import journal
from dialogs.controls import DOUBTED
from dialogs.journal import Entry
from dialogs.questions import Question
from dialogs.reading.answers.asides import Beside, is_other, read_aside
from dialogs.reading.answers.queries import WEAK, Aside
from dialogs.reading.dates.plan_periods import is_period
from dialogs.reading.names.told_names import is_name, names_told
from dialogs.reading.unread import Unclear, Unread
from dialogs.state import Outcome
from dialogs.wishes import Wishes
from locales.text import text

_WISHES = {Aside.STOP: "pause", Aside.BACK: "back", Aside.LATER: "later"}


class Asides(Wishes):
    """A turn that tells what is said beside a question from answers."""

    def aside(self, question: Question[Any], said: str) -> Outcome | None:
        """What a text says beside the question instead of answering it; None where it may be an answer."""
        if question.claims(said, self.state.language):
            return None
        takes = question.takes
        found = read_aside(said, indirect=takes not in {"name", "value"}, numbers=takes == "value")
        if found is None or found.mixed or _raises(question, found):
            return None
        if found.aside in WEAK | {Aside.QUESTION} and question.tells(said):
            return None  # 俺们这就领导跟会计，整那么复杂干啥
        heard = {"value": found.aside not in WEAK, "letter": found.aside in _WISHES, "day": False}
        return self.replied(question, found, said) if heard.get(takes, True) else None

    def unanswered(self, question: Question[Any], said: str) -> Outcome | None:
        """What a text that answers nothing says beside the question."""
        hears = question.takes in {"value", "day"} and not question.claims(said, self.state.language)
        found = read_aside(said) if hears else None
        if found is None or (found.mixed and not _heard_beside(question, found, said)) or _raises(question, found):
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
            if found and found.mixed and found.aside not in WEAK:
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
            case Aside.MEANING | Aside.EXAMPLE:
                return self.on_why("")
            case Aside.LEFT:
                left = max(self.replayed.expected - len(self.replayed.passed), 1)
                self.tell(text("aside.left", n=left))
            case Aside.QUESTION:
                self.tell(text("aside.question", why=self.why(question)))
            case Aside.PRIVACY if self.run.interview == "post":
                self.tell(text("aside.privacy.plan"))
            case _:
                self.tell(text(f"aside.{aside}"))
        return self.show()

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


def _raises(question: Question[Any], found: Beside) -> bool:
    """Whether a question may be meant for somebody else: one of the choices is to raise it."""
    return found.aside is Aside.QUESTION and any(choice.id == "question" for choice in question.choices)


_MOST = 3
"""Names offered, besides the text as it stands."""
