"""What of a name tells which values are better: its head.

In Chinese the head comes last; in English before "of" and "for", with what is done to it behind it. So what stands
behind a preposition is asked only where the head says nothing by itself: cost of rejected goods, percentage of
invoices paid without delay.
"""

import re

from dialogs.reading.names.polar_joins import join
from dialogs.reading.names.polar_marks import Mark, marks
from dialogs.reading.names.polar_words import Kind

K = Kind
_SHARE = re.compile(r"(.+?)占(?!比|有|用|地)(.+)")
_RATIO = re.compile(r"(.+?)(?:[/÷:]|与|和|对|比)(.+)(?<!占)(?<!百分)比(?:率|值|例)?")
"""Of a ratio the first is the head: 成本与收入比."""
_SIDES = frozenset({"to", "/", "÷", "vs", "versus", ":"})
_OUTPUT = re.compile(
    r"(?:per|[/÷]) ?(?:\d+ )?(?:man |labou?r |person |working |staff )?"
    r"(?:hours?|ftes?|employees?|agents?|persons?|heads?|workers?|reps?|operators?)\b"
)
"""What somebody or some hour gets done: invoices per FTE."""
_OPENING = frozenset({"return on", "return from", "turnover of staff", "surplus to"})
"""Phrases that begin what belongs to them, as prepositions do."""
_ASIDE = frozenset({"before", "after", "until", "since", "during", "by", "due to", "at", "from"})
"""What stands behind these says when, how or by whom, and nothing of what is measured."""
_BASE = frozenset({"per", "as", "than"})
"""What stands behind these is what something is measured against."""
_CLAUSE = frozenset({"with", "that", "which", "who", "where", "whose"})
"""What stands behind these says which of the things are meant."""
_WAITING = (K.PLAIN, K.WORK, K.DEAL, K.TREATED, K.HOURS, K.FALL, K.SINK, K.RISE)
"""A head that says one of these leaves it to what it is of: reduction in complaints."""
_OPEN_TO_ALL = (K.BAD, K.GAIN, K.MILD)
_BESIDE = (K.GAIN, K.MILD, K.LASTING, K.COST, K.TIME)
"""What says nothing sure of a head that says nothing: events in training, inventory to sales."""
_WEAK = (K.GAIN, K.MILD, K.LASTING, K.CURE)
_SHARED = {K.GOOD: K.GOOD, K.GAIN: K.GOOD, K.MILD: K.GOOD, K.LASTING: K.GOOD, K.BAD: K.BAD}
"""What a share tells by what has it: percentage of spend with approved suppliers, of revenue from new products."""


def chinese_head(text: str) -> tuple[Kind, list[Mark]]:
    """What a Chinese name tells, and the marks that it tells it by; of a share only what it is a share of."""
    head = _SHARE.match(text) or _RATIO.search(text)
    found = marks(head[1] if head else text)
    return join(found), found


def english_head(text: str) -> tuple[Kind, list[Mark]]:
    """What an English name tells, and the marks that it tells it by."""
    said, *parts = _parts(marks(text))
    ratio = re.search(r"\bratios?\b", text) is not None
    told = join(said)
    for part in parts:
        word = part[0].word
        if ratio and word in _SIDES:
            break
        if told in {K.PLAIN, K.WORK, K.HOURS} and word in {"per", "/", "÷"} and _OUTPUT.search(text):
            return K.GOOD, said
        if word in _BASE and said:
            told = K.BOTH if word == "as" and join(part) is K.BAD and told is not K.BAD else told
            break
        if told is K.HOURS and word in {"to", "from", "until", "before"}:
            return K.TIME, said
        if word not in _ASIDE or told in _OPEN_TO_ALL or not said:
            told, said = _with(told, said, part if word == "of" else _untimed(part))
    return told, said


def _parts(found: list[Mark]) -> list[list[Mark]]:
    """The marks up to the first preposition, and from each preposition to the next."""
    parts: list[list[Mark]] = [[]]
    for mark in found:
        if mark.kind is K.PREPOSITION:
            parts.append([])
        parts[-1].append(mark)
        if mark.word in _OPENING:
            parts.append([Mark(K.PREPOSITION, mark.word.rpartition(" ")[2], touches=True)])
    return parts


def _untimed(part: list[Mark]) -> list[Mark]:
    """A part without times that only say when: in the last 30 days."""
    limited = any(mark.kind in {K.OVER, K.UNDER} for mark in part)
    return part if limited else [mark for mark in part if mark.kind is not K.HOURS]


def _with(told: Kind, said: list[Mark], part: list[Mark]) -> tuple[Kind, list[Mark]]:
    """What was told so far with one part more, where the head leaves room for it."""
    word, adds = part[0].word, join(part)
    if told is K.PLAIN and word not in {"of", "through", *_CLAUSE} and adds in _BESIDE:
        return (K.TIME if word == "to" and adds is K.TIME else K.BOTH), said
    if told in {K.WORK, K.DEAL} and word in {"for", "against"} and adds is K.BAD:
        return told, said
    if told in _WAITING or _waits(said):
        return join(said + part), said + part
    if told is K.BAD and any(_treats(mark) for mark in part):
        return (K.BOTH if word == "of" else K.GOOD), said
    if told is K.GOOD and word in _CLAUSE and adds is K.BAD:
        return K.BOTH, said
    if told in _WEAK and adds is K.BAD:
        return _flawed(told, word), said + part
    if told is K.GAIN and word == "/" and adds in {K.COST, K.TIME}:
        return K.BOTH, said
    if told is K.TIME and word == "with":
        return K.BOTH, said
    if told in {K.COST, K.GAIN, K.MILD}:
        return _shared(told, said, word, adds), said
    return told, said


def _waits(said: list[Mark]) -> bool:
    """Whether a negation, or all there is, a verb, has its object behind the preposition: savings in energy."""
    words = [mark.kind for mark in said if mark.kind not in {K.RATE, K.COUNT, K.PREPOSITION, K.PLAIN, K.UNKNOWN}]
    return bool(words) and (words[-1] in {K.NOT, K.NONE} or words == [K.SAVE])


def _treats(mark: Mark) -> bool:
    """Whether something is said to be done about a bad thing."""
    past = mark.word.split()[0].endswith(("ed", "lt", "for"))
    return past and mark.ends and mark.kind in {K.CURE, K.SAVE, K.DEAL, K.WORK}


def _flawed(told: Kind, word: str) -> Kind:
    """Good things of which something bad is said: orders with errors are bad, decisions about claims are not."""
    if word in _CLAUSE:
        return K.BAD
    return K.GOOD if told is K.CURE else K.BOTH


def _shared(told: Kind, said: list[Mark], word: str, adds: Kind) -> Kind:
    """A cost with what it is spent on, which may be a good thing; a share of costs or gains with what has it."""
    if told is K.COST and word == "on":
        return K.BOTH
    share = next(iter(said), None)
    return _SHARED.get(adds, K.BOTH) if share and share.kind is K.RATE else told
