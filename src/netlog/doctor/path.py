"""Whether the shell finds the netlog that runs."""

from netlog.doctor.finding import Finding, hint
from netlog.doctor.source import Facts


def findings(facts: Facts) -> list[Finding]:
    """None on the PATH, or another one before it."""
    machine = facts.machine
    if machine.found is None:
        said = "The shell finds no netlog on its PATH, and cron would not either."
        return [hint(said, "pipx ensurepath")]
    if machine.own and machine.found.resolve() != machine.own:
        said = f"The shell finds another netlog first: {machine.found}."
        return [hint(said, "type -a netlog")]
    return []
