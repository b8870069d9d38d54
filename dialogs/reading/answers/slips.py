"""Commands mistyped: "bcak", "hlep", 返会."""

import re

from dialogs.reading.text.fold import fold

_COMMANDS = ("back", "help", "skip", "edit", "later", "pause", "resume", "cancel", "submit", "summary")
_SLIPS = {
    "back": "返会|反回|返因|返亏|上一部|上一歩|上一布|上一不|上步一",
    "skip": "条过|跳国|跳够|挑过|跳锅",
    "help": "帮组|帮住|帮主|邦助|帮肋",
    "pause": "暂听|站停|占停|暂亭|赞停",
    "edit": "修该|修盖|休改",
    "cancel": "取小|取肖|去消|娶消",
    "resume": "继序|继绪|及续|继叙",
    "submit": "题交|提娇|提教|提焦",
    "summary": "小节|小洁|小杰|晓结",
}
"""What is written for a command where another word sounds or looks the same."""
_WORD = re.compile(r"/?([a-z]+|[\u3400-\u9fff]{2,4})[\W_]*")


def mended(text: str) -> str | None:
    """The command that a single mistyped word was meant for; None for any other text."""
    found = _WORD.fullmatch(fold(text).strip())
    word = found[1] if found else ""
    same = (command for command, slips in _SLIPS.items() if word in slips.split("|"))
    return next(same, None) or next((command for command in _COMMANDS if word in _mistyped(command)), None)


def _mistyped(command: str) -> set[str]:
    """A word with two letters swapped, one doubled, or one left out: of a short word only a vowel."""
    places = range(len(command))
    swapped = {command[:at] + command[at + 1] + command[at] + command[at + 2 :] for at in places[:-1]}
    doubled = {command[: at + 1] + command[at:] for at in places}
    least = 5
    lost = {command[:at] + command[at + 1 :] for at in places if len(command) >= least or command[at] in "aeiou"}
    return (swapped | doubled | lost) - {command}
