"""Rows that point at nothing."""

from tests.doctor.patient import Patient

from netlog.doctor.references import says_nothing
from netlog.domain.examined import Stray


def test_a_presence_of_nobody_can_be_let_go(patient: Patient) -> None:
    """It says nothing but who was there, and that nobody can say."""
    patient.spoil("UPDATE presence SET person_id = 99 WHERE id = 1")
    (found,) = patient.found("references")
    assert (
        found.sentence == "1 row points at something that is not there: presence (1)."
    )
    assert found.command == "netlog doctor --fix"
    assert [m.what for m in found.mends] == [
        Stray("presence", 1, "person", "person_id", needed=True)
    ]


def test_what_says_something_is_left_to_the_user(patient: Patient) -> None:
    """A promise to nobody still says what was promised."""
    patient.spoil(
        "UPDATE promise SET person_id = 99 WHERE id = 1",
        "UPDATE touch SET place_id = 99 WHERE id = 1",
    )
    (found,) = patient.found("references")
    assert found.command == "netlog restore"
    assert [m.what.table for m in found.mends] == ["touch"]


def test_what_may_be_empty_says_nothing() -> None:
    """A place that is not there is no place."""
    assert says_nothing(Stray("touch", 1, "place", "place_id", needed=False))
    assert not says_nothing(Stray("detail", 1, "person", "person_id", needed=True))
