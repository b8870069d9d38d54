"""Who may be meant by what a manager calls somebody: 老刘, 刘经理, 强哥, "Mr Lee", "Ann", and who speaks."""

import re
from collections.abc import Sequence

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread

_TITLES = (
    "总经理|副经理|经理|副总裁|总裁|副总监|总监|总工|副总|董事长|董事|老板|主任|主管|部长|厂长|店长|科长|课长|处长|组长|班长|队长|"
    "所长|院长|校长|行长|站长|局长|会计师|会计|出纳|工程师|老师|师傅|书记|秘书|助理|顾问|博士|教授|医生|律师|协理|襄理|专员|专办|"
    "先生|女士|小姐|太太|阿姨|总|董|工|姐|哥|叔|姨|弟|妹"
)
_CALLED = re.compile(rf"[老小大](?P<family>[\u3400-\u9fff]{{1,2}})|(?P<either>[\u3400-\u9fff]{{1,3}}?)(?:{_TITLES})")
_PET = re.compile(r"阿(?P<given>[\u3400-\u9fff])")
_BETWEEN = " \t:：,，、=＝是"
_ENGLISH_TITLES = frozenset("mr mrs ms miss dr prof professor sir madam".split())  # noqa: SIM905 - words
_ME = re.compile(
    r"(?:还是|那就|就|先|直接|都|由|请|让|发|报|交|送|给|到|找|抄送|汇报)*我(?:自己|本人|这边|这里|这儿)?"
    r"(?:就行了?|就好|就可以了?|就是|即可|也行|都行|来|收|看|判断|评分?|评价|评估|定|打分|负责|接收|收集|统计|了|吧|呀|啊|的)*"
    r"|(?:just |only |straight |directly |to |by |with |that's |that is |it's |it is |"
    r"(?:send|give|report|forward) (?:it|them|that|those)? ?to )*(?:me|i|myself)"
    r"(?: (?:do|will|can|judge|decide|receive|collect|take|get|it|them|that|myself|please|directly|is fine|"
    r"only|alone))*"
)


def is_me(said: str) -> bool:
    """Whether somebody names themselves: 我, 给我就行, "to me please"."""
    return _ME.fullmatch(fold(said).strip(" .。!！,，")) is not None


def may_mean(said: str, name: str) -> bool:
    """Whether a person of a name may be meant by what they are called."""
    called, whole = (_plain(one) for one in (said, name))
    if not called or not whole:
        return False
    return _by_title(called, whole) or _by_words(called, whole)


def names_department(said: str, department: str) -> bool:
    """Whether somebody is called by a department: 财务部, 财务经理, "the head of sales"."""
    called, whole = fold(said), fold(department).removesuffix("部").strip()
    if not whole:
        return False
    return re.search(rf"\b{re.escape(whole)}\b", called) is not None if whole.isascii() else whole in called


def read_meant(text: str, names: Sequence[str]) -> tuple[str, str]:
    """One of some names that a text begins with, and whom it says is meant: "老刘, 刘强". Raises Unread."""
    said = clean(text).text
    fitting = (name for name in names if fold(said).startswith(fold(name)))
    name = max(fitting, key=len, default=None)
    meant = said[len(name) :].strip(_BETWEEN) if name else ""
    if name is None or not meant:
        raise Unread("who.how", names=tuple(names) or ("–",))
    return name, meant


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[()（）·]", " ", fold(name)).split())


def _by_title(called: str, whole: str) -> bool:
    """A family name with a title, or what the last character of a given name is made into."""
    if pet := _PET.fullmatch(called):
        return whole.startswith(pet["given"]) or whole.endswith(pet["given"])
    match = _CALLED.fullmatch(called)
    if match is None:
        return False
    family, either = match["family"], match["either"]
    return whole.startswith(family) if family else whole.startswith(either) or whole.endswith(either)


def _by_words(called: str, whole: str) -> bool:
    """One name within the other: in Chinese two characters of it, elsewhere all its words, perhaps as initials."""
    if not called.isascii() or not whole.isascii():
        shorter, longer = sorted((called, whole), key=len)
        return len(shorter) > 1 and shorter in longer
    words = [word for word in called.replace(".", " ").split() if word not in _ENGLISH_TITLES]
    known = whole.replace(".", " ").split()
    fewer, more = sorted((words, known), key=len)
    return any(len(word) > 1 for word in fewer) and all(any(_stands_for(word, one) for one in more) for word in fewer)


def _stands_for(word: str, other: str) -> bool:
    return word == other or (1 in {len(word), len(other)} and word[0] == other[0])
