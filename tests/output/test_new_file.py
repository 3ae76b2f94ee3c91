"""A file is there whole or not at all, and its owner's alone."""

import os
import stat
from collections.abc import Iterator
from errno import EACCES
from pathlib import Path
from unittest.mock import Mock

import pytest

from netlog.errors import NotFoundError, RefusedError
from netlog.output.new_file import write_file


class TornError(Exception):
    """Something goes wrong between two lines."""


def torn() -> Iterator[str]:
    """Lines of which the second never comes."""
    yield "one\n"
    raise TornError


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_it_is_written_as_it_is_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    """Whatever the umask is; lines end as they did."""
    path = tmp_path / "whole.json"
    before = os.umask(0)
    try:
        write_file(path, ["Zoë\n", "\u2028"], force=False)
    finally:
        os.umask(before)
    assert path.read_bytes() == "Zoë\n\u2028".encode()
    assert mode(path) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["whole.json"]


def test_what_is_there_is_written_over_only_by_force(tmp_path: Path) -> None:
    """Then nobody else may read it, whoever could before."""
    path = tmp_path / "whole.json"
    path.write_text("old")
    path.chmod(0o644)
    with pytest.raises(RefusedError) as error:
        write_file(path, ["new"], force=False)
    assert (path.read_text(), error.value.advice) == ("old", "--force writes over it.")
    write_file(path, ["new"], force=True)
    assert (path.read_text(), mode(path)) == ("new", 0o600)


def test_where_nobody_may_look_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of somebody else's: what is in it cannot even be asked."""
    said = PermissionError(EACCES, os.strerror(EACCES))
    monkeypatch.setattr(os, "stat", Mock(side_effect=said))
    with pytest.raises(NotFoundError, match="cannot be written: Permission denied"):
        write_file(tmp_path / "whole.json", ["new"], force=True)


@pytest.mark.parametrize("force", [False, True])
def test_half_a_file_is_none(tmp_path: Path, *, force: bool) -> None:
    """What was there stays, and nothing lies about."""
    path = tmp_path / "whole.json"
    if force:
        path.write_text("old")
    with pytest.raises(TornError):
        write_file(path, torn(), force=force)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["old"] * force


def test_who_comes_second_writes_nothing(tmp_path: Path) -> None:
    """Somebody else made the file while the lines were written."""
    path = tmp_path / "whole.json"

    def lines() -> Iterator[str]:
        path.write_text("theirs")
        yield "ours"

    with pytest.raises(RefusedError):
        write_file(path, lines(), force=False)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["theirs"]


def test_where_there_are_no_links_it_gets_its_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick that came from a camera."""

    def no_link(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_link)
    write_file(tmp_path / "whole.json", ["all"], force=False)
    assert [one.read_text() for one in tmp_path.iterdir()] == ["all"]


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    """Neither a folder nor a device, even by force."""
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(RefusedError):
            write_file(path, ["x"], force=True)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """It is not made."""
    with pytest.raises(NotFoundError):
        write_file(tmp_path / "no" / "whole.json", ["x"], force=False)
    assert list(tmp_path.iterdir()) == []
