"""Who leads a department: told, and changed with all the posts that go with it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from bot.scene import Granted, Notice, Scene, button, refused, told
from dialogs.reading.names.scopes import read_leader
from dialogs.reading.unread import Unread
from dialogs.state import Refuse
from dialogs.steps import Tell
from locales.text import Lines, Text, text
from storage import departments as kept_departments
from storage import holders, people, succession
from storage.departments import Department
from storage.people import Person
from storage.plans import PlanVersion


def departments(scene: Scene, argument: str) -> Granted:
    """The departments and who leads them; or have a manager lead one ("Sales, Ann")."""
    if "hr" not in scene.roles:
        return refused("only.hr")
    return _appoint(scene, argument) if argument else _list(scene)


def seen(scene: Scene) -> list[Department]:
    """The departments that the person sees as HR."""
    every = kept_departments.departments_of(scene.c, scene.person.organisation_id)
    return [one for one in every if people.sees(scene.scope, {one.name})]


def succeed(scene: Scene, department_id: int, heir: Person) -> Granted:
    """Have a person lead a department and take over its posts of who did, and of whoever was erased.

    What is said is for the person; who led the department is told, and who holds its posts.
    """
    name = kept_departments.name_of(scene.c, department_id)
    before = kept_departments.lead(scene.c, department_id, heir.id)
    former = before if before != heir.id else None
    for each in sorted({heir.id, former or heir.id}):
        people.person_of(scene.c, each, lock=True)  # their interviews change hands
    owners = [*succession.erased(scene.c, heir.organisation_id), *([former] if former else [])]
    passed = {owner: succession.pass_on(scene.c, owner, name, heir, scene.now) for owner in owners}
    taken_over = [*chain.from_iterable(passed.values())]
    granted = Granted([*_taken_over(scene, name, taken_over)], notices=[*_led(scene, taken_over, heir)])
    if former:
        id = "told.passed_on" if passed[former] else "told.succeeded"
        said = text(id, department=name, leader=heir.name, posts=_posts(passed[former]))
        granted.notices.append(Notice(former, (Tell(said),)))
    return granted


def _list(scene: Scene) -> Granted:
    found = seen(scene)
    if not found:
        return told("departments.none")
    lines = tuple(
        text("departments.led", name=one.name, leader=one.leader)
        if one.leader
        else text("departments.free", name=one.name)
        for one in found
    )
    return told("departments.list", lines=Lines(lines))


def _appoint(scene: Scene, argument: str) -> Granted:
    organisation = scene.person.organisation_id
    known = [one for one in kept_departments.known(scene.c, organisation) if people.sees(scene.scope, {one})]
    try:
        name, leader = read_leader(argument, known)
    except Unread as unread:
        return Granted([Refuse(unread.reason)])
    heir = people.named(scene.c, organisation, leader)
    if heir is None or "manager" not in people.roles_of(scene.c, heir.id):
        return refused("departments.nobody", name=leader[:40] or "–")
    led = succeed(scene, kept_departments.find_or_make(scene.c, organisation, name), heir)
    leads = Tell(text("told.leads", department=name, by=scene.person.name))
    granted = told("departments.given", department=name, leader=heir.name)
    granted.notices = [Notice(heir.id, (leads, *led.replies)), *led.notices]
    return granted


def _taken_over(scene: Scene, department: str, passed: list[PlanVersion]) -> Iterator[Tell]:
    """Tell the posts that somebody took over, and what their holders asked and nobody answered yet."""
    if not passed:
        return
    choices = (button("plans", Text("leader.do.plans")), button("team", Text("leader.do.team")))
    yield Tell(text("took_over", department=department, posts=_posts(passed)), choices)
    for kept in passed:
        for one in holders.questions_of(scene.c, kept.plan_id):
            if one.answer is None:
                holder = people.person_of(scene.c, one.person_id).name
                asked = text("told.question", holder=holder, post=str(kept.content["post"]), question=one.question)
                yield Tell(asked, (button(f"answer:{one.id}", Text("plan.do.answer")),))


def _led(scene: Scene, passed: Iterable[PlanVersion], heir: Person) -> Iterator[Notice]:
    """Tell who holds posts that somebody took over."""
    held = dict[int, list[PlanVersion]]()
    for kept in passed:
        for holder_id in holders.holders_of(scene.c, kept.plan_id):
            held.setdefault(holder_id, []).append(kept)
    for holder_id, each in held.items():
        if holder_id != heir.id:
            yield Notice(holder_id, (Tell(text("told.led", leader=heir.name, posts=_posts(each))),))


def _posts(passed: Iterable[PlanVersion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one.content["post"]) for one in passed))
