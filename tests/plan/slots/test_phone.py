"""Phone: known people of whom nothing is on record, a few a week, once."""

import pytest
from tests.plan.builders import Network, ago, handles, later


@pytest.fixture
def network() -> Network:
    """Eight people of a phone's address book; friends, so that none is the pick."""
    made = Network()
    made.add(*(f"p{number}" for number in range(8)), source="contacts", no_sell=True)
    return made


def asked(network: Network, week: int = 0) -> list[str]:
    """Of whom the user is asked in a week."""
    return sorted(handles(network.due(later(weeks=week)).phone))


def test_three_a_week_are_asked_about_and_nobody_twice(network: Network) -> None:
    """Until there is nobody left."""
    weeks = [asked(network, week) for week in range(4)]
    assert [len(week) for week in weeks] == [3, 3, 2, 0]
    assert len({name for week in weeks for name in week}) == 8


def test_it_is_noted_by_the_first_plan_of_the_week(network: Network) -> None:
    """The week keeps its three; another week is only looked at."""
    three = asked(network)
    assert sorted(network.pinned("phone")) == three
    assert asked(network) == three
    network.plan(network.context().week.next())
    assert network.pinned("phone", "2025-W24") == []


def test_what_to_type_is_a_cadence(network: Network) -> None:
    """Said, they are asked about no more, and nobody takes the place this week."""
    line = network.due().phone[0]
    handle = line.person.handle
    assert (line.text, line.next) == (
        "how often do you want to be in touch?",
        f"netlog edit {handle} --every 3m",
    )
    network.edit(handle, every="3m")
    assert len(asked(network)) == 2
    network.rest(asked(network)[0])
    assert len(asked(network)) == 1


@pytest.mark.parametrize("what", ["email", "call", "coffee", "every", "kind", "new"])
def test_who_is_on_record_is_not_asked_about(what: str) -> None:
    """A contact, a cadence, a kind that has one; or they are new."""
    network = Network()
    details = {"kind": "friend"} if what == "kind" else {}
    network.add(
        "ada",
        source="list" if what == "new" else "contacts",
        every="1y" if what == "every" else "",
        details=details,
    )
    if what in {"email", "call", "coffee"}:
        network.log("ada", kind=what, on=ago(900))
    assert asked(network) == []


def test_a_try_leaves_the_question(network: Network) -> None:
    """It is no contact."""
    network = Network()
    network.add("ada", known=True, no_sell=True)
    network.tries("ada", ago(90))
    assert asked(network) == ["ada"]


def test_who_is_held_is_not_asked_about(network: Network) -> None:
    """Companies and mailboxes take nobody's place; nor does who rests."""
    companies = [f"c{number}" for number in range(9)]
    network.add(*companies, source="contacts", entity="company")
    for number in range(5):
        network.rest(f"p{number}")
    network.put_off("p5")
    assert asked(network) == ["p6", "p7"]
    assert asked(network, 1) == ["p5"]


def test_how_many_can_be_set() -> None:
    """plan.phone, none too."""
    for size in (0, 1, 5):
        network = Network(phone=size)
        names = [f"p{number}" for number in range(8)]
        network.add(*names, source="contacts", no_sell=True)
        assert len(asked(network)) == size
