"""The terms of coffee with someone new: how much of each there is, and its words."""

from hashlib import blake2b

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
    WARMTH,
    days_ago,
)


@pytest.mark.parametrize(
    ("trust", "client", "lens", "expected"),
    [
        (None, 0, "open", 0.6),
        (None, 0, "focused", 0.6),
        (None, 1, "open", 0.6),
        (None, 1, "focused", 1.0),
        (5, 0, "open", 1.0),
        (4, 0, "open", 1.0),
        (3, 0, "open", 0.6),
        (3, 1, "focused", 1.0),
        (2, 0, "open", 0.0),
        (2, 1, "focused", 0.0),
    ],
)
def test_an_introduction_is_as_warm_as_its_introducer(
    trust: int | None, client: int, lens: str, expected: float
) -> None:
    """1 by somebody trusted or, in focused weeks, a client; 0 by one rated low."""
    told = facts(ways=(way(marked=client),), trust=trust)
    assert WARMTH.measure(told, context(lens)) == expected


@pytest.mark.parametrize("state", ["offered", "made", "met"])
def test_an_offer_is_as_warm_as_an_introduction(state: str) -> None:
    """0.6 for either."""
    assert WARMTH.measure(facts(ways=(way(state=state),)), context()) == 0.6


def test_without_an_introduction_chance_is_a_little_warm() -> None:
    """0.3 for a chance meeting, 0 for nothing, and a dropped offer is nothing."""
    dropped = (way(state="dropped"),)
    assert WARMTH.measure(facts(), context()) == 0.0
    assert WARMTH.measure(facts(ways=dropped), context()) == 0.0
    met = person(fresh_on=way().day)
    assert WARMTH.measure(PersonFacts(met), context()) == 0.3
    assert WARMTH.measure(PersonFacts(met, dropped), context()) == 0.3


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
    met = person(fresh_on=way().day)
    assert WARMTH.text(PersonFacts(met), context()) == "met by chance"


def test_an_email_is_no_chance_meeting() -> None:
    """Written to, never seen: nobody stands in between, and nobody met anybody."""
    written = PersonFacts(person(touches=1, last_contact=way().day))
    assert WARMTH.measure(written, context()) == 0.0
    assert WARMTH.text(written, context()) == "nobody in between yet"


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
    network.add("bo", known=True)
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
    network.add("bo", known=True, details={"kind": "client"})
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
