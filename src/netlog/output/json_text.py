"""JSON: a schema's name and the data, always in the same order."""

import json
from datetime import date, datetime
from typing import Any

from netlog.domain.names import clean
from netlog.errors import NetlogError
from netlog.output.answer import Answer

VERSION = 1


def render(answer: Answer) -> str:
    """The answer in its envelope."""
    return dumped({"schema": f"netlog.{answer.command}/{VERSION}", "data": answer.data})


def error(failure: NetlogError) -> str:
    """An error as an object, for stderr."""
    return dumped(
        {
            "error": {
                "code": failure.code,
                "message": clean(failure.sentence),
                "candidates": list(failure.candidates),
                "hint": clean(failure.advice),
            }
        }
    )


def dumped(value: Any) -> str:
    """A value as indented JSON with a last newline."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
