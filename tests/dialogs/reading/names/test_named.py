import pytest

from dialogs.reading.names.named import named_department, named_post


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("我想把我们仓库主管这个岗位的考核指标理一理", "仓库主管"),
        ("还是先弄我们那个大客户经理吧，这个最急，老板天天催", "大客户经理"),
        ("我要弄的是我們部門的客服組長，謝謝喔", "客服組長"),
        ("ok so its about my front desk team lead, that's what HR calls it", "front desk team lead"),
        ("I want to set up the KPIs for our warehouse supervisor", "warehouse supervisor"),
        ("采购主管的KPI", "采购主管"),
        ("Accountant", "Accountant"),
        ("Senior buyer, Asia", None),
        ("Astronaut", None),
        ("你好，我是新来的HRBP，第一次用", None),
        ("我手底下有仓管员、叉车工还有一个统计，先来哪个好", None),
        ("does this go to my boss straight away", None),
    ],
)
def test_a_sentence_names_one_post_or_none(text: str, post: str | None) -> None:
    assert named_post(text) == post


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("营销中心下面的大客户部，不是以前的销售部了，今年6月改的名", "大客户部"),
        ("業務部啦，北區的", "業務部"),
        ("on paper she's Sales but she sits with Marketing. Put Sales, thats where the budget is", "Sales"),
        ("属于仓储部", "仓储部"),
        ("it's in the sales department", "sales department"),
        ("You have all this in SAP already, why am I typing it again", None),
        ("Moon base", None),
    ],
)
def test_a_sentence_names_one_department_or_none(text: str, department: str | None) -> None:
    assert named_department(text) == department
