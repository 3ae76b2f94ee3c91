"""The manifest beside a backup: read as it was written, private, whole or not there."""

import json
import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from netlog.backups.files import (
    REASONS,
    Manifest,
    manifest_from,
    read_manifest,
    text_of,
    write_manifest,
)

COUNTED = {"person": 19, "touch": 25}
HELD = Manifest(
    "/home/jane/.local/share/netlog/netlog.db",
    date(2025, 6, 2),
    datetime(2025, 6, 2, 12, tzinfo=UTC),
    "daily",
    7,
    False,  # noqa: FBT003 (a field, in its place)
    3,
    COUNTED,
    41,
    344064,
    "ab" * 32,
)
TEXT = """\
{
  "manifest": "netlog.manifest/1",
  "database": "/home/jane/.local/share/netlog/netlog.db",
  "day": "2025-06-02",
  "at": "2025-06-02T12:00:00.000000+00:00",
  "why": "daily",
  "number": 7,
  "cleaned": false,
  "schema": 3,
  "rows": {
    "person": 19,
    "touch": 25
  },
  "change": 41,
  "size": 344064,
  "sha256": "abababababababababababababababababababababababababababababababab"
}
"""


def test_a_manifest_is_json_to_read() -> None:
    """One field a line, days and moments as ISO has them."""
    assert text_of(HELD) == TEXT


@given(
    st.builds(
        Manifest,
        st.text(),
        st.dates(),
        st.datetimes(timezones=st.just(UTC)),
        st.sampled_from(REASONS),
        st.integers(1),
        st.booleans(),
        st.integers(1),
        st.dictionaries(st.text(), st.integers(0)).map(COUNTED.__or__),
        st.integers(0),
        st.integers(0),
        st.text(),
    )
)
def test_what_was_written_is_read(held: Manifest) -> None:
    """Whatever a path is made of."""
    assert manifest_from(text_of(held)) == held


@given(st.text() | st.recursive(st.integers() | st.text(), st.lists).map(json.dumps))
def test_nothing_else_is_a_manifest(text: str) -> None:
    """Any text may stand in a file; it is none, and no error."""
    assert manifest_from(text) is None


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("manifest/1", "manifest/2"),
        TEXT.replace('"number": 7,\n', ""),
        TEXT.replace('"number"', '"numbers"'),
        TEXT.replace('"2025-06-02"', '"2025-02-30"'),
        TEXT.replace('"2025-06-02"', "20250602"),
        TEXT.replace('"daily"', "1"),
        TEXT.replace("344064", '"344064"'),
        TEXT.replace("+00:00", ""),
        TEXT.replace('"person"', '"persons"'),
        TEXT.replace("19", '"19"'),
        TEXT.replace("{\n    ", '["').replace("25\n  }", '25"]'),
        TEXT[:-3],
        "{}",
        "[" * 100_000,
    ],
)
def test_what_is_nearly_a_manifest_is_none(text: str) -> None:
    """Of another kind, with a field too few or unknown, or broken off."""
    assert manifest_from(text) is None


def test_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    """Not there, a folder, or bytes that are no text."""
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe")
    places = [tmp_path / "nowhere.json", tmp_path, tmp_path / "bytes.json"]
    assert [read_manifest(place) for place in places] == [None, None, None]


def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    """0600 whatever the umask; written over, it stays so, and nothing lies beside."""
    path = tmp_path / "x.json"
    before = os.umask(0)
    try:
        write_manifest(path, HELD)
        write_manifest(path, HELD._replace(number=8))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (read_manifest(path), list(tmp_path.iterdir())) == (
        HELD._replace(number=8),
        [path],
    )


def test_it_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes are synced, then it is renamed, then the folder is synced."""
    path, done = tmp_path / "x.json", list[str]()
    rename = Path.rename

    def renamed(old: Path, new: Path) -> Path:
        done.append(f"rename {old.stat().st_size}")
        return rename(old, new)

    monkeypatch.setattr(os, "fsync", lambda _: done.append("sync"))
    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(
        "netlog.db.folders.sync", lambda folder: done.append(folder.name)
    )
    write_manifest(path, HELD)
    assert done == ["sync", f"rename {len(TEXT)}", tmp_path.name]


def test_what_a_crash_left_is_written_over(tmp_path: Path) -> None:
    """Half a manifest under its first name does not keep the next from being made."""
    (tmp_path / "x.json.new").write_text(TEXT[:40], encoding="utf-8")
    write_manifest(tmp_path / "x.json", HELD)
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]
