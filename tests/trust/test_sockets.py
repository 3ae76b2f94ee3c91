"""No command opens a socket: whatever it is given, netlog talks to nobody."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.running import InItsOwn, Netlog
from tests.screen import shown
from tests.trust.everything import each_command, the_story
from tests.trust.jobs import Job
from tests.trust.sockets import Typed, calls, can_trace, traced, tracer, typed
from tests.trust.stories import files

from netlog.commands import COMMANDS

WHERE = "https://example.com/people.vcf"
CARD = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Uma Link\nURL:https://example.com/uma\n"
    "PHOTO:https://example.com/uma.jpg\nKEY:http://example.com/key\n"
    "SOURCE:ldap://example.com/uma\nSOUND;VALUE=uri:ftp://example.com/uma.ogg\n"
    "RELATED:https://example.com/x.vcf\nEND:VCARD\n"
)
CONFIG = f'database = "~/db"\ncurrency = "EUR"\nsource = "{WHERE}"\n'
PROGRAMS = ("crontab",)
"""The only other programs that netlog starts, to ask whether cron knows of it."""
Found = tuple[list[Typed], Path]
needs_strace = pytest.mark.skipif(not can_trace(), reason="strace is not to be had")


def with_addresses(home: Path, *trouble: Sequence[str]) -> Job:
    """Lines that are given addresses wherever they may be."""
    config = home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(CONFIG, encoding="utf-8")
    (home / "uma.vcf").write_text(CARD, encoding="utf-8")
    lines = [
        ["import", "uma.vcf"],
        ["add", "Kay", "--url", "https://example.com/kay", "--note", WHERE],
        ["export", "all.json"],
        ["show", "uma"],
    ]
    return Job(home, lines, trouble)


def everything(folder: Path) -> list[Job]:
    """Every command there is, the story, and addresses."""
    addresses = folder / "addresses"
    some = [the_story(folder / "story"), *each_command(folder)]
    assert len(some) == 1 + len(COMMANDS)
    return [*some, with_addresses(addresses)]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What came of all of it, and what strace saw, where it may look."""
    folder = tmp_path_factory.mktemp("everything")
    log = folder / "calls"
    before = tracer(log) if can_trace() else []
    return typed(everything(folder), before), log


@needs_strace
def test_no_command_makes_a_call_to_the_network(found: Found) -> None:
    """Not one, by the word of Linux; every line that was typed went well."""
    some, log = found
    assert [line for one in some for line in one.failed] == []
    assert log.read_text(encoding="utf-8")
    assert calls(log) == []


def test_no_command_asks_python_for_the_network(found: Found) -> None:
    """Nor does any start another program, but to ask what cron knows."""
    some, _ = found
    assert [line for one in some for line in one.failed] == []
    heard = [said for one in some for said in one.heard]
    assert [said for said in heard if not any(it in said for it in PROGRAMS)] == []


@needs_strace
@pytest.mark.parametrize(
    "line",
    ["", "--help", "--version", "info --json", "nonsense", "--install-completion bash"],
)
def test_the_whole_program_makes_none(
    netlog_process: InItsOwn, tmp_path: Path, line: str
) -> None:
    """From its start to its end, with whatever it imports."""
    log = tmp_path / "calls"
    words = netlog_process.command(*line.split())
    traced(words, netlog_process.environment, log)
    assert log.read_text(encoding="utf-8")
    assert calls(log) == []


@needs_strace
def test_completion_makes_none(netlog_process: InItsOwn, tmp_path: Path) -> None:
    """TAB on a handle looks into the database and nowhere else."""
    netlog_process("add Hal")
    asked = {
        "_NETLOG_COMPLETE": "complete_bash",
        "COMP_WORDS": "netlog show h",
        "COMP_CWORD": "2",
    }
    log = tmp_path / "calls"
    environment = netlog_process.environment | asked
    assert traced(netlog_process.command(), environment, log) == 0
    assert calls(log) == []


@needs_strace
@pytest.mark.parametrize("line", ["due", "list", "why hal"])
def test_a_terminal_makes_none(
    netlog_process: InItsOwn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    """What draws there is another library, and it talks to nobody either."""
    assert netlog_process("add Hal").code == 0
    log = tmp_path / "calls"
    words = [*tracer(log), *netlog_process.command()]
    monkeypatch.setattr(netlog_process, "command", lambda *more: [*words, *more])
    seen = shown(netlog_process, *line.split())
    assert (seen.code, seen.styled) == (0, True)
    assert calls(log) == []


@needs_strace
def test_a_netlog_that_talks_is_found(tmp_path: Path) -> None:
    """With a socket that is opened for each answer, and nothing is sent by."""
    log = tmp_path / "calls"
    jobs = [with_addresses(tmp_path / "home", ("fault", "telling home"))]
    typed(jobs, tracer(log), lets=True)
    assert set(calls(log)) == {"socket"}


def test_only_what_leaves_the_machine_is_a_call_to_the_network(tmp_path: Path) -> None:
    """A look-up of the user, or a copy of a file, is none; an address by number is."""
    log = tmp_path / "calls"
    here = (
        "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = 3\n"
        '7 connect(3, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = 0\n'
        '7 sendto(3, "AF_INET", 7, 0, NULL, 0) = 7\n'
        "7 socketpair(AF_UNIX, SOCK_STREAM, 0, [4, 5]) = 0\n"
        "7 sendfile(4, 5, NULL, 4096) = 4096\n"
    )
    away = (
        "7 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP <unfinished ...>\n"
        "7 <... socket resumed>) = 6\n"
        "7 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 7\n"
        "7 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 8\n"
        "7 connect(6, {sa_family=AF_INET, sin_port=htons(9)}, 16) = 0\n"
    )
    log.write_text(here, encoding="utf-8")
    assert calls(log) == []
    log.write_text(here + away, encoding="utf-8")
    assert calls(log) == ["socket", "socket", "socket", "connect"]


def test_a_netlog_that_talks_is_stopped(tmp_path: Path) -> None:
    """Without strace the call is heard of, and refused."""
    (found,) = typed([with_addresses(tmp_path / "home", ("fault", "telling home"))])
    assert found.failed
    assert any(said.startswith("socket.") for said in found.heard)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"import {WHERE}", 3),
        (f"restore {WHERE}", 3),
        (f"export {WHERE}", 3),
        (f"list --db {WHERE}", 6),
    ],
)
def test_an_address_is_no_file(netlog: Netlog, line: str, code: int) -> None:
    """It is refused in a sentence, with what to do, and nothing is made."""
    files(netlog.home)
    netlog("add Hal")
    before = sorted(netlog.home.rglob("*"))
    said = netlog(line)
    assert (said.code, said.out, len(said.err.splitlines())) == (code, "", 2)
    assert sorted(netlog.home.rglob("*")) == before


def test_import_says_how_an_address_comes_in(netlog: Netlog) -> None:
    """Somebody fetches it, and it is not netlog."""
    said = netlog(f"import {WHERE}")
    assert said.err.splitlines()[1] == (
        "netlog fetches nothing: save what is there, and import the file."
    )
