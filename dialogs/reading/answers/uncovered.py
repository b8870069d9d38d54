"""Work that nothing covers, told beside the share of the work that the indicators explain (method.md 7, question 4)."""

import re

from dialogs.reading.text.sentences import clauses

_UNCOVERED = re.compile(
    r"没[有放算写列]|漏了|不在里面|\balso\b"
    r"|\b(?:nothing|none|not|isn't|aren't)\b.*\b(?:in (?:here|there|it)|on|about|covered)\b"
)


def uncovered(text: str) -> tuple[str, ...]:
    """The clauses that tell of such work; it belongs to an output."""
    return tuple(one.text for one in clauses(text) if _UNCOVERED.search(one.folded) and not one.asks)
