"""Which copy is meant: the newest, a file, or a day."""

from datetime import date
from pathlib import Path

from netlog.domain.backup import Copy
from netlog.domain.dates import spell
from netlog.errors import AmbiguousError, NotFoundError
from netlog.storage.backups import backups, is_intact
from netlog.storage.manifest import read

LAST = "last"
LISTED = "netlog restore lists what there is."


def named(folder: Path, database: Path, which: str) -> Copy | None:
    """The newest backup that is whole ("last"), or a copy by the name of its file."""
    if which == LAST:
        found = backups(folder, database)
        if not found:
            raise NotFoundError("There is no backup yet.", "netlog backup makes one.")
        return Copy(*next(filter(is_intact, found), found[0]))
    there = filter(_is_file, _places(folder, which))
    return next((Copy(path, read(path.with_suffix(".json"))) for path in there), None)


def _places(folder: Path, which: str) -> list[Path]:
    """Where a file of that name could be; a backup's name may lack its ending."""
    try:
        path = Path(which).expanduser()
    except RuntimeError:  # ~ and nobody of that name
        path = Path(which)
    own = [] if path.name != which else [folder / which, folder / f"{which}.db"]
    return [path, *own]


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name that cannot be is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def of_day(folder: Path, database: Path, day: date) -> Copy:
    """The backup of a local day; two or more are an error, never a guess."""
    found = [one for one in backups(folder, database) if one.manifest.day == day]
    if not found:
        raise NotFoundError(f"There is no backup of {spell(day)}.", LISTED)
    if len(found) > 1:
        names = tuple(one.path.stem for one in found)
        raise AmbiguousError(
            f"There are {len(found)} backups of {spell(day)}.",
            f"Name one of them: {', '.join(names)}.",
            names,
        )
    return Copy(*found[0])
