"""Looking for words in the bytes of files: what is found is there, whoever reads it."""

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from glob import escape
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from netlog.db.open import beside
from netlog.db.sql import TABLES
from netlog.domain.names import fold
from netlog.dump.export import every_row

_CHUNK = 2**24
_SHORTEST = 4
"""Letters of a word that is looked for: shorter ones are in a database by chance."""
# SQL by hand: what SQLite keeps of the schema is in no model.
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema"


def forms(word: str) -> set[bytes]:
    """How a word may be written: in any case, composed or not, in JSON, in a URL."""
    written = {word, fold(word), word.casefold(), word.upper()}
    normal = {unicodedata.normalize(f, one) for f in ("NFC", "NFD") for one in written}
    texts = (
        normal
        | {json.dumps(one)[1:-1] for one in normal}
        | {quote(one, errors="replace") for one in normal}
    )
    return {one.encode(errors="replace").lower() for one in texts} - {b""}


def remains(path: Path, words: Iterable[str]) -> dict[str, int]:
    """How often each word stands in a file, ASCII in either case; only those found."""
    with path.open("rb") as file:
        return _counts(file, words)


def _counts(file: BinaryIO, words: Iterable[str]) -> dict[str, int]:
    sought = {word: forms(word) for word in words}
    longest = max((len(one) for some in sought.values() for one in some), default=1)
    counts = dict.fromkeys(sought, 0)
    for chunk, fresh in _chunks(file, longest - 1):
        for word, written in sought.items():
            counts[word] += sum(_count(chunk, one, fresh) for one in written)
    return {word: count for word, count in counts.items() if count}


def _chunks(file: BinaryIO, overlap: int) -> Iterator[tuple[bytes, int]]:
    """The bytes of a file, each chunk with the end of the one before; its length."""
    end = b""
    while read := file.read(_CHUNK):
        yield end + read.lower(), len(end)
        end = (end + read.lower())[-overlap:] if overlap else b""


def _count(chunk: bytes, word: bytes, fresh: int) -> int:
    """How often a word ends in the part of a chunk that is fresh."""
    return chunk.count(word) - chunk[:fresh].count(word)


def is_left(file: BinaryIO, database: sqlite3.Connection, words: Iterable[str]) -> bool:
    """Whether a word stands in the bytes of a database, and in no row of it.

    What stands in a row is somebody else's, and what in the schema netlog's.
    """
    found = _counts(file, {word for word in words if len(word) >= _SHORTEST})
    return any(not _stands(database, word) for word in found)


def _stands(database: sqlite3.Connection, word: str) -> bool:
    """Whether a word is in a row, written in any way, or in the schema."""
    written = forms(word)
    return any(one in text for text in _texts(database) for one in written)


def _texts(database: sqlite3.Connection) -> Iterator[bytes]:
    """What each row says, its cells one behind the other as they are in the file."""
    for question in (_SCHEMA, *map(every_row, TABLES)):
        for row in database.execute(question):
            cells = (cell for cell in row if isinstance(cell, str))
            yield "".join(cells).encode(errors="replace").lower()


def files_of(database: Path, state: Path) -> list[Path]:
    """Every file that netlog makes: the database, what is beside it, the state."""
    hidden = database.parent.glob(f".{escape(database.name)}.*")
    there = (path for path in state.rglob("*")) if state.is_dir() else ()
    found = {database, *beside(database), *hidden, *there}
    return sorted(path for path in found if path.is_file())


def remains_in(
    paths: Iterable[Path], words: Iterable[str]
) -> dict[Path, Mapping[str, int]]:
    """The files in which any of the words stands, and how often."""
    sought = tuple(words)
    found = {path: remains(path, sought) for path in paths if path.is_file()}
    return {path: counts for path, counts in found.items() if counts}
