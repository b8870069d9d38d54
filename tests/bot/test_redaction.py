import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.redaction import redacted

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


@given(st.text(string.ascii_letters + string.digits + "@:/#%!-_", min_size=12))
def test_password_of_an_address_never_shows(password: str) -> None:
    assert password not in redacted(f"cannot open postgresql://kpibot:{password}@db.example/kpibot at all")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("postgresql://kpibot:se@cret@db/kpibot", "postgresql://kpibot:***@db/kpibot"),
        ("redis://:secret@db:6379/0", "redis://:***@db:6379/0"),
        ("postgresql://db/kpibot?user=me&password=secret&x=1", "postgresql://db/kpibot?user=me&password=***&x=1"),
        (f"https://api.telegram.org/bot{TOKEN}/getMe", "https://api.telegram.org/bot***/getMe"),
        (f"token is {TOKEN}.", "token is ***."),
    ],
)
def test_secrets_are_taken_out(text: str, safe: str) -> None:
    assert redacted(text) == safe


@pytest.mark.parametrize(
    "text", ["sqlite:///data/kpibot.db", "postgresql://localhost:5432/kpibot", "12:30, 准确率不低于97%", ""]
)
def test_what_holds_no_secret_stays(text: str) -> None:
    assert redacted(text) == text
