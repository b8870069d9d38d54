"""What English asks for around a name that was typed: "the monthly report", "an on-time rate", "days late"."""

import re

_DETERMINED = re.compile(
    r"(?:an?|the|this|that|these|those|our|my|your|his|her|its|their|each|every|all|any|some|no|both|several|[0-9]+)\b"
)
_VOWEL = re.compile(r"(?!eu|one\b|once\b|u(?:ni|s|til|r[aeiou]))[aeiou]|hour|honest|heir")
_SPELT = re.compile(r"[A-Z]{2,}[0-9]*\b")
_SPELT_AN = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an NPS, an SLA."""
_HEAD = re.compile(
    r"\s+(?:of|per|in|on|at|for|to|by|with|without|from|within|during|after|before|over|under|not|late|"
    r"[a-z]+(?:ed|ing)|held|made|won|lost|sent|sold|taken|found|kept|met)\b.*",
    re.IGNORECASE,
)
"""What stands behind the noun that a name is about: "calls held on Mondays", "days to completion"."""
_PLURAL = re.compile(r".*(?<![sui])s|.*(?:people|staff|children|men|women)")
_ENDS = (("people", "person"), ("ies", "y"), *((f"{end}es", end) for end in ("ss", "x", "ch", "sh")), ("s", ""))
"""How nouns end as several, and as one."""
_NUMBER_OF = re.compile(r"^(?:the )?(?:number|count) of\s+", re.IGNORECASE)


def article(name: str) -> str | None:
    """The indefinite article that goes before a name; None before a plural or a number, or where none can stand."""
    if not name[:1].isascii() or not name[:1].isalnum() or _DETERMINED.match(name.casefold()) or is_plural(name):
        return None
    if spelt := _SPELT.match(name):
        return "an" if spelt[0][0] in _SPELT_AN else "a"
    return "an" if _VOWEL.match(name.casefold()) else "a"


def takes_the(name: str) -> bool:
    """Whether "the" may stand before a name."""
    return name[:1].isascii() and name[:1].isalpha() and not _DETERMINED.match(name.casefold())


def is_plural(name: str) -> bool:
    """Whether a name is about several things: complaints, "calls held on Mondays"."""
    head = _head(name)
    return bool(_PLURAL.fullmatch(head.casefold())) and not head[-2:].isupper()


def counted(name: str) -> str:
    """What a number of counts: "complaints" of "number of complaints"."""
    return _NUMBER_OF.sub("", name)


def one(noun: str) -> str:
    """A plural noun as one of its things: "errors" is "error"."""
    head = _head(noun)
    single = next((head[: -len(end)] + left for end, left in _ENDS if head.casefold().endswith(end)), head)
    return single + noun[len(head) :] if is_plural(noun) else noun


def names(name: str, noun: str) -> bool:
    """Whether a name says what a noun counts: "customer visits" are visits, "days late" are days."""
    head = _head(name).casefold()
    return noun.casefold() in {head, *head.split()[-1:]}


def _head(name: str) -> str:
    return _HEAD.sub("", name.strip())
