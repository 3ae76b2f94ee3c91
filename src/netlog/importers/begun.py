"""A file of which the beginning is read: what it is can be asked before the rest."""

import re
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from netlog.errors import NotFoundError
from netlog.importers.decoding import FILE_LIMIT
from netlog.importers.whole import LOOK, is_export

STDIN = Path("-")


class Begun:
    """A file, or stdin for -, opened once; it may be a pipe."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file: IO[bytes] = (
                sys.stdin.buffer if path == STDIN else path.open("rb")
            )
            self._head = self._file.read(LOOK)
        except OSError as error:
            raise NotFoundError(
                f"{path} cannot be read: {error.strerror}.", _advice(path)
            ) from error

    @property
    def is_export(self) -> bool:
        """Whether it is a whole export of netlog's."""
        return is_export(self._head)

    def read(self, size: int) -> bytes:
        """The next bytes, at most so many or those that are read already."""
        head, self._head = self._head, b""
        return head or self._file.read(size)

    def data(self) -> bytes:
        """All of it, or a little more than a file may have."""
        return self._head + self._file.read(FILE_LIMIT + 1 - len(self._head))

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
