"""Report lens: open weeks against focused ones, on the user's own results."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.reports.told import by_key, coffees, page, pair, parts, report, tell, wants
from tests.running import Netlog

from netlog.domain.weeks import week_of
from netlog.plan.context import lens_of

KEYS = ("introductions", "second_meetings", "results")
_FIRST = date(2024, 1, 1)
_WEEKS = [_FIRST + timedelta(weeks=n) for n in range(26)]
OPEN, FOCUSED = (
    [day.isoformat() for day in _WEEKS if lens_of(week_of(day)) == lens]
    for lens in ("open", "focused")
)


def results(netlog: Netlog, options: str = "") -> dict[str, Any]:
    """What came of coffees, by what it is."""
    return by_key(report(netlog, f"lens {options}")["results"], "key")


def pairs(one: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    """Open and focused weeks."""
    return pair(one["claimed"]), pair(one["other"])


@pytest.fixture
def thirteen(netlog: Netlog) -> Netlog:
    """Seven coffees in open weeks, six in focused ones."""
    in_open = coffees(netlog, *OPEN[:7])
    focused = coffees(netlog, *FOCUSED[:6])
    tell(
        netlog,
        f"intro Ida --by {in_open[0]} --on 2024-09-01 --new",
        f"intro Jo --by {in_open[0]} --on 2024-09-02 --new",
        f"intro Ko --by {focused[0]} --on 2024-09-02 --new --state dropped",
        f"intro Lu --by {focused[1]} --on 2023-09-02 --new",
        f"log {in_open[1]} --on 2024-09-01",
        f"log {focused[0]} --on 2024-09-01",
        f"log {focused[1]} -k call --on 2024-09-01",
        "got Ida client --on 2024-10-01",
    )
    return netlog


def test_nothing_yet(netlog: Netlog) -> None:
    """Without a coffee it says so, and what would record one."""
    data = report(netlog, "lens")
    assert parts(data, "n", "open", "focused") == (0, 0, 0)
    assert wants(data) == ["netlog log WHO -k coffee", "netlog got WHO KIND"]
    assert [one["verdict"] for one in data["results"]] == ["too few"] * 3


def test_three_things_that_can_come_of_a_coffee(thirteen: Netlog) -> None:
    """Introductions afterwards, a second sit-down, and an outcome of their own."""
    assert parts(report(thirteen, "lens"), "n", "open", "focused") == (13, 7, 6)
    found = {key: pairs(one) for key, one in results(thirteen).items()}
    assert found == {
        "introductions": ((1, 7), (0, 6)),
        "second_meetings": ((1, 7), (1, 6)),
        "results": ((0, 7), (0, 6)),
    }


def test_a_result_is_of_the_coffee_with_the_very_person(thirteen: Netlog) -> None:
    """Not of another one that led to it: Ida's came by way of the first coffee."""
    tell(thirteen, f"got c{OPEN[0].replace('-', '')} tip --on 2024-10-02")
    assert pairs(results(thirteen)["results"]) == ((1, 7), (0, 6))
    assert any("one case alone" in one for one in page(thirteen, "lens"))


def test_who_is_named_at_the_coffee_is_introduced_by_it(netlog: Netlog) -> None:
    """An introduction counts from the day of the coffee on."""
    tell(netlog, f"log Ann --new --on {OPEN[0]} --names Bo")
    assert pairs(results(netlog)["introductions"]) == ((1, 1), (0, 0))


def test_what_came_later_than_the_period_is_not_known(thirteen: Netlog) -> None:
    """As it stood the day before."""
    found = results(thirteen, "--until 2024-08-31")
    hits = [one["claimed"]["hits"] + one["other"]["hits"] for one in found.values()]
    assert hits == [0, 0, 0]


def test_how_many_weeks_until_it_can_tell(thirteen: Netlog) -> None:
    """As many coffees as are missing, at the pace since the first, and of age."""
    one = results(thirteen)["introductions"]
    weeks = (date(2025, 6, 2) - date.fromisoformat(min(OPEN[0], FOCUSED[0]))).days / 7
    expected = one["more"] * weeks / 13 + 180 / 7
    assert expected <= one["weeks_until_it_tells"] < expected + 1
    said = f"({one['weeks_until_it_tells']} weeks at your pace until it can tell)"
    assert any(line.endswith(said) for line in page(thirteen, "lens"))


def test_coffees_that_are_young_still_only_have_to_age(netlog: Netlog) -> None:
    """Five and six are old; the one that is missing was in May."""
    days = [date(2025, 5, 1) + timedelta(days=n) for n in range(22)]
    young = next(day for day in days if lens_of(week_of(day)) == "open")
    coffees(netlog, *OPEN[:5], young.isoformat(), *FOCUSED[:6])
    one = results(netlog)["second_meetings"]
    assert (one["more"], pairs(one)) == (1, ((0, 5), (0, 6)))
    left, weeks = 180 - (date(2025, 6, 2) - young).days, one["weeks_until_it_tells"]
    assert 7 * (weeks - 1) < left <= 7 * weeks


def test_no_number_of_weeks_tells_equal_rates_apart(netlog: Netlog) -> None:
    """With six coffees each and nothing that came of any."""
    coffees(netlog, *OPEN[:6], *FOCUSED[:6])
    found = results(netlog)
    assert [found[key]["weeks_until_it_tells"] for key in KEYS] == [None] * 3
    lines = page(netlog, "lens")
    assert any("no number of weeks would tell" in line for line in lines)


def test_a_fixed_lens_is_said(thirteen: Netlog) -> None:
    """Where the config plans all weeks alike, no difference is to be expected."""
    assert not [one for one in page(thirteen, "lens") if "plan.lens" in one]
    config = thirteen.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[plan]\nlens = "open"\n')
    assert report(thirteen, "lens")["lens"] == "open"
    assert [one for one in page(thirteen, "lens") if "plan.lens is open" in one]
