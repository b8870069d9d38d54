"""What people wish of a report that they made."""

import time

import pytest

from dialogs.reading.figures.afterthoughts import Afterthought, Kind, read_afterthought


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("补个说明：退货里有两单是总部调拨退回的，不算我们的", "退货里有两单是总部调拨退回的，不算我们的"),
        ("说明里再加一句：月底有三天停电", "月底有三天停电"),
        ("备注加一句，双十一退货集中", "双十一退货集中"),
        ("補充一下：颱風停班", "颱風停班"),
        ("说明：退货率应该是1.8%", "退货率应该是1.8%"),
        ("pls add to my note: the Siemens order was split in 2 parts", "the Siemens order was split in 2 parts"),
        ("Could you add a note that the Lidl deal is only 9 months", "the Lidl deal is only 9 months"),
        ("Also note that the Bosch deal is only a letter of intent", "the Bosch deal is only a letter of intent"),
        ("note: orders 137", "orders 137"),
    ],
)
def test_a_note_is_told_with_its_words(said: str, note: str) -> None:
    assert read_afterthought(said) == Afterthought(Kind.NOTE, note)


@pytest.mark.parametrize(
    "said",
    ["刚才的说明删掉", "说明不要了", "forget the note I wrote, that was about a different customer", "Delete my note"],
)
def test_a_note_is_taken_back(said: str) -> None:
    assert read_afterthought(said) == Afterthought(Kind.FORGET)


@pytest.mark.parametrize(
    "said",
    [
        "重报",
        "我想重新填一遍",
        "上报的全部作废，我重新来",
        "delete it all pls, I want to do it again",
        "let me redo that",
    ],
)
def test_all_is_told_once_more(said: str) -> None:
    assert read_afterthought(said) == Afterthought(Kind.AGAIN)


@pytest.mark.parametrize(
    "said",
    [
        *("重新算了", "别删说明", "改成40", "注意安全", "补一下，退货是1.8", "谢谢", "老板确认了没", "说明"),
        *("don't delete the note", "noted, thanks", "who reads the note?", "never again", "Thanks"),
    ],
)
def test_anything_else_is_none(said: str) -> None:
    assert read_afterthought(said) is None


@pytest.mark.parametrize("piece", ["我请", "说明", "note ", "add a ", "请补充"])
def test_long_texts_are_read_fast(piece: str) -> None:
    began = time.process_time()
    read_afterthought(piece * 5000)
    assert time.process_time() - began < 1
