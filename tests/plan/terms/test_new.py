"""The terms of coffee with someone new: how much of each there is, and its words."""

from hashlib import blake2b
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import (
    LONG_AGO,
    Network,
    ago,
    context,
    facts,
    judged,
    later,
    person,
    way,
)

from netlog.domain.introduction import Way
from netlog.plan.facts import PersonFacts
from netlog.plan.terms.new import (
    BRIDGE,
    CLIENT_PATH,
    FRESHNESS,
    LUCK,
    NAMED_BY,
    NEAR,
    WARMTH,
    days_ago,
)


@pytest.mark.parametrize(
    ("client", "lens", "expected"),
    [(0, "open", 0.6), (0, "focused", 0.6), (1, "open", 0.6), (1, "focused", 1.0)],
)
def test_an_introduction_is_as_warm_as_its_introducer(
    client: int, lens: str, expected: float
) -> None:
    """0.6, and 1 by a client in focused weeks."""
    told = facts(ways=(way(marked=client),))
    assert WARMTH.measure(told, context(lens)) == expected


@pytest.mark.parametrize(
    ("state", "days", "expected"),
    [
        ("made", 4000, 0.6),
        ("met", 4000, 0.6),
        ("offered", 365, 0.6),
        ("offered", 366, 0.3),
        ("dropped", 1, 0.0),
    ],
)
def test_an_offer_is_as_warm_as_an_introduction_for_a_year(
    state: str, days: int, expected: float
) -> None:
    """Then it is as good as nothing; a dropped one is nothing."""
    told = facts(ways=(way(state=state, day=ago(days)),))
    assert WARMTH.measure(told, context()) == expected


def test_what_comes_of_somebody_who_rests_is_lukewarm() -> None:
    """Whatever they are; of two who introduced the warmer one counts."""
    resting = frozenset({7})
    alone = facts(ways=(way(7, marked=1),), resting_introducers=resting)
    assert WARMTH.measure(alone, context("focused")) == 0.3
    both = alone._replace(ways=(way(7), way(8)))
    assert WARMTH.measure(both, context()) == 0.6


@pytest.mark.parametrize(
    ("fields", "heard", "expected", "said"),
    [
        ({}, False, 0.0, "nobody in between yet"),
        ({"fresh_on": ago(9)}, False, 0.0, "connected online"),
        ({"connected": True, "fresh_on": ago(9)}, False, 0.3, "you added them"),
        ({"connected": True, "last_heard": ago(9)}, False, 0.3, "you met"),
        ({"connected": True, "last_heard": ago(9)}, True, 0.6, "first in touch"),
    ],
)
def test_without_an_introduction_being_heard_from_is_what_warms(
    fields: dict[str, Any], expected: float, said: str, *, heard: bool
) -> None:
    """Typed in by hand or met is a little; a stranger is nothing."""
    told = PersonFacts(person(**fields), wrote_or_called=heard)
    assert judged(WARMTH, told, context()) == (expected, said)


@pytest.mark.parametrize(
    ("kinds", "expected", "said"),
    [
        (["met"], 0.3, "you met"),
        (["event"], 0.3, "you met"),
        (["call"], 0.6, "first in touch"),
        (["met", "call"], 0.6, "first in touch"),
        (["email"], 0.0, "nobody in between yet"),
        (["email", "heard"], 0.6, "first in touch"),
        (["met", "email"], 0.3, "you met"),
        (["heard"], 0.6, "first in touch"),
    ],
)
def test_whoever_wrote_or_called_is_warmer_than_who_was_met(
    kinds: list[str], expected: float, said: str
) -> None:
    """What is only sent is nothing."""
    network = Network()
    network.add("ada", source="linkedin")
    for kind in kinds:
        if kind == "heard":
            network.hears("ada", on=ago(5))
        else:
            network.log("ada", kind=kind, on=ago(9))
    told = network.inputs().load_facts.for_new(network.person("ada"))
    assert judged(WARMTH, told, context()) == (expected, said)


def test_whoever_was_named_and_wrote_is_as_warm_as_if_introduced() -> None:
    """By an offer of long ago, or of somebody who rests."""
    network = Network()
    network.add("hal", no_sell=True)
    network.add("ada")
    network.introduce("ada", by="hal", on=ago(900), state="offered")
    for expected in (0.3, 0.6):
        told = network.inputs().load_facts.for_new(network.person("ada"))
        assert judged(WARMTH, told, context()) == (expected, "named by hal")
        network.hears("ada", on=ago(5))


