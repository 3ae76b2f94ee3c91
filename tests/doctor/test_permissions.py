"""Files are 0600 and folders 0700."""

from pathlib import Path

import pytest
from tests.doctor.machines import CONFIG, DATABASE, SHARE, STATE, facts
from tests.doctor.patient import Patient

from netlog.doctor.finding import Mend
from netlog.doctor.machine import (
    CONFIG as A_CONFIG,
    COPY,
    DATABASE as A_DATABASE,
    FOLDER,
    OWN_FOLDER,
    Seen,
)
from netlog.doctor.permissions import findings


def of(path: Path, what: str, mode: int) -> list[tuple[object, ...]]:
    """Sentence, command and mend for one file."""
    found = findings(facts(seen=(Seen(path, what, mode, 1000),)))
    return [(f.sentence, f.command, *(m.what for m in f.mends)) for f in found]


@pytest.mark.parametrize(
    ("path", "what", "mode"),
    [
        (DATABASE, A_DATABASE, 0o600),
        (DATABASE, A_DATABASE, 0o400),
        (SHARE, OWN_FOLDER, 0o700),
        (SHARE, FOLDER, 0o755),
        (Path("/all"), FOLDER, 0o1777),
        (CONFIG, A_CONFIG, 0o644),
    ],
)
def test_what_nobody_else_can_change_is_well(path: Path, what: str, mode: int) -> None:
    """The user's own folder may be read; in one with the sticky bit each has theirs."""
    assert of(path, what, mode) == []


def test_what_others_can_read_is_a_fault(patient: Patient) -> None:
    """The database and a backup, with what to type, and what --fix makes of it."""
    assert of(DATABASE, A_DATABASE, 0o644) == [
        (
            "Others can read /home/you/.local/share/netlog/netlog.db (rw-r--r--).",
            "chmod go-rwx /home/you/.local/share/netlog/netlog.db",
            (DATABASE, 0o600),
        )
    ]
    backup = patient.back_up().path
    backup.chmod(0o640)
    (found,) = patient.found("permissions")
    assert found.mends == (Mend("mode", (backup, 0o600)),)


@pytest.mark.parametrize("path", [STATE / "backups", STATE])
def test_a_folder_of_netlogs_is_its_owners_alone(path: Path) -> None:
    """State and backups; a folder of netlog's own is mended."""
    assert of(path, OWN_FOLDER, 0o755)[0][2] == (path, 0o700)


def test_a_folder_of_the_users_that_others_write_is_a_fault_they_mend() -> None:
    """Somebody could put another file in; what it is for nobody knows but the user."""
    assert of(Path("/home/you/all my files"), FOLDER, 0o777) == [
        (
            "Others can write /home/you/all my files (rwxrwxrwx).",
            "chmod go-w '/home/you/all my files'",
        )
    ]


def test_a_config_that_others_write_is_a_fault() -> None:
    """It says which file is the database."""
    (found,) = of(CONFIG, A_CONFIG, 0o666)
    assert found[0] == f"Others can write {CONFIG} (rw-rw-rw-)."
    assert found[2] == (CONFIG, 0o644)


def test_a_copy_in_the_state_folder_counts() -> None:
    """The sample of `demo`, too."""
    assert of(STATE / "demo.db", COPY, 0o604)[0][2] == (STATE / "demo.db", 0o600)
