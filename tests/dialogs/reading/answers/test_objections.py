import pytest

from dialogs.reading.answers.objections import read_objection


@pytest.mark.parametrize(
    "said",
    [
        *(
            "基本标准97是按月算还是全年平均？",
            "我不认，客户逾期不是我能控制的",
            "那如果我中途轉調，分數怎麼算？",
            "凭什么算我头上",
        ),
        *("before I sign anything: why is my work with the dealers not in there?", "I disagree, the rate is unfair"),
        *("fine except the deadline", "我看完了大致OK，但2.1很多是财务在催的，不应该全算我头上吧"),
        *("is the 97 per month or over the year", "系统停机的话怎么算"),
    ],
)
def test_what_is_asked_of_the_manager(said: str) -> None:
    assert read_objection(said) == said


@pytest.mark.parametrize(
    "said",
    [
        *(
            "看过了，没意见",
            "I have read it",
            "吗",
            "不",
            "does acknowledging mean I agree with it",
            "确认是什么意思？",
        ),
        *("I want to show it to my union rep first", "好的收到", "go back please", "ok?"),
    ],
)
def test_what_is_nothing_to_pass_on(said: str) -> None:
    assert read_objection(said) is None
