"""The command line itself: options anywhere, help, errors, exit codes."""

import json
import os
import pty
import signal
import sqlite3
from contextlib import closing

import pytest
from tests.commands.said import kept
from tests.running import InItsOwn, InProcess, Netlog, Ran
from tests.screen import begun, everything

import netlog as package
from netlog.commands import COMMANDS, PANELS

WRONG = [
    ("frobnicate", 2, "netlog --help"),
    ("ad Hal", 2, "netlog add"),
    ("--frob", 2, "netlog --help"),
    ("due --frob", 2, "netlog due --help"),
    ("due extra", 2, "keep"),
    ("due --week whenever", 2, "2026-W48"),
    ("due --week 2025-W60", 2, "W53"),
    ("due --format paper", 2, "page, plain, csv, json"),
    ("due --format csv", 2, "--format plain"),
    ("add Ann --format paper", 2, "page, plain"),
    ("add Ann --format csv", 2, "--json"),
    ("--format csv rest Hal", 2, "--json"),
    ("--today tomorrow", 2, "2025-06-02"),
    ("--today 2025-02-30", 2, "2025-06-02"),
    ("--db", 2, "--help"),
    ("add", 2, "netlog add --help"),
    ("add ''", 2, "one word"),
    ("add Hal", 5, "--new"),
    ("add Ann --kind boss", 2, "client, prospect"),
    ("add Ann --every often", 2, "3m"),
    ("add Ann --birthday soon", 2, "21 may"),
    ("add Ann --email ann", 2, "@"),
    ("add Ann --handle 'A N'", 2, "dorie-clark"),
    ("add Ann --handle hal", 5, "another"),
    ("add Ann --via Nobody", 3, "--new-via"),
    ("add Ann --via Zoe", 4, "handle"),
    ("add Ann --on mon", 2, "--via"),
    ("add Ann --by mon", 2, "promised"),
    ("add Ann --met --on tomorrow", 2, "yesterday"),
    ("log", 2, "netlog log --help"),
    ("log Nobody", 3, "--new"),
    ("log Zoe", 4, "handle"),
    ("log Hal --kind tea", 2, "coffee"),
    ("log Hal --on 10/11", 2, "date_order"),
    ("log Hal --on 2025-02-29", 2, "year"),
    ("log Hal --on 'in 2w'", 2, "netlog book Hal 2025-06-16"),
    ("log Hal --introduce", 2, "table"),
    ("log me", 2, "else"),
    ("log Hal -k", 2, "netlog log --help"),
    ("log ''", 2, "handle or a name"),
    ("show ' '", 2, "handle or a name"),
    ("add Ann --via ''", 2, "handle or a name"),
    ("promise Hal ' '", 2, "at least one"),
    ("edit Hal --name ' '", 2, "one word"),
    ("done 99999999999999999999", 2, "netlog due"),
    ("edit --touch 99999999999999999999 --on mon", 2, "netlog show"),
    ("history -n 99999999999999999999", 2, "netlog history --help"),
    ("got", 2, "netlog got --help"),
    ("got Hal", 2, "interview"),
    ("got interview", 2, "interview"),
    ("got Hal praise", 2, "interview"),
    ("got Nobody tip", 3, "--new"),
    ("got Zoe tip", 4, "handle"),
    ("got Hal tip --value 1,5", 2, "49.90"),
    ("got Hal tip --value -5", 2, "49.90"),
    ("got Hal tip --value 5EUR", 2, "49.90"),
    ("got Hal tip --on tomorrow", 2, "yesterday"),
    ("got Hal tip --from coffee", 2, "touch:12"),
    ("got Hal tip --from touch:9", 3, "netlog show"),
    ("got Hal tip --from intro:9", 3, "netlog show"),
    ("got Hal tip --who Cy", 2, "referral"),
    ("got Hal referral --who hal", 2, "else"),
    ("gave", 2, "netlog gave --help"),
    ("gave Hal praise", 2, "advice"),
    ("gave Hal tip --who Cy", 2, "referral"),
    ("thank", 2, "netlog thank --help"),
    ("thank Nobody", 3, "netlog list"),
    ("thank Hal", 5, "-k card"),
    ("log Hal --guess surely", 2, "likely"),
    ("log Hal --got praise", 2, "advice"),
    ("log Hal 'Zoe Park' --got tip", 2, "netlog got"),
    ("edit --entry 9 --text x", 3, "netlog show"),
    ("rm --entry 9", 3, "netlog show"),
    ("intro Hal", 2, "--by"),
    ("intro Hal hal", 2, "different"),
    ("promise Hal", 2, "netlog promise --help"),
    ("promise Hal tea --by yesterday", 2, "fri"),
    ("done", 2, "netlog done --help"),
    ("done one", 2, "netlog due"),
    ("done 9", 3, "netlog due"),
    ("swap Nobody", 3, "netlog list"),
    ("swap Zoe", 4, "handle"),
    ("heard", 2, "netlog heard --help"),
    ("heard Nobody", 3, "netlog list"),
    ("heard Hal --on tomorrow", 2, "yesterday"),
    ("note Hal", 2, "netlog note --help"),
    ("note Nobody 'a tip'", 3, "netlog list"),
    ("book", 2, "netlog book --help"),
    ("book Hal", 2, "netlog book WHO fri"),
    ("book Nobody fri", 3, "netlog list"),
    ("book Hal yesterday", 2, "netlog log"),
    ("brief Nobody", 3, "netlog list"),
    ("due coffees", 2, "promises"),
    ("skip Nobody", 3, "netlog list"),
    ("snooze Hal", 2, "netlog snooze --help"),
    ("snooze Hal yesterday", 2, "fri"),
    ("show Zoe", 4, "handle"),
    ("list kind", 2, "field=value"),
    ("list shoe=9", 2, "field=value"),
    ("list 'org>9'", 2, "field=value"),
    ("list 'last>soon'", 2, "20 nov"),
    ("history -n none", 2, "netlog history --help"),
    ("edit", 2, "--touch 12"),
    ("edit --touch 9 --on mon", 3, "netlog show"),
    ("rm --touch 1 --intro 1", 2, "one at a time"),
    ("redo", 5, "redone"),
    ("import nowhere.vcf", 3, "path"),
    ("--db nowhere.db list", 6, "path"),
    ("--db '' rm Hal", 2, "Leave it out"),
    ("rm Hal --db=", 2, "Leave it out"),
    ("log Hal --today ''", 2, "Leave it out"),
    ("list --format ''", 2, "Leave it out"),
    ("export --person ''", 2, "handle or a name"),
]

