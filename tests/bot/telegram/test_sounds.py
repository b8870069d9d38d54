"""What others do is told without a sound at night and while somebody is away."""

from storage import people
from tests.telegram.chats import Person
from tests.telegram.program import Running
from tests.telegram.server import StandIn


def test_what_others_do_makes_no_sound_while_somebody_is_away(
    program: Running, server: StandIn, li: Person, wang: Person
) -> None:
    with program.database.transaction() as c:
        people.set_settings(c, 1, {"ask_from": 0, "ask_until": 24})
    for correcting, said in enumerate(("1.8%", "1.7%")):
        program.says(wang, "/report")
        if correcting:
            program.says(li, "/away 3天")
            program.does(wang, wang.presses("退货率"))
        program.says(wang, said)
        program.says(wang, "没有")
        program.hears(li)
    sent = [call.params for call in server.calls if call.method == "sendMessage"]
    told = [one.get("disable_notification", False) for one in sent if "没有答复即视为确认" in one["text"]]
    assert told == [False, "true"]  # as aiogram writes it
