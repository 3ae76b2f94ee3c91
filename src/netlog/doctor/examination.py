"""Running all checks, some beside others, and what comes of it."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import Any

from netlog.doctor import CHECKS, CONTENT, FILE, MACHINE, ROT, SOUND, Entry
from netlog.doctor.finding import FAULT, Finding, Mend, fault
from netlog.doctor.machine import look
from netlog.doctor.source import Book, Facts
from netlog.errors import NetlogError
from netlog.locations import Locations
from netlog.records import NamedTuple
from netlog.storage.diagnosis import is_current, opened
from netlog.storage.examining import SQLITE, examining
from netlog.storage.failures import is_busy
from netlog.storage.shelf import has_any

_BESIDE = (SOUND, ROT, CONTENT)
_BROKEN = "What stands in the file makes no sense: it is damaged."
_BUSY = "Another netlog writes to the file, and it could not be looked at."
_RESTORE = "netlog restore"


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
        return [finding for one in self.checks for finding in one.findings]

    @property
    def faults(self) -> int:
        """How many things are wrong."""
        return sum(finding.weight == FAULT for finding in self.findings)

    @property
    def mends(self) -> list[Mend]:
        """Everything that can be put right, each once."""
        found = {repr(mend): mend for one in self.findings for mend in one.mends}
        return list(found.values())

    @property
    def lost(self) -> bool:
        """Whether something must be put back before anything is mended by rule."""
        return any(finding.lost for finding in self.findings)


class Moment(NamedTuple):
    """The local day and the moment."""

    today: date
    now: datetime


def examine(
    locations: Locations,
    environment: Mapping[str, str],
    moment: Moment,
    config: tuple[str, ...] = (),
) -> Examination:
    """Look at everything; `config` is what is wrong with the config."""
    kept = has_any(locations.database, locations.state / "backups")
    machine = look(locations, environment, backed_up=kept)
    version, trouble = opened(machine.database) if machine.exists else (0, None)
    facts = Facts(
        machine, moment.today, moment.now, config, trouble, is_current(version), SQLITE
    )
    done = _lane(facts, MACHINE, None)
    if machine.exists:
        done |= _lane(facts, FILE, None)
    if version:
        done |= _beside(facts, version)
    checks = [
        done.get(name, Checked(name, entry.summary, looked=False))
        for name, entry in CHECKS.items()
    ]
    return Examination(locations.database, machine.exists, tuple(checks))


def _beside(facts: Facts, version: int) -> dict[str, Checked]:
    """The lanes that read the database, side by side; of an older one only some."""
    lanes = _BESIDE if is_current(version) else (SOUND,)
    with ThreadPoolExecutor(len(lanes)) as pool:
        found = pool.map(lambda lane: _read(facts, lane), lanes)
        return {name: one for checks in found for name, one in checks.items()}


def _read(facts: Facts, lane: str) -> dict[str, Checked]:
    """The checks of a lane, over a connection of its own."""
    folder = facts.machine.locations.state / "backups"
    try:
        with examining(facts.machine.database, folder) as book:
            return _lane(facts, lane, book)
    except Exception as error:  # noqa: BLE001 (whatever a damaged file brings is a finding)
        found = [_failed(error)]
        name = next(name for name, one in CHECKS.items() if one.lane == lane)
        summary = CHECKS[name].summary
        return {name: Checked(name, summary, looked=True, findings=_told(facts, found))}


def _lane(facts: Facts, lane: str, book: Book | None) -> dict[str, Checked]:
    entries = {name: one for name, one in CHECKS.items() if one.lane == lane}
    given = (facts,) if book is None else (facts, book)
    return {
        name: Checked(name, entry.summary, found is not None, _told(facts, found))
        for name, entry in entries.items()
        for found in [_found(name, entry, given)]
    }


def _found(name: str, entry: Entry, given: tuple[Any, ...]) -> list[Finding] | None:
    """Run one check; a file may be damaged in ways that nobody thought of."""
    found: list[Finding] | None
    try:
        found = import_module(entry.module).findings(*given)
    except Exception as error:  # noqa: BLE001 (whatever a damaged file brings is a finding)
        found = [_failed(error, f"{name}: ")]
    return found


def _failed(error: Exception, name: str = "") -> Finding:
    """A check that could not be made: another netlog writes, or the file is damaged."""
    if is_busy(error):
        return fault(f"{name}{_BUSY}", "netlog doctor", lost=True)
    said = error.sentence if isinstance(error, NetlogError) else _BROKEN
    return fault(f"{name}{said}", _RESTORE, lost=True)


def _told(facts: Facts, found: Iterable[Finding] | None) -> tuple[Finding, ...]:
    """Findings whose commands name the database, where the user did."""
    where = facts.machine.locations
    chosen = f" --db {quote(str(where.database))}" if where.chosen else ""
    return tuple(
        one._replace(command=one.command + chosen)
        if one.command.startswith("netlog ")
        else one
        for one in found or ()
    )
