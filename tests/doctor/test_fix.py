"""What doctor puts right, and what it says where it cannot."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.doctor.patient import Patient
from tests.repository.filled import NOW

from netlog.db.open import open_store
from netlog.doctor.fix import DatabaseAccess, can_be_undone, fix_files, fix_rows
from netlog.repository.change import OpenChange, changing


def test_a_forget_that_is_still_unfinished_is_said(patient: Patient) -> None:
    """Whatever opens the file should have finished it; this access does not."""
    patient.spoil("INSERT INTO scrub VALUES (91, 'x', '{}')")

    @contextmanager
    def change() -> Iterator[OpenChange]:
        store = open_store(patient.path, writable=True)
        with changing(store, NOW, "doctor --fix") as made:
            yield made
        store.close()

    examination = patient.examined()
    access = DatabaseAccess(patient.back_up, change, change)
    assert fix_rows(examination, access) == ["A forget is not finished."]
    assert not can_be_undone(examination)


def test_a_copy_that_is_spoiled_meanwhile_gets_no_manifest(patient: Patient) -> None:
    """It was sound when it was looked at; what it is now is said."""
    backup = patient.back_up().path
    backup.with_suffix(".json").unlink()
    examination = patient.examined()
    backup.write_bytes(b"rubbish")
    assert fix_files(examination) == [
        f"{backup.name} stays unverified: The database is damaged."
    ]
    assert [one.name for one in backup.parent.iterdir()] == [backup.name]
