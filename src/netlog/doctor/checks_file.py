"""Checks of the file: whether it can be read, holds together, and is as made."""

import re
from collections import Counter
from datetime import date, timedelta
from shlex import quote
from typing import Any

from netlog.db import policy, sql
from netlog.doctor.finding import Finding, Mend, fault, hint, mend_each, some
from netlog.doctor.machine import Machine, Surroundings
from netlog.doctor.reader import DoctorReader, dangling_rows, journal_faults
from netlog.doctor.rows import CRASHED, DAMAGED, FOREIGN, NEWER, DanglingRow, Trouble
from netlog.domain.numbers import counted
from netlog.domain.person import ME_ID

_RESTORE_LAST = "netlog restore last"
_FOR_TROUBLE = {
    DAMAGED: _RESTORE_LAST,
    FOREIGN: "netlog info",
    NEWER: "pipx upgrade netlog-cli",
}
# Its words may be followed by what a row holds.
_PLACE = re.compile(
    r"missing from index (\w+)|entries in index (\w+)|constraint failed in (\w+)"
    r"|value in (\w+)|non-unique entry in index (\w+)"
)
_JOURNAL_FAULTS = {
    "unreadable": "cannot be read in the journal",
    "unknown": "speaks of a table that is not there",
    "misplaced": "keeps rows that stand elsewhere",
    "early": "was undone before later ones",
}
_FORGET_INTERRUPTED = fault(
    "A forget was interrupted: backups may still hold what was forgotten.",
    "netlog doctor --fix",
    mends=(Mend("forgetting", None),),
)
_HISTORY = "netlog history"
_A_MINUTE = timedelta(minutes=1)
_FAR_AWAY = date(9999, 12, 31)
OWN_ROW: dict[str, Any] = {
    **dict.fromkeys(("handle", "name", "folded"), "me"),
    **dict.fromkeys(("rhythm", "cluster"), ""),
    **dict.fromkeys(("added_on", "starts_on", "waits_from"), _FAR_AWAY),
    **dict.fromkeys(("no_sell", "resting", "dropped"), False),
    **dict.fromkeys(("open_tries", "touches", "contact_days", "entered"), 0),
    **dict.fromkeys(("last_contact", "last_heard", "last_reached", "last_tried"), None),
    **dict.fromkeys(("first_sitdown", "last_sitdown", "fresh_on", "usual_gap"), None),
    **dict.fromkeys(("snoozed_until", "woken_on", "woken"), None),
    **dict.fromkeys(("known", "connected"), True),
    "said_known": "yes",
    "entity": "person",
    "source": "typed",
    "draw": -1,
}
"""The user is no one to meet: known, never waiting, never drawn."""


def check_file(surroundings: Surroundings) -> list[Finding]:
    """No file, an empty one, one of another program, an older or a newer one."""
    if not surroundings.machine.exists:
        return [_no_file(surroundings.machine)]
    if surroundings.trouble is None:
        return [] if surroundings.is_current else [_older_file()]
    if surroundings.trouble.kind == CRASHED:
        return []
    return [_unreadable_file(surroundings.machine, surroundings.trouble)]


def _no_file(machine: Machine) -> Finding:
    sentence = f"There is no database at {machine.locations.database}"
    if machine.backed_up:
        return fault(f"{sentence}, but backups of it are there.", _RESTORE_LAST)
    if machine.locations.named_by:
        return fault(f"{sentence}.", "netlog restore")
    return hint(f"{sentence}.", "netlog add NAME")


def _unreadable_file(machine: Machine, trouble: Trouble) -> Finding:
    path = machine.locations.database
    if trouble.kind == FOREIGN and path.is_file() and path.stat().st_size == 0:
        return fault(f"{path} is empty.", _RESTORE_LAST)
    if trouble.kind == FOREIGN and machine.backed_up:
        return fault(trouble.sentence, _RESTORE_LAST)
    look = f"ls -l {quote(str(path))}"
    return fault(trouble.sentence, _FOR_TROUBLE.get(trouble.kind, look))


def _older_file() -> Finding:
    return hint(
        "An older netlog wrote the database; the next command brings it up to date.",
        "netlog info",
    )


def check_crash(surroundings: Surroundings) -> list[Finding]:
    """A journal beside the file, which nobody is writing."""
    if surroundings.trouble is None or surroundings.trouble.kind != CRASHED:
        return []
    return [
        fault(
            "A crash left a journal beside the file; opening it puts everything back"
            " as it was before the command that was interrupted.",
            "netlog doctor --fix",
            mends=(Mend("crash", surroundings.machine.database),),
        )
    ]


