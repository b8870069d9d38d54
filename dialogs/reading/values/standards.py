"""Standards: what an answer says of how well or how much is required (method.md 2.4), every number accounted for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dialogs.reading.accounting import rest_of
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Token, tokens
from dialogs.reading.unread import Unread
from dialogs.reading.values.amounts import Amount, amounts_in
from dialogs.reading.values.bands import tells_bands
from dialogs.reading.values.combine import combined
from dialogs.reading.values.kept import kept_as_it_was
from dialogs.reading.values.lexicon import lexicon
from dialogs.reading.values.none_of import none_of
from dialogs.reading.values.parts import part_of
from dialogs.reading.values.roles import with_roles
from dialogs.reading.values.rules import is_formula, names_indicator, rules_in, tells_reference
from dialogs.reading.values.units import YUAN, YUANS
from dialogs.reading.values.value_tokens import value_tokens
from kpi.plan import Standard
from kpi.units import kind

_TELLING = {"no", "not", "per", "doubling", "currency", "unit", "base"}
"""Kinds of words that may tell a number: no complaints, once a month, half, a quid, under the hour, as last year."""
_MOST = 12
"""Amounts in an answer; more of them are a table, not a standard."""
_LONGEST = 500
"""Characters of an answer that is a standard."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells: the (basic) standard, the outstanding one where it is told at once, and what is left over.

    `left` is shown back as not read; it holds no number that counts. `stretch` is whether the standard is said to be
    the outstanding one. `places` is where what was read stands in the cleaned text.
    """

    standard: Standard
    outstanding: Standard | None = None
    left: tuple[str, ...] = ()
    stretch: bool = False
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)


class Doubtful(Unread):
    """An answer that can be read in several ways, or in one that leaves something out: `readings` to choose from."""

    def __init__(self, *readings: Standard, left: Sequence[str] = ()) -> None:
        super().__init__("standard.several" if len(readings) > 1 else "standard.left", left=tuple(left))
        self.readings = readings
        self.left = tuple(left)


def read_standard(text: str, without: Iterable[tuple[int, int]] = ()) -> Standard:
    """The numeric standard that a text tells, as `read_told` has it."""
    return read_told(text, without).standard


def read_told(text: str, without: Iterable[tuple[int, int]] = (), yuan: str | None = "CNY") -> Told:
    """All that a text tells of a standard; what is read otherwise can be left out by its places.

    `yuan` is the currency of a bare 元; where it is None that is doubtful, too.

    A bare number has no comparator: the indicator's direction says how it is meant. None of something is "= 0".
    "以上" and "above" include the number. Raises Doubtful where it may be meant otherwise or a number is left over,
    Unread where there is no number, or nothing but a scoring rule or a formula.
    """
    written = clean(text).text
    if len(written) > _LONGEST:
        raise Unread("unread.standard")
    if not any(one.number or one.kind in _TELLING for one in tokens(fold(written), lexicon())):
        raise Unread("unread.standard")
    rules = rules_in(written)
    found = value_tokens(written, (*without, *rules.spans))
    amounts = amounts_in(written, found)
    if len(amounts) > _MOST:
        raise Unread("standard.several")
    if is_formula(written, numbered=bool(amounts)) or (len(amounts) == 1 and _is_limit_of_name(written, amounts[0])):
        raise Unread("standard.formula")
    if tells_bands(written):
        raise Unread("standard.rule")
    if not amounts and (kept := kept_as_it_was(written, found)):
        rest = rest_of(written, found, kept.used)
        return Told(replace(kept.standard, text=written, note=rules.note), left=rest.echoed)
    none = none_of(written, found, amounts)
    if none is None and not amounts:
        raise Unread("standard.rule" if rules.note else "unread.standard")
    parts = with_roles([part_of(written, found, amount) for amount in amounts], beside_none=none is not None)
    taken = combined(written, found, parts, none)
    rest = rest_of(written, found, taken.used, taken.told)
    referred = bool(rules.note) and tells_reference(written)
    standards = [replace(one, text=written, note=rules.note) for one in taken.standards]
    if yuan != "CNY" and any(_is_yuan(written, found, one) for one in amounts):
        standards = [
            replace(one, unit=unit) if one.unit == "CNY" else one for one in standards for unit in _units(yuan)
        ]
    if len(standards) != 1 or rest.asked or referred:
        raise Doubtful(*standards, left=rest.asked or rest.echoed)
    outstanding = taken.outstanding and replace(taken.outstanding, text=written)
    places = tuple((found[at].start, found[at].end) for at in sorted(taken.used | taken.told))
    return Told(standards[0], outstanding, rest.echoed, taken.stretch, places)


def unread_words(text: str, without: Iterable[tuple[int, int]] = ()) -> tuple[str, ...]:
    """All words of a text that say something, where no value is read in it."""
    written = clean(text).text
    rest = rest_of(written, value_tokens(written, without), ())
    return rest.echoed


def _is_limit_of_name(written: str, amount: Amount) -> bool:
    return kind(amount.unit) == "time" and amount.comparator is not None and names_indicator(written)


def _is_yuan(written: str, found: Sequence[Token], amount: Amount) -> bool:
    """Whether an amount is in nothing but 元."""
    money = [token for token in found[amount.first : amount.last] if token.kind == "currency"]
    return amount.unit == "CNY" and {fold(written[one.start : one.end]) for one in money} <= YUAN


def _units(yuan: str | None) -> tuple[str, ...]:
    return YUANS if yuan is None else (yuan,)


def read_amounts(text: str) -> tuple[Amount, ...]:
    """All amounts in a cleaned text, in order; days and times of day are none."""
    return amounts_in(text, value_tokens(text))
