"""All checks at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.doctor.patient import Patient

from netlog.db.layout import CURRENT_VERSION

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


def test_while_another_writes_nothing_is_called_damaged(
    patient: Patient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To restore then would take away what the other one is writing."""
    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    with closing(sqlite3.connect(patient.path, isolation_level=None)) as other:

        def looked(path: Path) -> tuple[int, None]:
            del path
            other.execute("BEGIN EXCLUSIVE")
            return CURRENT_VERSION, None

        monkeypatch.setattr("netlog.doctor.run.probe", looked)
        found = patient.examined().findings
    assert {one.command for one in found} == {"netlog doctor"}
    assert all("Another netlog writes to the file" in one.sentence for one in found)