# --json is a format too, and what --db and -k would take for what they lack.
IN_JSON = [
    one
    for one in WRONG
    if "--format" not in one[0] and not one[0].endswith((" -k", "--db"))
]


@pytest.fixture
def few(netlog: InProcess) -> InProcess:
    """Three people, two of whom share a first name."""
    for name in ("Hal", "Zoe Martin", "Zoe Park"):
        assert netlog(f"add {name}").code == 0
    return netlog


@pytest.mark.parametrize(("line", "code", "word"), WRONG)
def test_a_wrong_line_gets_a_sentence_and_advice(
    few: Netlog, line: str, code: int, word: str
) -> None:
    """With the right code; nothing on stdout, no traceback, and no row changed."""
    before = kept(few.db)
    said = few(line)
    assert kept(few.db) == before
    sentence, advice = said.err.splitlines()
    assert (said.code, said.out) == (code, "")
    assert sentence.startswith("netlog: ")
    assert word in advice


@pytest.mark.parametrize(("line", "code", "word"), IN_JSON)
def test_the_same_in_json(few: Netlog, line: str, code: int, word: str) -> None:
    """An object with code, message, candidates and hint, wherever --json stands."""
    plain = few(line).err.splitlines()
    for said in (few(f"--json {line}"), few(line, "--json")):
        assert (said.code, said.out) == (code, "")
        assert list(said.error) == ["code", "message", "candidates", "hint"]
        assert f"netlog: {said.error['message']}" == plain[0]
        assert word in said.error["hint"]


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("show Hal", 0, ""),
        ("list shoe=9", 2, "usage"),
        ("show Nobody", 3, "not_found"),
        ("show Zoe", 4, "ambiguous"),
        ("add Hal", 5, "refused"),
        ("list --db nowhere.db", 6, "database"),
        ("due --check", 10, ""),
    ],
)
def test_exit_codes(few: Netlog, line: str, code: int, name: str) -> None:
    """One for each sort of failure, with its name in JSON."""
    said = few(f"{line} --json")
    assert said.code == code
    assert not name or said.error["code"] == name


