"""An export read piece by piece: what stands before the rows, then row by row.

Nothing is held but one row, so a file may be larger than memory.
"""

import codecs
import re
import sys
from collections.abc import Callable, Iterator
from json import JSONDecodeError, JSONDecoder
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from netlog.dump.export import LARGEST, SCHEMA, ExportRow, Header
from netlog.errors import NotFoundError, UsageError

MEND = "Export it once more, or mend the file."
"""The advice about an export that is not as netlog writes it."""
STDIN = Path("-")
ROW_LIMIT = 2**20
"""Letters that one row may have."""
_HEAD = 1000
"""Bytes at the beginning of a file in which it says that it is an export."""
_CHUNK = 2**16
_BLANK = re.compile(r"[ \t\r\n]*")
_BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*"netlog\.export/')
_decode = JSONDecoder().raw_decode


def is_export(head: bytes) -> bool:
    """Whether a file that begins so is an export of netlog's, of whatever version."""
    return bool(_BEGINS.match(head[:_HEAD]))


class InputFile:
    """A file, or stdin for -, opened once: its beginning says whether it is an export.

    It may be a pipe, so nothing is read twice.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file: IO[bytes] = (
                sys.stdin.buffer if path == STDIN else path.open("rb")
            )
            self._head = self._file.read(_HEAD)
        except OSError as error:
            raise NotFoundError(
                f"{path} cannot be read: {error.strerror}.", _advice(path)
            ) from error

    @property
    def is_export(self) -> bool:
        """Whether it is an export of netlog's."""
        return is_export(self._head)

    def read(self, size: int) -> bytes:
        """The next bytes, at most so many or those that are read already."""
        head, self._head = self._head, b""
        return head or self._file.read(size)

    def data(self, limit: int) -> bytes:
        """All of it; one byte more than the limit where it is longer."""
        return self._head + self._file.read(limit + 1 - len(self._head))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if self.path != STDIN:
            self._file.close()


def _advice(path: Path) -> str:
    """What to do about a file that cannot be read; it may be an address."""
    if re.match(r"\w+:/", str(path)):
        return "netlog fetches nothing: save what is there, and import the file."
    return "Look at the path."


class Export:
    """An export, from its first byte on; `read` gives at most so many bytes."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._text = _Text(read)

    def header(self) -> Header:
        """What stands before the rows; it is read first."""
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
            raise _broken("what stands before the rows is wrong")
        return Header(version, counts, numbers)

    def rows(self) -> Iterator[tuple[str, ExportRow]]:
        """Every row with its table, in the order of the file."""
        for table in self._text.each("{", "}", self._name):
            for row in self._text.each("[", "]", self._text.value):
                if not isinstance(row, dict):
                    raise _broken(f"a row of {table[:40]} is not an object")
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
            raise _broken(f"its {name} does not stand where it should")

    def _name(self) -> str:
        name = self._text.value()
        self._text.take(":")
        if not isinstance(name, str):
            raise _broken("something has no name")
        return name


class _Text:
    """JSON of which a little is held at a time."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._window = ""
        self._at = 0
        self._ended = False

    def take(self, wanted: str) -> None:
        """Go on behind a sign that must come now; '' is the end."""
        if self.next() != wanted:
            raise _broken(f"there should be {wanted or 'nothing more'}")
        self._at += 1

    def next(self) -> str:
        """The next sign that is not blank, '' at the end."""
        while True:
            self._at = _after_blanks(self._window, self._at)
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more():
                return ""

    def each(self, begin: str, end: str, item: Callable[[], Any]) -> Iterator[Any]:
        """What stands between two signs, parted by commas."""
        self.take(begin)
        while self.next() != end:
            yield item()
            if self.next() != end:
                self.take(",")
                if self.next() == end:
                    raise _broken("there is a comma too many")
        self.take(end)

    def value(self) -> Any:
        """The next value whole, of at most a megabyte."""
        self.next()
        while True:
            try:
                value, place = _decode(self._window, self._at)
            except JSONDecodeError:
                place = len(self._window)
            except (ValueError, RecursionError) as error:
                raise _broken("a value is not JSON") from error
            else:
                if place < len(self._window) or self._ended:
                    self._at = place
                    return value
            self._go_on_from_here()

    def _go_on_from_here(self) -> None:
        """Read on, for a value that is not all there."""
        if len(self._window) - self._at > ROW_LIMIT:
            raise _broken("a row is longer than a megabyte, or is not JSON")
        if not self._more():
            raise _broken("it ends too soon, or is not JSON")

    def _more(self) -> bool:
        """Read on; False at the end."""
        if self._ended:
            return False
        data = self._read(_CHUNK)
        self._ended = not data
        try:
            more = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise _broken("it is not UTF-8") from error
        self._window = self._window[self._at :] + more
        self._at = 0
        return not self._ended


def _after_blanks(text: str, place: int) -> int:
    blanks = _BLANK.match(text, place)
    return blanks.end() if blanks else place


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LARGEST


def _are_numbers(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_number, value.values()))


def _broken(what: str) -> UsageError:
    """An export that cannot be read, and why."""
    return UsageError(f"This export cannot be read: {what}.", MEND)
