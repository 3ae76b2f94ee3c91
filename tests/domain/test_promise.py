"""How promises stand when their day has passed."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from netlog.domain.promise import PromisePast, PromisesKept, how_kept

TODAY = date(2025, 6, 2)
DAYS = st.integers(-9, 9).map(lambda days: TODAY + timedelta(days=days))
PROMISES = st.lists(
    st.builds(PromisePast, st.just("open"), DAYS, st.none())
    | st.builds(PromisePast, st.sampled_from(("kept", "dropped")), DAYS, DAYS)
)


@pytest.mark.parametrize(
    ("state", "due", "closed", "ended"),
    [
        ("kept", 1, 1, "on time"),
        ("kept", 1, 2, "late"),
        ("kept", 1, 3, "waiting"),
        ("dropped", 1, 1, "dropped"),
        ("dropped", 1, 3, "waiting"),
        ("open", 1, None, "waiting"),
    ],
)
def test_how_a_promise_ended(
    state: str, due: int, closed: int | None, ended: str
) -> None:
    """At the end of the 2nd; what was done on the 3rd is not known yet."""
    on = None if closed is None else TODAY.replace(day=closed)
    one = PromisePast(state, TODAY.replace(day=due), on)
    assert one.ended(TODAY) == ended


def test_a_day_that_is_not_over_counts_for_nobody() -> None:
    """Neither for whoever kept it at once, nor for who has not yet."""
    early = PromisePast("kept", TODAY, TODAY - timedelta(days=1))
    there = [early, PromisePast("open", TODAY, None)]
    assert how_kept(there, TODAY) == PromisesKept(0, 0, 0, 0)
    assert how_kept(there, TODAY + timedelta(days=1)) == PromisesKept(1, 0, 0, 1)


@given(PROMISES)
def test_each_counts_once(promises: list[PromisePast]) -> None:
    """Everything whose day has passed, and nothing else."""
    assert how_kept(promises, TODAY).n == sum(one.due < TODAY for one in promises)
