import os
import subprocess
import sys
from pathlib import Path

import pytest

from locales.text import Text
from locales.words import LANGUAGES, load_domain
from tests.program import run

ROOT = Path(__file__).parents[2]
LOCALES = dict(zip(LANGUAGES, ("en_GB.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8"), strict=True))
COMMANDS = ("chat", "run", "export", "migrate", "backup", "restore", "doctor")


def kpibot(folder: Path, *arguments: str, language: str = "en", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, with no settings but these."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("KPIBOT_")}
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
        cwd=folder,
        env=others | {"PYTHONPATH": str(ROOT), "LC_ALL": LOCALES[language], "TERMINAL_WIDTH": "80"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_language_of_the_system(language: str, tmp_path: Path) -> None:
    words = load_domain(language, "command")
    shown = kpibot(tmp_path, "--help", language=language)
    assert shown.returncode == 0
    for command in COMMANDS:
        assert words.say(Text(f"command.{command}")) in shown.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, tmp_path: Path) -> None:
    shown = kpibot(tmp_path, command, "--help", language="zh_Hans")
    assert shown.returncode == 0
    assert load_domain("zh_Hans", "command").say(Text(f"command.{command}.more"))[:10] in shown.stdout
    assert "--database" in shown.stdout


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom bot.cli import app\n"
        "try:\n    app(['chat', '--help'])\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = {name.partition(".")[0] for name in shown.stderr.split()}
    assert "typer" in loaded
    # Typer itself reads options by pydantic.
    heavy = {"sqlalchemy", "alembic", "structlog", "langdetect", "opencc", "resvg_py", "xlsxwriter", "rich"}
    assert loaded & (heavy | {"dialogs", "storage"}) == set()


def test_version(tmp_path: Path) -> None:
    assert kpibot(tmp_path, "--version").stdout.startswith("kpibot 0.")


@pytest.mark.parametrize(
    "arguments", [["migrate"], ["export", "--plan", "latest", "--format", "md"], ["chat", "--jsonl"]]
)
def test_bad_settings_are_told_in_words(arguments: list[str], tmp_path: Path) -> None:
    told = kpibot(
        tmp_path, *arguments, language="zh_Hans", KPIBOT_LANGUAGE="fr", KPIBOT_DATABASE="postgresql://u:hush@h:x/d"
    )
    assert told.returncode == 1
    assert "KPIBOT_LANGUAGE 的值为“fr”，应为 en、zh_Hans 或 zh_Hant。" in told.stderr
    assert "postgresql://u:***@h:x/d" in told.stderr
    assert "hush" not in told.stderr
    assert "Traceback" not in told.stderr


def test_log_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    told = kpibot(tmp_path, "migrate", KPIBOT_LOG_FILE=str(tmp_path))
    assert told.returncode == 1
    assert "KPIBOT_LOG_FILE" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["migrate", "--database", "mysql://u:hush@h/d"], "sqlite:///data/kpibot.db"),
        # A slash is missing: that would be kpibot.db in the working folder.
        (["migrate", "--database", "sqlite://data/kpibot.db"], "sqlite:///data/kpibot.db"),
        (["migrate", "--database", "postgresql://u:hush@db.example.com/d"], "sslmode=verify-full"),
        (["migrate", "--to-database", "postgresql://u:hush@db.example.com/d?sslmode=prefer"], "sslmode=verify-full"),
        (["migrate", "--to", "base", "--to-database", "sqlite:///other.db"], "--to-database"),
        (["chat", "--now", "tomorrow"], "2026-03-01T09:00+08:00"),
        (["invite", "--role", "hr", "--country", "Utopia"], "CN, TW, HK, SG, US"),
        (["export", "--progress", "--plan", "1", "--format", "md"], "xlsx or json"),
    ],
)
def test_bad_options_are_told_with_an_example(arguments: list[str], words: str, tmp_path: Path) -> None:
    told = kpibot(tmp_path, *arguments)
    assert told.returncode == 2
    assert words in told.stderr
    assert "hush" not in told.stderr


