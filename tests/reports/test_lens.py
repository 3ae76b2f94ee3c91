"""Report lens: open weeks against focused ones, on the user's own results."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.reports.told import (
    by_key,
    coffees,
    page,
    pair,
    parts,
    read,
    report,
    tell,
    wants,
)
from tests.running import Netlog, told

from netlog.domain.weeks import week_of
from netlog.plan.context import lens_of

KEYS = ("introductions", "second_meetings", "results")
_FIRST = date(2024, 1, 1)
_WEEKS = [_FIRST + timedelta(weeks=n) for n in range(26)]
OPEN, FOCUSED = (
    [day.isoformat() for day in _WEEKS if lens_of(week_of(day)) == lens]
    for lens in ("open", "focused")
)


def picks(netlog: Netlog, *days: str) -> list[str]:
    """Coffees with the pick of each of these weeks, on its Monday; gives handles."""
    names = [f"c{day.replace('-', '')}" for day in days]
    for name, day in zip(names, days, strict=True):
        said = f"add {name}", "due", f"log {name}"
        told(netlog, *(f"{line} --today {day}" for line in said))
    return names


def later(day: str, weeks: int) -> str:
    """So many weeks after a day."""
    return (date.fromisoformat(day) + timedelta(weeks=weeks)).isoformat()


def results(netlog: Netlog, options: str = "") -> dict[str, Any]:
    """What came of coffees, by what it is."""
    return by_key(report(netlog, f"lens {options}")["results"], "key")


def pairs(one: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    """Open and focused weeks."""
    return pair(one["claimed"]), pair(one["other"])


@pytest.fixture
def thirteen(netlog: Netlog) -> Netlog:
    """Seven coffees with picks of open weeks, six with those of focused ones."""
    in_open = picks(netlog, *OPEN[:7])
    focused = picks(netlog, *FOCUSED[:6])
    tell(
        netlog,
        f"intro Ida --by {in_open[0]} --on 2024-09-01 --new",
        f"intro Jo --by {in_open[0]} --on 2024-09-02 --new",
        f"intro Ko --by {focused[0]} --on 2024-09-02 --new --state dropped",
        f"intro Lu --by {focused[1]} --on 2023-09-02 --new",
        f"edit {focused[1]} --not-known",
        f"log {in_open[1]} --on 2024-09-01",
        f"log {focused[0]} --on 2024-09-01",
        f"log {focused[1]} -k call --on 2024-09-01",
        "got Ida client --on 2024-10-01",
    )
    return netlog


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without a coffee it says so, and what would record one."""
    data = report(netlog, "lens")
    assert parts(data, "n", "left_out", "open", "focused") == (0, 0, 0, 0)
    assert wants(data) == ["netlog log WHO -k coffee", "netlog got WHO KIND"]
    assert [one["verdict"] for one in data["results"]] == ["too few"] * 3


def test_three_things_that_can_come_of_a_coffee(thirteen: Netlog) -> None:
    """Introductions afterwards, a second sit-down, and an outcome of their own."""
    data = report(thirteen, "lens")
    assert parts(data, "n", "left_out", "open", "focused") == (13, 0, 7, 6)
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
    day = OPEN[0]
    tell(netlog, *(f"{line} --today {day}" for line in ("add Ann", "due")))
    tell(netlog, f"log Ann --names Bo --today {day}")
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
    assert said in read(thirteen, "lens")


def test_coffees_that_are_young_still_only_have_to_age(netlog: Netlog) -> None:
    """Five and six are old; the one that is missing was in May."""
    days = [date(2025, 5, 1) + timedelta(days=n) for n in range(22)]
    young = next(day for day in days if lens_of(week_of(day)) == "open")
    picks(netlog, *OPEN[:5], week_of(young).monday.isoformat(), *FOCUSED[:6])
    one = results(netlog)["second_meetings"]
    assert (one["more"], pairs(one)) == (1, ((0, 5), (0, 6)))
    left = 180 - (date(2025, 6, 2) - week_of(young).monday).days
    weeks = one["weeks_until_it_tells"]
    assert 7 * (weeks - 1) < left <= 7 * weeks


def test_no_number_of_weeks_tells_equal_rates_apart(netlog: Netlog) -> None:
    """With six coffees each and nothing that came of any."""
    picks(netlog, *OPEN[:6], *FOCUSED[:6])
    found = results(netlog)
    assert [found[key]["weeks_until_it_tells"] for key in KEYS] == [None] * 3
    assert "no number of weeks would tell" in read(netlog, "lens")


