"""Changes of single parts in words; what asks, denies or answers is none."""

from datetime import date

import pytest

from dialogs.reading.answers.amendments import Amendment, Amendments, concedes, keeps, read_amendments, stands_by
from dialogs.reading.answers.trackings import SELF
from dialogs.reading.names.plan_parts import parts_named


def read(said: str) -> Amendments | None:
    return read_amendments(said, date(2026, 12, 1), "CN")


def to(part: str, value: str) -> Amendment:
    return Amendment(part, value)


def kept(part: str) -> Amendment:
    return Amendment(part, keep=True)


@pytest.mark.parametrize(
    ("said", "changes", "only"),
    [
        ("只改收集人，换成采购部", [to("collector", "采购部")], True),
        ("把收集人改为财务部，其他不变", [to("collector", "财务部")], True),
        ("將收集人換成採購部，其他不變", [to("collector", "採購部")], True),
        ("收集人改采购部", [to("collector", "采购部")], False),
        ("标准不变，收集人改成采购部", [kept("basic"), to("collector", "采购部")], False),
        ("标准98%，卓越99%", [to("basic", "98%"), to("outstanding", "99%")], False),
        ("把基本标准提高到98%", [to("basic", "98%")], False),
        ("标准改为1,000,000元", [to("basic", "1,000,000元")], False),
        ("名称改成合同签订额", [to("name", "合同签订额")], False),
        ("这个指标删掉", [Amendment("remove")], False),
        ("改一下收集人", [Amendment("collector")], False),
        (
            "keep the standard, change the collector to purchasing",
            [kept("basic"), to("collector", "purchasing")],
            False,
        ),
        ("change the collector to purchasing and keep the rest", [to("collector", "purchasing")], True),
        ("only the collector: purchasing", [to("collector", "purchasing")], True),
        ("keep the standard and the weight", [kept("basic"), kept("weight")], False),
        ("raise the basic standard to 98%", [to("basic", "98%")], False),
        ("rename it to contract sum", [to("name", "contract sum")], False),
        ("delete this", [Amendment("remove")], False),
    ],
)
def test_changes(said: str, changes: list[Amendment], only: bool) -> None:
    assert read(said) == Amendments(tuple(changes), only)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "98%",
            "不低于98%",
            "采购部",
            "标准太低",
            "收集人是谁？",
            "不要改收集人",
            "别删掉",
            "不要删掉这个指标",
            "每月5日前",
        ),
        *("at least 98%, outstanding 99%", "purchasing", "don't delete this", "don't change the collector", "keep"),
        *("who is the collector", "not the collector", "新增客户的数据准确率", "每季度一次", "98% every month"),
    ],
)
def test_other_texts(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("收集人换成质检部，标准的话我回去问问老大", Amendments((to("collector", "质检部"),), later=True)),
        (
            "行吧听你们的，基本98卓越99.5，收集的人嘛本来想让小吴弄，她下月休产假，还是李会计吧，每月5号给",
            Amendments((to("collector", "李会计"), to("when", "每月5号")), answer="基本98卓越99.5"),
        ),
        ("好啦改 98.5 趴，收集改給會計佳玲", Amendments((to("collector", "會計佳玲"),), answer="98.5 趴")),
        ("顺便改个名字，叫账实相符率", Amendments((to("name", "账实相符率"),))),
        ("bin that indicator, take complaints instead", Amendments((to("remove", "complaints"),))),
        (
            "I could argue for an hour. 98 then, and Tom from sales ops collects",
            Amendments((to("collector", "Tom from sales ops"),), answer="98 then"),
        ),
        (
            "98.5 basic and 99.5 for the top, and my deputy does the collecting, Marek",
            Amendments((to("collector", "my deputy, Marek"),), answer="98.5 basic and 99.5 for the top"),
        ),
        (
            "make me the collector, I look at it anyway. the number I'll think over till friday",
            Amendments((to("collector", SELF),), later=True),
        ),
        (
            "標準拉到 98 好了，蒐集就請稽核室，頻率改每季",
            Amendments((to("basic", "98"), to("collector", "稽核室"), to("when", "每季"))),
        ),
        ("基本提到98.5，数据让财务部小陈来收", Amendments((to("basic", "98.5"), to("collector", "财务部小陈")))),
        (
            "Fair point. Basic goes up to 98.5, finance will pull the numbers from now on",
            Amendments((to("basic", "98.5"), to("collector", "finance"))),
        ),
        ("97已经最高了，不动，收集人换成赵会计", Amendments((to("collector", "赵会计"),), kept="97已经最高了")),
        (
            "make it 98 and let Petra from controlling collect",
            Amendments((to("collector", "Petra from controlling"),), answer="it 98"),
        ),
        ("rename it to error rate, less is better", Amendments((to("name", "error rate"),), left=("less is better",))),
        ("收集人换成质检部，仓库东门", Amendments((to("collector", "质检部, 仓库东门"),))),
    ],
)
def test_what_is_said_beside_changes(said: str, wished: Amendments) -> None:
    assert read(said) == wished


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        *((said, True) for said in ("按他们说的改吧", "听你们的", "ok whatever HR wants", "as you say")),
        *((said, False) for said in ("98%", "按他们说的改成98", "whatever", "不改", "what HR wants is wrong")),
    ],
)
def test_agreeing_to_a_remark_says_nothing_yet(said: str, agrees: bool) -> None:
    assert concedes(said) is agrees


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        *((said, True) for said in ("我不同意，这标准是跟总经理一起定的，不改", "leave it, the GM set it himself")),
        *((said, False) for said in ("不改", "我不同意", "不改，98就行", "不改行吗", "keep it? the GM set it")),
    ],
)
def test_who_stands_by_an_answer_says_why(said: str, stands: bool) -> None:
    assert stands_by(said) is stands


@pytest.mark.parametrize(
    ("remark", "parts"),
    [
        ("标准太低", ("basic",)),
        ("偏低", ("basic",)),
        ("收集人不能是自己", ("collector",)),
        ("担任者不能自己收集自己的数据", ("holder", "collector")),
        ("要换个人收集", ("collector",)),
        ("卓越标准没有挑战性，权重也太低", ("outstanding", "weight")),
        ("没有来源", ("data",)),
        ("这个指标删掉", ("remove",)),
        ("不要删掉这个指标", ()),
        ("怎么衡量？", ()),
        ("too low", ("basic",)),
        ("the basic standard is what we reach already", ("basic",)),
        ("who collects this?", ("collector",)),
        ("let finance collect it", ("collector",)),
        ("the name is unclear", ("name",)),
        ("please delete this indicator", ("remove",)),
        ("what is this for?", ()),
    ],
)
def test_parts_that_a_remark_names(remark: str, parts: tuple[str, ...]) -> None:
    assert parts_named(remark) == parts


def test_the_name_of_an_indicator_is_none_of_its_parts() -> None:
    assert parts_named("数据准确率偏低", ("数据准确率",)) == ("basic",)
    assert parts_named("collection rate: how?", ("collection rate",)) == ()


def test_what_stays() -> None:
    assert all(
        map(
            keeps, ("keep", "keep it", "保留", "保持不变", "不改", "不用改了", "沿用", "leave it as is", "標準不變"[2:])
        )
    )
    assert not any(map(keeps, ("keep 98%", "不改收集人", "98%", "don't keep it", "不保留", "的", "")))
