"""Figures put right by so much more or less: 销售额少报了1.2万, the value has to be 12,000 higher."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.conversion import converted, fits
from dialogs.reading.figures.figure_words import blanked, unnamed
from dialogs.reading.figures.second_thoughts import only_tells
from dialogs.reading.numbers.numeral import plain
from dialogs.reading.text.fold import fold
from dialogs.reading.values.standards import read_amounts

_BLANK = "\ue000"
_N = f"{_BLANK}+(?: ?[单件次天家个人位笔条项份元点])?"
_WROTE = "[写填报算录记计]"
_MUST = "(?:还要|还得|还应|应该?|需要?|要|得|再|帮我|请)(?:再|往)?"
_MUST_BE = r"\b(?:should|has to|have to|needs? to|must|ought to|should have) (?:be|been|go) "
_MORE = re.compile(
    rf"(?:[少漏]{_WROTE}|{_WROTE}[少漏低])了? ?{_N}|{_MUST}(?:加|增加|多|高|上调)(?:上|了|出)? ?{_N}"
    rf"|{_MUST_BE}(?:by )?{_N} (?:higher|more|up)\b|\b(?:add|forgot|left out|missed) (?:another )?{_N}"
    rf"|\b(?:raise|increase)\b[^,;.]{{0,30}}? by {_N}"
)
_LESS = re.compile(
    rf"(?:多{_WROTE}|{_WROTE}[多高])了? ?{_N}|{_MUST}(?:减|扣|少|低|下调)(?:掉|去|了)? ?{_N}"
    rf"|{_MUST_BE}(?:by )?{_N} (?:lower|less|fewer|down)\b|\b(?:subtract|deduct|take off) {_N}"
    rf"|\b(?:lower|reduce|decrease|cut)\b[^,;.]{{0,30}}? by {_N}"
)
_CLAUSE = re.compile(r"[^,;。\n]+")


def shifted(
    text: str, asked: Sequence[Asked], current: Mapping[int, Decimal], named_in: Callable[[str], set[int]]
) -> str | None:
    """The figure that stands with what a text adds to it or takes off, in words; None where a text does neither.

    A clause has to say that and nothing beside it: what is told of why a figure rose is a note.
    """
    amounts = read_amounts(unnamed(text, [one.name for one in asked]))
    masked = blanked(fold(text), [(one.start, one.end) for one in amounts], _BLANK)
    for clause in _CLAUSE.finditer(masked):
        sign, match = next(
            ((sign, found) for sign, shift in ((1, _MORE), (-1, _LESS)) if (found := shift.search(clause[0]))),
            (0, None),
        )
        if match is None or not only_tells(f"{clause[0][: match.start()]} 1 {clause[0][match.end() :]}", asked):
            continue
        by = [one for one in amounts if clause.start() <= one.start < clause.end()]
        fitting = [at for at in current if len(by) == 1 and fits(by[0], asked[at])]
        told = named_in(text[clause.start() : clause.end()]) or named_in(text)
        named = [at for at in fitting if at in told] or fitting
        if len(named) == 1:
            value = current[named[0]] + sign * converted(by[0], asked[named[0]])
            return f"{asked[named[0]].name} {plain(value)}"
    return None
