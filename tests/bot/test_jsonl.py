import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.jsonl import BadLine, read_line
from bot.local import NoFile
from dialogs.acts import Act, Attached, Command, Pressed, Said
from kpi.evidence import File
from locales.text import Text, text
from locales.words import LANGUAGES, words
from tests.manager import ENGLISH, SCRIPTS, SIMPLIFIED, Line, Manager, last_question
from tests.program import ENVIRONMENT, JsonLines, Turn, address, exported, interviewed, kpibot, run, texts

SHAPES = {
    "message": {"type", "text"},
    "error": {"type", "text"},
    "question": {"type", "key", "name", "kind", "about", "text", "choices", "progress"},
    "photo": {"type", "path", "caption"},
    "document": {"type", "path", "caption"},
}
NAMES = {
    "post", "department", "holder", "period", "customers_internal", "customers_external", "customer_kind",
    "outputs", "result", "serves", "diagram", "output_weights", "dimensions", "measure", "trackable", "direction",
    "judge", "looks_like", "factors", "indicator_weights", "basic", "outstanding", "by", "using", "complete",
    "reach", "statement", "tracking", "data", "sample", "when", "collector", "receiver", "coverage", "raters",
    "submit",
}  # fmt: skip


def shaped(line: Line) -> None:
    """Hold a line against the shape that is promised."""
    assert set(line) == SHAPES[line["type"]]
    assert line.get("text") or line["caption"]
    if line["type"] == "question":
        assert all(isinstance(line[name], str) and line[name] for name in ("key", "name", "kind"))
        assert all(isinstance(label, str) for label in line["about"])
        assert all(set(choice) == {"id", "label"} and choice["label"] for choice in line["choices"])
        done, about = line["progress"]
        assert 0 <= done < about


def test_manager_finishes_in_every_language_with_the_same_plan(tmp_path: Path) -> None:
    plans = []
    for language in LANGUAGES:
        folder = tmp_path / language
        folder.mkdir()
        manager = Manager(SCRIPTS[language])
        with JsonLines(folder, language=language) as program:
            turns = interviewed(program, manager)
        assert program.process.returncode == 0
        assert not [line for turn in turns for line in turn.said if line["type"] == "error"]
        assert manager.acts <= 60
        held(turns, SCRIPTS[language])
        plans.append(worded_alike(exported(folder, address(folder), language)))
    assert plans[0] == plans[1] == plans[2]


def held(turns: list[Turn], script: Any) -> None:
    """Hold an interview against the lines that are promised."""
    said = [line for turn in turns for line in turn.said]
    for line in said:
        shaped(line)
    questions = [line for line in said if line["type"] == "question"]
    assert {question["name"] for question in questions} <= NAMES
    done = [question["progress"][0] for question in questions]
    assert done == list(range(len(done)))
    basic = next(question for question in questions if question["name"] == "basic")
    assert basic["about"] == [
        next(iter(script["outputs"])),
        *list(script["outputs"].values())[:1],
        *list(script["basic"])[:1],
    ]
    assert [line["type"] for line in said if "path" in line] == ["photo", "document"]
    assert all(Path(line["path"]).is_file() for line in said if "path" in line)


@pytest.mark.parametrize(("country", "day"), [(None, "December 4, 2026"), ("us", "December 7, 2026")])
def test_working_days_are_those_of_the_organisation(country: str | None, day: str, tmp_path: Path) -> None:
    if country:
        invited = kpibot("invite", "--role", "hr", "--country", country, "--database", address(tmp_path))
        subprocess.run(invited, cwd=tmp_path, env=ENVIRONMENT, check=True, capture_output=True)
    with JsonLines(tmp_path, language="en") as program:
        stated_so: dict[str, str | dict[str, str]] = {
            "statement": "In 10 working days, using SAP, complete the report",
            "reach": "!usual",
        }
        interviewed(program, Manager(ENGLISH | stated_so))
    plan = exported(tmp_path, address(tmp_path), "en")
    stated = [indicator["statement"]["en"] for output in plan["outputs"] for indicator in output["indicators"]]
    assert stated
    assert all(day in one for one in stated), stated


