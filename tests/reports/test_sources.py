"""Report sources: whether people, places or lists bring the best new people."""

from typing import Any

import pytest
from tests.reports.told import by_key, coffees, page, pair, parts, report, tell, wants
from tests.running import Netlog


def ways(netlog: Netlog, options: str = "") -> dict[str, Any]:
    """The three ways."""
    return by_key(report(netlog, f"sources {options}")["ways"], "way")


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without anybody it says so, and what would record somebody."""
    data = report(netlog, "sources")
    assert (data["n"], data["best"], data["comparison"]) == (0, None, None)
    assert wants(data) == ["netlog add NAME --via WHO", "netlog got WHO KIND"]


@pytest.mark.parametrize(
    ("lines", "way"),
    [
        (("add Zoe --via Ann --on 2024-03-01",), "people"),
        (("log Ann -k call --on 2024-03-01 --names Zoe",), "people"),
        (
            ("intro Zoe --by Ann --on 2024-03-01 --new", "log Zoe --on 2024-03-01"),
            "people",
        ),
        (("add Zoe --met --on 2024-03-01",), "places"),
        (("log Zoe --new --on 2024-03-01",), "places"),
        (
            ("log Zoe --new --on 2024-03-01", "intro Zoe --by Ann --on 2024-03-02"),
            "places",
        ),
        (("log Zoe -k call --new --on 2024-03-01",), "lists"),
        (("add Zoe",), "lists"),
        (("import zoe.csv",), "lists"),
        (("import zoe.csv", "log Zoe --on 2025-06-01"), "lists"),
        (("--format page import zoe.csv", "log Zoe --on 2025-06-01"), "lists"),
        (("import zoe.csv", "intro Zoe --by Ann"), "people"),
        (("add Zoe --at Cafe --note 'big import firm'",), "places"),
        (("--format page add Zoe --at Cafe --note 'big import firm'",), "places"),
    ],
)
def test_by_which_way_somebody_came(
    netlog: Netlog, lines: tuple[str, ...], way: str
) -> None:
    """Introduced or named before they were met, met by chance, or out of a file."""
    (netlog.home / "zoe.csv").write_text("Name,Email\nZoe,zoe@example.org\n")
    tell(netlog, "add Ann --known", *lines)
    assert {key: one["n"] for key, one in ways(netlog).items() if one["n"]} == {way: 1}


@pytest.fixture
def many(netlog: Netlog) -> Netlog:
    """Six by people, four of whom brought something; six by places, one of whom did."""
    tell(netlog, "add Ann --known", "add Zoe")
    met = coffees(netlog, *(f"2024-03-0{day}" for day in range(1, 7)))
    for number in range(6):
        tell(netlog, f"add p{number} --via Ann --on 2024-02-01")
    tell(netlog, "log p0 --on 2024-03-01", "log p1 -k call --on 2024-03-01")
    tell(netlog, *(f"got p{number} tip --on 2024-04-01" for number in range(4)))
    tell(netlog, f"got {met[0]} tip --on 2024-04-01")
    return netlog


def test_each_way_with_what_came_of_it(many: Netlog) -> None:
    """Who came, who was sat down with, and who came to something."""
    found = ways(many)
    assert [parts(found[way]) for way in ("people", "places", "lists")] == [
        (6, 4, 2, 0),
        (6, 1, 5, 0),
        (1, 0, 0, 1),
    ]
    sat = {way: pair(one["sat_down"]["rate"]) for way, one in found.items()}
    assert sat == {"people": (1, 6), "places": (6, 6), "lists": (0, 0)}
    assert report(many, "sources")["n"] == 13


def test_the_best_against_the_rest(many: Netlog) -> None:
    """With a verdict, and how many more it takes."""
    data = report(many, "sources")
    best = data["comparison"]
    assert (data["best"], pair(best["claimed"]), pair(best["other"])) == (
        "people",
        (4, 6),
        (1, 6),
    )
    assert (best["verdict"], best["points"]) == ("too few", "towards")
    assert page(many, "sources")[2].startswith(
        "New people come best by people? Too few"
    )


def test_the_best_of_three_needs_more(netlog: Netlog) -> None:
    """3 of 8 against 2 of 31 would be sure; picked out of three it is not."""
    tell(netlog, "add Ann --known")
    people = [f"p{n}" for n in range(8)]
    met = [f"m{n}" for n in range(31)]
    tell(netlog, *(f"add {one} --via Ann --on 2024-02-01" for one in people))
    tell(netlog, *(f"add {one} --met --on 2024-02-01" for one in met))
    tell(netlog, *(f"got {one} tip --on 2024-04-01" for one in people[:3] + met[:2]))
    one = report(netlog, "sources")["comparison"]
    assert (pair(one["claimed"]), pair(one["other"])) == ((3, 8), (2, 31))
    assert (one["verdict"], round(one["p"], 2)) == ("leaning", 0.15)
    assert any("three times (Bonferroni)" in one for one in page(netlog, "sources"))


def test_what_came_through_somebody_counts_for_the_last_alone(netlog: Netlog) -> None:
    """A chain of three by people with one tip at its end is one of three."""
    tell(
        netlog,
        "add Ann --known",
        "intro Bo --by Ann --on 2024-02-01 --new",
        "intro Cy --by Bo --on 2024-02-02 --new",
        "intro Di --by Cy --on 2024-02-03 --new",
        "got Di tip --on 2024-04-01",
    )
    assert pair(ways(netlog)["people"]["rate"]) == (1, 3)


def test_nothing_came_of_anybody(netlog: Netlog) -> None:
    """Then there is no best one."""
    tell(netlog, "add Zoe --met --on 2024-01-01")
    data = report(netlog, "sources")
    assert (data["best"], wants(data)) == (None, ["netlog got WHO KIND"])


def test_a_period_bounds_those_who_came(many: Netlog) -> None:
    """By the day on which they were introduced, met or written down."""
    assert report(many, "sources --since 2024-03-05")["n"] == 3
    assert report(many, "sources --until 2024-02-28")["n"] == 6
    assert parts(ways(many, "--until 2024-03-31")["people"]) == (6, 0, 0, 6)
    sat = [
        ways(many, f"--until 2024-0{day}")["people"]["sat_down"]
        for day in ("2-29", "3-01")
    ]
    assert [one["with"] for one in sat] == [0, 1]
