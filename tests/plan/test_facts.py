"""PersonFacts: what each score is told about a person, and no more."""

from datetime import date

import pytest
from tests.plan.builders import MONDAY, Network, ago, facts, handles, later, way

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.pins import Skip
from netlog.plan.facts import FactsLoader, city_key


@pytest.fixture
def network() -> Network:
    """Eight at Acme and one at Bolt were seen within a year, one at Bolt before."""
    made = Network()
    made.add(*(f"a{number}" for number in range(8)), "ann", org="Acme")
    made.add("eve", "fay", org="Bolt")
    made.add("gus", details={"tag": "choir"})
    made.add("hal")
    made.log(*(f"a{number}" for number in range(8)), kind="call", on=ago(365))
    made.log("eve", kind="call", on=ago(3))
    made.log("fay", kind="call", on=ago(366))
    return made


def loader(network: Network, where: str = "") -> FactsLoader:
    """One plan's gathering."""
    return FactsLoader(network.context(), network.store, where)


@pytest.mark.parametrize(
    ("name", "share"),
    [("ann", 1.0), ("a0", 1.0), ("eve", 0.0), ("fay", 0.125), ("gus", 0.0)],
)
def test_a_share_is_of_the_live_network_against_the_largest(
    network: Network, name: str, share: float
) -> None:
    """Contact within 365 days counts; they themselves do not."""
    assert loader(network).share(network.person(name)) == share


def test_without_a_circle_nothing_is_known(network: Network) -> None:
    """No organisation, no tag, or one that is none."""
    network.add("ida", org="Freelance")
    for name in ("hal", "ida"):
        assert loader(network).share(network.person(name)) is None


def test_new_and_reconnect_are_told_of_it(network: Network) -> None:
    """Keep is not."""
    fay = network.person("fay")
    gather = loader(network)
    assert gather.for_new(fay).share == gather.for_reconnect(fay).share == 0.125
    assert gather.for_keep(fay).share is None


def test_the_largest_is_never_taken_for_smaller_than_five() -> None:
    """With three people no circle is full."""
    made = Network()
    made.add("ada", "bea", "cal", org="Acme")
    made.log("ada", "bea", kind="call")
    assert loader(made).share(made.person("cal")) == 2 / 5
    assert loader(made).share(made.person("ada")) == 1 / 5
    made.add("dan", org="Bolt")
    assert loader(made).share(made.person("dan")) == 0.0


@pytest.mark.parametrize("others", [(), ("Bolt",) * 8, ("Bolt",) * 7, ("Bolt",) * 2])
def test_a_message_to_somebody_changes_nothing_about_their_circle(
    network: Network, others: tuple[str, ...]
) -> None:
    """Whether theirs is the largest, as large as another, or small."""
    names = [f"b{number}" for number in range(len(others))]
    for name, org in zip(names, others, strict=True):
        network.add(name, org=org)
        network.log(name, kind="call")
    network.add("ben", org="Bolt")
    for name in ("ann", "ben"):
        before = loader(network).share(network.person(name))
        network.log(name, kind="message")
        assert loader(network).share(network.person(name)) == before


def test_pia_is_a_bridge_before_and_after_she_was_written_to() -> None:
    """The only one at Stein & Co: 4.000, and the pick stays."""
    made = Network()
    made.add("al", no_sell=True)
    made.add("pia", via="al", org="Stein & Co")
    for _ in range(2):
        (line,) = made.plan().new.pick
        points = {term.name: term.points for term in line.terms}
        assert (line.person.handle, points["bridge"]) == ("pia", 4.0)
        made.log("pia", kind="message")


