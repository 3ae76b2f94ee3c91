"""netlog show: everything about somebody."""

import pytest
from tests.running import Netlog, told

PAGE = """\
Dorie Clark (dorie-clark)

Who
  author, Clark Media, New York
  email: dorie@clark.example, d@home.example
  kind: client
  tag: hr
  note: likes the sea

Where you stand
  last contact: Fri 30 May 2025
  last sat down: Thu 1 May 2025
  in touch: every 13 weeks (by kind)

Promises
  promise 1 the slides, by 6 Jun 2025
    netlog done 1
  promise 2 tea, by 9 Jun 2025 (kept)

Introductions
  introduction 1 Alisa introduced Dorie Clark to me, Tue 1 Apr 2025 (met)
  introduction 2 I introduced Hal and Dorie Clark, Mon 2 Jun 2025 (made)

Touches
  touch 2 Fri 30 May 2025 call: asked about the book
  touch 1 Thu 1 May 2025 coffee at Tatte
  touch 3 Sat 5 Apr 2025 email, no answer
"""


@pytest.fixture(autouse=True)
def _dorie(netlog: Netlog) -> None:
    """Somebody with a little of everything."""
    told(
        netlog,
        "add Alisa",
        "add Hal",
        (
            "add Dorie Clark --via Alisa --on 2025-04-01 --org 'Clark Media'"
            " --role author --city 'New York' --email dorie@clark.example"
            " --email d@home.example -k client --tag hr --note 'likes the sea'"
        ),
        "log dorie --on 2025-05-01 --at Tatte",
        "log dorie -k call --on 'last fri' --note 'asked about the book'",
        "log dorie -k email --on 2025-04-05 --no-answer",
        "promise dorie the slides --by fri",
        "promise dorie tea",
        "done 2",
        "intro dorie Hal",
    )


def test_a_page_about_somebody(netlog: Netlog) -> None:
    """Who they are, where you stand, and every entry with its number."""
    assert netlog("show Dorie Clark") == (0, PAGE, "")


def test_the_same_as_records(netlog: Netlog) -> None:
    """--format plain: labels and values between tabs, days as ISO."""
    records = netlog("show dorie --format plain").out.splitlines()
    assert records[0] == "work\tauthor, Clark Media, New York"
    assert records[-3:] == [
        "touch 2\t2025-05-30\tcall\t\tasked about the book",
        "touch 1\t2025-05-01\tcoffee\tTatte\t",
        "touch 3\t2025-04-05\temail\t\t",
    ]


def test_the_entries_in_json(netlog: Netlog) -> None:
    """Touches, introductions and promises with their numbers."""
    said = netlog("show dorie --json").data
    assert [one["touch"] for one in said["touches"]] == [3, 1, 2]
    assert [one["introduction"] for one in said["introductions"]] == [1, 2]
    assert [(p["promise"], p["state"]) for p in said["promises"]] == [
        (1, "open"),
        (2, "kept"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "dorie-clark",
        "Dorie Clark",
        "dorie clark",
        "DÓRIE CLÁRK",
        "DORIE@clark.example",
        "dor",
        "cla",
        "'cl dor'",
    ],
)
def test_everybody_can_be_found(netlog: Netlog, query: str) -> None:
    """By handle, by name whatever the accents, by e-mail, by beginnings of words."""
    assert netlog(f"show {query} --json").data["handle"] == "dorie-clark"


def test_an_exact_name_comes_before_a_beginning(netlog: Netlog) -> None:
    """Hal is Hal, though Halina begins so too; a handle comes before both."""
    netlog("add Halina")
    assert netlog("show hal --json").data["name"] == "Hal"
    netlog("add Hal Ortega --handle halina-2 --new")
    assert netlog("show halina-2 --json").data["name"] == "Hal Ortega"


@pytest.mark.parametrize(
    ("typed", "said"), [("21 may", "21 May"), ("1980-05-21", "21 May 1980")]
)
def test_a_birthday_is_shown_as_people_write_it(
    netlog: Netlog, typed: str, said: str
) -> None:
    """With the year where it is known."""
    netlog("edit hal --birthday", typed)
    assert f"  birthday: {said}\n" in netlog("show hal").out


def test_two_who_could_be_meant_are_never_guessed(netlog: Netlog) -> None:
    """Exit 4, with the handles to choose from, and no data."""
    netlog("add Dorie Small")
    assert netlog("show dorie") == (
        4,
        "",
        (
            "netlog: dorie could be 2 people: dorie-clark, dorie-small.\n"
            "Use the handle of the one you mean.\n"
        ),
    )
    error = netlog("show dorie --json").error
    assert (error["code"], error["candidates"]) == (
        "ambiguous",
        ["dorie-clark", "dorie-small"],
    )


def test_two_of_the_same_name_are_two(netlog: Netlog) -> None:
    """The exact name of both is ambiguous; the handle of one is not."""
    netlog("add Dorie Clark --new")
    assert netlog("show 'Dorie Clark'").code == 4
    assert netlog("show dorie-clark-2").code == 0


def test_a_long_list_of_candidates_is_cut(netlog: Netlog) -> None:
    """Twelve at most, and how many there are."""
    for number in range(14):
        netlog(f"add Bo B{number:02}")
    error = netlog("show bo --json").error
    assert error["message"].startswith("bo could be 14 people: bo-b00,")
    assert len(error["candidates"]) == 12


def test_nobody_is_called_so(netlog: Netlog) -> None:
    """Exit 3, with the nearest names."""
    assert netlog("show Dori Clarke") == (
        3,
        "",
        (
            "netlog: Nobody is called Dori Clarke. The nearest: dorie-clark.\n"
            "netlog list shows who is there; netlog add takes in somebody new.\n"
        ),
    )
    error = netlog("show Dori Clarke --json").error
    assert (error["code"], error["candidates"]) == ("not_found", ["dorie-clark"])


def test_me_is_nobody_to_be_shown(netlog: Netlog) -> None:
    """The user has no page; exit 2."""
    assert netlog("show me").code == 2


def test_what_was_given_and_got(netlog: Netlog) -> None:
    """The latest first, with the money, and how to trace what came back."""
    netlog("got hal client the shop --value 1200 --on 2025-04-05")
    netlog("gave hal tip --on 2025-05-01")
    netlog("got hal opener --on 2025-05-01")
    page = netlog("show hal").out
    assert page.partition("Given and got\n")[2].partition("\n\n")[0] == (
        "  entry 3 Thu 1 May 2025 got opener\n    netlog trace 3\n"
        "  entry 2 Thu 1 May 2025 gave tip\n"
        "  entry 1 Sat 5 Apr 2025 got client “the shop”, 1,200\n    netlog trace 1"
    )
    records = netlog("show hal --format plain").out.splitlines()
    assert [line for line in records if line.startswith("entry")] == [
        "entry 3\t2025-05-01\tgot\topener\t",
        "entry 2\t2025-05-01\tgave\ttip\t",
        "entry 1\t2025-04-05\tgot\tclient\tthe shop",
    ]
    said = netlog("show hal --json").data["entries"]
    assert [(one["entry"], one["way"], one["value"]) for one in said] == [
        (1, "got", "1200.00"),
        (2, "gave", None),
        (3, "got", None),
    ]


def test_nothing_was_given_yet(netlog: Netlog) -> None:
    """Then there is no such part of the page."""
    assert "Given and got" not in netlog("show hal").out
