"""Sheets that people send, .xlsx or CSV, as rows of text: small ones only, whatever they claim to be."""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

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
_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
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
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what it claims to have, which may be anything
        for number, row in enumerate(sheet.iter_rows(max_col=_COLUMNS, max_row=ROWS + 2), 1):
            # A formula is read as it is written, and refused where it stands.
            yield from _kept(number, ["" if cell.value is None else str(cell.value) for cell in row])
    except Unread:
        raise
    except Exception as error:  # openpyxl raises whatever its parts do
        raise Unread("roster.broken") from error


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
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield from _kept(reader.line_num, row[:_COLUMNS])
    except csv.Error as error:
        raise Unread("roster.broken") from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content.startswith(_UTF_16) else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unread("roster.broken")


def _kept(number: int, cells: list[str]) -> Iterator[Row]:
    """The row, where it holds anything; refuses what is below the last one that is read."""
    if any(cell.strip() for cell in cells):
        if number > ROWS + 1:
            raise Unread("roster.rows", most=str(ROWS))
        yield number, tuple(cells)
