"""How long somebody may be silent, as a life reckons it."""

from datetime import date, timedelta

import pytest
from bench.living.cadences import default_cadence, own_cadence, silence
from bench.living.people import Somebody

BEGINS = date(2025, 1, 6)


def met(handle: str, kind: str = "", *contacts: date) -> Somebody:
    """Somebody with whom there was a coffee on the first day."""
    days = [BEGINS, *contacts]
    return Somebody(handle, kind, first_coffee=BEGINS, contacts=days)


def after(weeks: int) -> date:
    """So many weeks after the first day."""
    return BEGINS + timedelta(weeks=weeks)


def test_the_own_cadence_comes_before_that_of_the_kind() -> None:
    """A client is due every 13 weeks unless the user says otherwise."""
    assert own_cadence(Somebody("ann", "client")) == 13
    assert own_cadence(Somebody("ann", "client", every=4)) == 4
    assert own_cadence(Somebody("ann")) == 0


def test_all_others_who_were_met_share_two_lines_a_week() -> None:
    """Every 26 weeks, or half as many as there are of them."""
    others = [met(f"p{n}") for n in range(60)]
    assert default_cadence(others[:10]) == 26
    assert default_cadence([*others, met("ann", "client"), Somebody("zoe")]) == 30


@pytest.mark.parametrize(
    ("somebody", "cadences"),
    [
        (met("ann", "client"), 2.0),
        (met("zoe"), 1.0),
        (met("zoe", "", after(13)), 0.5),
        (Somebody("hal", "friend", known=True), 1.0),
        (Somebody("ivo", every=13, every_since=after(13)), 1.0),
        (Somebody("eve"), 0.0),
    ],
)
def test_silence_is_counted_in_cadences(somebody: Somebody, cadences: float) -> None:
    """From the last contact, or from when there is one; who has none is not silent."""
    assert silence(somebody, BEGINS, after(26), 26) == cadences
