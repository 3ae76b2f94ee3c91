"""Whether there is a database, and this netlog can read it."""

from shlex import quote

from netlog.doctor.finding import Finding, fault, hint
from netlog.doctor.machine import Machine
from netlog.doctor.source import Facts
from netlog.domain.examined import CRASHED, DAMAGED, FOREIGN, NEWER, Trouble

_LAST = "netlog restore last"
_COMMANDS = {
    DAMAGED: _LAST,
    FOREIGN: "netlog info",
    NEWER: "pipx upgrade netlog-cli",
}


def findings(facts: Facts) -> list[Finding]:
    """No file, an empty one, one of another program, an older or a newer one."""
    if not facts.machine.exists:
        return [_missing(facts.machine)]
    if facts.trouble is None:
        return [] if facts.is_current else [_older()]
    if facts.trouble.kind == CRASHED:
        return []
    return [_unreadable(facts.machine, facts.trouble)]


def _missing(machine: Machine) -> Finding:
    said = f"There is no database at {machine.locations.database}"
    if machine.backed_up:
        return fault(f"{said}, but backups of it are there.", _LAST)
    if machine.locations.chosen:
        return fault(f"{said}.", "netlog restore")
    return hint(f"{said}.", "netlog add NAME")


def _unreadable(machine: Machine, trouble: Trouble) -> Finding:
    path = machine.locations.database
    if trouble.kind == FOREIGN and path.is_file() and path.stat().st_size == 0:
        return fault(f"{path} is empty.", _LAST)
    if trouble.kind == FOREIGN and machine.backed_up:
        return fault(trouble.sentence, _LAST)
    look = f"ls -l {quote(str(path))}"
    return fault(trouble.sentence, _COMMANDS.get(trouble.kind, look))


def _older() -> Finding:
    return hint(
        "An older netlog wrote the database; the next command brings it up to date.",
        "netlog info",
    )
