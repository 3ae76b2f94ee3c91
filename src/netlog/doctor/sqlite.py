"""Whether SQLite is new enough, and writes as netlog has it write."""

from netlog.doctor.finding import Finding, Mend, fault
from netlog.doctor.source import Facts

_NEEDED = (3, 37, 0)
"""The first with STRICT tables."""
_WRITES, _WAL = slice(18, 20), b"\x02\x02"


def findings(facts: Facts) -> list[Finding]:
    """An old SQLite; a file that another program put into write-ahead logging."""
    found = []
    if facts.sqlite < _NEEDED:
        version, needed = (".".join(map(str, v)) for v in (facts.sqlite, _NEEDED))
        said = f"This Python has SQLite {version}; netlog needs {needed} or later."
        found.append(fault(said, "pipx reinstall --python python3 netlog-cli"))
    if facts.machine.header[_WRITES] == _WAL:
        found.append(
            fault(
                "Another program made the file write ahead, which is not as safe.",
                "netlog doctor --fix",
                mends=(Mend("wal", facts.machine.database),),
            )
        )
    return found
