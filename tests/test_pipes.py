"""netlog in a pipe: the same bytes for every program and for cron's mail."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from tests.commands.said import in_a_line
from tests.running import InItsOwn, Netlog

LONG = "Maximiliana-Theodora von und zu Habsburg-Lothringen-Esterházy de Galántha"
PAGES = ["due", "why alisa", "show alisa", "info", "demo"]
LISTS = ["list", "history", "list --format csv"]
PLACES: list[Mapping[str, str]] = [
    {"NO_COLOR": "1"},
    {"FORCE_COLOR": "0"},
    {"CLICOLOR_FORCE": "0"},
    {"FORCE_COLOR": "1", "NO_COLOR": "1"},
    {"TERM": "dumb"},
    {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    {"COLUMNS": "20", "LINES": "5"},
    {"PY_COLORS": "1", "TTY_COMPATIBLE": "1"},
]


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """People with long names, long notes and long promises."""
    for line in (
        f"add {LONG} --at 'the Blue Bottle by the old harbour' --note '{'word ' * 60}'",
        "add Alisa -k client --email alisa@harbour.example --every 1w",
        f"promise alisa {'a very long promise ' * 10} --by fri",
        "log alisa -k call --on 2025-04-01 --note 'asked how the book goes'",
    ):
        assert netlog(line).code == 0


@pytest.mark.parametrize("line", [*PAGES, *LISTS])
def test_the_same_bytes_whatever_the_environment(
    netlog: Netlog, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No colour wanted, a narrow or a dumb terminal: a pipe is a pipe."""
    plain = netlog(line)
    for place in PLACES:
        with monkeypatch.context() as patch:
            for name, value in place.items():
                patch.setenv(name, value)
            assert netlog(line) == plain
    assert "\x1b" not in plain.out
    assert plain.out.isascii() or "\x9b" not in plain.out


ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("line", ["due", "why alisa", "show alisa", "info"])
@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE"])
def test_a_page_has_colours_where_they_are_asked_for(
    netlog: Netlog, line: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same page besides, line by line, whatever the terminal is."""
    plain = netlog(line).out
    monkeypatch.setenv(name, "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "40")
    coloured = netlog(line).out
    assert "\x1b[" in coloured
    assert ESCAPE.sub("", coloured) == plain


@pytest.mark.parametrize("line", [*LISTS, "due --json", "due --format plain", "list"])
def test_records_and_data_have_none(
    netlog: Netlog, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program reads them."""
    plain = netlog(line)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert netlog(line) == plain


ASCII: Mapping[str, str] = {
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}
LATIN: Mapping[str, str] = {**ASCII, "PYTHONIOENCODING": "latin-1"}


@pytest.mark.parametrize(
    ("place", "signs"),
    [(ASCII, {"·": "-", "…": ".", "“": '"', "”": '"'}), (LATIN, {"…": "."})],
)
def test_signs_that_a_locale_lacks_are_plain_ones_as_wide(
    netlog_process: InItsOwn, place: Mapping[str, str], signs: dict[str, str]
) -> None:
    """The page is the same besides: no line is wider than 80 columns."""
    page = netlog_process("demo").out
    netlog_process.environment |= place
    command = netlog_process.command("demo")
    done = subprocess.run(
        command, capture_output=True, check=True, env=netlog_process.environment
    )
    encoding = place.get("PYTHONIOENCODING", "ascii")
    said = done.stdout.decode(encoding)
    assert said == page.translate({ord(sign): plain for sign, plain in signs.items()})
    assert max(map(len, said.splitlines())) == 80


def test_a_page_is_wrapped_at_80_columns(netlog_process: InItsOwn) -> None:
    """As a process too, whatever COLUMNS says; names, and what to type, are whole."""
    netlog_process.environment |= {"COLUMNS": "20", "TERM": "xterm"}
    page, slot = (netlog_process(line).out for line in ("due", "due promises"))
    for text in (page, slot):
        assert max(map(len, text.splitlines())) <= 80
        assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert f"{LONG} · met today" in in_a_line(page)
    handle = "maximiliana-theodora-von-und-zu-habsburg-lothringen-esterhaz"
    assert f"log {handle} -k card" in (line.strip() for line in page.splitlines())
    assert " ".join(["a very long promise"] * 10) in in_a_line(
        slot.replace("done 1", "")
    )


def test_a_list_is_one_record_a_line(netlog: Netlog) -> None:
    """Tabs between fields, as many on every line; no header, ISO days."""
    lines = netlog("list").out.splitlines()
    assert [line.count("\t") for line in lines] == [6, 6]
    assert lines[0].split("\t")[5] == "2025-04-01"


def test_breaks_and_tabs_in_what_was_typed_stay_on_one_line(netlog: Netlog) -> None:
    """A name or a note of several lines is one record."""
    netlog("add", "Two\nLines", "and\ttabs", "--note", "one\ntwo\tthree")
    assert "Two Lines and tabs" in netlog("list").out
    for line in ("list", "history", "show two --format plain"):
        fields = {one.count("\t") for one in netlog(line).out.splitlines()}
        assert fields <= {1, 2, 4, 6}


@pytest.mark.parametrize("line", ["list", "due", "add Cy"])
def test_a_full_disk_is_said_in_a_sentence(netlog_process: InItsOwn, line: str) -> None:
    """> /dev/full: exit 1, a sentence and a piece of advice."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            netlog_process.command(*line.split()),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
            env=netlog_process.environment,
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)
    assert done.stderr.startswith("netlog: ")


UNSAID = [
    ("show Zed", 3, ""),
    ("show Zed --json", 3, ""),
    ("done 1 --frob", 2, ""),
    ("rest Alisa --db there.db", 3, ""),
    ("add Cy --db new.db", 0, "Added Cy (cy)\n"),
    ("due --check --quiet", 10, ""),
]
"""Lines of which something is said on stderr, or would be; their codes and answers."""


@pytest.mark.parametrize(("line", "code", "answer"), UNSAID)
@pytest.mark.parametrize("full", [True, False])
def test_what_cannot_be_said_changes_no_exit_code(
    netlog_process: InItsOwn, line: str, code: int, answer: str, *, full: bool
) -> None:
    """2>/dev/full, or a pipe of which nobody reads: the command does what it does."""
    assert netlog_process("add Ann --db there.db").code == 0
    with deaf(full=full) as stderr:
        done = subprocess.run(
            netlog_process.command(*line.split()),
            stdout=subprocess.PIPE,
            stderr=stderr,
            check=False,
            encoding="utf-8",
            cwd=netlog_process.home,
            env=netlog_process.environment,
        )
    assert (done.returncode, done.stdout) == (code, answer)


@pytest.mark.parametrize("full", [True, False])
def test_a_sample_network_is_shown_where_its_hints_cannot_be(
    netlog: Netlog, netlog_process: InItsOwn, *, full: bool
) -> None:
    """The page on stdout is whole, and the code is that of success."""
    with deaf(full=full) as stderr:
        done = subprocess.run(
            netlog_process.command("demo"),
            stdout=subprocess.PIPE,
            stderr=stderr,
            check=False,
            encoding="utf-8",
            env=netlog_process.environment,
        )
    assert (done.returncode, done.stdout) == netlog("demo")[:2]


@contextmanager
def deaf(*, full: bool) -> Iterator[IO[bytes]]:
    """A file that takes nothing: the disk is full, or nobody reads the pipe."""
    if full:
        with Path("/dev/full").open("wb") as stream:
            yield stream
        return
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "wb") as stream:
        yield stream


@pytest.mark.parametrize("line", ["list", "due", "history --json"])
def test_a_reader_that_leaves_is_no_error(
    netlog: Netlog, netlog_process: InItsOwn, line: str
) -> None:
    """As in netlog list | head -1: no traceback, nothing on stderr."""
    people = "Name\n" + "".join(f"Person {n} {'x' * 200}\n" for n in range(2000))
    assert netlog("import -", stdin=people).code == 0
    command = subprocess.Popen(
        netlog_process.command(*line.split()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=netlog_process.environment,
    )
    with command:
        assert command.stdout
        assert command.stderr
        command.stdout.readline()
        command.stdout.close()
        said = command.stderr.read()
    assert (said, command.returncode) == (b"", 0)


@pytest.mark.parametrize("line", ["list", "due", "add Cy"])
def test_a_closed_stdout_is_no_traceback(netlog_process: InItsOwn, line: str) -> None:
    """>&-: whatever it can say goes to stderr, in a sentence."""
    words = shlex.join(netlog_process.command(*line.split()))
    done = subprocess.run(
        ["/bin/sh", "-c", f"{words} >&-"],
        stderr=subprocess.PIPE,
        check=False,
        text=True,
        env=netlog_process.environment,
    )
    said = done.stderr.splitlines()[-2:]
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert said[0].startswith("netlog: The answer could not be written")


def test_a_version_that_nobody_can_be_told_is_an_error(
    netlog_process: InItsOwn,
) -> None:
    """--version > /dev/full: exit 1 and a sentence, as for every command."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            netlog_process.command("--version"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
            env=netlog_process.environment,
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)


