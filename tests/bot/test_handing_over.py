"""A manager and somebody of HR leave, others take over, and nothing waits for nobody; in Chinese and in English."""

from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from bot.desk import Desk
from dialogs.acts import Command
from locales.text import Value, text
from locales.words import words
from storage import (
    corrective_notes,
    departments,
    holders,
    invitations,
    leaving,
    outbox,
    people,
    plans,
    reports,
    runs,
    unowned,
)
from storage.database import Database
from storage.tables import Role
from tests.company import Company, plan, written
from tests.manager import last_question

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


@dataclass(frozen=True)
class Story:
    """Who is in it, in the order of their ids, and what they say."""

    language: str
    names: tuple[str, ...]
    figures: str
    corrected: str
    appoint: str

    @property
    def people(self) -> dict[str, Role]:
        """HR twice, two managers, a holder."""
        roles: tuple[Role, ...] = ("hr", "hr", "manager", "manager", "employee")
        return dict(zip(self.names, roles, strict=True))

    def say(self, id: str, **params: Value) -> str:
        """A message as the people of the story read it."""
        return words(self.language).say(text(id, **params))


STORIES = (
    Story(
        "zh_Hans",
        ("何芸", "吴军", "李明", "赵敏", "王芳"),
        "退货率 2.8%，订单 127 单",
        "退货率 1.6%，订单 140 单",
        "零售部，孙丽",
    ),
    Story(
        "en",
        ("Helen", "Wu", "Ann", "Maria", "Bob"),
        "退货率 2.8%, 订单数量 127",
        "退货率 1.6%, 订单数量 140",
        "零售部, Sue",
    ),
)


@pytest.fixture(params=STORIES, ids=lambda story: story.language)
def story(request: pytest.FixtureRequest) -> Story:
    found: Story = request.param
    return found


@pytest.fixture
def company(database: Database, story: Story) -> Company:
    """The manager leads the shop, has a post there that is in force and one that waits for review."""
    company = Company(database, BEGAN, language=story.language)
    for name, role in story.people.items():
        company.join(name, role)
    company.approve(3, 1, plan(), 5)
    with database.transaction() as c:
        departments.lead(c, departments.find_or_make(c, 1, "零售部"), 3)
    return company.on("2026-09-30T10:00+08:00")


def test_a_manager_and_hr_leave_and_nothing_waits_for_nobody(company: Company, story: Story) -> None:
    hr, _, manager, _, holder = story.names
    skip = Command("skip")
    company.say(holder, story.figures, skip)
    company.command(manager, "confirm")
    company.press(manager, "confirm")  # which opens a corrective note, for the manager to write
    company.say(holder, Command("propose", "1.1"))
    # Both leave on the same day: the one of HR by the other's hand, who is the last one then.
    company.press(hr, "people:2.leave.yes")
    company.press(hr, "people:3.leave.yes")
    assert company.command(hr, "people", "log")
    company.on("2026-09-30T11:00+08:00")
    told = company.read(hr)
    assert "people:plan.1" in {choice["id"] for line in told for choice in line.get("choices", [])}
    assert story.say("deactivated") in written(company.say(manager, "?"))
    # A new one of HR and a new manager join by invitations that name them.
    tokens = invitations_for(company, hr, ("hr", "Nora"), ("manager", "Sue" if story.language == "en" else "孙丽"))
    desk = Desk(company.database, "远大公司", story.language, lambda token: token)
    for name, token in tokens.items():
        company.roles[name] = "hr" if name == "Nora" else "manager"
        sender = replace(company._sender(name), role=None)
        assert desk.take(sender, f"join {name}", Command("start", token), company.now)
    # The last one of HR hands over too, and only then leaves.
    new = next(name for name in tokens if name != "Nora")
    company.command("Nora", "departments", story.appoint)
    company.press("Nora", "people:1.leave.yes")
    # The heir finds what waited.
    company.read(new)
    note = company.command(new, "corrective")
    assert "corrective:1" in {choice["id"] for line in note for choice in line.get("choices", [])}
    company.on("2026-10-31T10:00+08:00")
    company.say(holder, story.corrected, skip)
    assert last_question(company.command(new, "confirm"))
    company.press(new, "confirm")
    with company.database.reading() as c:
        assert unowned.plans_in(c, 1) == ()
        assert nobody_is_waited_for(company)
    company.on("2026-11-10T10:00+08:00")
    said = written(company.read("Nora"))
    assert story.say("told.unowned", n=1, lines="").splitlines()[0] not in said


def invitations_for(company: Company, hr: str, *wanted: tuple[Role, str]) -> dict[str, str]:
    """The tokens of invitations that HR makes, by whom they are for."""
    made = {}
    with company.database.transaction() as c:
        for role, name in wanted:
            made[name] = invitations.invite(c, 1, role, now=company.now, inviter_id=1, name=name)
    return made


def nobody_is_waited_for(company: Company) -> bool:
    """Whether all that waits, waits for somebody who is here and may do it."""
    with company.database.reading() as c:
        here = {id for id, roles in people.roles_in(c, 1).items() if roles}
        managers = {one.id for one in people.with_role(c, 1, "manager")}
        owners = {one.person_id for one in plans.submitted_in(c, 1, 50)}
        judges = {one.reporter_id for one in reports.of_plan(c, 1) if one.report is None and one.closes > company.now}
        notes = {one.manager_id for one in corrective_notes.open_of_plan(c, 1)}
        holding = set(holders.holders_of(c, 1))
        gone = [one.id for one in people.everybody(c, 1) if leaving.is_deactivated(c, one.id)]
        open_ = [run for id in gone for run in runs.runs_of(c, id, "active", "paused")]
        addresses = [place for id in gone for place in people.contacts_of(c, id)]
        sent = [parcel for place in addresses for parcel in outbox.pending(c, *place)]
    return owners <= managers and judges | notes | holding <= here and notes <= managers and not open_ and not sent
