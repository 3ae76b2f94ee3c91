"""Compile tables and questions to db/sql.py and db/records.py.

    python -m netlog.db.build

A question is a function in `db/queries/`: it is called with a named parameter for each
of its own, and what it gives is compiled to text.  What is left of it to run is a
function of the same name, parameters and docstring, without SQLAlchemy.
"""

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import (
    Integer,
    Table as SQLTable,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler, SQLiteDialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import BindParameter
from sqlmodel import SQLModel

from netlog import domain
from netlog.db.columns import Day, Flag, Moment, PlainText, Whole
from netlog.db.conversions import OUTWARD
from netlog.db.policy import ColumnPolicy, TablePolicy
from netlog.db.queries import SUBJECTS
from netlog.db.queries.parts import Column, Count, First, Lookup, Only, Rows, Scalar
from netlog.namedtuple import NamedTuple as Record

SQL_FILE = Path(__file__).with_name("sql.py")
RECORDS_FILE = Path(__file__).with_name("records.py")
_HEAD = '''"""The SQL that runs, compiled from tables and questions: do not edit.

Made by `python -m netlog.db.build`; a test keeps it current.
"""

from typing import TYPE_CHECKING, Any

from netlog.db.store import Statement, Store, TableSQL

made = tuple.__new__  # as a statement is made, a hundred times
if TYPE_CHECKING:
'''
_RECORDS_HEAD = '''"""Rows of tables that the domain knows nothing more of: do not edit.

Made by `python -m netlog.db.build`; a test keeps it current.
"""

from datetime import date, datetime

from netlog.namedtuple import NamedTuple
'''
_POLICIES = """\
POLICIES: dict[str, tuple[tuple[Any, ...], tuple[tuple[str, tuple[Any, ...]], ...]]] = {
"""
_TYPES: dict[type, Any] = {
    str: PlainText,
    int: Whole,
    bool: Flag,
    date: Day,
    datetime: Moment,
}
"""The column type of a parameter, by its annotation."""
_GIVEN: dict[str, set[type]] = {
    "day": {date},
    "moment": {datetime},
    "flag": {bool},
    "whole": {int},
    "text": {str},
}
"""What a column gives, by its conversion."""
_STORED: dict[str, set[type]] = {"day": {str}, "moment": {str}, "flag": {int}}
"""What these are in the file itself."""


class _ClosedCompiler(SQLiteCompiler):
    """Writes values into the text; only a parameter that has a name is left open."""

    def visit_bindparam(self, bindparam: Any, *where: Any, **how: Any) -> Any:
        how["literal_binds"] = how.get("literal_binds") or bindparam.unique
        return super().visit_bindparam(bindparam, *where, **how)  # type: ignore[no-untyped-call]


class _ClosedDialect(SQLiteDialect):
    statement_compiler = _ClosedCompiler


_DIALECT = _ClosedDialect(paramstyle="named")


class QuestionError(Exception):
    """A question cannot be compiled as it is written."""


class ResultType(Record):
    """What a question gives: `kind` is Rows, First …, `types` what stands in brackets.

    `fields` are the columns that it must have, in order: the name, '' for any, and the
    type of each.
    """

    kind: Any
    types: tuple[Any, ...]
    fields: tuple[tuple[str, Any], ...]


class Compiled(Record):
    """A question as text, with its parameters and columns and their conversions."""

    name: str
    text: str
    parameters: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]


def _conversion(kind: Any) -> str:
    """The conversion of a column; what functions of SQL give has none of ours."""
    plain = "whole" if isinstance(kind, Integer) else "text"
    return str(getattr(kind, "conversion", plain))


def _squeezed(text: Any) -> str:
    return " ".join(str(text).split())


def _plain(statement: Any) -> str:
    return _squeezed(statement.compile(dialect=_DIALECT))


def questions() -> dict[str, Callable[..., Any]]:
    """Every question by its name, subject by subject."""
    by_name: dict[str, Callable[..., Any]] = {}
    for subject in SUBJECTS:
        for name, value in vars(subject).items():
            if not name.startswith("_") and _is_of(value, subject.__name__):
                if name in by_name:
                    raise QuestionError(f"{name} is asked twice")
                by_name[name] = value
    return by_name


def _is_of(value: Any, module: str) -> bool:
    return callable(value) and getattr(value, "__module__", "") == module


def asked(question: Callable[..., Any]) -> Any:
    """The statement of a question, with a named parameter for each of its own."""
    return question(
        **{
            name: BindParameter(name, type_=_TYPES[kind])
            for name, kind in _parameters(question).items()
        }
    )


def _parameters(question: Callable[..., Any]) -> dict[str, type]:
    hints = get_type_hints(question)
    return {name: kind for name, kind in hints.items() if name != "return"}


