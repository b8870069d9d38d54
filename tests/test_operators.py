"""What docs/operators.md tells to type, set and watch is there, and what there is to watch is told."""

import re
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import app
from bot.monitor.standing import Standing
from bot.monitor.vitals import Vitals
from bot.settings import PREFIX, Settings
from storage import migrate
from storage.database import Database
from tests.program import address

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "scripts" / "deploy"
PAGE = ROOT / "docs" / "operators.md"
TOLD = PAGE.read_text(encoding="utf-8")


def typed() -> list[tuple[str, str]]:
    """The commands of kpibot that the page has one type, with what follows them."""
    blocks = re.findall(r"```sh\n(.*?)```", TOLD, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", TOLD)
    return re.findall(r"^(?:.*(?:bin/|exec kpibot |--rm ))?kpibot ([a-z]+)(.*)$", "\n".join(lines), re.MULTILINE)


def test_commands_and_their_options_exist() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined] # an app of several commands is a group
    assert {"run", "doctor", "backup", "restore", "migrate", "invite", "updates"} <= {command for command, _ in typed()}
    for command, rest in typed():
        assert command in commands
        known = {option for one in commands[command].params for option in one.opts}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest.partition("|")[0])) <= known, (command, rest)


def test_settings_and_files_exist() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+", TOLD)) <= known
    for file in DEPLOY.iterdir():
        assert set(re.findall(rf"\b{PREFIX}[A-Z_]+", file.read_text(encoding="utf-8"))) <= known
    for link in re.findall(r"\]\((?!http)([^)]+)\)", TOLD):
        assert (PAGE.parent / link).exists(), link


def test_every_metric_is_told_and_no_other(tmp_path: Path) -> None:
    vitals = Vitals()
    vitals.asked()
    vitals.passed(1)
    with closing(Database(address(tmp_path))) as database:
        migrate.upgrade(database)
        vitals.registry.register(Standing(database, "telegram"))
        there = {metric.name for metric in vitals.registry.collect() if metric.name.startswith("kpibot_")}
    assert set(re.findall(r"\bkpibot_[a-z_]+\w", TOLD)) == there


def test_messages_that_are_quoted_are_said() -> None:
    said = (ROOT / "locales" / "en" / "command.po").read_text(encoding="utf-8")
    for quoted in re.findall(r"“([^”]+)”", TOLD.partition("## What to do when")[2].partition("## Secrets")[0]):
        for part in quoted.split("…"):
            assert part.strip() in said, quoted


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze")
    unit = (DEPLOY / "kpibot.service").read_text(encoding="utf-8")
    (tmp_path / "kpibot.service").write_text(unit.replace("/opt/kpibot/.venv/bin/kpibot", "/bin/true"))
    checked = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / "kpibot.service"], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_image_has_all_pins() -> None:
    """What kpibot needs more one day is pinned for images too (make pins)."""
    pins, of_image = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-postgresql.txt")
    )
    assert pins < of_image
