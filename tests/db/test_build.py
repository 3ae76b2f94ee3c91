"""What the build refuses to write down, and how it writes the rest."""

from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from sqlmodel import col, func, select

from netlog.db import build
from netlog.db.build import (
    QuestionError,
    compiled,
    function_source,
    questions,
    record_of,
)
from netlog.db.queries import promises
from netlog.db.queries.parts import Column, Count, First, Lookup, Only, Rows, Scalar
from netlog.db.schema import Entry, Person, Promise, Skip, Version
from netlog.domain import ledger
from netlog.domain.ledger import EntryOf, ToThank
from netlog.domain.person import Found, Named
from netlog.namedtuple import NamedTuple


def promises_due(until: date) -> Rows[Promise]:
    """Open promises due by a day."""
    return select(Promise).where(Promise.state == "open", Promise.due <= until)


def test_a_question_is_written_as_its_text_and_a_function() -> None:
    """Values stand in the text; only what has a name is left to be given."""
    made = compiled(promises_due)
    assert made.text.endswith(
        "FROM promise WHERE promise.state = 'open' AND promise.due <= :until"
    )
    assert made.parameters == (("until", "day"),)
    assert function_source(promises_due) == (
        'def promises_due(store: Store, until: "date") -> "list[Promise]":\n'
        '    """Open promises due by a day."""\n'
        "    from netlog.domain.promise import Promise\n"
        "\n"
        "    return store.ask(PROMISES_DUE, Promise, until=until)\n"
    )


def handle_of(id: int) -> Scalar[str]:  # noqa: A002 (it is called what the column is)
    """A value.

    Of two paragraphs.
    """
    return select(Person.handle).where(Person.id == id)


def counted() -> Count:
    """A count."""
    return select(func.count(col(Person.id)).label("people"))


def weeks() -> Column[str]:
    """A column."""
    return select(Skip.week)


def by_person() -> Lookup[int, str]:
    """A lookup."""
    return select(Skip.person_id, Skip.week)


def named(id: int) -> Only[Named]:  # noqa: A002 (it is called what the column is)
    """One record."""
    return select(Person.id, Person.handle, Person.name).where(Person.id == id)


def pairs() -> First[tuple[int, str]]:
    """The first pair."""
    return select(Skip.person_id, Skip.week)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        (
            handle_of,
            'def handle_of(store: Store, id: "int") -> "str | None":',
            "    return value",
        ),
        (
            counted,
            'def counted(store: Store) -> "int":',
            "    return store.number(COUNTED)",
        ),
        (
            weeks,
            'def weeks(store: Store) -> "list[str]":',
            "    return store.column(WEEKS)",
        ),
        (
            by_person,
            'def by_person(store: Store) -> "dict[int, str]":',
            "    return store.lookup(BY_PERSON)",
        ),
        (
            named,
            'def named(store: Store, id: "int") -> "Named":',
            "    return store.only(NAMED, Named, id=id)",
        ),
        (
            pairs,
            'def pairs(store: Store) -> "tuple[int, str] | None":',
            "    return next((tuple(row) for row in store.rows(PAIRS)), None)",
        ),
    ],
)
def test_a_function_gives_what_the_annotation_says(
    question: Callable[..., Any], first: str, last: str
) -> None:
    """Each kind of answer has its own type and its own way to be read."""
    lines = function_source(question).splitlines()
    assert (lines[0], lines[-1]) == (first, last)


def test_a_docstring_of_several_lines_is_written_as_it_stands() -> None:
    """Its lines keep their places in the function."""
    lines = function_source(handle_of).splitlines()
    assert lines[1:5] == ['    """A value.', "", "    Of two paragraphs.", '    """']


def test_a_record_within_a_record_is_made_of_its_own_columns() -> None:
    """Nobody counts columns by hand."""
    assert "ToThank(row[0], EntryOf(Entry(*row[1:14]), row[14], row[15]))" in (
        function_source(questions()["to_thank"])
    )


