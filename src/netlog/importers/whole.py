"""A whole export read piece by piece: what stands before the rows, then row by row.

Nothing is held but one row, so a file may be larger than memory.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any

from netlog.domain.whole import LARGEST, MEND, SCHEMA, Contents, Row
from netlog.errors import UsageError

LOOK = 1000
"""Bytes at the beginning of a file in which it says that it is an export."""
ROW_LIMIT = 2**20
_CHUNK = 2**16
_BLANK = re.compile(r"[ \t\r\n]*")
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*"netlog\.export/')
_decode = JSONDecoder().raw_decode


def is_export(head: bytes) -> bool:
    """Whether a file that begins so is an export of netlog's, of whatever version."""
    return bool(_BEGINS.match(head[:LOOK]))


class Export:
    """An export, from its first byte on; `read` gives at most so many bytes."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._text = _Text(read)

    def contents(self) -> Contents:
        """What stands before the rows."""
        text = self._text
        text.take("{")
        self._named("schema")
        if text.value() != SCHEMA:
            raise UsageError(
                "This export is of a kind that netlog does not know.",
                "Upgrade netlog: pipx upgrade netlog-cli",
            )
        text.take(",")
        self._named("data")
        text.take("{")
        version = self._part("version")
        counts, numbers = self._part("counts"), self._part("numbers")
        self._named("tables")
        if not (_is_number(version) and _are_numbers(counts) and _are_numbers(numbers)):
            raise broken("what stands before the rows is wrong")
        return Contents(version, counts, numbers)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row with its table, in the order of the file."""
        for table in self._text.each("{", "}", self._name):
            for row in self._text.each("[", "]", self._text.value):
                if not isinstance(row, dict):
                    raise broken(f"a row of {table[:40]} is none")
                yield table, row
        for end in "}}":
            self._text.take(end)
        self._text.take("")

    def _part(self, name: str) -> Any:
        self._named(name)
        value = self._text.value()
        self._text.take(",")
        return value

    def _named(self, name: str) -> None:
        if self._name() != name:
            raise broken(f"its {name} does not stand where it should")

    def _name(self) -> str:
        name = self._text.value()
        self._text.take(":")
        if not isinstance(name, str):
            raise broken("something has no name")
        return name


class _Text:
    """JSON of which a little is held at a time."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._held = ""
        self._place = 0
        self._ended = False

    def take(self, wanted: str) -> None:
        """Go on behind a sign that must come now; '' is the end."""
        if self.next() != wanted:
            raise broken(f"there should be {wanted or 'nothing more'}")
        self._place += 1

    def next(self) -> str:
        """The next sign that is no blank, '' at the end."""
        while True:
            self._place = _after_blanks(self._held, self._place)
            if self._place < len(self._held):
                return self._held[self._place]
            if not self._more():
                return ""

    def each(self, begin: str, end: str, one: Callable[[], Any]) -> Iterator[Any]:
        """What stands between two signs, parted by commas."""
        self.take(begin)
        while self.next() != end:
            yield one()
            if self.next() != end:
                self.take(",")
                if self.next() == end:
                    raise broken("there is a comma too many")
        self.take(end)

    def value(self) -> Any:
        """The next value whole, of at most a megabyte."""
        self.next()
        while True:
            try:
                value, place = _decode(self._held, self._place)
            except JSONDecodeError:
                place = len(self._held)
            except (ValueError, RecursionError) as error:
                raise broken("a value is none") from error
            else:
                if place < len(self._held) or self._ended:
                    self._place = place
                    return value
            self._go_on_from_here()

    def _go_on_from_here(self) -> None:
        """Read on, for a value that is not all there."""
        if len(self._held) - self._place > ROW_LIMIT:
            raise broken("a row is longer than a megabyte, or no JSON")
        if not self._more():
            raise broken("it ends too soon, or is no JSON")

    def _more(self) -> bool:
        """Read on; False at the end."""
        if self._ended:
            return False
        data = self._read(_CHUNK)
        self._ended = not data
        try:
            more = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise broken("it is not UTF-8") from error
        self._held = self._held[self._place :] + more
        self._place = 0
        return not self._ended


def _after_blanks(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LARGEST


def _are_numbers(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_number, value.values()))


def broken(what: str) -> UsageError:
    """An export that cannot be read, and why."""
    return UsageError(f"This export cannot be read: {what}.", MEND)
