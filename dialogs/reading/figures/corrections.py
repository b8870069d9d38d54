"""Figures corrected in words: 退货率应该是1.8%; contract value should be 421k not 412k."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import pairwise

from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.asking import WHICH
from dialogs.reading.figures.conversion import converted, fits
from dialogs.reading.figures.figure_words import blanked, unnamed, without_idle_numerals
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.figures.second_thoughts import only_tells
from dialogs.reading.figures.shifts import shifted
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.likeness import closest, hinted
from dialogs.reading.text.sentences import clauses
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.amounts import Amount
from dialogs.reading.values.standards import read_amounts

_LONGEST = 300
"""Characters of the longest correction: anything longer is a note."""
_BLANK = "\ue000"
_N = f"{_BLANK}+(?: ?[单件次天家个人位笔条项份元点])?"
"""A number, with its unit, in a text whose numbers are blanked."""
_WROTE = "[写填报打说录输记]"
_SLIP = rf"(?:(?:{_WROTE}|看|搞|弄|算)[错反]|有误|不对|不正确|错)(?:了|的)?[,;。: ]*"
_SHOULD_BE = "改成|改为|更正为|应改为|应(?:该|当)?[是为]"
_WITHDRAWN = re.compile(
    rf"(?:而?(?<!是)不是|而非|并非|不应该?是|{_WROTE}成?(?:了|的是)? ?(?={_BLANK})) ?{_N}了?[,;。、 ]*(?:而是)?"
    rf"|{_N}(?:是|都)?{_SLIP}|{_N} ?(?:{_SHOULD_BE})"
    rf"|(?:\bbut )?(?:\bnot|\binstead of|\brather than) (?:the )?{_N}(?:[,;]? ?but\b)?"
    rf"|\b(?:wrote|typed|put|entered|said|reported|gave) {_N}[,;. ]*(?:\b(?:instead of|rather than|but|and|not)\b)?"
    rf"|{_N} (?:should (?:be|have been|read)|(?:is|was) (?:wrong|a typo|a mistake)[,;. ]*|(?:to|into) (?={_BLANK}))"
)
"""What was told before and is taken back."""
_TAKEN_BACK = re.compile(
    rf"[少多漏]{_WROTE}了?(?:一?个)?(?:{_N})?[,;。: ]*|重新?[算核查统][计对]?(?:过|了)?(?:一?下)?[,;。: ]*"
    rf"|(?:那个|这个)?{_SLIP}|[更纠]正(?:一下|为)?[: ]*|{_SHOULD_BE}|其实[是为]?|实际(?:上?是|为|应)"
    r"|(?:正确|准确|真实)的?(?:数据?|数字)?[应是为: ]+"
    r"|\b(?:scratch|strike) (?:that|it)\b[,;.: ]*|\bwrong (?:month|file|line|sheet|column|period|number|figure|one)\b"
    r"|\b(?:the )?(?:right|correct|real|actual) (?:one|figure|number|value) (?:is|was)\b"
    r"|\b(?:should (?:be|have been|read)|(?:is|was|that's|that is) wrong|correction|typo|oops|sorry|actually|i meant?"
    r"|my (?:mistake|bad|fault|error)|make (?:it|that)|(?:made|got) (?:a mistake|it wrong)"
    r"|(?:change|correct) (?:the|my)?|(?:read|used|took|copied|looked at) the wrong"
    r"|re-?(?:checked|calculated|counted)|checked again)\b[,;.: ]*"
)
"""What says that something told before is wrong, and what stands instead."""
_MAY_TAKE_BACK = re.compile(
    rf"[是非错反误对正改为]|{_WROTE}成|[少多漏]{_WROTE}|重新?[算核查统]"
    r"|\b(?:scratch|strike|right|real|not|instead|rather|wrote|typed|put|entered|said|reported|gave|should|to|into|wrong"
    r"|correction|typo|oops|sorry|actually|i mean|my|make|made|got|change|correct"
    r"|re-?(?:checked|calculated|counted)|again)"
)
"""A word that everything that takes something back has one of: most texts are told apart by it at once."""
_NO_CORRECTION = re.compile(
    r"^(?:说明|备注|注|note) ?[:：]|本来|原本|理应|要不是|\b(?:would|could|might|ought to) have\b"
    r"|\bshould have been\b[^,;.]*\bbut\b"
)
"""A note by its own word, and what should have been but is not."""
_MARK = re.compile(r"[,，;；。\n]")


@dataclass(frozen=True, slots=True)
class _Said:
    """A correction without what it takes back: the text that is left, the numbers taken back, whether it says so."""

    rest: str
    withdrawn: Sequence[Amount]
    marked: bool


def takes_something_back(text: str) -> bool:
    """Whether a text says that something told before is wrong, or what stands instead."""
    written = clean(text).text
    if len(written) > _LONGEST or not _MAY_TAKE_BACK.search(folded := fold(written)):
        return False
    return _TAKEN_BACK.search(folded) is not None or _without_withdrawn(written, ()).marked


def read_correction(
    text: str, asked: Sequence[Asked], current: Mapping[int, Decimal], *, bare: bool
) -> dict[int, Decimal]:
    """The figures that a text puts right, by the places of their indicators; none where it is no correction.

    `current` are the figures that stand. Where a `bare` number would be something else, an indicator has to be named
    or something taken back. Raises Unclear where more than one figure may be meant.
    """
    written = clean(text).text
    if len(written) > _LONGEST or _NO_CORRECTION.search(fold(written)):
        return {}
    if sum_told := shifted(written, asked, current, partial(named_in, asked=asked)):
        raise Unclear(sum_told, ask="figures.shifted.ask")
    said, accounted = _without_withdrawn(written, asked), only_tells(written, asked)
    if not said.marked and not accounted:
        return {}
    try:
        found = _found(said, asked, current, accounted=accounted)
    except Unclear as unclear:
        if bare or said.marked:
            raise
        return _onlynamed_in(unclear, said, asked)
    except Unread:
        return {}
    named = set(found) <= named_in(said.rest, asked)
    if not (named or _by_old(said, asked, current) if not accounted else named or bare or said.marked):
        return {}
    changes = any(current.get(at) != value for at, value in found.items())
    return found if changes or accounted else {}


def parted(text: str, asked: Sequence[Asked], current: Mapping[int, Decimal]) -> tuple[str, str]:
    """What of several sentences is no correction, and the one that corrects a figure by its name; empty without any."""
    written = clean(text).text
    sentences = _sentences(written)
    for at, one in enumerate(sentences if len(sentences) > 1 else ()):
        with suppress(Unread):
            if takes_something_back(one) and read_correction(one, asked, current, bare=False):
                return "".join(sentences[:at] + sentences[at + 1 :]).strip(), one.strip()
    return "", ""


def slips(text: str) -> bool:
    """Whether a sentence says that one's own figure was a slip: "I typed 433 but its 438"."""
    sentences = _sentences(clean(text).text)
    return any(_MY_SLIP.search(fold(one)) and any(map(str.isdigit, one)) for one in sentences)


