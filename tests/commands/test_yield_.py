"""netlog yield: everything that came of somebody, of a place, of a touch."""

from typing import Any

import pytest
from tests.commands.said import in_a_line, kept, without_uids
from tests.commands.test_trace import HOSTILE, drawn
from tests.running import Netlog, told

PAGE = """\
What came of Ines Gent

Outcomes
  Sun 1 Dec 2024 client “first project” from Pay, 4,000
    netlog trace 1
  Sat 1 Feb 2025 client “second project” from Pay, 2,500.50
    netlog trace 2
  Mon 3 Mar 2025 invitation “the jury” from Pay
    netlog trace 3

In all
  people: 1: Pay
  introductions: 1
  outcomes: 3, 6,500.50
  first coffees: 1: 1 came to something
"""
NOTHING = """\
What came of Zoe

In all
  people: nobody came through them yet
  introductions: 0
  outcomes: none yet
  first coffees: none yet
"""


@pytest.fixture
def pro_bono(netlog: Netlog) -> Netlog:
    """Ines could not pay, and sent a client who paid twice and then invited me."""
    told(
        netlog,
        "add Ines Gent --met --at 'Legal Aid' --on 2024-09-02",
        "intro Pay --by ines --on 2024-11-04 --new",
        "log pay --on 2024-11-20",
        "got pay client first project --value 4000 --on 2024-12-01",
        "got pay client second project --value 2500.50 --on 2025-02-01",
        "got pay invitation the jury --on 2025-03-03",
    )
    return netlog


@pytest.fixture
def coffees(netlog: Netlog) -> Netlog:
    """Hal introduced four: one coffee paid, one is young, one is old, one was known.

    His own is older still.
    """
    told(netlog, "add Hal", "log hal --on 2024-01-01")
    for who, on in [("paid", "2024-06-03"), ("young", "2025-05-05"),
                    ("old", "2024-06-10"), ("known", "2024-07-01")]:  # fmt: skip
        told(netlog, f"add {who} --via hal --on 2024-05-01", f"log {who} --on {on}")
    told(netlog, "edit known --known", "got paid tip --on 2024-06-03")
    return netlog


def outcome(number: int, **fields: Any) -> dict[str, Any]:
    """One of the outcomes from Pay, for programs."""
    return {
        "entry": number,
        "way": "got",
        "kind": "client",
        "text": "",
        "value": None,
        "currency": None,
        "touch": None,
        "introduction": None,
        "they_called": False,
        "person": {"handle": "pay", "name": "Pay"},
        "share": fields.get("value"),
        **fields,
    }


def sums(netlog: Netlog, line: str) -> list[str]:
    """What a page says in all."""
    said = netlog(f"yield {line}")
    assert (said.code, said.err) == (0, "")
    return said.out.split("In all\n")[1].splitlines()


def test_the_one_who_could_not_pay(pro_bono: Netlog) -> None:
    """All three that came of her, and their sum."""
    assert pro_bono("yield Ines Gent") == (0, PAGE, "")
    assert drawn(pro_bono, "1") == [
        "client “first project” from Pay, 4,000, Sun 1 Dec 2024",
        "└ coffee with Pay, Wed 20 Nov 2024 · 11 days before",
        "  └ Ines Gent introduced Pay to me, Mon 4 Nov 2024 (met) · 16 days before",
        "    └ Ines Gent, met by chance at Legal Aid, Mon 2 Sep 2024 · 63 days before",
    ]


def test_the_same_for_programs(pro_bono: Netlog) -> None:
    """People with their hops, outcomes with their shares, coffees by what came."""
    assert without_uids(pro_bono("yield ines --json").data) == {
        "of": "Ines Gent",
        "people": [{"handle": "pay", "name": "Pay", "hops": 1}],
        "introductions": 1,
        "outcomes": [
            outcome(1, text="first project", date="2024-12-01", value="4000.00"),
            outcome(2, text="second project", date="2025-02-01", value="2500.50"),
            outcome(3, text="the jury", date="2025-03-03", kind="invitation"),
        ],
        "money": "6500.50",
        "money_whole": "6500.50",
        "currency": None,
        "coffees": {"n": 1, "with": 1, "nothing": 0, "too_early": 0},
    }