@pytest.fixture
def installed(netlog_process: InItsOwn) -> Path:
    """The command netlog at a full path, as cron calls it."""
    folder = netlog_process.home / "a folder" / "bin"
    folder.mkdir(parents=True)
    sources = netlog_process.environment["PYTHONPATH"]
    script = folder / "netlog"
    script.write_text(
        f"#!/bin/sh\nPYTHONPATH='{sources}' exec '{sys.executable}' -m netlog \"$@\"\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return script


def test_cron_mails_the_whole_page(
    netlog: Netlog, installed: Path, tmp_path: Path
) -> None:
    """With env -i HOME=… PATH=/usr/bin:/bin: as it is read here."""
    place = tmp_path / ".local/share/netlog/netlog.db"
    place.parent.mkdir(parents=True)
    netlog.db.rename(place)
    line = (
        f"env -i HOME='{tmp_path}' PATH=/usr/bin:/bin NETLOG_TODAY=2025-06-02"
        f" '{installed}' due --quiet | cat"
    )
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
    expected = netlog(f"due --db {place}").out
    mail = done.stdout.decode("ascii", "backslashreplace")
    assert (done.stderr, done.returncode) == (b"", 0)
    assert mail.splitlines()[-1].startswith(expected.splitlines()[-1][:10])
    assert len(mail.splitlines()) == len(expected.splitlines())
    assert done.stdout.decode() == expected


def test_nothing_due_is_no_mail(netlog_process: InItsOwn) -> None:
    """--quiet with nothing due: not a byte, so that cron sends nothing."""
    assert netlog_process("due --quiet --today 1999-01-04 --db empty.db").code == 6
    assert netlog_process("add Zoe --known --db empty.db").code == 0
    assert netlog_process("rest zoe --db empty.db").code == 0
    assert netlog_process("due --quiet --db empty.db") == (0, "", "")
