"""Remarks of a reviewer: several in one text are parted, each with what it is about (method.md 4).

Only what tells of the plan is a remark: not what agrees, chats, asks us, or wishes to see something again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.assent import leaves_rest
from dialogs.reading.answers.clauses import clauses_of, core, is_idle
from dialogs.reading.answers.queries import asks_us
from dialogs.reading.names.plan_parts import parts_named
from dialogs.reading.names.things import Mention, Thing, joined, mention
from dialogs.reading.text.fold import fold
from kpi.review import WHOLE

_PARTS = re.compile(r"[;\n。]+|(?<=[!?])(?=\s*\S)|(?<![0-9])\.(?=\s|$)|(?<=[0-9][0-9])\.(?=\s)")
"""What ends a remark, whatever follows."""
_BESIDE = re.compile(r"(?<=\S)(?<!\band)(?<![、,&和与及跟/])\s+(?=#?[0-9]{1,2}\.[0-9]{1,2}[ :、])")
"""The same where remarks with the plan's numbers only stand side by side."""
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s;,。]))(?:\(?[0-9]{1,2}\s*[、)]|[0-9]{1,2}\.(?![0-9])|[①-⑳]|\(?[一二三四五六七八九][)、])\s*|^[-•*·]\s*",
    re.MULTILINE,
)
"""The numbers of a list of remarks, which are none of the plan's."""
_EDGES = " \t\n,，、;；。.：:-—"
_JOINTS = r"但是?|不过|另外|此外|还有|以及|\b(?:and|but|also|plus|while|whereas)\b"
_CLAUSES = re.compile(rf"[,、]|{_JOINTS}")
"""What ends a remark where something else is named behind it."""
_GENERAL = re.compile(r"下次|以后|今后|\b(?:next time|in (?:the )?future|going forward)\b")
"""What is meant for all plans to come."""
_SAME = re.compile(
    r"(?:也|都|还)?(?:是)?(?:一样|同上|同样|同理|同前|相同)(?:的?(?:问题|毛病|意见))?[了的吧]*|ditto"
    r"|(?:the )?same(?: (?:thing|here|again|problem|issue|remark|goes))*(?: (?:for|as) .+)?"
)
_SHOWS = re.compile(
    r"^(?:再|先|请|麻烦|帮我|给我|让我|能不能|可以)*(?:看(?:看|下|一[下眼遍])|看$|发我|调出|打开|显示)"
    r"|^(?:can you |could you |please |pls |let me |i(?:'d like| want) to )*(?:show|see|display|open|look at|send me)\b"
)
_PRAISE = re.compile(
    r"不错|可以|没问题|没毛病|扎实|清楚|用心|辛苦|[很挺真蛮太]好|还[行好可]|到位|满意|认真|给力|点赞|没话说"
    r"|\b(?:good|great|nice|decent|solid|well done|thorough|clear|thanks?|thx|excellent|impress\w+|happy|fine|ok|okay|"
    r"love|like it|lovely|respect)\b"
)
_FAULT = re.compile(
    r"太(?![好棒])|偏|过[高低松严紧]|[不没缺少虚空应要换改差错]|重复|模糊|笼统|问题|怎么|[高低松严重轻]了|等于"
    r"|\b(?:too|not|no|off|wrong|missing|lacks?|unclear|vague|weak|low|lower|high|higher|soft|easy|should|must|needs?|"
    r"could be|better|rather|instead|only|but|nothing|never|same|odd|heavy|light)\b|n't\b"
)
_PROMISE = re.compile(r"改[了好完].{0,4}(?:批|通过|签|过)|\b(?:then|and) (?:i|we)(?:'ll| will)? (?:approve|sign)\b")
"""What tells when the plan will be approved, and nothing of the plan."""
_DOUBTS = re.compile(
    r"没[说写]|看不[懂出]|不知道|不清楚|不明白|搞不懂|\bdon'?t (?:understand|see|get)\b|"
    r"是不是|会不会|难道|(?:吧|不是)[?？]|\b(?:isn't|aren't|isnt|arent|shouldn't|shouldnt|wouldn't|don't you think|"
    r"(?:is|are) .{0,40}\b(?:too|really|enough))\b"
)
"""What doubts in the form of a question."""
_ACTS = re.compile(
    r"提高|降低|修改|调整|删|去掉|重写|\b(?:raise|lower|change|delete|remove|drop|fix|check|rename|rewrite)\b"
)
"""What is to be done with what is named behind it."""
_BEGINNING, _ENDING = re.compile(rf"^(?:{_JOINTS})[ ,，]*"), re.compile(rf"[\s,，、]*(?:{_JOINTS})$")


@dataclass(frozen=True, slots=True)
class Said:
    """A remark: its text, and what it is about, all of `scopes`; where not `sure`, one of them or something else."""

    text: str
    scopes: tuple[str, ...] = ()
    sure: bool = True


def read_remarks(said: str, things: Sequence[Thing]) -> tuple[Said, ...]:
    """The remarks in a text, each with the things that it names; no word is left out but what only names them."""
    listed = _NUMBERING.sub(lambda number: ";" * len(number[0]), fold(said))
    parts = [(start, end) for start, end in _spans(_PARTS, listed) if said[start:end].strip(_EDGES)]
    return tuple(
        remark for start, end in parts for piece in _beside(said[start:end], things) for remark in _of(piece, things)
    )


