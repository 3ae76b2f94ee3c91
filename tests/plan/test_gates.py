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

from netlog.plan.gates import GATES, Gates, is_new, skip_weeks

ALL: dict[str, Any] = {
    "entity": "company",
    "resting": True,
    "snoozed_until": later(weeks=1),
    "no_sell": True,
    "dropped": True,
    "open_tries": 2,
}
HELD = {name: [2] for name in ("skipped", "booked", "met", "passed_by", "swapped")}


def lifted(*fields: str) -> dict[str, Any]:
    """Every gate of somebody's own, but these."""
    return {name: value for name, value in ALL.items() if name not in fields}


def without(*names: str) -> dict[str, list[int]]:
    """Every gate of the week, but these."""
    return {name: keys for name, keys in HELD.items() if name not in names}


@pytest.mark.parametrize(
    ("fields", "held", "gate"),
    [
        (ALL, HELD, "no_person"),
        (lifted("entity"), HELD, "resting"),
        (lifted("entity", "resting"), HELD, "snoozed"),
        (lifted("entity", "resting", "snoozed_until"), HELD, "skipped"),
        (
            lifted("entity", "resting", "snoozed_until"),
            without("skipped"),
            "booked",
        ),
        (
            lifted("entity", "resting", "snoozed_until"),
            without("skipped", "booked"),
            "",
        ),
    ],
)
def test_the_first_gate_of_every_slot_is_the_one(
    fields: dict[str, Any], held: dict[str, list[int]], gate: str
) -> None:
    """A company before resting, snoozed, skipped, booked; of standings as of people."""
    somebody = person(**fields)
    assert gates(**held).general(somebody) == gate
    assert gates(**held).general(standing(somebody)) == gate


@pytest.mark.parametrize(
    ("fields", "held", "gate"),
    [
        (ALL, HELD, "met"),
        (ALL, without("met"), "no_sell"),
        (lifted("no_sell"), without("met"), "dropped"),
        (lifted("no_sell", "dropped"), without("met"), "stuck"),
        ({"open_tries": 1}, without("met"), "passed_by"),
        ({}, without("met", "passed_by"), "swapped"),
        ({}, without("met", "passed_by", "swapped"), ""),
    ],
)
def test_the_first_gate_of_new_is_the_one(
    fields: dict[str, Any], held: dict[str, list[int]], gate: str
) -> None:
    """Met this week, a friend, dropped, two tries, three weeks; one try is none."""
    somebody = person(**fields)
    assert gates(**held).for_new(somebody) == gate
    assert gates(**held).for_new(standing(somebody)) == gate


@pytest.mark.parametrize("entity", ["company", "mailbox", "group"])
def test_a_record_of_no_person_is_held_everywhere(entity: str) -> None:
    """And says what it is."""
    held = person(entity=entity)
    assert gates().general(held) == "no_person"
    assert gates().put_off(held)
    assert GATES["no_person"].says(gates(), held) == f"a {entity}, not a person"


