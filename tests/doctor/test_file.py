"""Whether there is a database that this netlog can read."""

import sqlite3
from contextlib import closing

import pytest
from tests.doctor.machines import facts
from tests.doctor.patient import Patient
from tests.storage.older import NUMBERS, older

from netlog.doctor.file import findings
from netlog.doctor.finding import FAULT, HINT


def weights(patient: Patient) -> list[tuple[str, str, str]]:
    """What the check says of a patient."""
    return [(f.weight, f.sentence, f.command) for f in patient.found("file")]


def test_no_file_yet_is_a_hint(patient: Patient) -> None:
    """Nothing is wrong with nothing."""
    patient.path.unlink()
    said = f"There is no database at {patient.path}."
    assert weights(patient) == [(HINT, said, "netlog add NAME")]
    assert patient.examined().faults == 0


def test_no_file_where_one_was_named_is_a_fault(patient: Patient) -> None:
    """The command names it again."""
    patient.path.unlink()
    patient.locations = patient.locations._replace(chosen=True)
    said = f"There is no database at {patient.path}."
    command = f"netlog restore --db {patient.path}"
    assert weights(patient) == [(FAULT, said, command)]


def test_a_database_that_is_gone_though_it_was_backed_up_is_a_fault(
    patient: Patient,
) -> None:
    """Nobody should begin anew in silence; nor take what is there now for theirs."""
    patient.back_up()
    whole = patient.path.read_bytes()
    patient.path.unlink()
    said = f"There is no database at {patient.path}, but backups of it are there."
    assert weights(patient) == [(FAULT, said, "netlog restore last")]
    patient.path.write_bytes(b"no database any more " * len(whole))
    assert weights(patient)[0][2] == "netlog restore last"


def test_an_empty_file_is_a_fault(patient: Patient) -> None:
    """Something emptied it: a backup can be put back."""
    patient.path.write_bytes(b"")
    said = f"{patient.path} is empty."
    assert weights(patient) == [(FAULT, said, "netlog restore last")]


def test_a_truncated_file_is_a_fault(patient: Patient) -> None:
    """Half of it is damaged, and says so."""
    whole = patient.path.read_bytes()
    patient.path.write_bytes(whole[: len(whole) // 2])
    assert patient.examined().faults > 0
    patient.path.write_bytes(whole[:100])
    assert weights(patient)[0][2] == "netlog restore last"


def test_a_file_of_another_program_is_a_fault(patient: Patient) -> None:
    """It is not touched."""
    patient.path.unlink()
    with closing(sqlite3.connect(patient.path)) as file:
        file.execute("CREATE TABLE other (x)")
    said = f"{patient.path} is not a netlog database."
    assert weights(patient) == [(FAULT, said, "netlog info")]
    patient.path.write_text("no database at all, longer than a header " * 9, "utf-8")
    assert patient.examined().faults > 0


def test_a_newer_file_is_a_fault(patient: Patient) -> None:
    """A newer netlog reads it."""
    patient.spoil("UPDATE version SET number = 99")
    ((weight, said, command),) = weights(patient)
    assert (weight, command) == (FAULT, "pipx upgrade netlog-cli")
    assert "newer netlog" in said


def test_a_folder_is_no_file(patient: Patient) -> None:
    """It is said so."""
    patient.path.unlink()
    patient.path.mkdir()
    assert weights(patient)[0][0] == FAULT


def test_an_older_file_is_a_hint() -> None:
    """The next command brings it up to date."""
    (found,) = findings(facts(is_current=False))
    assert (found.weight, found.command) == (HINT, "netlog info")


@pytest.mark.parametrize("number", NUMBERS)
def test_an_older_file_is_looked_at_by_sqlite_alone(
    patient: Patient, number: int
) -> None:
    """The rest reads the tables of this netlog."""
    older(patient.path, number)
    found = patient.examined()
    looked = {one.name for one in found.checks if one.looked}
    assert {"file", "integrity"} <= looked
    assert looked & {"standing", "rot"} == set()
    assert found.faults == 0


def test_a_file_of_another_program_in_a_folder_called_newer(patient: Patient) -> None:
    """What it is does not come from what it is called."""
    patient.path = patient.home / "newer not a" / "n.db"
    patient.path.parent.mkdir(0o700)
    patient.locations = patient.locations._replace(database=patient.path)
    with closing(sqlite3.connect(patient.path)) as file:
        file.execute("CREATE TABLE other (x)")
    said = f"{patient.path} is not a netlog database."
    assert weights(patient) == [(FAULT, said, "netlog info")]


def test_what_cannot_be_reached_is_a_fault(patient: Patient) -> None:
    """It may well be there; links in a circle stand for a folder that is shut."""
    patient.path.unlink()
    patient.path.symlink_to(patient.path)
    said = "The database cannot be reached: Too many levels of symbolic links."
    assert weights(patient) == [(FAULT, said, f"ls -l {patient.path}")]
