"""The one way to the database: values in, named tuples out, all or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.repository.filled import NOW, in_memory

from netlog.db import sql
from netlog.db.conversions import inward, outward
from netlog.db.create import create_store
from netlog.db.failures import UNCONFIRMED
from netlog.db.open import open_store
from netlog.db.store import Statement, Store
from netlog.domain.person import ME_ID, Named, Person
from netlog.errors import DatabaseError

ECHO = Statement(
    "SELECT :day AS day, :moment AS moment, :flag AS flag, :words AS words",
    (("day", "day"), ("moment", "moment"), ("flag", "flag"), ("words", "text")),
    ((0, "day"), (1, "moment"), (2, "flag")),
)
CENTURY, NOON = datetime(1925, 6, 2), datetime(2025, 6, 2, 12)  # noqa: DTZ001 (drawn with zones)
NOBODY = Statement("SELECT 1 AS id WHERE 0", (), ())


@pytest.fixture
def store() -> Iterator[Store]:
    """A new database in memory."""
    with closing(in_memory()) as made:
        yield made


@given(
    day=st.dates(),
    moment=st.datetimes(CENTURY, NOON, timezones=st.timezones()),
    flag=st.booleans(),
    words=st.text().filter(str.isprintable),
)
def test_what_goes_in_comes_out(
    *, day: date, moment: datetime, flag: bool, words: str
) -> None:
    """Days, moments, flags and words come back equal, moments in UTC."""
    values = {"day": day, "moment": moment, "flag": flag, "words": words}
    with closing(in_memory()) as store:
        (found,) = store.rows(ECHO, **values)
    assert found == [day, moment.astimezone(UTC), flag, words]
    assert (type(found[2]), found[1].tzinfo) == (bool, UTC)


@pytest.mark.parametrize("conversion", ["day", "moment", "flag", "whole", "text"])
def test_nothing_stays_nothing(conversion: str) -> None:
    """None is stored as NULL and read as None."""
    assert (inward(conversion, None), outward(conversion, None)) == (None, None)


def test_the_file_holds_utc() -> None:
    """A moment in another zone is stored as the same moment in UTC."""
    here = datetime(2025, 6, 2, 14, tzinfo=timezone(timedelta(hours=2)))
    assert inward("moment", here) == "2025-06-02T12:00:00.000000+00:00"


def test_rows_come_in_the_shape_asked_for(store: Store) -> None:
    """A shape is filled by position."""
    (me,) = store.ask(sql.PERSON_BY_HANDLE, Person, handle="me")
    assert (me.id, me.handle, me.known, me.starts_on) == (
        ME_ID,
        "me",
        True,
        date(9999, 12, 31),
    )


def test_one_is_the_first_or_none(store: Store) -> None:
    """Asking for one row does not fail where there is none."""
    assert store.first(sql.PERSON, Person, id=ME_ID) is not None
    assert store.first(sql.PERSON, Person, id=99) is None
    assert store.first(NOBODY, Named) is None


def test_a_number_of_nothing_is_zero(store: Store) -> None:
    """The user is nobody's contact: a new database has no people."""
    assert store.number(sql.COUNT_PEOPLE) == 0
    assert store.number(sql.LARGEST_CLUSTER, since=date(2025, 1, 1), besides="") == 0


def test_a_value_that_nobody_gave_is_a_mistake_of_ours(store: Store) -> None:
    """A parameter that is left out is not taken for NULL."""
    with pytest.raises(KeyError, match="handle"):
        store.ask(sql.PERSON_BY_HANDLE, Person)


def empty_and_fail(store: Store) -> None:
    """Take everybody out in a transaction that comes to a bad end."""
    with store.transaction():
        store.connection.execute("DELETE FROM person")
        raise ZeroDivisionError


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    """What raises inside takes everything back."""
    with pytest.raises(ZeroDivisionError):
        empty_and_fail(store)
    assert store.first(sql.PERSON, Person, id=ME_ID) is not None


def taken_back_and_fail(store: Store) -> None:
    """Do as SQLite does where there is no room."""
    with store.transaction():
        store.connection.execute("ROLLBACK")
        raise ZeroDivisionError


def test_what_sqlite_has_taken_back_by_itself_stays_so(store: Store) -> None:
    """It does when the disk is full; what failed is what is said."""
    with pytest.raises(ZeroDivisionError):
        taken_back_and_fail(store)
    assert sql.person(store, ME_ID) is not None


def test_a_question_that_sqlite_cannot_answer_is_explained(store: Store) -> None:
    """A table that is not there is damage, whoever took it away."""
    store.connection.execute("DROP TABLE guess")
    with pytest.raises(DatabaseError) as caught:
        sql.guess_of(store, 1)
    assert isinstance(caught.value.__cause__, sqlite3.Error)


def test_a_day_that_is_none_is_damage(store: Store) -> None:
    """SQLite refuses to write one, so something else has written it."""
    store.connection.execute("PRAGMA ignore_check_constraints=ON")
    store.connection.execute("UPDATE person SET starts_on = 'some day'")
    with pytest.raises(DatabaseError, match="damaged"):
        sql.person(store, ME_ID)


def test_a_transaction_shuts_others_out_from_its_first_word(tmp_path: Path) -> None:
    """Two that change begin one after the other, so that no update is lost."""
    path = tmp_path / "netlog.db"
    with closing(create_store(path, NOW)) as one, closing(_reopened(path)) as other:
        other.connection.execute("PRAGMA busy_timeout=0")
        with (
            one.transaction(),
            pytest.raises(DatabaseError, match="another netlog"),
            other.transaction(),
        ):
            pass


def _reopened(path: Path) -> Store:
    return open_store(path, writable=True)


def test_an_error_of_the_database_says_nothing_private(store: Store) -> None:
    """SQLite's own words may quote a value; ours do not."""
    with pytest.raises(DatabaseError) as caught, store.transaction():
        store.connection.execute(sql.TABLES["place"].insert, {"name": "secret"})
    assert "secret" not in f"{caught.value.sentence} {caught.value.advice}"
    assert isinstance(caught.value.__cause__, sqlite3.Error)


class _Full(sqlite3.Connection):
    """A disk on which nothing can be confirmed."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Everything but COMMIT."""
        if sql == "COMMIT":
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(sql, *values)


def test_what_cannot_be_confirmed_is_said_to_be_so() -> None:
    """COMMIT failing: nobody knows, and history says."""
    connection = sqlite3.connect(":memory:", factory=_Full, isolation_level=None)
    with (
        closing(connection),
        pytest.raises(DatabaseError) as caught,
        Store(connection).transaction(),
    ):
        connection.execute("CREATE TABLE one (id)")
    assert caught.value.sentence.startswith("It is not confirmed: There is no room")
    assert caught.value.advice == UNCONFIRMED


def test_a_row_that_must_be_there_and_is_not_is_damage(store: Store) -> None:
    """Whoever asks for it has read its key in another row."""
    assert sql.named(store, id=ME_ID) == Named(ME_ID, "me", "me")
    with pytest.raises(DatabaseError, match="damaged"):
        sql.named(store, id=99)


def test_what_is_not_there_is_none(store: Store) -> None:
    """The first row of none, the value of none, the number of none."""
    assert sql.person(store, id=99) is None
    assert sql.last_note(store, person=99) is None
    assert sql.last_mentioned(store) == 0
    assert sql.outcomes_by_person(store) == {}
