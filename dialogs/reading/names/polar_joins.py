"""What the words of a name say together of which values are better, joined from the first to the last."""

from dialogs.reading.names.polar_marks import Mark
from dialogs.reading.names.polar_words import Kind

K = Kind
_WANTED = "plain good gain mild lasting work deal cure"
_ALL = f"{_WANTED} bad treated cost time hours fall sink rise range both"
_TOGETHER: dict[Kind, dict[str, Kind]] = {
    K.GOOD: {_ALL: K.GOOD},
    K.GAIN: {"plain gain mild lasting work deal cure rise": K.GAIN, "good range hours": K.GOOD},
    K.MILD: {
        "plain work deal rise": K.MILD,
        "good cure treated": K.GOOD,
        "gain": K.GAIN,
        "lasting": K.LASTING,
        "bad": K.BAD,
        "cost": K.COST,
        "time hours": K.TIME,
        "range": K.RANGE,
    },
    K.LASTING: {
        "plain gain mild lasting work deal cure time hours rise": K.LASTING,
        "good": K.GOOD,
        "bad": K.BAD,
        "cost": K.COST,
    },
    K.BAD: {"plain good gain mild lasting work deal cure bad treated cost time hours rise range both": K.BAD},
    K.SLIP: {_ALL: K.BAD},
    K.COST: {"plain good gain mild lasting work deal cure bad treated cost time hours rise both": K.COST},
    K.TIME: {
        "plain good gain mild work deal cure treated cost time hours rise both": K.TIME,
        "lasting": K.LASTING,
        "bad": K.BAD,
    },
    K.HOURS: {
        "plain": K.HOURS,
        "good": K.GOOD,
        "lasting": K.LASTING,
        "bad": K.BAD,
        "work deal cure treated cost time hours mild": K.TIME,
    },
    K.WORK: {
        "plain mild lasting work deal": K.WORK,
        "good rise": K.GOOD,
        "gain": K.GAIN,
        "bad treated": K.TREATED,
        "time": K.TIME,
        "hours": K.HOURS,
        "cure": K.CURE,
        "range": K.RANGE,
    },
    K.DEAL: {
        "plain mild lasting work deal": K.DEAL,
        "good rise": K.GOOD,
        "gain": K.GAIN,
        "bad treated": K.TREATED,
        "time": K.TIME,
        "hours": K.HOURS,
        "cure": K.CURE,
    },
    K.CURE: {
        "plain work deal mild cure": K.CURE,
        "gain": K.GAIN,
        "good lasting bad treated cost time rise": K.GOOD,
        "hours": K.TIME,
    },
    K.SAVE: {_ALL: K.GOOD},
    K.FALL: {"plain": K.FALL, "bad treated cost time hours": K.GOOD, "good gain mild lasting": K.BAD},
    K.SINK: {"plain": K.SINK, "bad treated cost time hours": K.GOOD, "good gain mild lasting": K.BAD},
    K.RISE: {"plain": K.RISE, "bad time": K.BAD, "cost": K.COST, "good gain mild lasting work deal cure rise": K.GOOD},
    K.RANGE: {"plain cost range work mild hours time": K.RANGE, "gain good": K.GOOD, "bad": K.BAD},
    K.UNDER: {"good gain mild lasting work deal cure treated": K.GOOD, "bad": K.BAD, "cost": K.COST, "time": K.TIME},
    K.ACT: {"plain": K.WORK, **{state: K(state) for state in _ALL.split() if state not in {"plain", "bad", "treated"}}},
    K.FREE: {
        "bad cost time": K.LASTING,
        **{state: K(state) for state in f"{_WANTED} hours range treated".split()},
    },
}
"""For each word what it makes of what was said before it; whatever is not listed says both."""
_AFTER = {
    (K(state), kind): told
    for kind, rows in _TOGETHER.items()
    for states, told in rows.items()
    for state in states.split()
}
_WITHOUT = frozenset({"without", "no", "with no"})
"""To be without something is bad, unless that is bad; zero of something may be a start."""
_WANTED_LONG = (K.GOOD, K.GAIN, K.MILD, K.LASTING)
"""What may be the better the longer it is, beyond a limit too: customers retained more than 12 months."""
_UNWANTED = (K.BAD, K.POOR, K.SLIP, K.COST, K.TIME, K.HOURS)
_HARM = (K.BAD, K.POOR, K.SLIP)
_THINGS = (K.GOOD, K.GAIN, K.MILD, K.LASTING, K.WORK, K.DEAL)
_DONE = (*_THINGS, K.CURE)
_SILENT = (K.PLAIN, K.RATE, K.COUNT, K.PREPOSITION, K.UNKNOWN)
_BETWEEN = (K.WORK, K.DEAL, K.GAIN, K.LASTING, K.MILD)
"""What may stand between a verb and the bad thing that it is about: 降低采购成本."""


