"""Whether the numbers of a text are in what was read of it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dialogs.reading.values.standards import Told
from kpi.plan import Standard


def unaccounted(written: Iterable[str], read: Told) -> list[str]:
    """The numbers, as they are written in figures, that are neither in a standard nor in the words that are shown."""
    told = [one for one in (read.standard, read.outstanding) if one]
    held = {number for standard in told for number in _numbers(standard)}
    shown = " ".join(
        [*read.left, *(words for standard in told for words in (standard.condition, standard.note) if words)]
    )
    return [figure for figure in written if Decimal(figure) not in held and figure not in shown]


def _numbers(standard: Standard) -> Iterator[Decimal | None]:
    yield from (standard.value, standard.upper, standard.out_of)
    yield from (rate.number for rate in standard.rates)
    yield standard.share.limit.value if standard.share and standard.share.limit else None
    yield standard.change.figure if standard.change else None
