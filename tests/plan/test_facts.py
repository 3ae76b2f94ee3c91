"""PersonFacts: what each score is told about a person, and no more."""

from datetime import date

import pytest
from tests.plan.builders import Network, ago, facts, way

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.pins import Skip
from netlog.plan.facts import FactsLoader, PersonFacts


@pytest.fixture
def network() -> Network:
    """Four at Acme and one at Bolt were seen within a year, one at Bolt before."""
    made = Network()
    made.add("ada", "bea", "cal", "dan", org="Acme")
    made.add("eve", "fay", org="Bolt")
    made.add("gus", details={"tag": "choir"})
    made.add("hal")
    made.log("ada", "bea", "cal", "dan", kind="call", on=ago(365))
    made.log("eve", kind="call", on=ago(3))
    made.log("fay", kind="call", on=ago(366))
    return made


def gatherer(network: Network) -> FactsLoader:
    """One plan's gathering."""
    return FactsLoader(network.context(), network.store)


@pytest.mark.parametrize(
    ("name", "share"), [("ada", 1.0), ("fay", 0.25), ("gus", 0.0), ("hal", None)]
)
def test_a_share_is_of_the_live_network_against_the_largest(
    network: Network, name: str, share: float | None
) -> None:
    """Contact within 365 days counts; without a cluster nothing is known."""
    person = network.person(name)
    assert gatherer(network).for_new(person) == PersonFacts(person, share=share)
    assert gatherer(network).for_reconnect(person) == PersonFacts(person, share=share)


def test_where_nobody_was_seen_every_cluster_is_empty() -> None:
    """No division by nothing."""
    made = Network()
    made.add("ada", org="Acme")
    assert gatherer(made).share("acme") == 0.0


def test_the_size_of_a_cluster_is_asked_once(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many people there are in it."""
    asked: list[str] = []
    size, largest = sql.cluster_size, sql.largest_cluster

    def cluster_size(store: Store, cluster: str, since: date) -> int:
        asked.append(cluster)
        return size(store, cluster, since)

    def largest_cluster(store: Store, since: date) -> int:
        asked.append("*")
        return largest(store, since)

    monkeypatch.setattr(sql, "cluster_size", cluster_size)
    monkeypatch.setattr(sql, "largest_cluster", largest_cluster)
    gather = gatherer(network)
    for name in ("ada", "bea", "eve", "fay", "ada", "hal"):
        gather.for_new(network.person(name))
    assert asked == ["*", "acme", "bolt"]


def test_new_is_told_of_introductions(network: Network) -> None:
    """Every one, also those that were dropped, with what the introducer is."""
    network.edit("ada", known=True)
    network.introduce("hal", by="ada", on=ago(3))
    network.introduce("hal", by="bea", on=ago(2), state="dropped")
    ways = gatherer(network).for_new(network.person("hal")).ways
    assert [(way.handle, way.state, way.client) for way in ways] == [
        ("ada", "made", 0),
        ("bea", "dropped", 0),
    ]


def test_keep_is_told_of_what_went_either_way(network: Network) -> None:
    """The oldest first, by its day; new and reconnect ask nothing of it."""
    network.got("hal", kind="tip", on=ago(3))
    network.gave("hal", kind="advice", on=ago(9))
    hal = network.person("hal")
    told = gatherer(network).for_keep(hal).entries
    assert [(one.way, one.kind) for one in told] == [("gave", "advice"), ("got", "tip")]
    assert gatherer(network).for_new(hal).entries == ()
    assert gatherer(network).for_reconnect(hal).entries == ()


def test_keep_is_told_of_contacts_kinds_and_skips(network: Network) -> None:
    """Each day with an answer once, the oldest first; attempts are no contact."""
    for days in (9, 9, 60, 50, 40, 30, 20):
        network.log("hal", kind="email", on=ago(days))
    network.tries("hal", ago(5))
    network.put_off("hal", slot="keep")
    told = gatherer(network).for_keep(network.person("hal"))
    assert told.days == tuple(map(ago, (60, 50, 40, 30, 20, 9)))
    assert [(skip.week, skip.how) for skip in told.skips] == [("2025-W23", "skip")]
    assert (told.ways, told.share) == ((), None)
    tag = gatherer(network).for_keep(network.person("gus")).details
    assert [(one.field, one.value) for one in tag] == [("tag", "choir")]


@pytest.mark.parametrize(("touches", "read"), [(5, 0), (6, 6)])
def test_contact_days_are_read_where_there_are_enough_for_a_gap(
    network: Network, touches: int, read: int
) -> None:
    """Five gaps need six contacts; below that nothing is asked."""
    for number in range(touches):
        network.log("hal", kind="call", on=ago(number))
    told = gatherer(network).for_keep(network.person("hal"))
    assert len(told.days) == read


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
    gather = gatherer(network)
    people = [network.person(name) for name in ("hal", "gus", "ada")]
    assert [len(gather.for_keep(one).skips) for one in people] == [1, 0, 0]
    assert asked == ["2025-W15"]


def test_dropped_introductions_do_not_count() -> None:
    """The others do, in their order."""
    ways = tuple(
        way(n, state=state)
        for n, state in enumerate(("offered", "dropped", "made", "met"), 2)
    )
    states = [one.state for one in facts(ways=ways).counted_ways]
    assert states == ["offered", "made", "met"]
