"""Weights told in sentences: rests, halves, sums, second thoughts, orders of importance in words (method.md 2.6)."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal

from dialogs.reading.names.mentions import Mention, mention
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Lexicon, tokens
from dialogs.reading.unread import Unclear, Unread
from dialogs.reading.values.weights import percentage, read_weights, with_fractions
from kpi.weights import TOTAL, equal, ranked

_LONGEST = 400
_NOTHING = Lexicon({})
_ASKS = re.compile(r"[?？]|[吗呢谁]|怎么|什么|\b(?:why|what|who|how|which)\b|^(?:does|is|are|can)\b")
_CLAUSES = re.compile(r"[,，;；。!！\n]+|\.+(?=\s|$)|\b(?:and|but|then|so)\b|然后|再(?=[\u3400-\u9fff])|这样")
_AGAIN = re.compile(
    r"不对|等等|等一下|说错了|算了|还是|\b(?:no,? )?(?:hang on|wait|scratch that|sorry)\b|\bno\b(?=[,.]|"
    r" i mean)|\bactually\b"
)
_BOUND = re.compile(
    r"至少|至多|最[多少]|不[到低超]|以[上下内]|左右|上下|去年|以前|上次|倍|比(?!重)|"
    r"\b(?:at least|at most|more than|less than|last year|twice|double|times|than)\b|"
    r"\b(?:about|around|over|under|before) (?=[0-9])"
)
_REST = re.compile(
    r"剩下的?|其余的?|其[他它]的?|余下的?|剩余的?|另外?一半|另一半|"
    r"\bthe other half\b|\bwhat(?:ever)?(?:'s| is|s)? left(?: over)?\b|\b(?:the )?(?:rest|remainder|remaining|"
    r"others?)\b"
)
_EVENLY = re.compile(
    r"平[分均]|对半|均分|各占?一半|一人一半|一半一半|一样|[各均]|\b(?:even(?:ly)?|equal(?:ly)?|same|each|split|"
    r"shared|half each)\b"
)
_TOGETHER = re.compile(r"加起来|加在一起|一共|总共|合计|合起来|共|\b(?:together|in total|combined|between them)\b")
_YOURS = re.compile(
    r"你(?:们)?(?:看着|来|帮|随便|自己)?(?:分|定|算|排|换算)|随你|看着分|\byou (?:decide|choose|pick|split)\b|"
    r"\bup to you\b"
)
_THERE = re.compile(
    r"^(?:so |那|就|给|it |them |there |to |a |我给|是|(?:that|which|this)(?:'s| is| gets)? ?)*$|\bthere\b"
    r"|这(?:个|项)?(?=给|是|占|$)|那[个项边里]|它"
)
_SAME = re.compile(
    r"(?:(?:make|let|keep|give|have) )?(?:them |it |they |they're |all |are |be |both |just |exactly |"
    r"of )*(?:the same|equal(?:ly)?|even(?:ly)?)"
    r"(?: weights?| shares?| important)?|(?:都|全部|[两三四五]个|[两三四五]项|权重)*(?:都|全)?(?:一样(?:重要?)?|"
    r"平均|平分|均分|相同)(?:吧|就好|就行|好了)?"
)
_HALF = re.compile(r"(?<!另)(?<!另外)(?<!各)(?<!各占)(?<!人)一半|(?<!other )\bhalf\b(?! each)")
_TOP = re.compile(
    r"最(?:重要?|大|高|优先)|第一|首要|优先|排[在]?(?:最)?前|\b(?:on top|top|first|most|highest|biggest|"
    r"above all|number one)\b"
)
_BOTTOM = re.compile(r"最(?:不重要|次要|小|低|轻|后)|排[在]?(?:最)?后|垫底|\b(?:least|last|lowest|bottom|smallest)\b")
_PLACE = re.compile(r"^\s*第?(?P<place>[0-9])(?:个|项)?(?=最|排|第|\s*(?:is|comes|on)\b)")


_COUNTING = re.compile(
    r"第[0-9一二三四五]|[两二三四五][个项人]|一[人半样]|几个|\bhalf\b|\b(?:the |both |all |those |these |other |"
    r"between )+"
    r"(?:two|three|four)\b|\b(?:two|three) of (?:them|those)\b|\bone\b(?! (?:hundred|third|quarter))"
)
"""Numerals that are no weights."""
_SEVERAL = 2


@dataclass(slots=True)
class _Told:
    """What the clauses tell: weights by place, groups that share one, where the rest goes."""

    names: Sequence[str]
    weights: dict[int, Decimal] = field(default_factory=dict)
    group: tuple[tuple[int, ...], Decimal] | None = None
    rest: tuple[int, ...] | None = None
    evenly: bool = False
    yours: bool = False
    last: tuple[int, ...] = ()
    """Those that were named last."""
    named: bool = False
    """Whether they were named right before, without a weight: "the plan" of "the plan and the report together"."""

    @property
    def open(self) -> tuple[int, ...]:
        """The places that have no weight yet."""
        grouped = self.group[0] if self.group else ()
        return tuple(at for at in range(len(self.names)) if at not in self.weights and at not in grouped)


def read_shares(text: str, names: Sequence[str]) -> tuple[Decimal, ...] | None:
    """The weights that sentences tell, in the order of the names; None where they are not told so.

    Raises Unclear with a proposal where the rest is left to us, Unread with what is lacking where some are told only.
    """
    said = fold(clean(text).text).replace("-", " ")
    names = [name.replace("-", " ") for name in names]
    if len(said) > _LONGEST or _ASKS.search(_REST.sub(" ", said)):
        return None
    again = [part for part in _AGAIN.split(said) if part.strip(" ,，.。")]
    if len(again) > 1:
        with suppress(Unread):
            return read_weights(again[-1], names)
        return None
    clauses = [piece for clause in _CLAUSES.split(said) if clause.strip() for piece in _each_number(clause.strip())]
    numbered = [clause for clause in clauses if _numbers(clause) or _HALF.search(clause)]
    if not numbered:
        if any(_SAME.fullmatch(clause.strip()) for clause in clauses):
            return equal(len(names))
        return _ordered(clauses, names)
    if _BOUND.search(said):
        return None
    told = _Told(names)
    return _settled(told) if all(_take(clause, told) for clause in clauses) else None


def _numbers(clause: str) -> list[Decimal]:
    """The numbers in a clause that may be weights."""
    without = _COUNTING.sub(" ", _HALF.sub(" 50 ", _PLACE.sub(" ", with_fractions(clause))))
    found = (token.number for token in tokens(without, _NOTHING) if token.number)
    return [one.value if one.percent or one.value >= 1 else percentage(one.value) for one in found]


def _each_number(clause: str) -> list[str]:
    """A clause cut where another number follows without a mark: 70 contracts 20 plan."""
    if len(_numbers(clause)) < _SEVERAL:
        return [clause]
    return re.split(r"(?<=[^\W\d]) +(?=[0-9])" if clause[0].isdecimal() else r"(?<=[0-9%成]) +(?=[^\W\d])", clause)


def _take(clause: str, told: _Told) -> bool:
    """Whether a clause could be taken: what tells no weight is talk."""
    numbers = _numbers(_REST.sub(" ", clause))
    named = _named(clause, told.names)
    places = named.places if named else ()
    told.yours = told.yours or _YOURS.search(clause) is not None
    if _REST.search(clause) and not numbers:
        told.rest = places
        told.evenly = told.evenly or (_EVENLY.search(clause) is not None)
        return True
    if not numbers:
        if not places and _EVENLY.search(clause):
            told.evenly = True
        told.last = places or told.last
        told.named = bool(places)
        return named is None or bool(places)
    if len(places) == 1 and (_TOGETHER.search(clause) or _EVENLY.search(clause)) and told.last and told.named:
        places = (*told.last, *places)
    told.named = False
    places = places or (told.last if named is None and _THERE.search(_bare(clause)) else ())
    if len(numbers) != 1 or not places or set(places) - set(told.open):
        return False
    told.last = places
    if len(places) == 1 or _EVENLY.search(clause):
        together = _TOGETHER.search(clause) is not None
        share = numbers[0] / len(places) if together else numbers[0]
        told.weights.update(dict.fromkeys(places, share))
        return True
    if _TOGETHER.search(clause) and told.group is None:
        told.group = (places, numbers[0])
        return True
    return False


def _bare(clause: str) -> str:
    return re.sub(r"[0-9.%成]+|[一二三四五六七八九十]成", "", clause).strip()


def _named(clause: str, names: Sequence[str]) -> Mention | None:
    """What a clause names; a number at its beginning is a weight, not a place."""
    ordinal = re.search(r"第(?P<han>[一二三四五1-5])|\b(?P<latin>first|second|third|last)(?: one)?\b", clause)
    found = mention(re.sub(r"[0-9]+", " ", clause), names, ())
    if found or not ordinal:
        return found
    order = ("first", "second", "third")
    at = len(names) - 1 if ordinal["latin"] == "last" else order.index(ordinal["latin"]) if ordinal["latin"] else -1
    if ordinal["han"]:
        at = "一二三四五".find(ordinal["han"]) if ordinal["han"] in "一二三四五" else int(ordinal["han"]) - 1
    return Mention((at,), clause) if 0 <= at < len(names) else None


def _settled(told: _Told) -> tuple[Decimal, ...] | None:
    """The weights, with the groups and the rest shared out."""
    weights = told.weights
    if told.group:
        places, sum_ = told.group
        if not told.evenly:
            return None
        weights.update(dict.fromkeys(places, sum_ / len(places)))
        told.group = None
    left = TOTAL - sum(weights.values(), Decimal(0))
    open_ = told.open
    if not open_ or left <= 0:
        return _adding(weights, told.names) if not open_ else None
    heirs = tuple(at for at in (told.rest or ()) if at in open_)
    if told.rest is not None and (set(heirs or open_) == set(open_)) and (len(open_) == 1 or told.evenly):
        weights.update(dict.fromkeys(open_, left / len(open_)))
        return _adding(weights, told.names)
    proposed = {**weights, **dict.fromkeys(open_, left / len(open_))}
    if told.yours or len(open_) == 1:
        raise Unclear(" ".join(_plain(proposed[at]) for at in range(len(told.names))), ask="weights.proposed")
    raise Unread(
        "weights.noted",
        noted=tuple(f"{told.names[at]} {_plain(weights[at])}%" for at in sorted(weights)),
        left=left,
        names=tuple(told.names[at] for at in open_),
    )


def _adding(weights: dict[int, Decimal], names: Sequence[str]) -> tuple[Decimal, ...]:
    """The weights, as long as they add up to 100; raises Unread as `read_weights` does."""
    return read_weights(" ".join(_plain(weights[at]) for at in range(len(names))), names)


def _plain(weight: Decimal) -> str:
    return f"{weight.normalize():f}"


def _ordered(clauses: Sequence[str], names: Sequence[str]) -> tuple[Decimal, ...] | None:
    """The weights of an order of importance: what is on top, what comes last, what stands between them."""
    top: list[int] = []
    bottom: list[int] = []
    between: list[int] = []
    from_below = False
    for clause in clauses:
        placed = _PLACE.match(clause)
        named = Mention((int(placed["place"]) - 1,), "") if placed else mention(clause, names, ())
        if named is None:
            continue
        if len(named.places) != 1 or not 0 <= named.places[0] < len(names):
            return None
        at = named.places[0]
        if at in (*top, *bottom, *between):
            return None
        low, high = _BOTTOM.search(clause), _TOP.search(clause)
        from_below = from_below or bool(low and not top and not between)
        (bottom if low else top if high else between).append(at)
    unsaid = [at for at in range(len(names)) if at not in (*top, *bottom, *between)]
    if len(top) > 1 or len(bottom) > 1 or not (top or bottom):
        return None
    if len(unsaid) > 1 or (unsaid and between) or (unsaid and len(names) > 2 and not (top and bottom)):
        return None
    middle = [*between, *unsaid]
    return ranked([*top, *(reversed(middle) if from_below else middle), *bottom])
