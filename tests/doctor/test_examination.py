"""All checks at once."""

from tests.doctor.patient import Patient

DOUBLE = "fay-wong and fay-wong-2 have the same phone: perhaps they are one."


def test_a_healthy_database_has_no_faults(patient: Patient) -> None:
    """Something of everything, nothing is wrong; two people there may be one."""
    found = patient.examined()
    assert (found.faults, [one.sentence for one in found.findings]) == (0, [DOUBLE])


def test_with_a_backup_every_check_looks(patient: Patient) -> None:
    """Every one but that of cron, which is not there; still nothing is wrong."""
    patient.back_up()
    found = patient.examined()
    assert (found.faults, [one.sentence for one in found.findings]) == (0, [DOUBLE])
    assert [one.name for one in found.checks if not one.looked] == ["schedule"]
