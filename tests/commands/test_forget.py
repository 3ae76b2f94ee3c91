"""netlog forget: somebody is gone for good, and what is said of it."""

import subprocess
from pathlib import Path

import pytest
from tests.commands.answering import answered
from tests.commands.said import kept
from tests.running import InItsOwn, InProcess, Netlog

BEYOND = """\
Out of reach for netlog
- a first name alone or a nickname, in what you noted of others
- files that you exported, printed or sent, and what cron mailed
- copies made by you or by another program, and cloud or system backups
- the history of your shell, where the name was typed
- blocks of the disk that held a file before it was deleted or written anew
"""
CARDS = """\
Name,Email,Phone
Dorie Clark,other@x.example,
D. C.,dorie@x.example,
Dee Clark,,0049 30 1234
Zoe Pan,zoe@x.example,+49 30 1234
"""

GONE = """\
netlog: They are not there any more.
netlog list shows who is there; netlog add takes in somebody new.
"""
MERGED = """\
netlog: Dorie Clark is one person with alisa-kwan now.
Forget them as a whole: netlog forget alisa-kwan.
"""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """Dorie, whom Alisa introduced; a coffee with both, a promise, a tip."""
    netlog("add Alisa Kwan")
    netlog(
        "add Dorie Clark --via Alisa --email dorie@x.example --phone '+49 30 1234'"
        " --promise 'a book'"
    )
    netlog("log dorie alisa --note 'Dorie has a new house'")
    netlog("got dorie tip")
    (netlog.home / "cards.csv").write_text(CARDS, encoding="utf-8")


def backups(home: Path) -> list[Path]:
    """The copies in the state folder."""
    return sorted((home / ".local/state/netlog/backups").glob("*.db"))


def test_it_says_what_went_and_what_it_cannot_reach(netlog: Netlog) -> None:
    """In a sentence, and a list."""
    ran = netlog("forget dorie --yes")
    said = (
        "Forgot Dorie Clark for ever: 1 touch (1 shared: the others keep it),"
        " 1 introduction, 1 promise, 1 thing given or got; 0 backups cleaned\n"
    )
    assert (ran.code, ran.out, ran.err) == (0, said + BEYOND, "")
    assert netlog("show dorie").code == 3


def test_the_answer_in_json(netlog: Netlog) -> None:
    """How much there was, how many backups were cleaned, and which could not be."""
    data = netlog("forget dorie --yes --json").data
    assert data.pop("beyond") == [line[2:] for line in BEYOND.splitlines()[1:]]
    assert data == {
        "handle": "dorie-clark",
        "name": "Dorie Clark",
        "touches": 1,
        "shared": 1,
        "introductions": 1,
        "promises": 1,
        "entries": 1,
        "backups": 0,
        "unreadable": [],
    }


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 backup cleaned"), (2, "2 backups cleaned")]
)
def test_the_backups_that_were_there_are_counted(
    netlog: Netlog, count: int, said: str
) -> None:
    """The one that is made at the end had nobody to be cleaned of."""
    for _ in range(count):
        assert netlog("backup").code == 0
    first = netlog("forget dorie --yes").out.splitlines()[0]
    assert first.rpartition("; ")[2] == said
    assert len(backups(netlog.home)) == count + 1


def test_history_ends_there_and_goes_on(netlog: Netlog) -> None:
    """Nothing from before it can be undone; undo says why, and history begins anew."""
    netlog("forget dorie --yes")
    (touch,) = netlog("show alisa --json").data["touches"]
    assert touch["note"] == "[forgotten] has a new house"
    refused = (
        "netlog: There is nothing to undo: a forget ended what could be undone before"
        " it.\nnetlog history shows what came since.\n"
    )
    assert netlog("undo")[:3] == (5, "", refused)
    assert netlog("redo").code == 5
    netlog("add Zoe Pan")
    history = netlog("history --format plain").out
    rows = [line.split("\t") for line in history.splitlines()]
    assert [(row[0], *row[2:]) for row in rows] == [
        ("6", "add Zoe Pan", "", ""),
        ("5", "forget", "", "for ever"),
    ]
    assert netlog("undo").out == "Took back: netlog add Zoe Pan\n"
    assert netlog("undo")[:3] == (5, "", refused)
    assert netlog("redo").code == 0


