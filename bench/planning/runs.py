"""Everything that is lived through, ego by ego, by several processes at once."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from typing import NamedTuple, TypeVar

from bench.planning import events, keeping
from bench.planning.chance import weeks_of_chance
from bench.planning.events import Log, Replayed
from bench.planning.keeping import ANSWERINGS, KEEP_RULES, Kept
from bench.planning.networks import NETWORKS, Network, planted
from bench.planning.rules import SHIPPED, rules, without
from bench.planning.world import beginning, egos
from bench.planning.year import SETTINGS, Year, lived, prepared

Years = Mapping[tuple[str, str, str], Sequence[Year]]
"""By network, setting and rule: one for each ego, in the same order."""
Keeps = Mapping[tuple[str, str], Sequence[Kept]]
"""By how people answer, and rule: one for each life."""
Replays = Mapping[tuple[str, str, str], Sequence[Replayed]]
"""By log, slot and rule: one for each ego who had somebody to be asked for."""

K = TypeVar("K")
V = TypeVar("V")
J = TypeVar("J")


class Size(NamedTuple):
    """How much is lived through, and by how many processes."""

    networks: tuple[str, ...]
    egos: int
    weeks: int
    lives: int
    keep_weeks: int
    processes: int


class Wanted(NamedTuple):
    """What is to be lived through: rules by setting, and by how people answer."""

    years: frozenset[tuple[str, str]]
    keeps: frozenset[tuple[str, str]]


class Results(NamedTuple):
    """All that came of it."""

    networks: tuple[Network, ...]
    years: Years
    keeps: Keeps
    logs: Mapping[str, Log]
    replays: Replays


FULL = Size(tuple(NETWORKS), 100, 52, 50, 104, 2)
SMALL = Size(("planted",), 6, 26, 2, 52, 1)
"""Seconds, and no package but netlog's own."""


@cache
def network(name: str) -> Network:
    """A network by its name; each process makes it once."""
    makers: dict[str, Callable[[], Network]] = {**NETWORKS, "planted": planted}
    return makers[name]()


def everything() -> Wanted:
    """Every rule under every setting; cities are told to see what *near* is worth."""
    near = without("near")
    names = [rule.name for rule in rules()]
    years = {
        (setting.name, name)
        for setting in SETTINGS
        for name in names
        if not setting.tells_cities or (near in names and name in {SHIPPED, near})
    }
    keeps = {(one.name, rule) for one in ANSWERINGS for rule in KEEP_RULES}
    return Wanted(frozenset(years), frozenset(keeps))


def run(size: Size, wanted: Wanted, logs: Mapping[str, Log] | None = None) -> Results:
    """Live through what is wanted, and replay the logs."""
    jobs = [
        (name, ego) for name in size.networks for ego in egos(network(name), size.egos)
    ]
    years = partial(_years, wanted.years, size.weeks)
    keeps = partial(_keeps, wanted.keeps, size.keep_weeks)
    logs = logs or {}
    return Results(
        tuple(map(network, size.networks)),
        _together(_each("year", years, jobs, size.processes)),
        _together(_each("keep", keeps, range(size.lives), size.processes)),
        logs,
        _together(_replays(logs, size.processes)),
    )


def _each(
    what: str, work: Callable[[J], V], jobs: Sequence[J], processes: int
) -> Iterator[V]:
    """The results of the jobs, in their order."""
    if processes == 1 or len(jobs) < 2:  # noqa: PLR2004 (one job needs no company)
        yield from map(work, jobs)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for number, result in enumerate(pool.map(work, jobs), 1):
            print(f"\r{what} {number} of {len(jobs)}", end="", file=sys.stderr)
            yield result
    print(file=sys.stderr)


def _together(parts: Iterable[Mapping[K, V]]) -> dict[K, list[V]]:
    """What is under the same key, as a list."""
    lists: dict[K, list[V]] = {}
    for part in parts:
        for key, value in part.items():
            lists.setdefault(key, []).append(value)
    return lists


def _years(
    wanted: frozenset[tuple[str, str]], many: int, job: tuple[str, int]
) -> dict[tuple[str, str, str], Year]:
    """The years of one ego in a network."""
    name, number = job
    begun = beginning(network(name), number)
    weeks = weeks_of_chance(f"{name}, {number}", len(begun.strong), many)
    came: dict[tuple[str, str, str], Year] = {}
    for setting in SETTINGS:
        ego = prepared(begun, cities=setting.tells_cities)
        for rule in rules():
            if (setting.name, rule.name) in wanted:
                year = lived(begun, ego, rule, setting, weeks)
                came[name, setting.name, rule.name] = year
        ego.close()
    return came


def _keeps(
    wanted: frozenset[tuple[str, str]], many: int, life: int
) -> dict[tuple[str, str], Kept]:
    """The years of one life of ties."""
    weeks = keeping.keep_weeks(life, many)
    came: dict[tuple[str, str], Kept] = {}
    for answering in ANSWERINGS:
        ties = keeping.ties(life, answering.uncalled)
        ego = keeping.prepared_ties(ties)
        for name, rule in KEEP_RULES.items():
            if (answering.name, name) in wanted:
                kept = keeping.kept(ties, ego, rule, answering, weeks)
                came[answering.name, name] = kept
        ego.close()
    return came


def _replays(
    logs: Mapping[str, Log], processes: int
) -> Iterator[dict[tuple[str, str, str], Replayed]]:
    """Every log, ego by ego."""
    for name, log in logs.items():
        orgs = events.organisations_of(log)
        work = partial(_replay, name, log, orgs)
        yield from _each(name, work, events.egos_of(log), processes)


def _replay(
    name: str, log: Log, orgs: Mapping[int, str], ego: int
) -> dict[tuple[str, str, str], Replayed]:
    came = events.replayed(log, ego, orgs)
    return {(name, slot, rule): result for (slot, rule), result in came.items()}
