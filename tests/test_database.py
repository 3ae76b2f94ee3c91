"""The backup that is made by itself: once a day, before the first writing command."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.said import in_a_line, kept
from tests.running import InItsOwn, InProcess, Netlog
from tests.test_many_at_once import all_at_once

from netlog.backups.files import read_manifest

BACKUPS = ".local/state/netlog/backups"
MADE, NEXT, LATER = "2025-06-02", "2025-06-03", "2025-06-04"


@pytest.fixture
def begun(netlog: InProcess) -> InProcess:
    """A home where Hal was added on the first day."""
    assert netlog("add Hal").code == 0
    return netlog


def made(home: Path) -> list[tuple[str, str]]:
    """The day and the reason of each backup, in the order in which they were made."""
    manifests = [read_manifest(path) for path in (home / BACKUPS).glob("*.json")]
    held = sorted((one for one in manifests if one), key=lambda one: one.number)
    return [(one.day.isoformat(), one.why) for one in held]


def copy_of(home: Path) -> Path:
    """The only backup there is."""
    (path,) = (home / BACKUPS).glob("*.db")
    return path


def test_on_the_day_it_was_made_there_is_none(begun: Netlog) -> None:
    """There was nothing before; not even a folder is made."""
    assert begun("log hal").code == 0
    assert begun("add Zoe").code == 0
    assert [one.name for one in begun.home.iterdir()] == ["netlog.db"]


def test_the_first_writing_command_of_a_day_makes_one(begun: Netlog) -> None:
    """It holds what was there before that command; the next makes none."""
    before = kept(begun.db)
    first = begun(f"add Zoe --today {NEXT}")
    assert (first.code, first.err) == (0, "")
    assert kept(copy_of(begun.home)) == before
    begun(f"log zoe --today {NEXT}")
    begun(f"undo --today {NEXT}")
    assert made(begun.home) == [(NEXT, "daily")]
    begun(f"rm zoe --today {LATER}")
    assert made(begun.home) == [(NEXT, "daily"), (LATER, "daily")]


@pytest.mark.parametrize("line", ["undo", "redo", "skip hal", "edit hal --city X"])
def test_any_writing_command_is_one(begun: Netlog, line: str) -> None:
    """Also those that only turn back or put off."""
    begun("log hal")
    begun("undo")
    assert begun(f"{line} --today {NEXT}").code == 0
    assert made(begun.home) == [(NEXT, "daily")]


@pytest.mark.parametrize("line", ["list", "due", "show hal", "history", "info"])
def test_reading_makes_none(begun: Netlog, line: str) -> None:
    """Nor does the pick of the week, which can be made again."""
    assert begun(f"{line} --today {NEXT}").code == 0
    assert made(begun.home) == []


def test_a_day_that_has_one_needs_none(begun: Netlog) -> None:
    """Whatever it was made for: it holds what there was before the day's first word."""
    assert begun(f"backup --today {NEXT}").code == 0
    assert begun(f"add Zoe --today {NEXT}").code == 0
    assert made(begun.home) == [(NEXT, "asked")]


def test_the_sample_network_needs_none(begun: Netlog) -> None:
    """It is made anew each time, and the own people are left alone."""
    assert begun(f"demo --today {NEXT}").code == 0
    assert made(begun.home) == []


def lost(database: str, named: str, kept_as: Path) -> str:
    """What is said where a database is gone, and which one the advice is about."""
    return (
        f"netlog: There is no database at {database}, but backups of it are there.\n"
        f"netlog{named} restore last puts the newest back; to begin anew, move"
        f" {kept_as}-????-* away.\n"
    )


def stem(home: Path) -> Path:
    """What the one backup is called, up to its time, and where it is."""
    return copy_of(home).with_name(copy_of(home).name.partition("-2025-")[0])