def test_without_a_mark_history_ends_as_well(netlog: Netlog) -> None:
    """That somebody was forgotten is known; nothing else is."""
    netlog("forget dorie --yes --forget-the-forgetting")
    assert "a forget ended what could be undone" in netlog("undo").err


@pytest.mark.parametrize("line", ["forget dorie", "forget dorie --json"])
def test_a_program_must_say_yes(netlog: Netlog, line: str) -> None:
    """Without --yes it is refused, and the option named; nothing is changed."""
    before = kept(netlog.db)
    ran = netlog(line, stdin="dorie-clark\n")
    assert (ran.code, ran.out, "--yes" in ran.err) == (5, "", True)
    assert (kept(netlog.db), backups(netlog.home)) == (before, [])


def test_the_handle_is_typed_again(netlog: Netlog, netlog_process: InItsOwn) -> None:
    """After it is said what goes, and what cannot be reached; anything else is no."""
    before = kept(netlog.db)
    for answer in ("y\n", "Dorie\n", "\n", "\x04"):
        code, said = answered(netlog_process, "forget dorie", answer)
        assert (code, "nobody was forgotten" in said) == (5, True)
        assert "Dorie Clark (dorie-clark) goes for ever; this cannot be undone." in said
        assert "  1 touch (1 shared: the others keep it)\n" in said
        assert "It ends what can be undone: nothing from before it will be." in said
        assert "  what undo could bring back, and all of it in every backup\n" in said
        assert "  the history of your shell" in said
    assert (kept(netlog.db), backups(netlog.home)) == (before, [])
    code, said = answered(netlog_process, "forget dorie", "dorie-clark\n")
    assert (code, "Forgot Dorie Clark for ever" in said) == (0, True)
    assert netlog("show dorie").code == 3


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("forget dorie --yes", 3, GONE),
        ("merge alisa dorie --yes", 5, MERGED),
        ("rm dorie", 0, ""),
        ("edit dorie --handle dc", 0, ""),
        ("log dorie -k call", 0, ""),
    ],
)
def test_they_are_found_again_once_it_is_confirmed(
    netlog: InProcess, line: str, code: int, said: str
) -> None:
    """Another command may have been quicker: what it did counts, and is said.

    Whoever is refused changed nothing more.
    """

    def answered_after(*_: str, chosen: str) -> str:
        del chosen
        assert netlog(line).code == 0
        done.append(kept(netlog.db))
        return "dorie-clark"

    done: list[object] = []
    with netlog.patch.context() as patch:
        patch.setattr("netlog.commands.forget.answer_to", answered_after)
        ran = netlog("forget dorie")
    assert (ran.code, ran.err) == (code, said)
    assert ran.out.startswith("Forgot Dorie Clark for ever: ") == (code == 0)
    assert ([kept(netlog.db)] == done) == (code != 0)
    assert netlog("show dorie").code == 3


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("forget", 2),
        ("forget dorie --list", 2),
        ("forget --verify", 2),
        ("forget --verify dorie --list", 2),
        ("forget dorie --format csv", 2),
        ("forget me --yes", 2),
        ("forget Nobody --yes", 3),
        ("forget 'a' --yes", 0),
    ],
)
def test_it_must_be_clear_who_goes(netlog: Netlog, line: str, code: int) -> None:
    """One person, by whatever names them; nothing is changed otherwise."""
    before = kept(netlog.db)
    assert netlog(line).code == code
    assert (kept(netlog.db) == before) == (code != 0)


def test_two_of_a_name_are_not_guessed(netlog: Netlog) -> None:
    """Exit 4; by the handle one of them goes, and the other keeps the name."""
    netlog("add Dorie Clark --new")
    assert netlog("forget 'Dorie Clark' --yes").code == 4
    assert netlog("forget dorie-clark --yes").code == 0
    assert [one["handle"] for one in netlog("list --json").data] == [
        "alisa-kwan",
        "dorie-clark-2",
    ]


