"""Everything as JSON: a line for each row, so that two exports can be compared."""

from collections.abc import Iterable, Iterator
from itertools import chain
from json import JSONEncoder

from netlog.domain.whole import SCHEMA, Contents, Row

_encode = JSONEncoder(ensure_ascii=False).encode
_encode_in_ascii = JSONEncoder(ensure_ascii=True).encode


def written(
    contents: Contents, tables: Iterable[tuple[str, Iterable[Row]]]
) -> Iterator[str]:
    """The lines of the file; the same rows give the same text, to the byte."""
    yield f'{{"schema": {line_of(SCHEMA)}, "data": {{\n'
    yield f'"version": {contents.version},\n'
    yield f'"counts": {line_of(dict(contents.counts))},\n'
    yield f'"numbers": {line_of(dict(contents.numbers))},\n'
    yield '"tables": {'
    before = "\n"
    for name, rows in tables:
        yield f"{before}{line_of(name)}: ["
        yield from _rows(rows)
        before = ",\n"
    yield "\n}}}\n"


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    """The rows of one table, parted by commas, and the end of the list."""
    encoded = map(line_of, rows)
    for first in encoded:
        yield f"\n{first}"
        yield from chain.from_iterable((",\n", row) for row in encoded)
        yield "\n"
    yield "]"


def line_of(value: object) -> str:
    """A value as JSON on one line; what cannot be seen in it is escaped."""
    text = _encode(value)
    return text if text.isprintable() else _encode_in_ascii(value)
