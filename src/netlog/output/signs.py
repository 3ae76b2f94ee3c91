"""The signs that pages are drawn with, and plain ones for a stream that lacks them."""

from collections.abc import Mapping
from typing import IO

_PLAIN = {
    "·": "-", "…": ".", "“": '"', "”": '"', "—": "-", "→": ">", "↔": "-",
    "\N{MULTIPLICATION SIGN}": "x", "✓": "+", "│": "|", "├": "|", "└": "`", "━": "-",
}  # fmt: skip
"""By sign one of ASCII that is as wide."""


def signs_for(stream: IO[str]) -> Mapping[int, str]:
    """What stands for the signs that a stream cannot write, as `str.translate` has it.

    A letter it cannot write is left: an escape says which it was.
    """
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return {
        ord(sign): plain for sign, plain in _PLAIN.items() if not _has(encoding, sign)
    }


def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
