"""A decision with its remarks in one text; what denies or puts off a decision is never turned round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.choices import labels
from dialogs.reading.answers.choices import Option
from dialogs.reading.answers.review_decisions import Spoken, read_verdict
from locales.text import text

OPTIONS = [Option(id, labels(text(f"decision.{id}"), "en")) for id in ("approve", "return", "later")]


def verdict(said: str) -> Spoken:
    return read_verdict(said, OPTIONS, "approve")


@pytest.mark.parametrize(
    "said",
    [
        *(
            "通过",
            "ok通过把",
            "没问题，可以执行",
            "可以，辛苦了",
            "同意通过",
            "审核通过",
            "通過",
            "沒問題，可以執行",
            "核准",
        ),
        *("approved", "Approved, thanks!", "looks good, approved", "good to go", "ok", "LGTM", "Well done, approved."),
    ],
)
def test_an_approval_alone(said: str) -> None:
    assert verdict(said) == Spoken("approve")


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("打回去，标准太低", "标准太低"),
        ("退回：1.1 偏低；6.2 收集人不对", "1.1 偏低；6.2 收集人不对"),
        ("不通过。理由：标准偏低", "标准偏低"),
        ("标准太低，打回去", "标准太低"),
        ("退回，因为标准太低", "标准太低"),
        ("打回去，標準太低", "標準太低"),
        ("return: 1.1 too low", "1.1 too low"),
        ("Rejected - too vague", "too vague"),
        ("not approved: too low", "too low"),
        ("win rate is too low, please send it back", "win rate is too low"),
        ("1.1标准太低，改完再交", "1.1标准太低"),
        ("1.1 is no stretch. So back to him with that", "1.1 is no stretch"),
        ("Return it because the win rate is too low", "the win rate is too low"),
    ],
)
def test_returning_with_remarks(said: str, rest: str) -> None:
    assert verdict(said) == Spoken("return", rest)


@pytest.mark.parametrize(
    ("said", "rest", "noted"),
    [
        ("approved, but win rate looks low", "win rate looks low", False),
        ("ok but win rate looks low", "win rate looks low", False),
        ("looks solid, approved. Keep an eye on 1.2", "Keep an eye on 1.2", False),
        ("批准，但请把1.1调高", "请把1.1调高", False),
        ("核准，不過1.1偏低", "1.1偏低", False),
        ("Approved with a note: win rate looks low", "win rate looks low", True),
        ("批准，附意见：1.1偏低", "1.1偏低", True),
    ],
)
def test_approving_with_remarks(said: str, rest: str, noted: bool) -> None:
    assert verdict(said) == Spoken("approve", rest, noted)


@pytest.mark.parametrize(
    "said",
    [
        *("先别通过", "不是不通过", "通过吗", "不能批准", "暂不批准", "不退回", "别退回", "再看看", "没有不通过"),
        *("改好再通过", "退回率太低", "還不能核准", "無法通過", "不同意", "能通过吗", "是否退回", "通过不了"),
        *("approve?", "maybe", "97%", "no", "don't approve", "do not return it", "I would not approve this"),
        *("approve after changes", "never approve", "approved, no wait, return it", "1: too low", "not rejected"),
    ],
)
def test_what_is_no_decision(said: str) -> None:
    assert verdict(said) == Spoken(None, said)


NEVER = (
    "not",
    "don't",
    "never",
    "cannot",
    "isn't",
    "不能",
    "先别",
    "暂不",
    "别",
    "没有",
    "无法",
    "还没",
    "不是",
    "吗",
    "if",
)
APPROVALS = ("approve", "approved", "good to go", "批准", "通过", "可以执行", "核准")


@given(st.sampled_from(NEVER), st.sampled_from(APPROVALS), st.booleans(), st.sampled_from(("", " ")))
def test_what_denies_is_never_approval(denial: str, approval: str, before: bool, space: str) -> None:
    said = space.join((denial, approval) if before else (approval, denial))
    assert verdict(said).decision != "approve"
