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
        ("UTC+0800", "Etc/GMT-8"),
        ("UTC+8.0", "Etc/GMT-8"),
        ("+8", "Etc/GMT-8"),
        ("GMT-00:00", "UTC"),
        ("GMT+5:30", "Asia/Kolkata"),
        ("UTC+05:30", "Asia/Kolkata"),
        ("utc +5.5", "Asia/Kolkata"),
        ("UTC+5.30", "Asia/Kolkata"),
        ("UTC+0530", "Asia/Kolkata"),
        ("＋０５：３０", "Asia/Kolkata"),
        ("GMT+5:45", "Asia/Kathmandu"),
        ("UTC+5.75", "Asia/Kathmandu"),
        ("UTC+3:30", "Asia/Tehran"),
        ("UTC+4.5", "Asia/Kabul"),
        ("GMT+6:30", "Asia/Yangon"),
        ("UTC+8:45", "Australia/Eucla"),
        ("UTC+12:45", "Pacific/Chatham"),
        ("UTC−03:30", "America/St_Johns"),
        ("UTC-2:30", "America/St_Johns"),
        ("UTC-9:30", "Pacific/Marquesas"),
    ],
)
def test_reads_a_zone(text: str, zone: str) -> None:
    assert read_zones(text) == (zone,)


def test_a_country_may_have_several() -> None:
    assert read_zones("中国") == ("Asia/Shanghai", "Asia/Urumqi")
    assert {"America/New_York", "America/Los_Angeles"} <= set(read_zones("United States"))


def test_an_offset_may_be_that_of_several_clocks() -> None:
    assert read_zones("UTC+9:30") == ("Australia/Adelaide", "Australia/Darwin")
    assert read_zones("UTC+10:30") == ("Australia/Adelaide", "Australia/Lord_Howe")


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "Atlantis", "UTC+15", "UTC-13", "../etc/passwd", "unknown region"),
        *("UTC+5:15", "UTC-5:30", "UTC+5:60", "UTC+8.3", "UTC+0:30", "UTC+15:30", "UTC+99:45", "+", "8:30"),
    ],
)
def test_what_is_no_zone_is_not_read(text: str) -> None:
    with pytest.raises(Unread):
        read_zones(text)
