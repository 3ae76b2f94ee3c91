"""What holds for the answers of all commands."""

import re

import pytest
from tests.running import Netlog

READING = [
    "due",
    "why hal",
    "why zoe",
    "show hal",
    "show zoe",
    "info",
    "list",
    "history",
]
BACK = {"undo", "redo"}
TYPED = re.compile(r"netlog (?:[a-z]+)(?: (?:[a-z0-9-]+|'[^']*'))*")
ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    for line in (
        "add Hal -k client --every 1w --known",
        "add Zoe --via hal --on 2025-05-01 --promise tea --by wed",
        "log hal -k call --on 2025-05-01 --note hm",
        "log zoe -k call --no-answer",
        "got zoe tip --value 5 --on 2025-05-30",
        "gave hal advice --on 2025-05-30",
    ):
        assert netlog(line).code == 0


@pytest.mark.parametrize("line", READING)
def test_the_same_facts_in_every_format(netlog: Netlog, line: str) -> None:
    """Page, records and JSON answer; each ends in a newline, none is indented oddly."""
    for how in ("page", "plain", "json"):
        said = netlog(f"{line} --format {how}")
        assert (said.code, said.err, said.out[-1]) == (0, "", "\n")
    assert (
        not re.search(r"[ \t]+$", netlog(line).out, re.MULTILINE)
        or "\t" in netlog(line).out
    )


@pytest.mark.parametrize("line", ["due", "why hal", "why zoe", "show hal", "show zoe"])
def test_what_can_be_typed_next_can_be_typed(netlog: Netlog, line: str) -> None:
    """Every command of a page or a record works; placeholders are in capitals."""
    said = netlog(line).out + netlog(f"{line} --format plain").out
    offered = set(TYPED.findall(said))
    assert offered or line.startswith(("why", "show"))
    for one in offered:
        words = one.removeprefix("netlog ")
        if words in BACK or f"{one} --" in said:
            continue
        assert netlog(f"{words} --help").code == 0


@pytest.mark.parametrize("line", ["due", "why zoe", "show hal"])
def test_people_read_days_as_words(netlog: Netlog, line: str) -> None:
    """18 Nov 2026 on a page, ISO in records."""
    assert not ISO.search(netlog(line).out)


def test_uids_are_in_json_and_nowhere_else(netlog: Netlog) -> None:
    """They are for programs that keep track."""
    uid = netlog("show hal --json").data["uid"]
    assert uid == netlog("list --json").data[0]["uid"]
    for line in READING:
        assert uid not in netlog(line).out
