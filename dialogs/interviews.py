"""The interviews there are, by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dialogs.header import Header
from dialogs.post.interview import VERSION, post

if TYPE_CHECKING:
    from dialogs.engine import Interview
    from kpi.plan import Plan

INTERVIEWS: "dict[str, Callable[[Header], Interview[Plan]]]" = {"post": post}
VERSIONS = {"post": VERSION}
