"""Two managers in their interviews side by side, while the real program is killed and the line fails."""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.harness.oracle import HARM, NOTICES, changed, missed, records, shown
from tests.manager import SCRIPTS, Manager
from tests.program import address
from tests.telegram.faults import Kind
from tests.telegram.program import Running, by_webhook, running
from tests.telegram.server import standing_in

LANGUAGES = {"Ann": "en", "小丽": "zh_Hans"}
CODES = {"en": "en", "zh_Hans": "zh-hans"}
FAULTS: tuple[Kind, ...] = ("429", "500", "drop", "drop_after", "hang")


@dataclass
class Lived:
    """What lasts, what each saw in order without what they had shown again, and what the log tells of harm."""

    kept: dict[str, list[Any]]
    seen: dict[str, list[str]]
    harm: list[str]


class Talk:
    """What they say, and what they see."""

    def __init__(self, program: Running) -> None:
        self.program = program
        self.people = {name: program.server.person(name, CODES[language]) for name, language in LANGUAGES.items()}
        self.managers = {name: Manager(SCRIPTS[language]) for name, language in LANGUAGES.items()}
        self._again: dict[str, set[int]] = {name: set() for name in LANGUAGES}
        for person in self.people.values():
            program.joins(person, "manager")

    def round(self) -> dict[str, int]:
        """Have everybody answer; returns the updates by person."""
        questions = {name: self.program.question(person) for name, person in self.people.items()}
        answers = {name: (self.managers[name].answer(asked), asked) for name, asked in questions.items() if asked}
        return {name: self.program.send(self.people[name], *answer) for name, answer in answers.items()}

    def waits(self, sent: dict[str, int]) -> None:
        """Wait until everybody has their answer; who was told that a message was lost has shown where they are."""
        for name, update in sent.items():
            person = self.people[name]
            self.program.does(person, update)
            while person.question().text in NOTICES:
                self._again[name] |= {
                    message.id for message in self.program.presses(person, person.question().labels[0])
                }

    def ends(self) -> Lived:
        """What became of it all."""
        for name, person in self.people.items():
            question = self.program.question(person)
            assert question, name
            assert question["prompt"] in person.question().text, person.shown()
        seen = {name: shown(person, self._again[name]) for name, person in self.people.items()}
        lines = re.sub(r"\x1b\[[\d;]*m", "", self.program.said()).splitlines()
        return Lived(
            records(self.program.database),
            seen,
            [line for line in lines if HARM.search(line.replace("introduction.failed", ""))],
        )


def undisturbed(folder: Path, answers: int) -> Lived:
    """How it goes when nothing goes wrong."""
    with standing_in() as server, running(server, folder, address(folder)) as program:
        talk = Talk(program)
        for _ in range(answers):
            talk.waits(talk.round())
        return talk.ends()


def killed(folder: Path, database: str, seed: str, *, webhook: bool, answers: int, kills: int) -> Lived:
    """The same, killed so often, over a line that fails one call in five."""
    chance = random.Random(seed)
    with standing_in() as server, running(server, folder, database, **(by_webhook() if webhook else {})) as program:
        talk = Talk(program)
        server.fails_sometimes(FAULTS, 5, seed)
        doomed = Counter(chance.choices(range(answers), k=kills))
        for turn in range(answers):
            _disturbed(talk, chance, doomed[turn])
        server.heals()
        return talk.ends()


def _disturbed(talk: Talk, chance: random.Random, kills: int) -> None:
    """A round whose updates come doubled and out of order, while the program is killed."""
    program = talk.program
    with program.server.held() as held:
        sent = talk.round()
        held += [dict(update) for update in held if chance.random() < 0.3]
        chance.shuffle(held)
    for _ in range(kills):
        time.sleep(chance.uniform(0, 0.15))
        program.kill()
        program.start(wait=False)
    talk.waits(sent)


def wrong(lived: Lived, calm: Lived) -> list[str]:
    """What does not hold."""
    return list(_wrong(lived, calm))


def _wrong(lived: Lived, calm: Lived) -> Iterator[str]:
    yield from changed(lived.kept, calm.kept)
    for name, expected in calm.seen.items():
        if short := missed(expected, lived.seen[name]):
            yield f"{name}: {short}"
    yield from (f"the log tells of {line}" for line in lived.harm)
