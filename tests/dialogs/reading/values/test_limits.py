"""Shares whose things each keep a limit."""

from decimal import Decimal

import pytest

from dialogs.reading.values.standards import Doubtful, read_told
from kpi.values import Comparator, Limit


@pytest.mark.parametrize(
    ("text", "share", "limit", "unit"),
    [
        ("取樣句子中 ≥ 95% 落在 ±300ms 內", 95, 300, "ms"),
        ("90% of forecasts within ±10%", 90, 10, "%"),
        ("95% of deliveries within ±2 hours", 95, 2, "hour"),
        ("誤點五分鐘以內都算準，準點率要98%", 98, 5, "minute"),
        ("anything within 5 minutes counts as on time, 98% punctuality", 98, 5, "minute"),
        ("95% of A&E patients treated, admitted or discharged within four hours", 95, 4, "hour"),
        ("95% of P1s picked up inside 15 mins", 95, 15, "minute"),
    ],
)
def test_what_each_thing_of_a_share_keeps(text: str, share: int, limit: int, unit: str) -> None:
    read = read_told(text).standard
    assert read.share
    assert (read.value, read.share.limit) == (Decimal(share), Limit(Comparator.AT_MOST, Decimal(limit), unit))


@pytest.mark.parametrize("text", ["95% ± 2%", "20 ± 2%", "ten percent, give or take a couple of points"])
def test_a_tolerance_around_a_percentage_is_no_limit(text: str) -> None:
    read = read_told(text).standard
    assert (read.comparator, read.share) == (Comparator.PLUS_MINUS, None)


@pytest.mark.parametrize("text", ["延遲低于50ms,丟包率低于0.1%", "BND > 30 days & cancellations not > 4 units"])
def test_two_bounds_of_two_things_are_asked_about(text: str) -> None:
    with pytest.raises(Doubtful) as raised:
        read_told(text)
    assert len(raised.value.readings) == 2
