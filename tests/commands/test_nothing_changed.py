"""What changes nothing says so, and undo takes back what was changed last."""

import pytest
from tests.running import Netlog, told

from netlog.commands import COMMANDS

AGAIN = {
    "rest hal": "Hal Ortega rests: netlog wake hal-ortega",
    "snooze hal 2w": "Hal Ortega is not planned before Mon 16 Jun 2025:"
    " netlog wake hal-ortega",
    "skip hal": "Hal Ortega is left out this week: netlog wake hal-ortega",
    "wake hal": "Hal Ortega can be planned: netlog why hal-ortega",
    "book hal fri": "coffee with Hal Ortega, Fri 6 Jun 2025\n"
    "Before it: netlog brief hal-ortega",
    "book hal fri 15 --at Tatte -k lunch": "lunch with Hal Ortega at Tatte,"
    " Fri 6 Jun 2025, 15:00\nBefore it: netlog brief hal-ortega",
    "intro zoe --by hal": "Hal Ortega introduced Zoe and me, Mon 2 Jun 2025",
    "intro zoe hal --state offered": "I named Zoe to Hal Ortega, Mon 2 Jun 2025",
    "intro zoe hal --state met --on sun": "I introduced Zoe and Hal Ortega,"
    " Sun 1 Jun 2025 (met)",
    "note hal keeps bees": "noted of Hal Ortega already: keeps bees",
    "heard hal": "heard from Hal Ortega, Mon 2 Jun 2025",
    "heard zoe --on yesterday": "heard from Zoe, Sun 1 Jun 2025",
    "done 1": "two names, for Hal Ortega, is kept since Mon 2 Jun 2025",
    "done 1 --drop": "two names, for Hal Ortega, is dropped since Mon 2 Jun 2025",
    "edit hal --city Boston --kind client --date met='3 may' --known": "Hal Ortega"
    " (hal-ortega) is so already",
    "edit hal --every 3m": "Hal Ortega (hal-ortega) is so already",
    "edit hal --tag none --note none": "Hal Ortega (hal-ortega) is so already",
    "edit me --city Boston --needs 'a bookkeeper'": "that is kept of you already",
    "edit --touch 1 --on sun --answered": "touch 1: email with Hal Ortega,"
    " Sun 1 Jun 2025",
    "edit --touch 1 --at Tatte --note hello": "touch 1: email with Hal Ortega,"
    " Mon 2 Jun 2025",
    "edit --touch 1 --guess likely": "touch 1: email with Hal Ortega, Mon 2 Jun 2025",
    "edit --promise 1 --by fri": "promise 1: two names, for Hal Ortega,"
    " by Fri 6 Jun 2025",
    "edit --entry 1 --value 5 --from touch:1": "entry 1: gave tip to Hal Ortega, 5,"
    " Mon 2 Jun 2025",
    "edit --intro 1 --words 'you two'": "introduction 1: Hal Ortega introduced"
    ' Zoe to me, Mon 2 Jun 2025 (made): "you two" (Hal Ortega)',
    "edit --booking 1 --hour 9 --at Tatte": "booking 1: coffee with Zoe at Tatte,"
    " Thu 5 Jun 2025, 09:00",
}
"""What is typed twice, and how the second answer goes on."""
ALWAYS = {
    *("add", "log", "got", "gave", "promise", "swap", "thank", "merge", "rm"),
    *("undo", "redo", "forget", "import", "restore", "backup", "demo"),
}
"""What writes whenever it goes well, or counts what it wrote."""
READS = {
    *("brief", "due", "review", "why", "show", "list", "history", "info", "trace"),
    *("yield", "path", "tree", "graph", "balance", "brokers", "report", "export"),
    *("doctor", "schedule"),
}
"""What writes nothing of its own."""


@pytest.fixture(autouse=True)
def _two(netlog: Netlog) -> None:
    told(
        netlog,
        "add Hal Ortega --promise 'two names' --by 2025-06-09 --note shy --tag tall",
        "add Zoe --via hal --city Rome",
        "log hal -k email",
        "gave hal tip",
        "book zoe thu",
    )


@pytest.mark.parametrize("line", AGAIN)
def test_said_again_it_changes_nothing(netlog: Netlog, line: str) -> None:
    """It says so, exits 0, and undo takes back the change of before."""
    if "hal --by" not in line and "zoe --by" in line:
        netlog("rm --intro 1")
    first = netlog(line)
    assert (first.code, "Nothing changed" in first.out) == (0, False), first
    told(netlog, "promise zoe a map")
    before = len(netlog("history --json").data)
    assert netlog(line) == (0, f"Nothing changed: {AGAIN[line]}\n", "")
    assert len(netlog("history --json").data) == before
    assert netlog("undo").out == "Took back: netlog promise zoe a map\n"


def test_every_command_was_thought_of() -> None:
    """Each is walked through above, writes whenever it goes well, or only reads."""
    walked = {line.split()[0] for line in AGAIN}
    assert walked | ALWAYS | READS == {command.name for command in COMMANDS}
    assert not walked & (ALWAYS | READS)


@pytest.mark.parametrize("line", ["heard hal -m hello", "heard hal -k call"])
def test_what_was_heard_is_logged_however_often(netlog: Netlog, line: str) -> None:
    """With a kind or words it is a touch of its own each time."""
    told(netlog, "heard hal")
    assert netlog(line).out.startswith("Logged ")
    assert netlog(line).out.startswith("Logged ")


def test_waking_again_after_a_try_starts_anew(netlog: Netlog) -> None:
    """What was tried since is open, so that there is something to lift."""
    told(netlog, "wake hal", "log hal -k email")
    assert netlog("wake hal").out.startswith("Hal Ortega can be planned again")
    assert netlog("show hal --json").data["open_tries"] == 0
