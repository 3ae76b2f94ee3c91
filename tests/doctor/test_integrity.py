"""What SQLite itself finds."""

from tests.doctor.patient import Patient


def test_an_index_that_says_something_else_is_a_fault(patient: Patient) -> None:
    """It names the index and nothing of what is in it."""
    well = patient.path.read_bytes()
    assert well.count(b"emil ostergard") > 1
    patient.path.write_bytes(well.replace(b"emil ostergard", b"emil osterhard", 1))
    (found,) = patient.found("integrity")
    assert found.sentence.startswith("The file is damaged in ")
    assert "person_name" in found.sentence
    assert "emil" not in found.sentence
    assert (found.command, found.lost) == ("netlog restore", True)


def test_a_field_that_cannot_be_so_is_a_fault(patient: Patient) -> None:
    """What the tables refuse was put in behind their back."""
    patient.spoil("UPDATE promise SET state = 'perhaps' WHERE id = 1")
    assert patient.said("integrity") == ["The file is damaged in 1 place: promise."]


def test_a_page_that_is_lost_is_a_fault(patient: Patient) -> None:
    """Even one that belongs to no table: the next write would use it."""
    well = bytearray(patient.path.read_bytes())
    well[32:40] = b"\x00\x00\x00\x05\x00\x00\x00\x01"
    patient.path.write_bytes(well)
    assert patient.said("integrity") != []
