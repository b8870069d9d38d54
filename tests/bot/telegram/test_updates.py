"""Everything people do in a chat besides answering."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from locales.text import Text
from locales.words import words
from storage.tables import entry, person, run
from tests.telegram.chats import Message, Person
from tests.telegram.program import Running, until
from tests.telegram.server import StandIn

EN = words("en")
FILE = {"file_id": "a", "file_unique_id": "b"}
MEDIA = {
    "sticker": FILE | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
    "voice": FILE | {"duration": 3},
    "photo": [FILE | {"width": 1, "height": 1}],
    "document": FILE,
    "location": {"latitude": 31.2, "longitude": 121.5},
    "contact": {"phone_number": "1", "first_name": "X"},
    "dice": {"emoji": "🎲", "value": 3},
}


def said(id: str) -> str:
    return EN.say(Text(id))


def texts(messages: list[Message]) -> list[str]:
    return [message.text for message in messages]


@pytest.fixture
def ann(program: Running, server: StandIn) -> Person:
    """A manager at the second question."""
    ann = server.person("Ann", "en")
    program.joins(ann, "manager")
    program.says(ann, "Key account manager")
    return ann


def answers(program: Running) -> list[tuple[str, str]]:
    with program.database.reading() as c:
        return [(key, action) for key, action in c.execute(select(entry.c.key, entry.c.action).order_by(entry.c.id))]


def name(program: Running, person: Person) -> str | None:
    question = program.question(person)
    return str(question["name"]) if question else None


@pytest.mark.parametrize("kind", MEDIA)
def test_what_is_no_text_is_answered_politely(kind: str, program: Running, ann: Person) -> None:
    received = program.does(ann, ann.sends(**{kind: MEDIA[kind]}).update_id)
    told = "evidence.no_report" if kind in {"photo", "document"} else "unreadable"
    assert said(told) in texts(ann.received)
    assert "Which department" in received[-1].text if received else True
    assert name(program, ann) == "department"


def test_an_album_is_answered_once(program: Running, ann: Person, server: StandIn) -> None:
    for _ in range(4):
        ann.sends(photo=MEDIA["photo"], media_group_id="1")
    server.settles()
    assert texts(ann.received).count(said("evidence.no_report")) == 1


def test_an_edited_message_edits_its_answer(program: Running, ann: Person) -> None:
    wrote = ann.says("Sales")
    program.does(ann, wrote.update_id)
    program.does(ann, ann.edits(wrote, "Marketing"))
    assert any("Marketing" in text for text in texts(ann.received))
    assert name(program, ann) == "holder"
    program.says(ann, "/summary")
    assert any("Department: Marketing" in text for text in texts(ann.received))
    command = next(message for message in ann.messages if message.text.startswith("/summary"))
    program.does(ann, ann.edits(command, "/cancel"))
    assert said("edited.no_answer") in texts(ann.received)


def test_a_button_counts_once(program: Running, ann: Person, server: StandIn) -> None:
    program.says(ann, "Sales")
    program.says(ann, "/skip")
    period = ann.question()
    assert name(program, ann) == "period"
    button = period.buttons[0][0]
    with server.held():
        presses = [ann.presses_data(button[1], period) for _ in range(3)]
    for press in presses:
        program.does(ann, press)
    assert answers(program).count(("period", "answer")) == 1
    assert texts(ann.received).count(said("choice.stale")) == 2
    assert name(program, ann) == "customers_internal"
    assert (period.buttons, period.text.endswith(f"✓ {button[0]}")) == ([], True)
    # Much later, too.
    program.does(ann, ann.presses_data(button[1], period))
    assert answers(program).count(("period", "answer")) == 1


def test_only_the_question_that_stands_has_buttons(program: Running, ann: Person) -> None:
    for text in ("Sales", "/skip", "2027", "the GM", "/back", "/edit", "/back"):
        program.says(ann, text)
    assert [message for message in ann.received[:-1] if message.buttons] == []


def test_many_choices_come_in_pages(program: Running, ann: Person, server: StandIn) -> None:
    for text in (
        "Sales",
        "Wang Fang",
        "2027",
        "the GM, finance, legal, IT",
        "no",
        "reports",
        "plans",
        "advice",
        "data",
    ):
        program.says(ann, text)
    program.says(ann, "/edit")
    menu = ann.question()
    first = menu.labels
    assert first[-3:][1].startswith("1/")
    ann.presses("›", menu)
    until(lambda: menu.labels != first, ann.shown)
    assert menu.labels[-2].startswith("2/")
    assert ann.question() is menu
    program.presses(ann, menu.labels[0])
    assert name(program, ann) != "edit"


def test_another_persons_button_does_nothing(program: Running, ann: Person, server: StandIn) -> None:
    program.says(ann, "Sales")
    program.says(ann, "/skip")
    ben = server.person("Ben", "en")
    program.joins(ben, "manager")
    data = ann.question().buttons[0][0][1]
    before = answers(program)
    program.does(ben, ben.presses_data(data, ben.question()))
    server.settles()
    assert answers(program) == before
    assert name(program, ann) == "period"
    assert name(program, ben) == "post"
    assert said("choice.stale") in texts(ben.received)
    ben.presses_data("c999999999999:7", ben.question())
    ben.presses_data("anything else", ben.question())
    server.settles()
    assert answers(program) == before


def test_groups_are_left(program: Running, ann: Person, server: StandIn) -> None:
    group, other = server.group("Sales"), server.group("Marketing")
    group.adds_bot(ann)
    until(lambda: group.left, ann.shown)
    other.says(ann, "/start")
    until(lambda: other.left, ann.shown)
    assert [message for message in (*group.messages, *other.messages) if message.from_bot] == []


def test_a_forwarded_command_is_not_carried_out(program: Running, ann: Person) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "X", "date": 1}
    forwarded = ann.says("/cancel", forward_origin=origin)
    program.does(ann, forwarded.update_id)
    assert said("unreadable.forwarded") in texts(ann.received)
    assert name(program, ann) == "department"
    program.does(ann, ann.says("Sales", forward_origin=origin).update_id)
    assert name(program, ann) == "holder"


def test_start_goes_on_where_the_person_stopped(program: Running, ann: Person) -> None:
    program.says(ann, "/start")
    assert said("welcome.back") in texts(ann.received)
    assert name(program, ann) == "department"


def test_html_is_shown_as_it_was_written(program: Running, ann: Person) -> None:
    wrote = "<b>Sales</b> & <script>alert(1)</script> &lt; R&D"
    program.says(ann, wrote)
    program.says(ann, "/summary")
    assert any(wrote in text for text in texts(ann.received))


def test_a_long_text_is_parted(program: Running, ann: Person) -> None:
    for text in ("Sales", "Wang Fang", "2027"):
        program.says(ann, text)
    program.says(ann, "、".join(f"客户{number}" * 30 for number in range(40)))
    program.says(ann, "/summary")
    assert sum("客户39" in text for text in texts(ann.received)) >= 1
    assert all(len(text) <= 4096 for text in texts(ann.received))


def test_a_flood_is_told_once_and_ends(program: Running, ann: Person, server: StandIn) -> None:
    with server.held():
        for _ in range(130):
            ann.says("/why")
    server.settles(1, seconds=60)
    flood = said("telegram.flood")
    assert texts(ann.received).count(flood) == 1
    assert program.says(ann, "Sales") or name(program, ann)


def test_what_came_while_it_was_off_is_taken_in_order(program: Running, ann: Person, server: StandIn) -> None:
    program.stop()
    for text in ("Sales", "Wang Fang", "2027", "the GM"):
        ann.says(text)
    last = ann.says("the dealers")
    program.start()
    program.does(ann, last.update_id)
    assert [key for key, _ in answers(program)][:6] == [
        "post", "department", "holder", "period", "customers_internal", "customers_external",
    ]  # fmt: skip


def test_the_language_of_a_stranger_is_guessed(program: Running, server: StandIn) -> None:
    for code, language in (("zh-hans", "zh_Hans"), ("zh-TW", "zh_Hant"), ("en-GB", "en"), ("fr", "en"), (None, "en")):
        stranger = server.person("Someone", code)
        program.says(stranger, "?")
        assert texts(stranger.received) == [words(language).say(Text("stranger"))]
    with program.database.reading() as c:
        assert c.execute(select(person)).all() == c.execute(select(run)).all() == []


def test_menus_and_descriptions_are_set_in_both_languages(program: Running, server: StandIn) -> None:
    until(lambda: ("short_description", "zh") in server.kept, program.said)
    for code in ("", "zh"):
        assert "plans" in [one["command"] for one in server.kept["commands", code]["commands"]]
        assert server.kept["description", code]["description"]


def test_people_of_the_same_name_are_told_apart(program: Running, server: StandIn) -> None:
    for _ in range(3):
        program.joins(server.person("王芳", "zh-hans"), "manager")
    with program.database.reading() as c:
        assert sorted(c.execute(select(person.c.name)).scalars()) == ["王芳", "王芳 (2)", "王芳 (3)"]


def test_messages_carry_dates_of_their_own(program: Running, ann: Person) -> None:
    """A message written long ago counts when it comes."""
    old = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())
    program.does(ann, ann.says("Sales", date=old).update_id)
    assert name(program, ann) == "holder"
