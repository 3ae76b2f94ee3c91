"""Whether anything runs `netlog due` by itself."""

import re

from netlog.doctor.finding import Finding, hint
from netlog.doctor.source import Facts

_DUE = re.compile(r"^(?!\s*#).*\bnetlog\b.*\bdue\b", re.MULTILINE)


def findings(facts: Facts) -> list[Finding] | None:
    """Where there is cron, a line of it that asks for the plan."""
    if facts.machine.crontab is None:
        return None
    if _DUE.search(facts.machine.crontab):
        return []
    said = "Nothing asks for the plan on Mondays; cron could: 0 8 * * 1 netlog due."
    return [hint(said, "crontab -e")]
