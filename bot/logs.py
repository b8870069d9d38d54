"""Structured logs: what happened, never what people answered, and no secrets."""

import logging
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import Processor

from bot.redaction import redacted
from bot.settings import LogFormat, LogLevel

_QUOTED = frozenset({"alembic"})
"""Libraries that never see what people wrote: what they log is shown whole."""
_SECRET_NAMES = frozenset({"password", "passwd", "secret", "token", "authorization"})


def configure(level: LogLevel, format: LogFormat, file: Path | None = None) -> None:
    """Send the logs of kpibot and of its libraries to standard error, or to a file, in one shape.

    Raises OSError where the file cannot be opened.
    """
    handler = _handler(file)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_unquoted, *_steps()],
            pass_foreign_args=True,
            use_get_message=False,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(format, file)],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    # From INFO on SQLAlchemy logs statements with their parameters, which are people's answers.
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_steps(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _handler(file: Path | None) -> logging.Handler:
    if file is None:
        return logging.StreamHandler(sys.stderr)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    return logging.FileHandler(file, encoding="utf-8")


def _steps() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _name_exception,
        _redact,
    ]


def _unquoted(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """What a library logs, in the words of its source: what it fills in may quote people.

    Where it puts its words together by itself, only the place is told.
    """
    record, filled_in = event["_record"], event.get("positional_args")
    if record.name.split(".")[0] not in _QUOTED:
        event["event"] = event["event"] if filled_in else f"{record.filename}:{record.lineno}"
        event.pop("positional_args", None)
    return event


def _renderer(format: LogFormat, file: Path | None) -> Processor:
    if format == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=file is None and sys.stderr.isatty())


def _name_exception(_logger: object, _method: str, event: MutableMapping[str, object]) -> Mapping[str, object]:
    """Say which exception and where; its message is left out, for it may quote an answer."""
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    elif error and not isinstance(error, BaseException):
        error = sys.exception()
    if isinstance(error, BaseException):
        event["error"] = [f"{type(each).__module__}.{type(each).__qualname__}" for each in _chain(error)]
        event["at"] = [f"{at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)]
    return event


def _chain(error: BaseException | None) -> list[BaseException]:
    """The exception and those it came from."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _redact(_logger: object, _method: str, event: MutableMapping[str, object]) -> Mapping[str, object]:
    return {name: _without_secrets(name, value) for name, value in event.items()}


def _without_secrets(name: str, value: object) -> object:
    if name.lower() in _SECRET_NAMES:
        return "***"
    match value:
        case str():
            return redacted(value)
        case dict():
            return {str(key): _without_secrets(str(key), item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_without_secrets("", item) for item in value]
    return value
