"""What the words of a name may say of which values are better."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a word adds to the direction of the name that it stands in."""

    GOOD = "good"
    """A thing done well: accuracy, on time, 合格. Of whatever it is said, more of it is better."""
    GAIN = "gain"
    """Something wanted: sales, suggestions, 新客户."""
    MILD = "mild"
    """Better the more there is of it where nothing else is said: score, 水平."""
    LASTING = "lasting"
    """What is better the longer it goes on: training, uptime, 留存."""
    BAD = "bad"
    """Something unwanted: complaints, 事故."""
    POOR = "poor"
    """What makes bad whatever it is said of: late, failed, 逾期."""
    SLIP = "slip"
    """Bad work: errors, 差错. Who does it does not make it better: 处理差错率."""
    COST = "cost"
    """What something costs or uses up."""
    TIME = "time"
    """How long something takes."""
    HOURS = "hours"
    """A number of days or hours, which may be days of something good."""
    WORK = "work"
    """What is done in the course of things: delivered, 审批."""
    DEAL = "deal"
    """What is done about things, bad ones too: handling, 处理."""
    CURE = "cure"
    """What is done about a bad thing, so that it is none any more: resolved, 整改."""
    TREATED = "treated"
    """A bad thing that something is done about: complaints handled."""
    SAVE = "save"
    """Something bad kept away, or something good kept: avoided, won back, 节约."""
    FALL = "fall"
    """Less of something, by intent: reduction, 降低."""
    SINK = "sink"
    """Less of something, intended or not: decline, 下降."""
    RISE = "rise"
    """More of something: growth, 增长."""
    NOT = "not"
    """Turns what follows: not, un-, 未."""
    NONE = "none"
    """None of all that follows: without, zero, 零."""
    FREE = "free"
    """None of what precedes: error-free."""
    BETWEEN = "between"
    """The longer between bad things the better: time between, km per."""
    OVER = "over"
    """Longer than a limit: over 30 days, 超过."""
    UNDER = "under"
    """Inside a limit: within 3 days, 小时内."""
    LIMIT = "limit"
    """What can be kept or broken: deadline, target."""
    RANGE = "range"
    """Neither much nor little of it is wanted: temperature, 预算执行."""
    BOTH = "both"
    """Good here, bad there: turnover, 控制. Also what two words make that say the opposite."""
    RATE = "rate"
    """A share: percentage, 率."""
    COUNT = "count"
    """A number of things: number of, 次数."""
    PREPOSITION = "preposition"
    """Begins what belongs to the noun before it."""
    UNKNOWN = "unknown"
    """A word of no table, which may turn what precedes."""
    ACT = "act"
    """A thing done of which no table knows whether it makes a bad thing good: composted, upheld."""
    PLAIN = "plain"
    """Says nothing, and keeps words within it from saying anything: overnight, 零售."""


_ADJECTIVES = (Kind.GOOD, Kind.POOR, Kind.NOT, Kind.NONE, Kind.FREE, Kind.OVER, Kind.UNDER, Kind.PREPOSITION, Kind.WORK)
"""Words that have no plural, or mean another thing in it: goods, wells."""
Table = Mapping[Kind, str]


def lexicon(table: Table) -> dict[str, Kind]:
    """The kind of each word of a table, words standing apart by white space."""
    return {word: kind for kind, words in table.items() for word in words.split()}


def phrases(table: Table) -> dict[tuple[str, ...], Kind]:
    """The kind of each phrase of a table, phrases standing apart by commas; a verb before "~" has all its forms."""
    return {
        tuple(form.split()): kind
        for kind, words in table.items()
        for phrase in re.split(r",\s*", words.strip().strip(","))
        for form in _forms(phrase, plural=kind not in _ADJECTIVES)
    }


def _forms(phrase: str, *, plural: bool) -> list[str]:
    """A noun and its plural; of a verb ("resolve~", "exceed~ target") all regular forms."""
    marked = re.search(r"([a-z]+)~", phrase)
    forms = [phrase.replace(marked[0], form) for form in _verb_forms(marked[1])] if marked else [phrase]
    if not plural or (marked and marked.end() == len(phrase)):
        return forms
    plurals = [
        f"{form[: form.rfind(' ') + 1]}{_plural(form.rpartition(' ')[2])}" for form in forms if form[-1:].isalpha()
    ]
    return [*forms, *plurals]


def _verb_forms(verb: str) -> list[str]:
    stem = verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{stem}ed"
    return [verb, _plural(verb), past, f"{stem}ing"]


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:s|x|z|ch|sh)$", word) else f"{word}s"
