"""By systemd: a service and a timer of the user's for each job."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from tests.scheduling.desk import Desk
from tests.scheduling.test_jobs import CALLINGS, DATABASE, NETLOG, PLAIN

from netlog.errors import RefusedError
from netlog.scheduling.jobs import AT, JOBS, Calling, shell_line
from netlog.scheduling.systemd import MARK, NAMES, Systemd, lines, units
from netlog.scheduling.way import Run

SERVICE = f"""\
# Written by netlog schedule; netlog schedule remove takes it away.
[Unit]
Description=netlog: the plan of the week

[Service]
Type=oneshot
ExecStart=/bin/sh -c "NETLOG_DB={DATABASE} {NETLOG} due --quiet"
"""
TIMER = """\
# Written by netlog schedule; netlog schedule remove takes it away.
[Unit]
Description=netlog: the plan of the week

[Timer]
OnCalendar=Mon 08:00
Persistent=true

[Install]
WantedBy=timers.target
"""
ODD = Calling(
    ("/bin/sh",),
    (("NETLOG_DB", '/100% of $HOME\'s "own" db; no\u00e9'),),
    ("--deliver", "notify"),
)
TIMERS = ["netlog-monday.timer", "netlog-thursday.timer"]


def test_the_units_to_the_letter() -> None:
    """A service that runs the line, and a timer that makes up for what was missed."""
    made = units(PLAIN)
    assert tuple(made) == NAMES
    assert (made["netlog-monday.service"], made["netlog-monday.timer"]) == (
        SERVICE,
        TIMER,
    )
    assert "\nOnCalendar=Thu 08:00\n" in made["netlog-thursday.timer"]
    assert " due --now --quiet" in made["netlog-thursday.service"]


@given(CALLINGS)
def test_what_systemd_runs_is_read_back(how: Calling) -> None:
    """Quotes, dollars and percent signs stand for nothing but themselves."""
    assert lines(units(how)) == {job.name: shell_line(job, how) for job in JOBS}


def test_what_stands_for_something_is_escaped() -> None:
    """% and $ doubled, quotes behind a backslash."""
    assert (
        "ExecStart=/bin/sh -c \"NETLOG_DB='/100%% of $$HOME'\\\"'\\\"'s"
        ' \\"own\\" db; no\u00e9\' /bin/sh due --quiet 2>&1'
        ' | /bin/sh schedule send --deliver notify"\n'
    ) in units(ODD)["netlog-monday.service"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
@pytest.mark.parametrize("how", [PLAIN, ODD])
def test_systemd_finds_nothing_wrong_with_them(how: Calling, tmp_path: Path) -> None:
    """By its own word; what is wrong it would say."""
    folder = tmp_path / "units"
    folder.mkdir()
    for name, text in units(how).items():
        (folder / name).write_text(text, encoding="utf-8")
    assert verified(folder) == (0, "")
    timer = folder / "netlog-monday.timer"
    timer.write_text(TIMER.replace("Mon", "Munday"), encoding="utf-8")
    assert verified(folder)[0] != 0


def verified(folder: Path) -> tuple[int, str]:
    """What `systemd-analyze verify` says of all units in a folder."""
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *sorted(map(str, folder.iterdir()))],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            # Short, or the sockets of other units there are too long for systemd.
            "XDG_RUNTIME_DIR": "/run",
        },
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stderr


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A machine with systemd."""
    return Desk(tmp_path, "systemctl")


def files(home: Path) -> list[str]:
    """What lies below the folder of the config."""
    config = home / ".config"
    return sorted(path.relative_to(config).as_posix() for path in config.rglob("*"))


def test_it_is_written_and_enabled(desk: Desk) -> None:
    """Systemd is told of it; nothing is left to type."""
    systemd = Systemd(desk.environment)
    after = systemd.having({}, PLAIN)
    assert systemd.install({}, after) == ()
    folder = desk.home / ".config/systemd/user"
    assert after == {str(folder / name): text for name, text in units(PLAIN).items()}
    assert systemd.read() == after
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert desk.told("systemctl") == [
        ["--user", "daemon-reload"],
        ["--user", "enable", "--now", *TIMERS],
    ]


