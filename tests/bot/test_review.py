"""The whole story over JSON lines: invited, interviewed, returned, mended, approved, acknowledged."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from locales.text import Text
from locales.words import words
from tests.bot.conftest import NAMES
from tests.manager import SCRIPTS, Line, last_question, question
from tests.program import JsonLines, exported, texts

REMARK = {"en": "too low", "zh_Hans": "偏低", "zh_Hant": "偏低"}
TOKEN = re.compile(r"[\w-]{43}")


def token(said: list[Line]) -> str:
    found = TOKEN.search(texts(said))
    assert found, texts(said)
    return found[0]


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_manager_joins_by_invitation(language: str, seat: Callable[..., JsonLines]) -> None:
    hr_name, manager_name, _ = NAMES[language]
    department = str(SCRIPTS[language]["department"])
    with seat(hr_name, "hr", language) as hr:
        assert question(hr.send({"command": "invite"}))["name"] == "role"
        assert question(hr.send({"press": "manager"}))["name"] == "department"
        invitation = token(hr.send({"text": department}))
        assert department in texts(hr.send({"command": "departments"}))
    with seat(manager_name, "manager", language) as manager:
        assert question(manager.send({"command": "join", "argument": invitation}))["name"] == "post"
        asked = question(manager.send({"text": str(SCRIPTS[language]["post"])}))
        assert [choice["label"] for choice in asked["choices"]] == [department]
    with seat(hr_name, "hr", language) as hr:
        assert manager_name in texts(hr.opening)
        assert manager_name in texts(hr.send({"command": "departments"}))


@pytest.mark.parametrize("language", SCRIPTS)
def test_what_is_remarked_on_is_asked_again_and_nothing_else(
    language: str, submitted: Callable[[str], None], seat: Callable[..., JsonLines], tmp_path: Path
) -> None:
    hr_name, manager_name, _ = NAMES[language]
    measures = SCRIPTS[language]["measure"]
    assert isinstance(measures, dict)
    first, second = list(measures.values())[:2]
    remark = REMARK[language]
    submitted(language)
    with seat(hr_name, "hr", language) as hr:
        assert question(hr.send({"command": "review"}))["name"] == "decision"
        asked = question(hr.send({"press": "return"}))
        assert asked["name"] == "remark"
        label = next(choice for choice in asked["choices"] if first in choice["label"])
        assert question(hr.send({"press": label["id"]}))["about"][-1] == first
        hr.send({"text": remark})
        hr.send({"text": f"{second}：{remark}!"})
        done = hr.send({"press": "done"})
        assert last_question(done) is None, texts(done)
    with seat(manager_name, "manager", language) as manager:
        asked = question(manager.opening)
        about = set()
        while asked["name"] != "submit":
            about.add(asked["about"][-1])
            assert remark in asked["text"]
            asked = question(manager.send({"text": "97.5%"} if asked["name"] == "basic" else {"press": "keep"}))
        outputs = SCRIPTS[language]["outputs"]
        assert isinstance(outputs, dict)
        assert {first, second} <= about <= {first, second, next(iter(outputs.values()))}
        manager.send({"press": "submit"})
    with seat(hr_name, "hr", language) as hr:
        said = hr.send({"command": "review"})
        assert "97.5" in texts(said)
        hr.send({"press": "approve"})
    plan = exported(tmp_path, f"sqlite:///{tmp_path / 'kpibot.db'}", language)
    assert (plan["status"], plan["version"]) == ("approved", 2)
    assert [one["decision"] for one in plan["decisions"]] == ["returned", "approved"]
    assert [one["by"] for one in plan["decisions"]] == [hr_name, hr_name]
    assert [one["text"] for one in plan["decisions"][0]["remarks"]] == [remark, f"{remark}!"]


@pytest.mark.parametrize("language", SCRIPTS)
def test_the_holder_asks_and_acknowledges(
    language: str, submitted: Callable[[str], None], seat: Callable[..., JsonLines]
) -> None:
    hr_name, manager_name, holder_name = NAMES[language]
    submitted(language)
    with seat(hr_name, "hr", language) as hr:
        hr.send({"command": "review"})
        hr.send({"press": "approve"})
    with seat(manager_name, "manager", language) as manager:
        assert hr_name in texts(manager.opening)
        invitation = token(manager.send({"press": "hold:1"}))
    with seat(holder_name, "employee", language) as holder:
        said = holder.send({"command": "join", "argument": invitation})
        assert question(said)["name"] == "acknowledge"
        assert "97" in texts(said)
        assert question(holder.send({"press": "question"}))["name"] == "question"
        holder.send({"text": "?! ERP"})
    with seat(manager_name, "manager", language) as manager:
        asked = question(manager.opening)
        assert (asked["name"], "?! ERP" in asked["text"]) == ("question", True)
        manager.send({"text": "OK, ERP."})
    with seat(holder_name, "employee", language) as holder:
        assert "OK, ERP." in texts(holder.opening)
        assert question(holder.opening)["name"] == "acknowledge"
        thanks = words(language).say(Text("acknowledged", {"post": str(SCRIPTS[language]["post"])}))
        assert thanks in texts(holder.send({"press": "acknowledge"}))
    with seat(manager_name, "manager", language) as manager:
        assert holder_name in texts(manager.opening)
        assert holder_name in texts(manager.send({"command": "plans", "argument": "1"}))


def test_first_decision_counts(
    submitted: Callable[[str], None], seat: Callable[..., JsonLines], tmp_path: Path
) -> None:
    submitted("zh_Hans")
    with seat("何芸", "hr") as one, seat("Li", "hr", "en") as other:
        one.send({"command": "review"})
        assert "何芸" in texts(other.send({"command": "review"}))
        one.send({"press": "approve"})
        late = other.send({"press": "return"})
        other.send({"text": "too much"})
        other.send({"press": "plan"})
        late = other.send({"press": "done"})
        assert [line["type"] for line in late] == ["error"]
        assert "何芸" in texts(late)
    plan = exported(tmp_path, f"sqlite:///{tmp_path / 'kpibot.db'}")
    assert [one["decision"] for one in plan["decisions"]] == ["approved"]


def test_a_new_version_leaves_the_old_one_in_force(
    submitted: Callable[[str], None], seat: Callable[..., JsonLines], tmp_path: Path
) -> None:
    submitted("en")
    with seat("Helen", "hr", "en") as hr:
        hr.send({"command": "review"})
        hr.send({"press": "approve"})
    with seat("Ann", "manager", "en") as manager:
        assert question(manager.send({"press": "revise:1"}))["name"] == "submit"
        manager.send({"command": "edit", "argument": "period"})
        assert question(manager.send({"text": "2028"}))["name"] == "submit"
        assert "2027" in texts(manager.send({"press": "version:1.1"}))
        assert "2027 → 2028" in texts(manager.send({"press": "compare:1"}))
        manager.send({"command": "cancel"})
        manager.send({"press": "yes"})
    plan = exported(tmp_path, f"sqlite:///{tmp_path / 'kpibot.db'}", "en")
    assert (plan["status"], plan["version"], plan["period"]) == ("approved", 1, "2027")
    with seat("Ann", "manager", "en") as manager:
        manager.send({"press": "revise:1"})
        asked = question(manager.send({"command": "edit", "argument": "period"}))
        assert "Your earlier answer: 2027" in asked["text"]


def test_a_submission_taken_back_does_not_wait_any_more(
    submitted: Callable[[str], None], seat: Callable[..., JsonLines]
) -> None:
    submitted("en")
    with seat("Helen", "hr", "en") as hr, seat("Ann", "manager", "en") as manager:
        hr.send({"command": "review"})
        assert question(manager.send({"press": "revise:1"}))["name"] == "submit"
        assert [line["type"] for line in hr.send({"press": "approve"})][-1] == "error"
        manager.send({"press": "submit"})
        hr.send({"command": "review"})
        assert "Approved" in texts(hr.send({"text": "同意"}))
