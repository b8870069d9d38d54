"""The goal that a sentence names, or that there is none."""

import pytest

from dialogs.reading.names.told_goals import named_goal, says_no_goal


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("哎呀就公司今年那个大目标嘛，营收破3个亿", "营收破3个亿"),
        ("服务于公司的三年上市计划", "公司的三年上市计划"),
        ("I'd say it keeps us honest on the 20% growth, so that", "20% growth"),
        ("it helps us reach 98% delivery", "98% delivery"),
        ("主要就是支持公司的零工伤目标", "公司的零工伤目标"),
        ("全年销售额增长12%", None),
        ("减少投诉，提高满意度", None),
        ("应该算是数字化转型那个年度目标吧，不太确定", None),
        ("降本？还是提质", None),
    ],
)
def test_one_goal_is_taken_out_of_the_talk(said: str, goal: str | None) -> None:
    told = named_goal(said)
    assert (told and (told.names, told.sure)) == (goal and ((goal,), True))


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("none that I know of, it's just always been done", True),
        ("没什么目标", True),
        ("no complaints", False),
        ("全年零事故", False),
    ],
)
def test_that_there_is_no_goal_is_told(said: str, none: bool) -> None:
    assert says_no_goal(said) is none