@pytest.mark.parametrize("option", [True, False])
def test_the_advice_for_a_lost_database_is_about_that_one(
    netlog: InProcess, *, option: bool
) -> None:
    """By --db or NETLOG_DB, which may stand in one line: never another is restored."""
    place = netlog.home / "the choir.db"
    words = ("--db", str(place)) if option else ()
    if not option:
        netlog.patch.setenv("NETLOG_DB", str(place))
    assert netlog("add Hal", *words).code == 0
    assert netlog("backup", *words).code == 0
    place.unlink()
    said = lost(str(place), f" --db '{place}'", stem(netlog.home))
    for line in ("add Zoe", "list", "undo", "redo", "history", "forget Hal", "export"):
        assert netlog(line, *words) == (6, "", said)
    shutil.rmtree(netlog.home / BACKUPS)
    assert netlog("add Zoe", *words).code == 0


def test_the_usual_database_needs_no_name(netlog: InProcess) -> None:
    """Where nothing names another one, the plain command is about it."""
    netlog.patch.delenv("NETLOG_DB")
    netlog("add Hal")
    netlog("backup")
    usual = netlog.home / ".local/share/netlog/netlog.db"
    usual.unlink()
    assert netlog("list") == (6, "", lost(str(usual), "", stem(netlog.home)))


def test_what_it_says_to_move_away_is_enough(begun: Netlog) -> None:
    """The pattern is that of the backups of this database, and of no other."""
    begun("backup")
    begun("add Zoe --db other.db")
    begun("backup --db other.db")
    begun.db.unlink()
    advice = begun("add Ann").err.rpartition(" move ")[2].removesuffix(" away.\n")
    found = sorted(Path(begun.home / BACKUPS).glob(Path(advice).name))
    assert [path.suffix for path in found] == [".db", ".json"]
    for path in found:
        path.unlink()
    assert begun("add Ann").code == 0
    assert len(begun("backup --list --json --db other.db").data) == 1


@pytest.mark.parametrize(
    ("line", "code", "advice"),
    [
        ("done 9", 3, "netlog --db x.db due and netlog --db x.db show WHO list the"),
        (
            "add Ann",
            5,
            "Change them with netlog --db x.db edit ann;",
        ),
        ("restore nothing", 3, "netlog --db x.db restore lists what there is."),
    ],
)
def test_advice_is_about_the_database_of_the_line(
    begun: Netlog, line: str, code: int, advice: str
) -> None:
    """The next line has no --db, so every command in the advice has one."""
    begun("add Ann --db x.db")
    for words in (f"--db x.db {line}", f"{line} --db=x.db"):
        ran = begun(words)
        assert (ran.code, ran.out) == (code, "")
        assert ran.err.splitlines()[1].startswith(advice)


def test_what_restore_says_to_type_is_about_the_same_database(begun: Netlog) -> None:
    """The list and the way back name it, where it was named."""
    begun("add Ann --db x.db")
    begun("backup --db x.db")
    assert begun("restore --db x.db").err == (
        "netlog --db x.db restore NAME puts one back, `netlog --db x.db restore last`"
        " the newest,\n`netlog --db x.db restore yesterday` that of a day; what is"
        " there now is kept first.\n"
    )
    page = in_a_line(begun("restore last --yes --db x.db").out)
    *_, back = page.partition(" netlog --db x.db restore x-")
    line = f"--db x.db restore x-{back.partition(' brings back')[0]}"
    assert begun(f"{line} --yes").code == 0


CARDS = "Name\nZoe Park\n"


def test_an_import_makes_its_own(begun: Netlog) -> None:
    """Each of them, on whatever day; it holds what was there before."""
    before = kept(begun.db)
    assert begun("import -", stdin=CARDS).code == 0
    assert made(begun.home) == [(MADE, "import")]
    assert kept(copy_of(begun.home)) == before
    begun("import -", stdin="Name\nAnn Lee\n")
    assert made(begun.home) == [(MADE, "import")] * 2


def test_of_an_import_that_writes_nothing_there_is_none(netlog: Netlog) -> None:
    """With --dry-run, of a file that cannot be read, and into a new database."""
    assert netlog("import -", stdin=CARDS).code == 0
    assert netlog("import - --dry-run", stdin="Name\nAnn Lee\n").code == 0
    assert netlog("import nowhere.csv").code == 3
    assert made(netlog.home) == []


