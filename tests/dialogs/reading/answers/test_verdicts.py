"""What is said of several reports at once: each gets what was said of it, and a doubt is none."""

from collections.abc import Mapping

import pytest

from dialogs.reading.answers.objections import read_raised
from dialogs.reading.answers.verdicts import Verdicts, read_verdicts

CHINESE = {"7": "销售额", "8": "退货率", "9": "库存周转天数"}
ENGLISH = {"1": "contract value", "2": "renewal rate"}


@pytest.mark.parametrize(
    ("said", "disputed"),
    [
        ("退货率好像不太对，其他的没问题", {"8": ""}),
        ("退貨率好像不太對，其他的沒問題", {"8": ""}),
        ("退货率跟财务对不上，财务是2.1%，其他没问题", {"8": "退货率跟财务对不上，财务是2.1%"}),
        ("除了退货率都没问题", {"8": ""}),
        (
            "销售额和周转我认，退货率跟系统对不上，我这边看是1.7，让他再查一下",
            {"8": "退货率跟系统对不上，我这边看是1.7"},
        ),
        ("都没问题，就是退货率偏低", {"8": "退货率偏低"}),
        ("退货率再核一下，其他确认", {"8": ""}),
        ("库存没更新，其他没问题", {"9": ""}),
        ("退货率对，销售额不对，库存没问题", {"7": ""}),
        ("库存是上个月的，不对，其他没问题", {"9": "库存是上个月的，不对"}),
        ("辛苦了，退货率不对，其它都对", {"8": ""}),
        ("销售额和退货率都不对，其他没问题", {"7": "", "8": ""}),
        (
            "销售额少算了二店，退货率跟系统不一致，库存可以",
            {"7": "销售额少算了二店", "8": "退货率跟系统不一致"},
        ),
    ],
)
def test_each_report_gets_what_was_said_of_it_and_the_rest_is_confirmed(said: str, disputed: Mapping[str, str]) -> None:
    read = read_verdicts(said, CHINESE)
    assert read
    assert read.disputed == disputed
    assert {*read.disputed, *read.agreed} == {*CHINESE}


@pytest.mark.parametrize(
    ("said", "disputed"),
    [
        ("all fine but the renewals", {"2": ""}),
        ("except for renewals everything is fine", {"2": ""}),
        ("contract value is wrong, the rest is ok", {"1": ""}),
        ("contract value ok, renewals not right", {"2": ""}),
        (
            "the renewal rate doesn't match the CRM, contract value is fine",
            {"2": "the renewal rate doesn't match the CRM"},
        ),
        (
            "everything is fine apart from contract value: it includes a cancelled deal",
            {"1": "contract value: it includes a cancelled deal"},
        ),
    ],
)
def test_so_it_does_in_english(said: str, disputed: Mapping[str, str]) -> None:
    read = read_verdicts(said, ENGLISH)
    assert read
    assert read.disputed == disputed
    assert {*read.disputed, *read.agreed} == {*ENGLISH}


@pytest.mark.parametrize(
    ("said", "names", "disputed", "reason"),
    [
        ("退货率跟财务对不上", CHINESE, {"8": "退货率跟财务对不上"}, ""),
        ("有问题，退货率少算了一笔", CHINESE, {"8": "退货率少算了一笔"}, ""),
        ("有问题，二店的没算进去", CHINESE, {}, "二店的没算进去"),
        ("有问题", CHINESE, {}, ""),
        ("something is off with the contract value", ENGLISH, {"1": ""}, ""),
    ],
)
def test_what_nobody_spoke_of_is_left_to_be_asked(
    said: str, names: Mapping[str, str], disputed: Mapping[str, str], reason: str
) -> None:
    read = read_verdicts(said, names)
    assert read
    assert (read.disputed, read.agreed, read.reason) == (disputed, (), reason)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "不能全部确认",
            "明天再确认",
            "其他没问题",
            "退货率有点意思",
            "退货率是怎么算的？",
            "这为啥非得我确认啊",
            "退货率没问题，退货率不对",
        ),
        *("I cannot confirm", "confirm?", "I will confirm tomorrow", "confirm if finance agrees", "", "。" * 600),
    ],
)
def test_a_doubt_is_no_verdict(said: str) -> None:
    assert read_verdicts(said, CHINESE) is None