def test_the_same_as_records(pro_bono: Netlog) -> None:
    """What it is, the day, the number and the words; then the sums."""
    assert pro_bono("yield ines --format plain").out == (
        "outcome\t2024-12-01\t1\tclient “first project” from Pay, 4,000\n"
        "outcome\t2025-02-01\t2\tclient “second project” from Pay, 2,500.50\n"
        "outcome\t2025-03-03\t3\tinvitation “the jury” from Pay\n"
        "people\t1: Pay\n"
        "introductions\t1\n"
        "outcomes\t3, 6,500.50\n"
        "first coffees\t1: 1 came to something\n"
    )


def test_nothing_came_yet(netlog: Netlog) -> None:
    """Every line says so."""
    told(netlog, "add Zoe")
    assert netlog("yield zoe") == (0, NOTHING, "")


def test_everybody_with_whom_something_began(pro_bono: Netlog) -> None:
    """Who brought most first; one record a person, a sum for programs."""
    told(
        pro_bono,
        "add Bo",
        "add Al",
        "got bo client --value 7000 --on 2025-05-01",
        "got al tip --on 2025-05-02",
    )
    rows = [("bo", "Bo", "7000.00"), ("ines-gent", "Ines Gent", "6500.50"),
            ("al", "Al", "0.00")]  # fmt: skip
    assert pro_bono("yield") == (0, "".join("\t".join(r) + "\n" for r in rows), "")
    assert pro_bono("yield --format csv").out == (
        "handle,name,money\nbo,Bo,7000.00\nines-gent,Ines Gent,6500.50\nal,Al,0.00\n"
    )
    data = pro_bono("yield --json").data
    values = ["7000.00", "6500.50", "0.00"]
    assert data == {
        "roots": [
            {"handle": handle, "name": name, "value": value, "currency": None}
            for (handle, name, _), value in zip(rows, values, strict=True)
        ],
        "money": "13500.50",
        "currency": None,
    }


@pytest.mark.parametrize("line", ["add Zoe", "add Zoe --gave tip"])
def test_nothing_began_yet(netlog: Netlog, line: str) -> None:
    """What would record it, beside an empty list."""
    told(netlog, line)
    word = "Nothing came yet. What came is recorded by netlog got WHO KIND\n"
    assert netlog("yield") == (0, "", word)
    said = netlog("yield --json")
    assert (said.data, said.err) == (
        {"roots": [], "money": "0.00", "currency": None},
        "",
    )


def test_money_that_came_by_several_ways(netlog: Netlog) -> None:
    """Each way has its part, and together they have the whole."""
    told(
        netlog,
        "add Dot --via Ann --new-via --on 2025-01-01",
        "intro Dot --by Bo --on 2025-01-02 --new",
        "got dot client --value 100.01 --on 2025-02-01",
        "got dot client --value 30 --from intro:2 --on 2025-02-02",
    )
    assert netlog("yield ann").out.splitlines()[3:] == [
        "  Sat 1 Feb 2025 client from Dot, 100.01, of it 50.01 by this way",
        "    netlog trace 1",
        "",
        "In all",
        "  people: 1: Dot",
        "  introductions: 1",
        "  outcomes: 1, 50.01 of 100.01",
        "  first coffees: none yet",
    ]
    assert sums(netlog, "bo")[2] == "  outcomes: 2, 80 of 130.01"
    assert sums(netlog, "dot")[2] == "  outcomes: 2, 130.01"
    data = netlog("yield ann --json").data
    assert (data["money"], data["money_whole"]) == ("50.01", "100.01")
    assert [one["share"] for one in data["outcomes"]] == ["50.01"]
    assert netlog("yield").out == "bo\tBo\t80.00\nann\tAnn\t50.01\n"


