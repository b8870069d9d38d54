"""What a reader raises when it cannot read an answer."""

from locales.text import Text, Value


class Unread(ValueError):
    """The answer cannot be read; `reason` tells the person why, with an example of what works."""

    def __init__(self, id: str, /, **params: Value) -> None:
        super().__init__(id)
        self.reason = Text(id, params)


class Unclear(Unread):
    """The answer can be meant in more ways than one; `readings` say each of them so that it is read without doubt.

    `left` is what of the answer none of them holds; `ask` is the message that asks.
    """

    def __init__(self, *readings: str, ask: str = "unclear.ask", left: tuple[str, ...] = ()) -> None:
        super().__init__(ask, left=left)
        self.readings = readings
        self.ask, self.left = ask, left