@pytest.mark.parametrize("there", [True, False])
def test_what_could_not_be_enabled_is_to_be_typed(tmp_path: Path, there: bool) -> None:  # noqa: FBT001
    """Where systemd does not answer, or nobody can ask it."""
    desk = Desk(tmp_path)
    if there:
        desk.program("systemctl", "echo Failed to connect to bus >&2; exit 1\n")
    systemd = Systemd(desk.environment)
    assert systemd.install({}, systemd.having({}, PLAIN)) == (
        "systemctl --user daemon-reload",
        "systemctl --user enable --now netlog-monday.timer netlog-thursday.timer",
    )
    assert set(systemd.read().values()) == set(units(PLAIN).values())


def test_what_stands_there(desk: Desk) -> None:
    """It runs once it is enabled; what was edited is not what netlog would write."""
    systemd = Systemd(desk.environment)
    assert systemd.installed({}) is None
    texts = systemd.having({}, ODD)
    found = systemd.installed(texts)
    assert found is not None
    assert (found.is_current, found.is_active, found.calling) == (True, False, ODD)
    assert found.runs == tuple(
        Run(shell_line(job, ODD), job.weekday, AT) for job in JOBS
    )
    wants = desk.home / ".config/systemd/user/timers.target.wants"
    wants.mkdir(parents=True)
    for name in TIMERS:
        (wants / name).symlink_to(wants.parent / name)
    edited = {name: text.replace("08:00", "09:00") for name, text in texts.items()}
    found = systemd.installed(edited)
    assert found is not None
    assert (found.is_current, found.is_active) == (False, True)


def test_nothing_is_left(desk: Desk) -> None:
    """No unit, no link, no stamp of when it ran, no folder that is empty."""
    systemd = Systemd(desk.environment)
    systemd.install({}, systemd.having({}, PLAIN))
    wants = desk.home / ".config/systemd/user/timers.target.wants"
    stamps = desk.home / ".local/share/systemd/timers"
    wants.mkdir()
    stamps.mkdir(parents=True)
    for name in TIMERS:
        (wants / name).symlink_to(wants.parent / name)
        (stamps / f"stamp-{name}").touch()
    (stamps / "stamp-other.timer").touch()
    there = systemd.read()
    systemd.remove(there, systemd.without(there))
    assert (files(desk.home), systemd.read()) == ([], {})
    assert [path.name for path in stamps.iterdir()] == ["stamp-other.timer"]
    assert desk.told("systemctl")[2:] == [
        ["--user", "disable", "--now", *TIMERS],
        ["--user", "daemon-reload"],
    ]


def test_a_unit_of_the_users_own_stays(desk: Desk) -> None:
    """Even where it has the name of one of netlog's: that one is not written over."""
    own = desk.home / ".config/systemd/user/netlog-monday.service"
    own.parent.mkdir(parents=True)
    own.write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
    (own.parent / "mine.timer").touch()
    systemd = Systemd(desk.environment)
    there = systemd.read()
    assert systemd.installed(there) is None
    with pytest.raises(RefusedError):
        systemd.without(there)
    with pytest.raises(RefusedError):
        systemd.having(there, PLAIN)
    own.write_text(f"{MARK}\n", encoding="utf-8")
    there = systemd.read()
    systemd.remove(there, systemd.without(there))
    assert files(desk.home)[-1] == "systemd/user/mine.timer"


def test_the_folder_is_where_the_config_is(desk: Desk, tmp_path: Path) -> None:
    """By XDG; a relative one does not count."""
    environment = {**desk.environment, "XDG_CONFIG_HOME": str(tmp_path / "c")}
    assert Systemd(environment).folder == tmp_path / "c/systemd/user"
    environment["XDG_CONFIG_HOME"] = "c"
    assert Systemd(environment).folder == tmp_path / ".config/systemd/user"
