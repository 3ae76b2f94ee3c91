"""Whether the config says what netlog can take."""

from shlex import quote

from netlog.doctor.finding import Finding, fault
from netlog.doctor.source import Facts


def findings(facts: Facts) -> list[Finding]:
    """Keys that are not known, and values that cannot be."""
    command = f'"${{EDITOR:-vi}}" {quote(str(facts.machine.locations.config))}'
    return [fault(said, command) for said in facts.config]
