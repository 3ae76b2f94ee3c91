"""What is searched by."""

import pytest
from tests.doctor.patient import Patient

from netlog.doctor.finding import Mend
from netlog.domain.draws import draw


@pytest.mark.parametrize(
    ("statement", "mend"),
    [
        (
            "UPDATE person SET folded = 'emil' WHERE id = 6",
            ("person", 6, "folded", "emil ostergard"),
        ),
        (
            "UPDATE person SET draw = 1 WHERE id = 6",
            ("person", 6, "draw", draw("emil-ostergard")),
        ),
        (
            "UPDATE detail SET folded = 'x' WHERE field = 'email'",
            ("detail", 4, "folded", "dorie@example.org"),
        ),
        (
            "UPDATE detail SET folded = 'x' WHERE value = 'choir'",
            ("detail", 3, "folded", "choir"),
        ),
        (
            "UPDATE place SET folded = 'x' WHERE id = 1",
            ("place", 1, "folded", "blue bottle"),
        ),
    ],
)
def test_another_one_than_the_name_says_is_a_fault(
    patient: Patient, statement: str, mend: tuple[object, ...]
) -> None:
    """Nobody would be found by it."""
    patient.spoil(statement)
    (found,) = patient.found("folding")
    assert found.mends == (Mend("column", mend),)
    assert "1 name or detail is searched by" in found.sentence
