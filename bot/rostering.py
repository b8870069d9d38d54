"""People brought in by a sheet: what would happen, told line by line, and one invitation for each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from itertools import chain

from bot.personnel import Doing
from bot.roster_file import Row, read_rows
from dialogs.reading.names.rosters import Entry, read_columns, read_entry
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread
from dialogs.steps import Handed
from locales.text import Text, text
from storage import departments, invitations, leaving, names, people, plans
from storage.plans import PlanVersion
from storage.tables import Role

_ROLES: Mapping[str, Role] = {"manager": "manager", "employee": "employee", "hr": "hr"}


@dataclass(frozen=True, slots=True)
class Planned:
    """An invitation to make for a line of a sheet; `notes` say what else comes of it, or does not."""

    entry: Entry
    plan: PlanVersion | None
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """What a sheet would do: whom it invites, whom it leaves alone and why, and what is wrong with it, line by line.

    Nothing is done of a sheet with which anything is wrong.
    """

    planned: tuple[Planned, ...]
    left: tuple[Text, ...]
    wrong: tuple[Text, ...]

    @property
    def lines(self) -> tuple[Text, ...]:
        """What would happen, in the order of the sheet, and what is wrong."""
        return (*(_line(one) for one in self.planned), *self.left, *self.wrong)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Whom a sheet names, what cannot be read in it, and the headings of columns of which nothing is taken."""

    entries: tuple[Entry, ...]
    wrong: tuple[Text, ...]
    unknown: tuple[str, ...]


def read_sheet(content: bytes) -> Sheet:
    """What a sheet holds. Raises Unread where it is no sheet of people."""
    (_, head), *rows = read_rows(content)
    columns = read_columns(head)
    entries, wrong = list[Entry](), list[Text]()
    for row in rows:
        try:
            entries.append(_entry(row, columns))
        except Unread as unread:
            wrong.append(_wrong(row[0], unread.reason))
    if not rows:
        raise Unread("roster.empty")
    unknown = (" ".join(cell.split())[:40] for at, cell in enumerate(head) if at not in columns)
    return Sheet(tuple(entries), tuple(wrong), tuple(filter(None, unknown)))


def plan_roster(doing: Doing, sheet: Sheet) -> Roster:
    """What would happen by a sheet; whoever is here, left, or is invited already is left alone."""
    checking = _Checking(doing, sheet.entries)
    planned, left, problems = list[Planned](), list[Text](), list(sheet.wrong)
    if sheet.unknown:
        left.append(text("roster.unknown", names=sheet.unknown))
    for entry in sheet.entries:
        if why := checking.known(entry):
            left.append(text("roster.left", line=str(entry.line), name=entry.name, why=why))
        elif problem := checking.problem(entry):
            problems.append(_wrong(entry.line, problem))
        else:
            planned.append(Planned(entry, checking.held(entry), tuple(checking.notes(entry))))
    return Roster(tuple(planned), tuple(left), tuple(problems))


def invite_all(
    doing: Doing, roster: Roster, link: Callable[[str], str] | None, days: int = invitations.DAYS
) -> list[Handed]:
    """Make the invitations of a sheet with which nothing is wrong, each on a line to hand out; nobody keeps them."""
    until = f"{doing.now.astimezone(UTC) + timedelta(days=days):%Y-%m-%d %H:%M} UTC"
    made = list[Handed]()
    for one in roster.planned:
        entry, token = one.entry, _invite(doing, one, days)
        lets_in = link(token) if link else f"/join {token}"
        made.append(Handed(entry.name, entry.role, entry.department, entry.post, lets_in, until))
    if made:
        doing.note("people_invited", number=len(made))
    return made


def _invite(doing: Doing, one: Planned, days: int) -> str:
    entry, organisation = one.entry, doing.organisation_id
    place = departments.find_or_make(doing.c, organisation, entry.department) if entry.department else None
    return invitations.invite(
        doing.c,
        organisation,
        _ROLES[entry.role],
        now=doing.now,
        inviter_id=doing.by.id if doing.by else None,
        department_id=place,
        plan_id=one.plan.plan_id if one.plan else None,
        name=entry.name,
        language=entry.language or None,
        time_zone=entry.zone or None,
        days=days,
    )


