"""In which language a text is written."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dialogs.reading.text.fold import fold

_LATIN_WORD = re.compile(r"[^\W\d_\u0370-\uffff]+(?:['’][^\W\d_\u0370-\uffff]+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_NO_LANGUAGE = frozenset(
    {"ok", "okay", "kpi", "kpis", "hr", "it", "erp", "crm", "gm", "ceo", "excel", "email", "app", "vip"}
)
_HAN_SHARE = 0.3
_ENOUGH_WORDS = 5
_LONGEST = 500
"""Characters that are looked at: enough to tell."""


def language_of(text: str, setting: str = "en") -> str | None:
    """The language: "en", "zh_Hans", "zh_Hant", "other", or None where the text does not tell ("95%", "ok", "KPI").

    Script decides first; `setting` is the person's own language and decides where Chinese fits both scripts.
    """
    text = unicodedata.normalize("NFKC", text[:_LONGEST])
    words = _LATIN_WORD.findall(text)
    han = _HAN.findall(text)
    if _foreign(text) > len(han) // 2 + sum(map(len, words)) // 2:
        return "other"
    if han and len(han) >= _HAN_SHARE * (len(han) + len(words)):
        return _script(han, setting)
    if all(word.lower() in _NO_LANGUAGE or _is_acronym(word) for word in words):
        return None
    return "en" if len(words) < _ENOUGH_WORDS or han or _is_english(" ".join(words)) else "other"


def _foreign(text: str) -> int:
    """How many letters are neither Latin nor Han."""
    return 0 if text.isascii() else sum(_is_foreign(character) for character in text if character.isalpha())


@lru_cache(maxsize=8192)
def _is_foreign(letter: str) -> bool:
    return not unicodedata.name(letter, "").startswith(("LATIN", "CJK", "FULLWIDTH LATIN", "IDEOGRAPHIC"))


def _is_acronym(word: str) -> bool:
    return len(word) == 1 or (word.isupper() and len(word) <= 5)


def _script(han: list[str], setting: str) -> str:
    """Simplified or traditional, by which of two character sets holds a character that the other lacks."""
    told = sum(map(_side, han))
    if not told and fold(text := "".join(han)) != text:
        return "zh_Hant"  # 後 and 於 are in both sets, but simplified writing has others for them
    if not told:
        return setting if setting.startswith("zh") else "zh_Hans"
    return "zh_Hans" if told > 0 else "zh_Hant"


@lru_cache(maxsize=8192)
def _side(character: str) -> int:
    """1 for a character of simplified writing only, -1 for one of traditional writing only, 0 for others."""
    return _in(character, "gb2312") - _in(character, "big5")


def _in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_english(text: str) -> bool:
    """Whether langdetect, seeded, does not firmly take a longer text for another language.

    It takes a millisecond, so that it is not asked where English words make up the sentence.
    """
    words = text.lower().split()
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return True
    # It is published without types.
    from langdetect import LangDetectException  # type: ignore[import-untyped]

    try:
        detector = _detectors().create()
        detector.append(text.lower())
        best = detector.get_probabilities()[0]
    except LangDetectException:
        return True
    return bool(best.lang == "en" or best.prob < _FIRM)


@cache
def _detectors() -> Any:
    """What makes detectors that know the languages that are told apart; loaded for the first text that needs it."""
    from langdetect import PROFILES_DIRECTORY, DetectorFactory

    detectors = DetectorFactory()
    profiles = Path(PROFILES_DIRECTORY)
    detectors.load_json_profile([(profiles / name).read_text("utf-8") for name in _TOLD_APART])
    detectors.set_seed(0)
    return detectors


_TOLD_APART = ("de", "en", "es", "fr", "id", "it", "nl", "pl", "pt", "sv", "tr", "vi")
"""Languages in Latin letters that many people write; short English is often taken for rarer ones, and is read faster
without them."""
_FIRM = 0.9
_ENGLISH_SHARE = 0.25
# A table of words reads better than a column of them.
# fmt: off
_ENGLISH = frozenset({
    "the", "of", "and", "to", "with", "for", "by", "at", "each", "every", "is", "are", "that", "this", "from",
    "than", "not", "least", "more", "less", "per", "month", "week", "day", "year", "report", "reports", "customer",
    "customers", "we", "our", "they", "which", "before", "after", "within", "working", "days",
    "fewer", "dozen", "hundred", "thousand", "two", "three", "four", "five", "six", "ten", "half", "quarter", "yearly",
    "monthly", "weekly", "daily", "quarterly", "using", "complete", "reach", "increase", "during", "under", "above",
    "below", "higher", "lower", "rate", "hours", "sales", "clients", "stores", "store", "managers", "team", "list",
    "logs", "new", "main", "mainly", "also", "think", "have", "there", "looks", "good", "back", "question", "please",
    "thanks", "stay", "must", "minimum", "maximum", "average", "statements", "loss", "deals", "visits", "units",
    "quotations", "records", "training", "downtime", "overtime", "summary", "price", "suppliers",
    "you", "your", "his", "their", "them", "its", "it", "was", "were", "been", "any",
    "who", "what", "when", "where", "how", "out", "up", "only", "same", "next", "first", "should", "would",
    "could", "about", "between", "without", "through", "well", "better", "times", "minutes", "seconds",
    "calls", "call", "orders", "staff", "issues", "achieve", "achieved", "completed", "delivered",
    "answered", "growth", "number", "percent", "errors", "wait", "need", "needs", "keep", "like", "just",
    "none", "nobody", "don't", "can't", "i'd", "it's", "we're", "goals", "cost", "costs", "reduction",
    "target", "targets", "exceed", "meet", "against", "never", "done", "delivery", "whole", "both", "either", "other",
    "another", "months", "years", "weeks", "guess", "highest", "lowest", "subject", "ours", "something", "nothing",
})
# fmt: on
"""Words of English that no other language of our readers' has."""