SENTENCE = "Interrupted; a change is stored whole or not at all."
ADVICE = "netlog history says which; the next command that writes finishes a forget."
STOPPED = f"netlog: {SENTENCE}\n{ADVICE}\n"


def interrupted(*_: object, **__: object) -> None:
    """What happens at Ctrl-C, wherever that is."""
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "place",
    [
        "netlog.cli.build",
        "netlog.cli.load_command",
        "netlog.cli.App.__init__",
        "netlog.repository.people.add",
        "netlog.app.write",
    ],
)
def test_ctrl_c_is_said(few: InProcess, place: str) -> None:
    """While the line is read, while it is done, while it is answered: code 130."""
    few.patch.setattr(place, interrupted)
    assert few("add Ann") == (130, "", STOPPED)
    assert few("add Cy --json").error == {
        "code": "interrupted",
        "message": SENTENCE,
        "candidates": [],
        "hint": ADVICE,
    }


def test_ctrl_c_is_said_to_a_terminal(few: InProcess, netlog_process: InItsOwn) -> None:
    """Typed at a question: on a line of its own, and nobody is taken out."""
    terminal, there = pty.openpty()
    words = netlog_process.command("forget", "hal")
    process = begun(words, there, few.home, netlog_process.environment)
    os.close(there)
    asked = b""
    while not asked.endswith(b"Type hal to forget them: "):
        asked += os.read(terminal, 1024)
    process.send_signal(signal.SIGINT)
    said = everything(terminal).rpartition("\r\nnetlog: ")[2]
    assert process.wait() == 130
    assert f"netlog: {said}" == STOPPED.replace("\n", "\r\n")
    assert few("show hal").code == 0


def test_what_is_said_of_an_interrupted_forget_is_true(few: InProcess) -> None:
    """They are in a backup still, until the next command that writes."""
    few("backup")
    with few.patch.context() as patch:
        patch.setattr("netlog.erasure.copies.rewriting", interrupted)
        assert few("forget hal --yes") == (130, "", STOPPED)
    assert few("show hal").code == 3
    (copy,) = (few.home / ".local/state/netlog/backups").glob("*.db")
    assert b"Hal" in copy.read_bytes()
    assert few("log zoe-park").code == 0
    (copy,) = copy.parent.glob("*.db")
    assert b"Hal" not in copy.read_bytes()


@pytest.mark.parametrize(
    "lines",
    [
        ("--json list", "list --json", "--format json list", "list --format json"),
        ("--format csv list", "list --format csv"),
        ("--db {db} list", "list --db {db}", "--db={db} list", "list --db={db}"),
        ("--today 2025-06-20 due", "due --today 2025-06-20", "--today 2025-06-20"),
    ],
)
def test_shared_options_stand_before_or_after(
    few: Netlog, lines: tuple[str, ...]
) -> None:
    """The answer is the same."""
    few("due --today 2025-06-20")
    answers = {few(line.format(db=few.db)) for line in lines}
    assert len(answers) == 1
    assert answers.pop().code == 0


def test_the_option_after_the_command_counts(few: Netlog) -> None:
    """Where both are given, the later one is meant."""
    before = few("due --today 2025-06-20").out
    assert few("--today 2025-06-02 due --today 2025-06-20").out == before


