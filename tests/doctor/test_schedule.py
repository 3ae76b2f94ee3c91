"""Whether cron asks for the plan."""

import pytest
from tests.doctor.machines import facts

from netlog.doctor.schedule import findings


@pytest.mark.parametrize(
    "line",
    ["0 8 * * 1 netlog due", "@weekly /usr/bin/netlog --db x due --quiet | mail"],
)
def test_a_line_that_asks_is_well(line: str) -> None:
    """Whatever else stands in the table."""
    assert findings(facts(crontab=f"# mine\n{line}\n")) == []


@pytest.mark.parametrize(
    "table", ["", "# 0 8 * * 1 netlog due\n", "1 1 * * * dueling\n"]
)
def test_no_such_line_is_a_hint(table: str) -> None:
    """One in a remark is none."""
    (found,) = findings(facts(crontab=table)) or []
    assert (found.weight, found.command) == ("hint", "crontab -e")


def test_without_cron_there_is_nothing_to_look_at() -> None:
    """Then something else may ask."""
    assert findings(facts(crontab=None)) is None
