"""Killed again and again, with duplicate, reordered and simultaneous updates, over a line that fails one call in five.

Nothing accepted is lost or doubled, no message is seen more than twice, each chat ends at the right question.
"""

import os
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from locales.text import Text
from locales.words import words
from storage.tables import entry, plan_version, run
from tests.manager import SCRIPTS, Line, Manager
from tests.program import address
from tests.telegram.chats import Person
from tests.telegram.faults import Kind
from tests.telegram.program import Running, running
from tests.telegram.server import standing_in

KILLS = 25
"""In each of the tests."""
SEED = os.environ.get("KPIBOT_TEST_SEED") or str(random.randrange(10**6))
LANGUAGES = {"Ann": "en", "小丽": "zh_Hans"}
ANSWERS = 25
"""So many questions each person answers."""
FAULTS: tuple[Kind, ...] = ("429", "500", "drop", "drop_after", "hang")


class _Talk:
    """Two managers in their interviews, side by side."""

    def __init__(self, program: Running) -> None:
        self.program = program
        codes = {"en": "en", "zh_Hans": "zh-hans"}
        self.people = {name: program.server.person(name, codes[language]) for name, language in LANGUAGES.items()}
        self.managers = {name: Manager(SCRIPTS[language]) for name, language in LANGUAGES.items()}
        for person in self.people.values():
            program.joins(person, "manager")
        self.asked_again: Counter[str] = Counter()
        """How often each person had a lost question shown again."""

    def lines(self) -> dict[str, tuple[Line, Line]]:
        """What each answers next, with the question."""
        questions = {name: self.program.question(person) for name, person in self.people.items()}
        return {name: (self.managers[name].answer(asked), asked) for name, asked in questions.items() if asked}

    def round(self) -> dict[str, int]:
        """Have everybody answer; returns the updates by person."""
        return {name: self.program.send(self.people[name], line, asked) for name, (line, asked) in self.lines().items()}

    def waits(self, sent: dict[str, int]) -> None:
        for name, update in sent.items():
            person = self.people[name]
            self.program.does(person, update)
            while person.question().text == _lost(LANGUAGES[name]):
                self.asked_again[name] += 1
                self.program.presses(person, person.question().labels[0])


def _kept(program: Running) -> list[Any]:
    """The journals and plans, without the order in which the people took turns."""
    with program.database.reading() as c:
        journal = select(run.c.person_id, entry.c.key, entry.c.action, entry.c.value, entry.c.raw)
        plans = select(plan_version.c.status, plan_version.c.content)
        return [
            sorted(map(str, c.execute(journal.join(run).order_by(entry.c.id)))),
            sorted(map(str, c.execute(plans))),
        ]


def _shown(person: Person) -> Counter[str]:
    """How often each message was seen; marks of what was pressed left out."""
    return Counter(message.texts[0] or str(sorted(message.content)) for message in person.received)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Any], dict[str, Counter[str]]]:
    """What is kept and seen when nothing goes wrong."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with standing_in() as server, running(server, folder, address(folder)) as program:
        talk = _Talk(program)
        for _ in range(ANSWERS):
            talk.waits(talk.round())
        return _kept(program), {name: _shown(person) for name, person in talk.people.items()}


@pytest.mark.parametrize("number", [1, 2])
def test_killed_at_random_moments(number: int, undisturbed: Any, tmp_path: Path) -> None:
    print(f"KPIBOT_TEST_SEED={SEED}")  # noqa: T201 # shown where it fails, to repeat it
    chance = random.Random(f"{SEED}/{number}")
    kept, seen = undisturbed
    with standing_in() as server, running(server, tmp_path, address(tmp_path)) as program:
        talk = _Talk(program)
        server.fails_sometimes(FAULTS, 5, f"{SEED}/{number}")
        doomed = Counter(chance.choices(range(ANSWERS), k=KILLS))
        for turn in range(ANSWERS):
            _disturbed(talk, chance, doomed[turn])
        server.heals()
        assert _kept(program) == kept
        for name, person in talk.people.items():
            _seen(person, seen[name], LANGUAGES[name], talk.asked_again[name])
            question = program.question(person)
            assert question
            assert question["prompt"] in person.question().text


def _disturbed(talk: _Talk, chance: random.Random, kills: int) -> None:
    """A round whose updates come doubled and out of order, while the program is killed."""
    server, program = talk.program.server, talk.program
    with server.held() as held:
        sent = talk.round()
        held += [dict(update) for update in held if chance.random() < 0.3]
        chance.shuffle(held)
    for _ in range(kills):
        time.sleep(chance.uniform(0, 0.15))
        program.kill()
        program.start(wait=False)
    talk.waits(sent)


def _seen(person: Person, expected: Counter[str], language: str, again: int) -> None:
    """Hold what a person saw against what there was to see, some of it again at their wish."""
    shown = _shown(person)
    notices = shown.pop(_lost(language), 0)
    for text, times in shown.items():
        assert times <= 2 * (expected[text] + again), f"seen {times} times: {text}"
    assert sum((expected - shown).values()) <= notices, expected - shown


def _lost(language: str) -> str:
    return words(language).say(Text("telegram.lost"))
