"""Short conversations of all kinds of people, each from where the same small company stands."""

from dataclasses import dataclass
from datetime import datetime

from bot.desk import Desk, Sender
from dialogs.acts import Said
from storage import invitations, people, plans, runs
from storage.database import Database
from storage.tables import Role, outbox
from storage.values import plan_to_json
from tests.company import Company, plan
from tests.telegram.chats import Person
from tests.telegram.program import CHANNEL, ORGANISATION
from tests.telegram.server import FIRST_PERSON, StandIn

SEEDED = "2026-11-02T10:00:00+08:00"
PEOPLE: dict[str, tuple[Role, str]] = {
    "Helen": ("hr", "en"),
    "李明": ("manager", "zh_Hans"),
    "王芳": ("employee", "zh_Hans"),
    "Ann": ("manager", "en"),
}
NEWCOMER = "Ben"
"""Joins by an invitation."""
ANSWERS = (
    *("Key account manager", "Sales", "Wang Fang", "2027", "the GM, finance, legal, IT", "no"),
    *("reports", "plans", "advice", "data"),
)
"""What Ann has answered so far: enough for a menu of several pages."""


@dataclass(frozen=True)
class Scene:
    """When it begins, and who does what then: writes something, or presses the button of a "!label".

    With a pause in seconds nobody waits for what comes of it.
    """

    began: str
    acts: tuple[tuple[str, str], ...]
    pause: int = 0


SCENES = {
    "interview": Scene(
        "2026-11-10T10:00:00+08:00",
        (
            ("Ben", "/start {token}"),
            ("Ben", "Buyer"),
            ("Ben", "Purchasing"),
            ("Ben", "/skip"),
            ("Ben", "!2027"),
            ("Ann", "/edit"),
            ("Ann", "!›"),
            ("Ann", "!legal"),
            ("Ann", "contracts"),
        ),
    ),
    "review": Scene(
        "2026-11-10T10:00:00+08:00",
        (("Helen", "/review"), ("Helen", "!Approve"), ("李明", "/plans")),
    ),
    "report": Scene(
        "2026-11-30T10:00:00+08:00",
        (("王芳", "退货率 1.8%，订单 127 单"), ("王芳", "跳过"), ("李明", "/confirm"), ("李明", "确认")),
    ),
    "digest": Scene("2026-12-11T10:00:00+08:00", (("Helen", "/digest quarterly"), ("Helen", "/digest weekly off"))),
}


HOUR = 3600
DAY = Scene(
    "2026-12-11T00:10:00+08:00",
    (("Ann", "/why"), ("王芳", "/progress"), ("李明", "/plans"), ("Helen", "/departments")) * 24,
    HOUR // 4,
)
"""A day on which everybody writes every hour, and half of it in the night."""
OUTAGES = tuple((hour * HOUR + 600.0, hour * HOUR + 2000.0) for hour in range(24))
"""In each of its hours one, in which one or two people write."""


def seed(database: Database) -> str:
    """The company: an approved plan with its holder, one that waits for review, an interview and an invitation.

    Returns the token of that.
    """
    now = datetime.fromisoformat(SEEDED)
    company = Company(database, now)
    ids = {name: _joined(database, place, name, now) for place, name in enumerate(PEOPLE)}
    company.approve(ids["李明"], ids["Helen"], plan(), ids["王芳"])
    with database.transaction() as c:
        run = runs.start_run(
            c, ids["李明"], "post", version=1, header={"manager": "李明", "began": "2026-11-02"}, now=now
        )
        runs.save_run(c, run.id, status="done", parked=False, focus=None, revision_before=run.revision, now=now)
        made = plans.keep_draft(c, run.id, ids["李明"], content=plan_to_json(plan(post="采购员")), audit=[], now=now)
        plans.submit(c, made, now)
        organisation = people.person_of(c, ids["李明"]).organisation_id
        token = invitations.invite(c, organisation, "manager", now=now, days=365)
    desk = Desk(database, ORGANISATION, "en")
    ann = str(FIRST_PERSON + list(PEOPLE).index("Ann"))
    for number, answer in enumerate(("/start", *ANSWERS)):
        desk.take(Sender(CHANNEL, ann, "Ann"), f"seed:{number}", Said(answer), now)
    with database.transaction() as c:
        c.execute(outbox.delete())
    return token


def _joined(database: Database, place: int, name: str, now: datetime) -> int:
    role, language = PEOPLE[name]
    with database.transaction() as c:
        organisation = people.find_or_make_organisation(c, ORGANISATION, now)
        at = {"channel": CHANNEL, "address": str(FIRST_PERSON + place)}
        person = people.make_person(c, organisation, name, **at, now=now, language=language)
        people.grant_role(c, person.id, role)
        return person.id


def chats(server: StandIn) -> dict[str, Person]:
    """Everybody's chat, as a stand-in has it after the seed."""
    made = {
        name: server.person(name, "zh-hans" if language == "zh_Hans" else "en")
        for name, (_, language) in PEOPLE.items()
    }
    for person in made.values():
        person.add(person.user, "/start")
    return made | {NEWCOMER: server.person(NEWCOMER, "en")}
