"""Whether there is a database, and this netlog can read it."""

from shlex import quote

from netlog.doctor.finding import Finding, fault, hint
from netlog.doctor.source import Facts
from netlog.domain.examined import CRASHED, DAMAGED, FOREIGN, NEWER

_COMMANDS = {
    DAMAGED: "netlog restore",
    FOREIGN: "netlog info",
    NEWER: "pipx upgrade netlog-cli",
}


def findings(facts: Facts) -> list[Finding]:
    """No file, an empty one, one of another program, an older or a newer one."""
    machine, trouble = facts.machine, facts.trouble
    path = machine.locations.database
    if not machine.exists:
        said = f"There is no database at {path}."
        if machine.locations.chosen:
            return [fault(said, "netlog restore")]
        return [hint(said, "netlog add NAME")]
    if trouble is None:
        return [] if facts.is_current else [_older()]
    if trouble.kind == CRASHED:
        return []
    if path.is_file() and path.stat().st_size == 0:
        return [fault(f"{path} is empty.", "netlog restore")]
    look = f"ls -l {quote(str(path))}"
    return [fault(trouble.sentence, _COMMANDS.get(trouble.kind, look))]


def _older() -> Finding:
    return hint(
        "An older netlog wrote the database; the next command brings it up to date.",
        "netlog info",
    )
