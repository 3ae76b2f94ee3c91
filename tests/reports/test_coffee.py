"""Report coffee: what comes of coffees with someone new, and how soon."""

from typing import Any

import pytest
from tests.reports.told import by_key, coffees, page, pair, parts, report, tell, wants
from tests.running import Netlog

OLD = [f"2024-{month:02}-10" for month in range(1, 8)]
YOUNG = ["2025-05-10", "2025-05-11", "2025-05-12"]


@pytest.fixture
def ten(netlog: Netlog) -> Netlog:
    """Ten coffees: seven old at Tatte, introduced by Alisa; three young by chance."""
    tell(netlog, "add Alisa --known")
    first, second, *_ = coffees(netlog, *OLD, at="Tatte", via="alisa")
    coffees(netlog, *YOUNG)
    tell(
        netlog,
        f"got {first} client --value 900 --on 2024-03-10",
        f"intro Zoe --by {second} --on 2024-05-01 --new",
        "got Zoe interview --on 2024-08-18",
    )
    return netlog


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without a coffee it says so, and what would record one."""
    data = report(netlog, "coffee")
    assert parts(data) == (0, 0, 0, 0)
    assert data["answer"] == ["No coffee with someone new yet."]
    assert wants(data) == ["netlog log WHO -k coffee", "netlog got WHO KIND"]


def test_each_coffee_is_counted_once(ten: Netlog) -> None:
    """Ten: two came to something, three are too early, five came to nothing."""
    data = report(ten, "coffee")
    assert parts(data) == (10, 2, 5, 3)
    assert (pair(data["rate"]), pair(data["rate_all"])) == ((2, 7), (2, 10))
    assert data["missing"] == []


def test_the_answer_comes_first(ten: Netlog) -> None:
    """Then the figures, then how they were counted."""
    lines = page(ten, "coffee")
    said = "Of 7 first coffees old enough to tell, 2 came to something: 29 % [8-64]."
    assert lines[:4] == ["Coffee · up to Mon 2 Jun 2025", "", said, ""]
    assert lines[4:9] == [
        "First coffees",
        "  in all: 10",
        "  came to something: 2",
        "  nothing: 5",
        "  too early to tell: 3",
    ]
    assert "  Tatte: 2 of 7: 29 % [8-64]" in lines
    assert lines[-1].startswith("In brackets: ")


def test_by_the_way_people_came(ten: Netlog) -> None:
    """Introduced by then, or not; each part adds up to its own n."""
    ways = by_key(report(ten, "coffee")["by_way"], "way")
    assert parts(ways["introduced"]) == (7, 2, 5, 0)
    assert parts(ways["met without help"]) == (3, 0, 0, 3)


def test_a_place_needs_enough_coffees(ten: Netlog) -> None:
    """Six at least; those without a place stand nowhere."""
    assert [one["place"] for one in report(ten, "coffee")["by_place"]] == ["Tatte"]
    assert report(ten, "coffee --until 2024-06-09")["by_place"] == []


def test_how_long_it_took(ten: Netlog) -> None:
    """From the coffee to the first outcome: 60 days, and 191 by way of Zoe."""
    time = report(ten, "coffee")["time"]
    assert (time["came"], time["open"], time["median_days"]) == (2, 8, None)
    shares = {one["days"]: one["share"] for one in time["by"]}
    # Until day 60 all ten were watched but for the three of 21 to 23 days.
    assert shares == {
        90: pytest.approx(1 / 7),
        180: shares[90],
        365: pytest.approx(2 / 7),
    }


def test_how_long_it_took_says_how_many_were_at_risk(ten: Netlog) -> None:
    """On the page, for programs, and in a record; with Greenwood's interval."""
    quick, _, slow = report(ten, "coffee")["time"]["by"]
    assert (quick["n"], slow["n"]) == (6, 3)
    assert (quick["from"], quick["to"]) == (0.021439, 0.665946)
    lines = page(ten, "coffee")
    assert "  within 90 days: 14 % [2-67] (6 at risk)" in lines
    assert any("Greenwood's on the log-log scale" in line for line in lines)
    rows = ten("report coffee --csv").out.splitlines()
    (row,) = [row for row in rows if ",within 90 days," in row]
    assert row.split(",")[2:5] == ["", "6", "0.1429"]


def test_half_of_them_within(netlog: Netlog) -> None:
    """Two of two: the first half within the days of the quicker."""
    one, other = coffees(netlog, "2024-01-01", "2024-02-01")
    tell(netlog, f"got {one} tip --on 2024-01-31", f"got {other} tip --on 2024-02-02")
    data = report(netlog, "coffee")
    assert data["time"]["median_days"] == 1
    assert "  half of them within: 1 day" in page(netlog, "coffee")


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        ("--since 2024-04-01", (7, 0, 4, 3)),
        ("--until 2024-08-17", (7, 1, 1, 5)),
        ("--until 2024-08-18", (7, 2, 0, 5)),
        ("--until 2024-12-31", (7, 2, 4, 1)),
        ("--since 2025-05-11 --until 2025-05-11", (1, 0, 0, 1)),
        ("--since 2025-05-13", (0, 0, 0, 0)),
    ],
)
def test_a_period_bounds_the_coffees_and_the_day_of_judgement(
    ten: Netlog, options: str, counts: Any
) -> None:
    """What came later than --until is not known yet, and who is young is by then."""
    assert parts(report(ten, f"coffee {options}")) == counts


def test_what_came_before_the_coffee_does_not_count(netlog: Netlog) -> None:
    """An outcome on the day of the coffee does."""
    before, same = coffees(netlog, "2024-03-02", "2024-03-03")
    tell(
        netlog,
        f"got {before} tip --on 2024-03-01",
        f"got {same} tip --on 2024-03-03",
    )
    assert parts(report(netlog, "coffee")) == (2, 1, 1, 0)


def test_only_somebody_new_counts(netlog: Netlog) -> None:
    """Known people do not, nor second coffees, nor tries and meetings by chance."""
    coffees(netlog, "2024-03-02")
    tell(
        netlog,
        "log c20240302 --on 2024-04-02",
        "add Hal --known",
        "log Hal --on 2024-04-02",
        "add Ida --met --on 2024-04-02",
        "add Jo",
        "log Jo --no-answer --on 2024-04-02",
    )
    assert report(netlog, "coffee")["n"] == 1


def test_two_new_people_at_a_table_are_two(netlog: Netlog) -> None:
    """Each can come to something of their own."""
    tell(
        netlog,
        "log 'Ann Lee' 'Bo Lind' --new --on 2024-03-01",
        "got Ann tip --on 2024-05-01",
    )
    assert parts(report(netlog, "coffee")) == (2, 1, 1, 0)


def test_the_days_of_too_early_are_the_users_own(ten: Netlog) -> None:
    """report.early in the config; old is who is just as old."""
    config = ten.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[report]\nearly = 22\n")
    data = report(ten, "coffee")
    assert parts(data) == (10, 2, 7, 1)


def test_all_young(netlog: Netlog) -> None:
    """It says so, and gives no rate."""
    coffees(netlog, *YOUNG)
    data = report(netlog, "coffee")
    said = "3 first coffees, too young to tell; none of them came to something so far."
    assert (data["answer"], data["rate"]["share"]) == ([said], None)
    assert wants(data) == ["netlog got WHO KIND"]
