"""No text, of any Unicode and length, makes a reader raise anything but Unread."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogs.reading.answers.acts import read_act
from dialogs.reading.answers.choices import Option, read_choice, read_choices
from dialogs.reading.answers.decisions import read_decision, read_disputed, read_observed
from dialogs.reading.answers.edits import read_edit
from dialogs.reading.answers.lists import bare, read_list
from dialogs.reading.answers.revisions import read_revision
from dialogs.reading.dates.spans import read_span
from dialogs.reading.dates.whens import read_when
from dialogs.reading.figures.asked import Asked
from dialogs.reading.figures.figures import read_figure, read_figures
from dialogs.reading.names.activities import is_activity
from dialogs.reading.names.customers import guess_kind
from dialogs.reading.names.measures import read_measure
from dialogs.reading.numbers.numbers import read_number
from dialogs.reading.text.clean import clean
from dialogs.reading.text.language import language_of
from dialogs.reading.text.spoken import language_named
from dialogs.reading.understanding import understand
from dialogs.reading.unread import Unread
from dialogs.reading.values.aspects import aspect_of
from dialogs.reading.values.standards import read_standard
from dialogs.reading.values.statements import read_statement
from dialogs.reading.values.weights import read_ranking, read_weights
from locales.words import LANGUAGES, words

TODAY = dt.date(2026, 11, 21)
OPTIONS = (Option("quality", ("质量",)), Option("cost", ("成本",)))
RETURNS = Asked("退货率", "%", Decimal(2), ("客户满意率",), Decimal(1))
ORDERS = Asked("订单数量", "单", Decimal(100))
READERS: dict[str, Callable[[str], object]] = {
    "activity": is_activity,
    "act": read_act,
    "aspect": aspect_of,
    "bare": bare,
    "choice": lambda text: read_choice(text, OPTIONS),
    "choices": lambda text: read_choices(text, OPTIONS),
    "clean": clean,
    "decision": lambda text: read_decision(text, OPTIONS, OPTIONS[0].id, OPTIONS[-1].id),
    "disputed": lambda text: read_disputed(text, OPTIONS),
    "edit": read_edit,
    "figure": lambda text: read_figure(text, RETURNS),
    "figures": lambda text: read_figures(text, (RETURNS, ORDERS)),
    "kind": lambda text: guess_kind(text, internal=True),
    "language": language_of,
    "list": read_list,
    "named": language_named,
    "measure": read_measure,
    "number": read_number,
    "observed": lambda text: read_observed(text, OPTIONS),
    "revision": read_revision,
    "span": lambda text: read_span(text, TODAY),
    "standard": read_standard,
    "statement": lambda text: read_statement(text, TODAY),
    "weights": lambda text: read_weights(text, ("报表", "b")),
    "ranking": lambda text: read_ranking(text, ("报表", "b")),
    "when": lambda text: read_when(text, TODAY),
    "all of it": lambda text: understand(text, TODAY),
}
PIECES = [
    *(
        "于",
        "每月",
        "每日",
        "每季度",
        "首",
        "末",
        "月底",
        "twice a month",
        "every",
        "Mondays",
        "the last",
        "25日",
        "用",
        "完成",
        "达到",
        "不超过",
        "0.3%",
        "以上",
        "一亿",
        "百",
        "半",
        "零",
        "三分之",
        "百分之",
        "第",
        "和",
        "與",
        "、",
        "2月30日",
        "底",
    ),
    *(
        "by ",
        "the end of ",
        "each ",
        "month",
        "at least ",
        "no ",
        "between ",
        "and ",
        "dozen",
        "half a ",
        " hundred",
        "$",
        "¥",
        "1,000",
        "-",
        "99999999999",
    ),
    *("\x00", "\ud800", "\u202e", "👩‍💻", "ﷺ", "½", "①", "İ", "\n", " ", "(", "「", ".", "2027-", "²"),
]
TEXTS = st.one_of(st.text(st.characters(codec=None)), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
LONG = [
    "a",
    "1",
    "一",
    "百",
    "亿",
    " ",
    ",",
    "、",
    "和",
    "每",
    "于",
    "用完成",
    "「",
    "(",
    "\ud800",
    "each ",
    "and ",
    "1 to ",
    "2027-05-",
    "<",
    "1.",
    "at least ",
    "完成达到",
]


@pytest.mark.parametrize("reader", READERS)
@example(text="10000000001")
@given(text=TEXTS)
def test_short_texts(reader: str, text: str) -> None:
    _read(reader, text)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", [*LONG, *PIECES])
def test_ten_thousand_characters(reader: str, piece: str) -> None:
    _read(reader, (piece * 10_000)[:10_000])


def _read(reader: str, text: str) -> None:
    """Read, and say why not in every language where it cannot be read."""
    try:
        READERS[reader](text)
    except Unread as unread:
        reasons = [words(language).say(unread.reason) for language in LANGUAGES]
    else:
        reasons = []
    assert all(reasons)
