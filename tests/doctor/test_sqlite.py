"""The version of SQLite, and how the file writes."""

import sqlite3
from contextlib import closing

from tests.doctor.machines import facts
from tests.doctor.patient import Patient

from netlog.doctor.finding import Mend
from netlog.doctor.sqlite import findings


def test_an_old_sqlite_is_a_fault() -> None:
    """Without STRICT tables a file of netlog's cannot be opened."""
    (found,) = findings(facts(sqlite=(3, 34, 1)))
    assert (
        found.sentence == "This Python has SQLite 3.34.1; netlog needs 3.37.0 or later."
    )
    assert findings(facts(sqlite=(3, 37, 0))) == []


def test_a_file_that_writes_ahead_is_a_fault(patient: Patient) -> None:
    """Another program made it so; that is mended."""
    with closing(sqlite3.connect(patient.path)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA user_version=0")
    (found,) = patient.found("sqlite")
    assert found.mends == (Mend("wal", patient.path),)
