"""Report growth: through whom new people came, year by year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.numbers import counted
from netlog.domain.person import Named
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import ancestors
from netlog.reports.channels import CHANNELS, NewPerson, new_people
from netlog.reports.result import Figure, Group, Missing, Period, Report

THROUGH_SHOWN = 20
"""How many of those through whom people came, most first."""
_NONE = Missing("nobody new", "netlog add NAME --via WHO")
Years = Counter[int]


class _Through(NamedTuple):
    """Somebody, and how many came through them in each year."""

    person: Named
    years: Years


def report(store: Store, period: Period) -> Report:
    """People reached through each person, and all new ones, by year."""
    links = sql.links(store)
    came = new_people(store, links, period)
    through = reached(
        _leading(store, links, period),
        {person.person_id: person.day for person in came},
    )
    most = sorted(through, key=lambda key: (-through[key].total(), key))
    shown = [
        _Through(sql.named(store, key), through[key]) for key in most[:THROUGH_SHOWN]
    ]
    years = _by_year(came)
    return Report(
        answer=_answer(came, shown, period),
        data=_data(came, years, shown, len(through)),
        groups=_groups(years, shown, len(through)) if came else (),
        counted=(
            (
                "Each new person counts once, for whoever introduced or named them"
                " first, and for those before: back to somebody met without help."
            ),
            (
                "By people: introduced or named; by places: met without that; by lists:"
                " from a file, or only written down."
            ),
        ),
        missing=() if came else (_NONE,),
    )


def _leading(store: Store, links: Iterable[Link], period: Period) -> Iterator[Link]:
    """Introductions by which somebody came: whom I had met came by none."""
    met_before = set(sql.met_before(store))
    for link in links:
        if link.day <= period.until and link.introduction not in met_before:
            yield link


def reached(links: Iterable[Link], came: Mapping[int, date]) -> dict[int, Years]:
    """How many of some people came through each, by the year in which they came.

    Everybody has one way back: by their oldest introduction, to its introducer, and on
    by theirs where that is as old or older.
    """
    known = ancestors(links)
    through: dict[int, Years] = {}
    going_on: dict[int, Years] = {}
    for person in reversed(known.rank):
        if not known.links[person]:
            continue
        link = known.links[person][0]
        arriving = going_on.pop(person, Counter())
        if person in came:
            arriving = arriving + Counter({came[person].year: 1})
        if arriving:
            introducer = link.introducer_id
            through[introducer] = through.get(introducer, Counter()) + arriving
            if known.usable_count(introducer, link.day) > 0:
                going_on[introducer] = going_on.get(introducer, Counter()) + arriving
    return through


def _by_year(came: Iterable[NewPerson]) -> dict[int, Counter[str]]:
    """How many came by which way, the newest year first."""
    years: dict[int, Counter[str]] = {}
    for person in came:
        years.setdefault(person.day.year, Counter())[person.way] += 1
    return dict(sorted(years.items(), reverse=True))


def _answer(
    came: Sequence[NewPerson], shown: Sequence[_Through], period: Period
) -> list[str]:
    if not came:
        return [f"Nobody new {period.yet}."]
    by_people = sum(person.way == "people" for person in came)
    people = (
        f"{counted(len(came), 'new person', 'new people')}, {by_people} through others"
    )
    if not shown:
        return [f"{people}."]
    most = shown[0]
    return [f"{people}; most through {most.person.name}: {most.years.total()}."]


def _groups(
    years: Mapping[int, Counter[str]], shown: Sequence[_Through], of: int
) -> list[Group]:
    whole = [_made_up(str(year), ways, CHANNELS) for year, ways in years.items()]
    groups = [Group("New people", whole)]
    if shown:
        figures = [
            _made_up(
                broker.person.name, broker.years, sorted(broker.years, reverse=True)
            )
            for broker in shown
        ]
        if of > len(shown):
            figures.append(Figure("and through others still", of - len(shown)))
        groups.append(Group("Came through", figures))
    return groups


def _made_up(label: str, counts: Counter[Any], keys: Sequence[Any]) -> Figure:
    """A number and what it is made up of."""
    parts = [(_in(key), counts[key]) for key in keys if counts[key]]
    note = ", ".join(f"{number} {of}" for of, number in parts)
    return Figure(label, counts.total(), note=note, parts=parts)


def _in(key: object) -> str:
    return f"in {key}" if isinstance(key, int) else f"by {key}"


def _data(
    came: Sequence[NewPerson],
    years: Mapping[int, Counter[str]],
    shown: Sequence[_Through],
    of: int,
) -> dict[str, Any]:
    return {
        "n": len(came),
        "years": [
            {"year": year, "n": ways.total()} | {way: ways[way] for way in CHANNELS}
            for year, ways in years.items()
        ],
        "through": [
            {
                "handle": broker.person.handle,
                "name": broker.person.name,
                "n": broker.years.total(),
                "years": [
                    {"year": year, "n": broker.years[year]}
                    for year in sorted(broker.years)
                ],
            }
            for broker in shown
        ],
        "others": of - len(shown),
    }
