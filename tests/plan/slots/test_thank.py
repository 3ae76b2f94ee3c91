"""Thank: everyone on the path of an outcome who has not been thanked."""

import pytest
from tests.plan.builders import Network, ago, handles, later


@pytest.fixture
def network() -> Network:
    """Bo introduced Alisa, and she Dorie; each was seen, and Hal stands beside."""
    made = Network()
    made.add("bo", "hal", known=True)
    made.add("alisa", via="bo", on=ago(200))
    made.add("dorie", via="alisa", on=ago(62))
    made.log("dorie", on=ago(9))
    return made


def waiting(network: Network) -> list[tuple[str, str]]:
    """Who waits for a word of thanks, and for what."""
    return [(line.person.handle, line.text) for line in network.plan().thank]


def test_everybody_on_the_path_of_an_outcome_waits(network: Network) -> None:
    """Whose it is, whoever introduced them, and so on; each with the command."""
    assert waiting(network) == []
    entry = network.got("dorie", text="column", on=ago(4))
    assert waiting(network) == [
        ("bo", "for the interview “column” from dorie"),
        ("alisa", "for the interview “column” from dorie"),
        ("dorie", "for the interview “column”"),
    ]
    line = network.plan().thank[0]
    assert (line.next, line.more) == ("netlog thank bo", {"outcomes": [entry.id]})


def test_who_was_thanked_waits_no_longer(network: Network) -> None:
    """The others still do."""
    network.got("dorie")
    network.thank("alisa")
    assert handles(network.plan().thank) == ["bo", "dorie"]


def test_what_went_from_me_asks_for_no_thanks(network: Network) -> None:
    """Only an outcome does."""
    network.gave("dorie", kind="referral")
    assert waiting(network) == []


@pytest.mark.parametrize(
    ("kind", "thanked"),
    [
        *((k, ["bo", "alisa", "dorie"]) for k in ("client", "referral", "opener")),
        *((k, ["bo", "alisa", "dorie"]) for k in ("interview", "invitation")),
        *((k, ["dorie"]) for k in ("tip", "advice", "feedback", "support")),
        *((k, ["dorie"]) for k in ("insight", "information", "resource", "other")),
    ],
)
def test_for_small_things_only_who_gave_them_is_thanked(
    network: Network, kind: str, thanked: list[str]
) -> None:
    """For a client or what leads to one everybody by way of whom it came."""
    network.got("dorie", kind=kind)
    assert handles(network.plan().thank) == thanked
    assert network.plan().counts.eligible >= len(thanked)


def test_somebody_stands_once_however_much_came(network: Network) -> None:
    """The oldest outcome is named, the others are counted."""
    network.got("dorie", kind="client", on=ago(1))
    network.got("dorie", kind="tip", on=ago(4))
    network.got("alisa", kind="opener", on=ago(2))
    assert waiting(network) == [
        ("dorie", "for the tip, and for 1 more"),
        ("bo", "for the opener from alisa, and for 1 more"),
        ("alisa", "for the opener, and for 1 more"),
    ]
    assert network.plan().thank[0].more == {"outcomes": [2, 1]}


def test_whoever_has_waited_longest_stands_first(network: Network) -> None:
    """By the day of what they are to be thanked for; three are shown."""
    network.got("dorie", on=ago(1))
    network.got("hal", on=ago(30))
    plan = network.plan()
    assert handles(plan.thank) == ["hal", "bo", "alisa"]
    assert plan.more["thank"] == 1


def test_who_is_put_off_is_not_asked_for(network: Network) -> None:
    """Resting, snoozed, skipped; but a friend or somebody met this week is thanked."""
    network.add("eve", no_sell=True, known=True)
    network.got("dorie")
    network.got("eve")
    network.log("eve")
    network.rest("bo")
    network.snooze("alisa", later(days=3))
    network.put_off("dorie")
    assert handles(network.plan().thank) == ["eve"]
    network.wake("alisa")
    assert handles(network.plan().thank) == ["alisa", "eve"]


def test_what_came_by_the_sunday_of_a_week_is_known_in_it(network: Network) -> None:
    """Though the week is seen from its Monday."""
    network.got("dorie", on=ago(1))
    assert len(network.plan(network.context().week.previous()).thank) == 3


def test_a_week_before_it_nobody_waits(network: Network) -> None:
    """What came after the Sunday of a week is not known in it."""
    network.got("dorie")
    assert len(network.plan(network.context().week.next()).thank) == 3
    assert network.plan(network.context().week.previous()).thank == ()


def test_thanks_are_due_and_counted() -> None:
    """They make a week due, and who waits is asked for this week."""
    network = Network()
    network.add("ada", no_sell=True)
    network.log("ada", kind="call", on=ago(9))
    plan = network.plan()
    assert (plan.is_due, plan.counts.eligible) == (False, 0)
    network.got("ada")
    plan = network.plan()
    assert (plan.is_due, plan.counts.eligible) == (True, 1)
    assert sum(plan.counts[1:]) == plan.counts.people


def test_undone_nobody_waits(network: Network) -> None:
    """The outcome goes, and the thanks with it; undone thanks wait again."""
    network.got("dorie")
    before = waiting(network)
    network.thank("dorie")
    network.undo()
    assert waiting(network) == before
    network.undo()
    assert waiting(network) == []
