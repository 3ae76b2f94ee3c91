"""A file is opened once, and its beginning says what it is."""

import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from netlog.errors import NotFoundError
from netlog.importers.begun import Begun
from netlog.importers.decoding import FILE_LIMIT

EXPORT = b'{"schema": "netlog.export/1", "data": {\n' + b" " * 5000


def pieces(begun: Begun) -> bytes:
    """The whole file, read piece by piece."""
    found = b""
    while data := begun.read(1500):
        found += data
    return found


def test_an_export_is_read_piece_by_piece_from_its_first_byte(tmp_path: Path) -> None:
    """Nothing of the beginning is lost."""
    path = tmp_path / "whole.json"
    path.write_bytes(EXPORT)
    with Begun(path) as begun:
        assert begun.is_export
        assert pieces(begun) == EXPORT


def test_any_other_file_is_read_at_once(tmp_path: Path) -> None:
    """Whatever it holds."""
    path = tmp_path / "cards.vcf"
    path.write_bytes(b"BEGIN:VCARD\n" * 500)
    with Begun(path) as begun:
        assert not begun.is_export
        assert begun.data() == b"BEGIN:VCARD\n" * 500


def test_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    """One byte more than the limit tells that there is more."""
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(FILE_LIMIT + 9)
    with Begun(path) as begun:
        assert len(begun.data()) == FILE_LIMIT + 1


def test_a_pipe_is_opened_once(tmp_path: Path) -> None:
    """As a shell hands over what another program writes."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=(EXPORT,))
    writer.start()
    with Begun(path) as begun:
        assert pieces(begun) == EXPORT
    writer.join()


def test_stdin_is_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not ours to close."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EXPORT)))
    with Begun(Path("-")) as begun:
        assert begun.is_export
    assert not sys.stdin.closed


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """And so is one that is a folder."""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(NotFoundError, match=str(path)):
            Begun(path)
