"""Pins: who was the pick of a week."""

from netlog.domain.pins import Pin, Skip, picks
from netlog.domain.weeks import parse_week

WEEK, NEXT = "2025-W23", "2025-W24"


def pin(person: int, place: int, week: str = WEEK) -> Pin:
    """Somebody in a place of a week."""
    return Pin(place, "", "new", week, place, parse_week(week).monday, person)


def skip(person: int, week: str = WEEK, how: str = "swap") -> Skip:
    """Somebody put off in a week."""
    return Skip(1, "", person, week, how, "new")


def picked(*skips: Skip) -> list[tuple[str, int]]:
    """Who was the pick of which week, of three who were pinned in both."""
    pins = [
        pin(person, n, w) for w in (WEEK, NEXT) for n, person in enumerate((7, 8, 9))
    ]
    return [(each.period, each.person_id) for each in picks(pins, skips)]


def test_the_first_of_a_week_is_its_pick() -> None:
    """In each week anew; nobody behind them is."""
    assert picked() == [(WEEK, 7), (NEXT, 7)]
    assert list(picks([], [skip(7)])) == []


def test_who_stands_behind_comes_by_swap_or_skip() -> None:
    """One after the other, in the week in which it was said, whoever said it first."""
    assert picked(skip(7)) == [(WEEK, 7), (WEEK, 8), (NEXT, 7)]
    assert picked(skip(8), skip(7, how="skip"))[:3] == [(WEEK, 7), (WEEK, 8), (WEEK, 9)]
    assert picked(skip(8)) == [(WEEK, 7), (NEXT, 7)]
    assert picked(skip(7, NEXT)) == [(WEEK, 7), (NEXT, 7), (NEXT, 8)]


def test_in_another_order_of_places_the_first_is_the_lowest() -> None:
    """Where the first place is gone, whoever is first then."""
    assert [each.person_id for each in picks([pin(8, 1), pin(9, 2)], [])] == [8]
