"""Whether anybody else may read or write what is private."""

from collections.abc import Iterator
from shlex import quote
from stat import S_ISVTX, filemode

from netlog.doctor.finding import Finding, Mend, fault
from netlog.doctor.machine import CONFIG, FOLDER, Seen
from netlog.doctor.source import Facts

_OTHERS, _OTHERS_WRITE = 0o077, 0o022


def findings(facts: Facts) -> list[Finding]:
    """Files that are not 0600, folders that are not 0700."""
    return [one for seen in facts.machine.seen for one in _of(seen)]


def _of(seen: Seen) -> Iterator[Finding]:
    open_bits = seen.mode & (
        _OTHERS_WRITE if seen.what in {FOLDER, CONFIG} else _OTHERS
    )
    if not open_bits or (seen.what == FOLDER and seen.mode & S_ISVTX):
        return
    wanted = seen.mode & ~open_bits
    yield fault(
        f"Others can {_deeds(open_bits)} {seen.path} ({filemode(seen.mode)[1:]}).",
        f"chmod {_change(open_bits)} {quote(str(seen.path))}",
        mends=() if seen.what == FOLDER else (Mend("mode", (seen.path, wanted)),),
    )


def _deeds(bits: int) -> str:
    reads, writes = bits & 0o055, bits & _OTHERS_WRITE
    return "read and write" if reads and writes else "write" if writes else "read"


def _change(bits: int) -> str:
    return "go-rwx" if bits & 0o055 else "go-w"
