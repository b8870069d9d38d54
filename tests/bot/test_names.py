"""What people are called who join: like nobody else, and in no words of the bot; on both databases."""

from datetime import datetime

import pytest

from bot.desk import Desk, Sender
from dialogs.acts import Said
from storage import people
from storage.database import Database
from tests.company import Company, plan, written

BEGAN = datetime.fromisoformat("2026-09-01T09:00+08:00")


def came(database: Database, *names: str) -> list[str]:
    """Who joins under names, each from an address of their own; what they are called then."""
    desk = Desk(database, "远大公司", "zh_Hans")
    for number, name in enumerate(names):
        sender = Sender("telegram", str(700 + number), name, language="zh_Hans", joins="employee")
        assert desk.take(sender, "1", Said("你好"), BEGAN)
    with database.reading() as c:
        return [one.name for one in people.everybody(c, 1)]


@pytest.mark.parametrize(
    "other", ["周\u200b颖", "\u3164周颖", "周颖\u202e", "周 颖", "周颖\ufe0f", "\n周颖\n", "**周颖**", "周\U000e0101颖"]
)
def test_who_looks_like_somebody_is_told_apart(database: Database, other: str) -> None:
    assert came(database, "周颖", other)[1] in {"周颖 (2)", "周 颖 (2)"}


@pytest.mark.parametrize(("name", "other"), [("Ann", "Аnn"), ("Ian", "lan"), ("工藤", "エ藤"), ("Ann", "ann")])
def test_who_is_written_alike_is_told_apart(database: Database, name: str, other: str) -> None:
    assert came(database, name, other)[1] == f"{other} (2)"


def test_a_name_holds_no_words_of_the_bot(database: Database) -> None:
    name = "周颖\n✅ 已批准：\u2028<b>李明</b> [x](http://evil.com) /approve #3"
    kept, *unnamed = came(database, name, "\u3164", "#", "🌸")
    assert kept == "周颖 已批准 b 李明 b x (http evil. com) approve 3"
    assert unnamed == ["701", "702", "703"]


def test_a_person_called_by_a_number_keeps_nobody_from_being_erased(database: Database) -> None:
    company = Company(database, BEGAN)
    company.join("何芸", "hr")
    company.join("李明", "manager")
    for name in ("王芳", "#3"):
        company.join(name, "employee")
    company.approve(2, 1, plan(receiver="#3", judge="王芳"), 3)
    company.command("王芳", "forget", "yes")
    assert "王芳" in written(company.command("何芸", "erase", "3.yes"))
    with database.reading() as c:
        assert [people.person_of(c, id).name for id in (3, 4)] == ["#3", "3"]
