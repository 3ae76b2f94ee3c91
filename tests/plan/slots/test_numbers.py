"""This week's numbers: coffees of the year, weeks in a row, promises on time."""

from datetime import date

import pytest
from tests.plan.builders import Network, ago

from netlog.domain.weeks import week_of
from netlog.plan.result import Numbers
from netlog.plan.slots.numbers import streak


def test_nothing_yet_is_nothing_of_fifty() -> None:
    """The goal is in the config."""
    assert Network().plan().numbers == Numbers(0, 50, 0, 0, 0, 0)
    assert Network(coffees=12).plan().numbers.of == 12


def test_first_sit_downs_of_the_year_are_counted() -> None:
    """With new people, each once, this year, by today."""
    network = Network()
    network.add("ada", "bea", "cal", "dan", "eve")
    network.add("fay", known=True)
    network.log("ada", on=date(2025, 1, 1))
    network.log("ada", on=date(2025, 3, 1))
    network.log("bea", "fay", kind="lunch", on=date(2025, 6, 2))
    network.log("cal", on=date(2024, 12, 31))
    network.log("dan", kind="event", on=date(2025, 2, 1))
    network.log("eve", on=date(2025, 2, 1), answered="no")
    assert network.plan().numbers.coffees == 2


def test_promises_kept_on_time_are_counted() -> None:
    """Of all whose day has passed this year, dropped and open ones too."""
    network = Network(date(2025, 5, 2))
    network.add("ada", known=True)
    days = (date(2025, 5, 1), date(2025, 5, 2), date(2025, 5, 3), date(2024, 12, 31))
    owed = [network.promise("ada", "x", day) for day in days]
    for promise in owed:
        network.close(promise)
    network.close(network.promise("ada", "x", date(2025, 5, 3)), "dropped")
    network.promise("ada", "still open", date(2025, 5, 1))
    assert kept(network) == (0, 1, 2)
    network.today = date(2025, 5, 4)
    assert kept(network) == (2, 3, 5)


def kept(network: Network) -> tuple[int, int, int]:
    """Kept on time, kept, and past their day, as the plan has them."""
    found = network.plan().numbers
    return found.promises_on_time, found.promises_kept, found.promises_closed


@pytest.mark.parametrize(
    ("weeks_ago", "expected"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),
        ([0, 1, 2], 3),
        ([1, 2, 3], 3),
        ([0, 2, 3], 1),
        ([2, 3], 0),
        ([0, 0, 1], 2),
    ],
)
def test_the_streak_is_weeks_in_a_row(weeks_ago: list[int], expected: int) -> None:
    """This week may still come; a week without one ends it."""
    network = Network()
    for number, weeks in enumerate(weeks_ago):
        network.add(f"p{number}")
        network.log(f"p{number}", on=ago(7 * weeks))
    assert streak(week_of(network.today), network.store) == expected
    assert network.plan().numbers.streak == expected


def test_the_streak_goes_over_new_year() -> None:
    """The coffees of the year begin again, the streak does not."""
    network = Network(date(2025, 1, 6))
    network.add("ada", "bea")
    network.log("ada", on=date(2024, 12, 30))
    network.log("bea", on=date(2024, 12, 27))
    found = network.plan().numbers
    assert (found.coffees, found.streak) == (0, 2)
