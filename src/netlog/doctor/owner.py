"""Whether everything belongs to whoever runs netlog."""

from shlex import quote

from netlog.doctor.finding import Finding, fault
from netlog.doctor.machine import CONFIG, FOLDER
from netlog.doctor.source import Facts


def findings(facts: Facts) -> list[Finding]:
    """Files of somebody else's, as sudo leaves them behind."""
    return [
        fault(
            f"{seen.path} belongs to another user of this machine.",
            f'sudo chown "$(id -u)" {quote(str(seen.path))}',
        )
        for seen in facts.machine.seen
        if seen.owner != facts.machine.user and seen.what not in {FOLDER, CONFIG}
    ]
