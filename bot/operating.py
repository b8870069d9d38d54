"""What `kpibot people` does: the acts of HR, by an operator who is none of the organisation's people."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot import personnel, rolls
from bot.answering import finish_reports, notify
from bot.departures import depart, step_down
from bot.errands.people import vacated
from bot.personnel import Doing
from bot.rostering import Roster, plan_roster, read_sheet
from bot.scene import Granted, Scene
from dialogs.reading.unread import Unread
from dialogs.state import Refuse
from dialogs.steps import Tell
from locales.text import Text, text
from storage import departments, invitations, migrate, people, plans
from storage.database import Database
from storage.people import Organisation, Person
from storage.tables import Role


class Unknown(LookupError):
    """What was asked for is not there or cannot be done; `reasons` say why."""

    def __init__(self, *reasons: Text) -> None:
        super().__init__(reasons[-1].id)
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator at work in an organisation; `language` is for those of its people who chose none."""

    doing: Doing
    organisation: Organisation
    language: str

    def named(self, name: str) -> Person:
        """The person of a name, or of an id ("#7"), those included who left. Raises Unknown."""
        everybody = people.everybody(self.doing.c, self.organisation.id)
        found = next((one for one in everybody if name in {one.name, f"#{one.id}"}), None)
        if found is None:
            raise Unknown(text("people.unknown", name=name[:40]))
        return found

    def everybody(self) -> list[Text]:
        """Everybody, and the invitations that are open."""
        c, zone = self.doing.c, self.organisation.zone
        everybody = people.everybody(c, self.organisation.id)
        open_ = invitations.open_in(c, self.organisation.id, self.doing.now)
        lines = [rolls.invitation_line(c, one, zone) for one in open_]
        return [*rolls.lines(c, self.organisation.id, everybody), *lines]

    def log(self) -> list[Text]:
        """What was done lately."""
        return [*rolls.log(self.doing.c, self.organisation.id, self.organisation.zone)]

    def give(self, name: str, role: Role) -> list[Text]:
        """Give a role."""
        return self._said(personnel.give_role(self.doing, self.named(name), role))

    def take(self, name: str, role: Role) -> list[Text]:
        """Take a role."""
        person = self.named(name)
        granted = personnel.take_role(self.doing, person, role)
        if granted.takes:
            finish_reports(self._scene(person), person.id, self.language)
            step_down(self.doing.c, *granted.takes, self.doing.now)
        granted.replies += self._unowned(person) if role == "manager" else []
        return self._said(granted)

    def deactivate(self, name: str) -> list[Text]:
        """Have somebody leave."""
        person = self.named(name)
        granted = personnel.deactivation(self.doing, person)
        if granted.deactivates:
            scene = self._scene(person)
            granted.replies += self._unowned(person)
            granted.notices += vacated(scene, person)
            finish_reports(scene, person.id, self.language)
            depart(self.doing.c, person.id, None, self.doing.now)
        return self._said(granted)

    def reactivate(self, name: str) -> list[Text]:
        """Let somebody in again."""
        return self._said(personnel.reactivate(self.doing, self.named(name)))

    def move(self, plan_id: int, name: str) -> list[Text]:
        """Hand a plan over. Raises Unknown."""
        kept = plans.plan(self.doing.c, plan_id)
        members = people.members(self.doing.c, self.organisation.id)
        if kept is None or kept.person_id not in members:
            raise Unknown(text("plan.unknown", id=str(plan_id)))
        return self._said(personnel.move_plan(self.doing, kept, self.named(name)))

    def lead(self, department: str, name: str) -> list[Text]:
        """Have somebody lead a department. Raises Unknown, also for what is no department yet."""
        known = departments.known(self.doing.c, self.organisation.id)
        if department not in known:
            raise Unknown(text("people.no_department", name=department[:40], departments=known or "–"))
        return self._said(personnel.appoint(self.doing, department, self.named(name)))

    def uninvite(self, invitation_id: int) -> list[Text]:
        """Take an invitation back. Raises Unknown."""
        open_ = invitations.open_in(self.doing.c, self.organisation.id, self.doing.now)
        meant = next((one for one in open_ if one.id == invitation_id), None)
        if meant is None:
            raise Unknown(text("invitations.unknown", id=str(invitation_id)))
        return self._said(personnel.take_back(self.doing, meant))

    def join(self, name: str, other: str, *, only_new: bool) -> list[Text]:
        """Join two records of one person; the first one is kept. Raises Unknown."""
        kept, joined = self.named(name), self.named(other)
        if kept == joined:
            raise Unknown(text("people.unknown", name=other[:40]))
        return self._said(personnel.join_records(self.doing, kept, joined, only_new=only_new))

    def bring_in(self, content: bytes) -> Roster:
        """What a sheet of people would do. Raises Unknown where it is none."""
        try:
            return plan_roster(self.doing, read_sheet(content))
        except Unread as unread:
            raise Unknown(unread.reason) from None

    def _unowned(self, person: Person) -> list[Tell]:
        return rolls.hand_over(self._scene(person), person)

    def _scene(self, person: Person) -> Scene:
        return Scene(self.doing.c, person, people.roles_of(self.doing.c, person.id), self.doing.now, None)

    def _said(self, granted: Granted) -> list[Text]:
        """What is said to the operator; everybody else whom it concerns is told. Raises Unknown for a refusal."""
        for reply in granted.replies:
            if isinstance(reply, Refuse):
                raise Unknown(reply.text)
        for notice in granted.notices:
            person = people.person_of(self.doing.c, notice.person_id)
            notify(self._scene(person), notice, self.language)
        return [reply.text for reply in granted.replies if isinstance(reply, Tell)]


@contextmanager
def operating(database: str, organisation: str | None, language: str) -> Iterator[Operator]:
    """An operator at work, in one transaction. Raises Unknown where there is no such organisation."""
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            place = people.find_organisation(c, organisation)
            if place is None:
                raise Unknown(text("people.no_organisation", name=organisation or "–"))
            yield Operator(Doing(c, place.id, None, datetime.now(UTC)), place, language)
