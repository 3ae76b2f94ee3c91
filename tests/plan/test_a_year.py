"""Months of Mondays: who is asked for when the plan is followed."""

from datetime import timedelta

from tests.plan.builders import Network, handles, later

from netlog.domain.person import Newcomer
from netlog.plan.cadence import cadences_for
from netlog.repository import people
from netlog.repository.change import changing
from netlog.repository.dealing import dealt


def taken_in(network: Network, number: int, every: str) -> None:
    """So many friends come in together, each with a cadence."""
    names = [f"p{n:03}" for n in range(number)]
    with changing(network.store, network.now, "import") as change:
        cadences = cadences_for(network.settings, change.store)
        coming = [
            Newcomer(name, network.today, handle=name, every=every, no_sell=True)
            for name in names
        ]
        people.add_all(change, dealt(change.store, cadences, coming, network.today))


def test_a_year_of_mondays_is_52_different_people() -> None:
    """Sixty strangers, each pick logged on its Monday."""
    network = Network()
    network.add(*(f"p{n}" for n in range(60)), source="linkedin")
    met = []
    for week in range(52):
        (pick,) = network.due(later(weeks=week)).new.pick
        met.append(pick.person.handle)
        network.log(pick.person.handle)
    assert len(set(met)) == 52
    assert network.plan().numbers.streak == 52


def test_who_came_in_together_is_asked_for_evenly() -> None:
    """240 in the 13 weeks from the next on, 18 or 19 each; nobody twice."""
    network = Network(keep=1000)
    taken_in(network, 240, "13w")
    weeks = []
    for week in range(14):
        weeks.append(handles(network.due(later(weeks=week)).keep))
        if weeks[-1]:
            network.log(*weeks[-1], kind="email")
    assert [len(week) for week in weeks[:1]] == [0]
    assert {len(week) for week in weeks[1:]} == {18, 19}
    assert len({handle for week in weeks for handle in week}) == 240


def test_the_plan_at_five_a_week_asks_for_five_and_says_how_many_more() -> None:
    """The rest are counted, and nobody is said to be late."""
    network = Network()
    taken_in(network, 240, "13w")
    plan = network.due(later(weeks=1))
    assert (len(plan.keep), plan.more["keep"] in {13, 14}) == (5, True)
    network.live(later(weeks=13))
    plan = network.plan()
    assert (len(plan.keep), plan.more["keep"]) == (5, 235)
    assert plan.counts.eligible == 240
    (note,) = plan.notes
    assert note.startswith("The cadences ask for 18 a week and 5 are shown: ")


def test_no_monday_has_more_than_two_first_dues_of_22_added_one_by_one() -> None:
    """12 clients for 13 weeks, 10 friends for 26; each comes up when it was dealt."""
    network = Network()
    for number in range(22):
        kind = "client" if number < 12 else "friend"
        details = {"kind": kind}
        network.deal(f"p{number}", no_sell=True, details=details)
    firsts: dict[str, int] = {}
    for week in range(27):
        plan = network.due(later(weeks=week))
        new = [name for name in handles(plan.keep) if name not in firsts]
        assert len(new) <= 2
        assert plan.more.get("keep", 0) == 0
        firsts |= dict.fromkeys(new, week)
        for name in handles(plan.keep):
            network.log(name, kind="call")
    assert len(firsts) == 22
    assert max(firsts[f"p{number}"] for number in range(12)) <= 13


def test_whoever_the_coffee_was_held_with_is_called_for_ever() -> None:
    """A coffee a week for two years: nobody met is silent for twice their cadence."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    longest = timedelta(0)
    for week in range(104):
        plan = network.due(later(weeks=week))
        for name in handles(plan.keep):
            network.log(name, kind="call")
        if week % 2:
            network.add(f"p{week}", via="hal", on=network.today)
            network.log(f"p{week}")
            network.log(f"p{week}", kind="card")
        for person in network.everybody():
            if person.last_sitdown and person.last_contact:
                longest = max(longest, network.today - person.last_contact)
        assert plan.more.get("keep", 0) == 0
    assert longest <= timedelta(weeks=27)
