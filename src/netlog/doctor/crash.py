"""Whether a crash left something behind that must be rolled back first."""

from netlog.doctor.finding import Finding, Mend, fault
from netlog.doctor.source import Facts
from netlog.domain.examined import CRASHED


def findings(facts: Facts) -> list[Finding]:
    """A journal beside the file, which nobody is writing."""
    if facts.trouble is None or facts.trouble.kind != CRASHED:
        return []
    return [
        fault(
            "A crash left a journal beside the file; opening it puts everything back"
            " as it was before the command that was interrupted.",
            "netlog doctor --fix",
            mends=(Mend("crash", facts.machine.database),),
        )
    ]
