"""The limit on how fast one person may write, by the messages' own times: a backlog sent slowly passes."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

BURST = 100
"""Messages at once."""
A_SECOND = 3
"""Messages a second from then on."""
PEOPLE = 10_000
"""So many are remembered, the last ones."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime
    told: bool = False


class Flood:
    """Counts what each person sends."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def admits(self, address: str, at: datetime) -> tuple[bool, bool]:
        """Whether what a person sends at a time is taken; and if it is not, whether to tell them (once a flood)."""
        bucket = self._buckets.setdefault(address, _Bucket(BURST, at))
        self._buckets.move_to_end(address)
        if len(self._buckets) > PEOPLE:
            self._buckets.popitem(last=False)
        elapsed = max((at - bucket.at).total_seconds(), 0)
        bucket.left = min(BURST, bucket.left + elapsed * A_SECOND)
        bucket.at = max(bucket.at, at)
        if bucket.left < 1:
            told, bucket.told = bucket.told, True
            return False, not told
        bucket.left -= 1
        if bucket.left > BURST / 2:
            bucket.told = False
        return True, False
