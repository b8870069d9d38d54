"""Which dimensions matter, as people put it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.reading.answers.dimensions import ALL, read_dimensions

WORDS = {"quantity": "数量", "quality": "质量", "cost": "成本", "time": "时限"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        *((said, ("quantity", "quality", "time")) for said in ("all bar cost", "除了成本都要", "成本就算了，其他都要")),
        *((said, ("quantity", "quality", "time")) for said in ("三个都要，成本除外", "cost aside, all of them")),
        *((said, ("quality", "time")) for said in ("除了数量和成本，其他都看", "everything except cost and quantity")),
        ("质量和时限吧，数量就一份没什么好考的", ("quality", "time")),
        *(
            (said, ("quality",))
            for said in ("品質就好，時間他們自己會盯", "only quality", "quality, not time", "nothing but accuracy")
        ),
        *(
            (said, ("quality", "time"))
            for said in ("只看质量，时限", "数量不重要，关键是质量和时间", "just quality and time")
        ),
        ("mainly that it's right. quantity who cares, one is enough", ("quality",)),
        *((said, ()) for said in ("报表能有啥数量，一个月就一份", "成本不要", "no cost", "only cost doesn't matter")),
    ],
)
def test_what_is_said_outright(said: str, wanted: tuple[str, ...]) -> None:
    told = read_dimensions(said)
    assert told
    assert (told.wanted, told.outright) == (wanted, True)


@pytest.mark.parametrize(
    "said", ["老板就盯两件事，准不准，准时不准时", "late is useless and wrong is worse, so these two"]
)
def test_what_is_counted(said: str) -> None:
    told = read_dimensions(said)
    assert told
    assert (told.wanted, told.counted) == (("quality", "time"), True)


@pytest.mark.parametrize("said", ["质量第一，成本其次", "wrong numbers cost us a customer", "最怕出错", "两项都要"])
def test_what_is_only_spoken_of_is_for_the_person_to_say(said: str) -> None:
    told = read_dimensions(said)
    assert told is None or not (told.outright or told.counted)


@pytest.mark.parametrize(
    "said", ["四個都選會不會太多？", "what would be cost for a report, the paper?", "看情况", "", "质量，不要质量"]
)
def test_what_chooses_nothing(said: str) -> None:
    assert read_dimensions(said) is None


@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=3, unique=True))
def test_all_but_some(out: list[str]) -> None:
    told = read_dimensions(f"除了{'和'.join(WORDS[one] for one in out)}都要")
    assert told
    assert set(told.wanted) == set(ALL) - set(out)


@given(st.text(max_size=80))
def test_any_text_is_read(said: str) -> None:
    told = read_dimensions(said)
    assert told is None or not set(told.wanted) & set(told.out)
