"""Checks of the machine: files and folders, SQLite, the config, the shell, cron."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.doctor.machines import (
    CONFIG,
    DATABASE,
    ME,
    NETLOG,
    SHARE,
    SOMEBODY,
    STATE,
    machine,
    scheduled,
    surroundings,
)
from tests.doctor.patient import Patient

from netlog.doctor.checks_machine import (
    check_config,
    check_owner,
    check_path,
    check_permissions,
    check_schedule,
    check_sqlite,
    check_syncing,
    file_system_type,
)
from netlog.doctor.finding import Finding, Mend, fault, hint
from netlog.doctor.machine import (
    CONFIG as A_CONFIG,
    COPY,
    DATABASE as A_DATABASE,
    FOLDER,
    OWN_FOLDER,
    FileState,
    Mount,
)
from netlog.scheduling.delivery import Delivery


def found_at(path: Path, what: str, mode: int) -> list[tuple[object, ...]]:
    """Sentence, command and mend for one file."""
    found = check_permissions(surroundings(files=(FileState(path, what, mode, 1000),)))
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
    assert found_at(path, what, mode) == []


def test_what_others_can_read_is_a_fault(patient: Patient) -> None:
    """The database and a backup, with what to type, and what --fix makes of it."""
    assert found_at(DATABASE, A_DATABASE, 0o644) == [
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
    assert found_at(path, OWN_FOLDER, 0o755)[0][2] == (path, 0o700)


def test_a_folder_of_the_users_that_others_write_is_a_fault_they_mend() -> None:
    """Somebody could put another file in; what it is for nobody knows but the user."""
    assert found_at(Path("/home/you/all my files"), FOLDER, 0o777) == [
        (
            "Others can write /home/you/all my files (rwxrwxrwx).",
            "chmod go-w '/home/you/all my files'",
        )
    ]


def test_a_config_that_others_write_is_a_fault() -> None:
    """It says which file is the database."""
    (found,) = found_at(CONFIG, A_CONFIG, 0o666)
    assert found[0] == f"Others can write {CONFIG} (rw-rw-rw-)."
    assert found[2] == (CONFIG, 0o644)


def test_a_copy_in_the_state_folder_counts() -> None:
    """The sample of `demo`, too."""
    assert found_at(STATE / "demo.db", COPY, 0o604)[0][2] == (STATE / "demo.db", 0o600)


def test_a_file_of_somebody_elses_is_a_fault() -> None:
    """As sudo leaves it behind; only sudo gives it back."""
    (found,) = check_owner(
        surroundings(files=(FileState(DATABASE, A_DATABASE, 0o600, SOMEBODY),))
    )
    assert (found.weight, found.sentence, found.command, found.mends) == (
        "fault",
        f"{DATABASE} belongs to another user of this machine.",
        f'sudo chown "$(id -u)" {DATABASE}',
        (),
    )


def test_ones_own_files_are_well() -> None:
    """And folders that are not netlog's may be anybody's."""
    seen = (
        FileState(DATABASE, A_DATABASE, 0o600, ME),
        FileState(DATABASE.parent, FOLDER, 0o755, SOMEBODY),
        FileState(DATABASE, A_CONFIG, 0o644, SOMEBODY),
    )
    assert check_owner(surroundings(files=seen)) == []


@pytest.mark.parametrize(
    ("folders", "who"),
    [
        (("netlog", "Dropbox"), "Dropbox"),
        (("Dropbox (Personal)",), "Dropbox"),
        (("OneDrive - Acme",), "OneDrive"),
        (("com~apple~CloudDocs", "Mobile Documents"), "iCloud"),
        (("Nextcloud",), "Nextcloud"),
    ],
)
def test_a_folder_with_the_name_of_a_service_is_a_fault(
    folders: tuple[str, ...], who: str
) -> None:
    """Wherever above the database it stands; once for each service."""
    (found,) = check_syncing(surroundings(folders=folders))
    assert found.weight == "fault"
    assert found.sentence.startswith(f"The database is in a folder of {who}.")
    assert found.command.startswith("mv /home/you/.local/share/netlog/netlog.db ")


def test_what_a_service_leaves_in_its_folder_tells_too(patient: Patient) -> None:
    """Syncthing's folders may be called anything."""
    assert patient.said("syncing") == []
    (patient.home / ".stfolder").mkdir()
    (said,) = patient.said("syncing")
    assert said.startswith("The database is in a folder of Syncthing.")


@pytest.mark.parametrize("folder", ["netlog", "Dropboxes", "my nextcloud notes"])
def test_other_folders_are_well(folder: str) -> None:
    """A name that only holds such a word is no such folder."""
    assert check_syncing(surroundings(folders=(folder,))) == []


def test_a_network_file_system_is_a_fault() -> None:
    """The innermost mount counts."""
    mounts = (Mount("/", "ext4"), Mount("/home", "nfs4"), Mount("/home/you2", "xfs"))
    (found,) = check_syncing(surroundings(mounts=mounts))
    assert "network file system (nfs4)" in found.sentence


