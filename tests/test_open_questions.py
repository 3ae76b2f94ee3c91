"""What the code does not do yet as the design says it: each is a failing claim."""

import json

import pytest
from tests.running import InItsOwn, Netlog
from tests.test_hostile import PLACES, is_clean


def test_a_failed_first_command_leaves_no_file(netlog: Netlog) -> None:
    """What failed changed nothing: there was no file, and there is none."""
    assert netlog("log Nobody").code == 3
    assert not netlog.db.exists()


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
    missing = netlog_process("show", f"{name} {name}")
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


@pytest.mark.parametrize("kind", ["call", "email", "note"])
def test_a_call_is_no_meeting(netlog: Netlog, kind: str) -> None:
    """Who was only written to was not met by chance: warmth 0, and it says so."""
    netlog("add Hal --today 2025-05-01")
    netlog(f"log hal -k {kind} --on 2025-05-02")
    (pick,) = netlog("due --json").data["new"]
    assert "met by chance" not in pick["text"]
    assert pick["terms"][0]["measure"] == 0