@pytest.mark.parametrize(
    ("said", "names", "verdicts"),
    [
        ("退货率没问题", CHINESE, Verdicts("part", agreed=("8",))),
        ("1和3对，2不对", CHINESE, Verdicts("part", {"8": ""}, ("7", "9"))),
        ("1、2 OK，3我要再跟仓库对一下", CHINESE, Verdicts("part", {}, ("7", "8"), ("9",))),
        ("让他先把盘点表发我，我看了再说", CHINESE, Verdicts("part", left=("7", "8", "9"), note="让他先把盘点表发我")),
        ("都不认，他算错了", CHINESE, Verdicts("part", dict.fromkeys(CHINESE, "他算错了"))),
        ("可以，就是退货率下个月要盯紧", CHINESE, Verdicts("confirm", note="退货率下个月要盯紧")),
        ("OK啦没问题", CHINESE, Verdicts("confirm")),
        ("全部确认，下午三点开会", CHINESE, Verdicts("doubt", note="下午三点开会")),
        ("销售额是不是含了团购？", CHINESE, Verdicts("doubt", {"7": "销售额是不是含了团购？"})),
        ("都没问题，就是退货率我说不好", CHINESE, Verdicts("doubt", {"8": "退货率我说不好"}, ("7", "9"))),
        ("前两项没问题，周转天数等仓库盘完再说", CHINESE, Verdicts("part", {}, ("7", "8"), ("9",))),
        ("销售额跟库存都OK，退货率先不要确认", CHINESE, Verdicts("part", {}, ("7", "9"), ("8",))),
        ("1没问题2没问题，3不认", CHINESE, Verdicts("part", {"9": ""}, ("7", "8"))),
        ("第三个怪怪的，其他两个可以", CHINESE, Verdicts("doubt", {"9": "怪怪的"}, ("7", "8"))),
        ("数据都对，双十一干得漂亮", CHINESE, Verdicts("confirm", note="双十一干得漂亮")),
        (
            "first one's fine, second one is off by 2 points",
            ENGLISH,
            Verdicts("part", {"2": "is off by 2 points"}, ("1",)),
        ),
        ("value looks high", ENGLISH, Verdicts("doubt", {"1": "value looks high"})),
        ("all confirmed. well done, Fang", ENGLISH, Verdicts("confirm", note="well done, Fang")),
        (
            "Value matches what I have, renewal doesn't, I count 83",
            ENGLISH,
            Verdicts("part", {"2": "renewal doesn't, I count 83"}, ("1",)),
        ),
        (
            "Finance shows 388k. So the value no. The renewal rate is right",
            ENGLISH,
            Verdicts("part", {"1": "Finance shows 388k. So the value no"}, ("2",)),
        ),
        ("renewal ok. the other one I must check first", ENGLISH, Verdicts("part", {}, ("2",), ("1",))),
    ],
)
def test_what_else_a_receiver_says(said: str, names: Mapping[str, str], verdicts: Verdicts) -> None:
    assert read_verdicts(said, names) == verdicts


@pytest.mark.parametrize("turning", ["不", "没", "如果", "要是财务同意", "明天", "if", "not", "unless", "?", "吗"])
@pytest.mark.parametrize("yes", ["确认", "可以", "没问题", "all fine", "confirmed"])
def test_what_may_turn_a_yes_around_confirms_nothing(yes: str, turning: str) -> None:
    for said in (f"{turning} {yes}", f"{yes} {turning}", f"{yes}，{turning}"):
        read = read_verdicts(said, CHINESE)
        assert read is None or read.decision != "confirm"


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("有问题，标准太高了", "标准太高了"),
        ("我有个疑问：退货率谁来统计？", "退货率谁来统计？"),
        ("I have a question: who counts the returns?", "who counts the returns?"),
        ("有问题", None),
        ("没有问题，可以", None),
        ("我有疑问", None),
        ("no questions, fine", None),
    ],
)
def test_a_question_is_raised_with_its_words(said: str, raised: str | None) -> None:
    assert read_raised(said) == raised
