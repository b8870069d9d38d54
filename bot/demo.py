"""A believable company to try: three departments, twelve posts, eight months of reports, all from a seed."""

import datetime as dt
import random
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import Connection

from bot.deadlines import note_due
from dialogs.due_dates import DueDate, due_dates
from dialogs.header import Header
from dialogs.questions import codec
from dialogs.reading.standards import read_standard
from dialogs.reading.whens import read_when
from dialogs.standing import unit_of
from dialogs.working_days import WorkingDays
from kpi.audit import Finding, audit
from kpi.plan import Customer, CustomerKind, Dimension, Direction, Indicator, Output, Plan, Statement, Tracking
from kpi.scores import attain
from kpi.weights import equal
from storage import departments, holders, migrate, people, plans, reports, runs
from storage.database import Database
from storage.tables import Confirmed, Role
from storage.values import plan_to_json

NAME = "恒达零售 Hengda"
CHANNEL = "local"
MONTHS = 8
"""Of reports, the last of them not yet complete."""
_DAY = dt.timedelta(days=1)
_MONTHLY = {"zh": "每月{day}日", "en": "monthly on day {day}"}
_ROLES: Sequence[tuple[str, Role, str, str | None]] = (
    ("何芸", "hr", "zh_Hans", None),
    ("Helen Ward", "hr", "en", None),
    ("李明", "manager", "zh_Hans", "零售部"),
    ("周洁", "manager", "zh_Hans", "物流部"),
    ("Ann Baker", "manager", "en", "International Sales"),
)
"""Who there is besides those who hold a post: name, role, language, the department they lead."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """An indicator as it is told: name, dimension, direction, both standards."""

    name: str
    dimension: Dimension
    direction: Direction
    basic: str
    outstanding: str


@dataclass(frozen=True, slots=True)
class _Post:
    """A post, its holder, the output and the figures it is judged by."""

    post: str
    manager: str
    holder: str
    output: str
    customer: str
    figures: tuple[_Figure, ...]


def _more(name: str, basic: str, outstanding: str, dimension: Dimension = Dimension.QUANTITY) -> _Figure:
    return _Figure(name, dimension, Direction.MORE, basic, outstanding)


def _less(name: str, basic: str, outstanding: str, dimension: Dimension = Dimension.QUALITY) -> _Figure:
    return _Figure(name, dimension, Direction.LESS, basic, outstanding)


# A table reads better than a column.
# fmt: off
_POSTS = (
    _Post("店长", "李明", "王芳", "门店销售业绩", "零售总监", (
        _more("销售额", "不低于80万元", "不低于100万元"), _less("退货率", "不超过2%", "不超过1%"),
        _less("库存周转天数", "不超过45天", "不超过35天", Dimension.TIME))),
    _Post("导购主管", "李明", "赵强", "会员服务", "会员", (
        _more("新增会员", "不少于120人", "不少于180人"), _less("会员投诉", "不超过5次", "不超过1次"))),
    _Post("陈列专员", "李明", "孙丽", "陈列方案", "门店", (
        _more("按时完成率", "不低于90%", "不低于98%", Dimension.TIME), _less("返工次数", "不超过3次", "不超过1次"))),
    _Post("收银主管", "李明", "钱伟", "日结报表", "财务部", (
        _less("差错率", "不超过0.3%", "不超过0.1%"),
        _less("平均排队时间", "不超过6分钟", "不超过4分钟", Dimension.TIME))),
    _Post("仓库主管", "周洁", "吴军", "库存账实相符表", "财务部", (
        _more("账实相符率", "不低于98%", "不低于99.5%", Dimension.QUALITY),
        _less("出库差错", "不超过8次", "不超过3次"))),
    _Post("配送调度员", "周洁", "郑浩", "配送计划", "门店", (
        _more("准时送达率", "不低于92%", "不低于97%", Dimension.TIME),
        _less("单趟运费", "不超过320元", "不超过280元", Dimension.COST))),
    _Post("采购员", "周洁", "冯静", "采购订单", "生产厂", (
        _more("到货合格率", "不低于96%", "不低于99%", Dimension.QUALITY),
        _less("采购周期", "不超过15天", "不超过10天", Dimension.TIME))),
    _Post("质检员", "周洁", "陈涛", "检验报告", "采购部", (
        _more("检验批次", "不少于60批", "不少于80批"), _less("漏检", "不超过3次", "不超过1次"))),
    _Post("Key account manager", "Ann Baker", "Tom Reed", "Signed contracts", "Sales director", (
        _more("Contract value", "at least 400,000 EUR", "at least 550,000 EUR"),
        _more("Renewal rate", "at least 85%", "at least 93%", Dimension.QUALITY))),
    _Post("Sales representative", "Ann Baker", "Mia Lopez", "Customer visits", "Key account manager", (
        _more("Customer visits", "at least 30 visits", "at least 45 visits"),
        _less("Complaints", "at most 4 complaints", "at most 1 complaint"))),
    _Post("Export clerk", "Ann Baker", "Jan Novak", "Shipping documents", "Forwarder", (
        _less("Document errors", "no more than 5 errors", "no more than 2 errors"),
        _less("Handling time", "within 3 days", "within 1 day", Dimension.TIME))),
    _Post("Marketing specialist", "Ann Baker", "Eva Holm", "Qualified leads", "Sales team", (
        _more("Qualified leads", "at least 60 leads", "at least 90 leads"),
        _less("Cost per lead", "at most 70 EUR", "at most 50 EUR", Dimension.COST))),
)
# fmt: on


class NotEmpty(Exception):
    """The database holds an organisation of that name already."""


def fill(database: str, now: dt.datetime, seed: int) -> None:
    """Fill a database with the company and its last months. Raises NotEmpty and storage.database.Unreachable."""
    chance = random.Random(seed)  # noqa: S311 - figures of a company that does not exist
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            began = _months_before(now, MONTHS)
            organisation = people.find_or_make_organisation(c, NAME, began)
            if people.named(c, organisation, _ROLES[0][0]):
                raise NotEmpty(NAME)
            history = _History(c, began, now, chance)
            history.people(organisation)
            for post in _POSTS:
                history.reports(post, history.plan(post))


@dataclass(slots=True)
class _History:
    """What happened in the company from when it began until now."""

    c: Connection
    began: dt.datetime
    now: dt.datetime
    chance: random.Random
    ids: dict[str, int] = field(default_factory=dict)
    """People by their names."""

    @property
    def day(self) -> int:
        """The day of each month on which figures are due: yesterday, so that there is something to report."""
        return min(max(self.now.day - 1, 1), 28)

    def people(self, organisation: int) -> None:
        """Everybody joins."""
        holding: list[tuple[str, Role, str, str | None]] = [
            (one.holder, "employee", _language(one.post), None) for one in _POSTS
        ]
        for name, role, language, department in (*_ROLES, *holding):
            place = {"channel": CHANNEL, "address": name}
            person = people.make_person(self.c, organisation, name, **place, now=self.began, language=language)
            people.grant_role(self.c, person.id, role)
            if department:
                departments.lead(self.c, departments.find_or_make(self.c, organisation, department), person.id)
            self.ids[name] = person.id

    def plan(self, post: _Post) -> int:
        """The plan of a post is approved and acknowledged; returns its id."""
        plan, manager, at = plan_of(post, self.day), self.ids[post.manager], self.began
        header = codec(Header).dump_python(Header(post.manager, at.date(), plan.department), mode="json")
        run = runs.start_run(self.c, manager, "post", version=1, header=header, now=at)
        runs.save_run(self.c, run.id, status="done", parked=False, focus=None, revision_before=run.revision, now=at)
        findings = codec(tuple[Finding, ...]).dump_python(audit(plan), mode="json")
        id = plans.keep_draft(self.c, run.id, manager, content=plan_to_json(plan), audit=findings, now=at)
        plans.submit(self.c, id, at)
        plans.decide(self.c, id, at, person_id=self.ids["何芸"], verdict="approved", remarks=[], now=at)
        holders.hold(self.c, id, self.ids[post.holder], at)
        holders.acknowledge(self.c, id, 1, self.ids[post.holder], at)
        return id

    def reports(self, post: _Post, plan_id: int) -> None:
        """Figures that get better on the whole; some late, missing or disputed, the newest still open."""
        for indicator in plan_of(post, self.day).indicators:
            level = self.chance.uniform(-0.6, 0.5)
            assert indicator.tracking.when is not None  # noqa: S101 - the demo's plans are tracked monthly
            for date in due_dates(indicator.tracking.when, self.began.date(), self.now.date(), WorkingDays()):
                level += self.chance.uniform(-0.25, 0.4)
                self.report(post, plan_id, indicator, date, level)
        holders.planned(self.c, plan_id, self.ids[post.holder], self.now.date())

    def report(self, post: _Post, plan_id: int, indicator: Indicator, date: DueDate, level: float) -> None:
        """One figure falls due and is reported, or not."""
        holder, zone = self.ids[post.holder], self.began.tzinfo or dt.UTC
        note_due(self.c, (plan_id, indicator.id, holder), holder, date, zone)
        due = [one for one in reports.of_plan(self.c, plan_id) if one.indicator_id == indicator.id][-1]
        over = due.late_from
        reports.asked(self.c, [due.id], over - _DAY / 2)
        at = over - dt.timedelta(hours=self.chance.randint(2, 14)) + 2 * _DAY * (self.chance.random() < _LATE)
        open_ = date.closes_on > self.now.date() and post.holder in _WAITING
        if at < self.now and not open_ and self.chance.random() > _MISSING:
            value = _value(indicator, level)
            kept = reports.keep(self.c, due.id, holder, value=value, attained=attain(indicator, value), now=at)
            self.conclude(kept, self.ids[post.manager], at)

    def conclude(self, report: int, manager: int, at: dt.datetime) -> None:
        """The manager confirms or disputes it, or says nothing."""
        silent, disputed = self.chance.random() < _SILENT, self.chance.random() < _DISPUTED
        said = at + (_SILENCE if silent else dt.timedelta(hours=self.chance.randint(1, 30)))
        if said < self.now:
            verdict: Confirmed = "disputed" if disputed and not silent else "confirmed"
            reason = "请核对系统数据 / please check the system" if verdict == "disputed" else None
            by = None if silent else manager
            reports.conclude(self.c, report, verdict, reason=reason, person_id=by, now=said)


_LATE, _MISSING, _DISPUTED, _SILENT = 0.12, 0.06, 0.04, 0.25
"""How often a report is late, missing, disputed, or confirmed by nobody's objecting."""
_SILENCE = dt.timedelta(days=5)
_WAITING = ("王芳", "郑浩", "Tom Reed")
"""Whose newest figures are left to whoever tries it."""


