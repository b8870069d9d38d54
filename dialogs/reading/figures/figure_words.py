"""What stands around a figure: numerals that count nothing, and words for none at all."""

import re
from collections.abc import Iterable, Sequence

from dialogs.reading.text.fold import fold

_NUMERALS = "0-9零一二两三四五六七八九十百千万亿"
_NO_FIGURE = re.compile(
    r"双(?:十一|十二|11|12)(?:大促|活动|期间|促销)*|(?:五|六|七|八)一(?=节|假|期间|长假)|十一(?=节|假|期间|长假|黄金周|国庆)"
    r"|(?<![0-9.])618(?:大促|活动|期间|促销)+"
    r"|(?:其[他它余]|剩下|余下|另外|别的|[前后][面边])的?[一两二三四五六七八九](?:项|个)"
    r"|\bthe (?:other|first|last|remaining|next) (?:two|three|four|five|[2-5])\b"
    r"|[两三四五六七八九几](?:项|个(?:数据?|数字|指标))(?=都|均|全|和|跟|与|一起|[,;。、]|$)|一共|一总|一直|一定|一样|一下|一些|统一|唯一|(?<![0-9一二三四五六七八九十百])万一(?![千百])|(?<!分)之一|一点(?![零一二三四五六七八九])|一方面"
    r"|(?<![0-9一二三四五六七八九])十分(?=满|好|高|重|理)"
    r"|(?<![每一])(?:星期|礼拜|周)[一二三四五六日](?![次个单家件人])"
    r"|(?:上|这|本|前|近|过去|最近)(?:一|1) ?个?(?:周|月|季度|季|年|星期)"
    r"|(?:19|20)[0-9]{2} ?年度?|第?[一二三四1-4] ?季度|第[0-9一二三四五六七八九十]+ ?(?:周|个?月|天|期)"
    r"|(?:第一|第二|第三|第四)|(?:上|下)半年"
    r"|\bq[1-4]\b(?: ?(?:19|20)[0-9]{2})?|\b(?:week|fy) ?[0-9]{1,4}\b|\b(?:b2b|b2c|o2o|5g|4s)\b"
    r"|\b(?:this|that|the|last) one\b"
)
"""Numerals that count nothing, by the words they are part of."""
_FROM = re.compile(rf"(?:\bfrom\b|从|由)[^,，;；。\n]{{0,30}}?(?:\bto\b|到|至|->|→|=>)(?=[^,，;；。\n]*[{_NUMERALS}])")
_ARROW = re.compile(rf"[^\s,，;；。]{{0,40}}[{_NUMERALS}%]\s{{0,3}}(?:->|→|=>)")
"""What a figure was before: from 85% to 88%, 85 → 88."""
_BY = re.compile(
    r"(?:增加|增长|上升|提高|提升|上涨|下降|降低|下滑|减少|增|涨|升|降|跌|减"
    r"|\b(?:up|down|increased|rose|grew|fell|dropped|decreased|declined|improved)\b)"
    rf"(?:了| by)? ?[{_NUMERALS}][{_NUMERALS}.]{{0,14}}[^{_NUMERALS}\s,，;；。]{{0,10}}(?: [a-z]{{1,20}})?"
    rf"(?: to |到了?|至|达到) ?(?=[{_NUMERALS}])"
)
"""By how much a figure came to what it is: up 10 to 127."""

_NONE = re.compile(
    r"(?:there (?:were|was) |we had |had |we got |got )?(?:none|nothing)"
    r"(?: at all| so far| (?:this|last) (?:week|month|quarter|year))*[\s.!]*"
    r"|.{0,12}没有?(?:接到|发生|出现|产生).{0,12}"
)
_UNKNOWN = re.compile(r"数据|数字|结果|统计|资料|报表|\b(?:data|figures?|numbers?|results?|reports?|ideas?|clue|way)\b")
"""What somebody does not have who has no figure, rather than none of what is counted."""
_NAMELESS = re.compile(
    r"(?:\b(?:and|then|respectively|they|these|those|it|figures?|numbers?|are|were|is|was|about|around|this month)\b"
    r"|以及|分别|数据|数字|大概|大约|本月|这个月|左右|[和与及跟是为约各,.;:、，。；：|/&()–—\s])*"
)
"""What stands between figures and names none of them."""
_DOT = "·"
"""Stands for a character of a name: it is no space, so that what stands before a name is not right before a number."""
_LINE_END = re.compile(r"(?<=[0-9%‰])\n")

_NEXT = re.compile(
    rf"(?<=[\u3400-\u9fffa-z])[^,;。、\n]?(?P<to>[{_NUMERALS}][{_NUMERALS}.点%‰kw元天件单块]*)"
    rf"(?P<space> ?)(?=(?P<next>[\u3400-\u9fff]{{2}}|(?<= )[a-z]{{4}})[^,;。、\n]*[{_NUMERALS}])"
)
"""A number behind a word, and a word before another number."""

