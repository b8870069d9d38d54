"""Posts that pass on to another manager: what the heir, the former manager and the holders are told."""

from collections.abc import Iterable, Iterator
from itertools import chain

from bot.scene import Granted, Notice, Scene, button
from dialogs.steps import Tell
from locales.text import Lines, Text, text
from storage import departments, holders, people, plans, succession, unowned
from storage.people import Person
from storage.plans import PlanVersion

MOST = 20
"""Posts with buttons in one message."""


def succeed(scene: Scene, department_id: int, heir: Person) -> Granted:
    """Have a person lead a department and take over its posts of who did, and those that nobody owns.

    What is said is for the person; who led the department is told, and who holds its posts.
    """
    name = departments.name_of(scene.c, department_id)
    before = departments.lead(scene.c, department_id, heir.id)
    former = before if before != heir.id else None
    for each in sorted({heir.id, former or heir.id}):
        people.person_of(scene.c, each, lock=True)  # their interviews change hands
    owners = sorted({*unowned.owners(scene.c, heir.organisation_id), *([former] if former else [])} - {heir.id})
    passed = {owner: succession.pass_on(scene.c, owner, name, heir, scene.now) for owner in owners}
    taken_over = [*chain.from_iterable(passed.values())]
    granted = Granted([*taken(scene, name, taken_over)], notices=[*led(scene, taken_over, heir)])
    if former:
        id = "told.passed_on" if passed[former] else "told.succeeded"
        said = text(id, department=name, leader=heir.name, posts=_posts(passed[former]))
        granted.notices.append(Notice(former, (Tell(said),)))
    return granted


def with_others(scene: Scene, department: str, heir: Person) -> Iterator[Tell]:
    """Tell which posts of a department are still others', who did not lead it on record, and offer to move them."""
    made = plans.submitted_in(scene.c, heir.organisation_id, MOST, {department})
    others = [one for one in made if one.person_id != heir.id and succession.department_of(scene.c, one) == department]
    if others:
        called = people.names(scene.c, {one.person_id for one in others})
        lines = (
            text("departments.other", post=str(one.content["post"]), manager=called[one.person_id]) for one in others
        )
        choices = (
            button(
                f"people:plan.{one.plan_id}.{heir.id}",
                text("people.do.move_to", post=str(one.content["post"]), name=heir.name),
            )
            for one in others
        )
        yield Tell(text("departments.others", leader=heir.name, lines=Lines(tuple(lines))), tuple(choices))


def taken(scene: Scene, department: str, passed: list[PlanVersion]) -> Iterator[Tell]:
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


def led(scene: Scene, passed: Iterable[PlanVersion], heir: Person) -> Iterator[Notice]:
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
