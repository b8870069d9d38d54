"""How photos and files that come with reports are called and shown."""

from dialogs.steps import Exhibit
from kpi.evidence import File
from locales.text import Text, text

MOST = 10
"""Photos and files that go with one report: as many as an album on Telegram has."""


def exhibit(file: File, reporter: str, about: str) -> Exhibit:
    """A photo or file to show to others: whose it is, what about, and what was written below it."""
    said = text("evidence.caption", title=titled(file), reporter=reporter, about=about)
    return Exhibit(file, text("evidence.caption.said", line=said, caption=file.caption) if file.caption else said)


def titled(file: File) -> Text | str:
    """What a photo or file is called."""
    return file.name or Text("evidence.photo")
