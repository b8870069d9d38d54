import pytest

from dialogs.reading.values.aspects import aspect_of


@pytest.mark.parametrize(
    ("reach", "aspect"),
    [
        ("差异率不超过0.3%", "差异率"),
        ("the on-time rate of at least 95%", "on-time rate"),
        ("to on-time placement of at least 95%", "on-time placement"),
        ("with an error rate below 2%", "error rate"),
        ("达到准时率不低于95%", "准时率"),
        ("達到準時率不低於95%", "準時率"),
        ("at least 3 suitable candidates per shortlist", "suitable candidates"),
        ("at least three suitable candidates", "suitable candidates"),
        ("at least 95% of deliveries on time", "deliveries on time"),
        ("有效客户不少于20家", "有效客户"),
        ("不少于3名合适的候选人", "合适的候选人"),
        ("不少於3名合適的候選人", "合適的候選人"),
        ("每月差错率不超过3%", "差错率"),
        ("每月至少20家新客户", "新客户"),
        ("within 3 days", "within 3 days"),
        ("不超过5万元", "不超过5万元"),
        ("达标率", "达标率"),
        ("to the satisfaction of the GM", "satisfaction of the GM"),
        ("", ""),
    ],
)
def test_an_aspect_is_what_is_judged(reach: str, aspect: str) -> None:
    assert aspect_of(reach) == aspect
