"""What the world of bench/plan does, and that it does it alike for every rule."""

from datetime import date, timedelta

import pytest
from bench.planning.chance import weeks_of_chance
from bench.planning.networks import planted
from bench.planning.world import (
    FIRST_MONDAY,
    Beginning,
    Heard,
    beginning,
    egos,
    introductions,
    willingness,
)
from bench.planning.year import ACCEPT, CITIES, ONE_TRY

NETWORK = planted()


@pytest.fixture
def begun() -> Beginning:
    """Somebody's beginning in which person 1 is a strong introducer, 2 is not."""
    start = beginning(NETWORK, 0)
    strong = list(start.strong)
    strong[1:3] = [True, False]
    return start._replace(strong=tuple(strong))


def heard(*by: int, in_person: bool = False) -> Heard:
    """Somebody of whom the user heard on the first Monday."""
    somebody = Heard(FIRST_MONDAY)
    somebody.by.update(by)
    somebody.in_person = in_person
    return somebody


def after(days: int) -> date:
    """So many days after the first Monday."""
    return FIRST_MONDAY + timedelta(days=days)


def test_who_is_named_by_a_strong_introducer_says_yes_most(begun: Beginning) -> None:
    """0.9, introduced 0.7, met by chance 0.5, a stranger 0.2."""
    people = (heard(2, 1), heard(2), heard(in_person=True), heard())
    said = [willingness(one, FIRST_MONDAY, begun) for one in people]
    assert said == [0.9, 0.7, 0.5, 0.2]


def test_willingness_falls_to_40_percent_from_a_week_to_90_days(
    begun: Beginning,
) -> None:
    """As fresh as ever for seven days, then in a line, then no less."""
    said = [willingness(heard(2), after(days), begun) for days in (7, 90, 400)]
    assert said == pytest.approx([0.7, 0.28, 0.28])
    assert willingness(heard(2), after(48), begun) == pytest.approx(0.7 * 0.7036, 1e-3)


def test_a_setting_says_who_says_yes(begun: Beginning) -> None:
    """Everybody; those who are willing; those elsewhere a quarter as often."""
    near = begun._replace(here=(True,) * len(begun.here))
    far = begun._replace(here=(False,) * len(begun.here))
    said = [
        setting.willing(5, heard(2), FIRST_MONDAY, where)
        for setting in (ACCEPT, ONE_TRY, CITIES)
        for where in (near, far)
    ]
    assert said == [1.0, 1.0, 0.7, 0.7, 0.7, 0.175]


def test_a_beginning_has_ten_contacts_at_most_and_thirty_strangers() -> None:
    """Contacts are known in the network, strangers are not; half of them are told."""
    for ego in egos(NETWORK, 20):
        start = beginning(NETWORK, ego)
        around = set(NETWORK.neighbours[ego])
        assert set(start.contacts) <= around
        assert len(start.contacts) == min(10, len(around))
        assert len(set(start.strangers) - around - {ego}) == 30
        assert all(1 <= (FIRST_MONDAY - day).days <= 28 for day in start.seen)
        assert len(start.orgs) == len(start.cities) == 100


def test_chance_belongs_to_the_ego_and_the_week() -> None:
    """The same for the same, however many weeks; another for another ego."""
    year = weeks_of_chance("planted, 3", 200, 52)
    assert weeks_of_chance("planted, 3", 200, 10) == year[:10]
    assert weeks_of_chance("planted, 4", 200, 10) != year[:10]
    assert len({week.answers for week in year}) == 52


def test_two_friends_of_the_same_people_introduce_them_in_two_orders() -> None:
    """What chance has in store for a week is turned for each friend."""
    around = [tuple(range(2, 12)), tuple(range(2, 12)), *[(0, 1)] * 10]
    start = beginning(NETWORK, 0)
    start = start._replace(network=NETWORK._replace(neighbours=tuple(around)))
    (week,) = weeks_of_chance("two friends", 12, 1)
    both = introductions(start, {0, 1}, week._replace(introduces=[0.0] * 12))
    (one, order, _), (other, second, _) = both
    assert (one, other) == (0, 1)
    assert order != second
    place = order.index(second[0])
    assert order[place:] + order[:place] == second


def test_a_friend_introduces_twice_a_year() -> None:
    """1/26 a week, whom they know, within the week."""
    start = beginning(NETWORK, 0)
    year = [
        one
        for week in weeks_of_chance("planted, 0", 200, 520)
        for one in introductions(start, {1, 2, 3, 4, 5}, week)
    ]
    assert 80 <= len(year) <= 120  # a hundred in ten years
    assert all(sorted(order) == list(NETWORK.neighbours[who]) for who, order, _ in year)
    assert {later.days for _, _, later in year} == set(range(7))
