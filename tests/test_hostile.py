"""Names from the world: nothing of them is run, and nothing of them is lost."""

import json
import re
import subprocess
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.commands.said import kept
from tests.running import InItsOwn, Netlog, Ran
from tests.screen import shown

SHOWING = ["list", "due", "history", "list --json", "due --json", "history --json",
           "list --format csv", "due --format plain", "due --all"]  # fmt: skip
# What is typed, and the name that is left of it.
HOSTILE = [
    ("Ann\x1b[31m Red\x1b[0m", "Ann[31m Red[0m"),
    ("Ann \x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", None),
    ("Ann \x1b]52;c;ZXZpbA==\x07", "Ann ]52;c;ZXZpbA=="),
    ("Ann\x9b31m C1", None),
    ("Ann\u202egnp.exe", "Anngnp.exe"),
    ("Ann \u2066hidden\u2069", "Ann hidden"),
    ("Ann\u200bZero \ufeffWidth", "AnnZero Width"),
    ("Ann\r\nBcc: all", "Ann Bcc: all"),
    ("Ann\bX\x7f", "AnnX"),
    ("Ann\u2028Separated\u2029Lines", "Ann Separated Lines"),
    ("Ann [bold]Work[/bold] [/b]", "Ann [bold]Work[/bold] [/b]"),
    ("[/]", "[/]"),
    ("[link=http://evil.example]Ann[/link]", "[link=http://evil.example]Ann[/link]"),
    ("Ann :smiley: [red]", "Ann :smiley: [red]"),
    ("$(touch x) `touch x`; touch x", "$(touch x) `touch x`; touch x"),
    ("-rf --force", "-rf --force"),
    ("=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"),
    ("@SUM(1+1)", "@SUM(1+1)"),
    ("+1 Ann", "+1 Ann"),
    ("%s %n {0} {name}", "%s %n {0} {name}"),
    ("'; DROP TABLE person; --", "'; DROP TABLE person; --"),
    ('Ann "the" \\ Lee', 'Ann "the" \\ Lee'),
    ("A" * 10_000, "A" * 10_000),
    ("Word " * 2_000, ("Word " * 2_000).strip()),
]
# What real names need, and keep.
REAL = [
    "王小明",
    "Мария Петрова",
    "Øyvind Ångström",
    "Łukasz Źrebię",
    "محمد علي",
    "שרה כהן",
    "नरेन्द्र मोदी",
    "Nguyễn Thị Hồng",
    "می\u200cخواهم",  # noqa: RUF001 (a real name)
    "👩\u200d🚀 Sally Ride",
    "Zoë e\u0301clair",
    "İstanbul Işık",  # noqa: RUF001 (a real name)
    "D'Angelo O\u2019Brien",
    "Jean-Luc",
    "𝒥𝑜𝒽𝓃",  # noqa: RUF001 (a real name)
]
PLACES = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ascii": {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    "latin-1": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    "utf-8": {"LC_ALL": "C.UTF-8"},
}


def is_clean(text: str) -> bool:
    """No control but tab and newline, nothing invisible but the two joiners."""
    return all(
        char in "\t\n\u200c\u200d"
        or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        for char in text
    )


def added(netlog: Netlog, name: str) -> Ran:
    """Somebody of that name, met today, so that the plan has them."""
    return netlog("add --met --json --", name)


@pytest.mark.parametrize(("typed", "name"), HOSTILE)
def test_nothing_of_a_name_is_obeyed(
    netlog: Netlog, typed: str, name: str | None
) -> None:
    """No control or bidi character comes in; markup and shell code are just text."""
    said = added(netlog, typed)
    assert said.code == 0
    person = said.data["person"]
    assert name is None or person["name"] == name
    assert is_clean(person["name"])
    assert re.fullmatch("[a-z0-9-]{1,60}", person["handle"])
    for line in [*SHOWING, f"show {person['handle']}", f"why {person['handle']}"]:
        shows = netlog(line)
        assert shows.code == 0, line
        assert is_clean(shows.out), line
    assert not (netlog.home / "x").exists()


@pytest.mark.parametrize("name", REAL)
def test_what_real_names_need_stays(netlog: Netlog, name: str) -> None:
    """Combining marks, joiners and right-to-left letters, through every format."""
    whole = unicodedata.normalize("NFC", name)
    assert added(netlog, name).data["person"]["name"] == whole
    handle = netlog("list --json").data[0]["handle"]
    for line in ("list", "due", "list --format csv", "due --format plain"):
        assert whole in netlog(line).out
    assert netlog("show --json", name).data["handle"] == handle
    assert netlog("list --json").data[0]["name"] == whole


