"""A real log, replayed: whom keep and reconnect name, and what came of it.

A line of the log is `u v t`: who wrote, to whom, and when, in seconds.  In mail, 28
days of silence are what a year is among people who meet: time is stretched by 365/28.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from bench.planning.chance import random_of
from bench.planning.ego import Asked, Ego

from netlog.domain.settings import Settings

SHIPPED, RANDOM = "shipped", "random"
WAITING, CONTACT = "longest waiting", "most past contact"
CUTS = (0.5, 0.6, 0.7, 0.8)
"""After which shares of the log somebody looks at the plan."""
AFTER = 42
"""So many days later it is seen what came of it."""
EGOS, _LEAST = 100, 10
_STRETCH = 365 / 28
_SECONDS = 86_400
_MONDAY = date(2025, 1, 6)
_CADENCE = "13w"

Days = Mapping[int, Sequence[int]]
"""By person the days of the log on which there was contact, in order, each once."""


class BadLogError(Exception):
    """A line that is no `u v t`."""


class Log(NamedTuple):
    """Who was in touch with whom on which days, from day 0 to the `last`."""

    contacts: Mapping[int, Days]
    last: int
    lines: int


class Replayed(NamedTuple):
    """What came of those whom one rule named, over all looks of one ego.

    `back` and `lost` are shares of the named: in touch again within six weeks, never
    again in the log; `new` is how many new people came through them, a look.
    """

    looks: int
    back: float
    lost: float
    new: float


def read_log(path: Path) -> Log:
    """A log as it stands in a file; lines that begin with # or % say nothing."""
    events = list(_events(path))
    if not events:
        raise BadLogError(f"{path} has no line `u v t`.")
    first = min(second for _, _, second in events)
    days: dict[int, dict[int, set[int]]] = {}
    for one, other, second in events:
        day = (second - first) // _SECONDS
        days.setdefault(one, {}).setdefault(other, set()).add(day)
        days.setdefault(other, {}).setdefault(one, set()).add(day)
    last = max(second for _, _, second in events) - first
    contacts = {
        person: {other: sorted(on) for other, on in sorted(days[person].items())}
        for person in sorted(days)
    }
    return Log(contacts, last // _SECONDS, len(events))


def _events(path: Path) -> Iterator[tuple[int, int, int]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            words = line.split()
            if not words or words[0][0] in "#%":
                continue
            try:
                one, other, second = int(words[0]), int(words[1]), int(float(words[2]))
            except (ValueError, IndexError):
                raise BadLogError(f"{path}, line {number} is no `u v t`.") from None
            if one != other:
                yield one, other, second


def egos_of(log: Log) -> list[int]:
    """Those with ten contacts or more before the first look, a hundred at most."""
    cut = _cuts(log)[0]
    busy = [
        person
        for person, days in log.contacts.items()
        if sum(on[0] <= cut for on in days.values()) >= _LEAST
    ]
    random = random_of("log, egos")
    return sorted(random.sample(busy, min(EGOS, len(busy))))


def _cuts(log: Log) -> list[int]:
    return [int(share * (log.last - AFTER)) for share in CUTS]


def organisations_of(log: Log) -> dict[int, str]:
    """Communities before the first look, by Louvain; of a random half."""
    from networkx import Graph
    from networkx.algorithms.community import louvain_communities

    cut = _cuts(log)[0]
    graph = Graph()
    for person, days in log.contacts.items():
        graph.add_edges_from((person, other) for other in days if days[other][0] <= cut)
    where = {
        person: f"Org {number}"
        for number, whole in enumerate(louvain_communities(graph, seed=1))
        for person in whole
    }
    known = random_of("log, organisations").sample(sorted(where), len(where) // 2)
    return {person: where[person] for person in sorted(known)}


def replayed(
    log: Log, ego: int, orgs: Mapping[int, str]
) -> dict[tuple[str, str], Replayed]:
    """What came of each rule, by slot and name."""
    named: dict[tuple[str, str], list[tuple[int, list[int]]]] = {}
    for cut in _cuts(log):
        user = _as_of(log.contacts[ego], cut, orgs)
        for slot, could_be, size in (
            ("reconnect", user.open_reconnect(_MONDAY), 1),
            ("keep", user.open_keep(_MONDAY), Settings().keep),
        ):
            if could_be:
                shipped = _shipped(user, slot, could_be)
                for rule, people in _named(shipped, could_be, size).items():
                    named.setdefault((slot, rule), []).append((cut, people))
        user.close()
    return {key: _came_of(log, ego, looks) for key, looks in named.items()}


def _shipped(user: Ego, slot: str, could_be: Sequence[Asked]) -> list[int]:
    """Whom the plan names, the best first."""
    if slot == "keep":
        return list(user.asked_keep(_MONDAY))
    return [one.person for one in could_be]


def _named(
    shipped: Sequence[int], could_be: Sequence[Asked], size: int
) -> dict[str, list[int]]:
    """Whom each rule names; at random everybody is, each for their share."""

    def first(key: Callable[[Asked], float]) -> list[int]:
        ordered = sorted(could_be, key=lambda one: (key(one), one.person))
        return [one.person for one in ordered[:size]]

    return {
        SHIPPED: list(shipped[:size]),
        RANDOM: [one.person for one in could_be],
        WAITING: first(lambda one: one.since.toordinal()),
        CONTACT: first(lambda one: -one.contacts),
    }


def _as_of(days: Days, cut: int, orgs: Mapping[int, str]) -> Ego:
    """The user on a day of the log, with all that was before."""
    before = {
        person: [_stretched(day, cut) for day in on[: bisect_right(on, cut)]]
        for person, on in days.items()
        if on[0] <= cut
    }
    ego = Ego(orgs)
    with ego.writing(_MONDAY) as diary:
        diary.contacts(sorted(before), _CADENCE)
        diary.history(before, "email")
    return ego


def _stretched(day: int, cut: int) -> date:
    return _MONDAY - timedelta(days=round((cut - day) * _STRETCH))


def _came_of(
    log: Log, ego: int, looks: Iterable[tuple[int, Sequence[int]]]
) -> Replayed:
    seen = [_look(log, ego, cut, people) for cut, people in looks]
    back, lost, new = (sum(parts) / len(seen) for parts in zip(*seen, strict=True))
    return Replayed(len(seen), back, lost, new)


def _look(
    log: Log, ego: int, cut: int, people: Sequence[int]
) -> tuple[float, float, float]:
    """Of those named on a day: how many came back, were lost, and brought others."""
    days = log.contacts[ego]
    back = lost = new = 0
    for person in people:
        later = days[person][bisect_right(days[person], cut) :]
        lost += not later
        if later and later[0] <= cut + AFTER:
            back += 1
            new += _new_through(log, ego, person, later[0], cut)
    return back / len(people), lost / len(people), new / len(people)


def _new_through(log: Log, ego: int, person: int, since: int, cut: int) -> int:
    """Whom the user first met after somebody came back who had known them before."""
    theirs = log.contacts[person]
    return sum(
        since <= on[0] <= cut + AFTER and other in theirs and theirs[other][0] <= cut
        for other, on in log.contacts[ego].items()
    )
