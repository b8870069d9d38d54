"""Who is meant by a name where nobody says so: one person alone who has it; on both databases."""

from datetime import datetime

import pytest

from bot import meant
from storage import named, plans
from storage.database import Database
from tests.company import Company, plan

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


def unknown(company: Company) -> set[str]:
    """Whom nobody knows of those whom the plan names."""
    with company.database.reading() as c:
        kept = plans.plan(c, 1)
        assert kept
        return {one.name for one in meant.unbound(c, kept)}


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("周颖", ("周颖", "周颖")),
        ("Ian", ("Lan",)),
        ("Marna", ("Mama",)),
        ("Li Ang", ("Liang",)),
        ("劉強", ("刘强",)),
        ("Ann", ("Ann", "Аnn")),
    ],
)
def test_where_another_may_be_meant_the_manager_is_asked(database: Database, said: str, known: tuple[str, ...]) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    names = [known[0], *(f"{name} (2)" for name in known[1:])]
    for name in names:
        company.join(name, "employee")
    company.approve(li, he, plan(receiver=said, judge=said), wang)
    assert unknown(company) == {said}
    offered = [one for line in company.command("李明", "who", "1") for one in line.get("choices", [])]
    assert [one["label"] for one in offered if "invite" not in one["id"]] == names


@pytest.mark.parametrize(
    ("said", "known"), [("周 颖", "周颖"), ("ANN LEE", "Ann Lee"), ("周颖 (2)", "周颖 (2)"), ("Zoë", "Zoë")]
)
def test_how_a_name_is_written_makes_nobody_else_of_it(database: Database, said: str, known: str) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    for name in ("周颖", known):
        if name not in company.roles:
            company.join(name, "employee")
    company.approve(li, he, plan(receiver=said, judge=said))
    assert unknown(company) == set()


@pytest.mark.parametrize("said", ["1 老刘, Ian", "1 老刘，Li Ang"])
def test_who_is_only_alike_is_not_taken_for_whom_somebody_names(database: Database, said: str) -> None:
    company = Company(database, BEGAN)
    he, li = company.join("何芸", "hr"), company.join("李明", "manager")
    company.approve(li, he, plan(judge="老刘"))
    for name in ("Lan", "Liang"):
        company.join(name, "employee")
    company.command("李明", "who", said)
    assert "老刘" in unknown(company)


@pytest.mark.parametrize("word", ["无", "nobody", "everyone", "本人", "the holder", "门店伙伴"])
def test_who_calls_themselves_by_a_word_for_nobody_or_the_holder_is_not_meant_by_it(
    database: Database, word: str
) -> None:
    company = Company(database, BEGAN)
    he, li, wang = (company.join(*one) for one in (("何芸", "hr"), ("李明", "manager"), ("王芳", "employee")))
    eve = company.join(word, "employee")
    company.approve(li, he, plan(receiver=word, judge=word, post="门店伙伴"), wang)
    with database.reading() as c:
        assert eve not in named.meant(c, [1])[1].values()
    company.on("2026-09-30T10:00+08:00").say("王芳", "退货率 1.8%，订单 127 单", "跳过")
    assert company.read(word) == []
