"""The settings of an organisation, changed and told on the command line."""

from contextlib import closing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from locales.text import Text, text
from storage import migrate, people
from storage.database import Database

BOUNDS = {
    "ask_from": (0, 23),
    "ask_until": (1, 24),
    "reminders": (0, 10),
    "confirm_days": (1, 60),
    "department_share": (0, 100),
    "fiscal_start": (1, 12),
}
"""What each number may be."""


class BadSetting(ValueError):
    """A value that does not do; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.id)
        self.reason = reason


def organise(database: str, name: str | None, time_zone: str | None, numbers: dict[str, int]) -> Text:
    """Keep what is given of an organisation's settings; returns how they stand. Raises BadSetting."""
    changes: dict[str, str | int] = dict(numbers)
    for setting, number in numbers.items():
        least, most = BOUNDS[setting]
        if not least <= number <= most:
            raise BadSetting(text("command.organisation.bounds", value=str(number), least=str(least), most=str(most)))
    if time_zone is not None:
        changes["time_zone"] = _zone(time_zone)
    with closing(Database(database)) as opened:
        migrate.upgrade(opened)
        with opened.transaction() as c:
            id = people.find_or_make_organisation(c, name, datetime.now(UTC))
            if changes:
                people.set_settings(c, id, changes)
            kept = people.organisation_of(c, id)
            if kept.ask_from >= kept.ask_until:
                raise BadSetting(text("command.organisation.hours"))
    told = {setting: "–" if (stands := getattr(kept, setting)) is None else str(stands) for setting in BOUNDS}
    return text("command.organisation.stands", name=kept.name, time_zone=kept.time_zone, **told)


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSetting(text("command.organisation.zone", value=name[:40])) from None
