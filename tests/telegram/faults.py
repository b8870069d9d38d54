"""What goes wrong with calls, as a test asks for it."""

from dataclasses import dataclass
from random import Random
from typing import Literal

Kind = Literal["429", "500", "403", "400", "hang", "drop", "drop_after"]
"""An answer with that code; no answer; a connection lost before the call took effect, or after."""


@dataclass
class Fault:
    """A fault of the calls of a method (None: of all but getUpdates), `times` or with a chance of one in `one_in`."""

    kind: Kind
    method: str | None = None
    times: int | None = 1
    one_in: int = 1
    seconds: float = 1
    """Of a hang, or to wait after 429."""
    chance: Random | None = None

    def strikes(self, method: str) -> bool:
        """Whether it strikes a call now."""
        if method != self.method and (self.method is not None or method == "getUpdates"):
            return False
        if self.times is not None and self.times <= 0:
            return False
        if self.chance is not None and self.chance.randrange(self.one_in):
            return False
        if self.times is not None:
            self.times -= 1
        return True
