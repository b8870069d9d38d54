"""Decisions: choices that go on record, taken only from a text that says them and nothing more.

A verdict, an acknowledgement or a judgement is never guessed: each word has to name a choice or be mere politeness.
Whatever else stands there (not, but, except, tomorrow, a question mark) may turn it around.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from dialogs.reading.answers.acts import LEXICON
from dialogs.reading.answers.choices import LONGEST, SEPARATORS, Option, label_key, label_parts, unread_choice
from dialogs.reading.answers.synonyms import synonyms
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Lexicon, Token, cut

_Kinds = Mapping[str, Mapping[str, str]]

_DECIDING: _Kinds = {
    "filler": {
        "": (
            "i|we|it|them|this|these|all|all of it|all of them|everything|hereby|the|plan|report|reports|figures|and|"
            "choose|pick|option|我|我们|本人|都|全都|全部|所有|均|已|已经|并|计划|"
            "这份|该|上报|数据|一并|一起|选|选择|🙏|🙂|😊|good job|good work|great work|nice work|nice job|well done|"
            "把|啦|拉|呗|咯|嘛|with that|with this|with it|"
            "辛苦了|辛苦|做得好|做得不错|做得很好|写得不错|写得很好|整体不错|总体不错|总体可以|整体可以"
        )
    },
    # Before a verb, "要" says that it is still to be done; alone it agrees.
    "tentative": {"": "需要确认|要确认|需要批准|要批准|需要核准|要核准|需要同意|要同意"},
}
_LISTING = (
    "and|also|too|as well|please|thanks|thank you|option|options|the|i|we|我|我们|是|都|也|吧|请|谢谢|和|与|跟|"
    "及|以及|还有|选|选择"
)
_EVERY: Mapping[str, str] = {
    "": "all|all of them|all of it|everything|全部|所有|全选|全部都|所有的",
    "2": "两个|两项|两样|两者|两条|both|both of them",
    "3": "三个|三项|三样|三者|三条|all three",
    "4": "四个|四项|四样|四者|四条|all four",
    "5": "五个|五项|五样|五者|五条|all five",
}
"""How many are meant by "all": as many as there are, or a number."""
_OBSERVING: _Kinds = {
    "none": {
        "": (
            "none|none of them|none of these|no|nope|nothing|nothing of it|nothing at all|none observed|"
            "not observed|没有|没|无|都没有|全都没有|全部没有|全部都没有|均无|一个都没有|一项都没有|"
            "一个也没有|一项也没有|都没看到|都没有看到|都没做到|都没有做到|没看到|没有看到|没观察到|没有观察到|均未观察到"
        )
    },
    "every": _EVERY,
    "each": {"": "都有|都是|都看到了|都做到了|都达到了|全都有|全都做到了"},
    "filler": {
        "": f"{_LISTING}|saw|observed|看到|看到了|观察到|观察到了|做到|做到了|达到|达到了|有|了|已|已经",
    },
}
_DISPUTING: _Kinds = {
    "every": _EVERY,
    "each": {"": "都有|都有问题|都有异议|都不对|都错了|全都不对|全都有问题|all wrong|all are wrong"},
    "filler": {
        "": (
            f"{_LISTING}|dispute|disputed|wrong|is wrong|are wrong|incorrect|is incorrect|are incorrect|is not right|"
            "are not right|i disagree with|disagree with|有异议|有问题|有误|有错|不对|不正确|错了|不同意|的"
        )
    },
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_HAN_DIGITS = "一二三四五六七八九十"
_PUNCTUATION = frozenset(",.!;:、~…—-()[]\"'“”「」《》•")
_INVISIBLE = frozenset({"Sk", "Mn", "Cf"})
"""Categories of what only changes how a character looks, as the colour of a thumb."""


def read_decision(text: str, options: Sequence[Option], yes: str | None = None, no: str | None = None) -> str:
    """The id of the one option that a text names; a plain "yes" or "no" names `yes` or `no`, where they are given.

    Raises Unread, naming the options, where it names none or more than one, or says anything beside it.
    """
    said = _said(text, _lexicon(options, _names, _DECIDING, LEXICON))
    acts = {**{option.id: option.id for option in options}, "yes": yes, "no": no}
    if len(said) == 1 and said[0].kind in {"number", "place"}:
        named = {_at_place(said[0], options)}  # "confirm 1" may mean the first thing that is to be confirmed
    else:
        named = {token.meaning if token.kind == "option" else acts.get(_act(token)) for token in said}
    found = named.pop() if len(named) == 1 else None
    if found is None:
        raise unread_choice(options)
    return found


def read_observed(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The ids of all options that were observed, in their order; none where the text says so.

    Raises Unread, naming the options, where a part of the text is none of them.
    """
    lexicon = _lexicon(options, _labels, _OBSERVING)
    if {token.kind for token in _said(text, lexicon)} == {"none"}:
        return ()
    return _several(text, options, lexicon)