def test_where_there_is_no_database_there_is_nobody(
    netlog: InProcess, tmp_path: Path
) -> None:
    """Refused; and no file is made. One that was named is missed."""
    netlog.patch.setenv("NETLOG_DB", str(tmp_path / "none.db"))
    assert netlog("forget dorie --yes").code == netlog("forget --list").code == 6
    netlog.patch.setenv("NETLOG_DB", "")
    assert netlog("forget dorie --yes").code == 5
    assert netlog("forget --list").out == "Nobody was forgotten, or left a mark.\n"
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("line", ["rm dorie", "undo"])
def test_who_was_taken_out_before_can_be_forgotten(netlog: Netlog, line: str) -> None:
    """By name, handle or otherwise: undo or redo would bring them back."""
    netlog("add Hal Brook --note 'a secret'")
    netlog("rm hal" if line == "rm dorie" else "undo")
    assert netlog("show hal-brook").code == 3
    ran = netlog("forget 'Hal Brook' --yes")
    assert (ran.code, ran.out.split("\n")[0]) == (
        0,
        "Forgot Hal Brook for ever; 0 backups cleaned",
    )
    assert b"a secret" not in netlog.db.read_bytes()
    assert netlog("redo").code == 5
    assert netlog("add Hal Brook").out == "Added Hal Brook (hal-brook)\n"


def test_the_handle_may_be_had_again(netlog: Netlog) -> None:
    """As if there had never been anybody."""
    netlog("forget dorie --yes")
    assert netlog("add Dorie Clark").out == "Added Dorie Clark (dorie-clark)\n"


def test_the_list_says_how_many_and_not_who(netlog: Netlog) -> None:
    """Nobody can tell: what is kept of them is a keyed hash."""
    for who in ("dorie", "alisa"):
        assert netlog(f"forget {who} --yes").code == 0
    ran = netlog("forget --list")
    assert ran.out == "2 forgotten; who they were, nobody can tell.\n"
    assert netlog("forget --list --json").data == {"forgotten": 2}


def test_an_import_leaves_them_out(netlog: Netlog) -> None:
    """By name, by e-mail, by a phone together with a word of the name."""
    netlog("forget dorie --yes")
    ran = netlog("import cards.csv")
    said = "Took in: 1 new, 3 left out, for you forgot them (--forgotten takes them in)"
    assert ran.out.splitlines()[0] == said
    assert [one["handle"] for one in netlog("list --json").data] == [
        "alisa-kwan",
        "zoe-pan",
    ]
    assert netlog("import cards.csv --forgotten").out.startswith("Took in: 3 new, ")


def test_who_is_there_again_is_brought_up_to_date(netlog: Netlog) -> None:
    """Added by hand, they are known once more."""
    netlog("forget dorie --yes")
    netlog("add Dorie Clark")
    data = netlog("import cards.csv --json").data
    whats = [(one["what"], one["name"]) for one in data["records"]]
    assert whats[:2] == [("filled", "Dorie Clark"), ("forgotten", "D. C.")]


def test_the_forgetting_can_be_forgotten(netlog: Netlog) -> None:
    """No mark is kept, nor one from before; an import brings them back."""
    netlog("forget dorie --yes")
    netlog("add Dorie Clark --email dorie@x.example --phone '+49 30 1234'")
    assert netlog("forget dorie --yes --forget-the-forgetting").code == 0
    assert netlog("forget --list --json").data == {"forgotten": 0}
    assert netlog("import cards.csv").out.startswith("Took in: 4 new\n")


