"""The pick is pinned: the same from Monday to Sunday, whatever else happens."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

import pytest
from tests.plan.builders import Network, ago, handles, later
from tests.running import InProcess

from netlog.db import sql
from netlog.domain.pins import ToPin
from netlog.errors import DatabaseError
from netlog.plan.week import pinned_plan

DAYS = [f"2025-06-{day:02}" for day in range(2, 9)]


@pytest.fixture
def told(netlog: InProcess) -> InProcess:
    """Hal, a friend, introduced four people, the later the better; luck is out."""
    config = netlog.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[weights.new]\nluck = 0\n")
    netlog("add Hal --no-sell --every 1y")
    for day, name in (("05", "Dan"), ("10", "Cal"), ("15", "Bea"), ("20", "Ada")):
        assert netlog(f"add {name} --via Hal --on 2025-05-{day}").err == ""
    return netlog


def new(netlog: InProcess, line: str = "due") -> list[str]:
    """The pick and its alternates."""
    data = netlog(f"{line} --json").data
    return [one["handle"] for one in data["new"] + data["alternates"]]


def pins(netlog: InProcess) -> list[tuple[str, str, int]]:
    """Slot, period and place of the picks."""
    with closing(sqlite3.connect(netlog.db)) as file:
        return file.execute(
            "SELECT slot, period, place FROM pin WHERE slot = 'new' ORDER BY 3"
        ).fetchall()


def test_the_pick_stays_whatever_is_told_of_others(told: InProcess) -> None:
    """Each day something that would make somebody else the best."""
    picked = new(told)
    assert len(picked) == 3
    happens = [
        "add Zoe --via Hal --on today",
        "add Yan --met --on today",
        "log bea -k call",
        "intro Dan --by Yan",
        'promise cal "a book"',
        "edit hal --kind client",
    ]
    for day, line in zip(DAYS, happens, strict=False):
        assert told(f"{line} --today {day}").code == 0
        assert new(told, f"due --today {day}") == picked
    assert new(told, "due --today 2025-06-08") == picked


def test_a_new_week_has_a_new_choice(told: InProcess) -> None:
    """What was pinned last week is over."""
    first = new(told)
    told("add Zoe --via Hal --on 2025-06-05 --today 2025-06-05")
    assert new(told, "due --today 2025-06-08") == first
    assert new(told, "due --today 2025-06-09")[0] == "zoe"


def test_a_sit_down_with_another_new_person_leaves_the_pick(told: InProcess) -> None:
    """It is for the next week then, and is ranked again when that comes."""
    picked = new(told)
    told("log dan -k lunch --today 2025-06-04")
    due = told("due --json --today 2025-06-05").data
    assert due["new_done"] is True
    assert new(told, "due --today 2025-06-05") == picked
    assert due["numbers"]["coffees"] == 1
    assert new(told, "due --today 2025-06-09")[0] == picked[0]


def test_a_coffee_with_the_pick_is_done_and_the_next_is_another(
    told: InProcess,
) -> None:
    """Never the same one."""
    pick, following, _ = new(told)
    told(f"log {pick} -k coffee")
    due = told("due --json").data
    assert due["new_done"] is True
    assert new(told)[0] == following
    assert new(told, "due --today 2025-06-09")[0] == following


def test_swap_gives_the_first_alternate_and_remembers_it(told: InProcess) -> None:
    """For the rest of the week, and for that week alone; a third one moves up."""
    assert new(told) == ["ada", "bea", "cal"]
    swapped = told("swap --json").data
    assert swapped["person"]["handle"] == "ada"
    assert [one["handle"] for one in swapped["new"]] == ["bea"]
    for day in DAYS:
        assert new(told, f"due --today {day}") == ["bea", "cal", "dan"]
    assert new(told, "due --today 2025-06-09")[0] == "ada"


def test_swap_goes_on_to_the_last(told: InProcess) -> None:
    """After the alternates come others, and then nobody."""
    order = ["ada", "bea", "cal", "dan"]
    assert new(told) == order[:3]
    for place in range(1, 5):
        assert told("swap").code == 0
        assert new(told) == order[place : place + 3]
    assert told("swap --json").error["code"] == "refused"


def test_swap_without_a_plan_before_it_makes_one(told: InProcess) -> None:
    """It swaps whom `due` would have shown."""
    assert told("swap --json").data["person"]["handle"] == "ada"
    assert new(told) == ["bea", "cal", "dan"]


def test_undo_takes_back_a_swap_and_nothing_else_touches_it(told: InProcess) -> None:
    """Undo of something else leaves the pick as it is."""
    before = new(told)
    told("swap")
    after = new(told)
    told("log hal -k call")
    assert told("undo").code == 0
    assert new(told) == after == ["bea", "cal", "dan"]
    assert told("undo").code == 0
    assert new(told) == before == ["ada", "bea", "cal"]
    assert told("redo").code == 0
    assert new(told) == after


def test_undo_of_a_coffee_gives_the_pick_back(told: InProcess) -> None:
    """As it was; who moved up in between stands behind."""
    order = new(told)
    told(f"log {order[0]} -k coffee")
    assert new(told) == ["bea", "cal", "dan"]
    told("undo")
    assert new(told) == order


def test_looking_never_pins(told: InProcess) -> None:
    """Neither `why`, nor another week, nor an error."""
    for line in ("why ada", "due --week 2025-W24", "due --week 2025-05-28", "why zzz"):
        told(line)
        assert pins(told) == []
    told("due --week 2025-W23")
    assert pins(told) == [("new", "2025-W23", place) for place in range(3)]


def test_the_three_are_pinned_together_and_once(told: InProcess) -> None:
    """A second look writes nothing; --check, --json and --quiet look too."""
    for line in ("due --check", "due", "due --json", "due --quiet --all"):
        told(line)
        assert pins(told) == [("new", "2025-W23", place) for place in range(3)]


def test_swap_brings_in_whom_it_names(told: InProcess) -> None:
    """Before all others, for the rest of the week; somebody not connected too."""
    told("add Kim --known --every 1y")
    new(told)
    assert told("swap dan").code == 0
    assert new(told) == ["dan", "bea", "cal"]
    assert new(told, "due --today 2025-06-08") == ["dan", "bea", "cal"]
    told("swap")
    assert new(told) == ["bea", "cal"]
    told("swap kim")
    assert new(told) == ["kim", "cal"]


ENDINGS = [
    "rm {pick}",
    "rest {pick}",
    "skip {pick}",
    "snooze {pick} 2025-07-01",
    "edit {pick} --no-sell",
    "edit {pick} --known",
    "intro {pick} --by hal --state dropped",
    "log {pick} -k event",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_pin_ends_when_its_person_is_gone_or_held(
    told: InProcess, ending: str
) -> None:
    """The first alternate stands there; taken back, the pick does again."""
    assert new(told) == ["ada", "bea", "cal"]
    assert told(ending.format(pick="ada")).code == 0
    assert new(told) == ["bea", "cal", "dan"]
    told("undo")
    assert new(told) == ["ada", "bea", "cal"]


def test_an_alternate_that_is_held_is_passed_over(told: InProcess) -> None:
    """Another moves up behind the rest, and stays there."""
    new(told)
    told("rest bea")
    assert new(told) == ["ada", "cal", "dan"]
    told("add Zoe --via Hal")
    assert new(told) == ["ada", "cal", "dan"]
    told("swap")
    assert new(told) == ["cal", "dan", "zoe"]


def test_when_all_three_are_gone_others_are_pinned(told: InProcess) -> None:
    """After them, in the same week."""
    for handle in new(told):
        told(f"rest {handle}")
    assert new(told) == ["dan"]
    told("add Zoe --via Hal")
    assert new(told) == ["dan", "zoe"]
    assert pins(told)[-2:] == [("new", "2025-W23", 3), ("new", "2025-W23", 4)]


def test_where_nobody_was_left_somebody_added_is_picked(netlog: InProcess) -> None:
    """An empty week pins nobody."""
    netlog("add Hal --no-sell")
    assert new(netlog) == []
    netlog("add Ada --via Hal")
    assert new(netlog) == ["ada"]


def test_a_file_that_cannot_be_written_is_planned_unpinned(
    told: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a word on stderr, and the plan all the same."""

    def refuse(*_: object) -> None:
        raise DatabaseError("The disk is full.")

    monkeypatch.setattr("netlog.repository.plan.pin", refuse)
    ran = told("due --json")
    assert (ran.code, ran.err) == (
        0,
        "netlog: The pick is not pinned: The disk is full.\n",
    )
    assert ran.data["new"][0]["handle"] == "ada"
    assert pins(told) == []


