"""Gates: what keeps somebody out, in which order, and how each is lifted."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import (
    MONDAY,
    Network,
    ago,
    gates,
    later,
    person,
    skip,
    standing,
)
from tests.running import InProcess

from netlog.plan.gates import GATES, Gates, gates_for, is_new, skip_weeks

ALL: dict[str, Any] = {
    "resting": True,
    "snoozed_until": later(weeks=1),
    "no_sell": True,
    "dropped": True,
    "attempts": 2,
}
HELD = {"skipped": [2], "met": [2], "passed_by": [2], "swapped": [2]}


def lifted(*fields: str) -> dict[str, Any]:
    """Every gate of somebody's own, but these."""
    return {name: value for name, value in ALL.items() if name not in fields}


def without(*names: str) -> dict[str, list[int]]:
    """Every gate of the week, but these."""
    return {name: keys for name, keys in HELD.items() if name not in names}


@pytest.mark.parametrize(
    ("fields", "held", "gate"),
    [
        (ALL, HELD, "resting"),
        (lifted("resting"), HELD, "snoozed"),
        (lifted("resting", "snoozed_until"), HELD, "skipped"),
        (lifted("resting", "snoozed_until"), without("skipped"), "met"),
        (lifted("resting", "snoozed_until"), without("skipped", "met"), ""),
    ],
)
def test_the_first_gate_that_holds_is_the_one(
    fields: dict[str, Any], held: dict[str, list[int]], gate: str
) -> None:
    """Resting before snoozed before skipped before met; people and standings alike."""
    one = person(**fields)
    assert gates(**held).general(one) == gate
    assert gates(**held).general(standing(one)) == gate


@pytest.mark.parametrize(
    ("fields", "held", "gate"),
    [
        (ALL, HELD, "no_sell"),
        (lifted("no_sell"), HELD, "dropped"),
        (lifted("no_sell", "dropped"), HELD, "stuck"),
        ({"attempts": 1}, HELD, "passed_by"),
        ({}, without("passed_by"), "swapped"),
        ({}, without("passed_by", "swapped"), ""),
    ],
)
def test_the_first_gate_of_new_is_the_one(
    fields: dict[str, Any], held: dict[str, list[int]], gate: str
) -> None:
    """A friend, a dropped introduction, two tries, three weeks; one try is none."""
    one = person(**fields)
    assert gates(**held).for_new(one) == gate
    assert gates(**held).for_new(standing(one)) == gate


def test_any_gate_bars_from_new() -> None:
    """Each of them alone, a swap too; and nobody else is barred by it."""
    for name, value in ALL.items():
        assert gates().bars_new(person(**{name: value}))
    for name, keys in HELD.items():
        assert gates(**{name: keys}).bars_new(person())
        assert not gates(**{name: keys}).bars_new(person(3))
    assert not gates().bars_new(person())


@pytest.mark.parametrize(
    ("until", "gate"), [(later(days=1), "snoozed"), (MONDAY, ""), (ago(1), "")]
)
def test_a_snooze_ends_on_its_day(until: date, gate: str) -> None:
    """Not before that day, and from that day on again."""
    assert gates().general(person(snoozed_until=until)) == gate


@pytest.mark.parametrize(
    ("fields", "new"),
    [
        ({}, True),
        ({"touches": 3, "last_contact": ago(3)}, True),
        ({"known": True}, False),
        ({"first_sitdown": ago(3)}, False),
    ],
)
def test_somebody_is_new_until_the_first_sit_down(
    fields: dict[str, Any], *, new: bool
) -> None:
    """And not if the user knew them before netlog."""
    assert is_new(person(**fields)) is new
    assert is_new(standing(person(**fields))) is new


def test_weeks_in_which_somebody_was_skipped_are_counted_once() -> None:
    """Skips, not swaps."""
    skips = [skip("2025-W20"), skip("2025-W21"), skip("2025-W21", "swap")]
    assert skip_weeks(skips) == 2


