"""Numerals as people and tables write them: by kinds (numerals.tsv), and by rules that hold for all of them."""

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogs.reading.numbers.numeral import Numeral
from dialogs.reading.numbers.numerals import numeral
from dialogs.reading.text.fold import fold
from dialogs.reading.text.tokens import Lexicon, tokens

TABLE = [line.split("\t") for line in Path(__file__).with_name("numerals.tsv").read_text(encoding="utf-8").splitlines()]
"""The kind, the text, and what numerals are in it ("-" for none)."""
SIGNS = Lexicon({"currency": {"": "rmb|usd|eur|chf|$|¥|€|₹|hk$|rs|rs."}})
CHARACTERS = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
TRADITIONAL = str.maketrans("万亿两负点", "萬億兩負點")
PIECES = [
    *("1", "1,", "1 ", "1 234", "1.", "0.", "1'000", "12,", "9-", "7×", "10⁶", "10^", "1e", "1/2 ", "-", ".", "⁶"),
    *(
        "一",
        "百",
        "亿",
        "十",
        "半",
        "几十",
        "一百二三",
        "三四",
        "个亿",
        "多万",
        "百分之",
        "九成",
        "三分之",
        "又",
        "上万",
    ),
    *("one ", "twenty-", "hundred ", "a ", "half a ", "nine out of ", "1 in ", " ", "and a half ", "one hundred and "),
    *("rmb", "q", "v2", "covid-", "%", "‰", "bp", "几", "余", "+", " plus", "\n", "𝟙", "①", "½"),
]


def told(found: Numeral) -> str:
    upper = "" if found.upper is None else f"..{_plain(found.upper)}"
    other = "" if found.other is None else f" or {_plain(found.other)}"
    marks = "%" * found.percent + "+" * found.more + " part" * found.fraction
    return f"{_plain(found.value)}{upper}{marks}{other}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def numerals(text: str) -> list[Numeral]:
    return [token.number for token in tokens(fold(text), SIGNS) if token.number]


@pytest.mark.parametrize(("kind", "text", "expected"), TABLE)
def test_each_kind(kind: str, text: str, expected: str) -> None:
    assert ("; ".join(map(told, numerals(text))) or "-") == expected


@pytest.mark.parametrize("text", [text for _, text, _ in TABLE])
def test_full_width_is_half_width(text: str) -> None:
    wide = "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)
    assert numerals(wide) == numerals(text)


@pytest.mark.parametrize(
    ("text", "expected"), [(text, expected) for kind, text, expected in TABLE if kind == "chinese"]
)
def test_traditional_is_simplified(text: str, expected: str) -> None:
    assert ("; ".join(map(told, numerals(text.translate(TRADITIONAL)))) or "-") == expected


# A value put into digits reads back as itself.

VALUES = st.decimals(0, 10**12, places=2)


def grouped(value: Decimal, thousands: str, mark: str) -> str:
    return f"{value:,}".replace(".", "|").replace(",", thousands).replace("|", mark)


@pytest.mark.parametrize("thousands", ["", ",", "'", "’", "_"])
@given(value=VALUES)
def test_points_before_decimals(thousands: str, value: Decimal) -> None:
    assert [one.value for one in numerals(grouped(value, thousands, "."))] == [value]


@pytest.mark.parametrize("thousands", [".", " ", "\u00a0", "\u202f"])
@given(value=VALUES.filter(lambda value: value >= 1000))
def test_commas_before_decimals(thousands: str, value: Decimal) -> None:
    assert [one.value for one in numerals(grouped(value, thousands, ","))] == [value]


@pytest.mark.parametrize("written", ["€{}", "€ {}", "{} €", "EUR {}", "{} EUR", "{}\u00a0€"])
@pytest.mark.parametrize(("thousands", "mark"), [(" ", ","), (" ", "."), (".", ","), (",", "."), ("'", ".")])
@given(value=VALUES)
def test_money(written: str, thousands: str, mark: str, value: Decimal) -> None:
    assert [one.value for one in numerals(written.format(grouped(value, thousands, mark)))] == [value]


@pytest.mark.parametrize("thousands", [",", ".", "'"])
@given(value=st.integers(0, 10**12))
def test_whole_numbers(thousands: str, value: int) -> None:
    (found,) = numerals(f"{value:,}".replace(",", thousands))
    assert value in {found.value, found.other}
    assert found.other is None or (thousands == "." and 1000 <= value < 10**6)


@given(value=st.integers(10**5, 10**9))
def test_lakhs_and_crores(value: int) -> None:
    lakhs, rest = divmod(value, 1000)
    pairs = f"{lakhs:0{len(str(lakhs)) + len(str(lakhs)) % 2}}"
    head = ",".join(pairs[at : at + 2] for at in range(0, len(pairs), 2)).removeprefix("0")
    assert [one.value for one in numerals(f"{head},{rest:03}")] == [value]


