"""Sync folders and network file systems."""

import pytest
from tests.doctor.machines import facts, machine
from tests.doctor.patient import Patient

from netlog.doctor.machine import Mount
from netlog.doctor.syncing import findings, type_at


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
    (found,) = findings(facts(folders=folders))
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
    assert findings(facts(folders=(folder,))) == []


def test_a_network_file_system_is_a_fault() -> None:
    """The innermost mount counts."""
    mounts = (Mount("/", "ext4"), Mount("/home", "nfs4"), Mount("/home/you2", "xfs"))
    (found,) = findings(facts(mounts=mounts))
    assert "network file system (nfs4)" in found.sentence


def test_a_local_file_system_is_well() -> None:
    """Even within a home that is on the network; and where nobody lists mounts."""
    mounts = (Mount("/home", "nfs4"), Mount("/home/you/.local", "ext4"))
    assert findings(facts(mounts=mounts)) == []
    assert type_at(machine()) == ""