def check_integrity(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Everything that integrity_check says."""
    damages = reader.damages()
    if not damages:
        return []
    matches = [_PLACE.search(words) for words in damages]
    where = sorted({match[match.lastindex or 0] for match in matches if match})
    named = f": {some(where)}" if where else ""
    many = counted(len(damages), "place")
    return [
        fault(f"The file is damaged in {many}{named}.", "netlog restore", lost=True)
    ]


def check_references(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Rows of people, touches and the like that are gone."""
    dangling = dangling_rows(reader.store.connection)
    if not dangling:
        return []
    tables = Counter(row.table for row in dangling)
    listed = some([f"{table} ({number})" for table, number in sorted(tables.items())])
    empty = [row for row in dangling if says_nothing(row)]
    mendable = len(empty) == len(dangling)
    rows = counted(len(dangling), "row points", "rows point")
    return [
        fault(
            f"{rows} at something that is not there: {listed}.",
            "netlog doctor --fix" if mendable else "netlog restore",
            mends=mend_each("dangling", empty),
        )
    ]


def says_nothing(row: DanglingRow) -> bool:
    """Whether nothing is lost when the row, or what it points by, is taken out."""
    return policy.tables()[row.table].link or not row.needed


def check_schema(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """What is missing, what is another, what somebody else put in."""
    actual, wanted = reader.schema(), reader.wanted_schema()
    differences = {
        "is missing": sorted(wanted.keys() - actual.keys()),
        "is not as netlog makes it": sorted(
            name
            for name in wanted.keys() & actual.keys()
            if wanted[name] != actual[name]
        ),
        "is not netlog's": sorted(actual.keys() - wanted.keys()),
    }
    return [
        fault(f"In the tables something {what}: {some(names)}.", "netlog restore")
        for what, names in differences.items()
        if names
    ]


def check_journal(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Changes that could not be undone or redone."""
    return [
        fault(
            f"{counted(len(numbers), 'change')} {fault_said}: {some(numbers)};"
            " undo may stop there.",
            "netlog restore",
        )
        for numbers, fault_said in zip(
            journal_faults(reader.store.connection),
            _JOURNAL_FAULTS.values(),
            strict=True,
        )
        if numbers
    ]


def check_clock(surroundings: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Changes made later than now, and what is dated after today."""
    later = sql.changes_after(reader.store, surroundings.now + _A_MINUTE)
    found = []
    if later:
        many = counted(len(later), "change was", "changes were")
        sentence = f"{many} made later than it is now: {some(later)}."
        found.append(fault(f"{sentence} The clock is behind, or was ahead.", _HISTORY))
    for what, numbers in reader.dated_after(surroundings.today).items():
        if numbers:
            several = f"{what}es" if what == "touch" else f"{what}s"
            many = counted(len(numbers), f"{what} is", f"{several} are")
            option = "--touch" if what == "touch" else "--intro"
            found.append(
                hint(
                    f"{many} dated after today: {some(numbers)}.",
                    f"netlog edit {option} {numbers[0]} --on DATE",
                )
            )
    return found


def check_forgetting(surroundings: Surroundings, reader: DoctorReader) -> list[Finding]:
    """What was interrupted before all was cleaned, and files that cannot be."""
    waiting = reader.to_scrub()
    left = [_still_holding(name, surroundings) for name in waiting if name]
    return [*([_FORGET_INTERRUPTED] if "" in waiting else []), *filter(None, left)]


def _still_holding(name: str, surroundings: Surroundings) -> Finding | None:
    """A file that was damaged; None once it is deleted."""
    path = surroundings.machine.locations.state / "backups" / name
    if not path.exists():
        return None
    sentence = f"{name} cannot be read, and may hold somebody who was forgotten."
    return fault(sentence, f"rm {quote(str(path))}")


def check_me(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Columns of the row that are another."""
    me = sql.person(reader.store, ME_ID)
    wrong = [
        column
        for column, value in OWN_ROW.items()
        if me is None or getattr(me, column) != value
    ]
    if not wrong:
        return []
    sentence = "Your own row is not as it should be." if me else "Your own row is gone."
    command = "netlog doctor --fix" if me else "netlog restore"
    to_mend = (Mend("me", {column: OWN_ROW[column] for column in wrong}),) if me else ()
    return [fault(sentence, command, mends=to_mend)]