def test_warmth_says_who_it_was() -> None:
    """The latest introduction that counts, and whether it was only offered."""
    named = way(8, name="Hal", state="offered")
    dropped = way(9, name="Zoe", state="dropped")
    assert (
        WARMTH.text(facts(ways=(way(name="Alisa"),)), context())
        == "introduced by Alisa"
    )
    assert WARMTH.text(facts(ways=(way(), named, dropped)), context()) == "named by Hal"
    assert WARMTH.text(facts(ways=(dropped,)), context()) == "nobody in between yet"


@pytest.mark.parametrize(
    ("is_near", "expected", "said"),
    [(True, 1.0, "in Oslo"), (False, 0.0, "in Oslo"), (None, 0.5, "")],
)
def test_near_is_a_city_of_mine(
    expected: float, said: str, *, is_near: bool | None
) -> None:
    """1 there, 0 elsewhere, 0.5 where it is not known; and it says where."""
    told = PersonFacts(person(city="Oslo"), is_near=is_near)
    assert judged(NEAR, told, context()) == (expected, said)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(None, 0.5), (0.0, 1.0), (0.15, 0.85), (0.5, 0.5), (1.0, 0.0)],
)
def test_bridge_is_one_less_their_clusters_share(
    share: float | None, expected: float
) -> None:
    """1 where nobody is, 0 in the largest cluster, and 0.5 where it is not known."""
    assert BRIDGE.measure(PersonFacts(person(), share=share), context()) == expected


@pytest.mark.parametrize(
    ("share", "org", "cluster", "said"),
    [
        (None, "", "", "their circle is not known"),
        (0.0, "ACME", "acme", "you know few at ACME"),
        (0.2, "", "choir", "you know few at choir"),
        (0.9, "ACME", "acme", "you know others at ACME"),
    ],
)
def test_bridge_says_whose_circle_it_is(
    share: float | None, org: str, cluster: str, said: str
) -> None:
    """The organisation as written, else the tag."""
    told = PersonFacts(person(org=org, cluster=cluster), share=share)
    assert BRIDGE.text(told, context()) == said


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (None, 0.0),
        (0, 1.0),
        (7, 1.0),
        (8, 1 - 0.8 / 83),
        (62, 1 - 0.8 * 55 / 83),
        (90, 0.2),
        (91, 0.2),
        (4000, 0.2),
    ],
)
def test_freshness_falls_in_a_line_from_a_week_to_ninety_days(
    days: int | None, expected: float
) -> None:
    """1 up to 7 days, 0.2 from 90 on, 0 without a date."""
    assert FRESHNESS.measure(facts(days), context()) == pytest.approx(
        expected, abs=1e-12
    )


def fresh_on(network: Network, name: str = "ada") -> int | None:
    """How many days ago it was that somebody counts from."""
    day = network.person(name).fresh_on
    return (network.today - day).days if day else None


def test_freshness_is_of_the_introduction_else_of_the_first_meeting() -> None:
    """Or word; else of the day they were typed in, or connected online."""
    network = Network()
    network.add("hal", no_sell=True)
    network.add("ada", "typed")
    network.add("online", source="linkedin", connected_on=ago(700))
    network.add("stranger", source="list")
    network.edit("ada", added_on=ago(50))
    assert fresh_on(network) == 50
    network.sends("ada", ago(49))
    assert fresh_on(network) == 50
    network.log("ada", kind="met", on=ago(20))
    network.log("ada", kind="event", on=ago(3))
    assert fresh_on(network) == 20
    network.hears("ada", on=ago(30))
    assert fresh_on(network) == 30
    network.introduce("ada", by="hal", on=ago(90))
    network.introduce("ada", by="typed", on=ago(60))
    assert fresh_on(network) == 60
    network.introduce("ada", by="typed", on=ago(60), state="dropped")
    assert fresh_on(network) == 90
    days = [fresh_on(network, name) for name in ("typed", "online", "stranger")]
    assert days == [0, 700, None]


@given(st.integers(0, 500), st.integers(0, 500))
def test_what_is_longer_ago_is_never_fresher(one: int, other: int) -> None:
    """It only falls."""
    early, late = sorted((one, other))
    assert FRESHNESS.measure(facts(late), context()) <= FRESHNESS.measure(
        facts(early), context()
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, ""),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (62, "62 days ago"),
    ],
)
def test_freshness_says_how_long_ago(days: int | None, said: str) -> None:
    """In days, and nothing where there is no date."""
    assert FRESHNESS.text(facts(days), context()) == said
    assert days is None or days_ago(days) == said


@pytest.mark.parametrize(
    ("ways", "expected", "said"),
    [
        ((), 0.0, ""),
        ((way(7),), 1 / 3, ""),
        ((way(7), way(8)), 0.5, "named by 2 people"),
        ((way(7), way(7, state="offered")), 1 / 3, ""),
        ((way(7), way(8, state="offered"), way(9)), 0.6, "named by 3 people"),
        ((way(7), way(8, state="dropped")), 1 / 3, ""),
    ],
)
def test_different_people_count(
    ways: tuple[Way, ...], expected: float, said: str
) -> None:
    """Of n of them n / (n + 2); an offer counts, a dropped one does not."""
    told = facts(ways=ways)
    assert judged(NAMED_BY, told, context()) == (expected, said)


