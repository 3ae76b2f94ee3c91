"""Text in rows of so many columns: how wide it is, wrapped, cut."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from netlog.domain.names import clean


def width(text: str) -> int:
    """How many columns a text takes: two for a wide letter, none for a mark."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def wrapped(text: str, columns: int) -> list[str]:
    """A text in rows, broken at its blanks; what stands at a no-break blank stays so.

    A word that is wider than a row is broken anywhere.
    """
    rows: list[str] = []
    row = ""
    for word in filter(None, text.replace("\n", " ").split(" ")):
        for piece in _pieces(word, columns):
            longer = f"{row} {piece}" if row else piece
            if width(longer) > columns:
                rows.append(row)
                longer = piece
            row = longer
    return [clean(one) for one in (*rows, row) if one]


def _pieces(word: str, columns: int) -> Iterator[str]:
    piece = ""
    for char in word:
        if width(piece + char) > columns:
            yield piece
            piece = ""
        piece += char
    yield piece


def cut(text: str, columns: int) -> str:
    """A text on one row; where it is too wide it ends with …."""
    if width(text) <= columns:
        return text
    while width(text) >= columns:
        text = text[:-1]
    return f"{text.rstrip()}…"
