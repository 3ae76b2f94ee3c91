"""A question on a terminal, and nowhere else."""

from collections.abc import Iterable
from typing import IO

from netlog.domain.names import clean
from netlog.errors import RefusedError


def agreed(lines: Iterable[str], stdin: IO[str], stderr: IO[str]) -> bool:
    """Whether somebody says yes to what the last line asks.

    RefusedError where nobody is there to be asked.
    """
    if not stdin.isatty():
        raise RefusedError("Nobody is there to be asked.", "--yes does it unasked.")
    stderr.write("\n".join(map(clean, lines)) + " [y/N] ")
    stderr.flush()
    return stdin.readline().strip().lower() in {"y", "yes"}