def join(said: list[Mark]) -> Kind:
    """What marks say together: PLAIN for nothing, BOTH for opposite things."""
    rated = any(mark.kind is K.RATE for mark in said)
    loud = _loud(said)
    state, place = K.PLAIN, 0
    while place < len(loud):
        kind, place = _next(loud, place, state, rated=rated)
        state = together(state, kind)
    return state


def _loud(said: list[Mark]) -> list[Mark]:
    """The marks that say something; a mark touches another only where nothing stands between them."""
    before = [Mark(K.PLAIN, "", touches=False), *said]
    return [
        mark._replace(touches=mark.touches and last.kind not in _SILENT)
        for last, mark in zip(before, said, strict=False)
        if mark.kind not in _SILENT
    ]


def together(state: Kind, kind: Kind) -> Kind:
    """What a word makes of what was said before it."""
    if kind is K.PLAIN:
        return state
    return _AFTER.get((state, kind), K.BOTH)


def _next(loud: list[Mark], place: int, state: Kind, *, rated: bool) -> tuple[Kind, int]:
    """What the mark at a place says, with the one that it governs, and the place behind both."""
    mark = loud[place]
    if mark.kind is K.POOR:
        return _poor(loud, place)
    if mark.kind is K.NOT:
        return _not(loud, place)
    if mark.kind is K.NONE:
        return _none(loud, place, state)
    if mark.kind in {K.OVER, K.UNDER, K.BETWEEN}:
        return _limited(loud, place, state, rated=rated)
    if mark.kind in {K.SAVE, K.FALL, K.SINK, K.CURE, K.DEAL}:
        return _verb(loud, place, state, rated=rated)
    if mark.kind is K.LIMIT or (mark.kind is K.WORK and _beside(mark, state)):
        return K.PLAIN, place + 1
    return mark.kind, place + 1


def _beside(mark: Mark, state: Kind) -> bool:
    """Whether a word for work says nothing of what precedes it: unauthorised implemented changes, training provided."""
    return (state is K.BAD and not mark.ends) or (state is K.LASTING and not mark.chinese)


def _poor(loud: list[Mark], place: int) -> tuple[Kind, int]:
    """A word that makes bad what it is said of, with what it is said of."""
    at = place + 1
    while at < len(loud) and loud[at].touches and loud[at].kind in {*_THINGS, K.BOTH}:
        if loud[at].kind in {K.DEAL, K.GOOD, K.BOTH} and loud[at].chinese:
            return K.BOTH, at + 1
        at += 1
    if at < len(loud) and loud[at].touches and loud[at].kind is K.CURE:
        return K.BOTH, at + 1
    return K.BAD, at


def _not(loud: list[Mark], place: int) -> tuple[Kind, int]:
    """A word that turns what follows it, with what is said of that: 未及时处理 is bad, whatever it is said of."""
    mark, at = loud[place], place + 1
    if at < len(loud) and loud[at].kind in _UNWANTED and loud[at].touches:
        return K.LASTING, at + 1
    if at < len(loud) and loud[at].kind in _DONE and (loud[at].touches or mark.word not in {"非", "non"}):
        at += 1
        while at < len(loud) and loud[at].touches and loud[at].kind in _DONE:
            at += 1
        return K.BAD, at
    return (K.PLAIN if mark.word in {"非", "non"} else K.BAD), at


