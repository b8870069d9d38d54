from pathlib import Path

import pytest
from dotenv import dotenv_values
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import PREFIX, BadSettings, Settings, check_database, load, unknown_names

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


def test_defaults_follow_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    settings = load()
    assert settings.language == "zh_Hant"
    assert settings.database.get_secret_value() == "sqlite:///data/kpibot.db"


def test_environment_counts_before_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("KPIBOT_ORGANISATION=远大\nKPIBOT_LOG_LEVEL=debug\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("KPIBOT_LOG_LEVEL", "error")
    settings = load()
    assert (settings.organisation, settings.log_level) == ("远大", "error")


def test_example_documents_every_setting_with_its_default(tmp_path: Path) -> None:
    assert set(dotenv_values(EXAMPLE)) == {PREFIX + name.upper() for name in Settings.model_fields}
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    from_example = load()
    (tmp_path / ".env").unlink()
    assert from_example == load()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("log_level", "loud"),
        ("log_format", "xml"),
        ("organisation", "x" * 201),
        ("database", "data/kpibot.db"),
        ("monitor_listen", "127.0.0.1:99999"),
        ("webhook_listen", "127.0.0.1:70000"),
    ],
)
def test_every_bad_setting_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + name.upper(), value)
    monkeypatch.setenv("KPIBOT_LOG_LEVEL", "worse")
    with pytest.raises(BadSettings) as raised:
        load()
    assert {problem.id for problem in raised.value.problems} == {
        f"command.settings.{name}",
        "command.settings.log_level",
    }


def test_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"KPIBOT_ORGANISATION=\xff\xfe\n")
    with pytest.raises(BadSettings) as raised:
        load()
    assert [problem.id for problem in raised.value.problems] == ["command.settings.unreadable"]


@pytest.mark.parametrize(
    "address",
    [
        *("sqlite:///a.db", "sqlite:////tmp/a.db"),
        *("postgresql://u:p@localhost:5432/d", "postgresql://u@127.0.0.1/d", "postgresql://u@[::1]/d"),
        *("postgresql:///d", "postgresql://u:p@/d?host=/var/run/postgresql"),
        *("postgresql://u:p@h:5432/d?sslmode=require", "postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=ca.pem"),
    ],
)
def test_databases_that_will_do(address: str) -> None:
    check_database(address)


@pytest.mark.parametrize(
    "address",
    [
        *("postgresql://u:p@h/d", "postgresql://u:p@10.0.0.7/d?sslmode=prefer", "postgresql://u:p@h/d?sslmode=disable"),
        *("postgresql:///d?host=h", "postgresql:///d?host=/tmp,h", "postgresql://localhost/d?hostaddr=10.0.0.7"),
        "postgresql://127.0.0.1.example.com/d",
    ],
)
def test_what_is_said_to_a_database_over_a_network_is_encrypted(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPIBOT_DATABASE", address)
    with pytest.raises(BadSettings) as raised:
        load()
    assert [problem.id for problem in raised.value.problems] == ["command.settings.plain_text"]
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    if "sslmode" not in address:
        check_database(address)


def test_the_server_that_the_environment_names_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "h")
    check_database("postgresql://localhost/d")
    with pytest.raises(BadSettings):
        check_database("postgresql:///d")


@pytest.mark.parametrize(
    ("url", "does"),
    [
        *(("https://kpi.example.com/telegram", True), ("http://127.0.0.1:8080/hook", True)),
        *(("http://localhost/hook", True), ("http://[::1]:1/hook", True), ("http://kpi.example.com/telegram", False)),
        *(("http://127.0.0.1.example.com/hook", False), ("http://127.0.0.1@example.com/hook", False)),
    ],
)
def test_a_webhook_in_plain_text_does_within_this_machine_only(
    url: str, does: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPIBOT_WEBHOOK_URL", url)
    if does:
        assert load().webhook_url == url
    else:
        with pytest.raises(BadSettings) as raised:
            load()
        assert [problem.id for problem in raised.value.problems] == ["command.settings.webhook_url"]


@given(
    st.sampled_from(["", "kpibot.db", "sqlite://", "sqlite:///:memory:", "mysql://u:{}@h/d", "postgresql://u:{}@h:x/d"])
    | st.text(max_size=30).filter(lambda text: "://" not in text)
)
def test_databases_that_will_not_do_are_told_without_password(address: str) -> None:
    with pytest.raises(BadSettings) as raised:
        check_database(address.replace("{}", "hush-hush"))
    assert "hush" not in repr(raised.value.problems) + str(raised.value)


def test_password_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPIBOT_DATABASE", "postgresql://u:hush@h/d?sslmode=require")
    assert "hush" not in repr(load()) + str(load())


def test_misspelt_names_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("KPIBOT_LANGAUGE=en\nPATH_TO=x\n", encoding="utf-8")
    monkeypatch.setenv("KPIBOT_DATABSE", "x")
    assert unknown_names() == ("KPIBOT_DATABSE", "KPIBOT_LANGAUGE")
