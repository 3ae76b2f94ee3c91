"""netlog intro: who introduced whom."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog


@pytest.fixture(autouse=True)
def _three(netlog: Netlog) -> None:
    """Three people who can be brought together."""
    for name in ("Alisa", "Dorie", "Zoe Martin"):
        netlog(f"add {name}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Dorie --by Alisa", "Alisa introduced Dorie and me, Mon 2 Jun 2025"),
        ("Dorie me --by Alisa", "Alisa introduced Dorie and me, Mon 2 Jun 2025"),
        ("Dorie Zoe --on sun", "I introduced Dorie and Zoe Martin, Sun 1 Jun 2025"),
        ("Dorie Zoe --by me", "I introduced Dorie and Zoe Martin, Mon 2 Jun 2025"),
        (
            "Dorie Zoe --by Alisa --on 2025-W10",
            "Alisa introduced Dorie and Zoe Martin, Mon 3 Mar 2025",
        ),
        (
            "Dorie --by Alisa --state offered",
            "Alisa named Dorie to me, Mon 2 Jun 2025",
        ),
        (
            "Dorie --by Alisa --state met",
            "Alisa introduced Dorie and me, Mon 2 Jun 2025 (met)",
        ),
        (
            "Dorie --by Alisa --state dropped",
            "Alisa introduced Dorie and me, Mon 2 Jun 2025 (dropped)",
        ),
    ],
)
def test_who_introduced_whom_is_said_back(netlog: Netlog, line: str, said: str) -> None:
    """The three, the resolved day, and the state where it is not the usual one."""
    assert netlog(f"intro {line}") == (0, f"{said}\n", "")


def test_said_again_it_is_brought_up_to_date(netlog: Netlog) -> None:
    """One per introducer and pair, whatever the order; without a day it keeps it."""
    netlog("intro Dorie Zoe --on 2025-05-01")
    assert netlog("intro Zoe Dorie --state met").out == (
        "Brought up to date: I introduced Zoe Martin and Dorie, Thu 1 May 2025 (met)\n"
    )
    (made,) = netlog("show dorie --json").data["introductions"]
    assert (made["introduction"], made["state"]) == (1, "met")


def test_another_introducer_makes_another_introduction(netlog: Netlog) -> None:
    """Alisa's is one, mine is another."""
    netlog("intro Dorie Zoe")
    netlog("intro Dorie Zoe --by Alisa")
    assert len(netlog("show dorie --json").data["introductions"]) == 2


def test_an_in_person_touch_makes_it_met(netlog: Netlog) -> None:
    """A coffee with somebody introduced to me: the introduction is met."""
    netlog("intro Dorie --by Alisa")
    netlog("log Dorie -k email")
    (made,) = netlog("show dorie --json").data["introductions"]
    assert made["state"] == "made"
    netlog("log Dorie")
    (made,) = netlog("show dorie --json").data["introductions"]
    assert made["state"] == "met"


def test_nobody_is_there_yet(netlog: Netlog) -> None:
    """--new adds all who are missing in the same change, and none without it."""
    before = kept(netlog.db)
    assert netlog("intro Ann --by Ben").code == 3
    assert kept(netlog.db) == before
    assert netlog("intro Ann --by Ben --new").out == (
        "Ben introduced Ann and me, Mon 2 Jun 2025\n"
    )
    netlog("undo")
    assert kept(netlog.db) == before


@pytest.mark.parametrize(
    "line",
    [
        "Dorie",
        "Dorie dorie",
        "Dorie Alisa --by Dorie",
        "Dorie me --by me",
        "me --by Dorie",
        "Dorie --by Alisa --state sent",
        "Dorie --by Alisa --on tomorrow",
    ],
)
def test_what_cannot_be_meant_changes_nothing(netlog: Netlog, line: str) -> None:
    """Exit 2 for one person alone, two who are one, or an introducer who is one."""
    before = kept(netlog.db)
    assert netlog(f"intro {line}").code == 2
    assert kept(netlog.db) == before


def test_the_answer_in_json(netlog: Netlog) -> None:
    """The introduction with its three, and whether it was there."""
    said = netlog("intro Dorie --by Alisa --inbound --on sun --json")
    assert without_uids(said.data) == {
        "introduction": 1,
        "date": "2025-06-01",
        "state": "made",
        "inbound": True,
        "words": "",
        "introducer": person("alisa", "Alisa"),
        "people": [person("dorie", "Dorie"), person("me", "me")],
        "updated": False,
    }


def test_an_introduction_leads_to_the_pick(netlog: Netlog) -> None:
    """Whom a friend introduced 62 days ago is the coffee of the week."""
    netlog("intro Dorie --by Alisa --on 2025-04-01")
    (pick,) = netlog("due --json").data["new"]
    assert (pick["handle"], pick["text"]) == (
        "dorie",
        "introduced by Alisa 62 days ago",
    )
