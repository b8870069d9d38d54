"""Choices named by their number."""

import pytest

from dialogs.choices import Choice, numbered


@pytest.mark.parametrize(
    ("said", "picked"), [("1", "a"), ("２", "b"), ("2.", "b"), ("0", None), ("3", None), ("1a", None)]
)
def test_numbers_of_choices(said: str, picked: str | None) -> None:
    assert numbered(said, (Choice("a", "A"), Choice("b", "B"))) == picked
