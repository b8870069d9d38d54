"""Who in HR is to see which departments: 何芸 零售部、采购部; Eva Holm: all. Who is to lead one: Sales, Ann."""

from collections.abc import Sequence

from dialogs.reading.answers.lists import read_list
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.unread import Unread

_BETWEEN = " \t:：,，、"
_EVERY = frozenset({"all", "everything", "all departments", "every department", "全部", "所有", "全部部门", "所有部门"})


def read_scope(text: str, people: Sequence[str], departments: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The person and the departments that a text names, none where it says all of them. Raises Unread."""
    said = clean(text).text
    name = _first(fold(said), people)
    if name is None:
        raise Unread("scope.person", said=said[:40], people=tuple(people))
    rest = said[len(name) :].strip(_BETWEEN)
    if fold(rest) in _EVERY:
        return name, ()
    known = {fold(one): one for one in departments}
    # As a whole first: the name of a department may look like a list.
    named = [rest] if fold(rest) in known else list(read_list(rest)) if rest else []
    unknown = tuple(one for one in named if fold(one) not in known)
    if unknown or not named:
        raise Unread("scope.department", names=unknown or ("–",), departments=tuple(departments) or ("–",))
    return name, tuple(dict.fromkeys(known[fold(one)] for one in named))


def read_leader(text: str, departments: Sequence[str]) -> tuple[str, str]:
    """The department that a text names, and what it says of who leads it. Raises Unread."""
    said = clean(text).text
    department = _first(fold(said), departments)
    if department is None:
        raise Unread("departments.unknown", said=said[:40], departments=tuple(departments) or ("–",))
    return department, said[len(department) :].strip(_BETWEEN)


def _first(said: str, names: Sequence[str]) -> str | None:
    """The name that a text begins with, the longest where one begins another."""
    fitting = (name for name in names if said.startswith(fold(name)) and not said[len(name) :][:1].isalnum())
    return max(fitting, key=len, default=None)
