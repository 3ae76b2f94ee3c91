"""Whom to ask for an introduction, where nobody connected is left."""

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later

from netlog.plan.result import Line


@pytest.fixture
def circle() -> Network:
    """Ada introduced two, Bea one; all were met within the year."""
    made = Network()
    made.add("ada", "bea", known=True)
    made.add("cal", "dan", "eve")
    made.introduce("cal", "dan", by="ada", on=ago(200))
    made.introduce("eve", by="bea", on=ago(200))
    made.log("cal", "dan", "eve", on=ago(100))
    for days in (40, 30, 20):
        made.log("cal", kind="call", on=ago(days))
    made.log("eve", kind="call", on=ago(20))
    return made


def ask(network: Network) -> Line | None:
    """Whom the plan would ask."""
    return network.plan().new.ask


def asked(network: Network, *weeks: int) -> list[str]:
    """Who is asked on the Mondays of these weeks, '' for nobody."""
    plans = [network.due(later(weeks=week)) for week in weeks]
    return [plan.new.ask.person.handle if plan.new.ask else "" for plan in plans]


def test_who_introduced_most_is_asked_first(circle: Network) -> None:
    """With how many, and what to type."""
    line = ask(circle)
    assert line
    assert (line.person.handle, line.text, line.next) == (
        "ada",
        "ask whom you should meet, introduced 2 so far",
        "netlog log ada -k message",
    )


def test_one_after_the_other_is_asked_introducers_before_much_contact(
    circle: Network,
) -> None:
    """A week each, and then nobody until a quarter later."""
    weeks = asked(circle, *range(7))
    assert weeks == ["ada", "bea", "cal", "eve", "dan", "", ""]
    assert asked(circle, 12, 13, 14) == ["", "ada", "bea"]


def test_it_is_noted_as_pins_are(circle: Network) -> None:
    """By the plan of the current week alone, and the week keeps it."""
    circle.plan()
    assert circle.pinned("ask") == []
    circle.due()
    assert circle.pinned("ask") == ["ada"]
    circle.add("fay", known=True)
    circle.introduce("cal", "dan", "eve", by="fay", on=ago(300))
    line = ask(circle)
    assert line
    assert line.person.handle == "ada"


def test_once_there_was_contact_nobody_else_is_asked_this_week(circle: Network) -> None:
    """A message is enough."""
    circle.due()
    circle.log("ada", kind="message")
    assert ask(circle) is None
    assert asked(circle, 1) == ["bea"]


@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize("how", ["rest", "skip", "snooze", "remove"])
def test_who_is_held_or_gone_gives_way(
    circle: Network, how: str, *, noted: bool
) -> None:
    """Before they were noted, and after it."""
    circle.edit("bea", no_sell=True)
    if noted:
        circle.due()
    if how == "rest":
        circle.rest("ada")
    elif how == "skip":
        circle.put_off("ada")
    elif how == "snooze":
        circle.snooze("ada", later(days=3))
    else:
        circle.remove("ada")
    line = circle.due().new.ask
    assert line
    assert (line.person.handle, line.text) == (
        "bea",
        "ask whom you should meet, introduced 1 so far",
    )
    assert circle.pinned("ask")[-1] == "bea"


def test_somebody_connected_comes_before_asking(circle: Network) -> None:
    """Then nobody is asked, and nobody noted."""
    circle.add("zoe")
    assert circle.due().new.ask is None
    assert circle.pinned("ask") == []


def test_who_is_asked_is_not_the_pick_too(circle: Network) -> None:
    """Ada has no coffee on record; she is asked, and Bea is the pick."""
    slot = circle.due().new
    assert slot.ask
    assert slot.ask.person.handle == "ada"
    assert handles(slot.pick + slot.alternates) == ["bea"]
    assert circle.pinned("new") == ["bea"]


def test_who_is_picked_is_not_asked_in_the_same_week(circle: Network) -> None:
    """Where the one who was to be asked is held, Bea stays the pick."""
    circle.due()
    circle.rest("ada")
    circle.rest("eve")
    slot = circle.due().new
    assert handles(slot.pick) == ["bea"]
    assert slot.ask
    assert slot.ask.person.handle == "cal"


def test_three_are_pinned_though_one_is_asked() -> None:
    """Another one takes the place of who is asked."""
    network = Network()
    network.add("ada", "bea", "cal", "dan", known=True)
    network.log("ada", "bea", "cal", "dan", on=ago(400))
    network.log("bea", kind="call", on=ago(20))
    slot = network.due().new
    assert slot.ask
    assert slot.ask.person.handle == "bea"
    assert set(network.pinned("new")) == {"ada", "cal", "dan"}
    assert network.due().new.to_pin == ()


def test_who_is_new_knows_nobody_for_me_yet() -> None:
    """A stranger who was heard from is met first; one who is a friend is not asked."""
    network = Network()
    network.add("ada", known=True)
    network.log("ada", on=ago(100))
    network.add("bea", no_sell=True)
    network.log("bea", kind="call", on=ago(20))
    line = ask(network)
    assert line
    assert (line.person.handle, line.text) == ("ada", "ask whom you should meet")


def test_a_coffee_with_the_only_one_comes_before_asking_them() -> None:
    """There is a pick in each week in which there can be one; she is asked at it."""
    network = Network()
    network.add("ada", known=True)
    network.log("ada", kind="call", on=ago(20))
    slot = network.due().new
    assert (handles(slot.pick), slot.alternates, slot.ask) == (["ada"], (), None)
    assert (network.pinned("new"), network.pinned("ask")) == (["ada"], [])
    assert network.due(later(days=3)).new.ask is None
    assert handles(network.due().new.pick) == ["ada"]
    network.add("s1", source="linkedin")
    network.today = later(weeks=1)
    slot = network.plan().new
    assert slot.ask
    assert (slot.ask.person.handle, handles(slot.pick)) == ("ada", ["s1"])


def test_an_empty_book_has_nobody_to_ask() -> None:
    """Nor one of people without any contact on record."""
    network = Network()
    assert ask(network) is None
    network.add("ada", known=True)
    assert ask(network) is None


def test_the_introducer_of_who_was_met_is_the_first_to_be_asked() -> None:
    """After Zoe's coffee Hal is asked, who brought her, and strangers are the pick."""
    network = Network()
    network.add("hal")
    network.add("zoe", via="hal", on=ago(3))
    network.add("s1", "s2", "s3", source="linkedin")
    assert handles(network.due().new.pick) == ["zoe"]
    network.log("zoe", on=later(days=2))
    slot = network.due(later(weeks=1)).new
    assert slot.ask
    assert slot.ask.person.handle == "hal"
    assert {*handles(slot.pick + slot.alternates)} == {"s1", "s2", "s3"}


def test_whoever_was_in_touch_this_week_is_not_asked_in_it() -> None:
    """They could have been asked then; next week they are as before."""
    network = Network()
    network.add("hal", "kim", "lea", known=True)
    network.log("hal", "lea", kind="call", on=ago(40))
    network.log("hal", kind="call", on=ago(30))
    network.log("hal", kind="call", on=MONDAY)
    ask = network.plan().new.ask
    assert ask
    assert ask.person.handle == "lea"
    network.today = later(weeks=1)
    ask = network.plan().new.ask
    assert ask
    assert ask.person.handle == "hal"