WORDED = {
    "post", "department", "holder", "period", "name", "customers", "serves", "output", "text", "data", "sample",
    "collector", "receiver", "statement", "reason",
}  # fmt: skip


def worded_alike(value: Any) -> Any:
    """A plan without what is written as it was said."""
    if isinstance(value, list):
        return [worded_alike(one) for one in value]
    if isinstance(value, dict):
        return {name: worded_alike(one) for name, one in value.items() if name not in WORDED}
    return value


@pytest.fixture
def program(tmp_path: Path) -> Any:
    with JsonLines(tmp_path, language="en") as program:
        yield program


def test_nothing_is_said_to_newcomers_before_they_start(program: JsonLines) -> None:
    assert program.opening == []
    assert last_question(program.send({"text": "hello"})) == last_question(program.send({"command": "start"}))


def test_id_that_was_taken_changes_nothing(program: JsonLines, tmp_path: Path) -> None:
    program.send({"command": "start", "id": 1})
    question = program.send({"text": "Key account manager", "id": 2})
    for again in ({"text": "Key account manager", "id": 2}, {"text": "Buyer", "id": 2}, {"command": "cancel", "id": 1}):
        assert program.send(again) == []
    assert program.send({"command": "start", "id": "2"})[-1] == question[-1]
    for number in (10**99 - 1, 10**99 - 2):
        assert program.send({"command": "back", "id": number})
    with JsonLines(tmp_path, language="en") as again_started:
        assert again_started.send({"text": "Buyer", "id": 2}) == []
        assert again_started.send({"text": "Key account manager", "id": 3})[-1] == question[-1]


def test_every_command(program: JsonLines) -> None:
    def name(line: Line) -> str:
        said = program.send(line)
        for one in said:
            shaped(one)
        question = last_question(said)
        return question["name"] if question else texts(said)

    assert name({"command": "start"}) == "post"
    assert name({"text": "Key account manager"}) == "department"
    assert name({"command": "back"}) == "post"
    assert name({"press": "keep"}) == "department"
    assert name({"text": "Sales"}) == "holder"
    assert name({"command": "skip"}) == "period"
    assert "1." in texts(program.send({"command": "summary"}))
    assert words("en").say(Text("why.period")) in texts(program.send({"command": "why"}))
    assert "back" in texts(program.send({"command": "help"}))
    assert name({"command": "edit"}) == "edit"
    assert name({"command": "edit", "argument": "department"}) == "department"
    assert name({"command": "edit", "argument": 1}) == "post"
    assert name({"command": "back"}) == "period"
    assert name({"command": "cancel"}) == "cancel"
    assert name({"press": "no"}) == "period"
    assert name({"command": "language"}) == "language"
    assert name({"press": "zh_Hant"}) == "period"
    assert "考核" in texts(program.send({"command": "language", "argument": "简体"}))
    assert name({"command": "language", "argument": "en"}) == "period"
    assert [line["type"] for line in program.send({"command": "submit"})] == ["error", "question"]
    assert words("en").say(Text("plans.none")) in texts(program.send({"command": "plans"}))
    assert name({"command": "pause"}) == words("en").say(Text("paused"))
    assert name({"command": "resume"}) == "period"
    assert name({"command": "start", "argument": "new"}) == "post"
    assert name({"command": "resume"}) == "resume"
    assert name({"command": "resume", "argument": "1"}) == "period"
    assert name({"command": "cancel"}) == "cancel"
    assert name({"press": "yes"}) == words("en").say(Text("cancelled"))


def test_submit_is_a_command_too(program: JsonLines) -> None:
    manager = Manager(ENGLISH)
    said = program.send({"command": "start"})
    while (question := said[-1])["name"] != "submit":
        said = program.send(manager.answer(question))
    assert program.send({"command": "submit"})[-1]["type"] == "message"
    assert "Key account manager" in texts(program.send({"command": "plans"}))


