"""What may import what: the arrows between the parts of netlog, and no circle."""

import sys
from collections.abc import Iterator, Mapping

from tests.house.sources import Source, files, parts, sources

BELOW = ("db", "domain", "errors", "namedtuple")
WORK = ("backups", "doctor", "dump", "erasure", "importers", "repository")
FACTS = ("network", "plan", "reports")

ARROWS = {
    "__init__": (),
    "__main__": ("cli", "streams"),
    "cli": ("__init__", "app", "commands", "domain", "errors", "output", "streams"),
    "commands": (
        *("__init__", "app", "options", "views", "output", "stories"),
        *("config", "locations", "scheduling", *WORK, *FACTS, *BELOW),
    ),
    "stories": (),
    "options": ("app", "domain", "network", "repository"),
    "app": (
        *("backups", "clock", "config", "database", "locations", "output", "parsing"),
        *("repository", "db", "domain", "errors"),
    ),
    "database": (
        *("backups", "clock", "erasure", "locations", "repository"),
        *("db", "domain", "errors"),
    ),
    "views": (
        *("backups", "domain", "errors", "namedtuple", "output", "plan"),
        "repository",
    ),
    "output": ("domain", "errors", "namedtuple"),
    "importers": ("domain", "errors", "namedtuple"),
    # The App refuses a damaged file; doctor alone opens it all the same.
    "doctor": (
        *("backups", "clock", "locations", "network", "repository", "scheduling"),
        *BELOW,
    ),
    "erasure": ("backups", "dump", "repository", *BELOW),
    "dump": ("repository", *BELOW),
    "backups": BELOW,
    "repository": ("network", "plan", *BELOW),
    "reports": ("network", "plan", "db", "domain", "namedtuple"),
    "plan": BELOW,
    "network": ("db", "domain", "namedtuple"),
    "config": ("plan", "domain", "errors"),
    "parsing": ("domain", "errors", "namedtuple"),
    "clock": ("errors", "namedtuple"),
    "locations": ("namedtuple",),
    "scheduling": ("errors", "locations", "namedtuple"),
    "db": ("domain", "errors", "namedtuple"),
    "domain": ("errors", "namedtuple"),
    "errors": (),
    "namedtuple": (),
    "streams": (),
}
"""Each part, and the others that it may import."""

SQL_SIDE = ("db.schema", "db.queries", "db.build", "db.columns")
VALIDATION = "dump.validate"
"""What the import of an export alone loads: it has a third of a second."""
OUTSIDE = {
    "rich": ("output.table",),
    "sqlalchemy": (*SQL_SIDE, VALIDATION),
    "sqlmodel": (*SQL_SIDE, VALIDATION),
    "pydantic": (VALIDATION,),
    "pydantic_core": (VALIDATION,),
    # Doctor reads what may be damaged; info prints the version of SQLite.
    "sqlite3": (
        *("db", "backups", "dump", "erasure", "doctor.reader", "doctor.bitrot"),
        "commands.info",
    ),
    "typer": ("cli", "options", "commands"),
    "dateutil": ("domain",),
}
"""Each package that is not everybody's, and the only places that may import it."""
_FULL = tuple(f"netlog.{place}" for place in SQL_SIDE)

Graph = Mapping[str, set[str]]


def within(name: str, places: tuple[str, ...]) -> bool:
    """Whether a module is one of the places or below one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def circles(graph: Graph) -> list[set[str]]:
    """The nodes of which each can be reached from itself, those of a circle together.

    Leaves and roots are taken away until there are none: what is left goes in circles.
    """
    rest = {node: set(others) for node, others in graph.items()}
    while True:
        reached = {other for others in rest.values() for other in others}
        ends = {n for n, others in rest.items() if not others or n not in reached}
        if not ends:
            return [_from(node, rest) for node in rest]
        rest = {n: others - ends for n, others in rest.items() if n not in ends}


def _from(start: str, graph: Graph) -> set[str]:
    """Every node that can be reached from one."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def misplaced(source: Source) -> Iterator[str]:
    """The packages that a file imports although it is none of their places."""
    anybodys = (sys.stdlib_module_names | {"netlog"}) - set(OUTSIDE)
    for module in source.imports:
        top = module.split(".")[0]
        if top not in anybodys and not within(source.name, OUTSIDE.get(top, ())):
            yield top


def wrong(by_name: Graph) -> Graph:
    """Only the files with which something is wrong."""
    return {name: others for name, others in by_name.items() if others}


def test_every_part_has_its_place_in_the_table() -> None:
    """A new folder or file at the top says here what it may import."""
    assert set(parts()) == set(ARROWS)


def test_a_part_imports_only_what_it_may() -> None:
    """Arrows run from the command line inwards, never back, and none is hidden."""
    assert wrong({p: others - set(ARROWS[p]) for p, others in parts().items()}) == {}


def test_every_arrow_that_may_be_is_there() -> None:
    """The table says what is, not what once was."""
    assert wrong({p: set(ARROWS[p]) - others for p, others in parts().items()}) == {}


def test_no_parts_and_no_files_go_in_a_circle() -> None:
    """An import within a function, or for the type checker alone, counts as any."""
    assert circles(parts()) == []
    assert circles(files()) == []


def test_a_circle_is_seen() -> None:
    """However long it is, and whatever hangs on it."""
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set(), "e": {"a"}}
    assert circles(graph) == [{"a", "b", "c"}] * 3
    assert circles(graph | {"c": {"d"}}) == []


def test_no_command_imports_another() -> None:
    """What two of them share is in the options, in the views or below."""
    commands = {n: o for n, o in files().items() if n.startswith("commands.")}
    assert wrong({n: o & set(commands) for n, o in commands.items()}) == {}


def test_a_package_from_outside_stays_in_its_place() -> None:
    """One file knows rich, the side that compiles knows SQLModel, and so on."""
    assert wrong({one.name: set(misplaced(one)) for one in sources()}) == {}


def test_what_runs_statements_does_not_import_what_compiles_them() -> None:
    """Tables and questions are read by the build alone, so SQLModel never loads."""
    outside = [
        one for one in sources() if not within(one.name, (*SQL_SIDE, VALIDATION))
    ]
    found = {o.name: {i for i in o.imports if within(i, _FULL)} for o in outside}
    assert wrong(found) == {}


def test_an_import_says_the_whole_name() -> None:
    """No import is relative: where a thing comes from can be read."""
    relative = {o.name: {i for i in o.imports if i.startswith(".")} for o in sources()}
    assert wrong(relative) == {}
