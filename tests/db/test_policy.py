"""Each table and column says what it is for, and the policy says what it should."""

from collections.abc import Callable

import pytest
from sqlalchemy import Table
from sqlmodel import SQLModel

from netlog.db import policy, schema, sql
from netlog.db.policy import ColumnPolicy, TablePolicy
from netlog.domain.kinds import DETAIL_FIELDS

COLUMNS = [
    (table, column) for table in sql.TABLES for column, _ in sql.TABLES[table].columns
]


def declared(table: str) -> Table:
    """A table as the schema declares it."""
    assert schema.__doc__  # its tables are in the metadata once it is imported
    return SQLModel.metadata.tables[table]


@pytest.mark.parametrize("table", sql.TABLES)
def test_every_table_says_what_holds_for_its_rows(table: str) -> None:
    """And what was built of it is what it says."""
    assert isinstance(declared(table).info.get("policy"), TablePolicy)
    assert policy.tables()[table] == declared(table).info["policy"]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_says_what_it_is_for(table: str, column: str) -> None:
    """A new column comes with its policy, in words that the policy knows."""
    wanted = declared(table).columns[column].info.get("policy")
    assert isinstance(wanted, ColumnPolicy), f"{table}.{column} has no policy"
    assert policy.columns()[table][column] == wanted
    assert wanted.role in policy.ROLES
    assert wanted.form in policy.FORMS


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_reference_says_what_follows_and_nothing_else_does(
    table: str, column: str
) -> None:
    """Whatever SQLite looks after is a reference; only a pin is not looked after."""
    said = policy.columns()[table][column]
    keys = declared(table).columns[column].foreign_keys
    if said.role != "reference":
        assert (said.table, said.at_rm, said.at_merge) == ("",) * 3
        assert not keys
        return
    assert said.at_rm in policy.AT_RM
    assert said.at_merge in policy.AT_MERGE
    assert {key.column.table.name for key in keys} in (set(), {said.table})
    assert keys or (table, column) == ("pin", "person_id")


def test_what_can_be_cleared_can_be_empty_and_what_goes_cannot() -> None:
    """A row is never left with a reference that the database refuses."""
    wrong = [
        (table, column)
        for table, column in COLUMNS
        if policy.columns()[table][column].at_rm == "clear"
        and not declared(table).columns[column].nullable
    ]
    assert wrong == []


def test_free_texts_are_those_that_a_user_types() -> None:
    """Whoever is forgotten is taken out of these."""
    assert policy.in_role("text") == {
        "change": ("command",),
        "person": ("org", "role", "city", "note"),
        "place": ("name",),
        "detail": ("value",),
        "anniversary": ("label",),
        "introduction": ("words",),
        "promise": ("text",),
        "touch": ("note",),
        "entry": ("text",),
    }
    (only,) = policy.columns()["detail"]["value"].only
    assert only == ("field", ("tag", "city", "likes", "needs", "offers"))
    assert set(only[1]) < set(DETAIL_FIELDS)


def test_notes_alone_have_several_lines() -> None:
    """And what an introducer said; everything else is one line."""
    assert chosen(lambda said: said.lines) == {
        ("person", "note"),
        ("touch", "note"),
        ("introduction", "words"),
    }


def test_the_user_may_say_six_things_of_themselves() -> None:
    """The rest of their row is the same in every database."""
    assert chosen(lambda said: said.of_me) == {
        ("person", column)
        for column in ("uid", "org", "role", "city", "note", "birthday")
    }


def test_days_are_near_but_that_of_a_connection() -> None:
    """An import may say anything of when a contact was connected."""
    days = {
        (table, column)
        for table in sql.TABLES
        for column, kind in sql.TABLES[table].columns
        if kind == "day"
    }
    near = chosen(lambda said: said.form == "near day")
    assert days - near == {("person", "connected_on")}


def test_an_import_holds_these_against_a_form() -> None:
    """Beyond what the database refuses by itself."""
    formed = {
        f"{table}.{column}": said.form
        for table, columns in policy.columns().items()
        for column, said in columns.items()
        if said.form not in {"", "near day"}
    }
    assert formed == {
        "change.state": "done",
        "person.uid": "uid",
        "person.handle": "handle",
        "person.name": "name",
        "person.birthday": "birthday",
        "person.every": "span",
        "anniversary.day": "birthday",
        "booking.hour": "hour",
        "active_week.week": "week",
        "pin.period": "period",
        "retired.handle": "handle",
        "skip.week": "week",
    }


def test_what_an_export_leaves_out_is_about_this_file_alone() -> None:
    """How to undo, the schemas, what must be cleaned."""
    assert tables(lambda said: not said.exported) == {"change_row", "version", "scrub"}


def test_undo_knows_nothing_of_plans_and_of_the_forgotten() -> None:
    """Of the tables that are exported."""
    outside = tables(lambda said: said.exported and not said.journaled)
    assert outside == {"pin", "active_week", "forgetting", "mark"}


def test_the_forgotten_stay_so_whatever_is_restored() -> None:
    """And what must be cleaned of them is still to be done."""
    assert tables(lambda said: said.lasting) == {"scrub", "forgetting", "mark"}


def test_these_say_nothing_but_what_they_point_at() -> None:
    """Nothing is lost where that is gone."""
    assert tables(lambda said: said.link) == {
        *("presence", "attendee", "thank", "skip"),
    }


def test_whoever_is_removed_takes_along_what_is_theirs() -> None:
    """What rm and merge do to each row that points at a person."""
    said = {
        f"{one.table}.{one.column}": (one.policy.at_rm, one.policy.at_merge)
        for one in policy.references("person")
    }
    assert said == {
        "pin.person_id": ("keep", "join"),
        "detail.person_id": ("delete", "move"),
        "anniversary.person_id": ("delete", "move"),
        "attendee.person_id": ("delete", "move"),
        "introduction.introducer_id": ("delete", "join"),
        "introduction.a_id": ("delete", "join"),
        "introduction.b_id": ("delete", "join"),
        "promise.person_id": ("delete", "move"),
        "skip.person_id": ("delete", "move"),
        "entry.person_id": ("delete", "move"),
        "entry.other_id": ("clear", "join"),
        "presence.person_id": ("delete", "move"),
        "thank.person_id": ("delete", "join"),
    }


def test_a_role_that_is_none_is_asked_for_by_mistake() -> None:
    """A word that no column uses would find nothing, quietly."""
    with pytest.raises(KeyError, match="free"):
        policy.in_role("free")


def chosen(wanted: Callable[[ColumnPolicy], bool]) -> set[tuple[str, str]]:
    """The columns whose policy is so."""
    return {
        (table, column)
        for table, columns in policy.columns().items()
        for column, said in columns.items()
        if wanted(said)
    }


def tables(wanted: Callable[[TablePolicy], bool]) -> set[str]:
    """The tables whose policy is so."""
    return {table for table, said in policy.tables().items() if wanted(said)}
