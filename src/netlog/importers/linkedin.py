"""LinkedIn's Connections.csv, with or without its preamble."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from netlog.domain.person import Draft, Unreadable
from netlog.errors import UsageError
from netlog.importers.record import addresses
from netlog.importers.table import Texts, people, read_table

_NAME = ("name", "first", "last")


def recognises(text: str) -> bool:
    """Whether a row near the top has First Name, Last Name and Connected On."""
    return {"first", "last", "connected"} <= read_table(text, {}).columns.keys()


def read(text: str, mapping: Mapping[str, str]) -> Iterator[Draft | Unreadable]:
    """Every connection; rows that say neither who nor where are unreadable.

    A mapping helps with languages other than English and German.
    """
    found = read_table(text, mapping)
    if not {"first", "last"} <= found.columns.keys() and "name" not in found.columns:
        raise UsageError(
            "There is no row with First Name and Last Name in this file.",
            'In another language, say it with --map "Prénom=first" --map "Nom=last".',
        )
    return people(found, _adjusted)


def _adjusted(texts: Texts) -> Texts:
    """A name from the e-mail or the address of the profile; never from the company."""
    if any(text.strip() for part in _NAME for text in texts.get(part, ())):
        return texts
    profiles = map(_profile, texts.get("url", ()))
    name = next(filter(None, [*addresses(texts.get("email", ())), *profiles]), "")
    return texts | {"name": [name]} if name else {}


def _profile(url: str) -> str:
    """The name in the address of a profile; empty where there is none."""
    return unquote(url.partition("?")[0].partition("/in/")[2].strip("/ "))
