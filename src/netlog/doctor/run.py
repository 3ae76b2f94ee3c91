"""Running all checks, some beside others, and what comes of it."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shlex import quote
from typing import Any

from netlog.backups.files import has_any
from netlog.clock import Clock
from netlog.db.failures import is_busy
from netlog.doctor.checks_backups import check_backups, check_rot
from netlog.doctor.checks_derived import (
    check_bookings,
    check_doubles,
    check_folding,
    check_introductions,
    check_standing,
    check_thanks,
)
from netlog.doctor.checks_file import (
    check_clock,
    check_crash,
    check_file,
    check_forgetting,
    check_integrity,
    check_journal,
    check_me,
    check_references,
    check_schema,
)
from netlog.doctor.checks_machine import (
    check_config,
    check_owner,
    check_path,
    check_permissions,
    check_schedule,
    check_sqlite,
    check_syncing,
)
from netlog.doctor.finding import FAULT, Finding, Mend, fault
from netlog.doctor.machine import Surroundings, look
from netlog.doctor.reader import SQLITE, DoctorReader, is_current, probe, reading
from netlog.errors import NetlogError
from netlog.locations import Locations
from netlog.namedtuple import NamedTuple

MACHINE, FILE, SOUND, ROT, CONTENT = "machine", "file", "sound", "rot", "content"
_BESIDE = (SOUND, ROT, CONTENT)
_BROKEN = "What stands in the file makes no sense: it is damaged."
_BUSY = "Another netlog writes to the file, and it could not be looked at."
_RESTORE = "netlog restore"


class Check(NamedTuple):
    """One check: its name, beside which others it runs, what it looks at, and how.

    Those of one lane run one after the other.  The lane `machine` needs no database,
    `file` a file, the others one to read: `look` is given the surroundings and, in
    these, the reader.  It gives what it found, None where there is nothing to look at.
    """

    name: str
    lane: str
    summary: str
    look: Callable[..., list[Finding] | None]


CHECKS = (
    Check("file", MACHINE, "the database is there and is netlog's", check_file),
    Check(
        "permissions", MACHINE, "nobody else can read or write it", check_permissions
    ),
    Check("owner", MACHINE, "all of it belongs to you", check_owner),
    Check(
        "syncing", FILE, "it is in no synced folder and on no network", check_syncing
    ),
    Check("crash", FILE, "no crash left anything behind", check_crash),
    Check("sqlite", MACHINE, "SQLite is new enough and writes safely", check_sqlite),
    Check("config", MACHINE, "every key of the config is known", check_config),
    Check("path", MACHINE, "the shell finds this netlog", check_path),
    Check(
        "schedule", MACHINE, "something asks for the plan on Mondays", check_schedule
    ),
    Check("integrity", SOUND, "SQLite finds the file sound", check_integrity),
    Check(
        "rot", ROT, "the content is as in the backups, and as changed since", check_rot
    ),
    Check(
        "references", ROT, "every row points at rows that are there", check_references
    ),
    Check("schema", ROT, "tables and indexes are as netlog makes them", check_schema),
    Check("journal", ROT, "undo and redo can read every change", check_journal),
    Check("backups", ROT, "there is a backup, whole and not too old", check_backups),
    Check("clock", ROT, "the clock is not behind the last entry", check_clock),
    Check("forgetting", ROT, "nothing of anybody forgotten is left", check_forgetting),
    Check("me", CONTENT, "your own row is there", check_me),
    Check(
        "standing", CONTENT, "people stand where their touches put them", check_standing
    ),
    Check(
        "introductions",
        CONTENT,
        "introductions are met where people were",
        check_introductions,
    ),
    Check("bookings", CONTENT, "bookings are held where a touch was", check_bookings),
    Check(
        "folding", CONTENT, "names are searched by as they are written", check_folding
    ),
    Check(
        "thanks", CONTENT, "those wait to be thanked who are on a path", check_thanks
    ),
    Check("doubles", CONTENT, "nobody is there twice", check_doubles),
)
"""Every check, in the order in which it is said."""


class Checked(NamedTuple):
    """One check: its name, what it looks at, whether it could, what it found."""

    name: str
    summary: str
    looked: bool
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it looked, and found nothing wrong; a hint is nothing wrong."""
        return self.looked and not any(f.weight == FAULT for f in self.findings)


