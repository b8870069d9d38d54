"""Whether a number is money: the signs and codes right beside it say how its digits are grouped."""

import re

_SIGNS = "$¢£¤¥฿₠-⃀"
# Tables of words read better than columns of them.
# fmt: off
_CODES = (
    "rmb", "cny", "cnh", "ntd", "twd", "hkd", "mop", "usd", "eur", "gbp", "jpy", "krw", "sgd", "myr", "thb", "vnd",
    "idr", "php", "inr", "rs", "aud", "cad", "nzd", "chf", "fr", "sek", "nok", "dkk", "kr", "pln", "zł", "czk", "kč",
    "huf", "ft", "ron", "lei", "bgn", "rub", "uah", "zar", "brl", "mxn", "aed", "sar", "try", "ils", "euro", "euros",
)
# fmt: on
CODES = frozenset(_CODES)
"""How currencies are written right before a number: RMB5000. Words of other meanings (top, all) are none of them."""
_ANY_CODE = "|".join(sorted(_CODES, key=len, reverse=True))
_BEFORE = re.compile(rf"(?:[{_SIGNS}]|(?<![a-z])(?:{_ANY_CODE})\.?) ?\Z")
_BEHIND = re.compile(rf" ?(?:[{_SIGNS}]|(?:{_ANY_CODE})(?![a-z])|[元块])")
_FARTHEST = 8
"""How far before a number its currency begins."""


def money_before(text: str, at: int) -> bool:
    """Whether a currency stands right before this place of a folded text."""
    return _BEFORE.search(text[max(0, at - _FARTHEST) : at]) is not None


def money_behind(text: str, end: int) -> bool:
    """Whether one stands right behind it."""
    return _BEHIND.match(text, end) is not None
