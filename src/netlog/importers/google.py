"""Google Contacts CSV, the new header and the old one."""

from collections.abc import Iterator, Mapping

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers.table import Texts, people, read_table

_BETWEEN = " ::: "
_ONLY_GOOGLE = {"group membership", "labels", "e-mail 1 - value", "phone 1 - value"}
_SEVERAL = {"email", "phone", "url", "tag", "org", "role", "city", "birthday"}


def recognises(text: str) -> bool:
    """Whether the header has a column for names and one that only Google writes."""
    found = read_table(text, {})
    header = {cell.strip().lower() for cell in found.header.cells}
    return bool(header & _ONLY_GOOGLE) and "first" in found.columns


def read(text: str, mapping: Mapping[str, str]) -> Iterator[Draft | Unreadable]:
    """Everyone in the table."""
    found = read_table(text, mapping)
    if not {"name", "first", "email"} & found.columns.keys():
        raise UsageError(
            "There is no column with names in this file.",
            'Say which it is: --map "Full Name=name".',
        )
    return people(found, _adjusted)


def _adjusted(texts: Texts) -> Texts:
    """Each of the values that Google puts into one cell by itself."""
    for field in _SEVERAL & texts.keys():
        if any(_BETWEEN in cell for cell in texts[field]):
            texts[field] = [one for c in texts[field] for one in c.split(_BETWEEN)]
    return texts
