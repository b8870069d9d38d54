"""What a manager changes in a plan that was returned: part by part, in words or by buttons (method.md 4)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dialogs import journal
from dialogs.choices import Choice
from dialogs.controls import Focus
from dialogs.journal import PUT_OFF, REPLY, Entry, Journal
from dialogs.post.parts import REMOVE, Given, place_of, removed, renamed
from dialogs.questions import Question, label
from dialogs.reading.answers.amendments import Amendment, Amendments, concedes, keeps, read_amendments, stands_by
from dialogs.reading.answers.trackings import SELF
from dialogs.reading.names.things import mention
from dialogs.reading.unread import Unclear, Unread
from dialogs.review_questions import things_of
from dialogs.revision import SUBMIT
from dialogs.state import Noted, Outcome
from dialogs.steps import Present
from dialogs.wishes import Wishes
from kpi.review import WHOLE
from locales.text import Lines, Text, text


class Revising(Wishes):
    """A turn that changes what was remarked on."""

    # By buttons

    def beside(self, question: Question[Any]) -> tuple[Choice, ...]:
        """What remarks may ask to be changed comes before the other buttons."""
        wishes = dict.fromkeys(wish for noted in self.remarks_on(question) for wish in noted.offers)
        offers = (self._offer(wish) for wish in wishes)
        return (*(offer for offer in offers if offer), *super().beside(question))

    def _offer(self, wish: str) -> Choice | None:
        """The button of a wish, as long as there is what it is about."""
        verb, _, argument = wish.partition(":")
        given = self._given(self.log)
        if verb == REMOVE:
            return Choice(wish, text("remove.offer", name=given.named(argument))) if given.named(argument) else None
        scope, _, part = argument.rpartition("/")
        if place_of(given, scope, part) is None:
            return None
        return Choice(wish, text("mend.offer", part=text(f"part.{part}"), name=given.named(scope)))

    def on_mend(self, argument: str) -> Outcome:
        """Ask for a part ("indicator/5/collector") again."""
        scope, _, part = argument.rpartition("/")
        place = place_of(self._given(self.log), scope, part)
        if place is None:
            return self.refuse(text("edit.unknown", argument=argument[:80]))
        self.out.entries += place.before
        self.replayed = self.replay(self.log)
        return self.focus(None if place.key == self.open.key else Focus("edit", key=place.key))

    def on_remove(self, argument: str) -> Outcome:
        """Offer to take out an output or indicator, with the answers about it."""
        given = self._given(self._complete())
        name = given.named(argument)
        if not name:
            return self.refuse(text("edit.unknown", argument=argument[:80]))
        if not removed(given, argument):
            return self.refuse(text("remove.only", name=name))
        return self.focus(Focus("remove", key=argument, readings=(name,), lost=given.keys(argument)))

    def taken_out(self, scope: str) -> Outcome:
        """Take out an output or indicator."""
        given = self._given(self._complete())
        self.tell(text("removed", name=given.named(scope)))
        return self.advance(*removed(given, scope))

    # In words

    def amended(self, said: str) -> Outcome | None:
        """Change what a text says of the thing that was remarked on, and just that; None for other texts."""
        remarks = () if self.out.focus else self.remarks_on(self.standing)
        if not remarks:
            return None
        earlier = self.earlier(self.standing) if self.standing.key != SUBMIT else None
        if earlier and (keeps(said) or stands_by(said)):
            return self._kept(earlier, said)
        if concedes(said):
            return self._conceded(remarks)
        scope, said = self._meant(said, remarks)
        wished = read_amendments(said, self.state.today, self.state.country)
        if wished is None:
            return None
        if scope is None:
            return self.refuse(text("amend.which"))
        removing = next((change for change in wished.changes if change.part == REMOVE), None)
        try:
            return self._removing(scope, removing, wished) if removing else self._changed(scope, wished)
        except Unclear as unclear:
            return self.refuse(text("amend.unclear", readings=unclear.readings))
        except Unread as unread:
            return self.refuse(unread.reason)

    def _kept(self, earlier: Entry, said: str) -> Outcome:
        """Leave an answer as it was; whoever remarked on it will read why, where that was said."""
        self.out.entries += self._reason("" if keeps(said) else said, earlier.key)
        return self.give(replace(earlier, language=None), None)

    def _reason(self, said: str, key: str) -> list[Entry]:
        """Have whoever remarked on an answer read why it stays, where that was said."""
        if not said:
            return []
        self.tell(
            text("amend.replied", names=tuple(dict.fromkeys(noted.by for noted in self.remarks_on(self.standing))))
        )
        return [Entry(f"{REPLY}{key}", "answer", said, said)]

    def _conceded(self, remarks: Sequence[Noted]) -> Outcome:
        """Ask what is to become of what was remarked on, where that was only agreed to."""
        shown = self.replay(self._complete())
        asked = (shown.question(key) for noted in remarks for key in noted.keys)
        return self.refuse(text("amend.how", names=tuple(text(f"name.{one.name}") for one in asked if one)))

    def _removing(self, scope: str, change: Amendment, wished: Amendments) -> Outcome:
        """Take a thing out, or put another one in its place; raises Unread."""
        if len(wished.changes) > 1 or change.keep:
            raise Unread("amend.one_by_one")
        return self._replaced(scope, change.value) if change.value else self.on_remove(scope)

    def _meant(self, said: str, remarks: Sequence[Noted]) -> tuple[str | None, str]:
        """What a text is about, by name or else as all the remarks are, and the text without the name."""
        shown = self.replay(self._complete()).said
        plan = next((step.plan for step in shown if isinstance(step, Present)), None)
        named = mention(said, things_of(plan)) if plan else None
        if named and named.sure and named.headed and len(named.scopes) == 1:
            return named.scopes[0], said[: named.start] + said[named.end :]
        about = {noted.about for noted in remarks}
        return (about.pop() if len(about) == 1 else None), said

    def _changed(self, scope: str, wished: Amendments) -> Outcome:
        """Change the parts; what else the remarks ask about stays where only these were to change."""
        entries: list[Entry] = []
        told: list[Text] = []
        if wished.answer:
            added, understood = self._answered(wished.answer)
            entries += added
            told += understood
        for change in wished.changes:
            added, understood = self._change(scope, change, (*self._complete(), *entries))
            entries += added
            told += understood
        if wished.only:
            set_now = {entry.key for entry in entries}
            entries += (entry for entry in self._restored(scope) if entry.key not in set_now)
        earlier = self.earlier(self.standing)
        if wished.kept is not None and earlier:
            entries += (replace(earlier, language=None), *self._reason(wished.kept, earlier.key))
        if wished.later and self.standing.can_wait:
            entries.append(Entry(f"{PUT_OFF}{self.standing.key}", "answer", value=True))
            told.append(text("put_off", label=label(self.standing)))
        if wished.left:
            told.append(text("amend.left", left=Lines(wished.left)))
        losing = next((entry for entry in entries if entry.action == "answer" and self.lost(entry)), None)
        if losing and len(entries) > 1:
            raise Unread("amend.one_by_one")
        if losing:
            return self.give(losing, None)
        for one in told:
            self.tell(one)
        return self.advance(*entries)

    def _answered(self, said: str) -> tuple[list[Entry], list[Text]]:
        """What a text says to the question that stands, beside changes; raises Unread."""
        question = self.standing
        value = question.take(said, self.reading())
        entry = Entry(question.key, "answer", question.dump(value), said, tuple(question.opens(value)))
        return [entry], [text("edited", label=label(question), answer=question.shown(value))]

    def _replaced(self, scope: str, by: str) -> Outcome:
        """Put another output or indicator in the place of one, with everything about it to be asked; raises Unread."""
        given = self._given(self._complete())
        (question, value), *others = given.naming(scope)
        if others or (isinstance(value, tuple) and len(value) > 1):
            raise Unread("amend.one_by_one")
        new = question.take(by, self.reading())
        entry = Entry(question.key, "answer", question.dump(new), by, tuple(question.opens(new)))
        return self.give(entry, text("replaced", before=given.named(scope), after=by))

    def _change(self, scope: str, change: Amendment, log: Journal) -> tuple[list[Entry], list[Text]]:
        """The entries that change a part, and what is said of it; raises Unread."""
        given = self._given(log)
        place = place_of(given, scope, change.part)
        if place is None:
            about = given.named(scope) or text("remark.plan")
            raise Unread("amend.no_part", part=text(f"part.{change.part}"), about=about)
        asked = self.replay((*log, *place.before)).question(place.key)
        earlier = journal.last_answer((*log, *place.before), place.key)
        assert asked is not None  # noqa: S101 - a place is one of the questions that were answered
        assert earlier is not None  # noqa: S101 - the same
        if change.keep:
            return ([] if place.before else [earlier]), []
        if change.value is None:
            return [*place.before, Entry(place.key, "withdraw")], []
        if change.part == "name" and scope != WHOLE:
            return renamed(given, scope, change.value), [text("renamed", before=given.named(scope), after=change.value)]
        said = change.value.replace(SELF, self.run.header.manager)
        value = asked.take(said, self.reading())
        entry = Entry(place.key, "answer", asked.dump(value), said, tuple(asked.opens(value)))
        return [*place.before, entry], [text("edited", label=label(asked), answer=asked.shown(value))]

    # Where the plan stands

    def remarks_on(self, question: Question[Any]) -> tuple[Noted, ...]:
        """The remarks that concern a question."""
        remarks = self.state.run.remarks if self.state.run else ()
        return tuple(noted for noted in remarks if question.key in noted.keys)

    def _restored(self, scope: str | None = None) -> list[Entry]:
        """The answers again that remarks about a thing, or all of them, have withdrawn."""
        standing = journal.standing(self.log)
        concerned = [noted for noted in self.run.remarks if scope in {None, noted.about}]
        keys = dict.fromkeys(key for noted in concerned for key in noted.keys if key != SUBMIT)
        earlier = (journal.last_answer(self.log, key) for key in keys if key not in standing)
        return [entry for entry in earlier if entry]

    def _complete(self) -> Journal:
        """The journal as if what is asked again had been answered as before."""
        return (*self.log, *self._restored())

    def _given(self, log: Journal) -> Given:
        return Given(self.replay(log).answered, journal.standing(log))