def test_coffees_that_no_week_picked_are_left_out(netlog: Netlog) -> None:
    """A year of them gives no verdict; how many there were is said."""
    coffees(netlog, *(later("2024-01-01", weeks) for weeks in range(52)))
    data = report(netlog, "lens")
    assert parts(data, "n", "left_out", "open", "focused") == (0, 52, 0, 0)
    assert wants(data) == ["netlog due"]
    assert page(netlog, "lens")[2:8] == [
        "No first coffee with a pick of the plan yet.",
        "52 first coffees were left out: no week had picked them.",
        "",
        "First coffees",
        "  with the pick of a week: 0",
        "  left out: 52 (no week had picked them)",
    ]


def test_others_are_left_out_beside_picks(thirteen: Netlog) -> None:
    """The verdicts are of the picks; one other is said, and an event is none."""
    before = page(thirteen, "lens")
    place = before.index("First coffees")
    assert before[place : place + 3] == [
        "First coffees",
        "  with the pick of a week: 13",
        "  left out: 0 (no week had picked them)",
    ]
    for line in ("log Zoe", "log Yu -k event"):
        tell(thirteen, f"{line} --new --on {OPEN[7]}")
    after = page(thirteen, "lens")
    assert after == [
        *before[: place - 1],
        "1 first coffee was left out: no week had picked them.",
        *before[place - 1 : place + 2],
        before[place + 2].replace("0", "1"),
        *before[place + 3 :],
    ]
    assert report(thirteen, "lens")["left_out"] == 1


@pytest.mark.parametrize(
    ("weeks", "config", "counts"),
    [
        (0, "", True),
        (4, "", True),
        (5, "", False),
        (5, "report.lens_weeks = 5", True),
        (1, "report.lens_weeks = 0", False),
    ],
)
def test_a_coffee_counts_for_a_few_weeks(
    netlog: Netlog, weeks: int, config: str, *, counts: bool
) -> None:
    """From the Monday of the week that picked them; it is of that week."""
    tell(netlog, *(f"{line} --today {OPEN[0]}" for line in ("add Ann", "due")))
    on = date.fromisoformat(later(OPEN[0], weeks)) + timedelta(days=6)
    tell(netlog, f"log Ann --on {on}")
    file = netlog.home / ".config" / "netlog" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(config)
    data = report(netlog, "lens")
    assert parts(data, "n", "left_out", "open", "focused") == (
        (1, 0, 1, 0) if counts else (0, 1, 0, 0)
    )


def test_the_week_that_picked_them_last_counts(netlog: Netlog) -> None:
    """First an open one, then a focused one, and the coffee in an open one again."""
    first, last, day = next(
        (one, other, third)
        for one, other, third in zip(_WEEKS, _WEEKS[1:], _WEEKS[2:], strict=False)
        if [lens_of(week_of(each)) for each in (one, other, third)]
        == ["open", "focused", "open"]
    )
    tell(netlog, f"add Ann --today {first}", f"due --today {first}")
    tell(netlog, f"due --today {last}", f"log Ann --today {day}")
    assert parts(report(netlog, "lens"), "n", "open", "focused") == (1, 0, 1)


def test_an_alternate_counts_who_came_by_swap(netlog: Netlog) -> None:
    """Not one who was merely pinned behind the pick."""
    day = OPEN[0]
    for name in ("Ann", "Bo", "Cy"):
        tell(netlog, f"add {name} --today {day}")
    plan = netlog(f"due --json --today {day}").data
    first, second, third = (one["handle"] for one in plan["new"] + plan["alternates"])
    tell(netlog, f"swap --today {day}")
    for handle in (second, third):
        tell(netlog, f"log {handle} --on {day}")
    assert parts(report(netlog, "lens"), "n", "left_out") == (1, 1)
    tell(netlog, f"log {first} --on {day}")
    assert parts(report(netlog, "lens"), "n", "left_out") == (2, 1)


def test_a_fixed_lens_is_said(thirteen: Netlog) -> None:
    """Where the config plans all weeks alike, no difference is to be expected."""
    assert not [one for one in page(thirteen, "lens") if "plan.lens" in one]
    config = thirteen.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[plan]\nlens = "open"\n')
    assert report(thirteen, "lens")["lens"] == "open"
    assert [one for one in page(thirteen, "lens") if "plan.lens is open" in one]
