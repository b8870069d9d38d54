"""What an interview yields besides questions: where it stands, and what it says, draws or keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union

from kpi.audit import Finding
from kpi.digest import Digest, Extent
from kpi.evidence import File
from kpi.plan import Customer, Output, Plan
from kpi.progress import Progress
from locales.text import Text

if TYPE_CHECKING:
    from dialogs.choices import Choice
from dialogs.questions import Question


@dataclass(frozen=True, slots=True)
class Place:
    """The part of the interview that the next questions belong to, and about how many are left from here."""

    part: Text
    left: int = 0


@dataclass(frozen=True, slots=True)
class Settle:
    """Where the interview needs to know which questions were put off; the engine tells."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Something to say that needs no answer; its choices are wishes ("review:12") that can be granted at any time."""

    text: Text
    choices: "tuple[Choice, ...]" = ()


@dataclass(frozen=True, slots=True)
class Draw:
    """The customer relationship diagram to show (method.md 2.1)."""

    post: str
    holder: str | None
    customers: tuple[Customer, ...]
    outputs: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Present:
    """A complete plan with its audit, to be kept as a draft and shown."""

    plan: Plan
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Follow:
    """The tracking table of a post to show, with its trends and scores (method.md 5, 6).

    `former` names those of its holders who hold the post no more.
    """

    progress: Progress
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inform:
    """A digest to show to HR, with buttons to what waits for them.

    `extent` tells whose reports its sheet lists; none of them where a digest was on its way before sheets had them.
    """

    digest: Digest
    extent: Extent | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A photo or file to show, with what it belongs to."""

    file: File
    text: Text


@dataclass(frozen=True, slots=True)
class Hand:
    """All that is kept of a person, to hand to them as a file of JSON."""

    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Handed:
    """An invitation on a line to hand out: for whom, as what, and the link or word that lets them in."""

    name: str
    role: str
    department: str
    post: str
    invitation: str
    until: str


@dataclass(frozen=True, slots=True)
class HandOut:
    """Invitations to hand out, as a sheet."""

    rows: tuple[Handed, ...]


Saying = Tell | Draw | Present | Exhibit
"""What is shown to the person and needs no answer."""
Step = Union["Question[Any]", Place, Settle, Saying]
