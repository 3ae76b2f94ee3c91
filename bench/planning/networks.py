"""The networks in which somebody lives for a year: who knows whom, and who is where."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

Edge = tuple[int, int]


class Network(NamedTuple):
    """People by number, those whom each knows, and the organisation of each.

    `made` says in words how it was made; `edges` and `digest` are what was checked.
    """

    name: str
    made: str
    neighbours: tuple[tuple[int, ...], ...]
    organisations: tuple[int, ...]
    edges: int
    digest: str


class _Expected(NamedTuple):
    """What a network must be before anything is said of it."""

    edges: int
    digest: str


_HOLME_KIM = _Expected(5_941, "4ff8ba6963ff2e65")
_LFR = _Expected(6_361, "eeae213286fffa4c")


class AnotherNetworkError(Exception):
    """A network came out otherwise than the one that the figures are of."""


def holme_kim() -> Network:
    """A thousand people, a few of whom know very many; organisations by Louvain."""
    from networkx import powerlaw_cluster_graph
    from networkx.algorithms.community import louvain_communities

    graph = powerlaw_cluster_graph(1_000, 6, 0.5, seed=7)
    communities = louvain_communities(graph, seed=1)
    made = "powerlaw_cluster_graph(1000, 6, 0.5, seed=7); organisations by Louvain"
    network = _network("Holme-Kim", made, graph.edges(), _numbered(communities))
    return _checked(network, _HOLME_KIM)


def lfr() -> Network:
    """A thousand people in communities of 20 to 100, which are the organisations."""
    from networkx import LFR_benchmark_graph, selfloop_edges

    graph = LFR_benchmark_graph(
        1_000, 3, 1.5, 0.2, average_degree=12, max_degree=80,
        min_community=20, max_community=100, seed=7,
    )  # fmt: skip
    loops = list(selfloop_edges(graph))
    graph.remove_edges_from(loops)
    communities = {frozenset(graph.nodes[node]["community"]) for node in graph}
    made = (
        "LFR_benchmark_graph(1000, 3, 1.5, 0.2, average_degree=12, max_degree=80,"
        f" min_community=20, max_community=100, seed=7) without its {len(loops)}"
        " self-loops; organisations are its communities"
    )
    network = _network("LFR", made, graph.edges(), _numbered(communities))
    return _checked(network, _LFR)


def planted(people: int = 200, organisations: int = 10, seed: int = 7) -> Network:
    """A small one that needs no package: most of whom somebody knows are colleagues."""
    random = Random(seed)  # noqa: S311 (chance that is the same everywhere)
    inside, outside = 0.4, 0.015
    edges = [
        (one, other)
        for one, other in combinations(range(people), 2)
        if random.random() < (inside if (one - other) % organisations == 0 else outside)
    ]
    where = {person: person % organisations for person in range(people)}
    made = f"{people} people in {organisations} organisations, drawn with seed {seed}"
    return _network("planted", made, edges, where)


NETWORKS: Mapping[str, Callable[[], Network]] = {"Holme-Kim": holme_kim, "LFR": lfr}
"""The two of which something is claimed."""


def digest(edges: Iterable[Edge]) -> str:
    """The SHA-256 of lines `u v`, u < v, sorted as numbers."""
    lines = (f"{low} {high}\n" for low, high in sorted(map(_ordered, edges)))
    return sha256("".join(lines).encode()).hexdigest()


def _ordered(edge: Edge) -> Edge:
    return min(edge), max(edge)


def _network(
    name: str, made: str, edges: Iterable[Any], where: Mapping[int, int]
) -> Network:
    pairs = [_ordered((int(one), int(other))) for one, other in edges]
    known: dict[int, list[int]] = {person: [] for person in where}
    for one, other in pairs:
        known[one].append(other)
        known[other].append(one)
    return Network(
        name,
        made,
        tuple(tuple(sorted(known[person])) for person in range(len(known))),
        tuple(where[person] for person in range(len(where))),
        len(pairs),
        digest(pairs),
    )


def _numbered(communities: Iterable[Iterable[int]]) -> dict[int, int]:
    """The organisation of everybody; the first is the one of whoever is person 0."""
    in_order = sorted(sorted(community) for community in communities)
    return {person: n for n, whole in enumerate(in_order) for person in whole}


def _checked(network: Network, expected: _Expected) -> Network:
    if network.edges == expected.edges and network.digest.startswith(expected.digest):
        return network
    raise AnotherNetworkError(
        f"{network.name} has {network.edges:,} edges and the digest"
        f" {network.digest[:16]}; the figures are of one with {expected.edges:,} and"
        f" {expected.digest}. Another version of networkx may draw another network."
    )
