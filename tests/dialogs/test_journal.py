"""What stands and what applies in a journal."""

from hypothesis import given
from hypothesis import strategies as st

from dialogs.journal import Entry, applying, last_answer, scopes, standing, within

SCOPES = ("a", "a/1", "a/1/b", "b", "b/2")
keys = st.sampled_from([f"{scope}/{name}" for scope in SCOPES for name in "xy"] + ["x", "y"])
entries = st.builds(
    Entry,
    keys,
    st.sampled_from(["answer", "withdraw"]),
    value=st.integers(0, 3),
    opens=st.lists(st.sampled_from(SCOPES), max_size=2, unique=True).map(tuple),
)
journals = st.lists(entries, max_size=12)


@given(journals)
def test_the_last_word_on_each_question_stands(journal: list[Entry]) -> None:
    last = {entry.key: entry for entry in journal}
    assert standing(journal) == {key: entry for key, entry in last.items() if entry.action == "answer"}


@given(journals)
def test_nothing_applies_in_a_scope_that_no_applying_answer_opens(journal: list[Entry]) -> None:
    answers = standing(journal)
    applies = applying(journal, answers)
    opened = {scope for key in applies for scope in answers[key].opens}
    closed = {scope for entry in journal for scope in entry.opens} - opened
    inside = {key for key in answers if any(within(key, scope) for scope in closed)}
    assert applies == set(answers) - inside


def test_a_scope_closes_with_the_one_around_it_and_opens_with_it_again() -> None:
    journal = [
        Entry("list", "answer", opens=("item/1",)),
        Entry("item/1/more", "answer", opens=("item/2",)),
        Entry("item/2/name", "answer"),
        Entry("item/11/name", "answer"),
    ]
    assert applying(journal, standing(journal)) == {"list", "item/1/more", "item/2/name", "item/11/name"}
    journal.append(Entry("list", "answer"))
    assert applying(journal, standing(journal)) == {"list", "item/11/name"}
    journal.append(journal[0])
    assert applying(journal, standing(journal)) == {"list", "item/1/more", "item/2/name", "item/11/name"}


def test_a_withdrawn_answer_and_every_number_are_remembered() -> None:
    journal = [Entry("list", "answer", 1, opens=("item/1", "item/12", "other/3")), Entry("list", "withdraw")]
    assert last_answer(journal, "list") == journal[0]
    assert last_answer(journal, "other") is None
    assert list(scopes(journal, "item")) == ["item/1", "item/12"]
