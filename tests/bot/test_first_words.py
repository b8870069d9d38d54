"""What a manager says before any interview: it answers the first question where it names the post."""

from datetime import datetime

import pytest

from storage.database import Database
from tests.company import Company
from tests.manager import last_question

MORNING = datetime.fromisoformat("2026-12-01T09:00+08:00")


@pytest.mark.parametrize(
    ("language", "said", "asked"),
    [
        ("zh_Hans", "我想把我们仓库主管这个岗位的考核指标理一理", "department"),
        ("zh_Hant", "先幫大客戶經理做一份", "department"),
        ("en", "I need a plan for our key account manager", "department"),
        ("en", "Warehouse clerk", "department"),
        ("zh_Hans", "我手底下有仓管员和叉车工，先来哪个好", "post"),
        ("en", "how does this thing work?", "post"),
        ("zh_Hans", "有人让我来这里填东西", "post"),
    ],
)
def test_the_first_words_are_used(database: Database, language: str, said: str, asked: str) -> None:
    company = Company(database, MORNING, language)
    company.join("Li Ming", "manager")
    question = last_question(company.say("Li Ming", said))
    assert question
    assert question["name"] == asked
