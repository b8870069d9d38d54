"""Commands mistyped, and words that are none."""

import pytest

from dialogs.reading.answers.slips import mended


@pytest.mark.parametrize(
    ("said", "command"),
    [
        *(("bcak", "back"), ("bakc", "back"), ("Bck!", "back"), ("backk", "back")),
        *(("hlep", "help"), ("hepl", "help"), ("pasue", "pause"), ("sumary", "summary"), ("submitt", "submit")),
        *(("cancle", "cancel"), ("/hlep", "help"), ("返会", "back"), ("帮组", "help"), ("小节", "summary")),
    ],
)
def test_mends_a_mistyped_command(said: str, command: str) -> None:
    assert mended(said) == command


@pytest.mark.parametrize(
    "said",
    ["back", "Beck", "cancer", "sip", "held", "bag", "later on", "返工", "帮扶", "跳绳", "Hal", "submission", ""],
)
def test_leaves_other_words_alone(said: str) -> None:
    assert mended(said) is None
