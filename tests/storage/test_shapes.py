"""Rows come in the shapes that the domain says."""

from datetime import date, datetime
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from tests.storage.asked import STATEMENTS, asked

from netlog.domain import (
    forgetting,
    introduction,
    journal,
    ledger,
    person,
    pins,
    promise,
    touch,
)
from netlog.storage.sql import TABLES
from netlog.storage.statement import Typed

ASKED = list(asked())
SHAPED = {(one.statement, one.shape) for one in ASKED if one.how in {"ask", "one"}}
SHAPES: dict[str, Any] = {
    "change": journal.Change,
    "change_row": journal.ChangeRow,
    "detail": person.Detail,
    "entry": ledger.Entry,
    "forgetting": forgetting.Forgetting,
    "guess": ledger.Guess,
    "introduction": introduction.Introduction,
    "mark": forgetting.Mark,
    "person": person.Person,
    "pin": pins.Pin,
    "place": touch.Place,
    "presence": touch.Presence,
    "promise": promise.Promise,
    "retired": person.Retired,
    "scrub": forgetting.Scrub,
    "skip": pins.Skip,
    "thank": ledger.Thank,
    "touch": touch.Touch,
}
"""The shape that holds a whole row of each table."""
BARE = {"version"}
TYPES: dict[str, set[type]] = {
    "day": {date},
    "moment": {datetime},
    "flag": {bool},
    "whole": {int},
    # What a function of SQL gives has no conversion: a count is a number.
    "text": {str, int},
}


def fields(shape: Any) -> dict[str, set[type]]:
    """The fields of a named tuple, and the types that each may have but None."""
    hints = get_type_hints(shape)
    return {
        name: set(get_args(hints[name]) or [hints[name]]) - {NoneType}
        for name in shape._fields
    }


def misfits(columns: Typed, shape: Any) -> list[str]:
    """The fields of a shape that a column does not give."""
    wanted = fields(shape)
    return [name for name, kind in columns if not wanted[name] <= TYPES[kind]]


def test_every_statement_is_asked_for() -> None:
    """A statement that nobody runs is not kept."""
    assert set(STATEMENTS) - {one.statement for one in ASKED} == set()


@pytest.mark.parametrize(("name", "shape"), sorted(SHAPED, key=str))
def test_a_statement_gives_the_fields_of_its_shape(name: str, shape: Any) -> None:
    """The columns are the fields, in the same order, and convert to their types."""
    columns = STATEMENTS[name].columns
    assert tuple(column for column, _ in columns) == shape._fields
    assert misfits(columns, shape) == []


def test_a_number_is_asked_of_one_column() -> None:
    """What counts gives one column and no more."""
    asked_for = {one.statement for one in ASKED if one.how == "number"}
    wide = {name for name in asked_for if len(STATEMENTS[name].columns) != 1}
    assert (bool(asked_for), wide) == (True, set())


def test_every_table_has_a_shape() -> None:
    """Whole rows can be read back as what they are in the domain."""
    assert set(TABLES) == set(SHAPES) | BARE


@pytest.mark.parametrize("table", SHAPES)
def test_a_table_and_its_shape_are_one(table: str) -> None:
    """The columns of a table are the fields of its shape, in order and in type."""
    columns = TABLES[table].columns
    assert tuple(column for column, _ in columns) == SHAPES[table]._fields
    assert misfits(columns, SHAPES[table]) == []
