"""Names told in sentences, from how posts, departments and people are called."""

import pytest

from dialogs.reading.names.named import named_department, named_person, named_post
from dialogs.reading.names.told_names import Told


def told(found: Told | None) -> tuple[str, ...] | str | None:
    """One name that goes without a doubt, or all there are."""
    if found is None:
        return None
    return found.names[0] if found.sure else found.names


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("我想把我们仓库主管这个岗位的考核指标理一理", "仓库主管"),
        ("还是先弄我们那个大客户经理吧，这个最急，老板天天催", "大客户经理"),
        ("你好，我想给我们药房主管定一下明年的考核指标", "药房主管"),
        ("老板让我给急诊护士长做一份", "急诊护士长"),
        ("我要弄的是我們部門的客服組長，謝謝喔", "客服組長"),
        ("ok so its about my front desk team lead, that's what HR calls it since the summer", "front desk team lead"),
        ("I want to set up the KPIs for our warehouse supervisor", "warehouse supervisor"),
        ("we need to do the maintenance planner, urgent", "maintenance planner"),
        ("采购主管的KPI", "采购主管"),
        ("我手底下有仓管员、叉车工还有一个统计，先来哪个好", ("仓管员", "叉车工", "统计")),
        ("Shift supervisor and the warehouse clerk, both this week", ("Shift supervisor", "warehouse clerk")),
        ("Accountant", None),
        ("Head of Customer Success", None),
        ("Senior buyer, Asia", None),
        ("Key account manager, Mars", None),
        ("Astronaut", None),
        ("过程控制主管", None),
        ("大客户经理(华东)", None),
        ("does this go to my boss straight away", None),
    ],
)
def test_posts(text: str, post: tuple[str, ...] | str | None) -> None:
    assert told(named_post(text)) == post


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("营销中心下面的大客户部，不是以前的销售部了，今年6月改的名", "大客户部"),
        ("業務部啦，北區的", "業務部"),
        ("on paper she's Sales but she sits with Marketing. Put Sales, thats where the budget is", "Sales"),
        ("属于仓储部", "仓储部"),
        ("she sits in the sales department", "sales department"),
        ("编制在销售部，但是人借调到华南分公司在干活", ("销售部", "人借调到华南分公司")),
        ("客户关系部", None),
        ("International Sales", None),
        ("they sit with us in Commercial Operations", "Commercial Operations"),
        ("You have all this in SAP already, why am I typing it again", None),
        ("Moon base", None),
    ],
)
def test_departments(text: str, department: tuple[str, ...] | str | None) -> None:
    assert told(named_department(text)) == department


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("现在是陈静在做，她刚升上来", "陈静"),
        ("目前陳雅婷負責", "陳雅婷"),
        ("由老李兼着", "老李"),
        ("currently it's Maria Lopez, she started in May", "Maria Lopez"),
        ("雅婷跟志豪兩個人輪流做", "雅婷、志豪"),
        ("雅婷和志豪俩负责", "雅婷、志豪"),
        ("three ladies share it: Priya, Joan and Denise from nights", "Priya, Joan, Denise"),
        ("小王，王芳，她一个人扛着呢", ("小王", "王芳")),
        ("四个人一起做的，华东大客户组，组长是陈立新", ("陈立新", "华东大客户组")),
        ("陈立新", None),
        ("李雷和韩梅梅", None),
        ("客服二组", None),
        ("这岗空着呢，老刘上个月走了，正在招", None),
    ],
)
def test_holders(text: str, holder: tuple[str, ...] | str | None) -> None:
    assert told(named_person(text)) == holder
