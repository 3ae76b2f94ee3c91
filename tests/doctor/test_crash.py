"""What a crash left behind."""

from tests.doctor.crashes import crash
from tests.doctor.patient import Patient

from netlog.doctor.finding import FAULT, Mend


def test_a_journal_that_must_be_rolled_back_is_a_fault(patient: Patient) -> None:
    """It says that opening puts it right; looking does not open it to write."""
    crash(patient.path)
    journal = patient.path.with_name("netlog.db-journal")
    before = (patient.path.read_bytes(), journal.read_bytes())
    (found,) = patient.found("crash")
    assert found.weight == FAULT
    assert found.sentence.startswith("A crash left a journal beside the file")
    assert found.mends == (Mend("crash", patient.path),)
    assert (patient.path.read_bytes(), journal.read_bytes()) == before


def test_until_then_nothing_else_is_looked_at(patient: Patient) -> None:
    """What stands in the file is half of something."""
    crash(patient.path)
    looked = {one.name for one in patient.examined().checks if one.looked}
    assert looked & {"integrity", "standing", "rot"} == set()


def test_a_journal_of_a_command_that_runs_is_none(patient: Patient) -> None:
    """Somebody is writing just now: that is no crash."""
    journal = patient.path.with_name("netlog.db-journal")
    journal.write_bytes(b"")
    assert patient.said("crash") == []


def test_a_file_that_cannot_be_read_beside_a_journal_is_damaged_not_crashed(
    patient: Patient,
) -> None:
    """A journal that holds nothing explains nothing: neither letters nor pages."""
    whole = patient.path.read_bytes()
    patient.path.with_name("netlog.db-journal").write_bytes(b"")
    for spoilt in (
        whole.replace(b"CREATE TABLE person", b"CREATE TABLE p\xe5rson", 1),
        whole[:100] + bytes(4) + whole[104:],
    ):
        patient.path.write_bytes(spoilt)
        assert patient.said("crash") == []
        assert patient.said("file") == ["The database is damaged."]
