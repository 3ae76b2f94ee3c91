"""Any table with a header: by --map, and by the headers that programs write."""

import re
from collections.abc import Iterator, Mapping

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers.columns import MAP_FIELDS
from netlog.importers.table import Texts, people, read_table

_NAMES = {"name", "first", "last", "nickname", "email"}
_LIST = re.compile(r"[,;\n]")
_LISTS = {"email": _LIST, "tag": _LIST, "phone": re.compile(r"[;\n]")}


def recognises(text: str) -> bool:
    """Whether a row near the top has a header for a name or an e-mail."""
    columns = read_table(text, {}).columns.keys()
    return bool(columns & _NAMES)


def read(text: str, mapping: Mapping[str, str]) -> Iterator[Draft | Unreadable]:
    """Everyone in the table; without a column for names it is a usage error."""
    found = read_table(text, mapping)
    if not (_NAMES | {"org"}) & found.columns.keys():
        raise UsageError(
            "No column of this file is known to hold names.",
            'Say which it is: --map "Full Name=name".',
        )
    return people(found, _adjusted)


def parse_map(text: str) -> tuple[str, str]:
    """`Full Name=name` as a column and the field it fills; else a usage error."""
    column, equals, field = (part.strip() for part in text.rpartition("="))
    field = field.lower()
    if not column or not equals:
        raise UsageError(
            "--map takes a column and a field.", 'Write --map "Full Name=name".'
        )
    if field not in MAP_FIELDS:
        raise UsageError(
            f"netlog has no field called {field}.",
            f"There are {', '.join(MAP_FIELDS)}.",
        )
    return column, field


def _adjusted(texts: Texts) -> Texts:
    """Lists in one cell taken apart, a birthday in three columns put together."""
    for field, between in _LISTS.items():
        if cells := texts.get(field):
            texts[field] = [one for cell in cells for one in between.split(cell)]
    if "birthmonth" in texts:
        texts["birthday"] = _birthday(texts)
    return texts


def _birthday(texts: Texts) -> list[str]:
    """Thunderbird's Birth Year, Birth Month and Birth Day as one day."""
    year, month, day = (
        "".join(texts.get(field, ())).strip()
        for field in ("birthyear", "birthmonth", "birthday")
    )
    return [f"{year or '-'}-{month:0>2}-{day:0>2}"]