def test_more_than_can_be_said_of_each(netlog: Netlog) -> None:
    """Of many outcomes the part of each is left out; the sum is not."""
    told(
        netlog,
        "add Dot --via Ann --new-via --on 2025-01-01",
        "intro Dot --by Bo --on 2025-01-02 --new",
    )
    for _ in range(21):
        told(netlog, "got dot client --value 10 --on 2025-02-01")
    assert "by this way" not in netlog("yield ann").out
    assert sums(netlog, "ann")[2] == "  outcomes: 21, 105 of 210"
    data = netlog("yield ann --json").data
    assert {one["share"] for one in data["outcomes"]} == {None}


def test_many_people_are_counted_and_the_nearest_named(netlog: Netlog) -> None:
    """Ten names; all of them for programs, with their hops."""
    told(netlog, "add P0")
    for number in range(1, 13):
        told(netlog, f"add P{number} --via P{number - 1} --on 2025-01-{number + 1:02}")
    names = ", ".join(f"P{number}" for number in range(1, 11))
    assert sums(netlog, "p0")[:2] == [
        f"  people: 12: {names} and 2 more",
        "  introductions: 12",
    ]
    people = netlog("yield p0 --json").data["people"]
    assert [one["hops"] for one in people] == list(range(1, 13))


def test_young_coffees_are_too_early(coffees: Netlog) -> None:
    """Never failures; who was known before is not counted."""
    assert sums(coffees, "hal")[3:] == [
        (
            "  first coffees: 4: 2 came to something, 1 too early to say"
            " (under 180 days), 1"
        ),
        "    nothing so far",
    ]
    counted = {"n": 4, "with": 2, "nothing": 1, "too_early": 1}
    assert coffees("yield hal --json").data["coffees"] == counted


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (28, "2 nothing so far"),
        (29, "1 too early to say (under 29 days), 1 nothing so far"),
        (357, "1 too early to say (under 357 days), 1 nothing so far"),
        (358, "2 too early to say (under 358 days)"),
    ],
)
def test_how_young_is_in_the_config(
    coffees: Netlog, monkeypatch: pytest.MonkeyPatch, days: int, said: str
) -> None:
    """The coffee on 5 May is 28 days old, that on 10 June 357."""
    config = coffees.home / "mine.toml"
    config.write_text(f"[report]\nearly = {days}\n", encoding="utf-8")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    page = in_a_line(coffees("yield hal").out)
    assert page.endswith(f" first coffees: 4: 2 came to something, {said}")


def test_a_place_yields_whom_i_met_there_and_what_came_of_them(netlog: Netlog) -> None:
    """First met there, and whoever they introduced since; not who was met elsewhere."""
    told(
        netlog,
        "add Susan --at 'Waiting Room' --on 2025-01-10",
        "intro Dot --by susan --on 2025-01-15 --new",
        "intro Early --by susan --on 2025-01-09 --new",
        "add Ed --at Fair --on 2025-01-02",
        "log ed --at 'waiting room' --on 2025-01-20",
        "log dot --on 2025-01-18",
        "got dot client --value 100 --on 2025-02-02",
        "got susan tip --on 2025-03-02",
        "got early tip --on 2025-03-02",
        "got ed tip --on 2025-03-02",
    )
    assert netlog("yield --place 'waiting room'").out == (
        "What came of Waiting Room\n"
        "\n"
        "Outcomes\n"
        "  Sun 2 Feb 2025 client from Dot, 100\n    netlog trace 1\n"
        "  Sun 2 Mar 2025 tip from Susan\n    netlog trace 2\n"
        "\n"
        "In all\n"
        "  people: 2: Susan and Dot\n"
        "  introductions: 1\n"
        "  outcomes: 2, 100\n"
        "  first coffees: 1: 1 came to something\n"
    )
    data = netlog("yield --place 'Waiting Room' --json").data
    assert [(one["handle"], one["hops"]) for one in data["people"]] == [
        ("susan", 0),
        ("dot", 1),
    ]