def test_a_local_file_system_is_well() -> None:
    """Even within a home that is on the network; and where nobody lists mounts."""
    mounts = (Mount("/home", "nfs4"), Mount("/home/you/.local", "ext4"))
    assert check_syncing(surroundings(mounts=mounts)) == []
    assert file_system_type(machine()) == ""


def test_an_old_sqlite_is_a_fault() -> None:
    """Without STRICT tables a file of netlog's cannot be opened."""
    (found,) = check_sqlite(surroundings(sqlite=(3, 34, 1)))
    assert (
        found.sentence == "This Python has SQLite 3.34.1; netlog needs 3.37.0 or later."
    )
    assert check_sqlite(surroundings(sqlite=(3, 37, 0))) == []


def test_a_file_that_writes_ahead_is_a_fault(patient: Patient) -> None:
    """Another program made it so; that is mended."""
    with closing(sqlite3.connect(patient.path)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA user_version=0")
    (found,) = patient.found("sqlite")
    assert found.mends == (Mend("wal", patient.path),)


def test_each_thing_wrong_with_the_config_is_a_fault() -> None:
    """With the editor to mend it by."""
    (found,) = check_config(surroundings(config=("There is no key plan.kep.",)))
    assert (found.weight, found.sentence) == ("fault", "There is no key plan.kep.")
    assert found.command == f'"${{EDITOR:-vi}}" {CONFIG}'
    assert check_config(surroundings()) == []


def test_the_netlog_that_runs_is_well() -> None:
    """And so is one of which nobody can tell where it runs from."""
    assert check_path(surroundings(own=NETLOG, found=NETLOG)) == []
    assert check_path(surroundings(own=None, found=NETLOG)) == []


def test_another_netlog_before_it_is_a_hint() -> None:
    """Two on one machine may be of different versions."""
    (found,) = check_path(surroundings(own=NETLOG, found=Path("/usr/bin/netlog")))
    assert found.weight == "hint"
    assert found.sentence == "The shell finds another netlog first: /usr/bin/netlog."


def test_no_netlog_on_the_path_is_a_hint() -> None:
    """Cron would find none either."""
    (found,) = check_path(surroundings(found=None))
    assert (found.weight, found.command) == ("hint", "pipx ensurepath")


def test_what_netlog_has_scheduled_is_well() -> None:
    """It is what netlog would write, and what it calls is there."""
    assert check_schedule(surroundings()) == []


def test_a_line_of_cron_that_asks_is_well() -> None:
    """However its user wrote it."""
    own = surroundings(scheduled=(), own_line="@weekly /usr/bin/netlog due | mail")
    assert check_schedule(own) == []


def test_that_nothing_asks_is_a_hint() -> None:
    """Where something could."""
    assert check_schedule(surroundings(scheduled=())) == [
        hint("Nothing asks for the plan on Mondays.", "netlog schedule install")
    ]


def test_where_nothing_could_there_is_nothing_to_look_at() -> None:
    """Then something else may ask."""
    assert check_schedule(surroundings(scheduled=(), schedulers=())) is None


AGAIN = "netlog schedule install --via cron"
INSTEAD = "netlog schedule install --via cron --deliver notify"
NO_MAILER = "There is no sendmail on this machine to deliver what cron mails."


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (
            {"runs": False},
            fault(f"cron is to run {NETLOG}, which is not there.", AGAIN),
        ),
        (
            {"is_current": False},
            hint("What cron runs is not what netlog would write now.", AGAIN),
        ),
        (
            {"is_current": False, "program": "", "runs": False},
            hint("What cron runs is not what netlog would write now.", AGAIN),
        ),
        ({"is_active": False}, hint("What cron is to run is not enabled.", AGAIN)),
        (
            {"database": Path("/choir.db")},
            hint("The plan that cron asks for is of /choir.db, not of this one."),
        ),
        (
            {"lacking": NO_MAILER, "instead": INSTEAD},
            hint(NO_MAILER, INSTEAD),
        ),
        ({"lacking": NO_MAILER}, hint(NO_MAILER)),
        ({"lacking": "None.", "delivery": Delivery("notify")}, hint("None.")),
    ],
)
def test_what_is_wrong_with_what_is_scheduled(
    more: dict[str, Any], found: Finding
) -> None:
    """That it runs nothing, or something else, or nobody hears of it."""
    assert check_schedule(surroundings(scheduled=(scheduled(**more),))) == [found]


def test_a_journal_is_what_was_chosen() -> None:
    """Nobody needs to be told again that it tells nobody."""
    silent = scheduled(lacking="In the journal.", delivery=Delivery("journal"))
    assert check_schedule(surroundings(scheduled=(silent,))) == []


def test_a_plan_that_comes_twice_is_a_hint() -> None:
    """With what to type so that it comes once."""
    both = (scheduled(), scheduled("systemd"))
    assert check_schedule(surroundings(scheduled=both)) == [
        hint(
            "The plan comes more than once: by cron, systemd.",
            "netlog schedule remove --via cron",
        )
    ]
