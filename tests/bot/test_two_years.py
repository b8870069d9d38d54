"""A plan of 2026 that goes on in 2027, beside one of a fiscal year from April: counted from plain events.

As in test_year, nothing here uses the product's arithmetic: the days are written out, the figures are in a table.
"""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bot.digest import digest_of
from bot.progress import progress_of
from dialogs.acts import Command
from kpi.digest import Rhythm
from kpi.period import Period, Span
from kpi.plan import Plan, When
from storage import migrate, plans
from storage.database import Database
from storage.values import plan_to_json
from tests.company import Company, numeric, plan
from tests.manager import Line

DAY = timedelta(days=1)
BEGAN, END = date(2026, 10, 12), date(2027, 5, 20)
RENEWED = date(2026, 12, 15)
"""When the version for 2027 is approved, in the midst of what goes on in 2026."""
STORE, BUYER = "店长", "采购员"
HOLDERS = {STORE: "王芳", BUYER: "周敏"}
PLANS = {STORE: 1, BUYER: 2}
BASIC = {"2026": 2, "2027": 1, "FY27": 2}

# About which days, due when, of which plan, and what was said: the store's at the end of each month, the buyer's by the
# 5th of the following one.
TABLE: tuple[tuple[str, str, str, str, str, str | None], ...] = (
    (STORE, "2026", "2026-10-12", "2026-10-31", "2026-10-31", "1.6"),
    (STORE, "2026", "2026-11-01", "2026-11-30", "2026-11-30", None),
    (STORE, "2026", "2026-12-01", "2026-12-31", "2026-12-31", "4"),
    (STORE, "2027", "2027-01-01", "2027-01-31", "2027-01-31", "1"),
    (STORE, "2027", "2027-02-01", "2027-02-28", "2027-02-28", "2"),
    (STORE, "2027", "2027-03-01", "2027-03-31", "2027-03-31", None),
    (STORE, "2027", "2027-04-01", "2027-04-30", "2027-04-30", "0.5"),
    (BUYER, "FY27", "2026-10-12", "2026-10-31", "2026-11-05", "2"),
    (BUYER, "FY27", "2026-11-01", "2026-11-30", "2026-12-05", "8"),
    (BUYER, "FY27", "2026-12-01", "2026-12-31", "2027-01-05", None),
    (BUYER, "FY27", "2027-01-01", "2027-01-31", "2027-02-05", "2"),
    (BUYER, "FY27", "2027-02-01", "2027-02-28", "2027-03-05", "1"),
    (BUYER, "FY27", "2027-03-01", "2027-03-31", "2027-04-05", "4"),
)


def of(post: str, name: str, days: Span, rule: str, *, following: bool = False) -> Plan:
    made = plan(post=post)
    (one, *_), output = made.indicators, made.outputs[0]
    tracked = replace(one.tracking, when=When("x", None, rule, following=following))
    basic = numeric(str(BASIC[name]), "<=")
    held = replace(one, weight=Decimal(100), basic=basic, outstanding=None, tracking=tracked)
    fiscal = 2027 if name == "FY27" else None
    return replace(made, period=Period(name, days, fiscal), outputs=(replace(output, indicators=(held,)),))


MONTH_END = "FREQ=MONTHLY;BYMONTHDAY=-1"
VERSIONS = {
    "2026": of(STORE, "2026", Span(date(2026, 1, 1), date(2026, 12, 31)), MONTH_END),
    "2027": of(STORE, "2027", Span(date(2027, 1, 1), date(2027, 12, 31)), MONTH_END),
    "FY27": of(BUYER, "FY27", Span(date(2026, 4, 1), date(2027, 3, 31)), "FREQ=MONTHLY;BYMONTHDAY=5", following=True),
}


class Years:
    """The company, day by day; keeps what everybody was sent, by the day."""

    def __init__(self, database: Database) -> None:
        self.company = Company(database, at(BEGAN))
        he, li = self.company.join("何芸", "hr"), self.company.join("李明", "manager")
        for post, name in HOLDERS.items():
            holder = self.company.join(name, "employee")
            self.company.approve(li, he, VERSIONS["2026" if post == STORE else "FY27"], holder)
        self.sent: dict[str, list[tuple[date, Line]]] = {"何芸": [], "李明": [], "王芳": [], "周敏": []}

    def run(self) -> None:
        day = BEGAN
        while day <= END:
            self.company.now = at(day)
            self.company.schedule.run(self.company.now)
            for name, sent in self.sent.items():
                sent += [(day, line) for line in self.company.read(name)]
            for post, _, _, _, due, said in TABLE:
                if due == day.isoformat() and said:
                    self.company.say(HOLDERS[post], Command("report"), f"退货率 {said}%", "跳过")
            if day == RENEWED:
                self.renew()
            day += DAY

    def renew(self) -> None:
        now = self.company.now
        with self.company.database.transaction() as c:
            kept = plans.plan(c, PLANS[STORE])
            assert kept
            content = plan_to_json(VERSIONS["2027"])
            plans.keep_draft(c, kept.run_id, kept.person_id, content=content, audit=[], now=now)
            plans.submit(c, kept.plan_id, now)
            plans.decide(c, kept.plan_id, now, person_id=1, verdict="approved", remarks=[], now=now)

    def told(self, name: str, sign: str) -> list[tuple[date, str]]:
        said = ((day, str(line.get("text", ""))) for day, line in self.sent[name])
        return [(day, text) for day, text in said if re.search(sign, text)]


