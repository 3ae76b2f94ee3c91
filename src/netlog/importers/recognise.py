"""A format by its name, or by what the file says."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers import CONTACT_FORMATS, SOURCES
from netlog.importers.decoding import decode

_KINDS = f"Say what it is with --from: {', '.join(CONTACT_FORMATS)}."


class Format(Protocol):
    """What the module of a format offers."""

    def recognises(self, text: str) -> bool:
        """Whether the text looks like a file of this kind."""
        ...

    def read(
        self, text: str, mapping: Mapping[str, str]
    ) -> Iterator[Draft | Unreadable]:
        """Everyone in the file, and what could not be read, in its order."""
        ...


def by_name(name: str) -> Format:
    """The format of that name; a usage error lists what there is."""
    if name not in CONTACT_FORMATS:
        raise UsageError(f"netlog reads no kind of file called {name}.", _KINDS)
    return cast("Format", import_module(CONTACT_FORMATS[name]))


def recognise(text: str) -> str:
    """The name of the format that the text is in, by its content alone."""
    if not text.strip():
        raise UsageError("The file is empty.", "Export it once more.")
    if text.startswith("PK\x03\x04"):
        raise UsageError(
            "This is an archive or a workbook.",
            "Unpack it and import Connections.csv, or save the sheet as CSV.",
        )
    for name in CONTACT_FORMATS:
        if by_name(name).recognises(text):
            return name
    raise UsageError(
        "netlog does not know what kind of file this is.",
        f'{_KINDS} For a table, say what holds the name: --map "Full Name=name".',
    )


def records_of(
    data: bytes, name: str, mapping: Mapping[str, str]
) -> Iterator[Draft | Unreadable]:
    """Everyone in a file; `name` is its format, '' for what it seems to be."""
    text = decode(data)
    kind = name or ("csv" if mapping else recognise(text))
    source = SOURCES.get(kind, "list")
    for read in by_name(kind).read(text, mapping):
        yield read._replace(source=source) if isinstance(read, Draft) else read
