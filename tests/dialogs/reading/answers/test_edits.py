import pytest

from dialogs.reading.answers.edits import read_edit


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("修改内部客户", "内部客户"),
        ("改第6条", "6"),
        ("修改 6", "6"),
        ("edit 6", "6"),
        ("change number 6", "6"),
        ("改第十二项", "12"),
        ("修改一下权重", "权重"),
        ("把權重改一下", "權重"),
        ("我想改一下内部客户吧", "内部客户"),
        ("I want to change the weights", "weights"),
        ("could I change my answer to question 3?", "3"),
        ("修改次数", "次数"),
    ],
)
def test_reads_what_is_to_be_changed(text: str, named: str) -> None:
    assert read_edit(text) == named


@pytest.mark.parametrize(
    "text", ["", "修改", "改一下", "change", "改进方案", "改善提案", "月度报表", "the change log", "修改" + "很" * 100]
)
def test_other_texts_are_no_wish_to_change_something(text: str) -> None:
    assert read_edit(text) is None