def test_sizes_are_asked_once(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many people there are in a circle."""
    asked: list[str] = []
    size, largest = sql.cluster_size, sql.largest_cluster

    def cluster_size(store: Store, cluster: str, since: date) -> int:
        asked.append(cluster)
        return size(store, cluster, since)

    def largest_cluster(store: Store, since: date, besides: str) -> int:
        asked.append(f"*{besides}")
        return largest(store, since, besides)

    monkeypatch.setattr(sql, "cluster_size", cluster_size)
    monkeypatch.setattr(sql, "largest_cluster", largest_cluster)
    gather = loader(network)
    for name in ("a0", "a1", "ann", "eve", "fay", "a2", "hal"):
        gather.for_new(network.person(name))
    assert asked == ["acme", "*", "*acme", "bolt"]


@pytest.mark.parametrize(
    ("mine", "theirs", "near"),
    [
        ("Berlin", "Berlin", True),
        ("berlin, Germany", "BERLIN", True),
        ("Berlin", "Berlin, CT", True),
        ("Zürich", "Zurich", True),
        ("Berlin", "Sydney", False),
        ("", "Berlin", None),
        ("Berlin", "", None),
        ("", "", None),
    ],
)
def test_somebody_is_near_in_a_city_of_mine(
    mine: str, theirs: str, *, near: bool | None
) -> None:
    """Compared without case and accents, up to the first comma."""
    network = Network()
    network.edit_me(city=mine)
    network.add("ada", city=theirs)
    assert loader(network).for_new(network.person("ada")).is_near is near


def test_several_cities_are_mine_and_a_trip_is_another() -> None:
    """`due --in CITY` looks from there instead."""
    network = Network()
    network.edit_me(city="Berlin", details={"city": "Oslo"})
    network.add("ada", city="Oslo")
    network.add("bea", city="Rome")
    near = {
        where: [
            loader(network, where).for_new(network.person(name)).is_near
            for name in ("ada", "bea")
        ]
        for where in ("", "rome, Italy")
    }
    assert near == {"": [True, False], "rome, Italy": [False, True]}
    assert city_key("") == ""


def test_new_is_told_of_introductions(network: Network) -> None:
    """Every one, also those that were dropped; and of who rests of the introducers."""
    network.introduce("hal", by="a0", on=ago(3))
    network.introduce("hal", by="a1", on=ago(2), state="dropped")
    network.rest("a1")
    told = loader(network).for_new(network.person("hal"))
    assert [(way.handle, way.state, way.client) for way in told.ways] == [
        ("a0", "made", False),
        ("a1", "dropped", False),
    ]
    assert told.resting_introducers == {network.person("a1").id}
    assert (told.cadence, told.entries, told.details, told.days) == (None, (), (), ())


def test_keep_is_told_of_what_went_either_way(network: Network) -> None:
    """The oldest first, by its day, up to the day of the plan."""
    network.got("hal", kind="tip", on=ago(3))
    network.gave("hal", kind="advice", on=ago(9))
    hal = network.person("hal")
    told = loader(network).for_keep(hal).entries
    assert [(each.way, each.kind) for each in told] == [
        ("gave", "advice"),
        ("got", "tip"),
    ]
    earlier = network.context(network.context().week.previous())
    told = FactsLoader(earlier, network.store).for_keep(hal).entries
    assert [each.kind for each in told] == ["advice"]


def test_keep_is_told_of_days_kinds_skips_and_who_wrote_last(network: Network) -> None:
    """And of the cadence in days."""
    network.add("kim", every="3m", details={"kind": "friend"})
    network.mark("kim", "met", "2020-05-03")
    network.put_off("kim", slot="keep")
    network.log("kim", kind="email", on=ago(9))
    told = loader(network).for_keep(network.person("kim"))
    assert (told.cadence, told.wrote_last) == (91, False)
    assert [(day.label, day.day) for day in told.days] == [("met", "2020-05-03")]
    assert [(skip.week, skip.how) for skip in told.skips] == [("2025-W23", "skip")]
    assert [(each.field, each.value) for each in told.details] == [("kind", "friend")]
    assert (told.ways, told.share, told.is_near) == ((), None, None)
    network.log("kim", kind="message", on=ago(8), answered="yes", inbound=True)
    assert loader(network).for_keep(network.person("kim")).wrote_last is True
    network.log("kim", kind="call", on=ago(8))
    assert loader(network).for_keep(network.person("kim")).wrote_last is False


def test_skips_are_asked_for_once(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By one question for all, from the first week that counts on."""
    network.put_off("hal", slot="keep")
    asked: list[str] = []
    skips_since = sql.skips_since

    def counted(store: Store, week: str) -> list[Skip]:
        asked.append(week)
        return skips_since(store, week)

    monkeypatch.setattr(sql, "skips_since", counted)
    gather = loader(network)
    people = [network.person(name) for name in ("hal", "gus", "ann")]
    assert [len(gather.for_keep(each).skips) for each in people] == [1, 0, 0]
    assert asked == ["2025-W15"]


def test_dropped_introductions_do_not_count() -> None:
    """The others do, in their order."""
    ways = tuple(
        way(n, state=state)
        for n, state in enumerate(("offered", "dropped", "made", "met"), 2)
    )
    states = [each.state for each in facts(ways=ways).counted_ways]
    assert states == ["offered", "made", "met"]


def test_a_plan_from_elsewhere_picks_who_is_there() -> None:
    """And is not pinned: the week at home keeps its own pick."""
    network = Network()
    network.edit_me(city="Berlin")
    network.add("al", no_sell=True)
    network.add("ola", "rina", via="al", on=ago(9))
    network.edit("ola", city="Berlin")
    network.edit("rina", city="Rome")
    assert handles(network.plan().new.pick) == ["ola"]
    assert handles(network.due(where="Rome").new.pick) == ["rina"]
    assert network.pinned("new") == []


def test_on_a_trip_nobody_else_is_shown_whatever_is_pinned_at_home() -> None:
    """People of that city alone, the connected first; what is booked is at home."""
    network = Network()
    network.edit_me(city="Berlin")
    network.add("al", no_sell=True)
    network.add("ola", "ina", via="al", on=ago(9), city="Berlin")
    network.add("rina", via="al", on=ago(80), city="Rome, Italy")
    network.add("rosa", known=True, city="rome")
    network.add("remo", source="linkedin", city="Rome")
    network.add("nora", via="al", on=ago(2))
    network.due()
    at_home = network.pinned("new")
    assert "rina" not in at_home
    for name, day in (("ola", MONDAY), ("ina", later(weeks=1))):
        network.book(name, on=day)
    trip = network.due(where="Rome").new
    assert (handles(trip.pick), trip.alternates) == (["rina"], ())
    assert (trip.state, trip.now, trip.ask, trip.where) == ("", None, None, "Rome")
    network.log("rina")
    trip = network.due(where="Rome").new
    assert (handles(trip.pick), handles(trip.alternates)) == (["rosa"], ["remo"])
    assert network.due(where="Oslo").new.pick == ()
    assert network.pinned("new") == at_home
