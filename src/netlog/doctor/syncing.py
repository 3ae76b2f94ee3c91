"""Whether the file lies where others than netlog write: in sync, or over a network."""

from collections.abc import Iterator
from pathlib import PurePath
from shlex import quote

from netlog.doctor.finding import Finding, fault
from netlog.doctor.machine import MARKERS, Machine
from netlog.doctor.source import Facts

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud",
    "icloud drive": "iCloud",
    "cloudstorage": "a cloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "synologydrive": "Synology Drive",
    "seafile": "Seafile",
    "proton drive": "Proton Drive",
}
_BEGINNINGS = ("dropbox (", "onedrive - ")
_NETWORK = {
    *("nfs", "nfs3", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "ceph"),
    *("glusterfs", "lustre", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"),
    *("fuse.s3fs", "fuse.glusterfs", "fuse.ceph"),
}
_WHY = "A copy taken while netlog writes is no good, and is carried everywhere."
_LOCKS = "Locks do not hold there: two commands at once can damage it."


def findings(facts: Facts) -> list[Finding]:
    """Who keeps the folder in step, and which network it is on."""
    machine = facts.machine
    if not machine.exists:
        return []
    usual = machine.database.name
    move = f"mv {quote(str(machine.database))} ~/.local/share/netlog/{quote(usual)}"
    synced = [
        fault(f"The database is in a folder of {who}. {_WHY}", move)
        for who in dict.fromkeys(_who(machine))
    ]
    kind = type_at(machine)
    over = [fault(f"The database is on a network file system ({kind}). {_LOCKS}", move)]
    return synced + (over if kind in _NETWORK else [])


def _who(machine: Machine) -> Iterator[str]:
    yield from (MARKERS[marker] for marker in machine.markers)
    for folder in map(str.casefold, machine.folders):
        begun = next((one for one in _BEGINNINGS if folder.startswith(one)), folder)
        name = begun.split(" (")[0].split(" - ")[0]
        if name in _NAMES:
            yield _NAMES[name]


def type_at(machine: Machine) -> str:
    """The type of the file system that the database is on; '' where nobody knows."""
    above = {str(path) for path in PurePath(machine.database).parents}
    found = [mount for mount in machine.mounts if mount.point in above]
    return max(found, key=lambda mount: len(mount.point)).type if found else ""
