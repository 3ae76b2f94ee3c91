"""Checks of the file: whether it can be read, holds together, and is as made."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from tests.db.older import NUMBERS, older
from tests.doctor.crashes import crash
from tests.doctor.machines import surroundings
from tests.doctor.patient import Patient
from tests.repository.filled import NOW, TODAY

from netlog.clock import Clock
from netlog.db.sql import TABLES
from netlog.doctor.checks_file import OWN_ROW, check_file, says_nothing
from netlog.doctor.finding import FAULT, HINT, Mend
from netlog.doctor.rows import DanglingRow


def said_of_file(patient: Patient) -> list[tuple[str, str, str]]:
    """What the check says of a patient."""
    return [(f.weight, f.sentence, f.command) for f in patient.found("file")]


def test_no_file_yet_is_a_hint(patient: Patient) -> None:
    """Nothing is wrong with nothing."""
    patient.path.unlink()
    said = f"There is no database at {patient.path}."
    assert said_of_file(patient) == [(HINT, said, "netlog add NAME")]
    assert patient.examined().faults == 0


def test_no_file_where_one_was_named_is_a_fault(patient: Patient) -> None:
    """The command names it again."""
    patient.path.unlink()
    patient.locations = patient.locations._replace(named_by="NETLOG_DB")
    said = f"There is no database at {patient.path}."
    command = f"netlog restore --db {patient.path}"
    assert said_of_file(patient) == [(FAULT, said, command)]


def test_a_database_that_is_gone_though_it_was_backed_up_is_a_fault(
    patient: Patient,
) -> None:
    """Nobody should begin anew in silence; nor take what is there now for theirs."""
    patient.back_up()
    whole = patient.path.read_bytes()
    patient.path.unlink()
    said = f"There is no database at {patient.path}, but backups of it are there."
    assert said_of_file(patient) == [(FAULT, said, "netlog restore last")]
    patient.path.write_bytes(b"no database any more " * len(whole))
    assert said_of_file(patient)[0][2] == "netlog restore last"


def test_an_empty_file_is_a_fault(patient: Patient) -> None:
    """Something emptied it: a backup can be put back."""
    patient.path.write_bytes(b"")
    said = f"{patient.path} is empty."
    assert said_of_file(patient) == [(FAULT, said, "netlog restore last")]


def test_a_truncated_file_is_a_fault(patient: Patient) -> None:
    """Half of it is damaged, and says so."""
    whole = patient.path.read_bytes()
    patient.path.write_bytes(whole[: len(whole) // 2])
    assert patient.examined().faults > 0
    patient.path.write_bytes(whole[:100])
    assert said_of_file(patient)[0][2] == "netlog restore last"


def test_a_file_of_another_program_is_a_fault(patient: Patient) -> None:
    """It is not touched."""
    patient.path.unlink()
    with closing(sqlite3.connect(patient.path)) as file:
        file.execute("CREATE TABLE other (x)")
    said = f"{patient.path} is not a netlog database."
    assert said_of_file(patient) == [(FAULT, said, "netlog info")]
    patient.path.write_text("no database at all, longer than a header " * 9, "utf-8")
    assert patient.examined().faults > 0


def test_a_newer_file_is_a_fault(patient: Patient) -> None:
    """A newer netlog reads it."""
    patient.spoil("UPDATE version SET number = 99")
    ((weight, said, command),) = said_of_file(patient)
    assert (weight, command) == (FAULT, "pipx upgrade netlog-cli")
    assert "newer netlog" in said


def test_a_folder_is_no_file(patient: Patient) -> None:
    """It is said so."""
    patient.path.unlink()
    patient.path.mkdir()
    assert said_of_file(patient)[0][0] == FAULT


def test_an_older_file_is_a_hint() -> None:
    """The next command brings it up to date."""
    (found,) = check_file(surroundings(is_current=False))
    assert (found.weight, found.command) == (HINT, "netlog info")


@pytest.mark.parametrize("number", NUMBERS)
def test_an_older_file_is_looked_at_by_sqlite_alone(
    patient: Patient, number: int
) -> None:
    """The rest reads the tables of this netlog."""
    older(patient.path, number)
    found = patient.examined()
    looked = {one.name for one in found.checks if one.looked}
    assert {"file", "integrity"} <= looked
    assert looked & {"standing", "rot"} == set()
    assert found.faults == 0


def test_a_file_of_another_program_in_a_folder_called_newer(patient: Patient) -> None:
    """What it is does not come from what it is called."""
    patient.path = patient.home / "newer not a" / "n.db"
    patient.path.parent.mkdir(0o700)
    patient.locations = patient.locations._replace(database=patient.path)
    with closing(sqlite3.connect(patient.path)) as file:
        file.execute("CREATE TABLE other (x)")
    said = f"{patient.path} is not a netlog database."
    assert said_of_file(patient) == [(FAULT, said, "netlog info")]


def test_what_cannot_be_reached_is_a_fault(patient: Patient) -> None:
    """It may well be there; links in a circle stand for a folder that is shut."""
    patient.path.unlink()
    patient.path.symlink_to(patient.path)
    said = "The database cannot be reached: Too many levels of symbolic links."
    assert said_of_file(patient) == [(FAULT, said, f"ls -l {patient.path}")]


def test_a_journal_that_must_be_rolled_back_is_a_fault(patient: Patient) -> None:
    """It says that opening puts it right; looking does not open it to write."""
    crash(patient.path)
    journal = patient.path.with_name("netlog.db-journal")
    before = (patient.path.read_bytes(), journal.read_bytes())
    (found,) = patient.found("crash")
    assert found.weight == FAULT
    assert found.sentence.startswith("A crash left a journal beside the file")
    assert found.mends == (Mend("crash", patient.path),)
    assert (patient.path.read_bytes(), journal.read_bytes()) == before


def test_until_then_nothing_else_is_looked_at(patient: Patient) -> None:
    """What stands in the file is half of something."""
    crash(patient.path)
    looked = {one.name for one in patient.examined().checks if one.looked}
    assert looked & {"integrity", "standing", "rot"} == set()


def test_a_journal_of_a_command_that_runs_is_none(patient: Patient) -> None:
    """Somebody is writing just now: that is no crash."""
    journal = patient.path.with_name("netlog.db-journal")
    journal.write_bytes(b"")
    assert patient.said("crash") == []


def test_a_file_that_cannot_be_read_beside_a_journal_is_damaged_not_crashed(
    patient: Patient,
) -> None:
    """A journal that holds nothing explains nothing: neither letters nor pages."""
    whole = patient.path.read_bytes()
    patient.path.with_name("netlog.db-journal").write_bytes(b"")
    for spoilt in (
        whole.replace(b"CREATE TABLE person", b"CREATE TABLE p\xe5rson", 1),
        whole[:100] + bytes(4) + whole[104:],
    ):
        patient.path.write_bytes(spoilt)
        assert patient.said("crash") == []
        assert patient.said("file") == ["The database is damaged."]


def test_an_index_that_says_something_else_is_a_fault(patient: Patient) -> None:
    """It names the index and nothing of what is in it."""
    well = patient.path.read_bytes()
    assert well.count(b"emil ostergard") > 1
    patient.path.write_bytes(well.replace(b"emil ostergard", b"emil osterhard", 1))
    (found,) = patient.found("integrity")
    assert found.sentence.startswith("The file is damaged in ")
    assert "person_name" in found.sentence
    assert "emil" not in found.sentence
    assert (found.command, found.lost) == ("netlog restore", True)


def test_a_field_that_cannot_be_so_is_a_fault(patient: Patient) -> None:
    """What the tables refuse was put in behind their back."""
    patient.spoil("UPDATE promise SET state = 'perhaps' WHERE id = 1")
    assert patient.said("integrity") == ["The file is damaged in 1 place: promise."]


def test_a_page_that_is_lost_is_a_fault(patient: Patient) -> None:
    """Even one that belongs to no table: the next write would use it."""
    well = bytearray(patient.path.read_bytes())
    well[32:40] = b"\x00\x00\x00\x05\x00\x00\x00\x01"
    patient.path.write_bytes(well)
    assert patient.said("integrity") != []


def test_a_presence_of_nobody_can_be_let_go(patient: Patient) -> None:
    """It says nothing but who was there, and that nobody can say."""
    patient.spoil("UPDATE presence SET person_id = 99 WHERE id = 1")
    (found,) = patient.found("references")
    assert (
        found.sentence == "1 row points at something that is not there: presence (1)."
    )
    assert found.command == "netlog doctor --fix"
    assert [m.what for m in found.mends] == [
        DanglingRow("presence", 1, "person", "person_id", needed=True)
    ]


def test_what_says_something_is_left_to_the_user(patient: Patient) -> None:
    """A promise to nobody still says what was promised."""
    patient.spoil(
        "UPDATE promise SET person_id = 99 WHERE id = 1",
        "UPDATE touch SET place_id = 99 WHERE id = 1",
    )
    (found,) = patient.found("references")
    assert found.command == "netlog restore"
    assert [m.what.table for m in found.mends] == ["touch"]


def test_what_may_be_empty_says_nothing() -> None:
    """A place that is not there is no place."""
    assert says_nothing(DanglingRow("touch", 1, "place", "place_id", needed=False))
    assert not says_nothing(
        DanglingRow("detail", 1, "person", "person_id", needed=True)
    )


def test_what_is_missing_changed_or_strange_is_a_fault(patient: Patient) -> None:
    """Each is named."""
    patient.spoil(
        "DROP INDEX touch_day",
        "CREATE TABLE other (x)",
        "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'place'",
    )
    assert patient.said("schema") == [
        "In the tables something is missing: touch_day.",
        "In the tables something is not as netlog makes it: place.",
        "In the tables something is not netlog's: other.",
    ]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE change_row SET before = '{' WHERE before <> '' AND change_id = 6",
            "1 change cannot be read in the journal: 6; undo may stop there.",
        ),
        (
            "UPDATE change_row SET tab = 'pesron' WHERE change_id = 4",
            "1 change speaks of a table that is not there: 4; undo may stop there.",
        ),
        (
            "UPDATE change_row SET after = '[]' WHERE id = 1",
            "1 change keeps rows that stand elsewhere: 1; undo may stop there.",
        ),
        (
            "UPDATE change_row SET after = '' WHERE change_id = 7",
            "1 change keeps rows that stand elsewhere: 7; undo may stop there.",
        ),
        (
            "UPDATE change SET state = 'undone' WHERE id = 2",
            "1 change was undone before later ones: 2; undo may stop there.",
        ),
    ],
)
def test_what_undo_would_stop_at_is_a_fault(
    patient: Patient, statement: str, said: str
) -> None:
    """The change is named by its number."""
    patient.spoil(statement)
    assert said in patient.said("journal")


def test_changes_of_the_future_are_a_fault(patient: Patient) -> None:
    """The clock is wrong, or was; a minute is neither, and what was undone is none."""
    a_minute, an_hour = timedelta(minutes=1), timedelta(hours=1)
    assert patient.said("clock", Clock(NOW - a_minute, TODAY)) == []
    (found,) = patient.found("clock", Clock(NOW - an_hour, TODAY))
    assert found.sentence == (
        "7 changes were made later than it is now: 1, 2, 3, 4, 5 and 2 more."
        " The clock is behind, or was ahead."
    )
    assert (found.weight, found.command) == ("fault", "netlog history")


def test_what_is_dated_after_today_is_a_hint(patient: Patient) -> None:
    """With the line that mends the first of them."""
    patient.spoil(
        "UPDATE touch SET day = '2025-06-03' WHERE id IN (2, 3)",
        "UPDATE introduction SET day = '2026-01-01' WHERE id = 1",
    )
    assert [(f.weight, f.sentence, f.command) for f in patient.found("clock")] == [
        (
            "hint",
            "2 touches are dated after today: 2, 3.",
            "netlog edit --touch 2 --on DATE",
        ),
        (
            "hint",
            "1 introduction is dated after today: 1.",
            "netlog edit --intro 1 --on DATE",
        ),
    ]


def test_what_is_left_to_clean_is_a_fault(patient: Patient) -> None:
    """Until it is finished, backups may hold what was forgotten."""
    patient.spoil("DELETE FROM scrub")
    assert patient.said("forgetting") == []
    patient.spoil("INSERT INTO scrub (uid, what) VALUES ('x', '')")
    (found,) = patient.found("forgetting")
    assert found.mends == (Mend("forgetting", None),)


def test_a_file_that_cannot_be_cleaned_is_named_until_it_is_deleted(
    patient: Patient,
) -> None:
    """No mending helps: it is the user's to look at and to delete."""
    folder = patient.back_up().path.parent
    (folder / "old.damaged").write_bytes(b"something")
    patient.spoil("INSERT INTO scrub (uid, what) VALUES ('x', 'old.damaged')")
    (found,) = patient.found("forgetting")
    assert found.sentence.startswith("old.damaged cannot be read, and may hold")
    assert (found.command, found.mends) == (f"rm {folder / 'old.damaged'}", ())
    (folder / "old.damaged").unlink()
    assert patient.said("forgetting") == []


