"""A name taken out of JSON: where a field names the person, and nowhere else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.renaming import NAMING, changed, naming, saying

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("王芳"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(sorted(NAMING | {"text", "unit", "post"})), inner, max_size=4)
    ),
    max_leaves=20,
)


def test_a_field_that_names_somebody_is_changed_and_prose_is_not() -> None:
    plan = {
        "post": "王芳",
        "holder": "王芳",
        "customers": [{"name": " 王芳 "}, {"name": "王芳菲"}],
        "indicators": [{"judge": "王芳", "unit": "王芳", "tracking": {"receiver": "王芳", "data": "王芳的周报"}}],
        "about": ["王芳", "报表"],
    }
    assert changed(plan, naming("王芳", "#3")) == {
        "post": "王芳",
        "holder": "#3",
        "customers": [{"name": "#3"}, {"name": "王芳菲"}],
        "indicators": [{"judge": "#3", "unit": "王芳", "tracking": {"receiver": "#3", "data": "王芳的周报"}}],
        "about": ["#3", "报表"],
    }


@pytest.mark.parametrize(
    ("name", "said", "left"),
    [
        ("王芳", "王芳上报了“店长”的数据", "#3上报了“店长”的数据"),
        (
            "Ann",
            "Ann has reported. Planning and Anna have not; so says Ann",
            "#3 has reported. Planning and Anna have not; so says #3",
        ),
        ("A\\B (2)", "A\\B (2) asks", "#3 asks"),
    ],
)
def test_messages_name_a_number_instead(name: str, said: str, left: str) -> None:
    change = saying(name, "#3")
    message = {"type": "message", "text": said, "choices": [{"id": f"history:1 {name}", "label": name}]}
    expected = {"type": "message", "text": left, "choices": [{"id": "history:1 #3", "label": "#3"}]}
    assert changed(message, change) == expected


@pytest.mark.parametrize(
    ("name", "others", "said", "left"),
    [
        ("王芳", ["王芳华", "小王芳"], "王芳华上报了，王芳和小王芳没有", "王芳华上报了，#3和小王芳没有"),
        (
            "Ann",
            ["Ann Baker", "Ann Baker Jr"],
            "Ann Baker Jr and Ann met Ann Baker",
            "Ann Baker Jr and #3 met Ann Baker",
        ),
    ],
)
def test_names_of_others_that_contain_it_stay(name: str, others: list[str], said: str, left: str) -> None:
    change = saying(name, "#3", others)
    assert changed({"text": said, "who": said}, change) == {"text": left, "who": left}


@pytest.mark.parametrize(
    ("who", "left"),
    [
        ("王芳", "#3"),
        ("王芳、赵强", "#3、赵强"),
        ("赵强和王芳", "赵强和#3"),
        ("王芳和赵强", "#3和赵强"),
        ("王芳华", "王芳华"),
        ("王芳华、王芳", "王芳华、#3"),
    ],
)
def test_who_does_it_may_be_somebody_unknown_whose_name_is_longer(who: str, left: str) -> None:
    assert changed({"who": who}, naming("王芳", "#3")) == {"who": left}


@given(value=JSON)
def test_the_shape_stays_and_another_time_changes_nothing(value: object) -> None:
    change = naming("王芳", "#3")
    once = changed(value, change)
    assert changed(once, change) == once
    assert json.dumps(once, ensure_ascii=False).replace("#3", "王芳") == json.dumps(
        changed(value, naming("王芳", "王芳")), ensure_ascii=False
    ).replace("#3", "王芳")
