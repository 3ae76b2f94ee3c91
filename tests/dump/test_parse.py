"""An export is read piece by piece; whatever else a file holds is a known error."""

import io
import json
import os
import sys
from itertools import chain, repeat
from pathlib import Path
from threading import Thread
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from netlog.dump.export import ExportRow, Header, json_lines
from netlog.dump.parse import ROW_LIMIT, Export, InputFile, is_export
from netlog.errors import NotFoundError, UsageError

HEADER = Header(345, {"person": 2, "pin": 0}, {"person": 7, "pin": 0})
PEOPLE: list[dict[str, Any]] = [{"id": 1, "name": "Zoë"}, {"id": 2, "name": "王 \n"}]
WHOLE = "".join(json_lines(HEADER, [("person", PEOPLE), ("pin", [])])).encode()
ROWS = [("person", row) for row in PEOPLE]
BEGIN = (
    b'{"schema": "netlog.export/1", "data": {"version": 3, "counts": {},'
    b' "numbers": {}, "tables": {'
)


def read(data: bytes, most: int = 2**16) -> tuple[Header, list[tuple[str, ExportRow]]]:
    """Everything in a file, of which so much is given at a time."""
    source = io.BytesIO(data)
    export = Export(lambda size: source.read(min(size, most)))
    return export.header(), list(export.rows())


@pytest.mark.parametrize("most", [1, 2, 7, 100, 2**16])
def test_it_is_read_as_it_was_json_lines(most: int) -> None:
    """Wherever the pieces end: within a number, a letter, an escape."""
    assert read(WHOLE, most) == (HEADER, ROWS)


@pytest.mark.parametrize("indent", [None, 2])
def test_another_program_may_have_written_it_anew(indent: int | None) -> None:
    """In other lines, with other blanks, in ASCII, with a mark before it."""
    text = json.dumps(json.loads(WHOLE), indent=indent)
    assert read(b"\xef\xbb\xbf\r\n" + text.encode()) == (HEADER, ROWS)


def test_an_export_is_known_by_its_first_words() -> None:
    """Of this schema or another; whatever else is JSON is none."""
    assert is_export(WHOLE)
    assert is_export(WHOLE.replace(b"/1", b"/9"))
    assert is_export(b"\xef\xbb\xbf \n{ \n" + WHOLE[1:])
    for other in (b"", b"{}", b"[]", b'{"schema": "netlog.person/1"}', WHOLE[1:]):
        assert not is_export(other)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[:-4],
        WHOLE[:200],
        WHOLE + b"{}",
        WHOLE.replace(b"/1", b"/2"),
        WHOLE.replace(b'"version": 345', b'"version": true'),
        WHOLE.replace(b'"version": 345', b'"version": 3.5'),
        WHOLE.replace(b'"person": 7', b'"person": -7'),
        WHOLE.replace(b'"person": 7', b'"person": 99999999999999999999'),
        WHOLE.replace(b'"person": 7', b'"person": ' + b"9" * 5000),
        WHOLE.replace(b'"version"', b'"edition"'),
        WHOLE.replace("Zoë".encode(), b"Zo\xff"),
        WHOLE.replace("Zoë".encode(), b"Zo\x00"),
        WHOLE.replace(b'{"id": 1', b'[{"id": 1'),
        WHOLE.replace(b'"pin": []', b'"pin": [1]'),
        WHOLE.replace(b'"pin": []', b'"pin": {}'),
        WHOLE.replace(b'"pin": []', b'"pin": [{},]'),
        WHOLE.replace(b'"pin": []', b"7: []"),
        BEGIN + b'"a": [' + b"[" * 100_000,
        BEGIN + b'"a": [' + b'{"a":' * 100_000,
        BEGIN + b'"a": ["' + b"x" * (ROW_LIMIT + 10),
        BEGIN + b'"a" ' + b" " * 100_000,
        b"",
    ],
)  # fmt: skip
def test_what_is_no_export_is_said(data: bytes) -> None:
    """In bounded time, in a sentence, and without what stands in it."""
    begin = process_time()
    with pytest.raises(UsageError) as error:
        read(data)
    assert process_time() - begin < 1
    assert "Zo" not in error.value.sentence


@settings(max_examples=300)
@given(st.data())
def test_whatever_is_changed_in_one_it_is_read_or_refused(data: st.DataObject) -> None:
    """Bytes put in, taken out or written over: rows, or a known error."""
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(start + 30, len(WHOLE))))
    changed = WHOLE[:start] + data.draw(st.binary(max_size=30)) + WHOLE[end:]
    try:
        header, rows = read(changed, data.draw(st.integers(1, 100)))
    except UsageError:
        return
    assert isinstance(header, Header)
    assert all(isinstance(row, dict) for _, row in rows)


def endless(first: bytes, rest: bytes, most: int) -> Export:
    """An export without an end, of which at most so much can be read."""
    pieces = chain([BEGIN + first], repeat(rest, most))
    export = Export(lambda _: next(pieces))
    export.header()
    return export


def test_a_row_that_never_ends_is_none() -> None:
    """A megabyte is read of it, and no more."""
    with pytest.raises(UsageError, match="longer than a megabyte"):
        next(endless(b'"person": [{"name": "', b"x" * 100_000, 20).rows())


def test_memory_is_bounded_by_a_row() -> None:
    """A file of any size goes through a window of it."""
    row = json.dumps({"id": 1, "note": "x" * 1000}).encode()
    export = endless(b'"person": [', row + b",\n", 6_000)
    rows = export.rows()
    for _ in range(5_000):
        next(rows)
    assert len(export._text._window) < 10_000  # noqa: SLF001 (what is held is the claim)


FILE = b'{"schema": "netlog.export/1", "data": {\n' + b" " * 5000
LIMIT = 10_000


def pieces(file: InputFile) -> bytes:
    """The whole file, read piece by piece."""
    found = b""
    while data := file.read(1500):
        found += data
    return found


def test_an_export_is_read_piece_by_piece_from_its_first_byte(tmp_path: Path) -> None:
    """Nothing of the beginning is lost."""
    path = tmp_path / "whole.json"
    path.write_bytes(FILE)
    with InputFile(path) as file:
        assert file.is_export
        assert pieces(file) == FILE


def test_any_other_file_is_read_at_once(tmp_path: Path) -> None:
    """Whatever it holds."""
    path = tmp_path / "cards.vcf"
    path.write_bytes(b"BEGIN:VCARD\n" * 500)
    with InputFile(path) as file:
        assert not file.is_export
        assert file.data(LIMIT) == b"BEGIN:VCARD\n" * 500


def test_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    """One byte more than the limit tells that there is more."""
    path = tmp_path / "large.csv"
    path.write_bytes(bytes(LIMIT + 9))
    with InputFile(path) as file:
        assert len(file.data(LIMIT)) == LIMIT + 1


def test_a_pipe_is_opened_once(tmp_path: Path) -> None:
    """As a shell hands over what another program writes."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=(FILE,))
    writer.start()
    with InputFile(path) as file:
        assert pieces(file) == FILE
    writer.join()


def test_stdin_is_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not ours to close."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILE)))
    with InputFile(Path("-")) as file:
        assert file.is_export
    assert not sys.stdin.closed


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """And so is one that is a folder."""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(NotFoundError, match=str(path)):
            InputFile(path)


def test_an_address_is_no_file() -> None:
    """Nothing is fetched, and it says so."""
    with pytest.raises(NotFoundError) as error:
        InputFile(Path("https://x.example/a.json"))
    assert error.value.advice.startswith("netlog fetches nothing: ")
