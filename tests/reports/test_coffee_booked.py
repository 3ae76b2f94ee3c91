"""Report coffee: how bookings went."""

import pytest
from tests.running import Netlog, told

STATES = (
    "book hal today",
    "book zoe 3 jun",
    "book ann 4 jun",
    "book bo 5 jun",
    "book cy 20 jun",
    "log hal --today 2025-06-02",
    "book zoe --cancel --today 2025-06-03",
    "book ann --no-show --today 2025-06-04",
)


@pytest.fixture(autouse=True)
def _five(netlog: Netlog) -> None:
    """People who can be asked."""
    told(netlog, *(f"add {name}" for name in ("Hal", "Zoe", "Ann", "Bo", "Cy")))


def test_a_booking_counts_once_its_day_has_come(netlog: Netlog) -> None:
    """The rate is of those of which it is said how they went."""
    told(netlog, *STATES)
    said = netlog("report coffee --today 2025-06-10 --json").data["booked"]
    rate = said.pop("rate")
    assert said == {"n": 4, "held": 1, "cancelled": 1, "no_show": 1, "open": 1}
    assert (rate["hits"], rate["n"]) == (1, 3)
    assert rate["from"] < rate["share"] < rate["to"]


def test_the_page_has_n_and_an_interval(netlog: Netlog) -> None:
    """One of one says little, and the page says how little."""
    told(netlog, "book hal thu", "book hal fri", "log hal --today 2025-06-07")
    page = netlog("report coffee --today 2025-06-07").out
    assert page.partition("Booked\n")[2].partition("\n\n")[0].splitlines() == [
        "  in all: 1",
        "  held: 1 of 1: 100 % [21\u2013100]",
        "  cancelled: 0",
        "  did not come: 0",
        "  not said yet how it went: 0",
    ]
    assert "one that was moved counts once" in " ".join(page.split())


def test_without_any_coffee_bookings_are_counted_all_the_same(netlog: Netlog) -> None:
    """What was booked and cancelled is no coffee."""
    told(netlog, "book hal today", "book hal --cancel")
    page = netlog("report coffee").out
    assert "First coffees" not in page
    assert "  held: 0 of 1: 0 % [0\u201379]\n" in page


def test_without_a_booking_nothing_is_said_of_any(netlog: Netlog) -> None:
    """Neither a group nor how it is counted; one that is ahead is none yet."""
    told(netlog, "log hal", "book zoe fri")
    assert "Booked" not in netlog("report coffee").out
    assert netlog("report coffee --json").data["booked"]["n"] == 0


def test_only_those_of_the_period_count(netlog: Netlog) -> None:
    """By their days."""
    told(netlog, *STATES)
    line = "report coffee --since 2025-06-03 --until 2025-06-03 --today 2025-06-10"
    assert netlog(f"{line} --json").data["booked"]["n"] == 1