@dataclass(frozen=True, slots=True)
class Told:
    """The remarks that tell of the plan, and what was said before them and tells nothing of it."""

    remarks: tuple[Said, ...] = ()
    left: tuple[str, ...] = ()


def objecting(remarks: Sequence[Said], *, decided: bool) -> Told:
    """What tells of the plan: beside a decision all that may, without one only where something surely does."""
    kept: list[Said] = []
    meant = [one for one in remarks if not (_agrees(one.text) or _aside(fold(one.text)))]
    if not decided and all(_asks_us(fold(one.text)) for one in meant):
        return Told()
    for remark in meant:
        said = fold(remark.text)
        same = kept and _SAME.fullmatch(said.strip(_EDGES))
        about = (WHOLE,) if not remark.scopes and _GENERAL.search(said) else remark.scopes
        kept.append(replace(remark, text=kept[-1].text if same else _trimmed(remark.text), scopes=about))
    tells = [one.scopes or (parts_named(one.text) and (decided or _FAULT.search(fold(one.text)))) for one in kept]
    first = next((at for at, told in enumerate(tells) if told), 0 if decided else len(kept))
    if first == len(kept):
        return Told()
    return Told(tuple(kept[first:]), tuple(one.text for one in kept[:first]))


def _trimmed(text: str) -> str:
    """A remark without what leaves all else as it is behind it: …, rest is fine."""
    ends = [clause.start for clause in clauses_of(fold(text))]
    while len(ends) > 1 and leaves_rest(text[ends[-1] :].strip(_EDGES)):
        text = text[: ends.pop()].rstrip(_EDGES)
    return text


def only_for_later(remarks: Sequence[Said]) -> bool:
    """Whether remarks are meant for plans to come, so that they go with an approval."""
    return bool(remarks) and all(_GENERAL.search(fold(one.text)) for one in remarks)


def _agrees(text: str) -> bool:
    """Whether a remark says nothing but that it is right so, or how well it is done."""
    folded = fold(text)
    return all(pleased(folded[slice(*core(folded, one.start, one.end))]) for one in clauses_of(folded)) and bool(text)


def _aside(folded: str) -> bool:
    """Whether a remark only wishes to see something, or tells when the plan will be approved."""
    return _PROMISE.match(folded) is not None or _SHOWS.search(folded) is not None


def pleased(clause: str) -> bool:
    """Whether a folded clause only says how well it is done, or that it is right so."""
    said = clause.strip(_EDGES)
    praised = _PRAISE.search(said) is not None and not _FAULT.search(said)
    return praised or is_idle(said) or leaves_rest(said) or read_act(said) in {"yes", "none"}


def _asks_us(folded: str) -> bool:
    """Whether a remark asks us, rather than doubts the plan with a question mark."""
    return asks_us(folded) and not _DOUBTS.search(folded)


def _beside(part: str, things: Sequence[Thing]) -> Iterator[str]:
    """The pieces of a part in which remarks stand side by side, each behind its number: 1.1 too low 2.1 ask finance."""
    begun = _spans(_BESIDE, fold(part))
    pieces = [part[start:end] for start, end in begun]
    first = mention(pieces[0], things)
    yield from pieces if first and first.numbered and first.headed else (part,)


def _of(part: str, things: Sequence[Thing]) -> Iterator[Said]:
    """The remarks of one part: a clause that names something else begins another."""
    begins: list[tuple[int, Mention | None]] = []
    for start, end in _spans(_CLAUSES, fold(part)):
        named = mention(part[start:end], things)
        named = named and _moved(named, start)
        began, before = begins[-1] if begins else (start, None)
        if not begins or (named and before is None and not named.headed):
            begins[-1:] = [(began, named)]
        elif named and before and joined(part[before.end : named.start]):
            begins[-1] = (began, _both(before, named))  # 赢单率、续约率都太低
        elif named and named.headed:
            begins.append((start, named))
    ends = [*(start for start, _ in begins[1:]), len(part)]
    for (start, named), end in zip(begins, ends, strict=True):
        text = _text(part[start:end], named and _moved(named, -start))
        if text or named:
            yield Said(text, named.scopes if named else (), named is None or named.sure)


def _text(written: str, named: Mention | None) -> str:
    """The remark without the number, or the name and the colon, before it."""
    whole = _BEGINNING.sub("", _ENDING.sub("", written.strip(_EDGES)))
    if named is None or not named.sure:
        return whole
    name, rest = written[: named.end], written[named.end :]
    alone = not written[: named.start].strip(_EDGES) and not rest.strip(_EDGES)
    headed = alone or name.rstrip().endswith((":", "：")) or re.match(r"\s*[:：]", rest)
    acts = _ACTS.search(fold(written[: named.start])) is not None
    alone_numbered = named.numbered and named.headed and len(named.scopes) == 1 and not acts
    return _ENDING.sub("", rest.strip(_EDGES)) if alone_numbered or headed else whole


def _moved(named: Mention, by: int) -> Mention:
    return replace(named, start=named.start + by, end=named.end + by)


def _both(one: Mention, other: Mention) -> Mention:
    scopes = tuple(dict.fromkeys((*one.scopes, *other.scopes)))
    sure, numbered = one.sure and other.sure, one.numbered and other.numbered
    return Mention(one.start, other.end, scopes, sure, numbered, one.headed)


def _spans(pattern: re.Pattern[str], said: str) -> Iterator[tuple[int, int]]:
    """What stands between the matches."""
    at = 0
    for match in pattern.finditer(said):
        yield at, match.start()
        at = match.end()
    yield at, len(said)
