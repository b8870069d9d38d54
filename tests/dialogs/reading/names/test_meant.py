"""Who may be meant by what a manager calls somebody."""

import pytest

from dialogs.reading.names.meant import is_me, may_mean, names_department


@pytest.mark.parametrize(
    "said",
    [
        *(
            "我",
            "我自己",
            "给我就行",
            "发给我",
            "直接报给我就行了",
            "我来收",
            "我看",
            "就我吧",
            "由我判断",
            "報給我就好",
            "交給我",
            "我。",
        ),
        *(
            "me",
            "I",
            "Me",
            "myself",
            "to me",
            "to me please",
            "just me",
            "send it to me",
            "I do",
            "I will judge",
            "that's me",
        ),
    ],
)
def test_who_speaks(said: str) -> None:
    assert is_me(said)


@pytest.mark.parametrize(
    "said",
    [
        *("我的助理", "我们部门", "我老板", "王芳", "自己", "给王芳和我", "我和王芳", "自我评价", ""),
        *("my boss", "Mei", "Ian", "me and Ann", "Ann", "the team", "my assistant", "I don't know"),
    ],
)
def test_who_does_not(said: str) -> None:
    assert not is_me(said)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("老刘", "刘强"),
        ("小刘", "刘强"),
        ("刘经理", "刘强"),
        ("劉經理", "刘强"),
        ("刘总", "劉強"),
        ("刘工", "刘强"),
        ("欧阳主任", "欧阳娜娜"),
        ("强哥", "刘强"),
        ("芳姐", "王芳"),
        ("阿强", "刘强"),
        ("国强", "刘国强"),
        ("刘国强（财务）", "刘国强"),
        ("Ann", "Ann Lee"),
        ("Ms Lee", "Ann Lee"),
        ("ann l.", "Ann Lee"),
        ("A. Lee", "Ann Lee"),
        ("Ann Lee from finance", "Ann Lee"),
        ("Dr. Smith", "John Smith"),
    ],
)
def test_who_may_be_meant(said: str, name: str) -> None:
    assert may_mean(said, name)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("老刘", "王芳"),
        ("王经理", "刘强"),
        ("强", "刘强"),
        ("Ann", "Anna Lee"),
        ("Mr Lee", "Ann Leeds"),
        ("the client", "Ann Lee"),
        ("A", "Ann"),
        ("", "Ann"),
        ("财务部", "刘强"),
    ],
)
def test_who_is_not(said: str, name: str) -> None:
    assert not may_mean(said, name)


@pytest.mark.parametrize(
    ("said", "department", "named"),
    [
        ("财务部", "财务部", True),
        ("财务经理", "财务部", True),
        ("財務部", "财务部", True),
        ("the head of Sales", "Sales", True),
        ("finance", "Finance", True),
        ("salesman", "Sales", False),
        ("老刘", "财务部", False),
    ],
)
def test_who_is_called_by_a_department(said: str, department: str, named: bool) -> None:
    assert names_department(said, department) is named
