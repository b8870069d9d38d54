from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.numbers.percents import read_percent
from dialogs.reading.unread import Unread


@pytest.mark.parametrize(
    ("said", "share"),
    [
        *(
            (said, 85)
            for said in ("大概85%吧，剩下都是临时任务", "more than 80%, I'd say 85", "八成五", "eighty five I think")
        ),
        *((said, 80) for said in ("hard to say.. four fifths maybe", "80", "八成吧")),
        *((said, 5) for said in ("5%", "five", "五")),
    ],
)
def test_shares(said: str, share: int) -> None:
    assert read_percent(said) == Decimal(share)


@pytest.mark.parametrize("said", ["不到八成，感觉漏了投诉那块", "under 80%", "没有九成", "not even 80", "80%以下"])
def test_a_share_below_something_is_no_figure(said: str) -> None:
    with pytest.raises(Unread) as unread:
        read_percent(said)
    assert unread.value.reason.id == "percent.below"


@pytest.mark.parametrize("said", ["不好說耶，臨時專案一來就全亂了", "one thing is missing", "看情况", "95 or 97"])
def test_what_is_no_share(said: str) -> None:
    with pytest.raises(Unread):
        read_percent(said)


@given(st.integers(0, 100))
def test_any_number_is_a_share(share: int) -> None:
    assert read_percent(f"大概{share}吧") == share