_MY_SLIP = re.compile(
    rf"(?:我|刚才|刚刚){_WROTE}[错成]|{_WROTE}错了|[少多漏]报了"
    r"|\bi (?:typed|wrote|entered|reported) [0-9][^.;]*\b(?:but|not|instead)\b"
)


def _sentences(written: str) -> list[str]:
    ends = [clause.end for clause in clauses(written) if clause.ends]
    edges = [0, *ends, len(written)]
    return [one for start, end in pairwise(edges) if (one := written[start:end]).strip()]


def _onlynamed_in(unclear: Unclear, said: _Said, asked: Sequence[Asked]) -> dict[int, Decimal]:
    """Nothing, unless an indicator is named, so that the doubt is about its figure."""
    if named_in(said.rest, asked):
        raise unclear
    return {}


def _without_withdrawn(written: str, asked: Sequence[Asked]) -> _Said:
    names = tuple(one.name for one in asked)
    amounts = read_amounts(without_idle_numerals(unnamed(written, names), names))
    masked = blanked(fold(written), [(one.start, one.end) for one in amounts], _BLANK)
    back = [match.span() for match in _WITHDRAWN.finditer(masked)]
    withdrawn = [one for one in amounts if any(start <= one.start < end for start, end in back)]
    without = blanked(masked, back)
    marks = [match.span() for match in _TAKEN_BACK.finditer(without)]
    return _Said(_cut(written, [*back, *marks]), withdrawn, bool(back or marks))


def _cut(written: str, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(blanked(written, spans).split(" ")).strip() if spans else written


def _found(
    said: _Said, asked: Sequence[Asked], current: Mapping[int, Decimal], *, accounted: bool
) -> dict[int, Decimal]:
    """The figures of what is left, by the places of their indicators; of a mere number, which one is asked."""
    try:
        return {at: value for at, value in enumerate(read_figures(said.rest, asked)) if value is not None}
    except Unread as unread:
        if isinstance(unread, Unclear) and unread.ask != WHICH:
            raise
        by_old = _by_old(said, asked, current)
        if len(by_old) == 1 and not named_in(said.rest, asked):
            return {at: read_figure(said.rest, asked[at]) for at in by_old}
        if not accounted:
            raise Unread(unread.reason.id, **unread.reason.params) from None
        raise


def _by_old(said: _Said, asked: Sequence[Asked], current: Mapping[int, Decimal]) -> set[int]:
    """The indicators whose standing figure is taken back."""
    return {
        at
        for at, value in current.items()
        if any(fits(one, asked[at]) and converted(one, asked[at]) == value for one in said.withdrawn)
    }


def named_in(said: str, asked: Sequence[Asked]) -> set[int]:
    """The places of the indicators that a text names."""
    names = (*(one.name for one in asked), *dict.fromkeys(other for one in asked for other in one.others))
    amounts = [(one.start, one.end) for one in read_amounts(unnamed(said, names))]
    parts = _MARK.split(blanked(said, amounts, ","))
    plain = [closest(part, names) for part in parts]
    named = plain if any(map(any, plain)) else [hinted(part, names) for part in parts]
    return {at for at in range(len(asked)) if any(part[at] for part in named)}
