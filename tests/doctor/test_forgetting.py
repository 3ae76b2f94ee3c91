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
