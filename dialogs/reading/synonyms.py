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
    "approve|批准|核准|approved|审批通过|核准通过|批准通过",
    "return|退回|returned|send it back|退回修改",
    "confirm all|全部确认|confirm|confirmed|确认全部|全都确认|无误|确认无误|数据无误|核对无误|属实",
    "dispute something|有异议|dispute|disputed|异议|i have an objection",
    (
        "i have read it|我已阅读并确认|i've read it|i have read|have read|read it|read|acknowledge|acknowledged|"
        "已阅读并确认|已阅读|已阅|已读|阅读并确认|知悉|已知悉|收到|noted"
    ),
    "i have a question|我有疑问|有疑问|有问题|我有问题|a question|question|i have questions|i have a few questions",
    "later|稍后|稍后再看|not now|晚点",
)
"""The words for one thing, folded: the four dimensions of method.md 2.2, and what is decided on record."""
_SYNONYMS = {word: words for words in (group.split("|") for group in _SAME) for word in words}


def synonyms(label: str) -> tuple[str, ...]:
    """What else a folded label is called; nothing where it has no other name."""
    return tuple(word for word in _SYNONYMS.get(label, ()) if word != label)
