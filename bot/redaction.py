"""Secrets taken out of what is shown or logged."""

import re

_SECRETS = (
    # The password of an address, up to the last @: a raw password may hold one.
    re.compile(r"(?P<before>://[^\s:/@]*:)\S+(?P<after>@)"),
    re.compile(r"(?P<before>\b(?:password|passwd|secret|token)=)[^\s&]+(?P<after>)", re.IGNORECASE),
    # A Telegram bot token; in API addresses "bot" stands right before it.
    re.compile(r"(?P<before>(?:\b|bot))\d{6,12}:[A-Za-z0-9_-]{30,}(?P<after>)"),
)


def redacted(text: str) -> str:
    """The text with passwords and bot tokens replaced by ***."""
    for secret in _SECRETS:
        text = secret.sub(r"\g<before>***\g<after>", text)
    return text
