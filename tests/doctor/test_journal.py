"""Whether undo and redo can do what they are for."""

import pytest
from tests.doctor.patient import Patient


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE change_row SET before = '{' WHERE before <> '' AND change_id = 6",
            "1 change cannot be read in the journal: 6; undo may stop there.",
        ),
        (
            "UPDATE change_row SET tab = 'pesron' WHERE change_id = 4",
            "1 change speaks of a table that is not there: 4; undo may stop there.",
        ),
        (
            "UPDATE change_row SET after = '[]' WHERE id = 1",
            "1 change keeps rows that stand elsewhere: 1; undo may stop there.",
        ),
        (
            "UPDATE change_row SET after = '' WHERE change_id = 7",
            "1 change keeps rows that stand elsewhere: 7; undo may stop there.",
        ),
        (
            "UPDATE change SET state = 'undone' WHERE id = 2",
            "1 change was undone before later ones: 2; undo may stop there.",
        ),
    ],
)
def test_what_undo_would_stop_at_is_a_fault(
    patient: Patient, statement: str, said: str
) -> None:
    """The change is named by its number."""
    patient.spoil(statement)
    assert said in patient.said("journal")
