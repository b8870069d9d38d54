"""Other words for what a choice is labelled with."""

_SAME = (
    (
        "时限|time|时间|时效|时效性|及时|及时性|期限|进度|速度|交期|准时|按时|工期|周期|timeliness|timing|timely|"
        "deadline|deadlines|"
        "speed|punctuality|on time|when"
    ),
    "成本|cost|costs|费用|花费|花销|预算|开支|支出|钱|省钱|money|expense|expenses|budget|spend|spending|price",
    "数量|quantity|量|产量|总量|多少|volume|amount|number|how many|how much|output|count",
    "质量|品质|quality|质|好坏|准确性|accuracy|how good|how well",
)
"""The words for one thing, folded: the four dimensions of method.md 2.2."""
_SYNONYMS = {word: words for words in (group.split("|") for group in _SAME) for word in words}


def synonyms(label: str) -> tuple[str, ...]:
    """What else a folded label is called; nothing where it has no other name."""
    return tuple(word for word in _SYNONYMS.get(label, ()) if word != label)