def compiled(question: Callable[..., Any]) -> Compiled:
    """A question as it runs; QuestionError where its annotation is not what it gives.

    A column stands in the file as text or as a whole number.  It is converted, unless
    the record wants it as it stands.
    """
    name = question.__name__
    statement = asked(question)
    made = statement.compile(dialect=_DIALECT)
    open_ = {key: bind for key, bind in made.binds.items() if not bind.unique}
    wanted = _parameters(question)
    if set(open_) != set(wanted):
        raise QuestionError(
            f"{name}: asks for {_listed(open_)}, not for {_listed(wanted)}"
        )
    columns = [(c.name, _conversion(c.type)) for c in statement.selected_columns]
    parameters = tuple((key, _conversion(bind.type)) for key, bind in open_.items())
    fitted = tuple(_fitted(name, columns, answer_of(question)))
    return Compiled(name, _squeezed(made.string), parameters, fitted)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"


def answer_of(question: Callable[..., Any]) -> ResultType:
    """What the return annotation of a question says."""
    hint = get_type_hints(question)["return"]
    if hint is Count:
        return ResultType(Count, (), (("", int),))
    kind, types = get_origin(hint), get_args(hint)
    if kind in {Rows, First, Only}:
        return ResultType(kind, types, tuple(_leaves(types[0])))
    return ResultType(kind, types, tuple(("", shape) for shape in types))