def test_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = kpibot(tmp_path, "migrate", "--database", "sqlite:///file/kpibot.db")
    assert told.returncode == 1
    assert "The database cannot be opened" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_database_that_is_new_is_told(tmp_path: Path) -> None:
    assert "a new one is made" in run(tmp_path, "doctor", "--database", "sqlite:///dta/kpibot.db").stdout
    first, second = (run(tmp_path, "migrate", "--database", "sqlite:///dta/kpibot.db") for _ in range(2))
    assert first.stderr.startswith(f"There is no database at {tmp_path}/dta/kpibot.db yet: a new one is made.")
    assert (first.returncode, second.returncode, second.stderr) == (0, 0, "")


@pytest.mark.parametrize(
    "command", [["export", "--plan", "latest", "--format", "md"], ["updates", "list"], ["digest"], ["backup"],
                ["migrate", "--to-database", "sqlite:///other.db"]],
)  # fmt: skip
def test_a_database_that_is_only_read_is_not_made(command: list[str], tmp_path: Path) -> None:
    told = run(tmp_path, *command, "--database", "sqlite:///dta/kpibot.db")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("There is no database sqlite:///dta/kpibot.db. Is its name mistyped?")
    assert list(tmp_path.iterdir()) == []


def test_migrate_goes_up_and_down_and_says_so(tmp_path: Path) -> None:
    up = kpibot(tmp_path, "migrate")
    assert up.stdout.startswith("Database revision before: none yet; now: 0")
    assert (tmp_path / "data" / "kpibot.db").exists()
    assert "now: none yet." in kpibot(tmp_path, "migrate", "--to", "base").stdout
    unknown = kpibot(tmp_path, "migrate", "--to", "9999")
    assert unknown.returncode == 1
    assert "9999" in unknown.stderr


def test_doctor_exits_by_what_it_finds(tmp_path: Path) -> None:
    well = kpibot(tmp_path, "doctor", language="zh_Hant")
    assert (well.returncode, "✗" in well.stdout) == (0, False)
    assert "✓ 時區資料" in well.stdout
    ill = kpibot(tmp_path, "doctor", KPIBOT_LOG_FORMAT="xml", KPIBOT_DATABSE="x")
    assert ill.returncode == 1
    assert "✗ Settings\n  KPIBOT_LOG_FORMAT is “xml”. It must be console or json." in ill.stdout


def test_plan_that_is_not_there_is_told(tmp_path: Path) -> None:
    kpibot(tmp_path, "migrate")
    for plan in ("latest", "7", "seven"):
        told = kpibot(tmp_path, "export", "--plan", plan, "--format", "json", language="zh_Hant")
        assert (told.returncode, told.stdout) == (1, "")
        assert told.stderr == f"此資料庫中沒有計畫 {plan}。\n"


def test_a_digest_of_an_organisation_that_is_not_there_is_refused(tmp_path: Path) -> None:
    def digest(*options: str) -> subprocess.CompletedProcess[str]:
        return kpibot(tmp_path, "digest", "--print", *options, language="zh_Hans")

    told = digest()
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("数据库 sqlite:///data/kpibot.db 不存在")
    assert list(tmp_path.iterdir()) == []
    kpibot(tmp_path, "migrate")
    assert "还没有组织" in digest().stderr
    kpibot(tmp_path, "organisation", "--name", "远大公司")
    # The only one needs no name.
    assert digest().stdout.startswith("远大公司 绩效月报")
    told = digest("--organisation", "远大")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "此数据库中没有组织“远大”。请用 --organisation 指定以下组织之一：远大公司\n"
    kpibot(tmp_path, "organisation", "--name", "恒达零售")
    assert digest().stderr.endswith("没有组织“default”。请用 --organisation 指定以下组织之一：远大公司和恒达零售\n")
    assert digest("--organisation", "恒达零售").stdout.startswith("恒达零售 绩效月报")