THEIRS = {"id", "uid", "org", "role", "city", "note", "birthday", "every"}


@pytest.mark.parametrize(
    ("column", "value"),
    [("handle", "'mee'"), ("known", "0"), ("waits_from", "'2025-01-01'")],
)
def test_another_value_in_ones_own_row_is_a_fault(
    patient: Patient, column: str, value: str
) -> None:
    """It would be planned, or found by another name."""
    text = f"UPDATE person SET {column} = {value} WHERE id = 1"  # noqa: S608 (ours)
    patient.spoil(text)
    (found,) = patient.found("me")
    assert found.sentence == "Your own row is not as it should be."
    assert found.mends == (Mend("me", {column: OWN_ROW[column]}),)


def test_no_row_of_ones_own_is_a_fault(patient: Patient) -> None:
    """It is not made up again."""
    patient.spoil("DELETE FROM person WHERE id = 1")
    (found,) = patient.found("me")
    assert (found.sentence, found.command, found.mends) == (
        "Your own row is gone.",
        "netlog restore",
        (),
    )


def test_every_column_of_it_is_looked_at_that_is_not_for_words() -> None:
    """A new column of a person must be thought of here."""
    columns = {name for name, _ in TABLES["person"].columns}
    assert columns - OWN_ROW.keys() - THEIRS == {"connected_on"}
