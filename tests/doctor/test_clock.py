"""A clock that is behind what was entered."""

from datetime import timedelta

from tests.doctor.patient import Patient
from tests.storage.filled import NOW, TODAY

from netlog.doctor.examination import Moment


def test_changes_of_the_future_are_a_fault(patient: Patient) -> None:
    """The clock is wrong, or was; a minute is neither, and what was undone is none."""
    a_minute, an_hour = timedelta(minutes=1), timedelta(hours=1)
    assert patient.said("clock", Moment(TODAY, NOW - a_minute)) == []
    (found,) = patient.found("clock", Moment(TODAY, NOW - an_hour))
    assert found.sentence == (
        "6 changes were made later than it is now: 1, 2, 3, 4, 5 and 1 more."
        " The clock is behind, or was ahead."
    )
    assert (found.weight, found.command) == ("fault", "netlog history")


def test_what_is_dated_after_today_is_a_hint(patient: Patient) -> None:
    """With the line that mends the first of them."""
    patient.spoil(
        "UPDATE touch SET day = '2025-06-03' WHERE id IN (2, 3)",
        "UPDATE introduction SET day = '2026-01-01' WHERE id = 1",
    )
    assert [(f.weight, f.sentence, f.command) for f in patient.found("clock")] == [
        (
            "hint",
            "2 touches are dated after today: 2, 3.",
            "netlog edit --touch 2 --on DATE",
        ),
        (
            "hint",
            "1 introduction is dated after today: 1.",
            "netlog edit --intro 1 --on DATE",
        ),
    ]
