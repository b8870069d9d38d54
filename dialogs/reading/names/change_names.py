"""Names of indicators that are a change themselves: 成本降低率, sales growth."""

import re

from dialogs.reading.text.fold import fold
from kpi.values import Sign

_DOWN = re.compile(
    r"(?:降低|下降|减少|缩短|节约|节省|压缩|降)(?:率|额|幅度?|比例|量|数|金额|程度)?$|降幅|降本"
    r"|\b(?:reduction|reductions|decrease|savings?|saved|cut|drop|decline)\b"
)
_UP = re.compile(
    r"(?:增长|增加|提升|提高|上升|增|升|改善|递增)(?:率|额|幅度?|比例|量|数|度)?$|增幅|增速"
    r"|\b(?:growth|increase|uplift|improvement|gain)\b"
)
_EITHER = re.compile(r"同比|环比|变化率|变动率|\b(?:change|development|year on year|yoy)\b")


def change_named(name: str) -> frozenset[Sign]:
    """Which way the change goes that a name is of; both where it may go either way, none where it is no change."""
    folded = fold(name)
    if _EITHER.search(folded):
        return frozenset(Sign)
    return frozenset(sign for sign, pattern in ((Sign.DOWN, _DOWN), (Sign.UP, _UP)) if pattern.search(folded))
