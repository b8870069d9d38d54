"""Whether a figure lies below nought: profit -3%, 亏损5万, it fell 3%."""

import re

from dialogs.reading.figures.asked import Asked
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unclear
from dialogs.reading.values.amounts import Amount

_GROWTH = re.compile(
    r"增长|增速|增幅|增减|变化|变动|同比|环比|涨幅|降幅|下降|降低|减少|"
    r"\b(?:growth|changes?|increases?|decreases?|reductions?|development)\b"
)
"""Names of indicators that are a change themselves."""
_BALANCE = re.compile(
    r"利润|盈|亏|毛利|净|差异|差额|偏差|现金流|收益|回报|结余"
    r"|\b(?:profits?|margin|net|earnings|results?|variance|deviation|difference|cash flow"
    r"|gains?|balance|roi|return on)\b"
)
"""Names of what can lie below nought, too."""
_FALL_NAMES = re.compile(r"降低|下降|减少|降幅|\b(?:reduction|decrease)")
_DASH = re.compile(r"(?<![-–—])[-–—] ?[¥$€£]?$")
_FALLEN = re.compile(
    r"(?:下降|下滑|下跌|减少|降低|缩减|萎缩|回落|负增长|亏损|亏|降|跌|减|"
    r"\b(?:down|fell|fallen|falling|dropped|drop|decreased?|declined?|shrank|shrunk|lost|loss|lower)\b)"
    r"(?:了|约|近|大约| by| of| about| ){0,3}$"
)
_FALLS = re.compile(r" ?(?:down|lower|less|loss|drop|decline|decrease|fall)\b| ?的?(?:下降|下滑|降幅|亏损|负增长)")
_LOSS = re.compile(r"(?:亏损|亏|赤字|\b(?:loss|lost|deficit)\b)(?:了|额|为|是|约| of| about|:| ){0,3}$")
_LOSSES = re.compile(r"(?<!没有)(?<!无)(?:亏损|赤字)|(?<!no )\b(?:loss|losses|deficit)\b")
"""What makes it doubtful whether a profit was made: 亏损减少到5万."""
_MARK = re.compile(r"[,，;；。、\n]")
_SHRUNK = re.compile(r"(?:负增长|\bnegative growth)(?:了|率|为|是|约| of| ){0,3}$")
_REACH = 24
"""Characters before a number in which a word tells its sign."""


def sign_of(text: str, amount: Amount, asked: Asked) -> int:
    """-1 where what stands beside a number says that it lies below nought, though the number itself has no sign.

    Raises Unclear where a dash, a fall or brackets may say so.
    """
    folded, signed = fold(text), may_be_negative(asked)
    before = folded[max(0, amount.start - _REACH) : amount.start]
    if amount.value < 0:
        return 1
    if (dash := _DASH.search(before)) and (signed or not dash[0].endswith(" ")):
        raise _either(text, amount, amount.start - len(dash[0]), amount.end, exact=not signed)
    if not signed or amount.value == 0:
        return 1
    if _SHRUNK.search(before) or (_LOSS.search(before) and not measures_change(asked)):
        return -1
    if words := _doubtful(before, folded[amount.end : amount.end + _REACH], asked):
        raise _either(text, amount, amount.start - words[0], amount.end + words[1])
    return 1


def may_be_negative(asked: Asked) -> bool:
    """Whether an indicator can lie below nought: growth, profits, though not losses."""
    name, below = fold(asked.name), asked.basic is not None and asked.basic < 0
    balance = _BALANCE.search(name) is not None and (_LOSSES.search(name) is None or "盈" in name)
    return below or balance or measures_change(asked)


def _doubtful(before: str, after: str, asked: Asked) -> tuple[int, int] | None:
    """How many characters before and after a number make its sign doubtful."""
    if before.endswith("(") and after.startswith(")"):
        return 1, 1
    told = _MARK.split(before)[-1]
    if (loss := _LOSSES.search(told)) and not measures_change(asked):
        return len(told) - loss.start(), 0
    fallen, falls = _FALLEN.search(before), _FALLS.match(after)
    if fallen and not _names_it(fallen[0], asked):
        return len(fallen[0]), 0
    return (0, falls.end()) if falls and not _names_it(falls[0], asked) else None


def measures_change(asked: Asked) -> bool:
    """Whether the figure of an indicator is a change itself."""
    return _GROWTH.search(fold(asked.name)) is not None


def _names_it(said: str, asked: Asked) -> bool:
    """Whether a fall is what the indicator measures: 成本降低率 降低3%."""
    return _FALL_NAMES.search(fold(asked.name)) is not None and "亏" not in said


def _either(text: str, amount: Amount, start: int, end: int, *, exact: bool = False) -> Unclear:
    """Both readings of a number, in place of what stands from `start` to `end` of the text.

    Where it can hardly lie below nought, they are `exact`, so that they are not asked about again.
    """
    said = text[amount.start + (amount.value < 0) : amount.end]
    if exact:
        said = f"{abs(amount.value):.4f}{f' {amount.unit}' if amount.unit else ''}"
    minus = "负" if any(character > "\u2e80" for character in text) else "minus "
    return Unclear(*(f"{text[:start].rstrip()} {sign}{said}{text[end:]}".strip() for sign in (minus, "")))