def test_who_is_held_this_week_is_asked_of_the_database() -> None:
    """Skips and swaps of this week, meetings in person since Monday."""
    network = Network(later(days=-3))
    network.add("ada", "bea", "cal", "dan", "eve", "fay")
    network.put_off("ada")
    network.log("bea", kind="event")
    network.today = later(days=2)
    network.put_off("cal", "skip")
    network.put_off("dan", "swap")
    network.log("eve", kind="event", on=MONDAY)
    network.log("fay", kind="call", on=MONDAY)
    network.log("fay", kind="coffee", on=MONDAY, answered=False)
    ids = {name: frozenset({network.person(name).id}) for name in ("cal", "dan", "eve")}
    found = gates_for(network.context(), network.store)
    none: frozenset[int] = frozenset()
    held = (ids["cal"], ids["dan"], ids["eve"], none, none)
    assert found == Gates(later(days=2), *held)


SET_UP = {
    "resting": ["rest ann"],
    "snoozed until Tue 1 Jul 2025": ["snooze ann 2025-07-01"],
    "skipped this week": ["skip ann"],
    "a friend: never in new (no-sell)": ["edit ann --no-sell"],
    "2 tries and no answer": ["log ann -k call --no-answer"] * 2,
    "picked in three weeks, and never met": [
        f"due --today 2025-{day}" for day in ("05-12", "05-19", "05-26")
    ],
    "swapped for another pick this week": ["due", "swap"],
}


@pytest.mark.parametrize("says", SET_UP)
def test_the_command_that_lifts_a_gate_lifts_it(netlog: InProcess, says: str) -> None:
    """`why` names the gate and the command; typed, it brings them in."""
    netlog("add Hal --known")
    netlog("add Ann --via Hal --on 2025-04-01")
    for line in SET_UP[says]:
        assert netlog(line).code == 0
    held = netlog("why ann --json").data
    assert held["gate"] == says
    assert netlog("due --json").data["new"] == []
    assert netlog(held["lift"].removeprefix("netlog ")).code == 0
    assert netlog("why ann --json").data["gate"] is None
    assert [one["handle"] for one in netlog("due --json").data["new"]] == ["ann"]


def test_a_dropped_introduction_is_lifted_by_the_one_who_made_it(
    netlog: InProcess,
) -> None:
    """Said again by whoever introduces them, it is made."""
    netlog("add Hal --known")
    netlog("add Ann --via Hal --on 2025-04-01")
    netlog("intro ann --by hal --state dropped")
    held = netlog("why ann --json").data
    assert held["gate"] == "the introduction was dropped"
    assert held["lift"] == "netlog intro ann --by hal --state made"
    assert netlog(held["lift"].removeprefix("netlog ")).code == 0
    assert netlog("why ann --json").data["gate"] is None
    assert [one["handle"] for one in netlog("due --json").data["new"]] == ["ann"]


def test_who_was_met_this_week_waits_for_the_next(netlog: InProcess) -> None:
    """Nothing lifts it but Monday."""
    netlog("add Ann --at market")
    held = netlog("why ann --json").data
    assert (held["gate"], held["lift"]) == ("met this week already", None)
    assert netlog("due --json").data["new"] == []
    monday = netlog("due --json --today 2025-06-09").data
    assert [one["handle"] for one in monday["new"]] == ["ann"]


def test_every_gate_says_why_and_names_a_command() -> None:
    """All but the one that nothing lifts."""
    one = person(snoozed_until=later(weeks=4), attempts=3)
    said = {
        name: (gate.says(gates(), one), gate.lift(one, "hal"))
        for name, gate in GATES.items()
    }
    assert all(why for why, _ in said.values())
    bare = {name for name, (_, lift) in said.items() if not lift}
    assert bare == {"met"}
    assert all(one.handle in lift for _, lift in said.values() if lift)
    assert {name for name, (_, lift) in said.items() if "hal" in lift} == {"dropped"}
    assert list(GATES) == [
        *("resting", "snoozed", "skipped", "met"),
        *("no_sell", "dropped", "stuck", "passed_by", "swapped"),
    ]
