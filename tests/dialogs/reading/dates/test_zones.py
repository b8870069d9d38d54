"""Time zones as people name them."""

import pytest

from dialogs.reading.dates.zones import read_zones
from dialogs.reading.unread import Unread


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (" europe/BERLIN ", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("柏林", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("紐約", "America/New_York"),
        ("纽约时间", "America/New_York"),
        ("上海市", "Asia/Shanghai"),
        ("北京", "Asia/Shanghai"),
        ("北京时间", "Asia/Shanghai"),
        ("Beijing time", "Asia/Shanghai"),
        ("PRC", "Asia/Shanghai"),
        ("台北", "Asia/Taipei"),
        ("雪梨", "Australia/Sydney"),
        ("悉尼", "Australia/Sydney"),
        ("日本", "Asia/Tokyo"),
        ("Singapore", "Asia/Singapore"),
        ("Chongqing", "Asia/Shanghai"),
        ("UTC+8", "Etc/GMT-8"),
        ("ＧＭＴ＋０８：００", "Etc/GMT-8"),
        ("utc -5", "Etc/GMT+5"),
    ],
)
def test_reads_a_zone(text: str, zone: str) -> None:
    assert read_zones(text) == (zone,)


def test_a_country_may_have_several() -> None:
    assert read_zones("中国") == ("Asia/Shanghai", "Asia/Urumqi")
    assert {"America/New_York", "America/Los_Angeles"} <= set(read_zones("United States"))


@pytest.mark.parametrize(
    "text", ["", "x", "Atlantis", "UTC+15", "UTC-13", "UTC+5:30", "../etc/passwd", "unknown region"]
)
def test_what_is_no_zone_is_not_read(text: str) -> None:
    with pytest.raises(Unread):
        read_zones(text)
