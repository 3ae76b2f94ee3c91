"""Report growth: through whom new people came, year by year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain.introduction import Link
from netlog.domain.person import Named
from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.result import Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.ways import WAYS, Came, arrived
from netlog.reports.words import many
from netlog.trace.ancestry import ancestry

SHOWN = 20
"""How many of those through whom people came, most first."""
_NONE = Missing("nobody new", "netlog add NAME --via WHO")
Years = Counter[int]


class _Through(NamedTuple):
    """Somebody, and how many came through them in each year."""

    person: Named
    years: Years


def report(source: ReportSource, period: Period) -> Report:
    """People reached through each person, and all new ones, by year."""
    came = arrived(source, period)
    through = reached(_links(source, period), {one.person_id: one.day for one in came})
    most = sorted(through, key=lambda key: (-through[key].total(), key))
    shown = [_Through(_named(source, key), through[key]) for key in most[:SHOWN]]
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


def _links(source: ReportSource, period: Period) -> Iterator[Link]:
    """Introductions by which somebody came: whom I had met came by none."""
    met_before = source.met_before()
    for link in source.links():
        if link.day <= period.until and link.introduction not in met_before:
            yield link


def reached(links: Iterable[Link], came: Mapping[int, date]) -> dict[int, Years]:
    """How many of some people came through each, by the year in which they came.

    Everybody has one way back: by their oldest introduction, to its introducer, and on
    by theirs where that is as old or older.
    """
    known = ancestry(links)
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
            by = link.introducer_id
            through[by] = through.get(by, Counter()) + arriving
            if known.usable_count(by, link.day) > 0:
                going_on[by] = going_on.get(by, Counter()) + arriving
    return through


def _named(source: ReportSource, key: int) -> Named:
    person = source.planning.person(key)
    return Named(key, person.handle, person.name) if person else Named(key, "", "")


def _by_year(came: Iterable[Came]) -> dict[int, Counter[str]]:
    """How many came by which way, the newest year first."""
    years: dict[int, Counter[str]] = {}
    for one in came:
        years.setdefault(one.day.year, Counter())[one.way] += 1
    return dict(sorted(years.items(), reverse=True))


def _answer(
    came: Sequence[Came], shown: Sequence[_Through], period: Period
) -> list[str]:
    if not came:
        return [f"Nobody new {period.yet}."]
    by_people = sum(one.way == "people" for one in came)
    said = f"{many(len(came), 'new person', 'new people')}, {by_people} through others"
    if not shown:
        return [f"{said}."]
    most = shown[0]
    return [f"{said}; most through {most.person.name}: {most.years.total()}."]


def _groups(
    years: Mapping[int, Counter[str]], shown: Sequence[_Through], of: int
) -> list[Group]:
    whole = [_made_up(str(year), ways, WAYS) for year, ways in years.items()]
    groups = [Group("New people", whole)]
    if shown:
        figures = [
            _made_up(one.person.name, one.years, sorted(one.years, reverse=True))
            for one in shown
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
    came: Sequence[Came],
    years: Mapping[int, Counter[str]],
    shown: Sequence[_Through],
    of: int,
) -> dict[str, Any]:
    return {
        "n": len(came),
        "years": [
            {"year": year, "n": ways.total()} | {way: ways[way] for way in WAYS}
            for year, ways in years.items()
        ],
        "through": [
            {
                "handle": one.person.handle,
                "name": one.person.name,
                "n": one.years.total(),
                "years": [
                    {"year": year, "n": one.years[year]} for year in sorted(one.years)
                ],
            }
            for one in shown
        ],
        "others": of - len(shown),
    }
