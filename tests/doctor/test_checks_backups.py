"""Checks that read the backups."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.doctor.patient import CLOCK, Patient
from tests.repository.filled import NOW, TODAY

from netlog.backups.files import ASKED, Backup, Manifest
from netlog.clock import Clock
from netlog.db.open import open_store
from netlog.db.tombstones import mark_of, signs_of
from netlog.doctor.checks_backups import backups_to_read
from netlog.doctor.finding import HINT
from netlog.domain.person import Newcomer, Person
from netlog.repository import finding, people
from netlog.repository.change import OpenChange, changing
from netlog.repository.undo import redo, undo

TOMORROW = Clock(NOW + timedelta(days=1), TODAY + timedelta(days=1))


def test_on_the_first_day_no_backup_is_needed(patient: Patient) -> None:
    """From the second on, none is worth a word."""
    assert patient.said("backups", CLOCK) == []
    assert patient.said("backups", TOMORROW) == ["There is no backup yet."]
    patient.back_up()
    assert patient.said("backups", TOMORROW) == []


def test_a_backup_that_is_not_what_it_was_is_a_fault(patient: Patient) -> None:
    """A single byte of it."""
    backup = patient.back_up().path
    backup.write_bytes(backup.read_bytes()[:-1] + b"x")
    (found,) = patient.found("backups")
    assert found.sentence == f"A backup is not what it was: {backup.name}."
    assert (found.weight, found.command) == ("fault", "netlog backup")


def test_an_older_backup_is_looked_at_too(patient: Patient) -> None:
    """It is what would be gone back to if the newest were not enough."""
    backups = [patient.back_up().path for _ in range(3)]
    backups[1].write_bytes(b"rubbish")
    said = [f"A backup is not what it was: {backups[1].name}."]
    assert patient.said("backups") == said


def test_large_backups_are_not_all_read() -> None:
    """The newest and the oldest are, whatever their size."""
    when = ("db", TODAY, NOW, ASKED, 1, False)
    manifest = Manifest(*when, 3, {}, 0, 200 * 2**20, "")
    newest_first = [Backup(Path(f"{n}.db"), manifest) for n in range(5)]
    assert [one.path.stem for one in backups_to_read(newest_first)] == ["0", "4"]
    small = [one._replace(manifest=manifest._replace(size=9)) for one in newest_first]
    assert [one.path.stem for one in backups_to_read(small)] == [
        "0",
        "4",
        "3",
        "2",
        "1",
    ]


def test_a_backup_older_than_a_week_of_changes_is_a_fault(patient: Patient) -> None:
    """Age alone is none: where nothing was written, nothing can be lost."""
    patient.back_up()
    later = Clock(NOW + timedelta(days=30), TODAY + timedelta(days=30))
    assert patient.said("backups", later) == []
    store = open_store(patient.path, writable=True)
    with changing(store, later.now, "later") as change:
        people.edit(change, finding.find(change.store, "dorie-clark"), org="Clark")
    store.close()
    assert patient.said("backups", later) == [
        "The newest backup is of 2 Jun 2025, and much was changed since."
    ]


BACKUP = "as in the backup of 2 Jun 2025, and no change explains it"


def change(patient: Patient, deed: Callable[[OpenChange], object]) -> None:
    """One change of the database by netlog."""
    store = open_store(patient.path, writable=True)
    with changing(store, NOW, "later") as made:
        deed(made)
    store.close()


def take_back(patient: Patient) -> None:
    """Take the newest change back."""
    store = open_store(patient.path, writable=True)
    undo(store, NOW)
    store.close()


def do_again(patient: Patient) -> None:
    """Do it again."""
    store = open_store(patient.path, writable=True)
    redo(store, NOW)
    store.close()


def test_without_a_backup_there_is_nothing_to_hold_it_against(patient: Patient) -> None:
    """So nobody says that it is well."""
    checks = {one.name: one.looked for one in patient.examined().checks}
    assert checks["rot"] is False


@pytest.mark.parametrize(
    ("statement", "row"),
    [
        ("UPDATE touch SET note = 'Go un.' WHERE id = 2", "touch 2 (note)"),
        ("UPDATE person SET org = 'Acm' WHERE id = 2", "person alisa-novak (org)"),
        ("DELETE FROM guess", "guess 1 (gone)"),
        ("UPDATE change SET command = 'x' WHERE id = 1", "change 1 (command)"),
        ("UPDATE change_row SET tab = 'x' WHERE id = 1", "journal 1 (tab)"),
        ("UPDATE pin SET period = '2025-W01' WHERE id = 1", "pin 1 (period)"),
        ("DELETE FROM pin WHERE id = 1", "pin 1 (gone)"),
        (
            "UPDATE change SET uid = substr(uid, 2) || 'x' WHERE id = 1",
            "change 1 (uid)",
        ),
        ("UPDATE version SET at = '2020' WHERE id = 1", "version 1 (at)"),
    ],
)
def test_what_no_change_explains_is_a_fault(
    patient: Patient, statement: str, row: str
) -> None:
    """The row is named, and what of it; never what it says."""
    backup = patient.back_up().path
    patient.spoil(statement)
    (found,) = patient.found("rot")
    assert found.sentence == f"1 row is not {BACKUP}: {row}."
    command = f"netlog restore {backup.stem} --dry-run"
    assert (found.command, found.lost, found.mends) == (command, True, ())


def test_a_backup_that_has_the_rot_does_not_hide_it(patient: Patient) -> None:
    """Older ones are without it, and the newest of these is to be restored."""
    backups = [patient.back_up().path for _ in range(3)]
    patient.spoil("UPDATE touch SET note = 'Go un.' WHERE id = 2")
    patient.back_up()
    change(patient, lambda made: people.add(made, Newcomer("Zoe", TODAY)))
    patient.back_up()
    (found,) = patient.found("rot")
    assert found.sentence == f"1 row is not {BACKUP}: touch 2 (note)."
    assert found.command == f"netlog restore {backups[2].stem} --dry-run"


def test_what_was_changed_between_two_backups_is_well(patient: Patient) -> None:
    """Changed, taken back and done again: every backup agrees with every other."""
    deeds: list[Callable[[], None]] = [
        lambda: change(patient, lambda made: people.add(made, Newcomer("A", TODAY))),
        lambda: take_back(patient),
        lambda: do_again(patient),
        lambda: change(patient, lambda made: people.remove(made, dorie(made))),
        lambda: take_back(patient),
    ]
    for deed in deeds:
        patient.back_up()
        deed()
        assert patient.said("rot") == []


def dorie(made: OpenChange) -> Person:
    """Somebody to be taken out."""
    return finding.find(made.store, "dorie-clark")


def test_who_was_forgotten_and_is_there_again_is_no_rot(patient: Patient) -> None:
    """The backups are without them: that is why they differ."""
    patient.back_up()
    mark = mark_of(signs_of(["Dorie Clark"], []).pop(), "aa")
    patient.spoil(
        "UPDATE person SET org = 'Acm' WHERE id = 5",
        "INSERT INTO forgetting (id, uid, salt) VALUES (1, 'f', 'aa')",
        f"INSERT INTO mark (uid, forgetting_id, hash) VALUES ('m', 1, '{mark}')",  # noqa: S608 (a hash)
    )
    (found,) = patient.found("rot")
    assert found.weight == HINT
    assert found.sentence.startswith("dorie-clark was forgotten, and is there again")
    assert found.command == "netlog forget dorie-clark"


def test_a_bit_of_the_newest_change_makes_no_other_past(patient: Patient) -> None:
    """It is still the change that the backup ends with."""
    patient.back_up()
    patient.spoil("UPDATE change SET uid = 'x' || substr(uid, 2) WHERE id = 7")
    assert patient.said("rot") == [f"1 row is not {BACKUP}: change 7 (uid)."]


def test_what_the_journal_keeps_for_redo_is_held_against_it_too(
    patient: Patient,
) -> None:
    """The person whom undo took out stands there alone."""
    patient.back_up()
    text = "UPDATE change_row SET after = replace(after, 'Again', 'Agaim')"
    patient.spoil(f"{text} WHERE after LIKE '%Again%'")
    (said,) = patient.said("rot")
    assert said.startswith(f"1 row is not {BACKUP}: journal ")
    assert said.endswith(" (after).")


def test_marks_of_who_was_forgotten_may_go(patient: Patient) -> None:
    """They may be given up; one that is another has rotted."""
    patient.spoil(
        "INSERT INTO forgetting (id, uid, salt) VALUES (70, 'x', 'y'), (71, 'z', 'y')"
    )
    patient.back_up()
    patient.spoil("DELETE FROM forgetting WHERE id = 70")
    assert patient.said("rot") == []
    patient.spoil("UPDATE forgetting SET salt = 'z' WHERE id = 71")
    assert patient.said("rot") == [f"1 row is not {BACKUP}: forgetting 71 (salt)."]


def test_while_a_forget_is_unfinished_nothing_is_compared(patient: Patient) -> None:
    """The backup still holds what is gone for good."""
    patient.back_up()
    patient.spoil("DELETE FROM guess", "INSERT INTO scrub (uid, what) VALUES ('x', '')")
    assert patient.said("rot") == []
    assert patient.said("forgetting") != []


def test_what_follows_from_something_else_is_not_lost(patient: Patient) -> None:
    """A derived column: the rule puts it right."""
    patient.back_up()
    patient.spoil("UPDATE person SET touches = 7 WHERE id = 2")
    (found,) = patient.found("rot")
    assert (found.command, found.lost) == ("netlog doctor --fix", False)


def test_what_was_changed_since_is_explained(patient: Patient) -> None:
    """Added, edited, removed, undone and redone: nothing of it has rotted."""
    patient.back_up()
    change(patient, lambda made: people.add(made, Newcomer("Late Comer", TODAY)))
    change(
        patient,
        lambda made: people.edit(
            made, finding.find(made.store, "dorie-clark"), org="Clark"
        ),
    )
    change(
        patient, lambda made: people.remove(made, finding.find(made.store, "gus-ito"))
    )
    assert patient.said("rot") == []
    for _ in range(5):
        take_back(patient)
        assert patient.said("rot") == []
    for _ in range(3):
        do_again(patient)
        assert patient.said("rot") == []


def test_only_what_was_changed_is_explained(patient: Patient) -> None:
    """Another column of the same row, and another value of the same column, are not."""
    patient.back_up()
    change(
        patient,
        lambda made: people.edit(
            made, finding.find(made.store, "dorie-clark"), org="Clark"
        ),
    )
    patient.spoil("UPDATE person SET org = 'Clerk', city = 'x' WHERE id = 5")
    (said,) = patient.said("rot")
    assert said == f"1 row is not {BACKUP}: person dorie-clark (org, city)."


def test_after_another_backup_was_restored_that_one_counts(patient: Patient) -> None:
    """What came later belongs to a past that did not happen."""
    first = patient.back_up().path.read_bytes()
    change(patient, lambda made: people.add(made, Newcomer("Late Comer", TODAY)))
    patient.back_up()
    patient.path.write_bytes(first)
    change(patient, lambda made: people.add(made, Newcomer("Other Comer", TODAY)))
    assert patient.said("rot") == []
    patient.spoil("UPDATE touch SET note = 'Go un.' WHERE id = 2")
    assert patient.said("rot") == [f"1 row is not {BACKUP}: touch 2 (note)."]


def test_after_an_older_backup_was_restored_the_newer_one_says_nothing(
    patient: Patient,
) -> None:
    """Whoever came after it is not there, and has not rotted away."""
    first = patient.back_up().path.read_bytes()
    change(patient, lambda made: people.add(made, Newcomer("Late Comer", TODAY)))
    patient.back_up()
    patient.path.write_bytes(first)
    assert patient.said("rot") == []
    patient.spoil("UPDATE touch SET note = 'Go un.' WHERE id = 2")
    assert patient.said("rot") == [f"1 row is not {BACKUP}: touch 2 (note)."]


def test_a_damaged_backup_is_passed_over(patient: Patient) -> None:
    """The one before it is held against."""
    patient.back_up()
    newest = patient.back_up().path
    newest.write_bytes(newest.read_bytes()[:-1] + b"x")
    patient.spoil("UPDATE touch SET note = 'Go un.' WHERE id = 2")
    assert patient.said("rot") == [f"1 row is not {BACKUP}: touch 2 (note)."]
