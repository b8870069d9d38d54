"""Evidence: the photos and files that go with a report (method.md 5)."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["photo", "document"]
"""As Telegram tells pictures and other files apart."""


@dataclass(frozen=True, slots=True)
class File:
    """A photo or file, kept where it was sent: only what finds it again there is known.

    `reference` is Telegram's file_id, or a path at this machine; `name` is None for a photo, which has none on
    Telegram; `caption` is what was written below it.
    """

    channel: str
    kind: Kind
    reference: str
    name: str | None = None
    caption: str = ""
