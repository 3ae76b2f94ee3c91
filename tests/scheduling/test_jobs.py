"""What is to run and when, and the line of a shell that does it."""

import subprocess
import sys
from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.scheduling.desk import Desk
from tests.test_docs import parsed

from netlog.errors import UsageError
from netlog.locations import Locations, locate
from netlog.scheduling.jobs import (
    JOBS,
    MONDAY,
    THURSDAY,
    Calling,
    Job,
    calling,
    calling_of,
    netlog_program,
    next_time,
    shell_line,
)

NETLOG = "/home/you/.local/bin/netlog"
DATABASE = "/home/you/.local/share/netlog/netlog.db"
PLAIN = Calling((NETLOG,), (("NETLOG_DB", DATABASE),))
PATHS = st.text(
    st.characters(blacklist_categories=["Cc", "Cs"], blacklist_characters="\\"),
    min_size=1,
    max_size=40,
).map(lambda text: f"/{text}")
"""Whatever a file may be called; a line with three is not too long for cron."""
CALLINGS = st.builds(
    lambda program, database, config, send: Calling(
        (program,), (("NETLOG_DB", database), ("NETLOG_CONFIG", config)), send
    ),
    PATHS,
    PATHS,
    PATHS,
    st.sampled_from([(), ("--deliver", "notify"), ("--to", "you@example.org")]),
)
"""Ways to call netlog, whatever the paths are."""


def test_a_line_names_the_program_and_the_database() -> None:
    """Both in full, for whoever runs it knows neither."""
    assert shell_line(MONDAY, PLAIN) == f"NETLOG_DB={DATABASE} {NETLOG} due --quiet"
    assert shell_line(THURSDAY, PLAIN) == (
        f"NETLOG_DB={DATABASE} {NETLOG} due --now --quiet"
    )


def test_what_is_sent_is_sent_with_its_errors() -> None:
    """A slip is told as the plan would be."""
    how = PLAIN._replace(send=("--to", "you@example.org"))
    assert shell_line(MONDAY, how) == (
        f"NETLOG_DB={DATABASE} {NETLOG} due --quiet 2>&1"
        f" | {NETLOG} schedule send --to you@example.org"
    )


def test_the_plan_of_monday_can_be_typed() -> None:
    """Netlog knows the words of the job."""
    parsed([*MONDAY.words])


def test_the_word_of_thursday_can_be_typed() -> None:
    """The same."""
    parsed([*THURSDAY.words])


@given(CALLINGS, st.sampled_from(JOBS))
def test_a_line_says_how_netlog_is_called(how: Calling, job: Job) -> None:
    """What was written can be read back, whatever stands in the paths."""
    assert calling_of(shell_line(job, how)) == how


@given(CALLINGS)
def test_a_shell_reads_the_line_as_it_is_meant(how: Calling) -> None:
    """Blanks, quotes and dollars are part of a path, for sh as well."""
    tell = 'f() { printf "%s\\n" "$NETLOG_DB" "$NETLOG_CONFIG" "$@"; }; '
    line = shell_line(MONDAY, how._replace(program=("f",), send=()))
    done = subprocess.run(["sh", "-c", tell + line], capture_output=True, check=True)
    paths = [value for _, value in how.environment]
    assert done.stdout.decode().split("\n") == [*paths, *MONDAY.words, ""]


@pytest.mark.parametrize(
    "line", ["", "echo due 'x", "backup --now", "due --quiet", "A=b due", "|"]
)
def test_another_line_calls_no_netlog(line: str) -> None:
    """Whatever the user may have made of it."""
    assert calling_of(line) is None


def where(database: str) -> Locations:
    """The locations of somebody who names a database."""
    return locate({"HOME": "/home/you"}, database)


def test_what_decides_where_netlog_looks_is_carried(tmp_path: Path) -> None:
    """Nothing else: NETLOG_TODAY would stop the clock, and a relative XDG is none."""
    environment = {
        **Desk(tmp_path).environment,
        "NETLOG_DB": "some.db",
        "NETLOG_CONFIG": "/etc/netlog.toml",
        "NETLOG_TODAY": "2025-06-02",
        "XDG_STATE_HOME": "/var/state",
        "XDG_CONFIG_HOME": "relative",
        "XDG_DATA_HOME": "/var/data",
        "NO_COLOR": "1",
    }
    how = calling(locate(environment, "some.db"), environment, "pytest")
    assert how == Calling(
        (str(tmp_path / "bin/netlog"),),
        (
            ("NETLOG_DB", str(Path.cwd() / "some.db")),
            ("NETLOG_CONFIG", "/etc/netlog.toml"),
            ("XDG_STATE_HOME", "/var/state"),
        ),
    )
    assert how.database == str(Path.cwd() / "some.db")


@pytest.mark.parametrize("name", ["a\nb", "a\\b", "a\x1bb", "a\udcffb", "a\x00b"])
def test_a_path_that_no_crontab_can_hold_is_refused(name: str, tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(UsageError):
        calling(where(f"/{name}"), Desk(tmp_path).environment, "pytest")


def test_the_netlog_that_the_shell_finds_is_called(tmp_path: Path) -> None:
    """Not what its name leads to, which another version replaces."""
    desk = Desk(tmp_path)
    inner = tmp_path / "venv" / "netlog"
    inner.parent.mkdir()
    (desk.bin / "netlog").rename(inner)
    (desk.bin / "netlog").symlink_to(inner)
    linked = (str(desk.bin / "netlog"),)
    assert netlog_program(str(inner), desk.environment) == linked
    assert netlog_program("/usr/bin/pytest", desk.environment) == linked


def test_a_netlog_that_the_shell_does_not_find_calls_itself(tmp_path: Path) -> None:
    """Whatever other one is on the PATH; without one, by the Python that runs."""
    desk = Desk(tmp_path)
    own = tmp_path / "netlog"
    own.write_text("#!/bin/sh\n", encoding="utf-8")
    assert netlog_program(str(own), desk.environment) == (str(own),)
    assert netlog_program("__main__.py", {"PATH": "/nowhere"}) == (
        sys.executable,
        "-m",
        "netlog",
    )


@pytest.mark.parametrize(
    ("now", "weekday", "coming"),
    [
        ("2025-06-02 07:59", 1, "2025-06-02 08:00"),
        ("2025-06-02 08:00", 1, "2025-06-09 08:00"),
        ("2025-06-02 12:00", 4, "2025-06-05 08:00"),
        ("2025-06-08 23:59", 1, "2025-06-09 08:00"),
        ("2025-12-30 09:00", 1, "2026-01-05 08:00"),
    ],
)
def test_when_it_comes_next(now: str, weekday: int, coming: str) -> None:
    """Today while the hour is to come; else in the week that follows."""
    found = next_time(weekday, time(8), datetime.fromisoformat(now))
    assert found == datetime.fromisoformat(coming)