def test_people_of_one_database_do_not_see_each_other(tmp_path: Path) -> None:
    with JsonLines(tmp_path, "李明", "zh_Hans") as li, JsonLines(tmp_path, "Jo", "en") as jo:
        li.send({"command": "start", "id": 1})
        jo.send({"command": "start", "id": 1})
        li.send({"text": "大客户经理", "id": 2})
        said = jo.send({"text": "Driver", "id": 2})
        assert "Driver" in texts(said)
        assert said[-1]["progress"][0] == li.send({"command": "start"})[-1]["progress"][0] == 1
        for line in ({"command": "summary"}, {"command": "resume"}, {"command": "plans"}, {"command": "start"}):
            assert "大客户经理" not in texts(jo.send(line))
            assert "Driver" not in texts(li.send(line))


@pytest.mark.parametrize("role", ["hr", "employee"])
def test_other_roles_are_told_that_nothing_is_asked_of_them(role: str, tmp_path: Path) -> None:
    with JsonLines(tmp_path, "何芸", "zh_Hans", "--role", role) as program:
        assert program.send({"command": "start"}) == [
            {"type": "message", "text": words("zh_Hans").say(Text(f"idle.{role}"))}
        ]


def test_without_a_role_somebody_keeps_those_they_have(tmp_path: Path) -> None:
    for role in ("hr", "employee"):
        with JsonLines(tmp_path, "何芸", "zh_Hans", "--role", role):
            pass
    with JsonLines(tmp_path, "何芸", "zh_Hans") as program:
        program.send({"command": "start"})
    assert roles(tmp_path, "何芸") == {"hr", "employee"}
    with JsonLines(tmp_path, "李明", "zh_Hans") as program:
        assert program.send({"command": "start"})[-1]["name"] == "post"
    assert roles(tmp_path, "李明") == {"manager"}


def test_somebody_new_belongs_to_the_only_organisation_and_follows_its_invitation(tmp_path: Path) -> None:
    invited = run(tmp_path, "invite", "--role", "hr", "--organisation", "恒达零售", "--database", address(tmp_path))
    with JsonLines(tmp_path, "Nina", "en", "--role", "employee") as program:
        told = program.send({"command": "join", "argument": invited.stdout.split()[-1]})
    assert told
    assert words("en").say(Text("join.elsewhere")) not in texts(told)
    assert roles(tmp_path, "Nina") == {"employee", "hr"}
    with closing(sqlite3.connect(tmp_path / "kpibot.db")) as database:
        assert database.execute("SELECT name FROM organisation").fetchall() == [("恒达零售",)]


def roles(folder: Path, name: str) -> set[str]:
    """The roles of a person, as the database has them."""
    with closing(sqlite3.connect(folder / "kpibot.db")) as database:
        rows = database.execute("SELECT role FROM role JOIN person ON person.id = person_id WHERE name = ?", (name,))
        return {role for (role,) in rows}


def test_the_clock_is_where_it_was_put(tmp_path: Path) -> None:
    with JsonLines(tmp_path, "Jo", "en", "--now", "2031-02-03T04:05:06+08:00") as program:
        program.send({"command": "start", "id": 1})
        for line in ({"text": "Sales manager"}, {"text": "Sales"}):
            program.send(line)
        said = program.send({"command": "skip"})
        assert [choice["label"] for choice in said[-1]["choices"]][:2] == ["2032", "2031"]
    with closing(sqlite3.connect(tmp_path / "kpibot.db")) as database:
        tables = ("entry.at", "run.created", "run.updated", "accepted_update.at", "outbox.at", "outbox.sent_at")
        for table, column in (name.split(".") for name in tables):
            times = {time for (time,) in database.execute(f"SELECT {column} FROM {table}")}
            assert {time[:19] for time in times} == {"2031-02-02 20:05:06"}


def test_lines_that_are_none_are_told_and_change_nothing(program: JsonLines) -> None:
    asked = program.send({"command": "start"})[-1]
    told = {"type": "error", "text": words("en").say(text("jsonl.bad_line", example='{"text": "…"}'))}
    for line in BAD:
        assert program.send(line.encode(errors="surrogateescape")) == [told]
    assert program.send(b"\xef\xbb\xbf" + json.dumps({"command": "start"}).encode())[-1] == asked


