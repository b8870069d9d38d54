"""Names of indicators that say the same, from one side or the other: on-time rate and late rate (method.md 2.2)."""

import re
from dataclasses import dataclass

from dialogs.reading.text.fold import fold

_PAIRS = (
    (
        (r"准确|正确|无误|无差错", r"accura(?:cy|te)|correct(?:ness)?|error.?free|right first time"),
        (r"不准确|差错|错误|出错|失误|错漏", r"inaccura(?:cy|te)|errors?(?!.?free)|mistakes?"),
    ),
    (
        (r"及时|准时|按时|准点|如期", r"on.?time|timel(?:y|iness)|punctual(?:ity)?"),
        (r"延误|延迟|延期|逾期|超时|迟到|拖期|不及时", r"late(?:ness)?|delay(?:ed|s)?|overdue"),
    ),
    (
        (r"合格|良品|达标|通过", r"pass(?:ed)?|acceptance|accepted|yield|conform(?:ing|ity)"),
        (
            r"不合格|不良|次品|废品|报废|未达标|不达标|不通过",
            r"defect(?:s|ive)?|fail(?:ed|ures?|s)?|reject(?:s|ed|ion)?|scrap",
        ),
    ),
    ((r"出勤|到岗", r"attendance"), (r"缺勤|旷工|缺岗", r"absen(?:ce|teeism|t)")),
    (
        (r"留存|保留|续约|留任|保有", r"retention|retained|renewals?|renewed"),
        (r"流失|离职|流动|不续约", r"churn|attrition|turnover|leavers?"),
    ),
    (
        (r"完好|正常运行|可用", r"uptime|availab(?:le|ility)|intact"),
        (r"故障|破损|损坏|停机", r"downtime|breakdowns?|breakage|damage[ds]?"),
    ),
    ((r"完成|达成", r"completion|completed|achievement|attainment"), (r"未完成|未达成", r"incomplete|missed|backlog")),
    ((r"满意", r"satisf(?:action|ied)"), (r"不满意", r"dissatisf(?:action|ied)")),
)
"""What is wanted and its other side, each in Chinese and in English."""
_SIDES = re.compile(
    "|".join(
        rf"(?P<{side}{at}>{chinese}|\b(?:{english})\b)"
        for at, (good, bad) in enumerate(_PAIRS)
        for side, (chinese, english) in (("bad_", bad), ("good_", good))
    )
)
_SMALL = re.compile(
    r"[\s的之、,()（）-]+|\b(?:the|of|in|for|a|an)\b|率|比例|占比|百分比|度|\b(?:rate|ratio|percentage|percent|share)s?\b"
)


_LONG = 4
"""Characters from which on a name is that of a thing of its own."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """What a name says: what of (`stem`), which of the pairs, from which side; no pair for other names."""

    stem: str
    pair: int | None = None
    wanted: bool = True

    @property
    def tells(self) -> bool:
        """Whether it names a thing of its own, not only a rate of whatever is in hand."""
        return bool(self.stem) if self.pair is not None else len(self.stem) >= _LONG or " " in self.stem


def aspect_of_name(name: str) -> Aspect:
    """What an indicator's name says, whatever small words and word order it has."""
    folded = fold(name)
    side = _SIDES.search(folded)
    rest = folded[: side.start()] + " " + folded[side.end() :] if side else folded
    stem = " ".join(sorted(word for word in _SMALL.sub(" ", rest).split() if word))
    if side is None or side.lastgroup is None:
        return Aspect(stem)
    wanted, _, pair = side.lastgroup.partition("_")
    return Aspect(stem, int(pair), wanted == "good")
