"""Questions to whoever sits at the terminal."""

import sys

from netlog.domain.names import clean
from netlog.errors import RefusedError
from netlog.output.write import tell

YES = ("y", "yes")


def answer_to(*asked: str, chosen: str) -> str:
    """What somebody types after some lines, of which the last one asks.

    `chosen` is the format asked for.  RefusedError where there is one, or where nobody
    sits at a terminal.
    """
    if chosen or sys.stdin is None or not sys.stdin.isatty():
        raise RefusedError("Nobody is there to be asked.", "--yes does it unasked.")
    for text in asked[:-1]:
        tell(text)
    sys.stderr.write(f"{clean(asked[-1])} ")
    sys.stderr.flush()
    return clean(sys.stdin.readline())


def agree(*asked: str, chosen: str, otherwise: str) -> None:
    """Go on where the answer is yes; RefusedError in these words if it is not."""
    question = f"{asked[-1]} [y/N]"
    if answer_to(*asked[:-1], question, chosen=chosen).lower() not in YES:
        raise RefusedError(otherwise, "All is as it was.")
