"""The plan as a spreadsheet, .xlsx."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.views.characters import cut, head, readable
from bot.views.lettering import wrap
from bot.views.tables import Cell, Share, Table, tables
from bot.views.wording import facts
from kpi.audit import Finding, Result
from kpi.plan import Plan
from locales.text import Text, text
from locales.words import Words

MOST = 32_767
"""UTF-16 code units that Excel lets a cell hold."""
ROWS = 1_048_576
"""Rows that Excel lets a sheet have."""

_KNOWN = 1_000  # cells that need not be measured again: names and standards stand in row after row
_HEADER = 2  # the row with the names of the columns, below the title and the facts
_A4 = 9
_LINE = 16.5  # points
_TALLEST = 409.0  # points, as Excel lets a row be
_CHARACTER = 7.0  # pixels of a column's width unit
_INDENT = 10.0  # pixels
_SIZE = 15.0  # of the letters, in pixels
_FONTS = {"en": "Calibri", "zh_Hans": "Microsoft YaHei", "zh_Hant": "Microsoft JhengHei"}
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_RESULTS = {Result.PASS: "#DCFCE7", Result.DOUBT: "#FEF3C7", Result.FAIL: "#FEE2E2"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of a workbook."""

    title: Format
    facts: Format
    header: Format
    words: Format
    number: Format
    whole: Format
    fraction: Format
    day: Format
    moment: Format


def write(plan: Plan, findings: Sequence[Finding], words: Words, file: Path | BytesIO) -> None:
    """Write the plan to an .xlsx file; nothing that people wrote becomes a formula, a link or a number.

    Raises xlsxwriter.exceptions.FileCreateError where the file cannot be written.
    """
    write_tables(facts(plan, words), tables(plan, findings, words), words, file)


def write_tables(
    heading: Sequence[str], shown: Sequence[Table], words: Words, file: Path | BytesIO, *, streamed: bool = False
) -> None:
    """Write tables to an .xlsx file, a sheet each, below a title and facts; as `write` does.

    Where it is `streamed`, no more than a row is held in memory: its sheets are put together in temporary files.
    """
    where = "constant_memory" if streamed else "in_memory"
    options = {where: True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file if isinstance(file, BytesIO) else str(file), options) as book:
        book.set_properties({"title": _safe(heading[0])})
        styles = _styles(book, words.language)
        for table in shown:
            sheet = book.add_worksheet(words.say(Text(f"views.sheet.{table.id}")))
            _head(sheet, heading, table, styles, words)
            last = _fill(sheet, table, styles, words)
            _set_up(sheet, table, last, words)
            if table.id == "audit":
                _colour(sheet, table, last, book, words)


def _styles(book: Workbook, language: str) -> Styles:
    """The formats, in a font that has the language's characters."""
    font = {"font_name": _FONTS[language], "font_size": 11}
    cell = font | {"valign": "vcenter", "text_wrap": True, "border": 1, "border_color": "#CBD5E1"}
    centred = {"align": "center"}
    header = {"bold": True, "font_color": "white", "bg_color": "#1E2F4D"}
    return Styles(
        title=book.add_format(font | {"bold": True, "font_size": 16, "font_color": "#1E2F4D"}),
        facts=book.add_format(font | {"font_color": "#64748B"}),
        header=book.add_format(cell | centred | header),
        words=book.add_format(cell | {"align": "left", "indent": 1}),
        number=book.add_format(cell | centred),
        whole=book.add_format(cell | centred | {"num_format": "0%"}),
        fraction=book.add_format(cell | centred | {"num_format": "0.00%"}),
        day=book.add_format(cell | centred | {"num_format": "yyyy-mm-dd"}),
        moment=book.add_format(cell | centred | {"num_format": "yyyy-mm-dd hh:mm"}),
    )


def _head(sheet: Worksheet, heading: Sequence[str], table: Table, styles: Styles, words: Words) -> None:
    """The title, the facts and the names of the columns."""
    title, *others = heading
    names = [words.say(Text(f"views.column.{id}")) for id, _ in table.columns]
    # From the top, each row's height first: a row that is streamed is not come back to.
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, _safe(title), styles.title)
    sheet.write_string(1, 0, _safe("    ".join(others)), styles.facts)
    sheet.set_row(_HEADER, _height(names, table))
    for column, (name, (_, width)) in enumerate(zip(names, table.columns, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEADER, column, name, styles.header)


def _fill(sheet: Worksheet, table: Table, styles: Styles, words: Words) -> int:
    """The rows of the table, as many as a sheet takes, and how many it did not; returns where the last one is."""
    rows, number = iter(table.rows), _HEADER
    for number, row in enumerate(islice(rows, ROWS - _HEADER - 2), start=_HEADER + 1):
        sheet.set_row(number, _height(row, table))
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, styles)
    if left := sum(1 for _ in rows):
        sheet.write_string(number + 1, 0, words.say(text("views.sheet.left", number=Decimal(left))), styles.facts)
    return number


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, styles: Styles) -> None:
    """One cell; a weight as a fraction that shows as a percentage."""
    match cell:
        case Share(weight):
            sheet.write_number(row, column, float(weight / 100), styles.fraction if weight % 1 else styles.whole)
        case int() | Decimal():
            sheet.write_number(row, column, float(cell), styles.number)
        case datetime():
            sheet.write_datetime(row, column, cell.replace(tzinfo=None), styles.moment)
        case date():
            sheet.write_datetime(row, column, cell, styles.day)
        case _:
            sheet.write_string(row, column, _safe(cell), styles.words)


def _set_up(sheet: Worksheet, table: Table, last: int, words: Words) -> None:
    """Panes, filter and print."""
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_HEADER + 1, 0)
    if last > _HEADER:
        sheet.autofilter(_HEADER, 0, last, len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER)
    sheet.set_footer("&C" + words.say(text("views.sheet.page", page="&P", pages="&N")))


def _colour(sheet: Worksheet, table: Table, last: int, book: Workbook, words: Words) -> None:
    """A colour behind each result of the audit."""
    column = [id for id, _ in table.columns].index("result")
    for result, colour in _RESULTS.items():
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{words.say(Text(f"audit.result.{result}"))}"',
            "format": book.add_format({"bg_color": colour}),
        }
        sheet.conditional_format(_HEADER + 1, column, last, column, rule)


def _height(row: Sequence[Cell], table: Table) -> float:
    """A row's height in points, for its tallest cell: not every program fits rows to wrapped words by itself."""
    lines = max(
        _lines(cell, width) if isinstance(cell, str) else 1 for cell, (_, width) in zip(row, table.columns, strict=True)
    )
    return min(_LINE * lines + _LINE / 2, _TALLEST)


@lru_cache(_KNOWN)
def _lines(words: str, width: int) -> int:
    """How many lines the words take in a column of a width in characters."""
    paragraphs = head(words, 2_000).split("\n")  # more than the tallest row shows
    return sum(len(wrap(paragraph, width * _CHARACTER - _INDENT, _SIZE, most=99)) for paragraph in paragraphs)


@lru_cache(_KNOWN)
def _safe(text: str) -> str:
    """The readable text, short enough for a cell, and no formula either when the sheet is saved as CSV."""
    shown = readable(text)
    return cut(f"'{shown}" if _FORMULA.match(shown) else shown, MOST)