def test_who_pinned_first_is_right() -> None:
    """An insert yields to what is there: two first looks show one pick."""
    network = Network()
    network.add("hal", known=True)
    network.add("ada", via="hal", on=ago(9))
    network.add("bea", via="hal", on=ago(30))
    late = network.plan()
    network.rest("ada")
    assert handles(network.due().new.pick) == ["bea"]
    network.wake("ada")
    assert handles(late.new.pick) == ["ada"]
    network.due(later(days=1))
    assert handles(network.plan().new.pick) == ["bea"]


def test_who_is_pinned_meanwhile_is_shown() -> None:
    """Between the plan and its pins another netlog pinned somebody else."""
    network = Network()
    network.add("hal", known=True)
    network.add("ada", via="hal", on=ago(9))
    network.add("bea", via="hal", on=ago(30))

    def pin_late(wanted: Sequence[ToPin]) -> None:
        bea = network.person("bea").id
        network.pin([ToPin("new", "2025-W23", 0, network.today, bea)])
        network.pin(wanted)

    plan = pinned_plan(network.context(), network.store, pin_late, pytest.fail)
    assert handles(plan.new.pick) == ["bea"]


def test_another_week_pins_nobody() -> None:
    """It is looked at from its Monday, and may be planned otherwise when it comes."""
    network = Network()
    network.add("hal", known=True)
    network.add("ada", via="hal", on=ago(9))
    following = network.context(network.context().week.next())
    plan = pinned_plan(following, network.store, network.pin, pytest.fail)
    assert handles(plan.new.pick) == ["ada"]
    assert sql.pins(network.store, "new", following.week.code) == []


def test_somebody_connected_takes_the_week_from_strangers() -> None:
    """And gives it back when they are put off."""
    network = Network()
    network.add("s1", "s2", "s3", source="linkedin")
    drawn = handles(network.due().new.pick)
    network.add("ada")
    plan = network.due(later(days=1))
    assert handles(plan.new.pick + plan.new.alternates) == ["ada"]
    assert network.pinned("new")[-1] == "ada"
    network.put_off("ada", "swap")
    assert handles(network.due(later(days=2)).new.pick) == drawn
