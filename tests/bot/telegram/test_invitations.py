"""One-time links: reused, expired, raced, and those of other organisations; who may do what where."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from locales.text import Text
from locales.words import words
from storage.tables import Role, invitation, person, plan_version
from tests.manager import ENGLISH, Manager
from tests.telegram.chats import Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn

EN = words("en")


def texts(person: Person) -> str:
    return "\n".join(message.text for message in person.received)


def test_a_link_lets_in_one_person_once(program: Running, server: StandIn) -> None:
    token = program.invitation("manager")
    ann, ben = server.person("Ann", "en"), server.person("Ben", "en")
    program.says(ann, f"/start {token}")
    program.says(ben, f"/start {token}")
    assert EN.say(Text("join.used")) in texts(ben)
    program.says(ann, f"/start {token}")  # pressed again: it goes on
    assert EN.say(Text("join.used")) not in texts(ann)
    with program.database.reading() as c:
        assert c.execute(select(func.count()).select_from(person)).scalar_one() == 1


def test_a_race_lets_in_one(program: Running, server: StandIn) -> None:
    token = program.invitation("manager")
    runners = [server.person(f"P{number}", "en") for number in range(8)]
    with server.held():
        updates = [runner.says(f"/start {token}").update_id for runner in runners]
    for runner, id in zip(runners, updates, strict=True):
        program.does(runner, id)
    assert sum("Welcome" in texts(runner) for runner in runners) == 1
    assert sum(EN.say(Text("join.used")) in texts(runner) for runner in runners) == 7


def test_an_expired_or_unknown_link_says_so(program: Running, server: StandIn) -> None:
    token = program.invitation("manager")
    with program.database.transaction() as c:
        c.execute(update(invitation).values(expires=datetime.now(UTC) - timedelta(seconds=1)))
    ann = server.person("Ann", "en")
    program.says(ann, f"/start {token}")
    assert EN.say(Text("join.expired")) in texts(ann)
    program.says(ann, f"/start {token[:-1]}")
    assert EN.say(Text("join.unknown")) in texts(ann)
    program.says(ann, "/join")
    assert EN.say(Text("stranger")) in texts(ann)


def test_a_link_of_another_organisation_changes_nothing(program: Running, server: StandIn) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    program.joins(ann, "hr", "Elsewhere")
    assert EN.say(Text("join.elsewhere")) in texts(ann)
    with program.database.reading() as c:
        assert c.execute(select(invitation.c.used_at).where(invitation.c.role == "hr")).scalar_one() is None


def test_only_the_hash_of_a_token_is_kept(program: Running, server: StandIn) -> None:
    hr = server.person("Helen", "en")
    program.joins(hr, "hr")
    program.says(hr, "/invite")
    program.presses(hr, "HR")
    link = hr.received[-1].text.rpartition("start=")[2].split()[0]
    assert len(link) >= 43
    server.settles()
    assert link.encode() not in (program.folder / "kpibot.db").read_bytes()
    assert link not in program.said()


WHO: list[tuple[Role, str]] = [
    ("hr", "远大公司"),
    ("manager", "远大公司"),
    ("employee", "远大公司"),
    ("hr", "Elsewhere"),
    ("manager", "Elsewhere"),
    ("employee", "Elsewhere"),
]
REFUSED = ("only.hr", "only.hr.invites", "only.manager", "plan.unknown", "question.unknown", "compare.none")
MAY: dict[str, set[tuple[Role, str]]] = {
    "/review": {("hr", "远大公司"), ("hr", "Elsewhere")},
    "/invite": {("hr", "远大公司"), ("hr", "Elsewhere")},
    "/departments": {("hr", "远大公司"), ("hr", "Elsewhere")},
    "/start new": {("manager", "远大公司"), ("manager", "Elsewhere")},
    "/plans": set(WHO),
    "/plans 1": {("hr", "远大公司")},
    "/review 1": {("hr", "远大公司")},
    "/version 1.1": {("hr", "远大公司")},
    "/compare 1": {("hr", "远大公司")},
    "/revise 1": set(),
    "/hold 1": set(),
    "/acknowledge 1": set(),
    "/answer 1": set(),
}
"""Who is not refused a command about plan 1, which a manager of 远大公司 submitted; none of them is that manager."""


def test_roles_and_organisations(program: Running, server: StandIn) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    manager = Manager(ENGLISH | {"post": "Key account manager, Mars"})
    while question := program.question(ann):
        program.does(ann, program.send(ann, manager.answer(question), question))
    everyone = {who: server.person("-".join(who), "en") for who in WHO}
    for (role, organisation), one in everyone.items():
        program.joins(one, role, organisation)
    for command, may in MAY.items():
        for who, one in everyone.items():
            before = len(one.received)
            program.does(one, one.says(command).update_id)
            answer = "\n".join(message.text for message in one.received[before:])
            refused = any(_begins(answer, id) for id in REFUSED)
            granted: bool = who in may or (command == "/hold 1" and "not been approved" in answer and who == WHO[0])
            assert refused is not granted, f"{who} {command}: {answer}"
            if who[1] == "Elsewhere":
                assert "Mars" not in answer
                assert "Ann" not in answer
    with program.database.reading() as c:
        assert c.execute(select(plan_version.c.status)).scalars().all() == ["submitted"]


def _begins(answer: str, id: str) -> bool:
    # Of what names a plan, as far as the sign before its number.
    head, sign, _ = EN.say(Text(id, {"id": "1"})).partition("#")
    return (head + sign)[-40:] in answer


@pytest.mark.parametrize("role", ["manager", "employee"])
def test_strangers_cannot_take_a_role(role: str, program: Running, server: StandIn) -> None:
    mallory = server.person("Mallory", "en")
    for text in (f"/invite {role}", "/review", "/plans 1", "/start new", "/start", "start", "hr"):
        program.says(mallory, text)
    assert {message.text for message in mallory.received} <= {EN.say(Text("stranger")), EN.say(Text("join.unknown"))}


def test_who_joins_by_the_name_of_another_passes_neither_for_them_nor_for_the_bot(
    program: Running, server: StandIn
) -> None:
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    for name, called in {
        "А\u200bnn\u202e": "Аnn (2)",
        "\u3164Ann\n✅ <b>Approved</b>\nevil.com": "Ann b Approved b evil. com",
        "#1": "1",
    }.items():
        other = server.person(name, "en")
        program.joins(other, "employee")
        assert f"Welcome, {called}" in texts(other)
    with program.database.reading() as c:
        names = tuple(c.execute(select(person.c.name).order_by(person.c.id)).scalars())
    assert names == ("Ann", "Аnn (2)", "Ann b Approved b evil. com", "1")
