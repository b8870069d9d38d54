"""Sheets that people send, .xlsx or CSV, as rows of text: small ones only, whatever they claim to be."""

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from dialogs.reading.names.rosters import is_column
from dialogs.reading.unread import Unread

LARGEST = 2_000_000
"""Bytes of a sheet that is read."""
UNPACKED = 20_000_000
"""Bytes that an .xlsx file, which is packed, may become."""
_PARTS = 500  # files within an .xlsx file
ROWS = 2_000
"""Rows that are read; a sheet with more is refused."""
_COLUMNS = 50
_CHUNK = 1 << 16
_OLDER = ("gb18030", "cp950")
"""What programs for sheets write in China, and in Taiwan and Hong Kong, where they do not write UTF-8."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']""")
_ZIP = b"PK\x03\x04"
_DELIMITERS = ",;\t"

Row = tuple[int, tuple[str, ...]]
"""A row's number, as programs for sheets show it, and its cells."""


def read_rows(content: bytes) -> list[Row]:
    """The rows of a sheet that hold anything. Raises Unread where it is too large, or no sheet at all."""
    if len(content) > LARGEST:
        raise Unread("roster.large", most=str(LARGEST // 1_000_000))
    found = list(_xlsx(content) if content.startswith(_ZIP) else _csv(content))
    if not found:
        raise Unread("roster.empty")
    return found


def _xlsx(content: bytes) -> Iterator[Row]:
    from openpyxl import load_workbook

    _check_packed(content)
    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        sheet: Any = book.worksheets[0]
        with sheet._get_source() as source:  # noqa: SLF001 - a sheet that is read row by row tells no merged cells
            merged = _merged(source.read())
        sheet.reset_dimensions()  # what it claims to have, which may be anything
        held = dict[tuple[int, int], str]()
        for number, row in enumerate(sheet.iter_rows(max_col=_COLUMNS, max_row=ROWS + 2), 1):
            # A formula is read as it is written, and refused where it stands.
            cells = ["" if cell.value is None else str(cell.value) for cell in row]
            held |= {(number, at): cell for at, cell in enumerate(cells, 1) if (number, at) in merged.values()}
            for line, kept in _kept(number, cells):
                filled = (cell or held.get(merged.get((line, at), (0, 0)), "") for at, cell in enumerate(kept, 1))
                yield line, tuple(filled)
    except Unread:
        raise
    except Exception as error:  # openpyxl raises whatever its parts do
        raise Unread("roster.broken") from error


def _merged(source: bytes) -> dict[tuple[int, int], tuple[int, int]]:
    """Which cell holds what all of the cells show that are merged with it: rows and columns, from 1."""
    from openpyxl.utils import column_index_from_string

    found = dict[tuple[int, int], tuple[int, int]]()
    for one in _MERGED.finditer(source):
        left, right = (column_index_from_string(one[at].decode()) for at in (1, 3))
        top, bottom = int(one[2]), int(one[4])
        rows, columns = range(top, min(bottom, ROWS + 2) + 1), range(left, min(right, _COLUMNS) + 1)
        if len(found) + len(rows) * len(columns) > (ROWS + 2) * _COLUMNS:
            raise Unread("roster.broken")  # cells are merged once
        found |= {(row, column): (top, left) for row in rows for column in columns}
    return found


def _check_packed(content: bytes) -> None:
    """Refuse what unpacks to more than any sheet of people."""
    try:
        parts, size = _unpacked(content)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise Unread("roster.broken") from error
    if size > UNPACKED:
        raise Unread("roster.large", most=str(UNPACKED // 1_000_000))
    if parts > _PARTS:
        raise Unread("roster.broken")


def _unpacked(content: bytes) -> tuple[int, int]:
    """The number of parts, and the bytes that they become, counted up to what is too much: no directory is trusted."""
    size = 0
    with ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
        for part in parts[:_PARTS]:
            with packed.open(part) as opened:
                while size <= UNPACKED and (chunk := opened.read(_CHUNK)):
                    size += len(chunk)
    return len(parts), size


def _csv(content: bytes) -> Iterator[Row]:
    text = _decoded(content)
    if "\0" in text:
        raise Unread("roster.broken")
    delimiter = max(_DELIMITERS, key=_first(text).count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield from _kept(reader.line_num, row[:_COLUMNS])
    except csv.Error as error:
        raise Unread("roster.broken") from error


def _decoded(content: bytes) -> str:
    if content.startswith(_UTF_16):
        return _tried(content, "utf-16") or "\0"
    if b"\0" in content:
        return "\0"
    if (text := _tried(content, "utf-8-sig")) is not None:
        return text
    # The same bytes are other names in another encoding: only headings tell which it is.
    for encoding in _OLDER:
        if (text := _tried(content, encoding)) and _is_headed(text):
            return text
    raise Unread("roster.encoding")


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_headed(text: str) -> bool:
    """Whether the first line names columns in other letters than ASCII has, which all encodings share."""
    head = _first(text)
    return not head.isascii() and any(map(is_column, head.replace(";", ",").replace("\t", ",").split(",")))


def _first(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")


def _kept(number: int, cells: list[str]) -> Iterator[Row]:
    """The row, where it holds anything; refuses what is below the last one that is read."""
    if any(cell.strip() for cell in cells):
        if number > ROWS + 1:
            raise Unread("roster.rows", most=str(ROWS))
        yield number, tuple(cells)
