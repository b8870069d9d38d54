"""Whole interviews in which managers say standards in their own words, and plans that keep exactly what was said.

A story is a file of stories/. Its first row is the manager with the answers to what is asked of everything, every other
row what is said about one thing: the answers by the question's name, one after the other where it is asked again ("!"
presses a button, "/" is a command). The row of an indicator also holds what was said of it as the export has to tell
it; of what a row leaves out of a standard nothing was said.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.manager import Line, last_question
from tests.program import JsonLines, address, exported

STORIES = Path(__file__).parent / "stories"
LEVELS = ("basic", "outstanding")
UNSAID: dict[str, Any] = dict.fromkeys(
    ("comparator", "value", "upper", "unit", "per", "share", "change", "out_of", "condition", "note")
) | {"rates": [], "items": []}


class Teller:
    """Tells a story: an answer to each question, by its name and by the innermost thing that it is about."""

    def __init__(self, manager: Line, rows: list[Line]) -> None:
        self._about = ""
        self._always: dict[str, str] = manager["said"]
        self._told: dict[tuple[str, str], list[str]] = {
            (row["about"], name): [answers] if isinstance(answers, str) else list(answers)
            for row in rows
            for name, answers in row["said"].items()
        }
        self._asked: set[str] = set()

    def answer(self, question: Line) -> Line:
        """The next line of the story; AssertionError where it has none for the question."""
        if question["about"]:
            self._about = question["about"][-1]  # a question about an answer does not say what that was about
        name, again = question["name"], question["key"] in self._asked
        self._asked.add(question["key"])
        answers = self._told.get((self._about, name))
        said = answers.pop(0) if answers else None if again else self._always.get(name)
        assert said, f"nothing more to say to: {question['text']}"
        kinds = {"!": "press", "/": "command"}
        return {kinds[said[0]]: said[1:]} if said[0] in kinds else {"text": said}

    @property
    def untold(self) -> list[tuple[str, str]]:
        """What nobody asked for, and so was not said."""
        return [thing for thing, answers in self._told.items() if answers]


@pytest.mark.parametrize("story", ["production", "ward", "sales"])
def test_every_standard_of_the_plan_is_what_was_said(story: str, tmp_path: Path) -> None:
    manager, *rows = read(story)
    teller = Teller(manager, rows)
    with JsonLines(tmp_path, manager["name"], manager["language"]) as program:
        said = program.send({"command": "start"})
        while question := last_question(said):
            line = teller.answer(question)
            said = program.send(line)
            if question["name"] in {*LEVELS, "base_figure"}:
                assert set(numbers_lost(line.get("text", ""), said)) == set(), (line, said)
    assert program.process.returncode == 0
    assert teller.untold == []
    plan = exported(tmp_path, address(tmp_path), manager["language"])
    assert plan["status"] == "submitted"
    assert {one["name"]: kept(one) for one in plan["indicators"]} == {
        row["about"]: told(row) for row in rows if "direction" in row
    }


def read(story: str) -> list[Line]:
    """The rows of a story."""
    lines = (STORIES / f"{story}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def told(row: Line) -> Line:
    """What was said of an indicator, as the export has to tell it."""
    return {"direction": row["direction"]} | {level: row[level] and UNSAID | row[level] for level in LEVELS}


def kept(indicator: Line) -> Line:
    """What the export tells of an indicator's standards, without the words they were said in."""
    levels = {level: indicator[level] and dict(indicator[level]) for level in LEVELS}
    for level in levels.values():
        if level:
            del level["text"]
    return {"direction": indicator["direction"]} | levels


def numbers_lost(answer: str, said: list[Line]) -> Iterator[str]:
    """The numbers of an answer that nothing said to it shows again, be it as what was read or as what was not."""
    shown = list(digits("\n".join(line_shown(line) for line in said)))
    return (number for number in digits(answer) if not any(one.startswith(number) for one in shown))


def line_shown(line: Line) -> str:
    """What a line shows: a question's first row counts questions only."""
    if line["type"] != "question":
        return str(line.get("text"))
    return "\n".join([*line["text"].splitlines()[1:], *(choice["label"] for choice in line["choices"])])


def digits(text: str) -> Iterator[str]:
    """The numbers of a text, without the marks that group their digits and without cents where there are none."""
    return (re.sub(r"[.,]00$|\D", "", number) for number in re.findall(r"\d+(?:[.,]\d+)*", text))
