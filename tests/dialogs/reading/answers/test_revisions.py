import pytest

from dialogs.reading.answers.revisions import Revision, read_revision


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("add Warehouse please", ("Warehouse",)),
        ("could you please add a customer: Warehouse", ("Warehouse",)),
        ("also add Warehouse and Legal", ("Warehouse", "Legal")),
        ("Please add Legal to the list", ("Legal",)),
        ("add Legal as a customer, thanks", ("Legal",)),
        ("加上质检部", ("质检部",)),
        ("再加一个质检部", ("质检部",)),
        ("請再加一個客戶：品保部", ("品保部",)),
        ("再加财务部", ("财务部",)),
        ("补充质检部和仓库", ("质检部", "仓库")),
    ],
)
def test_reads_what_is_to_be_added(text: str, names: tuple[str, ...]) -> None:
    assert read_revision(text) == Revision(add=names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("remove finance", "finance"),
        ("drop the action list", "action list"),
        ("please delete Legal from the list", "Legal"),
        ("去掉财务部", "财务部"),
        ("去掉大客户", "大客户"),
        ("删掉“财务部”这个客户", "财务部"),
        ("刪掉「財務部」這個客戶吧", "財務部"),
        ("把财务部删了", "财务部"),
        ("不要财务部", "财务部"),
        ("不要财务部了", "财务部"),
    ],
)
def test_reads_what_is_to_be_removed(text: str, name: str) -> None:
    assert read_revision(text) == Revision(remove=name)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("rename Finance to Accounting", "Finance", "Accounting"),
        ("could you change the GM to the CEO?", "GM", "the CEO"),
        ("Finance should be called Accounting", "Finance", "Accounting"),
        ("把财务部改成会计部", "财务部", "会计部"),
        ("財務部改為會計部", "財務部", "會計部"),
        ("將「財務部」改為「會計部」", "財務部", "會計部"),
    ],
)
def test_reads_what_is_to_be_renamed(text: str, old: str, new: str) -> None:
    assert read_revision(text) == Revision(rename=(old, new))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "add",
        "added value report",
        "add value for dealers",
        "add new suppliers to the database",
        "增加销售额",
        "加工部",
        "加班申请表",
        "补充协议",
        "新增客户数",
        "删除记录",
        "不要超过3天",
        "不要了",
        "change requests",
        "change my answer to question 3",
        "change the language to English",
        "remove it",
        "remove-and-replace kits",
        "改善报告",
        "修改内部客户",
        "remove Legal and add Finance",
        "add " + "x" * 300,
    ],
)
def test_other_texts_are_no_revision(text: str) -> None:
    assert read_revision(text) is None
