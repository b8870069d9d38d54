"""Measure the understanding of answers beside other libraries, on the tests' own table, in one run.

Each is asked what it is made for: numbers with their unit, or dates and rhythms; it is right where what it read is what
the table says, in the library's own words for it. Prints a table as Markdown, and how fast kpibot reads all that it
finds in a text. Times are those of the processor, whatever else the machine does.
"""

import datetime as dt
import sys
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from dialogs.reading.understanding import understand  # noqa: E402 # it is found from the root
from tests.dialogs.reading.judging import phrases  # noqa: E402 # as above
from tests.dialogs.reading.test_any_text import LONG, PIECES  # noqa: E402 # as above
from tests.dialogs.reading.test_texts import TABLE, TODAY, quantity, when  # noqa: E402 # as above

_LONGEST = 2_000
"""Characters of a text that are looked at."""
Row = tuple[str, str]
"""A text and what is to be read in it."""


def main() -> None:
    """Measure all of them."""
    # Published without types.
    import dateparser  # type: ignore[import-untyped]
    from quantulum3 import parser  # type: ignore[import-untyped]
    from recurrent.event_parser import RecurringEvent  # type: ignore[import-untyped]

    now = dt.datetime.combine(TODAY, dt.time(9))
    settings: Any = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future"}

    def recurrent(text: str) -> str:
        return str(RecurringEvent(now_date=now).parse(text) or "-")

    speed = _speed()
    values, whens = _rows("quantity"), _rows("when")
    _line("", "numbers", "whole quantities", "dates", "rhythms", "µs a text")
    _line("---", "---:", "---:", "---:", "---:", "---:")
    _row("kpibot", lambda text: quantity(understand(text, TODAY).quantity), values, _number_of, lambda read: read)
    _row("quantulum3", lambda text: _surface(parser.parse(text)), values, lambda read: read, lambda _: "")
    _dates("kpibot", lambda text: when(understand(text, TODAY).when), whens)
    _dates("dateparser", lambda text: _day(dateparser.parse(text, settings=settings)), whens)
    _dates("recurrent", recurrent, whens)
    sys.stdout.write(f"\n{speed}\n")


def _rows(kind: str) -> list[Row]:
    return [(text, expected) for known, text, expected in TABLE if known == kind]


def _row(
    name: str,
    read: Callable[[str], str],
    rows: Sequence[Row],
    number: Callable[[str], str],
    whole: Callable[[str], str],
) -> None:
    got, micros = _timed(read, rows)
    numbers = [number(one) == _number_of(expected) for one, (_, expected) in zip(got, rows, strict=True)]
    wholes = [whole(one) == expected for one, (_, expected) in zip(got, rows, strict=True)]
    _line(name, _share(numbers), _share(wholes), "", "", f"{micros:.0f}")


def _dates(name: str, read: Callable[[str], str], rows: Sequence[Row]) -> None:
    got, micros = _timed(read, rows)
    pairs = [(one, expected.split()[0]) for one, (_, expected) in zip(got, rows, strict=True)]
    dates = [one[:10] == expected for one, expected in pairs if not expected.startswith("FREQ")]
    rules = [_rule(one) == _rule(expected) for one, expected in pairs if expected.startswith("FREQ")]
    _line(name, "", "", _share(dates), _share(rules), f"{micros:.0f}")


def _speed() -> str:
    """All that kpibot finds in a text: how many texts a second, and the slowest of 2,000 characters.

    The texts are those of the table and the phrases of KPI sheets, each read for the first time, since much of what was
    read is remembered.
    """
    for first in ("Der monatliche Bericht", "下個月第一個工作日", "Each customer"):  # loads what is loaded once
        understand(first, TODAY)
    texts = list(dict.fromkeys([*(text for _, text, _ in TABLE), *(phrase.text for phrase in phrases())]))
    begun = time.process_time()
    for text in texts:
        understand(text, TODAY)
    rate = len(texts) / (time.process_time() - begun)
    slowest, piece = max((_seconds(piece), piece) for piece in (*LONG, *PIECES))
    return (
        f"All that is found in {len(texts):,} texts: {rate:,.0f} texts a second. "
        f"The slowest of {_LONGEST:,} characters repeats {piece!a}: {slowest * 1e3:.0f} ms."
    )


def _seconds(piece: str) -> float:
    """How long a text of one piece takes, the best of three of nearly that length: a shared machine pauses at times."""
    taken = []
    for length in range(_LONGEST - 2, _LONGEST + 1):
        begun = time.process_time()
        understand((piece * _LONGEST)[:length], TODAY)
        taken.append(time.process_time() - begun)
    return min(taken)


def _timed(read: Callable[[str], str], rows: Sequence[Row]) -> tuple[list[str], float]:
    """What was read, and the microseconds a text took once all were read before; what raises reads nothing."""
    for text, _ in rows:
        _safely(read, text)
    begun = time.process_time()
    got = [_safely(read, text) for text, _ in rows]
    return got, (time.process_time() - begun) / len(rows) * 1e6


def _safely(read: Callable[[str], str], text: str) -> str:
    try:
        return read(text)
    except Exception:  # noqa: BLE001 - whatever a library raises, it has read nothing
        return "-"


def _number_of(told: str) -> str:
    """The number in a row of the table: "97" in ">= 97 %"."""
    return told.split()[1] if " " in told else told


def _surface(found: Sequence[Any]) -> str:
    if not found:
        return "-"
    return f"{Decimal(str(found[0].value)).normalize():f}"


def _day(found: dt.datetime | None) -> str:
    return found.date().isoformat() if found else "-"


def _rule(told: str) -> tuple[str, ...]:
    """The parts of a rule in no order, without those that say what is so anyway."""
    parts = told.rsplit("\n", maxsplit=1)[-1].removeprefix("RRULE:").split()[0].split(";")
    return tuple(sorted(part for part in parts if part != "INTERVAL=1"))


def _share(right: Sequence[bool]) -> str:
    return f"{100 * sum(right) / len(right):.0f} %"


def _line(*cells: str) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")


if __name__ == "__main__":
    main()
