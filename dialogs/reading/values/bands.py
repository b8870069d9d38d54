"""Bands of a rating: they tell how a figure is judged once it is there, not what is to be reached."""

import re

from dialogs.reading.text.fold import fold

_POOR = (
    r"(?:(?:far |well |slightly |partially |just )?(?:below|under) (?:expectations?|target|standard|average|par)"
    r"|(?:partially|partly) meets?|does not meet|not met|poor|weak|fair|marginal|inadequate|unsatisfactory|unacceptable"
    r"|needs? (?:improvement|work|attention)|improvement (?:needed|required)|at risk|off (?:track|target)"
    r"|fail(?:s|ed|ing)?|red|amber|yellow|orange)"
)
"""Grades that nobody aims at."""
_GOOD = (
    r"(?:(?:fully |far |consistently )?(?:exceeds?|meets?)"
    r"(?: (?:all )?(?:expectations?|target|requirements?|standards?))?"
    r"|(?:above|on) (?:expectations?|target|average|track)|exceptional|excellent|outstanding|superior|(?:very )?good"
    r"|strong|preferred|satisfactory|competent|proficient|advanced|green"
    r"|(?:level|tier|grade|band|rating|score) [1-5a-e])"
)
_NAMED = r"(?: (?:performance|performer|rating|zone|status|band|score|level))"
_START = r"(?:^|[,;(.\n|] ?|^[0-9] ?[-–=:.] ?)"
_BOUND = r"(?:less|more|below|above|under|over|up to|at least|at most|fewer|between|from)\b"
_AMOUNT = rf"[<>≤≥=~ ]{{0,4}}(?:[$£€]?[0-9]|{_BOUND})"
_RANGE = r"[$£€]?[0-9][0-9.,]{0,9} ?[a-z%]{0,3} ?(?:[-–—~]|to\b) ?[$£€]?[0-9]|between\b"
_POINTS = r"(?: ?\([^()0-9]{0,9}[0-9.]{1,4}[^()0-9]{0,9}\))?"
_BANDS = re.compile(
    rf"{_START}{_POOR}{_NAMED}?{_POINTS} ?[:=(–-] ?(?={_AMOUNT})"
    rf"|{_START}(?:{_POOR}|{_GOOD}){_NAMED}?{_POINTS} ?[:=(–-]? ?(?={_RANGE})"
    rf"|{_START}(?:fully |partly |partially |not )?(?:achieved|met) ?[:=] ?(?={_AMOUNT})"
    rf"|{_START}{_POOR}{_NAMED}{_POINTS} ?(?={_AMOUNT})"
    rf"|[a-z0-9%+] ?[:=(–—-] ?(?:{_POOR}{_NAMED}?|critical{_NAMED}?(?<!\(critical)) ?(?=[),;.(]|$)"
    rf"|(?:{_RANGE})[0-9.,]{{0,9}} ?[a-z%]{{0,12}} ?[:=(–—-] ?{_GOOD}{_NAMED}? ?(?=[),;.(]|$)"
    r"|^(?:the )?(?:employee|associate|staff member|individual|incumbent|manager|representative|agent|team)"
    r"(?: (?:has|have|had|consistently|always|only|partly)){0,2}"
    r" (?:achieved|met|exceeded|completed|delivered|reached|attained)\b"
    r"|(?:→|⇒|->) ?[a-z][^0-9]{0,80}$"
    rf"|^[0-9] ?[-–=:.] ?(?:{_POOR}|{_GOOD}){_NAMED}? ?(?:[:=(–-]|$)"
)
"""Below expectations: <80%; Meets: 90–95%; <2x: critical; the employee achieved less than 60% of the goal."""
_MARKED = re.compile(r"[:=()%→⇒]|[-–—]|\b(?:between|to|achieved|met|exceeded|completed|delivered|reached|attained)\b")
"""What each of them holds."""
_GRADE = "优秀|优良|优|良好|良|中等|一般|合格|及格|达标|不合格|不及格|较差|差|[a-e甲乙丙丁一二三四五]级|[a-e甲乙丙丁]等"
_GRADED = re.compile("[优優良差格标標级級等]")
_FIGURE = r"[≤≥<>]{0,2} ?[0-9][0-9.]* ?[%分]?"
_GRADES = re.compile(
    rf"(?<![\u3400-\u9fffa-z])({_GRADE})(?:[:为是( ]|达到|不低于|低于|超过|高于|大于|小于|≤|≥|<|>)*{_FIGURE}"
    rf"|{_FIGURE}(?:[-~至到]{_FIGURE})?(?:以[上下]|[及(]?含?[)以]?[上下])?[^,;。0-9]{{0,3}}[为是评](?:定为|为)?({_GRADE})(?![\u3400-\u9fff])"
)
_STANDARDS = frozenset(["合格", "及格", "达标", "优秀"])
_PAIR = 2
"""优秀90分以上，良好80-89分; 合格 and 优秀 alone are the basic and the outstanding standard."""


def tells_bands(written: str) -> bool:
    """Whether a text tells grades and what earns them."""
    folded = fold(written)
    return (_MARKED.search(folded) is not None and _BANDS.search(folded) is not None) or _grades(folded)


def _grades(folded: str) -> bool:
    """Whether a Chinese text names several grades, each with its figure."""
    if not _GRADED.search(folded):
        return False
    graded = {grade for match in _GRADES.finditer(folded) for grade in match.groups() if grade}
    return len(graded) > _PAIR or (len(graded) == _PAIR and not graded <= _STANDARDS)