BAD = [
    "start", "{", "[]", '"text"', "null", "7", "{}", '{"text": 7}', '{"press": null}', '{"command": ["start"]}', "\0",
    '{"command": "edit", "argument": [1]}', '{"command": "edit", "argument": 1e999}', '{"text": "x", "id": [1]}',
    '{"text": "x", "id": 1.5}', '{"text": "x", "id": ' + "9" * 5000 + "}", '{"text": "x", "id": ' + "9" * 101 + "}",
    '{"text": "x", "more": ' + "[" * 100_000 + "]" * 100_000 + "}", '{"text": "\udcff\udcfe"}', '{"text": "a\tb"}',
    '{"file": 7}', '{"file": "x", "text": 7}',
]  # fmt: skip


@pytest.mark.parametrize("line", BAD)
def test_reading_of_bad_lines(line: str) -> None:
    with pytest.raises(BadLine):
        read_line(line)


@pytest.mark.parametrize(
    ("line", "act", "id"),
    [
        ({"text": ""}, Said(""), None),
        ({"text": "好", "id": None}, Said("好"), None),
        ({"press": "a+b", "id": 7}, Pressed("a+b"), "line:7"),
        ({"press": "a", "id": "7"}, Pressed("a"), 'line:"7"'),
        ({"command": "/edit", "argument": "post"}, Command("edit", "post"), None),
        ({"command": "edit", "argument": 3}, Command("edit", "3"), None),
        ({"command": "back", "argument": None}, Command("back"), None),
    ],
)
def test_reading_of_lines(line: Line, act: Act, id: str | None) -> None:
    assert read_line(json.dumps(line)) == (act, id)


def test_a_file_is_attached_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "退货清单.xlsx"
    file.write_bytes(b"PK")
    kept = File("local", "document", str(file), "退货清单.xlsx")
    assert read_line(json.dumps({"file": str(file), "id": 3})) == (Attached(kept), "line:3")
    said = read_line(json.dumps({"file": str(file), "text": "九月"}))
    assert said == (Attached(replace(kept, caption="九月")), None)
    with pytest.raises(NoFile):
        read_line(json.dumps({"file": str(tmp_path / "none")}))


def test_a_file_that_is_not_there_is_told_and_one_of_no_use_as_well(program: JsonLines, tmp_path: Path) -> None:
    asked = program.send({"command": "start"})[-1]
    told = words("en").say(text("attach.no_file", example='{"file": "report.pdf"}'))
    assert program.send({"file": "nowhere.pdf"}) == [{"type": "error", "text": told}]
    here = tmp_path / "here.pdf"
    here.write_bytes(b"%PDF")
    refused, again = program.send({"file": str(here)})
    assert (refused["type"], again) == ("error", asked)


def test_end_of_input_ends_well_with_everything_kept(tmp_path: Path) -> None:
    lines = [{"command": "start"}, {"text": "大客户经理"}]
    done = subprocess.run(
        kpibot("chat", "--jsonl", "--database", address(tmp_path), "--as", "李明", "--language", "zh_Hans"),
        input="\n \n" + "\n".join(map(json.dumps, lines)),
        capture_output=True, encoding="ascii", env=ENVIRONMENT, check=True,
    )  # fmt: skip
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["type"] for line in said] == ["idle", "message", "question", "idle", "question", "idle"]
    assert len(done.stderr.splitlines()) == 1, "that the database is new"
    with JsonLines(tmp_path) as again:
        assert last_question(again.opening) == said[-2]


def test_only_what_is_needed_is_imported(tmp_path: Path) -> None:
    with JsonLines(tmp_path, language="zh_Hans") as program:
        program.send({"command": "start"})
    chat = f"""import sys; from bot.cli import app
try: app(['chat', '--jsonl', '--database', '{address(tmp_path)}', '--as', '李明'])
except SystemExit: print(*sys.modules, file=sys.stderr)"""
    shown = subprocess.run(
        [sys.executable, "-c", chat], input=json.dumps({"text": SIMPLIFIED["post"]}),
        env=ENVIRONMENT, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = {name.partition(".")[0] for name in shown.stderr.split()}
    assert {"sqlalchemy", "dialogs"} <= loaded
    # Not rich: structlog itself imports it.
    assert loaded & {"alembic", "mako", "xlsxwriter", "resvg_py", "langdetect", "psycopg", "aiogram"} == set()
