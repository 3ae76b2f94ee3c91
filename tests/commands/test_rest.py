"""netlog rest: never plan them."""

from tests.commands.said import person, without_uids
from tests.running import Netlog


def test_who_rests_is_in_no_plan(netlog: Netlog) -> None:
    """Neither this week nor in a year; it says how to lift it."""
    netlog("add Hal Ortega --every 1m")
    assert netlog("rest hal ortega") == (
        0,
        "Hal Ortega rests: netlog wake hal-ortega\n",
        "",
    )
    for week in ("2025-W23", "2026-W23"):
        plan = netlog(f"due --week {week} --json").data
        assert (plan["new"], plan["keep"], plan["reconnect"]) == ([], [], [])
        assert plan["hidden"] == {"resting": 1}


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who rests."""
    netlog("add Hal")
    said = without_uids(netlog("rest hal --json").data)
    assert said == {"person": person("hal", "Hal")}
