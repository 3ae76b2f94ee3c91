"""By launchd, on a Mac: an agent of the user's for each job, a property list."""

import os
import plistlib
from pathlib import Path

import pytest
from hypothesis import given
from tests.scheduling.desk import Desk
from tests.scheduling.test_jobs import CALLINGS, PLAIN

from netlog.errors import NotFoundError, RefusedError
from netlog.scheduling.jobs import JOBS, MONDAY, Calling, shell_line
from netlog.scheduling.launchd import NAMES, Launchd, agents, lines

DOMAIN = f"gui/{os.getuid()}"


def test_an_agent_runs_the_line_on_its_day() -> None:
    """As launchd reads it."""
    made = agents(PLAIN)
    assert tuple(made) == NAMES == ("netlog.monday.plist", "netlog.thursday.plist")
    assert plistlib.loads(made["netlog.monday.plist"].encode()) == {
        "Label": "netlog.monday",
        "ProgramArguments": ["/bin/sh", "-c", shell_line(MONDAY, PLAIN)],
        "StartCalendarInterval": {"Weekday": 1, "Hour": 8, "Minute": 0},
    }
    thursday = plistlib.loads(made["netlog.thursday.plist"].encode())
    assert thursday["StartCalendarInterval"]["Weekday"] == 4


@given(CALLINGS)
def test_what_launchd_runs_is_read_back(how: Calling) -> None:
    """Whatever stands in the paths."""
    assert lines(agents(how)) == {job.name: shell_line(job, how) for job in JOBS}


@pytest.mark.parametrize("text", ["", "<plist/>", "bplist00", "<plist><dict/></plist>"])
def test_what_is_no_agent_of_netlogs_says_nothing(text: str) -> None:
    """Whatever lies in a file of that name."""
    assert lines(dict.fromkeys(NAMES, text)) == {}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A Mac."""
    return Desk(tmp_path, "launchctl")


def test_it_is_written_and_loaded_and_leaves_nothing(desk: Desk) -> None:
    """One that is loaded already is unloaded first; other agents stay."""
    folder = desk.home / "Library/LaunchAgents"
    folder.mkdir(parents=True)
    (folder / "com.example.mine.plist").write_text("mine", encoding="utf-8")
    launchd = Launchd(desk.environment)
    launchd.require()
    there = launchd.having({}, PLAIN)
    paths = [str(folder / name) for name in NAMES]
    assert (launchd.install({}, there), list(there)) == ((), paths)
    assert launchd.read() == there
    found = launchd.installed(there)
    assert found is not None
    assert (found.is_current, found.is_active, found.calling) == (True, True, PLAIN)
    assert launchd.install(there, there) == ()
    launchd.remove(there, launchd.without(there))
    assert [path.name for path in folder.iterdir()] == ["com.example.mine.plist"]
    loads = [["bootstrap", DOMAIN, path] for path in paths]
    unloads = [["bootout", f"{DOMAIN}/{Path(path).stem}"] for path in paths]
    assert desk.told("launchctl") == [*loads, *unloads, *loads, *unloads]


def test_what_could_not_be_loaded_is_to_be_typed(desk: Desk) -> None:
    """As a line for each."""
    desk.program("launchctl", "exit 5\n")
    launchd = Launchd(desk.environment)
    there = launchd.having({}, PLAIN)
    assert launchd.install({}, there) == tuple(
        f"launchctl bootstrap {DOMAIN} {path}" for path in there
    )


def test_an_agent_of_the_users_own_stays(desk: Desk) -> None:
    """Even where it has the name of one of netlog's."""
    launchd = Launchd(desk.environment)
    own = {str(launchd.folder / NAMES[0]): "<plist/>"}
    assert launchd.installed(own) is None
    with pytest.raises(RefusedError):
        launchd.without(own)


def test_elsewhere_there_is_none(tmp_path: Path) -> None:
    """Nothing would ever read the files."""
    with pytest.raises(NotFoundError):
        Launchd(Desk(tmp_path).environment).require()
