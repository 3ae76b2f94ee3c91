"""Report growth: through whom new people came, year by year."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, strategies as st
from tests.network.networks import Network, introductions, networks
from tests.reports.told import by_key, page, parts, report, tell, wants
from tests.running import Netlog

from netlog.reports.growth import THROUGH_SHOWN, reached


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without anybody it says so, and what would record somebody."""
    data = report(netlog, "growth")
    assert (data["n"], data["years"], data["through"]) == (0, [], [])
    assert wants(data) == ["netlog add NAME --via WHO"]


def chain(netlog: Netlog) -> None:
    """Ann brought Bo, Bo brought Cy and Di, Cy brought Ed; Fay was met by chance."""
    tell(
        netlog,
        "add Ann --known",
        "add Bo --via Ann --on 2023-03-01",
        "add Cy --via Bo --on 2024-03-01",
        "add Di --via Bo --on 2025-03-01",
        "add Ed --via Cy --on 2025-04-01",
        "intro Ed --by Ann --on 2025-05-01",
        "add Fay --met --on 2025-05-01",
        "add Gus",
    )


def test_people_reached_over_many_hops(netlog: Netlog) -> None:
    """Each counts for the first introducer and for those before, in their year."""
    chain(netlog)
    through = by_key(report(netlog, "growth")["through"], "handle")
    assert {key: one["n"] for key, one in through.items()} == {
        "ann": 4,
        "bo": 3,
        "cy": 1,
    }
    assert through["ann"]["years"] == [
        {"year": 2023, "n": 1},
        {"year": 2024, "n": 1},
        {"year": 2025, "n": 2},
    ]


def test_the_whole_by_year(netlog: Netlog) -> None:
    """And by which way: the newest first."""
    chain(netlog)
    data = report(netlog, "growth")
    assert (data["n"], data["others"]) == (6, 0)
    assert data["years"] == [
        {"year": 2025, "n": 4, "people": 2, "places": 1, "lists": 1},
        {"year": 2024, "n": 1, "people": 1, "places": 0, "lists": 0},
        {"year": 2023, "n": 1, "people": 1, "places": 0, "lists": 0},
    ]


def test_a_page_of_it(netlog: Netlog) -> None:
    """The answer first, then years, then names."""
    chain(netlog)
    lines = page(netlog, "growth")
    assert lines[2] == "6 new people, 4 through others; most through Ann: 4."
    assert "  2025: 4 (2 by people, 1 by places, 1 by lists)" in lines
    assert "  Ann: 4 (2 in 2025, 1 in 2024, 1 in 2023)" in lines


def test_a_period_bounds_those_who_came(netlog: Netlog) -> None:
    """The way back goes on before it."""
    chain(netlog)
    data = report(netlog, "growth --since 2025-01-01 --until 2025-04-30")
    through = by_key(data["through"], "handle")
    assert data["n"] == 2
    assert {key: one["n"] for key, one in through.items()} == {
        "ann": 2,
        "bo": 2,
        "cy": 1,
    }


def test_the_way_back_ends_where_dates_would_go_forward(netlog: Netlog) -> None:
    """Bo brought Cy before anybody introduced Bo: Ann has no part in it."""
    tell(
        netlog,
        "add Ann --known",
        "add Bo --known",
        "add Cy --via Bo --on 2024-03-01",
        "intro Bo --by Ann --on 2025-03-01",
    )
    through = by_key(report(netlog, "growth")["through"], "handle")
    assert set(through) == {"bo"}


def test_whom_i_had_met_came_through_nobody(netlog: Netlog) -> None:
    """Not in the year of the meeting, nor in that of the introduction."""
    tell(
        netlog,
        "add Ann --known",
        "add Bo --met --on 2023-03-01",
        "intro Bo --by Ann --on 2025-03-01",
        "add Cy --via Bo --on 2025-04-01",
        "add Di --via Ann --on 2024-03-01",
        "log Di --on 2024-03-01",
    )
    through = by_key(report(netlog, "growth")["through"], "handle")
    assert {key: one["years"] for key, one in through.items()} == {
        "ann": [{"year": 2024, "n": 1}],
        "bo": [{"year": 2025, "n": 1}],
    }


def test_the_years_are_in_the_table_too(netlog: Netlog) -> None:
    """One row for each, behind the sum."""
    chain(netlog)
    rows = [
        line.split(",")[:3] for line in netlog("report growth --csv").out.splitlines()
    ]
    assert [row[1:] for row in rows if row[0] == "Came through"][:4] == [
        ["Ann", "4"],
        ["Ann in 2025", "2"],
        ["Ann in 2024", "1"],
        ["Ann in 2023", "1"],
    ]
    assert ["New people", "2025 by places", "1"] in rows


def test_after_twenty_the_rest_is_a_line(netlog: Netlog) -> None:
    """How many there are besides."""
    for number in range(THROUGH_SHOWN + 2):
        tell(netlog, f"add by{number} --known", f"add p{number} --via by{number}")
    data = report(netlog, "growth")
    assert (len(data["through"]), data["others"]) == (THROUGH_SHOWN, 2)
    assert "  and through others still: 2" in page(netlog, "growth")


@given(network=networks(), data=st.data())
def test_everybody_counts_once_for_each_on_their_way(
    network: Network, data: st.DataObject
) -> None:
    """In random networks: the way of the oldest introductions that a trace may use."""
    came = {
        person: data.draw(st.dates(date(2020, 1, 1), date(2022, 1, 1)))
        for person in data.draw(st.sets(st.sampled_from(network.people)))
    }
    expected: dict[int, Counter[int]] = {}
    for person, day in came.items():
        for one in way_back(network, person):
            expected.setdefault(one, Counter())[day.year] += 1
    assert reached(network.read, came) == expected


def way_back(network: Network, person: int) -> list[int]:
    """Whoever stands on the way of the oldest introductions."""
    found, until = [], date.max
    while usable := network.usable(person, until):
        person, until = usable[0].introducer_id, usable[0].day
        found.append(person)
    return found


def test_who_was_introduced_twice_counts_for_the_first() -> None:
    """The older introduction is the one that brought them."""
    links = introductions((2, 4, 5), (3, 4, 1))
    assert reached(links, {4: date(2025, 1, 2)}) == {3: Counter({2025: 1})}


def test_parts_of_a_year_add_up(netlog: Netlog) -> None:
    """People, places and lists are all there are."""
    chain(netlog)
    for year in report(netlog, "growth")["years"]:
        assert sum(parts(year, "people", "places", "lists")) == year["n"]
