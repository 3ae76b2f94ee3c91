"""The introducer's words: said with intro, add and edit; shown, merged, forgotten."""

import pytest
from tests.commands.said import kept
from tests.running import Netlog, told

WORDS = "you two should meet"
QUOTED = '"you two should meet" (Hal Ortega)'


@pytest.fixture(autouse=True)
def _hal(netlog: Netlog) -> None:
    """Somebody who introduces."""
    told(netlog, "add Hal Ortega", "add Ruth Okafor")


def words(netlog: Netlog, who: str = "dorie") -> list[str]:
    """The words of each introduction of somebody, by day."""
    shown = netlog(f"show {who} --json").data["introductions"]
    return [one["words"] for one in shown]


def test_add_has_them_with_via(netlog: Netlog) -> None:
    """Said back with who said them."""
    said = netlog(f"add Dorie Clark --via Hal --words '{WORDS}'")
    assert said.out == (
        "Added Dorie Clark (dorie-clark), introduced by Hal Ortega, Mon 2 Jun 2025\n"
        f"{QUOTED}\n"
    )
    assert words(netlog) == [WORDS]


@pytest.mark.parametrize("line", ["", "--met", "--via Hal --via Ruth"])
def test_it_must_be_clear_whose_words_they_are(netlog: Netlog, line: str) -> None:
    """Exit 2 without an introducer, and with two."""
    before = kept(netlog.db)
    refused = netlog(f"add Dorie {line} --words x --json")
    assert (refused.code, refused.error["message"]) == (
        2,
        "It is not clear whose words these are.",
    )
    assert kept(netlog.db) == before


def test_intro_has_them_and_keeps_them(netlog: Netlog) -> None:
    """Said again without words they stay; with others these are they."""
    told(netlog, "add Dorie Clark")
    assert netlog(f"intro dorie --by hal --words '{WORDS}'").out == (
        f"Hal Ortega introduced Dorie Clark and me, Mon 2 Jun 2025\n{QUOTED}\n"
    )
    assert QUOTED in netlog("intro dorie --by hal --on yesterday").out
    assert words(netlog) == [WORDS]
    told(netlog, "intro dorie --by hal --words 'call her'", "intro dorie --by ruth")
    assert words(netlog) == ["call her", ""]


def test_what_i_said_is_mine(netlog: Netlog) -> None:
    """An introduction by the user has words too."""
    told(netlog, "add Dorie Clark")
    assert netlog("intro dorie hal --words 'about maps'").out.splitlines()[1] == (
        '"about maps" (me)'
    )


def test_edit_mends_and_clears_them(netlog: Netlog) -> None:
    """By the number of the introduction."""
    told(netlog, f"add Dorie --via Hal --words '{WORDS}'")
    assert netlog("edit --intro 1 --words 'meet her'").out == (
        "Changed introduction 1: Hal Ortega introduced Dorie to me, Mon 2 Jun 2025"
        ' (made): "meet her" (Hal Ortega)\n'
    )
    assert words(netlog) == ["meet her"]
    told(netlog, "edit --intro 1 --words none")
    assert words(netlog) == [""]
    refused = netlog("edit --promise 1 --words x --json")
    assert refused.error["message"] == "A promise has no --words."


def test_show_and_brief_say_whose_they_are(netlog: Netlog) -> None:
    """Below the introduction, on one line."""
    told(netlog, f"add Dorie --via Hal --words '{WORDS}'")
    assert f"(made)\n    {QUOTED}\n" in netlog("show dorie").out
    assert f"          {QUOTED}\n" in netlog("brief dorie").out
    plain = netlog("show dorie --format plain").out
    assert f"Mon 2 Jun 2025 (made)\t{WORDS}\n" in plain


def test_a_trace_is_as_it_was(netlog: Netlog) -> None:
    """Words are no part of the way."""
    told(netlog, "add Dorie --via Hal", "got dorie tip")
    before = netlog("trace dorie --json").data
    told(netlog, "edit --intro 1 --words x")
    assert netlog("trace dorie --json").data == before


def test_undo_takes_them_back(netlog: Netlog) -> None:
    """And redo brings them again."""
    told(netlog, "add Dorie --via Hal --words a", "intro dorie --by hal --words b")
    told(netlog, "undo")
    assert words(netlog) == ["a"]
    told(netlog, "redo")
    assert words(netlog) == ["b"]


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [("a", "", "a"), ("", "b", "b"), ("a", "a", "a"), ("a", "b", "a\nb")],
)
def test_two_who_are_one_lose_no_word(
    netlog: Netlog, first: str, second: str, left: str
) -> None:
    """The words of the second stand after those of the first, each once."""
    told(netlog, "add Dorie Clark --via Hal", "add Dorie C --via Hal")
    for number, said in ((1, first), (2, second)):
        told(netlog, f"edit --intro {number} --words '{said or 'none'}'")
    told(netlog, "merge dorie-clark dorie-c --yes")
    assert words(netlog, "dorie-clark") == [left]
    assert '"' not in netlog("show dorie-clark --json").data["note"]


def test_an_export_brings_them_back(netlog: Netlog) -> None:
    """The same bytes."""
    told(netlog, "add Dorie --via Hal --words 'a \"b\"'", "export one.json")
    told(netlog, "--db new.db import one.json", "--db new.db export two.json")
    one, two = ((netlog.home / name).read_bytes() for name in ("one.json", "two.json"))
    assert one == two
    assert b'"words": "a \\"b\\""' in one


def test_who_is_forgotten_stands_in_nobodys_words(netlog: Netlog) -> None:
    """And the words of whoever is forgotten go with the introduction."""
    told(
        netlog,
        "add Dorie Clark --via Hal --words 'as good as Zoe Martin'",
        "add Zoe Martin --via Ruth --words marvellous",
        "forget zoe-martin --yes --forget-the-forgetting",
    )
    assert words(netlog, "dorie-clark") == ["as good as [forgotten]"]
    left = b"".join(p.read_bytes() for p in netlog.home.rglob("*") if p.is_file())
    assert b"Zoe" not in left
    assert b"marvellous" not in left
    told(netlog, "forget hal-ortega --yes")
    assert words(netlog, "dorie-clark") == []
