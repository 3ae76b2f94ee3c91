"""netlog merge: one person from two."""

import os
import pty
from typing import Any

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import InItsOwn, Netlog, told
from tests.screen import begun

LOST = (
    "org Beta; Alisa Kwan introduced Dorie Clark to me, Tue 1 Apr 2025 (met); Alisa"
    " Kwan introduced Dorie Clark and Dorie C., Fri 2 May 2025 (met); Dorie Clark"
    " introduced Dorie C. to me, Fri 30 May 2025 (made); referred by entry 2"
)
"""What the two had of which there can be one, and what would lead to themselves."""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """Dorie twice, with something of everything; Alisa knows her as both."""
    told(
        netlog,
        "add Alisa Kwan",
        "add Dorie Clark --via alisa --on 2025-04-01 --org Acme --tag tea --phone 0123",
        "add Dorie C. --via alisa --on 2025-03-01 --org Beta --city Boston --tag Tea",
        "edit dorie-c --note 'met at the fair' --every 2m --birthday 21may",
        "edit dorie-c --email d@c.example",
        "add Zoe --via 'Dorie C.' --on 2025-04-02",
        "log dorie-clark dorie-c zoe --on 2025-05-20",
        "log dorie-c -k call --on 2025-05-28",
        "promise dorie-c tea --by fri",
        "got dorie-c client the workshop --value 1800 --on 2025-05-29",
        "got dorie-clark referral --who dorie-c --on 2025-05-30",
        "intro dorie-clark dorie-c --by alisa --on 2025-05-02",
        "thank dorie-c",
        "skip dorie-c",
    )


def shown(netlog: Netlog) -> Any:
    """What is known of Dorie."""
    return netlog("show dorie-clark --json").data


def test_the_first_stays_and_has_all_of_the_second(netlog: Netlog) -> None:
    """What there can be one of is the first's own; what they had not is filled in."""
    said = netlog("merge dorie-clark dorie-c --yes")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Merged Dorie C. (dorie-c) into Dorie Clark (dorie-clark): 2 touches,"
        " 2 introductions, 1 promise, 1 entry and 3 details\n"
        f"Kept in the note: {LOST}\n"
        "netlog undo makes them two again\n"
    )
    dorie = shown(netlog)
    assert (dorie["org"], dorie["city"], dorie["every"]) == ("Acme", "Boston", "2m")
    assert dorie["birthday"] == "--05-21"
    assert dorie["note"] == f"met at the fair\nOf Dorie C. (dorie-c): {LOST}"
    assert [touch["date"] for touch in dorie["touches"]] == ["2025-05-20", "2025-05-28"]
    assert [one["date"] for one in dorie["introductions"]] == [
        "2025-03-01",
        "2025-04-02",
    ]
    assert [one["text"] for one in dorie["promises"]] == ["tea"]
    assert [one["entry"] for one in dorie["entries"]] == [1, 2]
    assert (dorie["tag"], dorie["alias"]) == (["tea"], ["Dorie C."])
    assert dorie["last_contact"] == "2025-05-28"


def test_the_second_is_nobody_any_more(netlog: Netlog) -> None:
    """Their name finds the first; their handle is kept for nobody."""
    netlog("merge dorie-clark dorie-c --yes")
    assert netlog("show 'Dorie C.' --json").data["handle"] == "dorie-clark"
    assert netlog("show d@c.example --json").data["handle"] == "dorie-clark"
    assert "dorie-clark" in netlog("show dorie-c").err
    assert netlog("add Other --handle dorie-c").code == 5
    assert [one["handle"] for one in netlog("list --json").data] == [
        "alisa-kwan",
        "dorie-clark",
        "zoe",
    ]


def test_the_plan_knows_one_person(netlog: Netlog) -> None:
    """Skipped as either, thanked as either, owed to as either."""
    netlog("merge dorie-clark dorie-c --yes")
    due = netlog("due --json").data
    assert [one["handle"] for one in due["promises"]] == ["dorie-clark"]
    assert "dorie-clark" not in {one["handle"] for one in due["new"]}
    assert [row[3] for row in kept(netlog.db)["thank"] if row[4]] == [3]
    assert netlog("skip dorie-clark").out.startswith("Nothing changed: ")


def test_what_came_of_either_came_of_the_one(netlog: Netlog) -> None:
    """What was one beside the other stands in one place, with all that followed."""
    netlog("merge dorie-clark dorie-c --yes")
    assert netlog("tree alisa").out == (
        "Whom Alisa Kwan brought\n\n"
        "Alisa Kwan\n"
        "└ Dorie Clark, 1 Mar 2025 ✓ client “the workshop”, 1,800"
        " and 1 more outcome\n"
        "  └ Zoe, 2 Apr 2025\n"
    )


