"""JSON: a schema's name and the data, always in the same order."""

import io
import json
from datetime import UTC, date, datetime

import pytest

from netlog.errors import AmbiguousError, NetlogError
from netlog.output import json_text
from netlog.output.answer import Answer


def test_the_envelope() -> None:
    """The schema and the data, indented, days as ISO, letters as they are."""
    data = {"name": "Zoë", "day": date(2025, 6, 2), "none": None, "held": [True]}
    assert json_text.render(Answer("show", data)) == (
        '{\n  "schema": "netlog.show/1",\n  "data": {\n    "name": "Zoë",\n'
        '    "day": "2025-06-02",\n    "none": null,\n    "held": [\n      true\n'
        "    ]\n  }\n}\n"
    )


def test_a_moment_has_its_zone() -> None:
    """ISO, in UTC."""
    said = json_text.dumped(datetime(2025, 6, 2, 12, tzinfo=UTC))
    assert said == '"2025-06-02T12:00:00+00:00"\n'


def test_an_error_is_an_object() -> None:
    """code, message, candidates and hint."""
    error = AmbiguousError("Two.", "Use the handle.", ("ann", "ann-2"))
    assert json.loads(json_text.error(error)) == {
        "error": {
            "code": "ambiguous",
            "message": "Two.",
            "candidates": ["ann", "ann-2"],
            "hint": "Use the handle.",
        }
    }
    assert json.loads(json_text.error(NetlogError("No.")))["error"]["hint"] == ""


def test_what_is_no_data_is_a_mistake_of_ours() -> None:
    """Nothing is guessed into words."""
    with pytest.raises(TypeError):
        json_text.dumped({"x": {1, 2}})


def test_what_a_terminal_would_obey_is_taken_off() -> None:
    """Wherever a string stands: in lists, in tables, by name."""
    told = Answer("x", {"a": ["b\x1b[2J", {"c": "d\u202e"}], "e": ("f\x1b",)})
    data = {"a": ["b[2J", {"c": "d"}], "e": ["f"]}
    assert json.loads(json_text.render(told))["data"] == data


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_it_is_json_whatever_letters_the_stream_has(encoding: str) -> None:
    """In escapes of JSON's own; a stream of letters, and one that has all, as it is."""
    text = json_text.dumped({"name": "Zoë 王 👩\u200d🚀 \\u738b"})
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    fitted = json_text.fitting(text, stream)
    assert fitted.isascii()
    assert json.loads(fitted) == json.loads(text)
    assert json_text.fitting(text, io.StringIO()) == text