def at(day: date) -> datetime:
    return datetime.fromisoformat(f"{day}T10:00+08:00")


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Years:
    database = Database(f"sqlite:///{Path(tmp_path_factory.mktemp('years')) / 'kpi.db'}")
    migrate.upgrade(database)
    found = Years(database)
    found.run()
    return found


def test_everybody_is_asked_on_the_days_of_the_table_and_on_no_other(years: Years) -> None:
    for post, name in HOLDERS.items():
        due = [date.fromisoformat(one[4]) for one in TABLE if one[0] == post]
        assert [day for day, _ in years.told(name, "有数据需要上报")] == due


def test_each_figure_is_asked_by_its_month(years: Years) -> None:
    asked = [text for _, text in years.told("周敏", "• 退货率")]
    assert list(dict.fromkeys(re.findall(r"• 退货率，(.+?)（", text)[0] for text in asked)) == [
        *("2026年10月12日至2026年10月31日", "2026年11月", "2026年12月", "2027年1月", "2027年2月", "2027年3月"),
    ]


@pytest.mark.parametrize(
    ("post", "year", "name"),
    [(STORE, 2026, "2026"), (STORE, 2027, "2027"), (STORE, None, "2027"), (BUYER, None, "FY27")],
)
def test_the_score_of_each_period_is_that_of_its_figures(years: Years, post: str, year: int | None, name: str) -> None:
    mine = [one for one in TABLE if one[:2] == (post, name)]
    known = [Fraction(one[5]) for one in mine if one[5]]
    with years.company.database.reading() as c:
        kept = plans.approved(c, PLANS[post])
        assert kept
        shown = progress_of(c, kept, years.company.now, year=year)
    (scored,) = shown.scores
    expected = sum(min(Fraction(1), BASIC[name] / value) for value in known) / len(known)
    assert scored.score.basic is not None
    assert float(scored.score.basic) == pytest.approx(float(expected))
    assert float(scored.score.missing) == pytest.approx(1 - len(known) / len(mine))
    assert [(str(row.first), str(row.last), str(row.due_on)) for row in shown.rows] == [one[2:5] for one in mine]


def test_digests_hold_what_is_about_their_months_and_quarters(years: Years) -> None:
    months = {
        f"{year}-{month:02}": 1
        for year, month in ((2026, 10), (2026, 11), (2026, 12), *((2027, n) for n in range(1, 6)))
    }
    for month in months:
        assert counted(years, Rhythm.MONTHLY, [month]) == expected([month]), month
    for quarter in (["2026-10", "2026-11", "2026-12"], ["2027-01", "2027-02", "2027-03"]):
        assert counted(years, Rhythm.QUARTERLY, quarter) == expected(quarter), quarter


def counted(years: Years, rhythm: Rhythm, months: list[str]) -> Counter[str]:
    year, month = map(int, months[-1].split("-"))
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    with years.company.database.reading() as c:
        shown = digest_of(c, 1, rhythm, years.company.now, last=last)
    total, results = shown.total, shown.results
    return Counter(
        due=total.due, in_time=total.in_time, missing=total.missing, reports=results.reports, met=results.met
    )


def expected(months: list[str]) -> Counter[str]:
    mine = [one for one in TABLE if one[3][:7] in months]
    known: list[Any] = [one for one in mine if one[5]]
    met = sum(Fraction(one[5]) <= BASIC[one[1]] for one in known)
    return Counter(due=len(mine), in_time=len(known), missing=len(mine) - len(known), reports=len(known), met=met)


def test_a_digest_is_sent_once_what_belongs_to_it_was_due(years: Years) -> None:
    sent = {re.findall("月报：(.+?)至", text)[0]: day for day, text in years.told("何芸", "^远大公司 绩效月报")}
    assert [str(day) for day in sent.values()] == [
        *("2026-11-06", "2026-12-06", "2027-01-06", "2027-02-06", "2027-03-06", "2027-04-06", "2027-05-01"),
    ]


def test_plans_that_end_are_followed_up_once(years: Years) -> None:
    assert [(str(day), re.findall("• (.+?)，到(.+?)为止", text)) for day, text in years.told("李明", "即将到期")] == [
        ("2026-12-03", [(STORE, "2026年12月31日")]),
        ("2027-03-03", [(BUYER, "2027年3月31日")]),
    ]
    assert [re.findall("(.+)前到期的计划：(.+)", text)[0] for _, text in years.told("何芸", "到期的计划")] == [
        ("2026年12月31日", STORE),
        ("2027年3月31日", BUYER),
    ]