class _Checking:
    """What is known of an organisation, against which the lines of a sheet are held."""

    def __init__(self, doing: Doing, entries: Sequence[Entry]) -> None:
        c, organisation = doing.c, doing.organisation_id
        roles = people.roles_in(c, organisation)
        everybody = people.everybody(c, organisation)
        gone = leaving.deactivated(c, (one.id for one in everybody))
        self._here = _looks(one.name for one in everybody if roles.get(one.id))
        self._gone = _looks(one.name for one in everybody if one.id in gone)
        self._managers = {fold(one.name): one.id for one in everybody if "manager" in roles.get(one.id, ())}
        self._coming = {fold(one.name) for one in entries if one.role == "manager"}
        self._invited = _looks(one.name for one in invitations.open_in(c, organisation, doing.now) if one.name)
        self._leaders = {one.name: one.leader for one in departments.departments_of(c, organisation)}
        self._plans = [one for id in plans.in_force(c, organisation) if (one := plans.approved(c, id))]
        self._scope = people.scope_of(c, doing.by.id) if doing.by else frozenset()
        self._names = Counter(chain.from_iterable(names.keys(one.name) for one in entries))
        self._led = Counter(fold(one.department) for one in entries if one.role == "manager" and one.department)

    def known(self, entry: Entry) -> Text | None:
        """Why somebody is not invited: they are here, left, or were invited and did not come yet."""
        looks = names.keys(entry.name)
        for why, those in (("here", self._here), ("gone", self._gone), ("invited", self._invited)):
            if looks & those:
                return text(f"roster.{why}", name=entry.name)
        return None

    def problem(self, entry: Entry) -> Text | None:
        """What is wrong with a line."""
        if any(self._names[one] > 1 for one in names.keys(entry.name)):
            return text("roster.twice", name=entry.name)
        if entry.role == "manager" and self._led[fold(entry.department)] > 1:
            return text("roster.led_twice", department=entry.department)
        if self._scope and (entry.role == "hr" or not people.sees(self._scope, {entry.department} - {""})):
            return text("scope.outside", departments=tuple(sorted(self._scope)))
        if entry.manager and fold(entry.manager) not in {*self._managers, *self._coming}:
            return text("roster.manager", name=entry.manager)
        if len(self._meant(entry)) > 1:
            return text("roster.posts", post=entry.post)
        return None

    def held(self, entry: Entry) -> PlanVersion | None:
        """The plan whose post an employee is to hold."""
        return next(iter(self._meant(entry)), None)

    def notes(self, entry: Entry) -> Iterator[Text]:
        """What else there is to know of a line: what it does to others, and what of it is not kept."""
        held, leader = self.held(entry), self._leaders.get(entry.department)
        if entry.role == "manager" and leader:
            yield text("roster.succeeds", leader=leader)
        if held:
            yield text("roster.holds", post=entry.post, id=str(held.plan_id))
        elif entry.post:
            yield text("roster.no_plan", post=entry.post)
        if entry.manager and not held:
            yield text("roster.unused", manager=entry.manager)

    def _meant(self, entry: Entry) -> list[PlanVersion]:
        """The plans in force of the post that an employee is to have, in their department and of their manager."""
        if entry.role != "employee" or not entry.post:
            return []
        manager = self._managers.get(fold(entry.manager))
        return [
            one
            for one in self._plans
            if fold(str(one.content["post"])) == fold(entry.post)
            and (not entry.department or fold(str(one.content["department"])) == fold(entry.department))
            and (not entry.manager or one.person_id == manager)
        ]


def _entry(row: Row, columns: Mapping[int, str]) -> Entry:
    line, cells = row
    entry = read_entry(line, {columns[at]: cell for at, cell in enumerate(cells) if at in columns})
    return replace(entry, name=names.clean(entry.name))  # as they will be called


def _looks(known: Iterable[str]) -> frozenset[str]:
    """What names that look like one of these have in common with it."""
    return frozenset(chain.from_iterable(map(names.keys, known)))


def _wrong(line: int, why: Text) -> Text:
    return text("roster.wrong", line=str(line), why=why)


def _line(one: Planned) -> Text:
    entry = one.entry
    about = " · ".join(filter(None, (entry.department, entry.post))) or "–"
    role, line = text(f"role.{entry.role}"), str(entry.line)
    if one.notes:
        return text("roster.line.noted", line=line, name=entry.name, role=role, about=about, notes=one.notes)
    return text("roster.line", line=line, name=entry.name, role=role, about=about)
