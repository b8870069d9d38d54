"""Changes of the proposed tracking, as managers tell them; what is not clear is asked, never guessed."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.answers.trackings import SELF, read_changes, speaks_of_another
from dialogs.reading.unread import Unread
from dialogs.working_days import CHINA
from kpi.plan import When

CHINESE = ("报表准确率", "报表及时率", "回款完成率", "计划差错率", "合同金额", "合同差错率")
ENGLISH = (
    *("report accuracy rate", "on-time rate", "collection rate", "plan error rate", "contract value"),
    "contract error rate",
)
ALL = (1, 2, 3, 4, 5, 6)
FIFTH, FRIDAYS, QUARTERLY = "FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;INTERVAL=3"
QUARTER_END, LAST = "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"


def changed(said: str) -> dict[int, dict[str, Any]] | None:
    names = ENGLISH if said.isascii() else CHINESE
    told = read_changes(said, names, dt.date(2026, 12, 1), CHINA)
    if told is None:
        return None
    assert not told.singly
    assert not told.doing
    return {
        place + 1: {part: value.rrule if isinstance(value, When) else value for part, value in parts.items()}
        for place, parts in told.parts.items()
    }


@pytest.mark.parametrize(
    ("said", "places", "parts"),
    [
        ("第2个按季度，财务部收，其他都行", (2,), {"when": QUARTERLY, "collector": "财务部"}),
        ("银行流水王芳收不到，3改成财务小周收吧，其他都ok", (3,), {"collector": "财务小周"}),
        ("前面几个没问题，合同那两个金额和差错率改成季度看，季度末", (5, 6), {"when": QUARTER_END}),
        ("2 跟 4 改成每週五收，其他照你的", (2, 4), {"when": FRIDAYS}),
        ("2、4改成每周五", (2, 4), {"when": FRIDAYS}),
        ("财务10号关账，所以日期都改成5号", ALL, {"when": FIFTH}),
        ("日期都改成5号，财务3号关账", ALL, {"when": FIFTH}),
        ("全部由財務部蒐集", ALL, {"collector": "財務部"}),
        ("第三个数据从SAP出，其他没问题", (3,), {"data": "SAP"}),
        ("只有回款完成率改成次月5日前收，由财务统计", (3,), {"when": FIFTH, "collector": "财务"}),
        ("全部发给总经理", ALL, {"receiver": "总经理"}),
        ("3和4我自己收", (3, 4), {"collector": SELF}),
        ("all fine but contract value goes to HR weekly", (5,), {"when": "FREQ=WEEKLY", "receiver": "HR"}),
        (
            "Good except contract value, that comes out of SAP and controlling pulls it",
            (5,),
            {"data": "SAP", "collector": "controlling"},
        ),
        (
            "Wang Fang cant collect her own numbers. Let Tom in sales ops do all of them, the rest is ok",
            ALL,
            {"collector": "Tom in sales ops"},
        ),
        ("pls not the last day of the month, thats always chaos. make it the 5th", ALL, {"when": FIFTH}),
        ("2 and 4 every friday, others as proposed", (2, 4), {"when": FRIDAYS}),
        ("3: collected by finance", (3,), {"collector": "finance"}),
        ("let finance collect 3 and 4, the rest is ok", (3, 4), {"collector": "finance"}),
        ("everything on the last working day", ALL, {"when": LAST}),
        ("contract error rate: sample of 20 contracts", (6,), {"sample": "sample of 20 contracts"}),
    ],
)
def test_just_what_was_said_is_changed(said: str, places: tuple[int, ...], parts: dict[str, str]) -> None:
    assert changed(said) == dict.fromkeys(places, parts)


def test_each_has_its_own() -> None:
    assert changed("准确率每周看，及时率每月看") == {1: {"when": "FREQ=WEEKLY"}, 2: {"when": "FREQ=MONTHLY"}}


@pytest.mark.parametrize(
    "said",
    [
        "差错率改成每月",
        "error rate weekly",
        "金额那个不行",
        "2改一下",
        "change 3",
        "accuracy looks wrong",
    ],
)
def test_what_is_not_clear_is_asked(said: str) -> None:
    with pytest.raises(Unread) as unread:
        changed(said)
    assert unread.value.reason.id == "tracking.part"


@pytest.mark.parametrize(
    "said",
    [
        *("接受", "2、3", "王芳自己收集自己的数？", "抽样怎么抽啊，全部也太多了吧", "王芳收集不了", "财务5号关账", ""),
        *(
            "ah sure accept the lot",
            "2, 3",
            "how much work is that every month?",
            "the trouble is she collects her own",
        ),
    ],
)
def test_what_changes_nothing(said: str) -> None:
    assert changed(said) is None


@pytest.mark.parametrize(("said", "singly"), [("准确率那个我自己来设，别的懒得动", {0}), ("3和4我自己设", {2, 3})])
def test_some_are_set_singly(said: str, singly: set[int]) -> None:
    told = read_changes(said, CHINESE, dt.date(2026, 12, 1), CHINA)
    assert told
    assert (told.singly, told.parts) == (singly, {})


def test_whoever_does_it_sets_it_or_collects_it() -> None:
    told = read_changes("3 and 4 I do myself", ENGLISH, dt.date(2026, 12, 1), CHINA)
    assert told
    assert told.doing == {2, 3}


@pytest.mark.parametrize(
    "said", ["drop the plan error rate", "报表及时率的权重我想改成50", "see the standard for on-time rate"]
)
def test_other_matters_of_an_indicator_are_no_tracking(said: str) -> None:
    assert speaks_of_another(said, (*CHINESE, *ENGLISH))


def test_a_name_may_hold_such_a_word() -> None:
    assert not speaks_of_another("标准成本每周", ["标准成本"])


@given(st.text(max_size=60))
def test_any_text_is_read(said: str) -> None:
    try:
        read_changes(said, CHINESE, dt.date(2026, 12, 1), CHINA)
    except Unread as unread:
        assert unread.reason.id == "tracking.part"  # noqa: PT017