def _none(loud: list[Mark], place: int, state: Kind) -> tuple[Kind, int]:
    """None of something bad, wherever it stands behind; none of something good, where it follows at once."""
    bad = next((at for at in range(place + 1, len(loud)) if loud[at].kind in _HARM), None)
    if bad is not None:
        return K.LASTING, _end(loud, bad, _HARM)
    if loud[place].word in _WITHOUT:
        return (K.BOTH if state is K.GOOD else K.BAD), len(loud)
    good = place + 1 < len(loud) and loud[place + 1].touches and loud[place + 1].kind in _DONE
    return (K.BAD, place + 2) if good else (K.PLAIN, place + 1)


def _end(loud: list[Mark], at: int, kinds: tuple[Kind, ...]) -> int:
    """The place behind the last of several words of these kinds, one after the other."""
    while at + 1 < len(loud) and (
        loud[at + 1].kind in kinds
        or (loud[at + 1].kind in _THINGS and at + 2 < len(loud) and loud[at + 2].kind in kinds)
    ):
        at += 1
    return at + 1


def _limited(loud: list[Mark], place: int, state: Kind, *, rated: bool) -> tuple[Kind, int]:
    """Inside a limit of time or beyond it; between bad things."""
    mark = loud[place]
    limit = next(
        (at for at in range(min(place + 3, len(loud) - 1), place, -1) if loud[at].kind in {K.HOURS, K.TIME, K.LIMIT}),
        None,
    )
    if mark.kind is K.UNDER and (limit or mark.word.endswith("内")):
        good = (mark.chinese and state is K.PLAIN) or (rated and state is K.TIME)
        return (K.GOOD if good else K.UNDER), (limit or place) + 1
    if mark.kind is K.OVER and limit:
        return (K.BOTH if state in _WANTED_LONG else K.BAD), limit + 1
    if mark.kind is K.BETWEEN:
        bad = place + 1 < len(loud) and loud[place + 1].kind in _HARM
        return (K.LASTING, place + 2) if bad else (K.BOTH, place + 1)
    return (K.BOTH if state in {K.GAIN, K.MILD} else K.PLAIN), place + 1


def _verb(loud: list[Mark], place: int, state: Kind, *, rated: bool) -> tuple[Kind, int]:
    """A verb with the bad thing behind it that it is about, or by itself."""
    mark = loud[place]
    at = _object(loud, place, state)
    if at is None:
        skipped = mark.kind in {K.CURE, K.DEAL} and state is K.BAD and not mark.ends
        return (K.PLAIN if skipped else mark.kind), place + 1
    late = loud[at].kind is K.POOR and rated
    if mark.kind is K.DEAL:
        return (K.BAD if late or loud[at].kind is K.SLIP else K.BOTH), at + 1
    if mark.kind is K.CURE:
        return (K.GOOD if not mark.chinese or not rated else K.BAD if late else K.BOTH), at + 1
    return K.GOOD, _end(loud, at, _UNWANTED)


def _object(loud: list[Mark], place: int, state: Kind) -> int | None:
    mark = loud[place]
    if mark.kind in {K.CURE, K.DEAL} and not mark.chinese and not mark.word.endswith(("ed", "ing")):
        return None
    if state not in {K.PLAIN, K.GAIN, K.WORK, K.LASTING, K.MILD, K.GOOD}:
        return None
    at = place + 1
    while state is K.PLAIN and at < len(loud) and loud[at].kind in _BETWEEN:
        at += 1
    governed = _UNWANTED if mark.kind in {K.SAVE, K.FALL, K.SINK} else _HARM
    if at == len(loud) or loud[at].kind not in governed or not (state is K.PLAIN or loud[at].touches):
        return None
    said_of = at + 1 < len(loud) and loud[at + 1].touches
    adverb = loud[at].kind is K.POOR and not loud[at].chinese and loud[at].ends and not said_of
    return None if adverb else at
