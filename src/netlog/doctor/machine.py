"""What the machine says of netlog's files: looked at once, and only looked at."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from shutil import which

from netlog.backups.files import first_bytes
from netlog.doctor.rows import Trouble
from netlog.locations import Locations
from netlog.namedtuple import NamedTuple
from netlog.scheduling.delivery import JOURNAL, Delivery, delivery_of, undelivered
from netlog.scheduling.way import SYSTEMD, Installed
from netlog.scheduling.ways import again, standing, without_mail

DATABASE, FOLDER, OWN_FOLDER, COPY, CONFIG = (
    *("database", "folder", "own folder", "copy", "config"),
)
MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync/ID": "Resilio Sync",
    ".tmp.drivedownload": "Google Drive",
}
"""What lies in a folder that is kept in step with others, and by whom."""
_MOUNTS = Path("/proc/mounts")
_HEADER = 100


class FileState(NamedTuple):
    """A file or folder, what it is to netlog, its permissions and its owner."""

    path: Path
    what: str
    mode: int
    owner: int


class Mount(NamedTuple):
    """Where a file system begins, and of which type it is."""

    point: str
    type: str


class Scheduled(NamedTuple):
    """What netlog has put into one way to schedule.

    `program` and `database` are those that it calls, `runs` whether the program is
    there.  `lacking` is what keeps it from being delivered, `again` what to type to
    have it anew, `instead` to have it delivered otherwise, '' where nothing would.
    """

    installed: Installed
    program: str
    runs: bool
    database: Path | None
    delivery: Delivery
    lacking: str
    again: str
    instead: str


class Machine(NamedTuple):
    """Everything that does not stand in the database.

    `files` are netlog's files and folders that are there.  `backed_up` says
    whether there are backups of the database, `exists` whether it is there.  `folders`
    are the names of all folders above it, `markers` what lies in them.  `own` is the
    netlog that runs, where that can be told; `found` the one that the shell finds.
    `schedulers` are the ways to schedule that the machine has, `scheduled` what netlog
    has put there, `own_line` one of the user's own in the crontab that asks for the
    plan, or ''.
    """

    locations: Locations
    exists: bool
    backed_up: bool
    files: tuple[FileState, ...]
    user: int
    folders: tuple[str, ...]
    markers: tuple[str, ...]
    mounts: tuple[Mount, ...]
    header: bytes
    own: Path | None
    found: Path | None
    schedulers: tuple[str, ...]
    scheduled: tuple[Scheduled, ...]
    own_line: str

    @property
    def database(self) -> Path:
        """The database itself, wherever a link to it stands."""
        return real(self.locations.database)


class Surroundings(NamedTuple):
    """Everything that a check may look at, but for what stands in the database.

    `config` is what is wrong with the config; `trouble` why the file cannot be read as
    a database of this netlog, if it cannot; `is_current` is false where it is older.
    """

    machine: Machine
    today: date
    now: datetime
    config: tuple[str, ...] = ()
    trouble: Trouble | None = None
    is_current: bool = True
    sqlite: tuple[int, ...] = (3, 40, 0)


def real(path: Path) -> Path:
    """Where links lead; the path itself where they lead in a circle."""
    return Path(os.path.realpath(path))


def look(
    locations: Locations, environment: Mapping[str, str], *, backed_up: bool
) -> Machine:
    """Look at everything, but for backups."""
    database = real(locations.database)
    above = (database.parent, *database.parent.parents)
    there = standing(environment)
    return Machine(
        locations,
        _is_there(database, unseen=True),
        backed_up,
        tuple(file_states(locations)),
        os.getuid(),
        tuple(folder.name for folder in above),
        tuple(marker for marker in MARKERS if _lies_in(above, marker)),
        mounts(_text(_MOUNTS)),
        first_bytes(database, _HEADER),
        own_program(sys.argv[0]),
        _found("netlog", environment),
        there.ways,
        tuple(_scheduled(each, environment) for each in there.installed),
        there.own_line,
    )


def file_states(locations: Locations) -> Iterator[FileState]:
    """Netlog's files and folders that are there."""
    database = real(locations.database)
    state = locations.state
    ours = {locations.config.parent.parent / "netlog", state, _usual(state)}
    folder = OWN_FOLDER if database.parent in ours else FOLDER
    backups = state / "backups"
    yield from _stated(folder, [database.parent])
    yield from _stated(DATABASE, [database, _journal(database)])
    yield from _stated(OWN_FOLDER, {state, backups} - {database.parent})
    copies = {*_files(state), *_files(backups)} - {database, _journal(database)}
    yield from _stated(COPY, copies)
    yield from _stated(CONFIG, [locations.config])


def _lies_in(folders: Iterable[Path], name: str) -> bool:
    return any(_is_there(folder / name, unseen=False) for folder in folders)


def _is_there(path: Path, *, unseen: bool) -> bool:
    """Whether something is there; `unseen` where that cannot be seen from here."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return unseen
    return True


def _usual(state: Path) -> Path:
    """The folder of the usual database, below the same home as the usual state."""
    return state.parent.parent / "share" / state.name


def _journal(database: Path) -> Path:
    return database.with_name(f"{database.name}-journal")


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _stated(what: str, paths: Iterable[Path]) -> Iterator[FileState]:
    for path in sorted(paths):
        try:
            found = path.stat()
        except OSError:
            continue
        yield FileState(path, what, stat.S_IMODE(found.st_mode), found.st_uid)


def mounts(text: str) -> tuple[Mount, ...]:
    """The file systems that are mounted, as /proc/mounts lists them."""
    fields = (line.split() for line in text.splitlines())
    return tuple(
        Mount(_unescaped(field[1]), field[2])
        for field in fields
        if len(field) > 2  # noqa: PLR2004 (device, point, type)
    )


def _unescaped(point: str) -> str:
    r"""A blank stands there as \040."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def own_program(called: str) -> Path | None:
    """The program that runs, where it is one and no module of Python's."""
    path = Path(called)
    return path.resolve() if path.name == "netlog" and path.is_file() else None


def _found(name: str, environment: Mapping[str, str]) -> Path | None:
    there = which(name, path=environment.get("PATH", os.defpath))
    return Path(there) if there else None


def _scheduled(installed: Installed, environment: Mapping[str, str]) -> Scheduled:
    """What is installed, and what of it is there."""
    calling = installed.calling
    program = calling.program[0] if calling else ""
    database = real(Path(calling.database)) if calling and calling.database else None
    delivery = delivery_of(installed.way, calling.send if calling else ())
    return Scheduled(
        installed,
        program,
        os.access(program, os.X_OK),
        database,
        delivery,
        undelivered(installed.way, delivery, environment),
        again(installed),
        _instead(installed.way, environment),
    )


def _instead(way: str, environment: Mapping[str, str]) -> str:
    """What to type to have the plan where no e-mail is delivered."""
    how = without_mail(environment)
    by = SYSTEMD if how == JOURNAL else way
    return f"netlog schedule install --via {by} --deliver {how}" if how else ""
