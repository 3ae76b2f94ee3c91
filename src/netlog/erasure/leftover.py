"""Looking for words in the bytes of files: what is found is there, whoever reads it."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from glob import escape
from pathlib import Path
from urllib.parse import quote

from netlog.db.open import beside
from netlog.domain.names import fold

_CHUNK = 2**24


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
    sought = {word: forms(word) for word in words}
    longest = max((len(one) for some in sought.values() for one in some), default=1)
    counts = dict.fromkeys(sought, 0)
    for chunk, fresh in _chunks(path, longest - 1):
        for word, written in sought.items():
            counts[word] += sum(_count(chunk, one, fresh) for one in written)
    return {word: count for word, count in counts.items() if count}


def _chunks(path: Path, overlap: int) -> Iterator[tuple[bytes, int]]:
    """The bytes of a file, each chunk with the end of the one before; its length."""
    end = b""
    with path.open("rb") as file:
        while read := file.read(_CHUNK):
            yield end + read.lower(), len(end)
            end = (end + read.lower())[-overlap:] if overlap else b""


def _count(chunk: bytes, word: bytes, fresh: int) -> int:
    """How often a word ends in the part of a chunk that is fresh."""
    return chunk.count(word) - chunk[:fresh].count(word)


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
