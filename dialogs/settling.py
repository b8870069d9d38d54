"""What a text settles of an interview beside the question that stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from locales.text import Text


@dataclass(frozen=True, slots=True)
class Settled:
    """The answers that a text gives or changes, as JSON by their keys, and what is said of it."""

    answers: Mapping[str, Any]
    said: Text
