"""What people write once their figures are told: corrections, notes, and that there is nothing more."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.second_thoughts import ends, takes_back

RETURNS = Asked("退货率", "%", Decimal(2), ("订单数量",))
ORDERS = Asked("订单数量", "单", Decimal(100), ("退货率",))
CHINESE = (RETURNS, ORDERS)
ENGLISH = (replace(RETURNS, name="Return rate"), replace(ORDERS, name="Orders", unit="orders"))


@pytest.mark.parametrize(
    "said",
    [
        *(
            "退货率 1.9%，订单 137 单",
            "订单137",
            "1.9",
            "1.9%",
            "137单",
            "重报：1.9，137",
            "订单改成137",
            "订单不是127是137",
        ),
        *("刚才报错了，退货率2.1", "等等 订单写错了，应该是137", "写错了，订单137", "订单应该是137", "更正：订单137"),
        *("抱歉，137单", "上面的127不对，是137", "打错了 是137", "退貨率 1.9%，訂單數量 137 單", "退货率百分之一点九"),
        *("退货率：1.9%\n订单：137", "重填", "重新填", "我说错了", "等一下，我再核对一下", "127改为137", "本月订单137"),
        *(
            "把订单改成137",
            "退货率其实是2.8%",
            "两个写反了",
            "订单少报了10单",
            "算错了",
            "数字填反了",
            "看错行了",
            "作废",
        ),
        *(
            "①1.9% ②137",
            "上面第二个写错了，应该是137",
            "订单数量一百三十七",
            "不对，是1.9%",
            "报错了，应为1.9%",
            "更正：退货率1.9%",
        ),
    ],
)
def test_figures_once_more_are_no_note(said: str) -> None:
    assert takes_back(said, CHINESE)


@pytest.mark.parametrize(
    "said",
    [
        *("137", "orders 137", "137 orders", "orders should be 137", "typo: 137", "return rate 1.9%, orders 137"),
        *("sorry, orders 137", "correction: orders 137", "I meant 137", "actually it was 137", "oops 137 not 127"),
        *(
            "wait",
            "let me check",
            "the last one should be 137",
            "the order figure is 137, not 127",
            "Return rate: 1.9\nOrders: 137",
            "redo",
        ),
        *("I made a mistake, the rate was 2.1", "please change orders to 137", "wait, orders were 137"),
    ],
)
def test_so_it_is_in_english(said: str) -> None:
    assert takes_back(said, ENGLISH)


@pytest.mark.parametrize("asked", [CHINESE, ENGLISH])
@pytest.mark.parametrize(
    "said",
    [
        *("供应商延迟两周", "5月供应商延迟了两周", "5月供应商延迟了两周。", "因为二店少报10单", "说明：订单应该是137"),
        *("其中3单是补发", "9月15日起涨价5%", "订单里有10单是上月的", "退货主要是3号店", "比上月多10单", "目标100单"),
        *(
            "新招了2个人",
            "促销两次",
            "停电3天",
            "订单少了10单，因为停电",
            "说明：137",
            "订单增加",
            "退货率上升是季节原因",
        ),
        *("lost 2 big clients", "returns were 3 more than usual because the glue was bad", "note: orders 137"),
        *("The supplier was two weeks late in May.", "2 orders were lost", "we hired 3 people", "1 day of power cut"),
        *("two orders came from one customer", "orders fell after the price went up by 5%", "all is well", ""),
    ],
)
def test_a_note_stays_a_note(said: str, asked: tuple[Asked, ...]) -> None:
    assert not takes_back(said, asked)


def test_beside_judgements_a_number_is_a_note() -> None:
    assert not takes_back("137", ())
    assert takes_back("不对，是137", ())


@pytest.mark.parametrize(
    "said",
    [
        "完成",
        "完成了",
        "填完了",
        "无说明",
        "無說明",
        "就这样",
        "就這些",
        "done",
        "Done.",
        "I'm done",
        "finished",
        "that's it",
        "提交",
        *("没啥好说的", "没什么要补充的", "没别的了，都正常", "沒什麼好說的"),
        *("nope all good", "no thanks, nothing special this time", "Nothing to add", "everything as planned"),
    ],
)
def test_nothing_more_is_told_in_many_ways(said: str) -> None:
    assert ends(said)
    assert not takes_back(said, CHINESE)


@pytest.mark.parametrize(
    "said",
    [
        "没说清楚的订单有3个",
        "都正常，只是二店停电",
        "all good except Bosch",
        "完成了订单系统升级",
        "done with the migration",
        "这样的客户有两个",
        "",
    ],
)
def test_other_texts_do_not_end_it(said: str) -> None:
    assert not ends(said)


@pytest.mark.parametrize("piece", ["1", "改", "订单", "a ", " ", "订单137，"])
def test_long_texts_are_notes_at_once(piece: str) -> None:
    began = time.process_time()
    assert not takes_back(piece * 5000, CHINESE)
    assert not ends(piece * 5000)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("said", ["make that 137", "return rate is 2.8", "127 should read 137"])
def test_figures_once_more_in_english_are_no_note(said: str) -> None:
    assert takes_back(said, ENGLISH)


@pytest.mark.parametrize("said", ["客户把订单撤回了", "漏报的订单下月补", "两个大客户流失"])
def test_what_happened_is_a_note(said: str) -> None:
    assert not takes_back(said, CHINESE)
