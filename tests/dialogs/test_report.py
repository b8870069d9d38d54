"""What is due as it is asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.reading.figures.figures import read_figure
from dialogs.reading.unread import Unclear
from dialogs.reading.values.standards import read_standard
from dialogs.report import Item
from kpi.plan import Dimension, Indicator

SALES = Indicator(1, Dimension.QUANTITY, "销售额", numeric=True, weight=Decimal(100), unit="CNY")


@pytest.mark.parametrize("standard", ["不低于50万元", "at least CNY 500k", "at least 500 thousand yuan"])
def test_a_figure_may_be_meant_in_what_its_standard_is_written_in(standard: str) -> None:
    item = Item(1, replace(SALES, basic=read_standard(standard)), "2026-09-30")
    with pytest.raises(Unclear):
        read_figure("48", item.asked(()))


def test_a_figure_beside_a_standard_that_is_written_out_is_taken_as_it_is() -> None:
    item = Item(1, replace(SALES, basic=read_standard("不低于500000元")), "2026-09-30")
    assert read_figure("48", item.asked(())) == 48
