"""The company to try: the same from the same seed, with something to do for each of its people."""

import re
import subprocess
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.demo.company import NAME, NotEmpty, fill
from bot.digest import digest_of
from bot.errands.plans import plan_of
from bot.records import run_as_kept
from dialogs import journal
from dialogs.acts import Command
from dialogs.engine import replay
from dialogs.post.interview import post
from kpi.digest import Rhythm
from storage import digests, people, plans, reports, runs
from storage.database import Database
from storage.tables import corrective_note, due
from tests.company import Company, written
from tests.manager import Line, last_question
from tests.program import ENVIRONMENT, kpibot, run
from tests.test_house import HAN

NOW = datetime.fromisoformat("2026-11-27T10:00+08:00")
MANAGERS = ("李明", "周洁", "Ann Baker")


def company(folder: Path, seed: int = 1, now: datetime = NOW) -> Database:
    url = f"sqlite:///{folder / 'demo.db'}"
    fill(url, now, seed)
    return Database(url)


def asked(said: Sequence[Line]) -> str:
    """The name of the question that stands at the end of what was said."""
    question = last_question(said)
    assert question, written(said)
    return str(question["name"])


def test_twelve_posts_of_three_departments_in_both_languages(tmp_path: Path) -> None:
    database = company(tmp_path)
    with database.reading() as c:
        assert {one.department for one in digests.posts(c, 1)} == {"零售部", "物流部", "International Sales"}
        assert len(digests.posts(c, 1)) == 12
        shown = digest_of(c, 1, Rhythm.QUARTERLY, NOW)
        assert shown.organisation == NAME
        assert shown.total.due > 60
        assert 0 < shown.total.missing < shown.total.due / 5
        assert 0 < shown.results.excelled < shown.results.met < shown.results.reports
    database.close()


def test_a_seed_makes_the_same_company(tmp_path: Path) -> None:
    figures = []
    for number, seed in enumerate((3, 3, 4)):
        folder = tmp_path / str(number)
        folder.mkdir()
        database = company(folder, seed)
        with database.reading() as c:
            figures.append([one.report and one.report.value for one in reports.of_plan(c, 1)])
        database.close()
    assert figures[0] == figures[1] != figures[2]


def test_a_second_time_is_refused_and_says_again_what_to_try(tmp_path: Path) -> None:
    company(tmp_path).close()
    with pytest.raises(NotEmpty):
        company(tmp_path)
    done = run(tmp_path, "demo", "--database", f"sqlite:///{tmp_path / 'demo.db'}")
    assert done.returncode == 1
    assert "holds the company already" in done.stderr
    assert "--as 'Tom Reed'" in done.stderr


@pytest.mark.parametrize(
    "moment",
    [
        "2026-11-27T10:00+08:00",
        "2024-02-29T14:00+08:00",
        "2026-03-01T00:20+08:00",
        "2026-12-31T14:00+08:00",
        "2027-01-31T23:50+08:00",
        "2027-02-01T14:00+08:00",
        # New year in the company's zone, and still the year before in that of who tries it.
        "2026-12-31T20:00-08:00",
    ],
)
def test_there_is_something_to_do_on_any_day(tmp_path: Path, moment: str) -> None:
    now = datetime.fromisoformat(moment)
    database = company(tmp_path, now=now)
    open_ = Company(
        database,
        now,
        roles={"王芳": "employee", "Tom Reed": "employee", "李明": "manager", "Ann Baker": "manager", "何芸": "hr"},
    )
    assert "退货率" in written(open_.command("王芳", "report"))
    assert "renewal rate" in written(open_.command("Tom Reed", "report"))
    assert "“店长”的绩效表现" in written(open_.command("王芳", "progress"))
    assert "钱伟" in written(open_.command("李明", "confirm"))
    assert "Jan Novak" in written(open_.command("Ann Baker", "confirm"))
    assert "Tom Reed" in written(open_.command("Ann Baker", "team"))
    assert "陈列专员，孙丽" in written(open_.command("李明", "team"))
    assert "会员投诉（赵强）" in written(open_.command("李明", "corrective"))
    assert "propose:2" in str(open_.command("李明", "propose"))
    assert NAME in written(open_.command("何芸", "digest", "quarterly"))
    database.close()


