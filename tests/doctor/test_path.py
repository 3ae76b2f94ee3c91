"""Which netlog the shell finds."""

from pathlib import Path

from tests.doctor.machines import NETLOG, facts

from netlog.doctor.path import findings


def test_the_one_that_runs_is_well() -> None:
    """And so is one of which nobody can tell where it runs from."""
    assert findings(facts(own=NETLOG, found=NETLOG)) == []
    assert findings(facts(own=None, found=NETLOG)) == []


def test_another_one_before_it_is_a_hint() -> None:
    """Two on one machine may be of different versions."""
    (found,) = findings(facts(own=NETLOG, found=Path("/usr/bin/netlog")))
    assert found.weight == "hint"
    assert found.sentence == "The shell finds another netlog first: /usr/bin/netlog."


def test_none_is_a_hint() -> None:
    """Cron would find none either."""
    (found,) = findings(facts(found=None))
    assert (found.weight, found.command) == ("hint", "pipx ensurepath")
