"""The networks of bench/plan: drawn alike everywhere, and checked."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from bench.planning import networks
from bench.planning.networks import AnotherNetworkError, Network, digest, planted


def test_a_digest_is_of_ordered_edges_sorted_as_numbers() -> None:
    """10 comes after 9, and (2, 1) is (1, 2)."""
    told = sha256(b"1 2\n1 10\n9 10\n").hexdigest()
    assert digest([(10, 9), (2, 1), (1, 10)]) == told


def test_the_small_network_is_always_the_same() -> None:
    """It is drawn with a seed of its own, by Python alone."""
    small = planted()
    assert (small.edges, small.digest[:16]) == (1_063, "7525f70e733219bd")
    assert planted() == small


def test_everybody_knows_whom_they_are_known_by() -> None:
    """Neighbours are mutual, and nobody is their own."""
    small = planted()
    pairs = {(a, b) for a, known in enumerate(small.neighbours) for b in known}
    assert pairs == {(b, a) for a, b in pairs}
    assert all(a != b for a, b in pairs)
    assert len(pairs) == 2 * small.edges


@pytest.mark.parametrize(
    ("make", "edges", "begins"),
    [
        (networks.holme_kim, 5_941, "4ff8ba6963ff2e65"),
        (networks.lfr, 6_361, "eeae213286fffa4c"),
    ],
)
def test_the_two_networks_are_those_that_the_figures_are_of(
    make: Callable[[], Network], edges: int, begins: str
) -> None:
    """Edges and SHA-256, wherever networkx is installed; everybody is somewhere."""
    pytest.importorskip("networkx", reason="bench/plan alone needs networkx")
    network = make()
    assert (network.edges, network.digest[:16]) == (edges, begins)
    assert len(network.neighbours) == len(network.organisations) == 1_000


def test_nothing_is_said_of_another_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network with other edges is an error that names both."""
    pytest.importorskip("networkx", reason="bench/plan alone needs networkx")
    other = networks._Expected(5_941, "0000")  # noqa: SLF001 (what it is held against)
    monkeypatch.setattr(networks, "_HOLME_KIM", other)
    with pytest.raises(AnotherNetworkError, match=r"5,941 edges .* 0000"):
        networks.holme_kim()