def test_plans_of_the_demo_hold_up(tmp_path: Path) -> None:
    database = company(tmp_path)
    with database.reading() as c:
        audits = [one["result"] for plan in plans.plans_of(c, people.named(c, 1, "李明").id) for one in plan.audit]  # type: ignore[union-attr] # he is there
    assert "fail" not in audits
    database.close()


def test_a_plan_of_the_demo_is_what_its_interview_led_to(tmp_path: Path) -> None:
    database = company(tmp_path)
    with database.reading() as c:
        kept = [plan for name in MANAGERS for plan in plans.plans_of(c, people.named(c, 1, name).id)]  # type: ignore[union-attr] # they are there
        spoken = [run_as_kept(c, runs.run_of(c, one.run_id)) for one in kept]
    database.close()
    assert len(kept) == 12
    for plan, interview in zip(kept, spoken, strict=True):
        again = replay(partial(post, interview.header), journal.values(journal.standing(interview.journal)))
        assert again.result == plan_of(plan)
        assert {entry.language for entry in interview.journal} == {
            None,
            "en" if interview.header.manager == "Ann Baker" else "zh_Hans",
        }


def test_changing_a_plan_of_the_demo_asks_just_what_is_meant(tmp_path: Path) -> None:
    database = company(tmp_path)
    open_ = Company(database, NOW, roles={"李明": "manager", "Ann Baker": "manager"})
    assert asked(open_.command("李明", "revise", "3")) == "submit"
    open_.command("李明", "propose", "2.2")
    assert asked(open_.say("李明", "门店扩大了")) == "basic"
    assert asked(open_.say("李明", "不超过8次")) == "outstanding"
    assert asked(open_.say("李明", "不超过3次")) == "submit"
    open_.command("Ann Baker", "propose", "9.1")
    assert asked(open_.say("Ann Baker", "the market shrinks")) == "basic"
    database.close()


def test_a_new_version_of_a_plan_of_the_demo_is_given_up(tmp_path: Path) -> None:
    database = company(tmp_path)
    open_ = Company(database, NOW, roles={"李明": "manager"})
    open_.command("李明", "propose", "2.2")
    open_.say("李明", "门店扩大了", "不超过8次", Command("cancel"), "是")
    assert asked(open_.command("李明", "revise", "2")) == "submit"
    assert "不超过5次" in written(open_.command("李明", "summary"))
    database.close()


def test_what_missed_the_basic_standard_was_worked_on(tmp_path: Path) -> None:
    database = company(tmp_path)
    with database.reading() as c:
        notes = c.execute(select(corrective_note)).all()
        met = c.execute(select(due.c.met).join(corrective_note, corrective_note.c.due_id == due.c.id)).scalars()
        assert set(met) == {False}
    followed_up = [one for one in notes if one.outcome == "done"]
    assert all(one.what and one.who and one.by for one in followed_up)
    assert 1 <= len(notes) - len(followed_up) <= 3 < len(followed_up)
    open_ = Company(database, NOW, roles={"李明": "manager", "Ann Baker": "manager"})
    assert "会员投诉（赵强）：每周抽听投诉录音" in written(open_.command("李明", "corrective"))
    assert "contract value (Tom Reed): Go through the pipeline" in written(open_.command("Ann Baker", "corrective"))
    database.close()


def test_what_it_says_to_try_can_be_typed(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'of mine.db'}"
    said = subprocess.check_output(kpibot("demo", "--database", database), env=ENVIRONMENT, text=True)
    tried = {}
    for line in said.splitlines()[1:]:
        command, _, wishes = line.strip().partition("    ")
        typed = "\n".join(re.findall(r"/[a-z]+(?: quarterly)?", wishes))
        tried[command] = subprocess.check_output(command, shell=True, env=ENVIRONMENT, text=True, input=typed)
    holder, manager, hr, other, digest = tried.values()
    assert "contract value" in holder
    assert "Your team" in manager
    assert "Jan Novak" in manager
    assert "quarterly digest" in hr
    assert "您的团队" in other
    assert "改进措施" in other
    assert NAME in digest
    assert not any(HAN.search(said) for said in (holder, manager))
