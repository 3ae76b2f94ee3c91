"""What is typed without quotes, and what is said to it."""

import pytest
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _people(netlog: Netlog) -> None:
    """Dorie Clark and Alisa Novak."""
    told(netlog, "add Dorie Clark", "add Alisa Novak")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "promise Dorie Clark a book",
            "Promised Dorie Clark a book, by Mon 9 Jun 2025: netlog done 1\n",
        ),
        (
            "promise dorie Clark",
            "Promised Dorie Clark Clark, by Mon 9 Jun 2025: netlog done 1\n",
        ),
        (
            "intro Dorie Clark --by Alisa",
            "Alisa Novak introduced Dorie Clark and me, Mon 2 Jun 2025\n",
        ),
        (
            "log Dorie Clark Alisa -k call",
            "Logged call with Dorie Clark and Alisa Novak, Mon 2 Jun 2025\n",
        ),
        (
            "gave Dorie Clark tip go there",
            "Gave tip “go there” to Dorie Clark, Mon 2 Jun 2025\n",
        ),
        (
            "log alisa DORIE CLARK -k call",
            "Logged call with Alisa Novak and Dorie Clark, Mon 2 Jun 2025\n",
        ),
    ],
)
def test_a_whole_name_needs_no_quotes(netlog: Netlog, line: str, said: str) -> None:
    """The longest beginning that is somebody's whole name is meant."""
    assert netlog(line) == (0, said, "")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("add Susan --at Union Square", "add Susan --at 'Union Square'"),
        ("edit Dorie --org New Clark", "edit Dorie --org 'New Clark'"),
        (
            "got Dorie referral --who Union Square",
            "got Dorie referral --who 'Union Square'",
        ),
        (
            "gave Dorie referral --who Union Square",
            "gave Dorie referral --who 'Union Square'",
        ),
        ("got Dorie client --value 5000 EUR", "got Dorie client --value '5000 EUR'"),
        ("got Dorie --on mon Clark tip", "got Dorie Clark tip --on mon"),
    ],
)
def test_words_that_stand_apart_are_no_name(
    netlog: Netlog, line: str, meant: str
) -> None:
    """A value of two words needs quotes; nobody is called Susan Square."""
    said = netlog(line)
    assert said.code == 2
    assert said.err.startswith("netlog: It is not clear what ")
    assert said.err.endswith(f"You may mean: netlog {meant}\n")
    assert len(netlog("list --json").data) == 2


def test_new_names_of_one_word_each_are_told_of(netlog: Netlog) -> None:
    """Jane Roe without quotes is two people: a word on stderr."""
    said = netlog("log Jane Roe --new")
    assert said.code == 0
    assert said.err == (
        "Jane and Roe are several people now;"
        " quotes keep the words of a name together.\n"
    )
    assert netlog("log 'Jane Quux' --new").err == ""
    assert netlog("log Bo --new").err == ""


@pytest.mark.parametrize(
    "line",
    [
        *(f"add K --{one} none" for one in ("kind", "tag", "email", "likes")),
        "edit --touch 1 --org X",
        "edit --touch 1 --known",
        "snooze alisa today",
        "snooze alisa 2025-06-02",
        "list kind=foo",
        "show me",
        f"edit alisa --handle {'q' * 61}",
        *("add '\u0301'", "add ' \u200c '", "log '\u200d' --new"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(netlog: Netlog, line: str) -> None:
    """Exit 2, and nothing is changed."""
    netlog("log alisa")
    before = netlog("history").out
    said = netlog(line)
    assert (said.code, said.out) == (2, "")
    assert netlog("history").out == before


def test_none_clears_a_place(netlog: Netlog) -> None:
    """Of a touch, where it was."""
    netlog("log alisa --at Tatte")
    assert netlog("edit --touch 1 --at none").code == 0
    (touch,) = netlog("show alisa --json").data["touches"]
    assert touch["place"] == ""


def test_me_is_not_found_by_words(netlog: Netlog) -> None:
    """The user is nobody who can be looked up by a beginning."""
    assert netlog("show m").code == 3


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        ("via=ali", ["dorie-clark"]),
        ("via='nov ali'", ["dorie-clark"]),
        ("via=lisa", []),
        ("every=3m", ["zoe"]),
        ("every=", ["alisa-novak", "dorie-clark"]),
    ],
)
def test_filters_of_a_list(netlog: Netlog, words: str, handles: list[str]) -> None:
    """Introducers by beginnings of words; the cadence that is in force."""
    netlog("intro dorie --by alisa")
    netlog("add Zoe -k expert --every 3m")
    found = [one["handle"] for one in netlog(f"list {words} --json").data]
    assert found == handles


@pytest.mark.parametrize(
    "line", ["show", "list", "log", "why", "rm", "done", "list kind="]
)
def test_what_was_typed_is_echoed_in_part(netlog: Netlog, line: str) -> None:
    """At most forty characters of it."""
    gap = "" if line.endswith("=") else " "
    said = netlog(f"{line}{gap}{'q' * 200}")
    assert said.code in {2, 3}
    assert "q" * 41 not in said.err
    assert "q" * 40 in said.err


def test_a_handle_of_a_long_name_is_short(netlog: Netlog) -> None:
    """Sixty characters at most; one that is typed, too."""
    added = netlog(f"add {'x' * 200} --json").data
    assert netlog(f"show {'x' * 60}").code == 0
    assert "x" * 61 not in str(added["person"]["handle"])
    assert netlog(f"edit alisa --handle {'q' * 60}").code == 0