def test_undo_makes_them_two_again(netlog: Netlog) -> None:
    """Row for row; and redo makes them one."""
    before = kept(netlog.db)
    netlog("merge dorie-clark dorie-c --yes")
    after = kept(netlog.db)
    assert netlog("undo").code == 0
    assert kept(netlog.db) == before
    netlog("redo")
    assert kept(netlog.db) == after


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who is who, how much there was, and what is in words alone by now."""
    data = without_uids(netlog("merge dorie-clark dorie-c --yes --json").data)
    assert data["person"] == person("dorie-clark", "Dorie Clark")
    assert data["gone"] == person("dorie-c", "Dorie C.")
    assert data["moved"] == {
        "touches": 2,
        "introductions": 2,
        "promises": 1,
        "entries": 1,
        "details": 3,
        "bookings": 0,
    }
    assert [(one["introduction"], one["into"]) for one in data["joined"]] == [(2, 1)]
    assert [one["introduction"] for one in data["dropped"]] == [5, 4]
    assert "; ".join(data["noted"]) == LOST


def test_names_need_no_quotes(netlog: Netlog) -> None:
    """As everywhere: the words of a whole name are one name."""
    said = netlog("merge Dorie Clark Dorie C. --yes --json").data
    assert (said["person"]["handle"], said["gone"]["handle"]) == (
        "dorie-clark",
        "dorie-c",
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("merge dorie-clark dorie-clark", 2),
        ("merge dorie-clark 'Dorie Clark'", 2),
        ("merge dorie-clark me", 2),
        ("merge me dorie-clark", 2),
        ("merge dorie-clark", 2),
        ("merge Dorie Clark", 2),
        ("merge alisa zoe dorie-c", 2),
        ("merge dorie-clark nobody", 3),
        ("merge dorie zoe", 4),
    ],
)
def test_who_cannot_be_one_is_told(netlog: Netlog, line: str, code: int) -> None:
    """Somebody with themselves, the user, somebody who is not there."""
    before = kept(netlog.db)
    assert netlog(f"{line} --yes").code == code
    assert kept(netlog.db) == before


def test_where_nobody_can_be_asked_it_needs_to_be_said(netlog: Netlog) -> None:
    """Exit 5, with the option; a pipe that says yes is not asked."""
    before = kept(netlog.db)
    said = netlog("merge dorie-clark dorie-c", stdin="y\n")
    assert (said.code, said.out, "--yes" in said.err) == (5, "", True)
    assert kept(netlog.db) == before


@pytest.mark.parametrize(("typed", "people"), [("y\n", 3), ("n\n", 4), ("\n", 4)])
def test_on_a_terminal_both_are_shown_first(
    netlog: Netlog, netlog_process: InItsOwn, typed: str, people: int
) -> None:
    """Enough of each to see whether they are one; only yes is yes."""
    ours, theirs = pty.openpty()
    words = netlog_process.command("merge", "dorie-clark", "dorie-c")
    more = {"TERM": "dumb", **netlog_process.environment}
    with begun(words, theirs, netlog_process.home, more) as command:
        os.close(theirs)
        said = until(ours, b"[y/N] ")
        os.write(ours, typed.encode())
        until(ours, b"")
    assert "Stays: Dorie Clark (dorie-clark), Acme, 0123, 1 touch" in said
    assert "Goes: Dorie C. (dorie-c), Beta, Boston, d@c.example, 2 touches" in said
    assert command.returncode == (0 if people == 3 else 5)
    assert len(netlog("list --json").data) == people


def test_what_was_agreed_to_is_done(netlog: Netlog, netlog_process: InItsOwn) -> None:
    """Whoever is called so by the time of the answer: those who were shown are one."""
    ours, theirs = pty.openpty()
    words = netlog_process.command("merge", "Dorie Clark", "Dorie C.")
    with begun(words, theirs, netlog_process.home, netlog_process.environment):
        os.close(theirs)
        until(ours, b"[y/N] ")
        netlog("edit dorie-clark --name Dodo")
        netlog("add Dorie Clark --new")
        os.write(ours, b"y\n")
        until(ours, b"")
    dodo = shown(netlog)
    assert (dodo["name"], dodo["alias"]) == ("Dodo", ["Dorie C."])


def until(terminal: int, end: bytes) -> str:
    """What is said on a terminal up to some words, or to the end."""
    said = b""
    while not (end and said.endswith(end)):
        try:
            said += os.read(terminal, 1024)
        except OSError:
            break
    return said.decode()


def test_the_other_name_is_known_from_then_on(netlog: Netlog) -> None:
    """Whoever adds them again is told that they are there."""
    netlog("merge dorie-clark dorie-c --yes")
    said = netlog("add", "Dorie C.")
    assert (said.code, "seems to be there already: dorie-clark" in said.err) == (
        5,
        True,
    )
    assert netlog("show", "Dorie C.").out == netlog("show dorie-clark").out


def test_what_both_have_stands_there_once(netlog: Netlog) -> None:
    """One presence at a touch where both were, one tag, one note."""
    netlog("edit dorie-clark --note 'met at the fair' --org Beta")
    netlog("merge dorie-clark dorie-c --yes")
    rows = kept(netlog.db)
    assert [row[2:] for row in rows["presence"] if row[3] == 3] == [
        (touch, 3, "yes", None, None) for touch in (1, 2)
    ]
    assert shown(netlog)["note"].count("met at the fair") == 1
    assert "org" not in shown(netlog)["note"]


def test_nothing_is_noted_where_nothing_would_be_lost(netlog: Netlog) -> None:
    """Somebody who is only a name."""
    netlog("add Zoé P.")
    assert netlog("merge zoe zoe-p --yes").out == (
        "Merged Zoé P. (zoe-p) into Zoe (zoe)\nnetlog undo makes them two again\n"
    )
    assert netlog("show zoe --json").data["note"] == ""