def unused(handle: str) -> Rows[Person]:
    """Does not ask for its parameter."""
    del handle
    return select(Person)


def too_few() -> Rows[Found]:
    """Has one column where a record has two."""
    return select(Person.handle)


def misnamed() -> Rows[Found]:
    """Has a column that the record has not."""
    return select(Person.handle, Person.name)


def mistyped() -> Column[int]:
    """Has text where a number was announced."""
    return select(Person.handle)


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        (unused, "unused: asks for nothing, not for handle"),
        (too_few, "too_few: 1 columns for 2 fields"),
        (misnamed, "misnamed: name is no folded"),
        (mistyped, "mistyped: handle is a text"),
    ],
)
def test_a_question_that_does_not_give_what_it_says_is_refused(
    question: Callable[..., Any], complaint: str
) -> None:
    """Whatever mypy cannot see of a statement, the build does."""
    with pytest.raises(QuestionError, match=f"^{complaint}$"):
        compiled(question)


def test_a_table_whose_rows_can_do_nothing_has_its_record_made() -> None:
    """The others are records of the domain, by the same name."""
    assert record_of(Entry) is ledger.Entry
    made = record_of(Version)
    assert (made.__name__, made.__module__) == ("Version", "netlog.db.records")
    assert made._fields == ("id", "uid", "number", "at")
    assert made(1, "u", number=3, at=None).number == 3


def test_a_record_may_have_a_record_of_its_own_with_the_same_name_in_it() -> None:
    """The person to thank and the person of the entry are two."""
    assert compiled(questions()["to_thank"]).columns[0] == ("thanked_id", "whole")
    assert (ToThank._fields[0], EntryOf._fields[0]) == ("person_id", "entry")


@pytest.fixture
def anew() -> Iterator[None]:
    """Nothing is remembered of other questions, nor of these afterwards."""
    cached = [kept for kept in vars(build).values() if hasattr(kept, "cache_clear")]
    for kept in cached:
        kept.cache_clear()
    yield
    for kept in cached:
        kept.cache_clear()


@pytest.mark.usefixtures("anew")
def test_of_two_records_of_one_name_each_has_that_of_its_module(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that neither hides the other in the one file."""
    making: Any = type(ledger.Entry)
    body = {"__annotations__": {"id": int}, "__module__": "netlog.domain.other"}
    other = making("Entry", (NamedTuple,), body)

    def of_other() -> Any:
        """Something else that is called an entry."""
        return select(col(Entry.id))

    asked = ModuleType("asked")
    rows: Any = Rows
    of_other.__annotations__["return"] = rows[other]
    for question in (of_other, entry):
        monkeypatch.setattr(question, "__module__", "asked")
        monkeypatch.setattr(asked, question.__name__, question, raising=False)
    monkeypatch.setattr(build, "SUBJECTS", (asked,))
    assert function_source(of_other) == (
        'def of_other(store: Store) -> "list[OtherEntry]":\n'
        '    """Something else that is called an entry."""\n'
        "    from netlog.domain.other import Entry as OtherEntry\n"
        "\n"
        "    return store.ask(OF_OTHER, OtherEntry)\n"
    )
    assert '-> "list[LedgerEntry]":' in function_source(entry)


def entry(id: int) -> Rows[Entry]:  # noqa: A002 (it is called what the column is)
    """An entry."""
    return select(Entry).where(Entry.id == id)


def test_a_name_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All questions stand in one file: two of one name would hide one another."""
    monkeypatch.setattr(build, "SUBJECTS", (promises, promises))
    with pytest.raises(QuestionError, match=r"^promise is asked twice$"):
        questions()


def test_a_record_of_the_domain_has_the_columns_of_its_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A field that one has and the other has not is found when it is built."""
    monkeypatch.setattr(build, "_records", lambda: {"Entry": ledger.Thank})
    with pytest.raises(QuestionError, match=r"^Entry is not a row of its table$"):
        record_of(Entry)