_VAGUE = re.compile(
    rf"[{_NUMERALS}] ?[个单件次家人位笔%]?点?(?:(?:多|余|几)(?![了亏于谢数额{_NUMERALS}])|出头)"
    r"|(?<=[十百千万])来(?![自说])|(?<=[0-9])\+(?! ?[0-9])"
)
_BOUND = re.compile(
    r"(?:不到|不足|未满|将近|接近|快到?|超过|低于|高于|多于|少于)(?:了|约| )?[¥$€£]? ?$"
    r"|\b(?:under|below|over|above|less than|more than|nearly|almost|close to|up to|at least) (?:the )?[¥$€£]?$"
)
"""What only tells how far a figure may go."""
_FRACTION = re.compile(r"[0-9]+ ?/ ?[0-9]+")


def names_nothing(text: str) -> bool:
    """Whether the words beside figures name no indicator: 1.8% and 127."""
    return _NAMELESS.fullmatch(fold(text)) is not None


def says_none(text: str) -> bool:
    """Whether a text says that there was none, without a numeral: nothing this month, 没接到投诉."""
    return _NONE.fullmatch(fold(text)) is not None


def says_unknown(text: str) -> bool:
    """Whether what a text is about is the figure itself: no data, 没有数据."""
    return _UNKNOWN.search(fold(text)) is not None


def is_vague(text: str, start: int, end: int) -> bool:
    """Whether a number in a text only tells about how many: 一百多, 十几件, 100+, 不到2个点, over 400k."""
    folded = fold(text)
    return _VAGUE.search(folded, start, end + 2) is not None or _BOUND.search(folded[:start]) is not None


def is_fraction(written: str) -> bool:
    """Whether a number is written as a part of a whole: 3/5."""
    return _FRACTION.match(fold(written)) is not None


def without_idle_numerals(written: str, names: tuple[str, ...]) -> str:
    """The text, as long as it was, without numerals that are no figures: of 双十一, of names, of what was before."""
    folded = fold(written)
    spans = [match.span() for pattern in (_NO_FIGURE, _FROM, _BY, _ARROW) for match in pattern.finditer(folded)]
    spans += [span for name in names for span in _numerals_of(name, folded)]
    return blanked(written, spans)


def blanked(text: str, spans: Iterable[tuple[int, int]], blank: str = " ") -> str:
    """The text, as long as it was, with blanks for some of it."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = blank * (end - start)
    return "".join(characters)


def unnamed(text: str, names: Iterable[str], written: str | None = None) -> str:
    """The text, as long as it was, without names, which may hold words that tell of other numbers: 上月遗留问题.

    Of a name that ends in 比, its end is left out as well: 占比. `written` is what of the text is given back.
    """
    folded = [fold(name) for name in names]
    ends = [name[at:] for name in folded if name.endswith("比") for at in range(1, len(name) - 1)]
    return blanked(text if written is None else written, _said(text, [*folded, *ends]), _DOT)


def naming(text: str, names: Iterable[str], written: str) -> str:
    """What is left of a text, with the numerals of the names that it says in full, but no other digits: 产线2良率."""
    characters = [" " if character.isdigit() else character for character in written]
    for start, end in _said(text, map(fold, names)):
        characters[start:end] = text[start:end]
    return "".join(characters)


def _said(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where a text says one of the folded names in full, the longest first."""
    listed = sorted({*names} - {""}, key=len, reverse=True)
    if not listed:
        return []
    said = re.compile("|".join(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z])" for name in listed))
    return [match.span() for match in said.finditer(fold(text))]


def parted(text: str, names: Sequence[str]) -> str:
    """The text with a mark between a number and the next name: 销售额 85 退货率 2.

    The next name may be said by a part of it, where another number follows: 退货一点二 周转三十八天. The end of a line
    behind a number is a mark, too.
    """
    text = _LINE_END.sub(";", text)
    folded = fold(text)
    listed = re.compile("|".join(sorted((re.escape(fold(name)) for name in names), key=len, reverse=True)))
    places = [found.start() for found in listed.finditer(folded)]
    behind = {(place - 1, place) for place in places[1:] if re.search(rf"[{_NUMERALS}%‰k] $", folded[:place])}
    heads = {fold(name) for name in names if not re.search(f"[{_NUMERALS}]", fold(name))}
    behind |= {found.span("space") for found in _NEXT.finditer(folded) if _heads(found["next"], heads)}
    for start, end in sorted(behind, reverse=True):
        text = f"{text[:start]};{text[end:]}"
    return text


def _heads(said: str, names: Iterable[str]) -> bool:
    """Whether two characters are part of a name, or a word begins one."""
    stem = said.removesuffix("s")
    return any(name.startswith(stem) if said.isascii() else said in name for name in names)


def _numerals_of(name: str, folded: str) -> list[tuple[int, int]]:
    """Where the numerals of a name stand in a text that says the name: 一次合格率, 24-hour answers."""
    inside = [match.span() for match in re.finditer(f"[{_NUMERALS}]+", fold(name))]
    places = [match.start() for match in re.finditer(re.escape(fold(name)), folded)] if inside else []
    return [(place + start, place + end) for place in places for start, end in inside]
