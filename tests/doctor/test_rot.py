"""What changed although nobody changed it."""

from collections.abc import Callable

import pytest
from tests.doctor.patient import Patient
from tests.storage.filled import NOW, TODAY

from netlog.doctor.finding import HINT
from netlog.domain.forgetting import mark_of, signs_of
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import Person
from netlog.storage.change import Change, changing, do_again, take_back
from netlog.storage.opening import open_store

BACKUP = "as in the backup of 2 Jun 2025, and no change explains it"


def change(patient: Patient, deed: Callable[[Change], object]) -> None:
    """One change of the database by netlog."""
    store = open_store(patient.path, writable=True)
    with changing(store, NOW, "later") as made:
        deed(made)
    store.close()


def undo(patient: Patient) -> None:
    """Take the newest change back."""
    store = open_store(patient.path, writable=True)
    take_back(store, NOW)
    store.close()


def redo(patient: Patient) -> None:
    """Do it again."""
    store = open_store(patient.path, writable=True)
    do_again(store, NOW)
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
    change(patient, lambda made: made.people.add(Newcomer("Zoe", TODAY)))
    patient.back_up()
    (found,) = patient.found("rot")
    assert found.sentence == f"1 row is not {BACKUP}: touch 2 (note)."
    assert found.command == f"netlog restore {backups[2].stem} --dry-run"


def test_what_was_changed_between_two_backups_is_well(patient: Patient) -> None:
    """Changed, taken back and done again: every backup agrees with every other."""
    deeds: list[Callable[[], None]] = [
        lambda: change(patient, lambda made: made.people.add(Newcomer("A", TODAY))),
        lambda: undo(patient),
        lambda: redo(patient),
        lambda: change(patient, lambda made: made.people.remove(dorie(made))),
        lambda: undo(patient),
    ]
    for deed in deeds:
        patient.back_up()
        deed()
        assert patient.said("rot") == []


def dorie(made: Change) -> Person:
    """Somebody to be taken out."""
    return made.people.find("dorie-clark")


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
    change(patient, lambda made: made.people.add(Newcomer("Late Comer", TODAY)))
    change(
        patient,
        lambda made: made.people.edit(made.people.find("dorie-clark"), org="Clark"),
    )
    change(patient, lambda made: made.people.remove(made.people.find("gus-ito")))
    assert patient.said("rot") == []
    for _ in range(5):
        undo(patient)
        assert patient.said("rot") == []
    for _ in range(3):
        redo(patient)
        assert patient.said("rot") == []


def test_only_what_was_changed_is_explained(patient: Patient) -> None:
    """Another column of the same row, and another value of the same column, are not."""
    patient.back_up()
    change(
        patient,
        lambda made: made.people.edit(made.people.find("dorie-clark"), org="Clark"),
    )
    patient.spoil("UPDATE person SET org = 'Clerk', city = 'x' WHERE id = 5")
    (said,) = patient.said("rot")
    assert said == f"1 row is not {BACKUP}: person dorie-clark (org, city)."


def test_after_another_backup_was_restored_that_one_counts(patient: Patient) -> None:
    """What came later belongs to a past that did not happen."""
    first = patient.back_up().path.read_bytes()
    change(patient, lambda made: made.people.add(Newcomer("Late Comer", TODAY)))
    patient.back_up()
    patient.path.write_bytes(first)
    change(patient, lambda made: made.people.add(Newcomer("Other Comer", TODAY)))
    assert patient.said("rot") == []
    patient.spoil("UPDATE touch SET note = 'Go un.' WHERE id = 2")
    assert patient.said("rot") == [f"1 row is not {BACKUP}: touch 2 (note)."]


def test_after_an_older_backup_was_restored_the_newer_one_says_nothing(
    patient: Patient,
) -> None:
    """Whoever came after it is not there, and has not rotted away."""
    first = patient.back_up().path.read_bytes()
    change(patient, lambda made: made.people.add(Newcomer("Late Comer", TODAY)))
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
