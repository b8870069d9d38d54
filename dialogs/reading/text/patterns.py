"""Patterns of many alternatives that are searched for in every text."""

import re

_WORD = "(?<![a-z])[a-z]"
"""Where a Latin word begins."""


def beginning(first: str, pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of folded text that is only tried where a Latin word begins or one of the `first` characters stands.

    At any other place one look tells that none of its alternatives is there: searching takes a third of the time.
    """
    return re.compile(rf"(?=[{first}]|{_WORD})(?:{pattern})", flags)
