"""Input that nobody means well, at every kind of question: refused in words or taken whole, and readable again."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.manager import ENGLISH, Line, Manager, last_question
from tests.program import JsonLines, address, exported, interviewed, run, texts

LONGEST = 4096
"""UTF-16 code units that a message of Telegram holds."""

EVERY_KIND = ENGLISH | {
    "post": "Astronaut",
    "department": "Moon base",
    "function": "!service",
    "customers_internal": "the GM, Lin",
    "customer_kind": "!colleague",
    "outputs": {"the GM": "attending meetings", "Lin": "collection plan", "dealers": "collection plan"},
    "result": "minutes",
    "output_weights": "!ranking",
    "ranking": "2, 1",
    "dimensions": "quality",
    "measure": {"minutes": "teamwork", "collection plan": "accuracy rate, days of delay"},
    "trackable": "!no",
    "judge": "the GM",
    "looks_like": "clear",
    "factors": "clarity, tone",
    "raters": "Lin",
    "basic": {"teamwork": "helps others", "accuracy rate": "90%", "days of delay": "5"},
    "outstanding": {"teamwork": "leads others", "accuracy rate": "99%", "days of delay": "3"},
    "statement": {"teamwork": "!change", "accuracy rate": "yes", "days of delay": "yes"},
    "by": "every Friday",
    "using": "talks",
    "complete": "all",
    "reach": "good",
    "tracking": "days of delay",
    "data": "log",
    "sample": "all",
    "when": "every Friday",
    "collector": "Lin",
    "receiver": "the GM",
}
"""Answers that lead through every kind of question."""

HOSTILE = [
    "", " \n\t ", "\0", "a\0b", "\ud800", "x\udfffy", "\u202egnp.exe\u202c",
    "\u2066\u2067\u2069", "\x1b[2J\x07", "\ufeff", "👍🏽👩‍👩‍👧‍👦", "𠮷" * 50, "e\u0301" * 50,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "שלום, عالم", "字" * 10_000, "word " * 2_000,
    "a,b;c、" * 1_500, "=1+1", "@SUM(A1:A9)", "+2", "-2", '=HYPERLINK("http://example.com","x")',
    "<b>bold</b><script>x</script>", "&lt;&#0;",
    "**bold** [x](http://example.com) `code` | cell", "{customer} {0} %s %(n)s",
    "'; DROP TABLE entry; --", "\\u0000 \\ / \" '", "1e999", "-1e999", "NaN", "Infinity",
    "1" * 400, "0." + "0" * 400 + "1", "9" * 5000, "٣", "½", "１２３", "0x10", "1_000",
    "100 100 100", "-50 150", "1>1>1", "at least at most 5", "between 9 and 1", "2026-02-30",
    "每月40日", "FREQ=SECONDLY", "/edit", "control/edit", "edit:post", "keep", "null", "[]", "🀄",
    "？" * 200, "、", ",,,", "\u200b", "\u00a0",
]  # fmt: skip


class Visit:
    """A manager who says everything hostile at each kind of question before answering it."""

    def __init__(self, program: JsonLines) -> None:
        self.program = program
        self.visited: set[str] = set()

    def send(self, line: Line) -> list[Line]:
        said = self.program.send(line)
        for one in said:
            told = one.get("text") or one["caption"]
            assert told.strip()
            assert len(told.encode("utf-16-le")) <= 2 * LONGEST
            assert not any("\ud800" <= character <= "\udfff" for character in told)
            assert "Something went wrong" not in told, line
        return said

    def provoke(self, question: Line) -> None:
        """Say everything hostile at a question; it stands again afterwards."""
        if question["kind"] in self.visited:
            return
        self.visited.add(question["kind"])
        for hostile in HOSTILE:
            said = self.send({"text": hostile})
            assert said, hostile
            refused = any(line["type"] == "error" for line in said)
            assert not refused or same(said[-1], question), hostile
            self.return_to(question, said)
        for hostile in HOSTILE[3:9]:
            self.return_to(question, self.send({"press": hostile}))
            self.return_to(question, self.send({"command": "edit", "argument": hostile}))
            self.return_to(question, self.send({"command": hostile}))

    def return_to(self, question: Line, said: list[Line]) -> None:
        for _ in range(5):
            if same(said[-1], question):
                return
            said = self.send({"command": "back"})
        raise AssertionError(f"{question['key']} does not come back, but {said[-1]['key']}")


def same(line: Line, question: Line) -> bool:
    return bool(line["type"] == "question" and line["key"] == question["key"])


def test_hostile_answers_to_every_kind_of_question(tmp_path: Path) -> None:
    manager = Manager(EVERY_KIND)
    with JsonLines(tmp_path, language="en") as program:
        visit = Visit(program)
        said = visit.send({"command": "start"})
        while (question := last_question(said)) and manager.acts < 100:
            visit.provoke(question)
            said = visit.send(manager.answer(question))
    assert visit.visited == {
        "text", "choice", "choices", "list", "weights", "ranking", "measure", "standard", "observed", "number",
        "period", "when", "statement", "tracking",
    }  # fmt: skip
    # All that was said in between was taken back again.
    with JsonLines(tmp_path, "Jo", language="en") as program:
        interviewed(program, Manager(EVERY_KIND))
    ill, well = (
        run(tmp_path, "export", "--plan", plan, "--format", "md", "--language", "en", "--database", address(tmp_path))
        for plan in ("1", "2")
    )
    assert without_coverage(ill.stdout) == without_coverage(well.stdout.replace("Jo", "李明"))


def without_coverage(plan: str) -> list[str]:
    """A plan without what the audit says of its coverage: an estimate that was changed is doubted."""
    return [line for line in plan.splitlines() if " 4. Do the indicators" not in line]


INTERNAL, EXTERNAL = "שלום עולם", "**dealers** [x](y) | `z`"
OUTPUTS = ["+1+1 report", "{customer} {0} %s file"]
INDICATORS = ["-2+3 rate", "</w:t> \\ rate"]
FACTS = {
    "post": '=HYPERLINK("http://example.com","x")',
    "department": "<script>x</script> & <b>",
}
NAMES: dict[str, Any] = FACTS | {
    "holder": "👩‍👩‍👧‍👦 𠮷野家 e\u0301",
    "function": "!sales",
    "customers_internal": INTERNAL,
    "customer_kind": "!department",
    "customers_external": EXTERNAL,
    "outputs": dict(zip([INTERNAL, EXTERNAL], OUTPUTS, strict=True)),
    "serves": "=cmd|' /C calc'!A0",
    "output_weights": "!equal",
    "dimensions": "quality",
    "measure": dict(zip(OUTPUTS, INDICATORS, strict=True)),
    "trackable": "!yes",
    "direction": "!more",
    "basic": "at least 90%",
    "outstanding": "99%",
}


def test_hostile_names_are_kept_and_shown_as_they_are(tmp_path: Path) -> None:
    with JsonLines(tmp_path, "=1+1 <b>", "en") as program:
        turns = interviewed(program, Manager(ENGLISH | NAMES))
    assert not [line for turn in turns for line in turn.said if line["type"] == "error"]
    assert OUTPUTS[1] in texts([line for turn in turns for line in turn.said])
    plan = exported(tmp_path, address(tmp_path), "en")
    assert {name: plan[name] for name in FACTS} == FACTS
    assert plan["holder"] == "👩‍👩‍👧‍👦 𠮷野家 é"
    assert {one["serves"] for one in plan["outputs"]} == {NAMES["serves"]}
    assert [one["name"] for one in plan["customers"]] == [INTERNAL, EXTERNAL]
    assert [one["name"] for one in plan["outputs"]] == OUTPUTS
    assert [one["name"] for one in plan["indicators"]] == INDICATORS
    for format in ("md", "xlsx"):
        done = run(
            tmp_path, "export", "--plan", "1", "--format", format, "--output", f"plan.{format}",
            "--database", address(tmp_path),
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    assert "<script>" not in (tmp_path / "plan.md").read_text(encoding="utf-8")
    cells = [cell for sheet in load_workbook(tmp_path / "plan.xlsx") for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert any(OUTPUTS[1] in str(cell.value) for cell in cells)
