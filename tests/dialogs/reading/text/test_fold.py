import pytest

from dialogs.reading.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("９５％", "95%"),
        ("１，２３４", "1,234"),
        ("10⁶", "10⁶"),
        ("10⁻³", "10⁻³"),
        ("85%¹", "85%¹"),
        ("客户数²", "客户数²"),
        ("100 m²", "100 m2"),
        ("CO₂", "co2"),
    ],
)
def test_what_is_raised_behind_a_number_is_none_of_its_digits(text: str, folded: str) -> None:
    assert fold(text) == folded
