"""What a check finds: how grave it is, in a sentence, and what to do about it."""

from collections.abc import Iterable, Sequence
from typing import Any

from netlog.namedtuple import NamedTuple

FAULT, HINT = "fault", "hint"
_SHOWN = 5


class Mend(NamedTuple):
    """One thing that `doctor --fix` can put right: how, and what.

    `how` is a key of the ways in `doctor.fix`.
    """

    how: str
    what: Any


class Finding(NamedTuple):
    """One thing that is not as it should be.

    A fault is something wrong; a hint only wants to be looked at.  `command` is what
    to type.  Neither holds anything private but handles.  `lost`: something was lost,
    and what follows from it must not be mended before it is put back.
    """

    weight: str
    sentence: str
    command: str = ""
    handles: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()
    lost: bool = False


def fault(sentence: str, command: str = "", **more: Any) -> Finding:
    """Something is wrong."""
    return Finding(FAULT, sentence, command, **more)


def hint(sentence: str, command: str = "", **more: Any) -> Finding:
    """Something wants to be looked at."""
    return Finding(HINT, sentence, command, **more)


def some(names: Sequence[object]) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(str(name) for name in names[:_SHOWN])
    more = len(names) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def mend_each(how: str, targets: Iterable[Any]) -> tuple[Mend, ...]:
    """The same mend for each of several."""
    return tuple(Mend(how, target) for target in targets)
