"""netlog export: everything as JSON."""

import json
import subprocess
from pathlib import Path

import pytest
from bench.database import write
from tests.commands.said import kept, person, without_uids
from tests.repository.filled import filled
from tests.running import InItsOwn, Netlog

PEOPLE, TOUCHES = 3_000, 15_000
GROWN = 501
"""People, the user among them, whose export is more than a pipe holds."""
PLACES = {
    "ascii": {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    "latin-1": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
}


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """A database with something of everything."""
    filled(netlog.db).close()


def test_everything_is_written_to_stdout(netlog: Netlog) -> None:
    """Every row but those of the journal; reading changes nothing."""
    before = kept(netlog.db)
    said = netlog("export")
    assert (said.code, said.err) == (0, "")
    whole = json.loads(said.out)
    assert whole["schema"] == "netlog.export/1"
    assert [
        [*row.values()] for row in whole["data"]["tables"]["person"]
    ] == [[*row] for row in before["person"]]  # fmt: skip
    assert kept(netlog.db) == before


def test_it_is_the_same_in_every_format_and_every_time(netlog: Netlog) -> None:
    """There is no clock in it."""
    usual = netlog("export").out
    assert netlog("export --json").out == netlog("export -").out == usual
    assert netlog("export --today 2025-07-01").out == usual
    assert netlog("export --format csv").code == 2


def test_it_is_written_to_a_file(netlog: Netlog) -> None:
    """Which nobody else may read; the answer says what to do with it."""
    said = netlog("export whole.json")
    path = netlog.home / "whole.json"
    assert said == (
        0,
        "Wrote everything to whole.json: netlog import brings it back\n",
        "",
    )
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text(encoding="utf-8") == netlog("export").out
    other = json.loads(netlog("export other.json --json").out)
    assert other == {
        "schema": "netlog.exported/1",
        "data": {"file": "other.json", "person": None},
    }
    said = netlog("export --person Dorie dorie.json")
    assert (
        said.out == "Wrote what is known of Dorie Clark (dorie-clark) to dorie.json\n"
    )
    data = without_uids(netlog("export --person dorie more.json --json").data)
    assert data == {"file": "more.json", "person": person("dorie-clark", "Dorie Clark")}


def test_a_file_is_written_over_by_force_alone(netlog: Netlog) -> None:
    """And the database never is."""
    netlog("export whole.json")
    whole = (netlog.home / "whole.json").read_text(encoding="utf-8")
    netlog("add Kit")
    said = netlog("export whole.json")
    assert (said.code, "--force" in said.err) == (5, True)
    assert (netlog.home / "whole.json").read_text(encoding="utf-8") == whole
    assert netlog("export whole.json --force").code == 0
    assert (netlog.home / "whole.json").read_text(encoding="utf-8") != whole
    before = netlog.db.read_bytes()
    (netlog.home / "link").symlink_to(netlog.db)
    for name in ("netlog.db", "./netlog.db", "link"):
        assert netlog(f"export {name} --force").code == 5
    assert netlog.db.read_bytes() == before


def test_of_one_person_all_that_is_known_is_written(netlog: Netlog) -> None:
    """So that they can be answered; it is no export that could be taken in."""
    netlog("gave dorie advice --value 12.50")
    said = netlog("export --person dorie")
    assert said.err.startswith("Read it before you hand it on")
    assert said._replace(err="") == netlog("export --person 'Dorie Clark' --json")
    assert json.loads(said.out)["schema"] == "netlog.known/1"
    assert said.data["handle"] == "dorie-clark"
    assert [one["value"] for one in said.data["entries"]][-1] == "12.50"
    netlog("export --person dorie dorie.json")
    assert (netlog.home / "dorie.json").read_text(encoding="utf-8") == said.out
    assert netlog("--db new.db import dorie.json").code == 2


@pytest.mark.parametrize(("who", "code"), [("nobody", 3), ("a", 4), ("me", 2)])
def test_somebody_must_be_meant(netlog: Netlog, who: str, code: int) -> None:
    """No file is made for nobody."""
    netlog("add Alan")
    said = netlog(f"export --person {who} one.json")
    assert (said.code, said.out) == (code, "")
    assert not list(netlog.home.glob("*one.json*"))


def test_two_exports_differ_in_what_changed(netlog: Netlog) -> None:
    """A line for each row, and the counts."""
    before = netlog("export").out.splitlines()
    netlog("add Kit --tag tea")
    after = netlog("export").out.splitlines()
    new = {*after} - {*before}
    gone = {*before} - {*after}
    assert len(new) == len(gone) + 3
    assert len(gone) <= 6


@pytest.mark.usefixtures("unnamed")
def test_where_nobody_is_there_is_nobody_in_it(netlog: Netlog) -> None:
    """No file is made for it, and it can be taken in all the same."""
    said = netlog("export")
    assert [one["name"] for one in said.data["tables"]["person"]] == ["me"]
    assert not netlog.db.exists()
    assert netlog("--db new.db import -", stdin=said.out).code == 0
    assert netlog("--db new.db export").out == said.out


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_it_is_utf_8_wherever_it_is_written(
    netlog: Netlog, netlog_process: InItsOwn, place: dict[str, str]
) -> None:
    """JSON is; another encoding would be other bytes."""
    usual = netlog("export").out
    netlog_process.environment |= place
    assert "王小明" in usual
    assert netlog_process("export").out == usual


def test_whoever_has_read_enough_is_no_error(netlog_process: InItsOwn) -> None:
    """As in netlog export | head -c 9."""
    _grow(netlog_process)
    with begun(netlog_process, "export", subprocess.PIPE) as command:
        assert command.stdout
        assert command.stdout.read(9) == b'{"schema"'
        command.stdout.close()
        assert command.wait() == 0


def test_a_full_disk_is_said_in_a_sentence(netlog_process: InItsOwn) -> None:
    """Whoever keeps the file must know that it is not whole."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            netlog_process.command("export"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=netlog_process.environment,
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_slow_reader_keeps_nobody_from_writing(netlog_process: InItsOwn) -> None:
    """The database is free again before the first byte is written."""
    _grow(netlog_process)
    with begun(netlog_process, "export", subprocess.PIPE) as command:
        assert command.stdout
        command.stdout.read(1)
        assert netlog_process("add Kit").code == 0
        rest = command.stdout.read()
    assert json.loads(b"{" + rest)["data"]["counts"]["person"] == GROWN


def _grow(netlog: InItsOwn) -> None:
    """More people than a pipe holds."""
    write(netlog.db, GROWN - 1, GROWN)


def begun(netlog: InItsOwn, line: str, out: int) -> "subprocess.Popen[bytes]":
    """A command that runs while others do."""
    return subprocess.Popen(
        netlog.command(*line.split()), stdout=out, env=netlog.environment
    )


def test_an_export_of_thousands_comes_back_to_the_byte(
    netlog_process: InItsOwn,
) -> None:
    """Out, into a new database, and out again."""
    write(netlog_process.db, PEOPLE, TOUCHES)
    assert netlog_process("export one.json").code == 0
    assert netlog_process("--db new.db import one.json").code == 0
    assert netlog_process("--db new.db export two.json").code == 0
    one, two = (netlog_process.home / name for name in ("one.json", "two.json"))
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().count(b"\n") > PEOPLE + 2 * TOUCHES
