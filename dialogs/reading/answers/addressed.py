"""What each of several customers receives, told in one message: 给总经理的是月度报表，给财务的是回款计划."""

import re
from collections.abc import Sequence

from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold

_BEGINS = r"(?:^|(?<=[,;。、.\n])|(?<=[,;.] ))\s*(?:另外|然后|而|and |then |while )?"
_UNIT = re.compile(r"(?:部门?|科|处|组|室|中心)$| (?:department|dept|team|office)$")
_LONGEST = 400


def read_addressed(text: str, customers: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The places of the customers with what each receives; nothing unless the message names one after the other."""
    written = clean(text).text
    if len(written) > _LONGEST or "?" in fold(written):
        return ()
    folded = fold(written)
    heads = sorted(
        (match.start(), match.end(), at) for at, name in enumerate(customers) for match in _heads(name, folded)
    )
    places = [at for _, _, at in heads]
    if len(set(places)) < _SEVERAL or len(set(places)) < len(places) or folded[: heads[0][0]].strip():
        return ()
    ends = [start for start, _, _ in heads[1:]] + [len(written)]
    told = [written[begin:end].strip(" ,;.，；。、\n") for (_, begin, _), end in zip(heads, ends, strict=True)]
    return tuple(zip(places, told, strict=True)) if all(told) else ()


_SEVERAL = 2


def _heads(name: str, folded: str) -> list[re.Match[str]]:
    """Where what a customer receives begins: 给总经理的是, "finance gets", "GM:"."""
    bare = re.sub(r"^(?:the|our|my) ", "", fold(name))
    called = "|".join(dict.fromkeys(map(re.escape, (bare, _UNIT.sub("", bare)))))
    pattern = (
        rf"{_BEGINS}(?:(?:交|发|送|报)?给|对|for |to )?(?:the |our )?(?:{called})(?:那边|这边|那里)?(?:也|还)*"
        r"(?:\s*(?:的|拿到?|收到?|得到|要|看|需要)*(?:就?是|有|包括|主要是)"
        r"|\s*(?:拿到?|收到?|得到|要|看)的?|\s*(?::|——|- )"
        r"| (?:just |also )?(?:gets?|receives?|needs?|wants?|takes?)(?: the)?| (?:it is|it's|is|goes)(?: the)?)\s*"
    )
    return list(re.finditer(pattern, folded))