def test_every_command_has_json(few: Netlog) -> None:
    """With its schema's name; the whole of it is one JSON text.

    But for the one that takes keys, which no program presses.
    """
    lines = {
        "add": "Ann", "log": "ann -k call", "intro": "ann --by hal",
        "got": "ann interview", "gave": "ann tip", "thank": "ann",
        "promise": "ann tea", "done": "1", "why": "ann",
        "book": "ann fri", "brief": "ann", "heard": "ann", "note": "ann likes tea",
        "trace": "ann", "yield": "hal", "path": "ann", "report": "coffee",
        "skip": "hal", "snooze": "hal 2w", "rest": "hal",
        "wake": "hal", "show": "hal", "edit": "hal --city X", "rm": "ann",
        "import": "-", "merge": "ann hal --yes", "forget": "ann --yes",
    }  # fmt: skip
    assert few("review --json").error["code"] == "refused"
    for entry in COMMANDS:
        if entry.name == "review":
            continue
        words = lines.get(entry.name, "")
        said = few(f"{entry.name} {words} --json", stdin="Name\nCy Roe\n")
        assert said.code == 0, said.err
        answer = json.loads(said.out)
        assert answer["schema"] == f"netlog.{entry.name}/1"
        assert answer["data"] is not None


def test_the_version(netlog: Netlog) -> None:
    """One line, and no file."""
    assert netlog("--version") == (0, f"netlog {package.__version__}\n", "")
    assert list(netlog.home.iterdir()) == []


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_in_its_panel(netlog: Netlog, option: str) -> None:
    """Panels in their order, each command with its summary."""
    said = netlog(option)
    lines = said.out.splitlines()
    assert said.code == 0
    assert [line[:-1] for line in lines if line[:-1] in PANELS] == list(PANELS)
    listed = [line.split(maxsplit=1) for line in lines if line.startswith("  ")]
    for entry in COMMANDS:
        assert [entry.name, entry.summary] in listed


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_every_command_has_help(netlog: Netlog, name: str) -> None:
    """What it does, and the four options that all commands take."""
    said = netlog(f"{name} --help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: netlog {name}")
    words = said.out.split()
    assert {"--json", "--format", "--db", "--today"} <= set(words)


def test_help_needs_no_database(netlog: Netlog) -> None:
    """Not even a sound one."""
    netlog.db.write_bytes(b"this is no database")
    assert netlog("due --help").code == 0
    assert netlog("due").code == 6


def refusal(said: Ran) -> tuple[int, int, bool]:
    """The code, how many lines it was told in, and whether anything was answered."""
    return said.code, len(said.err.splitlines()), bool(said.out)


def test_a_damaged_file_is_said_to_be_one(few: Netlog) -> None:
    """Exit 6 in a sentence, for those that read and those that write."""
    whole = few.db.read_bytes()
    few.db.write_bytes(whole[: len(whole) // 3])
    for line in ("list", "due", "add Ann", "undo"):
        assert refusal(few(line)) == (6, 2, False)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_another_file_is_not_taken_for_a_database(
    netlog: Netlog, content: bytes
) -> None:
    """Exit 6, and not a byte of it is changed."""
    netlog.db.write_bytes(content)
    for line in ("list", "due", "add Ann", "undo", "import -"):
        assert refusal(netlog(line, stdin="Name\nAnn\n")) == (6, 2, False)
    assert netlog.db.read_bytes() == content


def test_a_newer_database_is_not_touched(few: Netlog) -> None:
    """Exit 6, with the advice to upgrade."""
    with closing(sqlite3.connect(few.db)) as file, file:
        file.execute("UPDATE version SET number = number + 1")
    before = few.db.read_bytes()
    for line in ("list", "due", "add Ann", "undo"):
        said = few(line)
        assert refusal(said) == (6, 2, False)
        assert "pgrade" in said.err
    assert few.db.read_bytes() == before


def test_a_database_in_use_is_waited_for_and_said(
    few: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 6 in a sentence where another one holds it too long."""
    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    with closing(sqlite3.connect(few.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(few("add Ann")) == (6, 2, False)
        assert few("list").code == 0
        other.execute("ROLLBACK")
    assert few("add Ann").code == 0


@pytest.mark.parametrize("line", ["list --db", "export", "import"])
def test_a_name_too_long_for_a_file_is_said(netlog: Netlog, line: str) -> None:
    """It is nothing unforeseen, and nothing was changed before it."""
    netlog("add Ann")
    said = netlog(line, "x" * 5_000)
    assert said.code in {2, 3}
    assert "too long" in said.err
    assert "is kept" not in said.err
