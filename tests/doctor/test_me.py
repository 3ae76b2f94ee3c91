"""The user's own row."""

import pytest
from tests.doctor.patient import Patient

from netlog.doctor.finding import Mend
from netlog.doctor.me import WANTED
from netlog.storage.sql import TABLES

THEIRS = {"id", "uid", "org", "role", "city", "note", "birthday", "every"}


@pytest.mark.parametrize(
    ("column", "value"),
    [("handle", "'mee'"), ("known", "0"), ("waits_from", "'2025-01-01'")],
)
def test_another_value_is_a_fault(patient: Patient, column: str, value: str) -> None:
    """It would be planned, or found by another name."""
    text = f"UPDATE person SET {column} = {value} WHERE id = 1"  # noqa: S608 (ours)
    patient.spoil(text)
    (found,) = patient.found("me")
    assert found.sentence == "Your own row is not as it should be."
    assert found.mends == (Mend("me", {column: WANTED[column]}),)


def test_no_row_is_a_fault(patient: Patient) -> None:
    """It is not made up again."""
    patient.spoil("DELETE FROM person WHERE id = 1")
    (found,) = patient.found("me")
    assert (found.sentence, found.command, found.mends) == (
        "Your own row is gone.",
        "netlog restore",
        (),
    )


def test_every_column_is_looked_at_that_is_not_for_words() -> None:
    """A new column of a person must be thought of here."""
    columns = {name for name, _ in TABLES["person"].columns}
    assert columns - WANTED.keys() - THEIRS == {"connected_on"}