def _leaves(shape: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """The columns of a record in order, those of a record within it in its place."""
    if get_origin(shape) is tuple:
        yield from (("", kind) for kind in get_args(shape))
    elif hasattr(shape, "__tablename__") or hasattr(shape, "_fields"):
        record = record_of(shape)
        for field, kind in get_type_hints(record).items():
            yield from _leaves(kind, field)
    else:
        yield name, shape


def _fitted(
    question: str, columns: list[tuple[str, str]], answer: ResultType
) -> Iterator[tuple[str, str]]:
    """The columns, each with the conversion that makes what its field is to be."""
    if len(columns) != len(answer.fields):
        raise QuestionError(
            f"{question}: {len(columns)} columns for {len(answer.fields)} fields"
        )
    names = [name for name, _ in answer.fields]
    for (column, conversion), (name, kind) in zip(columns, answer.fields, strict=True):
        if name and column != name and names.count(name) == 1:
            raise QuestionError(f"{question}: {column} is no {name}")
        types: set[type] = set(get_args(kind) or [kind]) - {NoneType}
        if types <= _GIVEN[conversion]:
            yield column, conversion
        elif types <= _STORED.get(conversion, set()):
            yield column, "whole" if conversion == "flag" else "text"
        else:
            raise QuestionError(f"{question}: {column} is a {conversion}")


@cache
def _records() -> dict[str, Any]:
    """The records of the domain, by name."""
    by_name: dict[str, Any] = {}
    for module in pkgutil.iter_modules(domain.__path__, "netlog.domain."):
        for name, value in vars(import_module(module.name)).items():
            if hasattr(value, "_fields") and value.__module__ == module.name:
                by_name.setdefault(name, value)
    return by_name


def record_of(shape: Any) -> Any:
    """The record that a row is given as.

    Of a table it is the one of its name in the domain, made by hand because it can do
    something or a rule speaks of it; where there is none it is made.
    """
    if not hasattr(shape, "__tablename__"):
        return shape
    record = _records().get(shape.__name__) or _plain_record(shape)
    if record._fields != tuple(shape.__table__.columns.keys()):
        raise QuestionError(f"{shape.__name__} is not a row of its table")
    return record


@cache
def _plain_record(model: Any) -> Any:
    """A record with the columns of a table, and nothing else."""
    hints = get_type_hints(model) | {"id": int}
    fields = {column.name: hints[column.name] for column in model.__table__.columns}
    body = {"__annotations__": fields, "__module__": "netlog.db.records"}
    making: Any = type(Record)
    return making(model.__name__, (Record,), body)


def _models() -> Iterator[Any]:
    """The classes of tables; SQLModel has others, which are of none."""
    for model in SQLModel.__subclasses__():
        if hasattr(model, "__table__"):
            yield model


def records_source() -> str:
    """The whole of db/records.py."""
    parts = [_RECORDS_HEAD]
    for model in sorted(_models(), key=lambda model: model.__name__):
        record = record_of(model)
        if record.__module__ == "netlog.db.records":
            parts += [f"\n\nclass {record.__name__}(NamedTuple):\n"]
            parts += [f'    """{_doc(model)}"""\n\n']
            parts += [
                f"    {name}: {_named(kind)}\n"
                for name, kind in record.__annotations__.items()
            ]
    return "".join(parts)


def _doc(of: Any) -> str:
    """A docstring as it stands in what is made, its lines in their places."""
    lines = (getdoc(of) or "").splitlines()
    if len(lines) > 1:
        lines.append("")
    return "\n".join(f"    {line}".rstrip() for line in lines).strip(" ") + (
        "    " if len(lines) > 1 else ""
    )


def statement_source(made: Compiled) -> str:
    """A statement as source: its text, its parameters, what is converted of a row."""
    conversions = tuple(
        (place, conversion)
        for place, (_, conversion) in enumerate(made.columns)
        if conversion in OUTWARD
    )
    return (
        f"{made.name.upper()} = made(Statement, (\n    {made.text!r},\n"
        f"    {made.parameters!r},\n    {conversions!r},\n))\n"
    )


def function_source(question: Callable[..., Any]) -> str:
    """What asks a question at run time, as source.

    Types are texts in it: they need not be there, nor `__future__`, which is a file.
    """
    name, answer = question.__name__, answer_of(question)
    wanted = _parameters(question)
    signature = "".join(f', {key}: "{_named(kind)}"' for key, kind in wanted.items())
    values = "".join(f", {key}={key}" for key in wanted)
    lines = [
        f'def {name}(store: Store{signature}) -> "{_returned(answer)}":',
        f'    """{_doc(question)}"""',
        *(f"    {line}".rstrip() for line in _imports(answer)),
        *(f"    {line}" for line in _body(name.upper(), answer, values)),
    ]
    return "\n".join(lines) + "\n"


def _returned(answer: ResultType) -> str:
    """The type of what a function gives."""
    types = [_named(kind) for kind in answer.types]
    if answer.kind is Count:
        return "int"
    if answer.kind is Lookup:
        return f"dict[{', '.join(types)}]"
    if answer.kind in {First, Scalar}:
        return f"{types[0]} | None"
    return types[0] if answer.kind is Only else f"list[{types[0]}]"


def _named(kind: Any) -> str:
    """A type as it stands in an annotation."""
    if get_origin(kind) is tuple:
        return f"tuple[{', '.join(map(_named, get_args(kind)))}]"
    if isinstance(kind, UnionType):
        return " | ".join(map(_named, get_args(kind)))
    if kind is NoneType:
        return "None"
    return str(kind) if get_args(kind) else _alias(record_of(kind))


def _alias(record: Any) -> str:
    """The name of a record; with that of its module where two have the same."""
    if sum(kind.__name__ == record.__name__ for kind in _annotated()) < 2:  # noqa: PLR2004
        return str(record.__name__)
    module = record.__module__.rpartition(".")[2]
    return f"{module.title()}{record.__name__}"


@cache
def _annotated() -> frozenset[Any]:
    """Every type that the annotations of the questions name."""
    types: set[Any] = set()
    for question in questions().values():
        shapes = [*_parameters(question).values(), *answer_of(question).types]
        types |= {record_of(kind) for shape in shapes for kind in _parts_of(shape)}
    return frozenset(types - {NoneType})


def _parts_of(shape: Any) -> Iterator[Any]:
    """The types that a tuple or a union is made of; a type alone is its own part."""
    for part in get_args(shape):
        yield from _parts_of(part)
    if not get_args(shape):
        yield shape


def _imports(answer: ResultType) -> list[str]:
    """The imports of the records of which rows are made, within the function.

    Few runs need many of them, and what few runs need is loaded where it is needed.
    """
    if answer.kind not in {Rows, First, Only} or get_origin(answer.types[0]) is tuple:
        return []
    modules = _modules(_within(answer.types[0]))
    return [*_import_lines(modules), ""]


def _within(shape: Any) -> Iterator[Any]:
    """A record and those within it."""
    record = record_of(shape)
    yield record
    for kind in get_type_hints(record).values():
        if hasattr(kind, "_fields"):
            yield from _within(kind)


def _modules(types: Any) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind in (part for shape in types for part in _parts_of(shape)):
        name, alias = kind.__name__, _alias(kind)
        if kind.__module__ != "builtins":
            entry = name if name == alias else f"{name} as {alias}"
            found.setdefault(kind.__module__, set()).add(entry)
    return found


def _import_lines(modules: dict[str, set[str]]) -> list[str]:
    return [
        f"from {module} import {', '.join(sorted(names))}"
        for module, names in sorted(modules.items())
    ]


def _body(statement: str, answer: ResultType, values: str) -> list[str]:
    """The lines that run a statement; a value is Any, until it is said what it is."""
    asking = _asking(statement, answer, values)
    if answer.kind is not Scalar:
        return [f"return {asking}"]
    return [f"value: {_returned(answer)} = {asking}", "return value"]


def _asking(statement: str, answer: ResultType, values: str) -> str:
    """The expression that runs a statement and gives its rows as they are to be."""
    given = f"({statement}{values})"
    if answer.kind is Count:
        return f"store.number{given}"
    if answer.kind in {Column, Scalar, Lookup}:
        return f"store.{answer.kind.__name__.lower()}{given}"
    record = record_of(answer.types[0])
    if get_origin(record) is tuple:
        row = f"tuple(row) for row in store.rows{given}"
        return f"next(({row}), None)" if answer.kind is First else f"[{row}]"
    if len(list(_within(record))) > 1:
        return f"[{_made(record, 0)[0]} for row in store.rows{given}]"
    how = {Rows: "ask", First: "first", Only: "only"}[answer.kind]
    return f"store.{how}({statement}, {_alias(record)}{values})"


def _made(record: Any, start: int) -> tuple[str, int]:
    """How a record with records in it is made of a row from a place on."""
    parts, place = [], start
    for kind in get_type_hints(record).values():
        if hasattr(kind, "_fields"):
            part, place = _made(kind, place)
        else:
            part, place = f"row[{place}]", place + 1
        parts.append(part)
    if parts == [f"row[{n}]" for n in range(start, place)]:
        parts = [f"*row[{start}:{place}]"]
    return f"{_alias(record)}({', '.join(parts)})", place


def table_source(table: SQLTable) -> str:
    """The statements by which rows are written and read back, as source."""
    columns = tuple((c.name, _conversion(c.type)) for c in table.columns)
    rest = [c.name for c in table.columns if c.name != "id"]
    by_id = table.c.id == BindParameter("id", type_=table.c.id.type)
    texts = {
        "insert": _plain(insert(table).returning(table.c.id)),
        "update": _plain(
            update(table)
            .where(by_id)
            .values({n: BindParameter(n, type_=table.c[n].type) for n in rest})
        ),
        "delete": _plain(delete(table).where(by_id)),
        "fetch": _plain(select(table).where(by_id)),
    }
    values = (columns, *texts.values(), _pointing(table), _unique(table))
    lines = "".join(f"        {value!r},\n" for value in values)
    return f'    "{table.name}": TableSQL(\n{lines}    ),\n'


def _pointing(table: SQLTable) -> dict[str, str]:
    """By a column that points at a table: what gives the rows that point at a row."""
    return {
        column.name: _plain(
            select(table)
            .where(column == BindParameter("id", type_=column.type))
            .order_by(table.c.id)
        )
        for column in table.columns
        if column.info["policy"].table
    }


def _unique(table: SQLTable) -> tuple[tuple[str, ...], ...]:
    """The columns of each unique constraint."""
    constraints = (c for c in table.constraints if isinstance(c, UniqueConstraint))
    return tuple(sorted(tuple(c.columns.keys()) for c in constraints))


def policy_source(table: SQLTable) -> str:
    """What a table and its columns are for, as source: what is usual is left out."""
    columns = tuple(
        (column.name, _shortened(column.info["policy"])) for column in table.columns
    )
    return f'    "{table.name}": ({_shortened(table.info["policy"])!r}, {columns!r}),\n'


def _shortened(policy: TablePolicy | ColumnPolicy) -> tuple[Any, ...]:
    """The values of a policy without the defaults at its end."""
    usual = policy._field_defaults
    values = policy._asdict()
    while values and values[last := next(reversed(values))] == usual.get(last, values):
        del values[last]
    return tuple(values.values())


def schema() -> list[str]:
    """Every CREATE TABLE and CREATE INDEX, in an order that can be run."""
    made = []
    for table in SQLModel.metadata.sorted_tables:
        made.append(_plain(CreateTable(table)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(_plain(CreateIndex(index)) for index in indexes)
    return made


def sql_source() -> str:
    """The whole of db/sql.py."""
    tables = "".join(map(table_source, SQLModel.metadata.sorted_tables))
    parts = [_HEAD]
    parts += [f"    {line}\n" for line in _import_lines(_modules(_annotated()))]
    parts += ["\nSCHEMA = (\n"]
    parts += [f"    {text!r},\n" for text in schema()]
    parts += [")\n\nTABLES = {\n", tables, "}\n\n", _POLICIES]
    parts += [*map(policy_source, SQLModel.metadata.sorted_tables), "}\n"]
    for question in questions().values():
        parts += ["\n\n", statement_source(compiled(question)), "\n\n"]
        parts += [function_source(question)]
    return "".join(parts)


if __name__ == "__main__":
    SQL_FILE.write_text(sql_source(), encoding="utf-8")
    RECORDS_FILE.write_text(records_source(), encoding="utf-8")
