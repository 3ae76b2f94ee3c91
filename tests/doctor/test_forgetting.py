"""A forget that was interrupted."""

from tests.doctor.patient import Patient

from netlog.doctor.finding import Mend


def test_what_is_left_to_clean_is_a_fault(patient: Patient) -> None:
    """Until it is finished, backups may hold what was forgotten."""
    patient.spoil("DELETE FROM scrub")
    assert patient.said("forgetting") == []
    patient.spoil("INSERT INTO scrub (uid, what) VALUES ('x', '')")
    (found,) = patient.found("forgetting")
    assert found.mends == (Mend("forgetting", None),)


def test_a_file_that_cannot_be_cleaned_is_named_until_it_is_deleted(
    patient: Patient,
) -> None:
    """No mending helps: it is the user's to look at and to delete."""
    folder = patient.back_up().path.parent
    (folder / "old.damaged").write_bytes(b"something")
    patient.spoil("INSERT INTO scrub (uid, what) VALUES ('x', 'old.damaged')")
    (found,) = patient.found("forgetting")
    assert found.sentence.startswith("old.damaged cannot be read, and may hold")
    assert (found.command, found.mends) == (f"rm {folder / 'old.damaged'}", ())
    (folder / "old.damaged").unlink()
    assert patient.said("forgetting") == []
