"""Checks of the machine: files and folders, SQLite, the config, the shell, cron."""

from collections.abc import Iterator
from pathlib import PurePath
from shlex import quote
from stat import S_ISVTX, filemode

from netlog.doctor.finding import Finding, Mend, fault, hint
from netlog.doctor.machine import (
    CONFIG,
    FOLDER,
    MARKERS,
    FileState,
    Machine,
    Scheduled,
    Surroundings,
)
from netlog.scheduling.delivery import JOURNAL, MAIL

_OTHERS, _OTHERS_WRITE = 0o077, 0o022
_SERVICES = {
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
_SERVICE_BEGINNINGS = ("dropbox (", "onedrive - ")
_NETWORK_SYSTEMS = {
    *("nfs", "nfs3", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "ceph"),
    *("glusterfs", "lustre", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"),
    *("fuse.s3fs", "fuse.glusterfs", "fuse.ceph"),
}
_SYNCED = "A copy taken while netlog writes is no good, and is carried everywhere."
_NO_LOCKS = "Locks do not hold there: two commands at once can damage it."
_SQLITE_NEEDED = (3, 37, 0)
"""The first with STRICT tables."""
_WRITE_VERSIONS, _WAL = slice(18, 20), b"\x02\x02"


def check_permissions(surroundings: Surroundings) -> list[Finding]:
    """Files that are not 0600, folders that are not 0700."""
    return [
        finding
        for state in surroundings.machine.files
        for finding in _open_to_others(state)
    ]


def _open_to_others(state: FileState) -> Iterator[Finding]:
    open_bits = state.mode & (
        _OTHERS_WRITE if state.what in {FOLDER, CONFIG} else _OTHERS
    )
    if not open_bits or (state.what == FOLDER and state.mode & S_ISVTX):
        return
    wanted = state.mode & ~open_bits
    yield fault(
        f"Others can {_reach(open_bits)} {state.path} ({filemode(state.mode)[1:]}).",
        f"chmod {_chmod_mode(open_bits)} {quote(str(state.path))}",
        mends=() if state.what == FOLDER else (Mend("mode", (state.path, wanted)),),
    )


def _reach(bits: int) -> str:
    reads, writes = bits & 0o055, bits & _OTHERS_WRITE
    return "read and write" if reads and writes else "write" if writes else "read"


def _chmod_mode(bits: int) -> str:
    return "go-rwx" if bits & 0o055 else "go-w"


def check_owner(surroundings: Surroundings) -> list[Finding]:
    """Files of somebody else's, as sudo leaves them behind."""
    return [
        fault(
            f"{state.path} belongs to another user of this machine.",
            f'sudo chown "$(id -u)" {quote(str(state.path))}',
        )
        for state in surroundings.machine.files
        if state.owner != surroundings.machine.user
        and state.what not in {FOLDER, CONFIG}
    ]


def check_syncing(surroundings: Surroundings) -> list[Finding]:
    """Who keeps the folder in step, and which network it is on."""
    machine = surroundings.machine
    if not machine.exists:
        return []
    usual = machine.database.name
    move = f"mv {quote(str(machine.database))} ~/.local/share/netlog/{quote(usual)}"
    synced = [
        fault(f"The database is in a folder of {service}. {_SYNCED}", move)
        for service in dict.fromkeys(_services(machine))
    ]
    kind = file_system_type(machine)
    over = [
        fault(f"The database is on a network file system ({kind}). {_NO_LOCKS}", move)
    ]
    return synced + (over if kind in _NETWORK_SYSTEMS else [])


def _services(machine: Machine) -> Iterator[str]:
    yield from (MARKERS[marker] for marker in machine.markers)
    for folder in map(str.casefold, machine.folders):
        begun = next((b for b in _SERVICE_BEGINNINGS if folder.startswith(b)), folder)
        name = begun.split(" (")[0].split(" - ")[0]
        if name in _SERVICES:
            yield _SERVICES[name]


def file_system_type(machine: Machine) -> str:
    """The type of the file system that the database is on; '' where nobody knows."""
    above = {str(path) for path in PurePath(machine.database).parents}
    holding = [mount for mount in machine.mounts if mount.point in above]
    return max(holding, key=lambda mount: len(mount.point)).type if holding else ""


def check_sqlite(surroundings: Surroundings) -> list[Finding]:
    """An old SQLite; a file that another program put into write-ahead logging."""
    found = []
    if surroundings.sqlite < _SQLITE_NEEDED:
        version, needed = (
            ".".join(map(str, v)) for v in (surroundings.sqlite, _SQLITE_NEEDED)
        )
        sentence = f"This Python has SQLite {version}; netlog needs {needed} or later."
        found.append(fault(sentence, "pipx reinstall --python python3 netlog-cli"))
    if surroundings.machine.header[_WRITE_VERSIONS] == _WAL:
        found.append(
            fault(
                "Another program made the file write ahead, which is not as safe.",
                "netlog doctor --fix",
                mends=(Mend("wal", surroundings.machine.database),),
            )
        )
    return found


def check_config(surroundings: Surroundings) -> list[Finding]:
    """Keys that are not known, and values that cannot be."""
    command = f'"${{EDITOR:-vi}}" {quote(str(surroundings.machine.locations.config))}'
    return [fault(warning, command) for warning in surroundings.config]


def check_path(surroundings: Surroundings) -> list[Finding]:
    """None on the PATH, or another one before it."""
    machine = surroundings.machine
    if machine.found is None:
        sentence = "The shell finds no netlog on its PATH, and cron would not either."
        return [hint(sentence, "pipx ensurepath")]
    if machine.own and machine.found.resolve() != machine.own:
        sentence = f"The shell finds another netlog first: {machine.found}."
        return [hint(sentence, "type -a netlog")]
    return []


def check_schedule(surroundings: Surroundings) -> list[Finding] | None:
    """Something that asks for the plan, and that it can; None where nothing could."""
    machine = surroundings.machine
    if machine.scheduled:
        found = [f for each in machine.scheduled for f in _scheduled(machine, each)]
        return found + _twice(machine)
    if machine.own_line:
        return []
    if not machine.schedulers:
        return None
    sentence = "Nothing asks for the plan on Mondays."
    return [hint(sentence, "netlog schedule install")]


def _scheduled(machine: Machine, each: Scheduled) -> Iterator[Finding]:
    """What is wrong with what netlog has scheduled in one way."""
    way = each.installed.way
    if each.program and not each.runs:
        sentence = f"{way} is to run {each.program}, which is not there."
        yield fault(sentence, each.again)
    elif not each.installed.is_current:
        yield hint(f"What {way} runs is not what netlog would write now.", each.again)
    elif not each.installed.is_active:
        yield hint(f"What {way} is to run is not enabled.", each.again)
    elif each.database != machine.database:
        sentence = (
            f"The plan that {way} asks for is of {each.database}, not of this one."
        )
        yield hint(sentence)
    if each.lacking and each.delivery.how != JOURNAL:
        yield hint(each.lacking, each.instead if each.delivery.how == MAIL else "")


def _twice(machine: Machine) -> list[Finding]:
    """Two ways that ask for the plan, so that it comes twice."""
    if len(machine.scheduled) == 1:
        return []
    names = [each.installed.way for each in machine.scheduled]
    sentence = f"The plan comes more than once: by {', '.join(names)}."
    return [hint(sentence, f"netlog schedule remove --via {names[0]}")]