@pytest.mark.parametrize(
    ("fields", "held", "put_off"),
    [
        ({"resting": True}, {}, True),
        ({"snoozed_until": later(days=1)}, {}, True),
        ({}, {"skipped": [2]}, True),
        ({}, {"booked": [2]}, False),
        ({}, {"met": [2]}, False),
        ({"no_sell": True}, {}, False),
        ({"open_tries": 9}, {}, False),
        ({}, {"passed_by": [2], "swapped": [2]}, False),
    ],
)
def test_nothing_is_asked_about_who_was_put_off(
    fields: dict[str, Any], held: dict[str, list[int]], *, put_off: bool
) -> None:
    """The user said so; whoever is booked is still thanked and promised to."""
    assert gates(**held).put_off(person(**fields)) is put_off


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
        ({"touches": 3, "last_contact": ago(3), "connected": True}, True),
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
    """Skips and swaps of this week, meetings since Monday, what is booked and open."""
    network = Network(later(days=-3))
    network.add("ada", "bea", "cal", "dan", "eve", "fay", "gus", "hal")
    network.put_off("ada")
    network.log("bea", kind="event")
    network.today = later(days=2)
    network.put_off("cal", "skip")
    network.put_off("dan", "swap")
    network.log("eve", kind="event", on=MONDAY)
    network.log("fay", on=later(days=1))
    network.log("gus", kind="call", on=MONDAY)
    network.log("gus", on=MONDAY, answered="no")
    network.book("gus", "hal", on=later(weeks=5))
    network.book("ada", on=later(days=1))
    network.book("bea", on=later(days=4), state="cancelled")
    held = {
        "skipped": ("cal",),
        "swapped": ("dan",),
        "met": ("eve", "fay"),
        "sat_with": ("fay",),
        "booked": ("ada", "gus", "hal"),
        "passed_by": (),
    }
    ids = {
        name: frozenset(network.person(who).id for who in people)
        for name, people in held.items()
    }
    found = network.inputs().gates
    assert found == Gates(later(days=2), **ids)
    assert found.by_number() == frozenset.union(
        *(ids[name] for name in ("skipped", "swapped", "booked"))
    )


@pytest.mark.parametrize("what", ["", "heard", "met", "introduced", "dropped", "woken"])
@pytest.mark.parametrize("how", ["sent", "tried", "both"])
def test_two_things_sent_or_tried_and_nothing_heard_keep_out_of_new(
    how: str, what: str
) -> None:
    """Whoever it is, until heard, met, introduced anew, or woken."""
    network = Network()
    network.add("hal", "pat", no_sell=True)
    network.add("ann")
    for day in (MONDAY, ago(9)):
        if how == "tried" or (how == "both" and day == MONDAY):
            network.tries("ann", day)
        else:
            network.sends("ann", day)
    if what == "heard":
        network.hears("ann")
    elif what == "met":
        network.log("ann", kind="event", on=ago(0))
    elif what in {"introduced", "dropped"}:
        state = "made" if what == "introduced" else what
        network.introduce("ann", by="pat", on=MONDAY, state=state)
    elif what == "woken":
        network.wake("ann")
    gate = {"": "stuck", "met": "met", "dropped": "dropped"}.get(what, "")
    ann = network.person("ann")
    assert network.inputs().gates.for_new(ann) == gate
    assert ann.open_tries == {"": 2, "dropped": 2}.get(what, 0)


SET_UP = {
    "resting": ["rest ann"],
    "snoozed until Tue 1 Jul 2025": ["snooze ann 2025-07-01"],
    "skipped this week": ["skip ann"],
    "a friend: never in new (no-sell)": ["edit ann --no-sell"],
    "2 sent or tried, and no answer": ["log ann -k call --no-answer"] * 2,
    "picked in three weeks, and nothing came of it": [
        f"due --today 2025-{day}" for day in ("05-12", "05-19", "05-26")
    ],
    "swapped for another pick this week": ["due", "swap"],
}


@pytest.mark.parametrize("says", SET_UP)
def test_the_command_that_lifts_a_gate_lifts_it(netlog: InProcess, says: str) -> None:
    """`why` names the gate and the command; typed, it brings them in."""
    netlog("add Hal --no-sell")
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
    netlog("add Hal --no-sell")
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
    somebody = person(snoozed_until=later(weeks=4), open_tries=3)
    said = {
        name: (gate.says(gates(), somebody), gate.lift(somebody, "hal"))
        for name, gate in GATES.items()
    }
    assert all(why for why, _ in said.values())
    bare = {name for name, (_, lift) in said.items() if not lift}
    assert bare == {"met"}
    assert all(somebody.handle in lift for _, lift in said.values() if lift)
    assert {name for name, (_, lift) in said.items() if "hal" in lift} == {"dropped"}
    assert list(GATES) == [
        *("no_person", "resting", "snoozed", "skipped", "booked", "met"),
        *("no_sell", "dropped", "stuck", "passed_by", "swapped"),
    ]
