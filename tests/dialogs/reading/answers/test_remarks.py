"""Several remarks in one text, each with what it is about; in doubt it is left to be asked."""

import pytest

from dialogs.reading.answers.remarks import Said, objecting, read_remarks
from dialogs.reading.names.things import Thing

ENGLISH = (
    Thing("report", "1", ("monthly sales report",)),
    Thing("accuracy", "1.1", ("monthly sales report", "report accuracy rate")),
    Thing("punctual", "1.2", ("monthly sales report", "on-time rate")),
    Thing("contracts", "2", ("signed contracts",)),
    Thing("value", "2.1", ("signed contracts", "contract value")),
    Thing("win", "2.2", ("signed contracts", "Win rate of qualified leads")),
    Thing("renewal", "2.3", ("signed contracts", "renewal rate")),
)
CHINESE = (
    Thing("report", "1", ("月度销售报表",)),
    Thing("accuracy", "1.1", ("月度销售报表", "报表准确率")),
    Thing("punctual", "1.2", ("月度销售报表", "报表及时率")),
    Thing("contracts", "2", ("签订的合同",)),
    Thing("value", "2.1", ("签订的合同", "合同金额")),
    Thing("errors", "2.2", ("签订的合同", "合同差错率")),
    Thing("plan errors", "3.1", ("回款计划", "计划差错率")),
)
BOTH = ("win", "renewal")


@pytest.mark.parametrize(
    ("said", "remarks"),
    [
        ("win rate looks low", [Said("win rate looks low", ("win",))]),
        ("1.1: too low; 2.1 ask finance", [Said("too low", ("accuracy",)), Said("ask finance", ("value",))]),
        ("1.1 too low 2.1 ask finance", [Said("too low", ("accuracy",)), Said("ask finance", ("value",))]),
        ("win rate and renewal rate look low", [Said("win rate and renewal rate look low", BOTH)]),
        ("1.1 and 1.2 are too low", [Said("1.1 and 1.2 are too low", ("accuracy", "punctual"))]),
        ("Renewals need a base!", [Said("Renewals need a base!", ("renewal",))]),
        (
            "accuracy is too low, and delete contract value",
            [Said("accuracy is too low", ("accuracy",)), Said("delete contract value", ("value",))],
        ),
        ("accuracy: at least 97%, and say who collects", [Said("at least 97%, and say who collects", ("accuracy",))]),
        (
            "1. win rate too low\n2. delete renewal rate",
            [Said("win rate too low", ("win",)), Said("delete renewal rate", ("renewal",))],
        ),
        ("overall too easy", [Said("overall too easy", ("plan",))]),
        ("2 is an activity", [Said("is an activity", ("contracts",))]),
        ("I'd approve it if 1.2 had a source", [Said("I'd approve it if 1.2 had a source", ("punctual",))]),
        ("show me 2.2 again", [Said("show me 2.2 again", ("win",))]),
        ("generally too easy", [Said("generally too easy", ("plan",))]),
        ("accuracy: see 2.2", [Said("see 2.2", ("accuracy",))]),
        ("accuracy is low, it should match contract value", None),
    ],
)
def test_english(said: str, remarks: list[Said] | None) -> None:
    expected = [Said(said, ("accuracy",))] if remarks is None else remarks
    assert list(read_remarks(said, ENGLISH)) == expected


@pytest.mark.parametrize(
    ("said", "remarks"),
    [
        ("1.1标准太低，收集人不能是自己", [Said("标准太低，收集人不能是自己", ("accuracy",))]),
        ("第1.2项太低", [Said("太低", ("punctual",))]),
        ("1.1和1.2太低", [Said("1.1和1.2太低", ("accuracy", "punctual"))]),
        ("1.1、2.1：没有来源", [Said("没有来源", ("accuracy", "value"))]),
        ("准确率、及时率都太低", [Said("准确率、及时率都太低", ("accuracy", "punctual"))]),
        (
            "1、合同金额偏低；2、报表准确率收集人改为财务部",
            [Said("合同金额偏低", ("value",)), Said("报表准确率收集人改为财务部", ("accuracy",))],
        ),
        (
            "2.1 不少于80万，最好100万，2.2太松",
            [Said("不少于80万，最好100万", ("value",)), Said("太松", ("errors",))],
        ),
        ("准确率偏低，应该参照合同金额", [Said("准确率偏低，应该参照合同金额", ("accuracy",))]),
        ("標準太低，我說的是合同差錯率", [Said("標準太低，我說的是合同差錯率", ("errors",))]),
        ("整体偏松", [Said("整体偏松", ("plan",))]),
        ("2：没有写清楚", [Said("没有写清楚", ("contracts",))]),
    ],
)
def test_chinese(said: str, remarks: list[Said]) -> None:
    assert list(read_remarks(said, CHINESE)) == remarks


@pytest.mark.parametrize(
    ("said", "among"),
    [
        ("差错率太高", ("errors", "plan errors")),
        ("收集人不能是合同经理", ("contracts", "value", "errors")),
        ("报表准确率应该和合同金额一致", ("accuracy", "value")),
    ],
)
def test_what_may_be_about_several_is_asked(said: str, among: tuple[str, ...]) -> None:
    assert list(read_remarks(said, CHINESE)) == [Said(said, among, sure=False)]


@pytest.mark.parametrize("said", ["标准太低", "6.2 收集人不对", "标准应为1.2万", "这个指标删掉", "赢单率太低"])
def test_what_names_nothing_is_asked(said: str) -> None:
    assert list(read_remarks(said, CHINESE)) == [Said(said)]


@pytest.mark.parametrize(
    ("said", "decided", "texts"),
    [
        ("别的都还行吧，1.1标准太低", True, ["标准太低"]),
        ("1.1没意见，2.1太低", True, ["太低"]),
        ("写的挺扎实", True, []),
        ("整体可以，就两点：1.2偏松，2.1没说谁提供数据。改了我就批", False, ["偏松", "没说谁提供数据"]),
        ("1.1 太低，其他OK", True, ["太低"]),
        (
            "月度销售报表看不懂在交付什么，计划差错率没写清楚",
            False,
            ["月度销售报表看不懂在交付什么", "计划差错率没写清楚"],
        ),
        ("raise 1.1 to 98", True, ["raise 1.1 to 98"]),
        ("Read it on the plane, decent work. Only 1.1, too low", True, ["too low"]),
        ("1.1 name the source, 2.2 same thing", True, ["name the source", "name the source"]),
        ("1.1 太低；看不懂；2.1 没有来源", True, ["太低", "看不懂", "没有来源"]),
        ("不知道在写什么", True, ["不知道在写什么"]),
        ("不知道在写什么", False, []),
        ("show me 2.2 again with the tracking", False, []),
        ("2.1 where does the figure come from?", True, ["where does the figure come from?"]),
        ("2.1 where does the figure come from?", False, []),
        ("2的权重是不是高了点？", False, ["权重是不是高了点？"]),
        ("the weights feel off", False, ["the weights feel off"]),
        ("the weights look good", False, []),
    ],
)
def test_only_what_tells_of_the_plan_is_a_remark(said: str, decided: bool, texts: list[str]) -> None:
    things = ENGLISH if said.isascii() else CHINESE
    assert [one.text for one in objecting(read_remarks(said, things), decided=decided).remarks] == texts


def test_what_is_said_before_the_remarks_is_told_as_left() -> None:
    told = objecting(read_remarks("Read it on the plane, decent work. Only 1.1, too low", ENGLISH), decided=True)
    assert told.left == ("Read it on the plane, decent work",)