BY_CLIENT = way(8, marked=1, name="Alisa")


@pytest.mark.parametrize(
    ("lens", "ways", "expected", "said"),
    [
        ("focused", (BY_CLIENT,), 1.0, "Alisa is a client"),
        ("focused", (way(), BY_CLIENT), 1.0, "Alisa is a client"),
        ("focused", (way(),), 0.0, ""),
        ("focused", (), 0.0, ""),
        ("focused", (BY_CLIENT._replace(state="dropped"),), 0.0, ""),
        ("open", (BY_CLIENT,), 0.0, ""),
        ("focused", (way(bought_on=LONG_AGO, name="Bo"),), 1.0, "Bo is a client"),
        ("focused", (way(bought_on=ago(61)),), 0.0, ""),
        ("focused", (way(bought_on=ago(61), marked=1),), 0.0, ""),
        ("open", (way(bought_on=LONG_AGO),), 0.0, ""),
    ],
)
def test_a_client_who_introduces_counts_in_focused_weeks(
    lens: str, ways: tuple[Way, ...], expected: float, said: str
) -> None:
    """1 where any introducer is one, and never in open weeks."""
    told = facts(ways=ways)
    assert judged(CLIENT_PATH, told, context(lens)) == (expected, said)


def test_two_who_named_are_counted_from_the_database() -> None:
    """Each once, however often."""
    network = Network()
    network.add("hal", "pat", no_sell=True)
    network.add("ada", via="hal")
    network.introduce("ada", by="pat", state="offered")
    facts = network.inputs().load_facts.for_new(network.person("ada"))
    assert judged(NAMED_BY, facts, context()) == (0.5, "named by 2 people")


def paths(network: Network) -> dict[str, float]:
    """The measure of the client path of everybody who is considered."""
    new = network.plan().new
    lines = (*new.pick, *new.alternates)
    return {
        line.person.handle: term.measure
        for line in lines
        for term in line.terms
        if term.name == "client path"
    }


def test_who_bought_after_the_introduction_had_not_bought() -> None:
    """Bo bought between the two introductions: he speaks for the later one alone."""
    network = Network(lens="focused")
    network.add("bo", no_sell=True)
    network.add("ada", via="bo", on=ago(40))
    network.add("bea", via="bo", on=ago(20))
    assert paths(network) == {"ada": 0.0, "bea": 0.0}
    network.got("bo", kind="client", on=ago(30))
    assert paths(network) == {"ada": 0.0, "bea": 1.0}
    network.got("bo", kind="insight", cents=100, on=ago(40))
    assert paths(network) == {"ada": 1.0, "bea": 1.0}


def test_the_mark_speaks_until_a_purchase_has_a_day() -> None:
    """A marked client had always bought; a dated purchase says since when."""
    network = Network(lens="focused")
    network.add("bo", no_sell=True, details={"kind": "client"})
    network.add("ada", via="bo", on=ago(40))
    assert paths(network) == {"ada": 1.0}
    network.got("bo", kind="referral", cents=100, on=ago(30))
    network.gave("bo", kind="client", cents=100, on=ago(30))
    assert paths(network) == {"ada": 1.0}
    network.got("bo", kind="client", on=ago(30))
    assert paths(network) == {"ada": 0.0}


DORIE = PersonFacts(person(handle="dorie-clark"))


def test_luck_depends_on_the_handle_and_the_week_alone() -> None:
    """Another day of the week changes nothing, another week or handle does."""
    monday = LUCK.measure(DORIE, context())
    assert monday == 0.2582501161377877
    assert LUCK.measure(DORIE, context(today=later(days=6))) == monday
    assert LUCK.measure(DORIE, context(today=later(weeks=1))) != monday
    assert LUCK.measure(PersonFacts(person(handle="dorie")), context()) != monday


@given(st.from_regex("[a-z]{1,9}", fullmatch=True))
def test_luck_is_a_share_by_blake2b(handle: str) -> None:
    """From 0 to below 1, and anybody can make the same number again."""
    digest = blake2b(f"{handle} 2025-W23".encode(), digest_size=4).digest()
    share = int.from_bytes(digest, "big") / 2**32
    assert 0 <= share < 1
    assert LUCK.measure(PersonFacts(person(handle=handle)), context()) == share


def test_luck_has_no_reason() -> None:
    """It says nothing."""
    assert LUCK.text(DORIE, context()) == ""
