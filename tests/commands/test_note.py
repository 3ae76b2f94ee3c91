"""netlog note: something more that is known of somebody."""

from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


def test_it_adds_to_what_is_known(netlog: Netlog) -> None:
    """On a line of its own, and as no contact; no name needs quotes."""
    told(netlog, "add Dorie Clark --note 'likes the sea'")
    assert netlog("note Dorie Clark keeps bees in Lowell") == (
        0,
        "Noted of Dorie Clark: keeps bees in Lowell\n",
        "",
    )
    shown = netlog("show dorie --json").data
    assert shown["note"] == "likes the sea\nkeeps bees in Lowell"
    assert (shown["touches"], shown["last_contact"]) == ([], None)


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Of whom, and all that is known."""
    told(netlog, "add Hal", "note hal one")
    assert without_uids(netlog("note hal two --json").data) == {
        "person": person("hal", "Hal"),
        "note": "one\ntwo",
    }


def test_words_that_say_nothing_are_refused(netlog: Netlog) -> None:
    """And nobody is made up: not a row is changed."""
    told(netlog, "add Hal")
    before = kept(netlog.db)
    assert [netlog(f"note {line}").code for line in ("hal ' '", "Zoe tea")] == [2, 3]
    assert kept(netlog.db) == before


def test_undo_takes_it_back(netlog: Netlog) -> None:
    """It is a change like any other."""
    told(netlog, "add Hal --note shy", "note hal tall", "undo")
    assert netlog("show hal --json").data["note"] == "shy"
