"""The rows of a CSV file with their line numbers, and its header among them."""

import csv
import re
from collections.abc import Callable, Iterator
from itertools import islice

from netlog.domain.person import Unreadable
from netlog.namedtuple import NamedTuple

CSV_LINE_LIMIT = 2**20
_QUOTES = "its quotes do not match"
_HOPELESS = "too many quotes do not match; from here on nothing was read"
_TOO_LONG = "it is longer than a row may be"
_DELIMITERS = ",;\t"
_HEAD = 65_536  # characters, and rows, in which a header is looked for
_HEAD_ROWS = 30
_IN_VAIN = 1_000_000
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class CsvRow(NamedTuple):
    """A row: the line it begins in (from 1), and its cells."""

    line: int
    cells: list[str]


class HeaderRow(NamedTuple):
    """The row that names the columns: its line, its cells, what parts them."""

    line: int
    cells: list[str]
    delimiter: str


def header(text: str, known: Callable[[str], bool]) -> HeaderRow:
    """The row near the top with most known columns; if none has any, the widest.

    Some programs write a preamble, so it need not be the first.
    """
    best, most = HeaderRow(0, [], ","), (0, 0)
    for delimiter in _DELIMITERS:
        for row in islice(rows(text[:_HEAD], delimiter), _HEAD_ROWS):
            if isinstance(row, Unreadable):
                continue
            count = sum(map(known, row.cells))
            if (score := (count, 0 if count else len(row.cells))) > most:
                best, most = HeaderRow(row.line, row.cells, delimiter), score
    return best


def rows(text: str, delimiter: str) -> Iterator[CsvRow | Unreadable]:
    """Every row that is not blank.

    A quote that is never closed spoils its own line only: reading begins again
    with the next one, until a million lines were read in vain.
    """
    line, place, in_vain = 1, 0, 0
    while place < len(text):
        begin = line
        reader = csv.reader(_lines(text, place), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                if cells:
                    yield CsvRow(begin, cells)
                begin = line + reader.line_num
        except csv.Error:
            in_vain += line + reader.line_num - begin
        else:
            return
        place = _after(text, place, begin - line)
        end = _after(text, place, 1)
        yield _alone(begin, text[place:end], delimiter)
        line, place = begin + 1, end
        if in_vain > _IN_VAIN:
            yield Unreadable(line, _HOPELESS)
            return


def _lines(text: str, place: int) -> Iterator[str]:
    for found in _LINE.finditer(text, place):
        if len(found[0]) > CSV_LINE_LIMIT:
            raise csv.Error(_QUOTES)
        yield found[0]


def _after(text: str, place: int, lines: int) -> int:
    """The place in the text that many lines further on."""
    for _ in range(lines):
        place = text.find("\n", place) + 1 or len(text)
    return place


def _alone(line: int, text: str, delimiter: str) -> CsvRow | Unreadable:
    """A line that is odd in its quotes, if it can be read by itself all the same."""
    if len(text) > CSV_LINE_LIMIT:
        return Unreadable(line, _TOO_LONG)
    reader = csv.reader([text, ""], delimiter=delimiter)
    try:
        cells = next(reader)
    except csv.Error:
        return Unreadable(line, _QUOTES)
    closed = reader.line_num == 1
    return CsvRow(line, cells) if closed else Unreadable(line, _QUOTES)
