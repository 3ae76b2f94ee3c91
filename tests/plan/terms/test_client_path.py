"""Client path: in focused weeks the friends of clients count more."""

import pytest
from tests.plan.builders import LONG_AGO, Network, ago, facts, frame, way

from netlog.domain.introduction import Way
from netlog.plan.terms.client_path import measure, text

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
    assert (measure(told, frame(lens)), text(told, frame(lens))) == (expected, said)


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
