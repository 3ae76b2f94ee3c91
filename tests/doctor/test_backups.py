"""Whether there is a backup to go back to."""

from datetime import timedelta
from pathlib import Path

from tests.doctor.patient import MOMENT, Patient
from tests.storage.filled import NOW, TODAY

from netlog.doctor.backups import looked_at
from netlog.doctor.examination import Moment
from netlog.domain.backup import ASKED, Backup, Manifest
from netlog.storage.change import changing
from netlog.storage.opening import open_store

TOMORROW = Moment(TODAY + timedelta(days=1), NOW + timedelta(days=1))


def test_on_the_first_day_none_is_needed(patient: Patient) -> None:
    """From the second on, none is worth a word."""
    assert patient.said("backups", MOMENT) == []
    assert patient.said("backups", TOMORROW) == ["There is no backup yet."]
    patient.back_up()
    assert patient.said("backups", TOMORROW) == []


def test_one_that_is_not_what_it_was_is_a_fault(patient: Patient) -> None:
    """A single byte of it."""
    backup = patient.back_up().path
    backup.write_bytes(backup.read_bytes()[:-1] + b"x")
    (found,) = patient.found("backups")
    assert found.sentence == f"A backup is not what it was: {backup.name}."
    assert (found.weight, found.command) == ("fault", "netlog backup")


def test_an_older_one_is_looked_at_too(patient: Patient) -> None:
    """It is what would be gone back to if the newest were not enough."""
    backups = [patient.back_up().path for _ in range(3)]
    backups[1].write_bytes(b"rubbish")
    said = [f"A backup is not what it was: {backups[1].name}."]
    assert patient.said("backups") == said


def test_large_ones_are_not_all_read() -> None:
    """The newest and the oldest are, whatever their size."""
    when = ("db", TODAY, NOW, ASKED, 1, False)
    manifest = Manifest(*when, 3, {}, 0, 200 * 2**20, "")
    newest_first = [Backup(Path(f"{n}.db"), manifest) for n in range(5)]
    assert [one.path.stem for one in looked_at(newest_first)] == ["0", "4"]
    small = [one._replace(manifest=manifest._replace(size=9)) for one in newest_first]
    assert [one.path.stem for one in looked_at(small)] == ["0", "4", "3", "2", "1"]


def test_one_that_is_older_than_a_week_of_changes_is_a_fault(patient: Patient) -> None:
    """Age alone is none: where nothing was written, nothing can be lost."""
    patient.back_up()
    later = Moment(TODAY + timedelta(days=30), NOW + timedelta(days=30))
    assert patient.said("backups", later) == []
    store = open_store(patient.path, writable=True)
    with changing(store, later.now, "later") as change:
        change.people.edit(change.people.find("dorie-clark"), org="Clark")
    store.close()
    assert patient.said("backups", later) == [
        "The newest backup is of 2 Jun 2025, and much was changed since."
    ]
