"""Warmth: who stands between the user and somebody new."""

import pytest
from tests.plan.builders import facts, frame, person, way

from netlog.plan.facts import Facts
from netlog.plan.terms.warmth import measure, text


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
    assert measure(told, frame(lens)) == expected


@pytest.mark.parametrize("state", ["offered", "made", "met"])
def test_an_offer_is_as_warm_as_an_introduction(state: str) -> None:
    """0.6 for either."""
    assert measure(facts(ways=(way(state=state),)), frame()) == 0.6


def test_without_an_introduction_chance_is_a_little_warm() -> None:
    """0.3 for a chance meeting, 0 for nothing, and a dropped offer is nothing."""
    dropped = (way(state="dropped"),)
    assert measure(facts(), frame()) == 0.0
    assert measure(facts(ways=dropped), frame()) == 0.0
    met = person(fresh_on=way().day)
    assert measure(Facts(met), frame()) == 0.3
    assert measure(Facts(met, dropped), frame()) == 0.3


def test_it_says_who_it_was() -> None:
    """The latest introduction that counts, and whether it was only offered."""
    named = way(8, name="Hal", state="offered")
    dropped = way(9, name="Zoe", state="dropped")
    assert text(facts(ways=(way(name="Alisa"),)), frame()) == "introduced by Alisa"
    assert text(facts(ways=(way(), named, dropped)), frame()) == "named by Hal"
    assert text(facts(ways=(dropped,)), frame()) == "nobody in between yet"
    met = person(fresh_on=way().day)
    assert text(Facts(met), frame()) == "met by chance"


def test_an_email_is_no_chance_meeting() -> None:
    """Written to, never seen: nobody stands in between, and nobody met anybody."""
    written = Facts(person(touches=1, last_contact=way().day))
    assert measure(written, frame()) == 0.0
    assert text(written, frame()) == "nobody in between yet"