def test_who_came_by_another_one_before_i_met_them_there(netlog: Netlog) -> None:
    """What they brought in between came of the place, too; it is counted once."""
    told(
        netlog,
        "add Susan --at Cafe --on 2025-01-10",
        "intro Bo --by susan --on 2025-01-12 --new",
        "got bo client --value 60 --on 2025-01-13",
        "log bo --at Cafe --on 2025-01-20",
        "got bo client --value 40 --on 2025-01-21",
    )
    assert sums(netlog, "--place cafe") == [
        "  people: 2: Susan and Bo",
        "  introductions: 1",
        "  outcomes: 2, 100",
        "  first coffees: 1: 1 came to something",
    ]


def test_a_touch_yields_what_came_since(coffees: Netlog) -> None:
    """Of whoever was there: their first coffee only if this was it, or came later."""
    told(
        coffees,
        "log hal paid -k lunch --on 2024-06-05",
        "intro Zoe --by hal --on 2024-06-06 --new",
        "got hal advice --on 2024-06-04",
        "got zoe client --value 20 --on 2024-06-07",
    )
    assert coffees("yield --touch 6").out == (
        "What came of lunch with Hal and paid, Wed 5 Jun 2024\n"
        "\n"
        "Outcomes\n"
        "  Fri 7 Jun 2024 client from Zoe, 20\n    netlog trace 3\n"
        "\n"
        "In all\n"
        "  people: 1: Zoe\n"
        "  introductions: 1\n"
        "  outcomes: 1, 20\n"
        "  first coffees: none yet\n"
    )
    assert sums(coffees, "--touch 2") == [
        "  people: nobody came through them yet",
        "  introductions: 0",
        "  outcomes: 1",
        "  first coffees: 1: 1 came to something",
    ]


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("ines --place 'legal aid'", 2, "That asks for two things."),
        ("ines --touch 1", 2, "That asks for two things."),
        ("--touch 1 --place 'legal aid'", 2, "That asks for two things."),
        ("--place Nowhere", 3, "No place is called Nowhere."),
        ("--touch 9", 3, "There is no touch 9."),
        ("--touch x", 2, "x is not the number of anything."),
        ("Nobody Here", 3, "Nobody is called Nobody Here."),
        ("me", 2, "That is you."),
        ("ines --format csv", 2, "Only lists and reports can be CSV."),
    ],
)
def test_what_cannot_be_asked_is_refused(
    pro_bono: Netlog, line: str, code: int, sentence: str
) -> None:
    """One sentence, one piece of advice, and nothing on stdout."""
    before = kept(pro_bono.db)
    said = pro_bono(f"yield {line}")
    first, advice = said.err.splitlines()
    assert (said.code, said.out, first) == (code, "", f"netlog: {sentence}")
    assert advice
    assert kept(pro_bono.db) == before


@pytest.mark.parametrize(("typed", "name"), HOSTILE)
def test_a_name_is_text_and_nothing_else(netlog: Netlog, typed: str, name: str) -> None:
    """Neither markup nor a control character does anything on the page."""
    assert netlog("add --handle ann --on 2025-01-01 --at", typed, typed).code == 0
    assert netlog("got --on 2025-02-01 ann tip", typed).code == 0
    for line in ("ann", f"--place '{name}'", "--touch 1"):
        page = in_a_line(netlog(f"yield {line}").out)
        title = page.partition(" Outcomes ")[0]
        assert title.startswith("What came of ")
        assert name in title
        assert f" Sat 1 Feb 2025 tip “{name}” from {name} netlog trace 1 " in page
    assert netlog("yield").out == f"ann\t{name}\t0.00\n"
