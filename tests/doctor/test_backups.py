"""Whether there is a backup to go back to."""

from datetime import timedelta

from tests.doctor.patient import MOMENT, Patient
from tests.storage.filled import NOW, TODAY

from netlog.doctor.examination import Moment
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