@pytest.mark.parametrize("line", [f"add Zoe --today {NEXT}", "import -"])
def test_where_it_cannot_be_made_the_command_goes_on(begun: Netlog, line: str) -> None:
    """One line on stderr says so, each time until it can be."""
    (begun.home / ".local").write_text("a file where folders should be")
    for words in (line, f"log hal --today {NEXT}"):
        ran = begun(words, stdin=CARDS)
        assert (ran.code, ran.out != "") == (0, True)
        assert ran.err.startswith("netlog: It was not backed up first: A backup ")
        assert ran.err.count("\n") == 1
    (begun.home / ".local").unlink()
    assert begun(f"log hal --today {NEXT}").err == ""
    assert made(begun.home) == [(NEXT, "daily")]


def test_of_a_damaged_database_there_is_none(begun: Netlog) -> None:
    """A word says so, before the command does what it can."""
    begun("log hal --note long", "x" * 5000)
    whole = bytearray(begun.db.read_bytes())
    whole[-3 * 4096 :] = bytes(3 * 4096)
    begun.db.write_bytes(whole)
    assert "The database is damaged" in begun(f"skip hal --today {NEXT}").err
    assert made(begun.home) == []


def test_ctrl_c_while_it_is_made_stops_the_command(begun: InProcess) -> None:
    """Nothing was written, and nothing of the backup is left."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    begun.patch.setattr("netlog.backups.make.verified", interrupted)
    assert begun(f"add Zoe --today {NEXT}").code == 130
    assert list((begun.home / BACKUPS).iterdir()) == []
    assert "zoe" not in begun("list").out


def test_eight_writers_on_a_new_day_make_one(netlog_process: InItsOwn) -> None:
    """Nobody fails, nobody is lost, and there is one backup, whole."""
    netlog_process("add Hal")
    netlog_process.environment["NETLOG_TODAY"] = NEXT
    lines = [netlog_process.command("add", f"Person {n}") for n in range(8)]
    said = all_at_once(netlog_process, lines)
    assert [(one.code, one.err) for one in said] == [(0, "")] * 8
    assert len(netlog_process("list").out.splitlines()) == 9
    assert made(netlog_process.home) == [(NEXT, "daily")]
    (backup,) = netlog_process("backup --list --json").data
    assert (backup["whole"], backup["people"], backup["number"]) == (True, 1, 1)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata", "Pacific/Apia"])
def test_a_given_day_is_that_day_in_every_zone(begun: InProcess, zone: str) -> None:
    """NETLOG_TODAY counts as the day, wherever the clock hangs."""
    begun.patch.setenv("TZ", zone)
    for day in (MADE, NEXT, NEXT, LATER):
        begun(f"log hal --today {day}")
    assert made(begun.home) == [(NEXT, "daily"), (LATER, "daily")]


def test_a_clock_that_goes_back_is_a_new_day(begun: Netlog) -> None:
    """Order is by number: what was made last is the newest, whatever its day."""
    days = ["2035-06-02", NEXT, "2015-06-02", LATER]
    for day in days:
        begun(f"log hal --today {day} --on 2014-01-01")
    assert [day for day, _ in made(begun.home)] == days
    assert [one["day"] for one in begun("backup --list --json").data] == days[::-1]


LOADED = """
import sys
from netlog.cli import run
run(sys.argv[1:])
print(*sys.modules)
"""


def test_the_other_commands_of_the_day_load_nothing_for_it(
    netlog_process: InItsOwn,
) -> None:
    """One look is all that it costs them: what makes backups is not imported."""
    netlog_process("add Hal")
    netlog_process(f"add Zoe --today {NEXT}")
    words = [sys.executable, "-c", LOADED, "log", "zoe", "--today", NEXT]
    done = subprocess.run(
        words, check=True, capture_output=True, env=netlog_process.environment
    )
    loaded = set(done.stdout.decode().split())
    assert "netlog.backups.files" in loaded
    heavy = {"json", "hashlib", "concurrent"}
    ours = {"make", "folder", "verify", "compare", "restore"}
    assert loaded & (heavy | {f"netlog.backups.{name}" for name in ours}) == set()
