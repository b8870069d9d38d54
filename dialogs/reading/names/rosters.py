"""Sheets of people to bring in: what their columns are called, and whom their lines tell of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from dialogs.reading.dates.zones import read_zones
from dialogs.reading.text.clean import clean
from dialogs.reading.text.fold import fold
from dialogs.reading.text.spoken import language_named
from dialogs.reading.unread import Unread

COLUMNS = ("name", "role", "department", "manager", "post", "language", "zone")
"""What there is to know of somebody, as the columns are called in English."""
_CALLED = {
    "name": "name|full name|person|employee name|姓名|名字|员工姓名|人员",
    "role": "role|roles|身份|身分|角色|类别|人员类别",
    "department": "department|dept|unit|部门|所属部门|科室|单位",
    "manager": "manager|line manager|supervisor|reports to|经理|直属经理|直接上级|上级|主管|直属主管",
    "post": "post|position|job|job title|title|岗位|职位|职务|职称|岗位名称|职位名称",
    "language": "language|lang|语言|语系",
    "zone": "zone|time zone|timezone|时区",
}
_COLUMN = {word: column for column, words in _CALLED.items() for word in words.split("|")}
_ROLE = {
    word: role
    for role, words in {
        "manager": "manager|supervisor|line manager|经理|主管|负责人|部门经理",
        "employee": "employee|staff|holder|member|员工|职员|雇员|任职者|担任者|部属",
        "hr": "hr|human resources|人力资源|人力|人事|人资|人力资源部",
    }.items()
    for word in words.split("|")
}
LONGEST = 100
"""Characters of a cell that are kept."""
_FORMULA = ("=", "+", "-", "@", "|")
"""What a formula begins with, in one program for sheets or another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody to bring in, as a line of a sheet says; empty where it says nothing. `zone` is an IANA name."""

    line: int
    name: str
    role: str
    department: str
    manager: str
    post: str
    language: str
    zone: str


def is_column(cell: str) -> bool:
    """Whether a cell is the heading of a column that is taken."""
    return _heading(cell) in _COLUMN


def read_columns(cells: Sequence[str]) -> dict[int, str]:
    """What the columns of a sheet hold, by their places. Raises Unread where names or roles lack, or one is twice."""
    found = {at: _COLUMN[_heading(cell)] for at, cell in enumerate(cells) if is_column(cell)}
    known = list(found.values())
    missing = tuple(column for column in ("name", "role") if column not in known)
    twice = tuple(column for column in COLUMNS if known.count(column) > 1)
    if missing or twice:
        raise Unread("roster.columns", missing=missing or twice, known=COLUMNS)
    return found


def read_entry(line: int, cells: Mapping[str, str]) -> Entry:
    """Somebody to bring in, by the cells of a line. Raises Unread for what cannot be read in it."""
    said = {column: " ".join(clean(cells.get(column, "")).text.split()) for column in COLUMNS}
    if formula := next((cell for cell in said.values() if normalize("NFKC", cell).startswith(_FORMULA)), None):
        raise Unread("roster.formula", said=formula[:40])
    if long := next((cell for cell in said.values() if len(cell) > LONGEST), None):
        raise Unread("roster.long", said=long[:40], longest=str(LONGEST))
    if not any(map(str.isalpha, said["name"])):
        raise Unread("roster.name", said=said["name"])
    role = _ROLE.get(fold(said["role"]))
    if role is None:
        raise Unread("roster.role", said=said["role"] or "–")
    return Entry(
        line,
        said["name"],
        role,
        said["department"],
        said["manager"],
        said["post"],
        _language(said["language"]),
        _zone(said["zone"]),
    )


def _heading(cell: str) -> str:
    return fold(clean(cell).text).strip("*:. ")


def _language(said: str) -> str:
    spoken = language_named(said) if said else ""
    if spoken is None:
        raise Unread("roster.language", said=said)
    return spoken


def _zone(said: str) -> str:
    found = read_zones(said) if said else ("",)
    if len(found) > 1:
        raise Unread("roster.zones", said=said, zones=found)
    return found[0]