def test_a_backup_that_cannot_be_read_is_named(netlog: Netlog) -> None:
    """Exit 6: the rest is done, and once it is deleted the next command ends it."""
    netlog("backup")
    (copy,) = backups(netlog.home)
    copy.write_bytes(b"dorie-clark")
    ran = netlog("forget dorie --yes")
    trouble = f"{copy.name} cannot be read, and may hold them; delete it."
    assert (ran.code, ran.out.startswith("Forgot Dorie Clark")) == (6, True)
    assert f"They are gone from the database, but {trouble}" in ran.err
    again = netlog("add Zoe Pan")
    assert again.err == f"netlog: A forget is not finished: {trouble}\n"
    copy.unlink()
    assert netlog("log alisa -k call").err == ""
    assert netlog("forget --verify dorie-clark").code == 0


def test_verify_says_what_is_the_users_own(netlog: Netlog) -> None:
    """A name in the config is said, and is no fault of netlog's."""
    config = netlog.home / ".config/netlog/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("# for dorie-clark\n", encoding="utf-8")
    netlog("forget dorie --yes")
    ran = netlog("forget --verify dorie-clark")
    assert (ran.code, ran.out) == (0, f"{config}: dorie-clark, 1 time\n")


def test_where_the_rest_cannot_be_cleaned_it_is_said_what_was_done(
    netlog: InProcess,
) -> None:
    """Exit 6, but they are gone; and the next command goes on with it."""
    netlog("backup")
    with netlog.patch.context() as patch:
        patch.setattr("netlog.backups.make.copyfile", _full)
        ran = netlog("forget dorie --yes")
    said = "They are gone from the database, but not from every backup yet: "
    assert (ran.code, ran.out, said in ran.err) == (6, "", True)
    assert netlog("show dorie").code == 3
    assert netlog("forget --verify dorie-clark").code == 6
    assert netlog("doctor --fix --json").data["mended"]
    assert netlog("forget --verify dorie-clark").code == 0


def test_doctor_does_not_call_finished_what_is_left(netlog: InProcess) -> None:
    """A word of theirs in no row: it is looked for again, until it is nowhere."""
    with netlog.patch.context() as patch:
        patch.setattr("netlog.erasure.forget.is_left", lambda *_: True)
        ran = netlog("forget dorie --yes")
        again = netlog("doctor --fix")
    trouble = "something of them is in netlog.db."
    assert (ran.code, again.code) == (6, 6)
    assert ran.err.splitlines()[0] == (
        f"netlog: They are gone from the database, but {trouble}"
    )
    assert again.err.splitlines()[0] == f"netlog: A forget is not finished: {trouble}"
    assert "was finished" not in again.out
    finished = netlog("doctor --fix")
    assert (finished.code, finished.err) == (0, "")
    assert "  What was left of a forget was finished." in finished.out
    assert netlog("forget --verify dorie-clark").code == 0


def test_an_export_after_a_forget_comes_in_and_goes_out_the_same(
    netlog: Netlog,
) -> None:
    """Of the import that somebody came by nothing is left; there it is another one."""
    (netlog.home / "people.csv").write_text("Full Name\nBo Cee\n", encoding="utf-8")
    for line in ("import people.csv", "forget dorie --yes", "export one.json"):
        assert netlog(line).code == 0
    for line in ("import one.json", "export two.json"):
        assert netlog(f"--db new.db {line}").code == 0
    one, two = ((netlog.home / f"{name}.json").read_bytes() for name in ("one", "two"))
    assert (one == two, b"people.csv" in one) == (True, False)
    assert netlog("--db new.db undo").code == 0
    assert netlog("--db new.db list --json").data == []


def test_a_copy_that_goes_out_keeps_no_note_of_whom_a_kill_left(
    netlog: InProcess, netlog_process: InItsOwn
) -> None:
    """Nobody could clean it there: what is unfinished is finished first."""
    with netlog.patch.context() as patch:
        patch.setattr("netlog.erasure.copies.sweep", _full)
        assert netlog("forget dorie --yes").code == 6
    assert b"dorie-clark" in netlog.db.read_bytes()
    done = subprocess.run(
        netlog_process.command("backup", "--stdout"),
        env=netlog_process.environment, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"SQLite format 3")
    assert b"dorie-clark" not in done.stdout


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")
