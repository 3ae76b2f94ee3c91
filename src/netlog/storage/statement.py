"""What a compiled statement is."""

from netlog.records import NamedTuple

Typed = tuple[tuple[str, str], ...]


class Statement(NamedTuple):
    """Text, parameters and columns, each with the name of its conversion."""

    text: str
    parameters: Typed
    columns: Typed


class Rows(NamedTuple):
    """How rows of one table are written and read back whole."""

    columns: Typed
    insert: str
    update: str
    delete: str
    fetch: str
