"""What people say beside the question instead of answering it: told by kinds of words and by structure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.queries import NUMBER, OPENING, asks, requests
from dialogs.reading.answers.topics import QUERIES, Aside, topics
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.politeness import unpolite
from dialogs.reading.text.sentences import Clause, clauses, is_talk, laughs


@dataclass(frozen=True, slots=True)
class Beside:
    """What an answer is beside the question; `mixed` where other clauses may answer it.

    `asked` is what each question in it may be about, by its own words rather than by those beside it.
    """

    aside: Aside
    mixed: bool = False
    asked: tuple[tuple[Aside, ...], ...] = ()


class Other(Enum):
    """A clause that is no aside: it may answer the question, or only goes along with what does."""

    CONTENT = "content"
    TALK = "talk"


_FIRST = r"(?:我们?|俺们?|咱们?)"
_ASKING = (
    r"(?:问问|问一[问下声]|乔一?下|问下|请示|请教|商量|对一下|对对|碰一[下碰]|碰个头|碰碰|确认一?下|确认确认|核实"
    r"|核对一下|查一[下查]|查查|查下"
    r"|考虑|想想|想一[想下]|研究一?下|讨论一?下|沟通一?下|看一[看下]|check一下|check下|翻一?下)"
)
_LATER = re.compile(
    r"^(?:这(?:[题个条项]|件?事儿?)?)?先(?:放|搁|空|留|跳|存)(?:一?[放着下]|过|空|那儿?|这儿?)*(?:吧|$)"
    r"|^(?:这[题个])?先不[填写答管选定](?:了|这[题个])*$"
    rf"|(?:{_FIRST}|先|得|要|需要?|想|回头|等)[^,]{{0,5}}(?:问|跟|和|找|同|与).{{0,12}}(?:{_ASKING}"
    rf"|[问谈说聊对碰看]$|check)"
    rf"|(?:{_FIRST}|^先(?!问)|(?<!没)[得要去]|让我|回头|容我)(?:也|还|再|先|得|要|去|想|需要?|回去)*{_ASKING}"
    rf"|[得要先](?:回去|去)?[问请][^,]{{1,10}}$"
    r"|(?:还)?(?:没|未)(?:想好|定下来|定|确定|决定|算好|出来)(?:呢|下来)?$|^待定|^暂(?:时)?(?:定不了|未定"
    r"|不[定填确])|定不下来"
    r"|[谈聊问看想商定](?:完|好|清楚|过)了?再(?:填|答|定|补|写)$|再(?:看看|想想|考虑|等等|议|研究)$|[我得]再?(?:看看|想想)|^等.{1,14}(?:回复|答复|定了|准数|出来|回来"
    r"|通知|确认|再说|给我)"
    r"|要?等.{1,14}才|(?:才|再)(?:能)?知道$|(?:明[天早日儿]|后天|下?周[一二三四五六日]|下?礼拜[一二三四五六日]"
    r"|下周|晚点|稍后|过两天|回头|改天|待会�?|等会儿?)"
    r"(?:上午|下午|一?早|早上|晚上)*(?:再?(?:给|回|告诉|答复)(?:你|您)|再?(?:回|答)复|补上?|再(?:说|填|答|看|补"
    r"|定|写|回|报)|报?行)"
    r"|我(?:也)?(?:还)?(?:不确定|不清楚|不知道|说不清)(?:呢)?$|^(?:不确定|不清楚|不知道|说不[准清]楚?)$|(?:以后"
    r"|之后)再(?:说|填|答|看|补|定|写)"
    r"|没意见再[交提]|到时候?再?[看说定](?:吧|呗|$)|提醒我"
    rf"|{OPENING}(?:not now|later|not yet|not sure yet|tbd|tbc|to be (?:decided|determined|confirmed|defined"
    rf"|discussed)|no clue\b.*|dunno(?: yet| really)?|"
    r"no idea\b.*|undecided|still open|not decided(?: yet)?|not (?:quite )?sure(?: yet)?|unknown yet|pending)$"
    r"|\b(?:i|we|i'?ll|we'?ll|let me|let us|i'?d|we'?d|better|best|first)\b.{0,20}\b(?:check|ask|discuss"
    r"|talk (?:to|with|about)"
    r"|speak (?:to|with)|consult|clarify|find out|look (?:it|that|this) up|look into|come back|get back"
    r"|let you know|hear what|pull|"
    r"verify|double-check)\b"
    r"|^(?:\w+ ){0,2}(?:need|needs|have|has|want|must|should|got) to (?:\w+ ){0,2}(?:check|ask|discuss|think"
    r"|talk|speak|consult|clarify"
    r"|find out|look (?:it|that) up|confirm with)\b"
    r"|\b(?:will|i'?ll) (?:let you know|get back|come back|tell you|send it)\b|\bask me (?:again "
    r"|that )?(?:later|tomorrow|next|on|in|after|monday|tuesday|wednesday|thursday|friday)\b|\bremind me\b"
    r"|\b(?:do|leave|answer|fill in|skip|come back to|park|decide) (?:it|this|that|this one"
    r"|that one)?\s?(?:for )?(?:later|next week|tomorrow)\b"
    r"|\b(?:don'?t|do not) know (?:yet|that yet)\b|\bhaven'?t (?:decided|thought|made up|agreed)\b|\b(?:think"
    r"|sleep) (?:about|over|on) (?:it|that|this)\b"
    r"|\bi want to show it to\b|\b(?:photo|picture|file|proof|document|evidence|note)s? (?:comes?|follows?"
    r"|will (?:come|follow))\b.{0,12}"
)
_STOP = re.compile(
    r"^(?:先)?暂停|不[弄填做答搞]了$|^先(?:停|到这|到此|这样|忙|撤|下线|休息)|去(?:开个?会|忙|接|吃饭)|有个?会$"
    r"|开个会"
    r"|要去?开会|^(?:我)?(?:要|得|该)?下班(?:了|$)|回头再(?:弄|来|继续|搞|做|聊)"
    r"|^明[天儿日]再?(?:说|继续|弄|来|做|接着)|开车|接个?电话|(?:有|有点|有个)(?:急)?事(?:要走|先走|要忙)?$"
    r"|今天(?:就|先)?(?:到这|这样)|别发了"
    r"|(?:[改过]天|[过一]会儿?|下次|晚点|等下)再?(?:弄|来|继续|聊|填|搞)|明[天儿]再说"
    r"|\b(?:stop (?:here|now|for (?:now|today))|(?:need|have|got|want) to (?:stop|go|leave|run)(?: now)?$"
    r"|(?:gotta|gonna) (?:go|stop|run|leave)\b|"
    r"call(?:ing)? it a day|that'?s me (?:done )?for today|thats me for today|(?:done|enough"
    r"|finished) for (?:today|now)|the rest (?:tonight|tomorrow|later)|"
    r"(?:finish|continue|carry on|go on|do (?:it|this|the rest)) (?:this |it )?(?:tonight|tomorrow|later"
    r"|another time|next week)|ping me|(?:jump|hop|get) on (?:an?|another|the) call|"
    r"in a meeting|have a meeting|another meeting|be right back|brb|take a break|need a break|pause (?:here|now"
    r"|this|for))\b|^stop\b(?! gap)"
)
_BACK = re.compile(
    r"^(?:我想|我要|请|先)?(?:返回|退回(?=上|前|去)|回到?|倒回|回去)(?:上一?[步题个]|前一?[步题个]|去)?(?:问题"
    r"|题)?$|^(?:我想|我要)?(?:回去|返回去?)(?:改|看|重)"
    r"|\b(?:go|take me|bring me|let me|jump|step) back$|^back (?:a |one )?(?:step|question)?$|\bgo back (?:a"
    r"|one|to the (?:last|previous) (?:one|question|step))\b"
)
_SAME = re.compile(
    r"^(?:也|就|还是|都)?(?:跟|和|同|与|照|按|像)?(?:上面|上边|前面|刚才|之前|上述|上一?[个题项条步]"
    r"|前一?[个题项条])(?:的|那个|那条|说的)?(?:都|也)?"
    r"(?:完全)?(?:一样|相同|一致|抄|来|写)?$|^(?:也|都|还是)?(?:一样|相同|同上(?![级司])|同前|同样|一致)(?:的"
    r"|就行|就好|吧)*$|^照[抄搬](?!照)|^照那个|^直接拷"
    r"|^(?:跟|和|同|与).{1,20}(?:一样|相同)(?:就行|就好|吧|的)*$"
    r"|^(?:(?:the|just|still|exactly|it'?s|all|use|put|take) )*same(?: again| here| thing| story| for (?:this"
    r"|that|both"
    r"|all)(?: one)?| one)?"
    r"(?: (?:as|like|we had)\b.*)?$"
    r"|^the (?:one|goal|target) (?:from|on|in|at|we)\b.*|^ditto$"
    r"|^(?:as|like) (?:above|before|last (?:time|year)|the (?:last"
    r"|previous|other) one)$|^idem$"
)
_YOURS = re.compile(
    r"^(?:随便|无所谓|都行|都可以|都好|随意)(?:吧|啦|耶|呢)*$"
    r"|^(?:那就?|就)?(?:你|您)(?:们)?(?:看着|帮我|来)?(?:办|定|填|写|选|决定|弄)(?:吧|就行|就好)*$|看着办"
    r"|[按照听](?:他们|hr|人力资源部?|人事|领导|你们?|您)(?:的?意思|说的)|[他她]们?说了算"
    r"|\bup to (?:you|hr|them|him|her)\b|\byou (?:decide|choose|pick)\b"
    r"|^(?:ok )?whatever\b|\bwhatever(?: (?:you|hr|they|he|she|the boss) (?:says?|wants?|likes?|thinks?))?$"
    r"|^no preference$|^(?:i )?don'?t (?:care|mind)$|^(?:do )?(?:as|what) (?:they|hr|you) (?:say|want|like)s?$"
)
"""What leaves the answer to somebody else."""
_DEPENDS = re.compile(
    r"^(?:这[个要得]*)?(?:看|得看|要看|视)(?:具体)?(?:情况|状况|项目|月份|季节|年景|心情)(?:而定)?|^(?:不一定|不好说"
    r"|说不准|难说|差不多(?:就行|就好|得了)?|大概齐)(?:吧|啦|耶|呢)*$|全公司都|^所有人都?$|^大家都?(?:要|用|看|收|有)?$"
    r"|因[人项事]而异"
    rf"|{OPENING}(?:it |that |this )?(?:all |really )?depends\b.*|^(?:it )?varies\b"
    r"|^(?:everyone|everybody|anything|all of us)(?: really| basically)?$|\bmore or less$|^roughly$"
    r"|^hard to say\b"
)
_WAIT = re.compile(
    r"^(?:请)?(?:稍?等(?:等|一下|一会儿?|下|会儿?|我)?|慢着|且慢)(?:啊|哦|哈|吧|下)*$|^我想想[啊吧哦]*$"
    r"|^让我想想|^(?:just )?(?:wait|hang on|hold on|one (?:sec|second|moment|minute)"
    r"|(?:a|just a) (?:sec|second|moment|minute)|let me (?:think|see))(?: (?:a|one) (?:sec|second|moment|minute"
    r"|bit))?$"
)
_HELLO = re.compile(
    r"^(?:你好|您好|大家好|早上好|上午好|下午好|晚上好|早安|嗨|哈[喽罗啰]|在[吗不么]|有人吗|早|hello|hi|hey"
    r"|hiya|good (?:morning|afternoon|evening|day)|morning"
    r"|afternoon|evening|greetings|grü(?:ß|ss)e)(?: (?:there|all|everyone|bot|team|again|aus \w+"
    r"|from \w+))*[啊呀哦吗\s]*\W*$"
)
_THANKS = re.compile(
    r"^(?:太|非常|十分)?(?:谢谢|感谢|多谢|谢了|谢啦|辛苦|麻烦)(?:你|您|了|啦|大家|哈|喔|哦)*$|^(?:many |ok "
    r"|okay )?(?:thanks|thank you|thx|cheers|ta)\b.{0,20}$"
    r"|^(?:have a nice|good night|bye|see you|拜拜|再见|晚安|明天见).{0,20}$"
)
_CHAT = re.compile(
    r"烦死|好烦|[太好真]麻烦|啰嗦|罗嗦|真烦|太烦|麻烦死|重复劳动|浪费时间|受不了|头疼|头大|累死|好累|太累|无聊"
    r"|好慢|太慢|太多了吧|别扭"
    r"|眼睛都|吵死|^([\u3400-\u9fff]{2,4})\1"
    r"|真(?:聪明|厉害|快|方便)|厉害|牛[逼啊]|又是你|怎么又是|懂不懂"
    r"|\b(?:annoying|boring|taking forever|takes (?:forever|ages)|ugh|yawn|ridiculous|waste of time|headaches?"
    r"|nonsense|stupid|tedious|pain in|bored"
    r"|nice (?:picture|job|work|one)|well done"
    r"|good bot|quicker than|love (?:it|this)|cool|awesome|lady)\b"
)
_MARK_ONLY = re.compile(r"[\W_]*[?？][\W_]*")
_NUMBER = re.compile(NUMBER)


def read_aside(text: str, *, indirect: bool = False, numbers: bool = False) -> Beside | None:
    """What a text says beside the question it should answer; None where it is no aside.

    `indirect` is whether an answer may be words like a question's ("how many reports are late"), or a sentence;
    `numbers` whether a number answers.
    """
    written = clean(text).text
    if not written or len(written) > _LONGEST or read_act(written) not in {None, "unsure"}:
        return None
    if _MARK_ONLY.fullmatch(written):
        return Beside(Aside.MEANING, asked=((Aside.MEANING,),))
    if read_act(written) == "unsure":
        return Beside(Aside.LATER)
    found = list(_kinds(written, indirect=indirect, numbers=numbers))
    kinds = sorted((kind for kind, _ in found if isinstance(kind, Aside)), key=_ORDER.index)
    if not kinds:
        return None
    others = {kind for kind, _ in found if isinstance(kind, Other)}
    talk = Other.TALK in others and kinds[0] in _PASSING
    beside = tuple(topic for kind, clause in found if kind not in QUERIES for topic in topics(clause.folded))
    asked = tuple((*topics(clause.folded), *beside, kind) for kind, clause in found if kind in QUERIES)
    return Beside(kinds[0], talk or Other.CONTENT in others, asked)


def without_questions(text: str, *, indirect: bool = False, numbers: bool = False) -> str:
    """A text without the sentences that ask: what stands before a question in its sentence is what it asks about."""
    written = clean(text).text
    kept, sentence, asks = list[str](), list[str](), False
    for kind, clause in _kinds(written, indirect=indirect, numbers=numbers):
        sentence.append(written[clause.start : clause.end])
        asks |= kind in QUERIES
        if (numbers and _TURNS.match(clause.folded)) or _CONCERNING.match(clause.folded):
            kept, sentence = [*kept, *sentence[:-1]], sentence[-1:]  # 90, but can we add one?
        if clause.ends:
            kept += sentence if not asks else []
            sentence, asks = [], False
    return "".join([*kept, *(sentence if not asks else [])]).strip()


_CONCERNING = re.compile(r"至于|(?:and )?as for\b|what about\b")
_TURNS = re.compile(r"but\b|不过|但")


_OTHER = re.compile(
    r"[跟和同与像](?!上|前|刚|之前).+|上次|去年|上个?[月季周]"
    r"|^the (?:one|goal|target) (?:from|on|in|at|we)\b"
    r"|\b(?:as|like) (?!above|before|the (?:last|previous) one)|\blast\b"
)


def is_reminder(text: str) -> bool:
    """Whether a text asks to be reminded, or asked again, at a time."""
    return _REMINDER.search(fold(text)) is not None


_REMINDER = re.compile(
    r"提醒我|(?:到时候?|再)(?:叫|问)我|\bremind me\b"
    r"|\bask me (?:again |that )?(?:on |next |in |after )?(?:tomorrow|tonight|[a-z]+day|week|month)"
)


def is_other(text: str) -> bool:
    """Whether "the same" is that of something else than the question before: last year, another plan."""
    return _OTHER.search(fold(text)) is not None


_HEARD = re.compile(
    r"(?:收到|知道|明白|了解|好[的嘞哒滴]?|懂|感恩|辛苦|没事|完美)[了啦呀的哈]*|(?:这样|这)就?(?:好|行|可以|完|结束)了?吗"
    r"|(?:got it|noted|understood|will do|great|nice|perfect|phew|(?:is )?that (?:all|it))"
)
"""What only takes note of what we said."""
_EMOJI = re.compile(r"\[[^\[\] ]{1,6}\]")
"""How messengers write pictures: [抱拳]."""


def is_small_talk(text: str) -> bool:
    """Whether a text wants nothing: thanks, a greeting, a mere "yes", no word at all."""
    return read_act(text) is not None or all(map(_passes, clauses(_EMOJI.sub(" ", clean(text).text))))


def _passes(clause: Clause) -> bool:
    plain = unpolite(clause.folded)
    return not plain or bool(_HEARD.fullmatch(plain)) or _kind(clause, indirect=False, numbers=True) in _PASSING


_LONGEST = 400
_ORDER = list(Aside)


def _kinds(written: str, *, indirect: bool, numbers: bool) -> Iterator[tuple[Aside | Other, Clause]]:
    led = ended = False
    for clause in clauses(written):
        kind = _kind(clause, indirect=indirect, numbers=numbers)
        if "、" in clause.folded and (kind is Other.TALK or kind is Aside.LATER):
            kind = Other.CONTENT
        if kind is Other.CONTENT and led and _goes_along(clause, numbers=numbers, ended=ended):
            kind = Other.TALK
        led, ended = led or (isinstance(kind, Aside) and kind not in _PASSING), ended or (led and clause.ends)
        yield kind, clause


_PASSING = frozenset({Aside.WAIT, Aside.CHAT, Aside.THANKS, Aside.HELLO})
"""Asides beside which a sentence may well answer the question."""
_LEADING = re.compile(
    r"^(?:先|就|那就?)?(?:写|填|用|算|选|定|按|取)|\b(?:put|take|use|say|make it|go with|call it|write)\b"
)
"""What leads to an answer after all: "not sure, put Sales"."""
_THEN = re.compile(
    r"(?:(?:by|on|till|until|maybe|is) )?(?:(?:early |late )?(?:next|this) week|tomorrow|tonight|later|[a-z]+day)"
    r"(?: (?:ok|okay|fine|then|please|pls|maybe|alright))*"
    r"|(?:下周|下个?星期|下礼拜|明[天早]|后天|晚上|晚点|周[一二三四五六日])(?:行|可以|好|行不行|好不好)?[吗吧]?"
)
"""When what was put off will be answered."""
_SENTENCE = re.compile(r"(?:[a-z'’-]+\W+){4}[a-z]|[\u3400-\u9fff]{9}")


def _goes_along(clause: Clause, *, numbers: bool, ended: bool) -> bool:
    """Whether a clause only goes on about an aside: in the same sentence, or as a longer one of its own."""
    said = clause.folded
    if set("、:") & set(said) or _LEADING.search(said) or (numbers and _NUMBER.search(said)):
        return False
    return not ended or _THEN.fullmatch(said) is not None or _SENTENCE.search(said) is not None


def _kind(clause: Clause, *, indirect: bool, numbers: bool) -> Aside | Other:
    """What a clause says beside the question."""
    said = clause.folded
    if numbers and _NUMBER.search(said):
        return _topic(said) if asks(clause, indirect=indirect, numbers=True) else Other.CONTENT
    plain = unpolite(said)
    for kind, pattern in _SAID:
        if pattern.search(said) or pattern.search(plain):
            return kind
    if requests(said) or requests(plain):
        return next(iter(topics(said)), Aside.MEANING)
    if asks(clause, indirect=indirect, numbers=numbers):
        return _topic(said)
    if _CHAT.search(said):
        return Aside.CHAT
    if act := read_act(said):
        return _ACTS.get(act, Other.CONTENT)
    if laughs(said):
        return Aside.CHAT
    return Other.TALK if not plain or is_talk(said) else Other.CONTENT


_ACTS: dict[str, Aside | Other] = {
    "skip": Other.TALK,
    "later": Aside.LATER,
    "unsure": Aside.LATER,
    "pause": Aside.STOP,
    "help": Aside.MEANING,
    "why": Aside.MEANING,
}
"""Wishes beside which more is said."""


def _topic(said: str) -> Aside:
    return next(iter(topics(said)), Aside.QUESTION)


_SAID = (
    (Aside.STOP, _STOP),
    (Aside.LATER, _LATER),
    (Aside.BACK, _BACK),
    (Aside.WAIT, _WAIT),
    (Aside.SAME, _SAME),
    (Aside.YOURS, _YOURS),
    (Aside.DEPENDS, _DEPENDS),
    (Aside.THANKS, _THANKS),
    (Aside.HELLO, _HELLO),
)
