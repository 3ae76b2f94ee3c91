"""Folders that netlog makes: private, and on the disk."""

import os
import stat
from pathlib import Path

import pytest

from netlog.db.folders import alone_in, make_private
from netlog.errors import DatabaseError


def test_only_what_is_made_is_made_private(tmp_path: Path) -> None:
    """0700 each; what is there already keeps its mode."""
    tmp_path.chmod(0o755)
    make_private(tmp_path / "a" / "b")
    places = (tmp_path, tmp_path / "a", tmp_path / "a" / "b")
    modes = [stat.S_IMODE(place.stat().st_mode) for place in places]
    assert modes == [0o755, 0o700, 0o700]


def test_the_name_of_a_folder_is_on_the_disk_before_anything_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that is certain is no use in a folder that is not."""
    certain: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda held: certain.append(_named(held)))
    with alone_in(tmp_path / "a" / "b"):
        assert certain == [str(tmp_path), str(tmp_path / "a")]
    assert certain[2:] == [str(tmp_path / "a" / "b")]


def test_a_folder_that_cannot_be_made_is_said_to_be_so(tmp_path: Path) -> None:
    """Where a file has its name."""
    (tmp_path / "a").touch()
    with pytest.raises(DatabaseError) as error, alone_in(tmp_path / "a" / "b"):
        pass
    assert error.value.sentence == "The database could not be made: File exists."


def _named(held: int) -> str:
    return str(Path(f"/proc/self/fd/{held}").readlink())