@pytest.mark.parametrize("field", ["--org", "--role", "--city", "--note", "--tag",
                                   "--likes", "--needs", "--offers", "--at",
                                   "--promise", "--phone", "--url"])  # fmt: skip
def test_every_other_field_is_clean_too(netlog: Netlog, field: str) -> None:
    """Whatever is typed anywhere comes out without controls."""
    said = netlog("add Ann --met", field, "a\x1b[2J\u202eb\x9b [/b] :smiley:\x00c")
    assert said.code == 0
    for line in [*SHOWING, "show ann", "show ann --json", "why ann"]:
        shows = netlog(line)
        assert (shows.code, is_clean(shows.out)) == (0, True), line


@pytest.mark.parametrize(
    "line",
    ["got ann tip", "gave ann tip", "log ann --got", "log ann --gave", "add Bo --gave"],
)
def test_what_was_given_and_got_is_clean_too(netlog: Netlog, line: str) -> None:
    """As words after the kind, or behind its colon."""
    text = "a\x1b[2J\u202eb\x9b [/b] :smiley:\x00c\nd"
    netlog("add Ann")
    said = netlog(line, f"tip:{text}" if line[-2:] != "ip" else text)
    assert (said.code, is_clean(said.out)) == (0, True)
    for shows in [*SHOWING, "show ann", "show ann --json", "why ann", "thank ann"]:
        assert is_clean(netlog(shows).out), shows


def test_a_note_keeps_its_lines(netlog: Netlog) -> None:
    """In JSON; in a pipe it is one line."""
    netlog("add Ann --note", "one\ntwo\x1b[0m\n\nthree")
    assert netlog("show ann --json").data["note"] == "one\ntwo[0m\n\nthree"
    (line,) = [one for one in netlog("show ann").out.splitlines() if "note: " in one]
    assert line == "  note: one two[0m three"


def test_a_cell_that_a_spreadsheet_would_run(netlog: Netlog) -> None:
    """In CSV a quote goes before it; the importer takes it off again."""
    typed = ["+Ann", "-Bo", "=Cy", "@Di"]
    for name in typed:
        added(netlog, name)
    table = netlog("list --format csv").out
    cells = [line.split(",")[1] for line in table.splitlines()[1:]]
    assert sorted(cells) == [f"'{name}" for name in typed]
    netlog("import - --db other.db", stdin=table)
    names = [one["name"] for one in netlog("list --json --db other.db").data]
    assert sorted(names) == typed


def test_a_name_that_begins_with_a_hyphen_needs_two(netlog: Netlog) -> None:
    """Without -- it is an option that is not there: exit 2, and nobody is added."""
    assert netlog("add -rf").code == 2
    assert netlog("add -- -rf").out == "Added -rf (rf)\n"
    assert netlog("show rf").code == 0
    assert netlog("show -- -rf").code == 0


@pytest.mark.parametrize(("typed", "name"), HOSTILE)
def test_a_file_brings_nothing_in_either(
    netlog: Netlog, typed: str, name: str | None
) -> None:
    """A card and a table with such a name: it comes in clean, or is reported."""
    del name
    quoted = typed.replace('"', '""')
    for text in (
        f"BEGIN:VCARD\nFN:{typed}\nORG:{typed}\nNOTE:{typed}\nEND:VCARD\n",
        f'Name,Company\n"{quoted}","{quoted}"\n',
    ):
        said = netlog("import - --json", stdin=text)
        assert said.code == 0
        assert is_clean(said.out)
    for line in SHOWING:
        assert is_clean(netlog(line).out)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_in_any_locale(
    netlog: Netlog, netlog_process: InItsOwn, place: dict[str, str]
) -> None:
    """C, ascii, latin-1: no crash, no control; what cannot be written is escaped."""
    for name in [*REAL, *(typed for typed, _ in HOSTILE if len(typed) < 200)]:
        added(netlog, name)
    del netlog_process.environment["LANG"]
    netlog_process.environment |= place
    for line in ("list", "due --all", "history", "list --json", "list --format csv"):
        done = run_as_bytes(netlog_process, line)
        assert done.code == 0, done.err
        assert is_clean(done.out)
        if line != "history":
            assert "Jean-Luc" in done.out
            assert ("\\u738b" in done.out) is (place["LC_ALL"] != "C.UTF-8")


