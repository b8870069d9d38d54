"""A small company with an approved plan, and what its people are sent when they say something."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from bot import meant
from bot.desk import Desk, Sender
from bot.schedule import Schedule
from dialogs.acts import Act, Command, Pressed, Said
from kpi.period import Period
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Standard, Tracking, When
from kpi.values import Comparator
from storage import holders, outbox, people, plans, runs
from storage.database import Database
from storage.tables import Role
from storage.values import plan_to_json
from tests.manager import Line

MONTHLY = When("每月", rrule="FREQ=MONTHLY;BYMONTHDAY=-1")


def numeric(value: str, sign: str = ">=", unit: str | None = "%") -> Standard:
    return Standard(sign + value, Comparator(sign), Decimal(value), unit=unit)


def indicators(receiver: str | None = None, judge: str | None = None) -> tuple[Indicator, ...]:
    tracking = Tracking("系统", "全部", MONTHLY, "本人", receiver)
    return (
        Indicator(
            id=1,
            dimension=Dimension.QUALITY,
            name="退货率",
            numeric=True,
            weight=Decimal(40),
            direction=Direction.LESS,
            basic=numeric("2", "<="),
            outstanding=numeric("1", "<="),
            tracking=tracking,
        ),
        Indicator(
            id=2,
            dimension=Dimension.QUANTITY,
            name="订单数量",
            numeric=True,
            weight=Decimal(40),
            direction=Direction.MORE,
            basic=numeric("100", ">=", "单"),
            outstanding=numeric("150", ">=", "单"),
            tracking=tracking,
        ),
        Indicator(
            id=3,
            dimension=Dimension.QUALITY,
            name="报表的清晰度",
            numeric=False,
            weight=Decimal(20),
            judge=judge,
            factors=("有结论", "数据有来源"),
            basic=Standard("有结论", items=("有结论",)),
            outstanding=Standard("有来源", items=("有结论", "数据有来源")),
            tracking=tracking,
        ),
    )


def plan(receiver: str | None = None, judge: str | None = None, post: str = "店长") -> Plan:
    output = Output(5, "月度报表", (1,), Decimal(100), indicators=indicators(receiver, judge))
    customers = (Customer(1, "总经理", CustomerKind.SUPERIOR),)
    return Plan(post, "零售部", None, "sales", Period("长期"), customers, (output,))


@dataclass
class Company:
    """People at their desks; `now` moves as the test has it."""

    database: Database
    now: datetime
    language: str = "zh_Hans"
    roles: dict[str, Role] = field(default_factory=dict)
    _updates: int = 0

    def __post_init__(self) -> None:
        self.desk = Desk(self.database, "远大公司", self.language)
        self.schedule = Schedule(self.database, self.language)

    def join(self, name: str, role: Role, *, language: str | None = None, zone: str | None = None) -> int:
        """A new person of the company; returns their id."""
        with self.database.transaction() as c:
            organisation = people.find_or_make_organisation(c, "远大公司", self.now)
            spoken = language or self.language
            place = {"channel": "local", "address": name}
            person = people.make_person(c, organisation, name, **place, now=self.now, language=spoken)
            people.grant_role(c, person.id, role)
            if zone:
                people.set_time_zone(c, person.id, zone)
        self.roles[name] = role
        return person.id

    def approve(self, manager: int, reviewer: int, made: Plan, *held_by: int) -> int:
        """An approved plan of a manager, and who holds the post; returns its id."""
        with self.database.transaction() as c:
            header = {"manager": people.person_of(c, manager).name, "began": self.now.date().isoformat()}
            run = runs.start_run(c, manager, "post", version=1, header=header, now=self.now)
            runs.save_run(
                c, run.id, status="done", parked=False, focus=None, revision_before=run.revision, now=self.now
            )
            id = plans.keep_draft(c, run.id, manager, content=plan_to_json(made), audit=[], now=self.now)
            meant.note(c, plans.versions(c, id)[-1], self.now)
            plans.submit(c, id, self.now)
            plans.decide(c, id, self.now, person_id=reviewer, verdict="approved", remarks=[], now=self.now)
            for person in held_by:
                holders.hold(c, id, person, self.now)
                holders.acknowledge(c, id, 1, person, self.now)
        return id

    def on(self, moment: str) -> "Company":
        """Move the clock to an ISO time, and do what is to be done by then."""
        self.now = datetime.fromisoformat(moment)
        self.schedule.run(self.now)
        return self

    def say(self, name: str, *said: Act | str) -> list[Line]:
        """Have somebody say things; returns what they are sent in answer, without what waited before."""
        self.read(name)
        for one in said:
            act = Said(one) if isinstance(one, str) else one
            self._updates += 1
            assert self.desk.take(self._sender(name), str(self._updates), act, self.now)
        return self.read(name)

    def press(self, name: str, choice: str) -> list[Line]:
        return self.say(name, Pressed(choice))

    def command(self, name: str, command: str, argument: str = "") -> list[Line]:
        return self.say(name, Command(command, argument))

    def read(self, name: str) -> list[Line]:
        """What waits for somebody, taken as sent."""
        with self.database.transaction() as c:
            parcels = outbox.pending(c, "local", name)
            for parcel in parcels:
                outbox.sent(c, parcel.id, self.now)
        return [dict(parcel.payload) for parcel in parcels]

    def _sender(self, name: str) -> Sender:
        return Sender("local", name, name, self.roles[name])


def written(said: Sequence[Line]) -> str:
    return "\n".join(str(line.get("text", "")) for line in said)
