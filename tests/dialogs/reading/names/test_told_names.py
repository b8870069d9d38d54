"""Names told in sentences."""

import pytest

from dialogs.reading.names.told_names import is_name, names_told


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("还是先弄我们那个大客户经理吧，这个最急，老板天天催", "大客户经理"),
        ("我要弄的是我們部門的客服組長，謝謝喔", "客服組長"),
        ("就是仓库主管啦", "仓库主管"),
        ("well it's our warehouse clerk, he keeps asking", "warehouse clerk"),
        ("we call it front desk team lead, you know", "front desk team lead"),
    ],
)
def test_a_lead_in_points_at_the_name(said: str, name: str) -> None:
    told = names_told(said)
    assert (told.names, told.sure) == ((name,), True)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("小王，王芳，她一个人扛着呢", ("小王", "王芳")),
        ("营销中心下面的大客户部，不是以前的销售部了", ("营销中心下面的大客户部",)),
        ("it's Sales, not Marketing", ("Sales",)),
        ("nobody since Jack left, we're interviewing", ("interviewing",)),
    ],
)
def test_in_doubt_nothing_is_sure(said: str, names: tuple[str, ...]) -> None:
    told = names_told(said)
    assert (told.names, told.sure) == (names, False)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "大客户经理",
            "用户运营",
            "客服組長",
            "其他部门",
            "不合格品报告",
            "签订的合同",
            "我们部门的同事",
            "呼叫中心",
            "月度销售报表",
        ),
        *(
            "Key account manager",
            "contracts that are signed",
            "Will Smith",
            "friends and family test",
            "the GM",
            "on-time rate",
        ),
        *("no-show rate", "no complaints", "how-to guides", "IT", "what-if analysis", "customers who have renewed"),
    ],
)
def test_plain_names_pass(said: str) -> None:
    assert is_name(said)


@pytest.mark.parametrize(
    "said", ["他啥也不拿", "经理？", "这岗空着呢", "she sells stuff", "I have both to do", "哪个好统计", "sorry no"]
)
def test_sentences_are_no_names(said: str) -> None:
    assert not is_name(said)
