"""JSON: a schema's name and the data, always in the same order."""

import json
import re
from datetime import date, datetime
from typing import IO, Any

from netlog.domain.names import clean, clean_note
from netlog.errors import NetlogError
from netlog.output.answer import Answer

VERSION = 1
_NOT_ASCII = re.compile("[^\0-\x7f]")


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
    return (
        json.dumps(_clean(value), indent=2, ensure_ascii=False, default=_plain) + "\n"
    )


def fitting(text: str, stream: IO[str]) -> str:
    """The same JSON, whole or in part, in escapes where the stream has no letters."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)
    return text


def _clean(value: Any) -> Any:
    """The same without control and bidi characters in any text."""
    if isinstance(value, str):
        return value if value.isprintable() and value.isascii() else clean_note(value)
    if isinstance(value, dict):
        return {key: _clean(held) for key, held in value.items()}
    return (
        [_clean(held) for held in value] if isinstance(value, list | tuple) else value
    )


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
