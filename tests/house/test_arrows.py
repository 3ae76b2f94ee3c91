"""What may import what: the arrows between the parts of netlog."""

import sys
from collections.abc import Iterator

from tests.house.sources import Source, sources

EDGE = ("clock", "config", "errors", "locations", "writing")
INSIDE = (
    *("acts", "views", "plan", "trace", "network", "importers", "exporters"),
    *("reports", "stories", "doctor", "output", "domain"),
)

ARROWS = {
    "__init__": (),
    "__main__": ("cli", "streams"),
    "cli": ("__init__", "app", "commands", "domain", "errors", "output", "streams"),
    "commands": ("app", "params", *INSIDE, *EDGE),
    "params": ("app", "domain", "errors"),
    "app": ("plan", "output", "storage", "domain", "doors", "typed", *EDGE),
    "doors": ("storage", "clock", "errors", "locations"),
    "writing": ("output",),
    "config": ("plan", "domain", "errors"),
    "clock": ("errors",),
    "typed": ("domain", "errors"),
    "locations": (),
    "acts": ("stories", "domain", "errors"),
    "views": (
        *("__init__", "acts", "plan", "trace", "network", "output", "domain"),
        *("reports", "statistics", "doctor", "errors", "locations"),
    ),
    "output": ("domain", "errors"),
    "importers": ("domain", "errors"),
    "exporters": ("domain", "errors"),
    "plan": ("domain", "errors"),
    "trace": ("domain", "errors"),
    "network": ("trace", "domain", "errors"),
    "reports": ("trace", "statistics", "plan", "domain", "errors"),
    # The App refuses a damaged file; doctor alone opens it all the same.
    "doctor": ("storage", "trace", "domain", "errors", "locations"),
    "storage": ("trace", "domain", "errors"),
    "statistics": ("errors",),
    "stories": (),
    "domain": ("errors",),
    "errors": (),
    "streams": (),
    "records": (),
}
"""Each part, and the others that it may import; records are everybody's."""

SQL_SIDE = (
    "storage.tables",
    "storage.statements",
    "storage.build",
    "storage.column_types",
)
OUTSIDE = {
    "rich": ("output.table",),
    "sqlalchemy": SQL_SIDE,
    "sqlmodel": SQL_SIDE,
    "sqlite3": ("storage", "views.informed"),  # info prints the version of SQLite
    "typer": ("cli", "params", "commands"),
    "dateutil": ("domain",),
}
"""Each package that is not everybody's, and the only places that may import it."""


def within(name: str, places: tuple[str, ...]) -> bool:
    """Whether a module is one of the places or below one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def arrows(source: Source) -> Iterator[str]:
    """The parts of netlog that a file imports, its own left out.

    What acts names for the type checker alone is no arrow: whoever calls it hands
    it a change.
    """
    for module, checking in source.imports:
        top, _, rest = module.partition(".")
        part = rest.split(".")[0]
        told = checking and (source.part, part) == ("acts", "storage")
        if top == "netlog" and part not in {source.part, "records"} and not told:
            yield part if part in ARROWS else "__init__"


def misplaced(source: Source) -> Iterator[str]:
    """The packages that a file imports although it is none of their places."""
    anybodys = (sys.stdlib_module_names | {"netlog"}) - set(OUTSIDE)
    for module, _ in source.imports:
        top = module.split(".")[0]
        if top not in anybodys and not within(source.name, OUTSIDE.get(top, ())):
            yield top


def found(by_name: dict[str, set[str]]) -> dict[str, set[str]]:
    """Only the files with which something is wrong."""
    return {name: wrong for name, wrong in by_name.items() if wrong}


def test_every_part_has_its_place_in_the_table() -> None:
    """A new folder or file at the top says here what it may import."""
    assert {one.part for one in sources()} - set(ARROWS) == set()


def test_a_file_imports_only_what_its_part_may() -> None:
    """Arrows run from the command line inwards, never back."""
    wrong = {
        one.name: set(arrows(one)) - set(ARROWS.get(one.part, ())) for one in sources()
    }
    assert found(wrong) == {}


def test_the_checks_of_doctor_know_no_database() -> None:
    """They are given what to look at; what runs them, and what mends, opens it."""
    opening = {
        one.name
        for one in sources()
        if one.part == "doctor" and "storage" in set(arrows(one))
    }
    assert opening == {"doctor.examination", "doctor.mending"}


def test_a_package_from_outside_stays_in_its_place() -> None:
    """One file knows rich, the side that compiles knows SQLModel, and so on."""
    assert found({one.name: set(misplaced(one)) for one in sources()}) == {}


def test_what_runs_statements_does_not_import_what_compiles_them() -> None:
    """Tables and statements are read by the build alone, so SQLModel never loads."""
    wrong = {
        one.name: {module for module, _ in one.imports if within(module, _FULL)}
        for one in sources()
        if not within(one.name, SQL_SIDE)
    }
    assert found(wrong) == {}


def test_an_import_says_the_whole_name() -> None:
    """No import is relative: where a thing comes from can be read."""
    wrong = {
        one.name: {module for module, _ in one.imports if module.startswith(".")}
        for one in sources()
    }
    assert found(wrong) == {}


_FULL = tuple(f"netlog.{place}" for place in SQL_SIDE)