def plan_of(post: _Post, day: int) -> Plan:
    """The plan of a post whose figures are due on a day of each month."""
    language = "zh" if _language(post.post) != "en" else "en"
    when = read_when(_MONTHLY[language].format(day=day), dt.date(2026, 1, 1))
    department = next(department for name, _, _, department in _ROLES if name == post.manager)
    indicators = tuple(
        Indicator(
            id=number,
            dimension=one.dimension,
            name=one.name,
            numeric=True,
            weight=weight,
            direction=one.direction,
            basic=read_standard(one.basic),
            outstanding=read_standard(one.outstanding),
            statement=Statement(when, "ERP", post.output, f"{one.name} {one.basic}"),
            tracking=Tracking("ERP", "全部" if language == "zh" else "all", when, post.holder, post.manager),
        )
        for number, (one, weight) in enumerate(zip(post.figures, equal(len(post.figures)), strict=True), start=1)
    )
    serves = f"{post.customer}: {post.figures[0].name}"
    output = Output(1, post.output, (1,), Decimal(100), serves=serves, indicators=indicators)
    customers = (Customer(1, post.customer, CustomerKind.DEPARTMENT),)
    return Plan(post.post, department or "", post.holder, "sales", "2026", customers, (output,), Decimal(95))


def _value(indicator: Indicator, level: float) -> Decimal:
    """A figure so far on the way from basic (0) to outstanding (1), with the digits of the standards."""
    standards = [one.value for one in (indicator.basic, indicator.outstanding) if one and one.value is not None]
    basic, outstanding = standards
    value = basic + (outstanding - basic) * Decimal(str(round(level, 3)))
    if unit_of(indicator) != "%":
        return max(value, Decimal(0)).quantize(Decimal(1))
    digits = Decimal("0.01") if basic < 1 else Decimal("0.1")
    return min(max(value, Decimal(0)), Decimal(100)).quantize(digits)


def _months_before(now: dt.datetime, months: int) -> dt.datetime:
    """The first of a month, so many months back."""
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=1, hour=9, minute=0, second=0, microsecond=0)


def _language(post: str) -> str:
    return "en" if post.isascii() else "zh_Hans"
