"""The people of a table: its header understood, its rows made into drafts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from netlog.domain.person import Draft, Unreadable
from netlog.importers import record
from netlog.importers.columns import Columns, known, places
from netlog.importers.rows import CsvRow, HeaderRow, header, rows
from netlog.namedtuple import NamedTuple

Texts = dict[str, list[str]]

_STAND_INS = ("nickname", "email", "org")
_FORMULA = frozenset("=+-@\t")


class CsvTable(NamedTuple):
    """A table: its text, its header, and where each field stands."""

    text: str
    header: HeaderRow
    columns: Columns


def read_table(text: str, mapping: Mapping[str, str]) -> CsvTable:
    """The table in the text; a mapped column that is not there is a usage error."""
    top = header(text, known(mapping))
    return CsvTable(text, top, places(top.cells, mapping))


def people(
    found: CsvTable, adjusted: Callable[[Texts], Texts]
) -> Iterator[Draft | Unreadable]:
    """Everyone below the header, after the format has adjusted what a row says."""
    columns = tuple(found.columns.items())
    records = _below(found)
    for row in islice(records, record.RECORD_LIMIT):
        if isinstance(row, Unreadable):
            yield row
            continue
        texts = adjusted(_texts(row.cells, columns))
        person = record.draft(row.line, texts, _STAND_INS)
        if isinstance(person, Draft) or any(map(str.strip, row.cells)):
            yield person
    for beyond in records:
        yield Unreadable(beyond.line, record.TOO_MANY)
        return


def _below(found: CsvTable) -> Iterator[CsvRow | Unreadable]:
    """What follows the header; where files were joined, it may come again."""
    top = found.header
    for row in rows(found.text, top.delimiter):
        if row.line > top.line and (
            isinstance(row, Unreadable) or row.cells != top.cells
        ):
            yield row


def _texts(cells: Sequence[str], columns: Sequence[tuple[str, Sequence[int]]]) -> Texts:
    """The cells that say something, by field."""
    width = len(cells)
    texts: Texts = {}
    for field, of_it in columns:
        if said := [_plain(cells[i]) for i in of_it if i < width and cells[i]]:
            texts[field] = said
    return texts


def _plain(cell: str) -> str:
    """A cell without the quote that keeps a spreadsheet from running it."""
    return cell[1:] if cell[0] == "'" and cell[1:2] in _FORMULA else cell
