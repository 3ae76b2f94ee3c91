"""Who waits to be thanked."""

import pytest
from tests.doctor.patient import Patient

from netlog.doctor import thanks
from netlog.doctor.finding import Mend


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("DELETE FROM thank WHERE entry_id = 1", 1),
        ("INSERT INTO thank (uid, entry_id, person_id) VALUES ('x', 1, 9)", 1),
        ("INSERT INTO thank (uid, entry_id, person_id) VALUES ('x', 5, 2)", 5),
    ],
)
def test_others_than_those_on_the_path_are_a_fault(
    patient: Patient, statement: str, entry: int
) -> None:
    """Somebody missing, somebody too many, and for what was given."""
    patient.spoil(statement)
    (found,) = patient.found("thanks")
    assert found.mends == (Mend("thanks", entry),)
    assert found.sentence.endswith(f"to thank than its path: {entry}.")


def test_who_was_thanked_stays_so(patient: Patient) -> None:
    """Whether they are still on a path or not."""
    patient.spoil(
        "INSERT INTO thank (uid, entry_id, person_id, thanked_on)"
        " VALUES ('x', 1, 9, '2025-06-01')"
    )
    assert patient.said("thanks") == []


def test_in_a_giant_network_the_newest_outcomes_are_walked(
    patient: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After so many introductions it stops: an old fault is not seen then."""
    patient.spoil("DELETE FROM thank WHERE entry_id = 2")
    assert patient.said("thanks") != []
    monkeypatch.setattr(thanks, "_MOST", 0)
    assert patient.said("thanks") == []
