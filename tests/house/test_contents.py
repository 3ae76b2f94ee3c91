"""Every folder's table of contents is equal to its files."""

from tests.house.sources import PACKAGE, sources

from netlog import importers, output, reports
from netlog.commands import COMMANDS, PANELS

# What reports are made of.
_PARTS = {
    "reports": {
        *("acceptance", "attribution", "channels", "first_coffees", "result"),
        "statistics",
    }
}


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
    listed = {module.split(".")[-1] for module in output.ANSWER_FORMATS.values()}
    assert listed == defining("output", "render", "show")


def test_every_format_of_a_contact_file_is_a_file() -> None:
    """The formats of importers are equal to the files that recognise one."""
    listed = {module.split(".")[-1] for module in importers.CONTACT_FORMATS.values()}
    assert listed == defining("importers", "recognises")


def test_every_report_is_a_file_and_every_file_a_report() -> None:
    """The table of reports is equal to the files that make one, each by its name."""
    assert set(reports.REPORTS) == files("reports") == defining("reports", "report")
    modules = {name: entry.module for name, entry in reports.REPORTS.items()}
    assert modules == {name: f"netlog.reports.{name}" for name in reports.REPORTS}


def test_a_report_says_what_it_answers() -> None:
    """A question, short enough for a line."""
    said = [entry.summary for entry in reports.REPORTS.values()]
    assert [one for one in said if not one.endswith("?") or len(one) > 70] == []


def test_every_folder_is_a_package() -> None:
    """A folder with code has its __init__, so that whatever packs netlog finds it."""
    folders = {source.path.parent for source in sources()}
    bare = {one.name for one in folders if not (one / "__init__.py").exists()}
    assert bare == set()
