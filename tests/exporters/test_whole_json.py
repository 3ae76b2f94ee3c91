"""Everything as JSON: valid, a row a line, and nothing in it that is obeyed."""

import json
from typing import Any

from hypothesis import given, strategies as st

from netlog.domain.whole import Contents
from netlog.exporters.whole_json import line_of, written

CONTENTS = Contents(3, {"person": 2, "pin": 0}, {"person": 7, "pin": 0})
ANN = {"id": 2, "name": "Ann \u2028 Lee", "note": "one\ntwo", "org": None}
TABLES: list[tuple[str, list[dict[str, Any]]]] = [
    ("person", [{"id": 1, "name": "Zoë"}, ANN]),
    ("pin", []),
]
TEXT = r"""{"schema": "netlog.export/1", "data": {
"version": 3,
"counts": {"person": 2, "pin": 0},
"numbers": {"person": 7, "pin": 0},
"tables": {
"person": [
{"id": 1, "name": "Zoë"},
{"id": 2, "name": "Ann \u2028 Lee", "note": "one\ntwo", "org": null}
],
"pin": []
}}}
"""


def test_a_row_stands_on_a_line() -> None:
    """So that two exports can be compared line by line."""
    assert "".join(written(CONTENTS, TABLES)) == TEXT


def test_it_is_json() -> None:
    """With everything in it by its name."""
    assert json.loads("".join(written(CONTENTS, TABLES))) == {
        "schema": "netlog.export/1",
        "data": {**CONTENTS._asdict(), "tables": dict(TABLES)},
    }


def test_without_tables_it_is_json_too() -> None:
    """Nothing stands between the braces."""
    empty = json.loads("".join(written(Contents(3, {}, {}), [])))
    assert empty["data"]["tables"] == {}


@given(st.text())
def test_what_cannot_be_seen_is_escaped(text: str) -> None:
    """A line can be shown on any terminal, and is read as it was."""
    line = line_of({"name": text})
    assert line.isprintable()
    assert json.loads(line) == {"name": text}
