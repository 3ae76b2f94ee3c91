"""Cases counted: what came to something, what did not, and what is too early."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from netlog.domain.settings import Settings
from netlog.reports.result import Case, Period, rules, tally

TODAY = date(2025, 6, 2)
PERIOD = Period(None, TODAY)
AGES = st.integers(0, 400)


@st.composite
def cases(draw: st.DrawFn) -> list[Case]:
    """Cases of the last 400 days; what came of them came since."""
    return [
        Case(ago(age), draw(st.none() | st.integers(0, age).map(ago)))
        for age in draw(st.lists(AGES, max_size=30))
    ]


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


@given(cases())
def test_the_parts_add_up(held: list[Case]) -> None:
    """Came to something, nothing and too early are all there are."""
    counted = tally(held, PERIOD)
    assert counted.n == len(held)
    assert counted.n == counted.came + counted.nothing + counted.too_early
    assert counted.came == sum(one.came is not None for one in held)


@given(cases())
def test_the_rate_is_of_the_old_alone(held: list[Case]) -> None:
    """Whatever came of the young; those who came to nothing are all old."""
    counted = tally(held, PERIOD)
    old = [one for one in held if PERIOD.is_old(one.day)]
    assert counted.rate.n == len(old)
    assert counted.rate.n - counted.rate.hits == counted.nothing
    assert tally(old, PERIOD).rate == counted.rate


@given(cases(), cases())
def test_groups_add_up_to_the_whole(some: list[Case], others: list[Case]) -> None:
    """Counted apart and put together it is the same."""
    apart = (tally(some, PERIOD), tally(others, PERIOD))
    whole = tally(some + others, PERIOD)
    for name in ("n", "came", "nothing", "too_early"):
        assert sum(getattr(one, name) for one in apart) == getattr(whole, name)


def test_old_is_who_has_just_come_of_age() -> None:
    """180 days by default; one day less is too early."""
    counted = tally([Case(ago(180), None), Case(ago(179), None)], PERIOD)
    assert (counted.nothing, counted.too_early) == (1, 1)


def test_a_young_one_that_came_is_no_part_of_the_rate() -> None:
    """It came to something, and the rate is of those old enough."""
    counted = tally([Case(ago(10), ago(5)), Case(ago(300), None)], PERIOD)
    assert counted.data() == {
        "n": 2,
        "with": 1,
        "nothing": 1,
        "too_early": 0,
        "rate": (0, 1),
        "rate_all": (1, 2),
    }
    assert counted.figure.note == "1 more too young to count"


def test_the_rules_say_the_users_own_days() -> None:
    """As the config has them."""
    (_, early) = rules(PERIOD._replace(settings=Settings(early=30)))
    assert early.startswith("Too early: younger than 30 days,")