# A value put into Chinese reads back as itself.


def everyday(value: int) -> str:
    """As it is said: 三百零五, 一亿零三万, 十二."""
    if not value:
        return "零"
    sections = [value // 10**8 % 10**4, value // 10**4 % 10**4, value % 10**4]
    said = ""
    for section, unit in zip(sections, ("亿", "万", ""), strict=True):
        if section:
            said += "零" * (bool(said) and section < 1000) + _section(section) + unit
    return said.removeprefix("一") if said.startswith("一十") else said


def _section(section: int) -> str:
    said, gap = "", False
    for power in (3, 2, 1, 0):
        digit = section // 10**power % 10
        gap = gap or (bool(said) and not digit)
        if digit:
            said += "零" * gap + CHARACTERS[digit] + UNITS[power]
            gap = False
    return said


CHINESE = st.integers(0, 10**12 - 1) | st.integers(0, 10**5)


def read_whole(text: str) -> Numeral | None:
    folded = fold(text)
    found = numeral(folded, 0)
    return found if found and found.end == len(folded) else None


@given(CHINESE)
@example(10**8 + 5)
@example(10_0305)
def test_everyday_chinese(value: int) -> None:
    assert read_whole(everyday(value)) == Numeral(Decimal(value), len(everyday(value)), scale=_last(everyday(value)))


def _last(said: str) -> Decimal:
    scales = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
    return Decimal(next((scales[one] for one in reversed(said) if one in scales), 1))


@given(CHINESE)
def test_formal_and_traditional_chinese(value: int) -> None:
    for said in (everyday(value).translate(FORMAL), everyday(value).translate(TRADITIONAL)):
        found = read_whole(said)
        assert found
        assert found.value == value


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["百", "千", "万", "亿"]))
def test_the_next_lower_unit_is_not_said(first: int, second: int, unit: str) -> None:
    found = read_whole(f"{CHARACTERS[first]}{unit}{CHARACTERS[second]}")
    assert found
    assert found.value == (first * 10 + second) * _last(unit) / 10


@given(st.decimals("0.01", 9999, places=2), st.sampled_from(["万", "亿", "千万", "万亿", "个亿"]))
def test_digits_with_chinese_units(value: Decimal, unit: str) -> None:
    scale = {"万": 10**4, "亿": 10**8, "千万": 10**7, "万亿": 10**12, "个亿": 10**8}[unit]
    found = read_whole(f"{value}{unit}")
    assert found
    assert (found.value, found.other) == (value * scale, None)


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_mixed_writing(head: int, rest: int) -> None:
    for said in (f"{head}万{rest:04}", f"{head}万零{rest}", f"{head}万零{_section(rest)}"):
        found = read_whole(said)
        assert found
        assert found.value == head * 10**4 + rest


@given(st.integers(1, 8), st.sampled_from(["", "十", "百", "千"]), st.sampled_from(["", "万", "亿", "个亿"]))
def test_one_of_two(lower: int, unit: str, scale: str) -> None:
    found = read_whole(f"{CHARACTERS[lower]}{CHARACTERS[lower + 1]}{unit}{scale}")
    size = _last(unit) * _last(scale)
    assert found
    assert (found.value, found.upper) == (lower * size, (lower + 1) * size)


@given(st.integers(1, 9), st.integers(1, 8), st.sampled_from(["", "万", "亿"]))
def test_one_of_two_behind_a_unit(head: int, lower: int, scale: str) -> None:
    pair = f"{CHARACTERS[lower]}{CHARACTERS[lower + 1]}"
    for said, unit in ((f"{CHARACTERS[head]}百{pair}十", 10), (f"{CHARACTERS[head]}千{pair}百", 100)):
        found = read_whole(said + scale)
        whole = head * unit * 10
        assert found
        assert found.value == (whole + lower * unit) * _last(scale)
        assert found.upper == (whole + (lower + 1) * unit) * _last(scale)


# No text is too much.


@given(st.text(st.characters(codec=None), max_size=60) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_text_is_refused(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded)):
        found = numeral(folded, at)
        assert found is None or at < found.end <= len(folded)


@pytest.mark.parametrize("piece", PIECES)
def test_ten_thousand_characters(piece: str) -> None:
    folded = fold((piece * 10_000)[:10_000])
    began, at = time.process_time(), 0
    while at < len(folded):
        found = numeral(folded, at)
        at = found.end if found else at + 1
    assert time.process_time() - began < 2  # a tenth of that, where nothing else runs; many times as much if squared