class Examination(NamedTuple):
    """All checks of a database, in the order of the table of contents."""

    database: Path
    exists: bool
    checks: tuple[Checked, ...]

    @property
    def findings(self) -> list[Finding]:
        """Everything that was found."""
        return [finding for checked in self.checks for finding in checked.findings]

    @property
    def faults(self) -> int:
        """How many things are wrong."""
        return sum(finding.weight == FAULT for finding in self.findings)

    @property
    def mends(self) -> list[Mend]:
        """Everything that can be put right, each once."""
        each = {repr(mend): mend for found in self.findings for mend in found.mends}
        return list(each.values())

    @property
    def lost(self) -> bool:
        """Whether something must be put back before anything is mended by rule."""
        return any(finding.lost for finding in self.findings)


def examine(
    locations: Locations,
    environment: Mapping[str, str],
    clock: Clock,
    config: tuple[str, ...] = (),
) -> Examination:
    """Look at everything; `config` is what is wrong with the config."""
    kept = has_any(locations.database, locations.state / "backups")
    machine = look(locations, environment, backed_up=kept)
    version, trouble = probe(machine.database) if machine.exists else (0, None)
    surroundings = Surroundings(
        machine, clock.today, clock.now, config, trouble, is_current(version), SQLITE
    )
    done = _lane(surroundings, MACHINE, None)
    if machine.exists:
        done |= _lane(surroundings, FILE, None)
    if version:
        done |= _beside(surroundings, version)
    checks = [
        done.get(check.name, Checked(check.name, check.summary, looked=False))
        for check in CHECKS
    ]
    return Examination(locations.database, machine.exists, tuple(checks))


def _beside(surroundings: Surroundings, version: int) -> dict[str, Checked]:
    """The lanes that read the database, side by side; of an older one only some."""
    lanes = _BESIDE if is_current(version) else (SOUND,)
    with ThreadPoolExecutor(len(lanes)) as pool:
        by_lane = pool.map(lambda lane: _read(surroundings, lane), lanes)
        return {name: checked for each in by_lane for name, checked in each.items()}


def _read(surroundings: Surroundings, lane: str) -> dict[str, Checked]:
    """The checks of a lane, over a connection of its own."""
    folder = surroundings.machine.locations.state / "backups"
    try:
        with reading(surroundings.machine.database, folder) as reader:
            return _lane(surroundings, lane, reader)
    except Exception as error:  # noqa: BLE001 (whatever a damaged file brings is a finding)
        first = next(check for check in CHECKS if check.lane == lane)
        findings = _with_database(surroundings, [_failed(error)])
        checked = Checked(first.name, first.summary, looked=True, findings=findings)
        return {first.name: checked}


def _lane(
    surroundings: Surroundings, lane: str, reader: DoctorReader | None
) -> dict[str, Checked]:
    given = (surroundings,) if reader is None else (surroundings, reader)
    return {
        check.name: Checked(
            check.name,
            check.summary,
            findings is not None,
            _with_database(surroundings, findings),
        )
        for check in CHECKS
        if check.lane == lane
        for findings in [_findings(check, given)]
    }


def _findings(check: Check, given: tuple[Any, ...]) -> list[Finding] | None:
    """Run one check; a file may be damaged in ways that nobody thought of."""
    try:
        return check.look(*given)
    except Exception as error:  # noqa: BLE001 (whatever a damaged file brings is a finding)
        return [_failed(error, f"{check.name}: ")]


def _failed(error: Exception, name: str = "") -> Finding:
    """A check that could not be made: another netlog writes, or the file is damaged."""
    if is_busy(error):
        return fault(f"{name}{_BUSY}", "netlog doctor", lost=True)
    said = error.sentence if isinstance(error, NetlogError) else _BROKEN
    return fault(f"{name}{said}", _RESTORE, lost=True)


def _with_database(
    surroundings: Surroundings, findings: Iterable[Finding] | None
) -> tuple[Finding, ...]:
    """Findings whose commands name the database, where the user did somehow."""
    where = surroundings.machine.locations
    named = f" --db {quote(str(where.database))}" if where.named_by else ""
    return tuple(
        finding._replace(command=finding.command + named)
        if finding.command.startswith("netlog ")
        else finding
        for finding in findings or ()
    )
