"""The states of introductions."""

import pytest
from tests.doctor.patient import Patient

from netlog.doctor.finding import Mend

TOGETHER = (
    "INSERT INTO presence (uid, touch_id, person_id) VALUES ('x', 8, 4), ('y', 8, 1)",
    "UPDATE touch SET day = '2025-05-26', in_person = 1 WHERE id = 8",
)


@pytest.mark.parametrize(
    ("statement", "person"),
    [
        ("UPDATE introduction SET state = 'made' WHERE id = 1", 5),
        ("UPDATE introduction SET state = 'met' WHERE id = 6", 8),
        ("UPDATE introduction SET state = 'met' WHERE state = 'dropped'", 10),
    ],
)
def test_another_state_is_a_fault(
    patient: Patient, statement: str, person: int
) -> None:
    """Met without a meeting, or not met although there was one."""
    patient.spoil(statement)
    (found,) = patient.found("introductions")
    assert found.sentence.startswith("1 introduction has another state")
    assert found.mends == (Mend("standing", person),)


def test_two_others_count_as_seen_together_with_me(patient: Patient) -> None:
    """Cleo and Gus at one table: then they have met."""
    patient.spoil(*TOGETHER)
    assert patient.said("introductions") == [
        "1 introduction has another state than the touches say: 6."
    ]
    patient.spoil("UPDATE introduction SET state = 'met' WHERE id = 6")
    assert patient.said("introductions") == []
