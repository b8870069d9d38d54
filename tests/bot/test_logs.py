import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from sqlalchemy import create_engine, text

from bot.logs import configure

ADDRESS = "postgresql://kpibot:hush@db/kpibot"


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_ours_and_those_of_libraries_come_in_one_shape(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "kpibot.log"
    configure("info", "json", file)
    structlog.get_logger("bot.desk").info("started", run=7, name="远大")
    logging.getLogger("alembic.runtime").info("running %s", "0001")
    structlog.get_logger("bot.desk").debug("unseen")
    ours, theirs = lines(file)
    assert (ours["event"], ours["run"], ours["name"], ours["level"], ours["logger"]) == (
        "started", 7, "远大", "info", "bot.desk",
    )  # fmt: skip
    assert (theirs["event"], theirs["level"], theirs["logger"]) == ("running 0001", "info", "alembic.runtime")
    assert set(theirs) < set(ours)


def test_secrets_are_taken_out_wherever_they_stand(tmp_path: Path) -> None:
    configure("info", "json", tmp_path / "log")
    log = structlog.get_logger()
    log.info("opening %s", ADDRESS, url=ADDRESS, deep={"list": [ADDRESS], "token": "hush", "set": {ADDRESS}})
    logging.getLogger("theirs").warning("cannot open %s", ADDRESS)
    written = (tmp_path / "log").read_text(encoding="utf-8")
    assert "hush" not in written
    assert written.count("postgresql://kpibot:***@db/kpibot") == 4


def test_what_libraries_fill_into_their_words_is_left_out(tmp_path: Path) -> None:
    configure("debug", "json", tmp_path / "log")
    theirs = logging.getLogger("aiogram.dispatcher")
    theirs.error("Failed to fetch updates - %s: %s", "ClientDecodeError", ValueError("my salary"))
    theirs.error("Task exception was never retrieved: %s" % "my salary")  # noqa: UP031 - as asyncio does it
    filled, built = lines(tmp_path / "log")
    assert filled["event"] == "Failed to fetch updates - %s: %s"
    assert str(built["event"]).startswith("test_logs.py:")
    assert "salary" not in (tmp_path / "log").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", ["json", "console"])
def test_exceptions_are_named_without_what_they_quote(format: str, tmp_path: Path) -> None:
    configure("info", "json" if format == "json" else "console", tmp_path / "log")
    try:
        try:
            int("my salary")
        except ValueError as error:
            raise LookupError("my salary") from error
    except LookupError:
        structlog.get_logger().exception("parked")
        logging.getLogger("theirs").exception("failed")
    written = (tmp_path / "log").read_text(encoding="utf-8")
    assert "salary" not in written
    assert written.count("builtins.LookupError") == written.count("builtins.ValueError") == 2
    assert written.count("test_exceptions_are_named") >= 2


@pytest.mark.parametrize("level", ["debug", "info"])
def test_statements_parameters_are_never_logged(level: str, tmp_path: Path) -> None:
    configure("debug" if level == "debug" else "info", "json", tmp_path / "log")
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        connection.execute(text("SELECT :answer"), {"answer": "my salary"})
    engine.dispose()
    assert "salary" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_standard_error_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    configure("warning", "console")
    structlog.get_logger().warning("careful", run=7)
    shown = capsys.readouterr()
    assert "careful" in shown.err
    assert "run=7" in shown.err
    assert shown.out == ""
