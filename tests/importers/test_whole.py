"""An export is read piece by piece; whatever else a file holds is a known error."""

import io
import json
from itertools import chain, repeat
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from netlog.domain.whole import Contents, Row
from netlog.errors import UsageError
from netlog.exporters.whole_json import written
from netlog.importers.whole import ROW_LIMIT, Export, is_export

CONTENTS = Contents(345, {"person": 2, "pin": 0}, {"person": 7, "pin": 0})
PEOPLE: list[dict[str, Any]] = [{"id": 1, "name": "Zoë"}, {"id": 2, "name": "王 \n"}]
WHOLE = "".join(written(CONTENTS, [("person", PEOPLE), ("pin", [])])).encode()
ROWS = [("person", row) for row in PEOPLE]
BEGIN = (
    b'{"schema": "netlog.export/1", "data": {"version": 3, "counts": {},'
    b' "numbers": {}, "tables": {'
)


def read(data: bytes, most: int = 2**16) -> tuple[Contents, list[tuple[str, Row]]]:
    """Everything in a file, of which so much is given at a time."""
    source = io.BytesIO(data)
    export = Export(lambda size: source.read(min(size, most)))
    return export.contents(), list(export.rows())


@pytest.mark.parametrize("most", [1, 2, 7, 100, 2**16])
def test_it_is_read_as_it_was_written(most: int) -> None:
    """Wherever the pieces end: within a number, a letter, an escape."""
    assert read(WHOLE, most) == (CONTENTS, ROWS)


@pytest.mark.parametrize("indent", [None, 2])
def test_another_program_may_have_written_it_anew(indent: int | None) -> None:
    """In other lines, with other blanks, in ASCII, with a mark before it."""
    text = json.dumps(json.loads(WHOLE), indent=indent)
    assert read(b"\xef\xbb\xbf\r\n" + text.encode()) == (CONTENTS, ROWS)


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
        contents, rows = read(changed, data.draw(st.integers(1, 100)))
    except UsageError:
        return
    assert isinstance(contents, Contents)
    assert all(isinstance(row, dict) for _, row in rows)


def endless(first: bytes, rest: bytes, most: int) -> Export:
    """An export without an end, of which at most so much can be read."""
    pieces = chain([BEGIN + first], repeat(rest, most))
    export = Export(lambda _: next(pieces))
    export.contents()
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
    assert len(export._text._held) < 10_000  # noqa: SLF001 (what is held is the claim)
