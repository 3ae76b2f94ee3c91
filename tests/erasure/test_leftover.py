"""Words are found in bytes, however they are written there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from tests.repository.filled import NOW, TODAY, in_memory

from netlog.domain.details import keyed
from netlog.domain.person import Newcomer
from netlog.erasure import leftover
from netlog.erasure.leftover import files_of, forms, is_left, remains_in
from netlog.repository import people
from netlog.repository.change import changing


@pytest.mark.parametrize(
    "content",
    [
        "x Émile Zed y".encode(),
        "ÉMILE zed".encode(),
        b"emile zed",
        "E\u0301mile Zed".encode(),
        b'{"name":"\\u00c9mile Zed"}',
        b'{"name":"\\u00C9mile Zed"}',
        "\0\0Émile Zed\0".encode(),
        b"https://x.example/%C3%A9mile%20zed?a=b",
    ],
)
def test_a_word_is_found(tmp_path: Path, content: bytes) -> None:
    """In UTF-8, composed or not, in either case, folded, escaped."""
    path = tmp_path / "file"
    path.write_bytes(content)
    assert leftover.remains(path, ["Émile Zed", "nobody"]) == {"Émile Zed": 1}


def test_what_json_escapes_is_found(tmp_path: Path) -> None:
    """Quotes, backslashes and ends of lines."""
    path = tmp_path / "file"
    path.write_text('{"note":"a \\"book\\" \\\\ two\\nlines"}', encoding="utf-8")
    words = ['a "book"', "\\ two", "two\nlines"]
    assert set(leftover.remains(path, [*words, "three"])) == set(words)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 64])
def test_each_is_counted_once_wherever_the_chunks_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """A word may lie across two chunks, or right at an end."""
    monkeypatch.setattr(leftover, "_CHUNK", size)
    path = tmp_path / "file"
    path.write_bytes(b"dorie..dorie.doriedorie")
    assert leftover.remains(path, ["dorie", "e.d"]) == {"dorie": 4, "e.d": 1}


def test_every_file_that_netlog_makes_is_looked_at(tmp_path: Path) -> None:
    """The database, what is beside it, what was half made, the state; no other."""
    ours = [
        *("netlog.db", "netlog.db-journal", ".netlog.db.0197"),
        *("state/demo.db", "state/backups/a.db", "state/backups/a.json"),
    ]
    for name in (*ours, "other.db", "config.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("dorie", encoding="utf-8")
    found = files_of(tmp_path / "netlog.db", tmp_path / "state")
    assert sorted(str(path.relative_to(tmp_path)) for path in found) == sorted(ours)
    nowhere = tmp_path / "nowhere"
    assert remains_in([*found, nowhere], ["DORIE"]) == {
        path: {"DORIE": 1} for path in found
    }
    assert files_of(nowhere, nowhere) == []


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """A database in which somebody is, with a page and a tag."""
    with closing(in_memory()) as made, changing(made, NOW, "add") as change:
        page = ("url", "https://x.example/bo%20lind")
        details = keyed([page, ("tag", "Ore")])
        people.add(change, Newcomer("Alisa E\u0301lan", TODAY, details=details))
        yield made.connection


@pytest.mark.parametrize(
    "word", ["Alisa", "alisa-elan", "Élan", "Bo Lind", "Tagore", "Mark", "Ore", "ELAN"]
)
def test_what_a_row_or_the_schema_says_is_not_left(
    word: str, database: sqlite3.Connection
) -> None:
    """It is somebody else's or netlog's own, in whatever form, be it in two cells.

    So somebody could be called Mark, as a table is; and short words are not sought.
    """
    written = b"\n".join(forms(word))
    assert not is_left(BytesIO(database.serialize() + written), database, [word])


def test_what_stands_in_no_row_is_left(database: sqlite3.Connection) -> None:
    """One word of several is enough."""
    content = database.serialize()
    words = ["Alisa", "Dorie Clark"]
    assert not is_left(BytesIO(content), database, words)
    assert is_left(BytesIO(content + b"dorie clark"), database, words)
