"""A scene is a conversation brought to one question: each is made once and copied for every turn that begins there."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from typing import get_args

from dialogs.acts import Command, Pressed, Said
from storage.database import Database
from storage.tables import Role
from tests.bot.turns.figures import HOLDERS, MISSED, MISTYPED, NOTES, NOVEMBER, OCTOBER, plan
from tests.company import Company, written
from tests.manager import SCRIPTS, Manager, last_question

INTERVIEWED, REVIEWED, BEGAN = (f"2026-{day}:00+08:00" for day in ("12-01T09", "12-02T09", "10-01T09"))
DUE_BEFORE, DUE, LATER = (f"2026-{day}+08:00" for day in ("10-30T10:00", "11-30T10:00", "11-30T11:30"))
MANAGER, HR, EMPLOYEE = get_args(Role)
NAMES = {
    "en": ("Helen", "Li Ming", "Wang Fang"),
    "zh_Hans": ("何芸", "李明", "王芳"),
    "zh_Hant": ("何芸", "李明", "王芳"),
}
"""Who plays HR, the manager and the holder of the post."""
TOKEN = re.compile(r"[\w-]{43}")
REMARK = {
    "en": "standard too low, and the holder must not collect their own figures",
    "zh_Hans": "标准太低，而且担任者不能自己收集自己的数据",
    "zh_Hant": "標準太低，而且擔任者不能自己收集自己的資料",
}


@dataclass(frozen=True)
class Scene:
    """Where a turn begins: the database, who speaks, and when."""

    file: Path
    name: str
    language: str
    now: datetime
    roles: Mapping[str, Role]

    @contextmanager
    def copied(self, folder: Path) -> Iterator[Company]:
        """The conversation, to go on with once; a copy is a company of its own."""
        file = Path(copyfile(self.file, folder / "turn.db"))
        with closing(Database(f"sqlite:///{file}")) as database:
            yield Company(database, self.now, self.language, dict(self.roles))
        for left in folder.glob("turn.db*"):
            left.unlink()


class Stage:
    """Plays the conversations of a language and keeps each of its scenes."""

    def __init__(self, empty: Path, folder: Path, language: str) -> None:
        """`empty` is a database that is up to date; the scenes are kept in the folder, which is theirs alone."""
        self.scenes: dict[str, Scene] = {}
        self._empty, self._folder, self._language = empty, folder, language
        self._hr, self._manager, self._holder = NAMES[language]
        with self._company(INTERVIEWED) as company:
            self._interview(company)
            self._review(company)
        self._holder = HOLDERS[language]
        with self._company(BEGAN) as company:
            self._report(company)
            self._confirm(company)

    @contextmanager
    def _company(self, moment: str) -> Iterator[Company]:
        """A new company, everybody joined."""
        file = Path(copyfile(self._empty, self._folder / "stage.db"))
        with closing(Database(f"sqlite:///{file}")) as database:
            company = Company(database, datetime.fromisoformat(moment), self._language)
            for name, role in ((self._hr, HR), (self._manager, MANAGER), (self._holder, EMPLOYEE)):
                company.join(name, role)
            yield company
        for left in self._folder.glob("stage.db*"):
            left.unlink()

    def _keep(self, company: Company, scene: str, name: str) -> Scene:
        """Keep a scene as it stands now, all that waits for whom it is about read before."""
        company.read(name)
        file = self._folder / f"{scene}.db"
        with company.database.reading() as c, closing(sqlite3.connect(str(c.engine.url.database))) as whole:
            whole.execute("VACUUM INTO ?", (str(file),))
        with closing(sqlite3.connect(file)) as kept:
            kept.execute("DELETE FROM accepted_update")  # a copy numbers its updates from the first again
            kept.commit()
        self.scenes[scene] = Scene(file, name, self._language, company.now, company.roles)
        return self.scenes[scene]

    # The plan

    def _interview(self, company: Company) -> None:
        script = Manager(SCRIPTS[self._language])
        asked = last_question(company.command(self._manager, "start"))
        while asked:
            if asked["name"] not in self.scenes:
                self._keep(company, asked["name"], self._manager)
            answer = script.answer(asked)
            act = Pressed(answer["press"]) if "press" in answer else Said(answer["text"])
            asked = last_question(company.say(self._manager, act))

    def _review(self, company: Company) -> None:
        company.on(REVIEWED).command(self._hr, "review")
        with self._keep(company, "review", self._hr).copied(self._folder) as other:
            other.say(self._hr, Pressed("return"), f"1.1: {REMARK[self._language]}", Pressed("done"))
            self._keep(other, "returned", self._manager)
        company.press(self._hr, "approve")
        token = TOKEN.search(written(company.press(self._manager, "hold:1")))
        assert token
        company.command(self._holder, "join", token[0])
        self._keep(company, "acknowledge", self._holder)

    # The figures

    def _report(self, company: Company) -> None:
        """October reported and confirmed, November due."""
        hr, manager, holder = range(1, 4)
        company.approve(manager, hr, plan(self._language), holder)
        company.on(DUE_BEFORE).say(self._holder, OCTOBER[self._language], Command("skip"))
        company.say(self._manager, Command("confirm"), Pressed("confirm"))
        self._keep(company.on(DUE), "report", self._holder)

    def _confirm(self, company: Company) -> None:
        with self.scenes["report"].copied(self._folder) as other:
            other.say(self._holder, MISTYPED[self._language])
            self._keep(other, "report_note", self._holder)
        with self.scenes["report"].copied(self._folder) as other:
            other.say(self._holder, MISSED[self._language], Command("skip"))
            other.say(self._manager, Command("confirm"), Pressed("confirm"), Pressed("corrective:1"))
            self._keep(other, "corrective", self._manager)
        company.say(self._holder, NOVEMBER[self._language], NOTES[self._language])
        self._keep(company.on(LATER), "report_after", self._holder)
        company.command(self._manager, "confirm")
        self._keep(company, "confirm", self._manager)