def read_disputed(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The ids of all options that are disputed, in their order.

    Raises Unread, naming the options, where a part of the text is none of them, or speaks well of one.
    """
    shared = Counter(name for option in options for name in _with_parts(option))
    lexicon = _lexicon(options, lambda option: {name for name in _with_parts(option) if shared[name] == 1}, _DISPUTING)
    return _several(_ABOUT.sub("", fold(text)), options, lexicon)


_ABOUT = re.compile(r"^\s*(?:我们?)?对(?=.*(?:有异议|不同意))")
"""What begins "对退货率有异议"; behind a name it says that this is right."""


def _several(text: str, options: Sequence[Option], lexicon: Lexicon) -> tuple[str, ...]:
    whole = _said(text, lexicon)
    # A label may hold a comma, but "1,3" is no number.
    accounted = all(_named(token, options) for token in whole if token.kind not in _TOGETHER)
    said = whole if accounted else [token for part in SEPARATORS.split(fold(text)) for token in _said(part, lexicon)]
    together = [token for token in said if token.kind in _TOGETHER]
    chosen = {_named(token, options) for token in said if token.kind not in _TOGETHER}
    if together and not chosen:
        chosen = {option.id for option in options}
    counts = {int(token.meaning or len(options)) for token in together if token.kind == "every"}
    if not chosen or None in chosen or not counts <= {len(chosen)}:
        raise unread_choice(options)
    return tuple(option.id for option in options if option.id in chosen)


_TOGETHER = frozenset({"every", "each"})


def _said(text: str, lexicon: Lexicon) -> list[Token]:
    """All tokens of a text that may say something; a single one of no meaning where it is too long for a choice."""
    written = clean(text).text
    if len(written) > LONGEST:
        return [Token("word", "", 0, 0)]
    return [token for token in cut(" ".join(fold(written).split()), lexicon) if not _says_nothing(token)]


def _says_nothing(token: Token) -> bool:
    if token.kind == "mark":
        return token.meaning in _PUNCTUATION or unicodedata.category(token.meaning) in _INVISIBLE
    return token.kind in {"filler", "polite", "onward"}


def _act(token: Token) -> str:
    return token.meaning if token.kind in {"act", "approval"} else ""


def _named(token: Token, options: Sequence[Option]) -> str | None:
    return token.meaning if token.kind == "option" else _at_place(token, options)


def _at_place(token: Token, options: Sequence[Option]) -> str | None:
    """The option whose number a token is."""
    place = int(token.meaning) if token.kind == "place" else token.number.value if token.number else 0
    return next((option.id for at, option in enumerate(options, 1) if at == place), None)


def _lexicon(
    options: Sequence[Option],
    names: Callable[[Option], Collection[str]],
    kinds: _Kinds,
    more: Lexicon | None = None,
) -> Lexicon:
    """The words that say something, the names of the options first."""
    named: dict[str, list[str]] = {}
    for option in options:  # of which two may lead to the same
        named.setdefault(option.id, []).extend(names(option))
    places = {str(at): "|".join(_places(at)) for at in range(1, len(_ORDINALS) + 1)}
    return Lexicon({"option": {id: "|".join(each) for id, each in named.items()}, "place": places, **kinds}, more)


def _labels(option: Option) -> list[str]:
    # A bar would part the phrases of the lexicon.
    return [key for key in map(label_key, option.labels) if "|" not in key]


def _names(option: Option) -> list[str]:
    return [name for label in _labels(option) for name in (label, *synonyms(label))]


def _with_parts(option: Option) -> set[str]:
    """The labels and what stands in them: the indicator, without whom it is about."""
    return {*_labels(option), *(part for part in label_parts(option) if "|" not in part)}


def _places(at: int) -> Iterator[str]:
    yield from (f"{_ORDINALS[at - 1]}{one}" for one in ("", " one", " option"))
    yield from (f"第{digit}{thing}" for digit in (at, _HAN_DIGITS[at - 1]) for thing in ("", "个", "项", "条", "种"))
