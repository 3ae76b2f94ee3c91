"""Every folder's table of contents is equal to its files."""

import ast

import pytest
from tests.house.sources import PACKAGE, sources

from netlog import commands, doctor, exporters, importers, output, reports
from netlog.commands import COMMANDS, PANELS
from netlog.plan import slots, terms
from netlog.storage import tables
from netlog.storage.statements import SUBJECTS

# What slots share, and what statements and reports are made of.
_PARTS = {
    "doctor": {"finding", "source", "machine", "examination", "mending"},
    "reports": {
        *("period", "source", "origins", "coffees", "referrals", "ways"),
        *("tally", "times", "measured", "nearest", "result", "words"),
    },
    "plan/slots": {"picking", "asking"},
    "storage/statements": {"parts"},
}
TABLED = {
    "__init__",
    *("commands", "plan.terms", "plan.slots", "reports", "importers", "exporters"),
    *("output", "doctor"),
    *("storage.statements", "storage.tables", "storage.migrations"),
}
"""The folders whose __init__ lists what is in them; a test holds each."""


def files(folder: str) -> set[str]:
    """The modules of a folder, without their endings, and without shared parts."""
    there = {path.stem for path in (PACKAGE / folder).glob("*.py")}
    return there - {"__init__"} - _PARTS.get(folder, set())


def named(modules: tuple[object, ...]) -> set[str]:
    """The last part of each module's name."""
    return {str(vars(module)["__name__"]).split(".")[-1] for module in modules}


def test_every_command_is_a_file_and_every_file_a_command() -> None:
    """The table of commands is equal to the folder."""
    assert {entry.module.split(".")[-1] for entry in COMMANDS} == files("commands")


def test_a_command_stands_once_and_says_what_it_does_in_a_sentence() -> None:
    """Names are there once; a summary is short and ends with a full stop."""
    assert len({entry.name for entry in COMMANDS}) == len(COMMANDS)
    wrong = [
        entry.name
        for entry in COMMANDS
        if not entry.summary.endswith(".") or len(entry.summary) > 60
    ]
    assert wrong == []


def test_the_panels_stand_in_the_order_of_a_day() -> None:
    """Help shows what is used most first."""
    order = ["Every day", "Monday", "Look", "Trace", "Judgement", "Reports"]
    order += ["Change", "Data"]
    assert list(PANELS) == [panel for panel in order if panel in PANELS]


def test_every_term_is_a_file_and_every_file_a_term() -> None:
    """The terms of the three scores are equal to the folder."""
    scored = tuple(term for slot in terms.BY_SLOT.values() for term, _ in slot)
    assert named(scored) == files("plan/terms")


def test_every_slot_is_a_file_and_every_file_a_slot() -> None:
    """The slots in order are equal to the folder."""
    assert named(slots.IN_ORDER) == files("plan/slots")


def defining(part: str, *wanted: str) -> set[str]:
    """The files of a part that define one of these functions."""
    return {
        source.path.stem
        for source in sources()
        if source.part == part
        and set(wanted) & {getattr(node, "name", "") for node in source.tree.body}
    }


def test_every_format_of_an_answer_is_a_file() -> None:
    """The formats of output are equal to the files that render or show an answer."""
    listed = {module.split(".")[-1] for module in output.FORMATS.values()}
    assert listed == defining("output", "render", "show")


def test_every_format_of_a_contact_file_is_a_file() -> None:
    """The formats of importers are equal to the files that recognise one."""
    listed = {module.split(".")[-1] for module in importers.FORMATS.values()}
    assert listed == defining("importers", "recognises")


def test_every_format_of_an_export_is_a_file_and_every_file_a_format() -> None:
    """The formats of exporters are equal to the folder."""
    listed = {module.split(".")[-1] for module in exporters.FORMATS.values()}
    assert listed == files("exporters") == defining("exporters", "written")


def test_every_report_is_a_file_and_every_file_a_report() -> None:
    """The table of reports is equal to the files that make one, each by its name."""
    assert set(reports.REPORTS) == files("reports") == defining("reports", "report")
    modules = {name: entry.module for name, entry in reports.REPORTS.items()}
    assert modules == {name: f"netlog.reports.{name}" for name in reports.REPORTS}


def test_a_report_says_what_it_answers() -> None:
    """A question, short enough for a line."""
    said = [entry.summary for entry in reports.REPORTS.values()]
    assert [one for one in said if not one.endswith("?") or len(one) > 70] == []


def test_every_check_is_a_file_and_every_file_a_check() -> None:
    """The table of checks is equal to the files that find something, by its name."""
    assert set(doctor.CHECKS) == files("doctor") == defining("doctor", "findings")
    modules = {name: entry.module for name, entry in doctor.CHECKS.items()}
    assert modules == {name: f"netlog.doctor.{name}" for name in doctor.CHECKS}


def test_every_file_of_statements_is_a_subject() -> None:
    """The subjects of statements are equal to the folder."""
    assert named(SUBJECTS) == files("storage/statements")


def test_every_table_is_listed() -> None:
    """The list of tables is equal to the classes in the folder that are tables."""
    there = {
        name
        for file in files("storage/tables") - {"fields"}
        for name, value in vars(getattr(tables, file)).items()
        if hasattr(value, "__tablename__") and value.__module__.endswith(file)
    }
    assert set(tables.__all__) == there


@pytest.mark.parametrize(
    "package", [commands, doctor, importers, exporters, output, reports, slots, terms]
)
def test_a_table_of_contents_says_what_it_is_of(package: object) -> None:
    """It begins with a sentence."""
    assert (package.__doc__ or "").endswith((".", ".\n"))


def test_a_folder_without_a_table_has_a_sentence_and_nothing_else() -> None:
    """An __init__ is a table of contents, or one docstring that says something."""
    bare = {
        source.name: ast.get_docstring(source.tree) or ""
        for source in sources()
        if source.path.name == "__init__.py" and source.name not in TABLED
    }
    wordless = [name for name, said in bare.items() if len(said.split()) < 2]
    longer = [s.name for s in sources() if s.name in bare and len(s.tree.body) > 1]
    assert (wordless, longer) == ([], [])


def test_every_folder_is_a_package() -> None:
    """A folder with code has its __init__, so that whatever packs netlog finds it."""
    folders = {source.path.parent for source in sources()}
    bare = {one.name for one in folders if not (one / "__init__.py").exists()}
    assert bare == set()
