"""Words are found in bytes, however they are written there."""

from pathlib import Path

import pytest

from netlog.erasure import leftover
from netlog.erasure.leftover import files_of, remains_in


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
