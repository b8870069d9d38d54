"""The settings: environment variables that start with KPIBOT_, or the same lines in a file .env."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.language import Language, system_language
from bot.redaction import redacted
from locales.text import Text, text

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from sqlalchemy import URL

PREFIX = "KPIBOT_"

TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,100}")
"""What BotFather gives."""
ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
HERE = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
"""Names of this machine: what is said to it nobody else can listen to."""
ENCRYPTED = frozenset({"require", "verify-ca", "verify-full"})
"""Settings of PostgreSQL's sslmode that never speak in plain text."""
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What the Bot API takes as a webhook's secret token (setWebhook)."""

LISTEN = r"^.+:\d{1,5}$"
"""A host and a port."""
HIGHEST_PORT = 65535

LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["console", "json"]


class BadSettings(ValueError):
    """Settings that cannot be used; `problems` says of each what is wrong."""

    def __init__(self, problems: tuple[Text, ...]) -> None:
        super().__init__(", ".join(problem.id for problem in problems))
        self.problems = problems


class Settings(BaseSettings):
    """How kpibot runs here; .env.example explains each setting.

    The database's address is a secret since it may hold a password.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    database: SecretStr = SecretStr("sqlite:///data/kpibot.db")
    language: Language = Field(default_factory=lambda: system_language(os.environ))
    organisation: str | None = Field(default=None, min_length=1, max_length=200)
    telegram_token: SecretStr | None = None
    telegram_api: str = "https://api.telegram.org"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = Field(default="127.0.0.1:8080", pattern=LISTEN)
    monitor_listen: str | None = Field(default=None, pattern=LISTEN)
    log_level: LogLevel = "warning"
    log_format: LogFormat = "console"
    log_file: Path | None = None

    @field_validator("database")
    @classmethod
    def _database_is_known(cls, address: SecretStr) -> SecretStr:
        check_database(address.get_secret_value())
        return address

    @field_validator("telegram_token")
    @classmethod
    def _token_is_one(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("not a token")
        return token

    @field_validator("telegram_api", "webhook_url")
    @classmethod
    def _address_is_one(cls, address: str | None) -> str | None:
        if address and not ADDRESS.fullmatch(address):
            raise ValueError("not an address")
        return address

    @field_validator("webhook_url")
    @classmethod
    def _webhook_is_encrypted(cls, address: str | None) -> str | None:
        if address and address.startswith("http:") and not HERE.fullmatch(urlsplit(address).hostname or ""):
            raise ValueError("in plain text")
        return address

    @field_validator("webhook_listen", "monitor_listen")
    @classmethod
    def _port_is_one(cls, listen: str | None) -> str | None:
        if listen and not 0 <= int(listen.rpartition(":")[2]) <= HIGHEST_PORT:
            raise ValueError("no port")
        return listen

    @field_validator("webhook_secret")
    @classmethod
    def _secret_is_one(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("not a secret")
        return secret


def load() -> Settings:
    """The settings of the environment and of .env in the working folder.

    Raises BadSettings.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings(tuple(map(_problem, error.errors()))) from None
    except (OSError, UnicodeDecodeError):
        raise BadSettings((text("command.settings.unreadable"),)) from None


def check_database(address: str) -> None:
    """Hold a database's address against what kpibot opens: SQLite in a file, or PostgreSQL that nobody can listen to.

    Raises BadSettings.
    """
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    from storage.database import DRIVERS

    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise _no_database(address) from None
    if url.get_backend_name() not in DRIVERS or url.database in {None, "", ":memory:"}:
        raise _no_database(address)
    if url.get_backend_name() == "sqlite":
        if url.host:
            # sqlite://data/kpibot.db lacks a slash, and is kpibot.db in the working folder.
            raise _no_database(address)
    elif _in_plain_text(url):
        raise BadSettings((text("command.settings.plain_text", value=redacted(address)),))


def _in_plain_text(url: "URL") -> bool:
    """Whether a PostgreSQL may be spoken to over a network without encryption."""
    mode = url.normalized_query.get("sslmode", [os.environ.get("PGSSLMODE")])[-1]
    told = [url.host or "", *(host for name in ("host", "hostaddr") for host in url.normalized_query.get(name, ()))]
    usual = [os.environ.get("PGHOST", ""), os.environ.get("PGHOSTADDR", "")]
    hosts = ",".join(told if any(told) else usual).split(",")
    # Where no host is named, and where it is a folder, there is a socket of this machine.
    return mode not in ENCRYPTED and any(one and one[0] not in "/@" and not HERE.fullmatch(one) for one in hosts)


def unknown_names() -> tuple[str, ...]:
    """Names in the environment and .env that look like settings and are none: most likely misspelt."""
    from dotenv import dotenv_values

    known = {PREFIX + name.upper() for name in Settings.model_fields}
    names = {name.upper() for name in (*os.environ, *dotenv_values(".env"))}
    return tuple(sorted(name for name in names - known if name.startswith(PREFIX)))


def _no_database(address: str) -> BadSettings:
    return BadSettings((text("command.settings.database", value=redacted(address)),))


def _problem(error: "ErrorDetails") -> Text:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, BadSettings):
        return cause.problems[0]
    return text(f"command.settings.{error['loc'][0]}", value=redacted(str(error["input"])))