def run_as_bytes(netlog: InItsOwn, line: str) -> Ran:
    """The answer as bytes, read as Latin-1 where it is no UTF-8."""
    done = subprocess.run(
        netlog.command(*line.split()),
        capture_output=True,
        check=False,
        env=netlog.environment,
    )
    try:
        out = done.stdout.decode()
    except UnicodeDecodeError:
        out = done.stdout.decode("latin-1")
    return Ran(done.returncode, out, done.stderr.decode("utf-8", "replace"))


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_bytes_that_are_no_text(
    netlog_process: InItsOwn, place: dict[str, str]
) -> None:
    """A lone byte in an argument: the rest comes in, without a traceback."""
    del netlog_process.environment["LANG"]
    netlog_process.environment |= place
    name = b"Ann \xff\xfe Lee".decode("utf-8", "surrogateescape")
    said = netlog_process("add", name)
    assert (said.code, "Traceback" in said.err) == (0, False)
    assert is_clean(netlog_process("list --json").out)
    missing = netlog_process("show", f"Bo {name}")
    assert (missing.code, "Traceback" in missing.err) == (3, False)
    assert len(netlog_process("history").out.splitlines()) == 1


@pytest.mark.parametrize("char", ["\x9b", "\x7f", "\u202e", "\u2066", "\u200b"])
def test_json_has_no_control_either(netlog: Netlog, char: str) -> None:
    """The command in the journal, as it was typed: escaped, not sent."""
    netlog("add Ann --note", f"a{char}b")
    for line in ("history --json", "undo --json", "redo --json"):
        said = netlog(line).out
        assert is_clean(said)
        assert json.loads(said)


@pytest.mark.parametrize(
    "words", [("\x1b[2J",), ("due", "--\u202ex"), ("due", "--format", "\x9bx"),
              ("done", "\x1b[2J"), ("show", "\x1b[2J\x9bz"),
              ("--db", "\x1b[2J", "list"),
              ("import", "\x1b]0;x\x07"), ("list", "x=\x1b[2J"), ("--today", "\x9b")],
)  # fmt: skip
def test_an_error_sends_no_control(netlog: Netlog, words: tuple[str, ...]) -> None:
    """What was typed wrongly is repeated clean, in words and in JSON."""
    for more in ((), ("--json",)):
        said = netlog("", *words, *more)
        assert said.code in {2, 3, 6}
        assert is_clean(said.err)


@pytest.mark.parametrize("width", [80, 40])
def test_on_a_terminal(netlog: Netlog, netlog_process: InItsOwn, width: int) -> None:
    """Markup stands as it was typed, and no escape but those of the styles is sent."""
    typed = [
        "[/b] [link=http://evil.example]",
        ":smiley: [bold]Ann",
        "\x1b]52;c;eA==\x07 Z",
    ]
    for name in typed:
        added(netlog, name)
    for command in ("list", "due", "history", "show smiley-bold-ann"):
        page = shown(netlog_process, *command.split(), width=width)
        assert page.code == 0
        codes = re.findall(r"\x1b(.[0-9;]*.?)", page.sent)
        assert [code for code in codes if not re.fullmatch(r"\[[0-9;]*m", code)] == []
        controls = set(page.sent) - set("\r\n\x1b")
        assert [c for c in controls if unicodedata.category(c) in {"Cc", "Cf"}] == []
    words = shown(netlog_process, "show", "smiley-bold-ann", width=width).lines[0]
    assert words == ":smiley: [bold]Ann (smiley-bold-ann)"


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_is_a_name_or_refused(netlog: Netlog, name: str, note: str) -> None:
    """Whatever is typed: it comes in clean, or nothing comes in at all."""
    netlog.db.unlink(missing_ok=True)
    said = netlog("add --new --json --note", note, "--", name)
    assert said.code in {0, 2}
    if said.code:
        assert not netlog.db.exists() or len(kept(netlog.db)["person"]) == 1
        return
    assert is_clean(said.data["person"]["name"])
    for line in ("list", "list --json", "history", "due"):
        shows = netlog(line)
        assert (shows.code, is_clean(shows.out)) == (0, True)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_command_line_is_answered(netlog: Netlog, words: list[str]) -> None:
    """Any words at all: an exit code of ours, and never an exception."""
    for command in ("", "log", "show", "list", "promise", "snooze", "intro", "edit"):
        said = netlog(command, *words)
        assert said.code in {0, 2, 3, 4, 5, 6}
        assert is_clean(said.out)
        assert is_clean(said.err)
