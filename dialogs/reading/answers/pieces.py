"""Texts cut into pieces, with what quotes, brackets and well-known phrases keep whole."""

import re

QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"', "《": "》", "(": ")"}
WRAPPERS = {"“": "”", "「": "」", "『": "』", '"': '"'}
MOST_CUTS = 120
"""Marks and numbers between the items of one answer; more than half as many items are no list."""
_KEPT_WORDS = (
    "research and development",
    "research & development",
    "terms and conditions",
    "health and safety",
    "environment, health and safety",
    "profit and loss",
    "profit & loss",
    "sales and marketing",
    "mergers and acquisitions",
    "supply and demand",
    "learning and development",
    "training and development",
    "food and beverage",
    "repair and maintenance",
    "safety and security",
    "pros and cons",
    "time and attendance",
    "compensation and benefits",
    "friends and family",
    "parks and recreation",
    "parks and gardens",
    "search and rescue",
    "accident and emergency",
    "wear and tear",
    "bed and breakfast",
    "arts and crafts",
    "trial and error",
    "diversity and inclusion",
    "income and expenditure",
    "receipts and payments",
    "goods and services",
    "policies and procedures",
    "rules and regulations",
    "monitoring and evaluation",
    "bills of quantities and materials",
    "operations and maintenance",
    "oil and gas",
    "hardware and software",
    "check-in and check-out",
    "law and order",
    "roads and bridges",
    "trade and industry",
    "internal and external",
)
_KEPT = re.compile("|".join(rf"(?<![a-z]){re.escape(words)}(?![a-z])" for words in _KEPT_WORDS))

_KEPT_JOIN = re.compile(" (?:and|&) ")
"""What joins the words of each of them."""


def kept_spans(folded: str) -> list[tuple[int, int]]:
    """What quotes, brackets and well-known phrases keep whole."""
    spans = [match.span() for match in _KEPT.finditer(folded)] if _KEPT_JOIN.search(folded) else []
    for opening, closing in QUOTES.items():
        start = folded.find(opening)
        while start >= 0:
            end = folded.find(closing, start + 1)
            if end < 0:
                break
            spans.append((start, end + 1))
            start = folded.find(opening, end + 1)
    return spans


def inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies inside one of the spans."""
    return any(start <= at < end for start, end in spans)


def cut(text: str, cuts: list[tuple[int, int]], kept: list[tuple[int, int]]) -> list[str]:
    """The text without the cuts that do not begin inside what is kept."""
    pieces, at = [], 0
    for start, end in sorted(cuts):
        if start >= at and not inside(start, kept):
            pieces.append(text[at:start])
            at = end
    return [*pieces, text[at:]]
