"""netlog wake: plan them again."""

import pytest
from tests.commands.said import person, without_uids
from tests.running import Netlog


@pytest.mark.parametrize("held", ["rest hal", "snooze hal 2m", "skip hal", "swap"])
def test_wake_lifts_it(netlog: Netlog, held: str) -> None:
    """Whatever kept them out: they are in the plan again."""
    netlog("add Hal --met")
    netlog("add Zoe")
    netlog("due --today 2025-06-10")
    netlog(f"{held} --today 2025-06-10")
    why = netlog("why hal --today 2025-06-10 --json").data
    assert why["lift"] == "netlog wake hal"
    assert netlog("wake hal --today 2025-06-10") == (
        0,
        "Hal can be planned again: netlog why hal\n",
        "",
    )
    why = netlog("why hal --today 2025-06-10 --json").data
    slots = [one["slot"] for one in why["reasons"]]
    assert (why["gate"], slots) == (None, ["follow_up", "new"])


def test_what_was_put_off_in_another_week_stays_so(netlog: Netlog) -> None:
    """It is part of how that week was."""
    netlog("add Hal --met")
    netlog("skip hal")
    netlog("wake hal --today 2025-06-10")
    assert "skipped" in netlog("why hal --today 2025-06-03").out


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who is awake."""
    netlog("add Hal")
    said = without_uids(netlog("wake hal --json").data)
    assert said == {"person": person("hal", "Hal")}
