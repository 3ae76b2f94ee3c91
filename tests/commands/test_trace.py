"""netlog trace: back to the coffee it began with."""

import pytest
from tests.commands.said import in_a_line, kept, person, without_uids
from tests.running import InItsOwn, Netlog, told
from tests.screen import shown

ALISA = person("alisa", "Alisa")
DORIE = person("dorie", "Dorie")
OUTCOME = {
    "entry": 1,
    "way": "got",
    "kind": "interview",
    "text": "column",
    "value": None,
    "currency": None,
    "touch": None,
    "introduction": None,
    "they_called": False,
    "date": "2025-05-29",
}
PAGE = """\
Where the interview began

interview “column” from Dorie, Thu 29 May 2025
└ coffee with Dorie, Wed 28 May 2025 · 1 day before
  └ Alisa introduced Dorie to me, Tue 1 Apr 2025 (met) · 57 days before
    └ Alisa, known without help

58 days from the introduction to the interview.
"""


@pytest.fixture
def story(netlog: Netlog) -> Netlog:
    """A client introduced somebody; a coffee; and the day after an interview."""
    told(
        netlog,
        "add Alisa --kind client",
        "intro Dorie --by Alisa --on 2025-04-01 --new",
        "log Dorie -k coffee --on 2025-05-28",
        'got Dorie interview "column" --on 2025-05-29',
    )
    return netlog


def drawn(netlog: Netlog, line: str) -> list[str]:
    """The lines of the tree on a page."""
    said = netlog(f"trace {line}")
    assert (said.code, said.err) == (0, "")
    return said.out.split("\n\n")[1].splitlines()


def foot(netlog: Netlog, line: str) -> str:
    """What stands last on a page."""
    return netlog(f"trace {line}").out.split("\n\n")[-1]


@pytest.mark.parametrize("what", ["Dorie", "dorie", "1", "DORIE"])
def test_an_outcome_leads_back_to_who_made_it_happen(story: Netlog, what: str) -> None:
    """Outcome, touch, introduction, and whom it began with; days between them."""
    assert story(f"trace {what}") == (0, PAGE, "")


def test_the_same_for_programs(story: Netlog) -> None:
    """One path of four steps, the root, and 58 days from the introduction."""
    assert without_uids(story("trace Dorie --json").data) == {
        "person": DORIE,
        "outcome": OUTCOME,
        "paths": [
            {
                "steps": [
                    {
                        "type": "outcome",
                        "person": DORIE,
                        "days_from_previous": None,
                        **OUTCOME,
                    },
                    {
                        "type": "touch",
                        "date": "2025-05-28",
                        "person": DORIE,
                        "days_from_previous": 1,
                        "touch": 1,
                        "kind": "coffee",
                        "place": "",
                    },
                    {
                        "type": "introduction",
                        "date": "2025-04-01",
                        "person": DORIE,
                        "days_from_previous": 57,
                        "introduction": 1,
                        "state": "met",
                        "introducer": ALISA,
                    },
                    {
                        "type": "person",
                        "date": None,
                        "person": ALISA,
                        "days_from_previous": None,
                    },
                ],
                "root": ALISA,
            }
        ],
        "paths_total": 1,
        "roots": [ALISA],
        "days_from_introduction": 58,
        "credit": [],
        "others": [],
    }


def test_the_same_as_records(story: Netlog) -> None:
    """Type, day, handle, name."""
    assert story("trace 1 --format plain").out == (
        "outcome\t2025-05-29\tdorie\tDorie\n"
        "touch\t2025-05-28\tdorie\tDorie\n"
        "introduction\t2025-04-01\tdorie\tDorie\n"
        "person\t\talisa\tAlisa\n"
    )


def test_the_same_tree_on_a_terminal(story: Netlog, netlog_process: InItsOwn) -> None:
    """With its branches, and styled."""
    page = shown(netlog_process, "trace", "dorie")
    assert (page.code, page.styled) == (0, True)
    assert list(page.lines) == story("trace dorie").out.splitlines()


def test_who_is_on_the_path_is_to_be_thanked(story: Netlog) -> None:
    """Whoever trace names is under thank, until they are thanked."""
    named = {"alisa", "dorie"}
    steps = story("trace 1 --json").data["paths"][0]["steps"]
    assert {step["person"]["handle"] for step in steps} == named
    assert {one["handle"] for one in story("due --json").data["thank"]} == named
    told(story, "thank Alisa")
    assert [one["handle"] for one in story("due --json").data["thank"]] == ["dorie"]


def test_the_newest_outcome_is_traced_and_others_are_listed(story: Netlog) -> None:
    """Each with what to type."""
    told(
        story,
        "got Dorie client --value 1200 --on 2025-05-30",
        "got Dorie tip --on 2025-05-29",
    )
    page = story("trace dorie").out
    assert page.startswith("Where the client began\n\nclient from Dorie, 1,200, Fri ")
    assert page.split("\n\n")[2] == (
        "What else came from them\n"
        "  tip, Thu 29 May 2025\n    netlog trace 3\n"
        "  interview “column”, Thu 29 May 2025\n    netlog trace 1"
    )
    data = story("trace dorie --json").data
    assert (data["outcome"]["entry"], data["others"]) == (2, [3, 1])
    assert story("trace 1 --json").data["others"] == []


def test_somebody_without_an_outcome(story: Netlog) -> None:
    """How you came to know them; there is no outcome to count days to."""
    told(story, "intro Zoe --by Dorie --on 2025-05-30 --new", "gave zoe tip")
    assert story("trace zoe").out == (
        "How you came to know Zoe\n"
        "\n"
        "Dorie introduced Zoe to me, Fri 30 May 2025 (made)\n"
        "└ Alisa introduced Dorie to me, Tue 1 Apr 2025 (met) · 59 days before\n"
        "  └ Alisa, known without help\n"
    )
    data = story("trace zoe --json").data
    assert (data["outcome"], data["days_from_introduction"]) == (None, None)
    assert [step["type"] for step in data["paths"][0]["steps"]] == [
        *("introduction", "person", "introduction", "person")
    ]


def test_somebody_of_whom_nothing_is_known(netlog: Netlog) -> None:
    """What is missing, and what would record it."""
    told(netlog, "add Zoe Park")
    assert netlog("trace zoe").out == (
        "How you came to know Zoe Park\n"
        "\n"
        "Zoe Park, known without help\n"
        "\n"
        "Who introduced you? netlog intro zoe-park --by WHO --on DAY\n"
    )
    told(netlog, "log zoe -k call", "got zoe tip")
    assert foot(netlog, "zoe").startswith("Who introduced you?")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--met --at 'Waiting Room'", "met by chance at Waiting Room"),
        ("--met", "met by chance"),
    ],
)
def test_where_somebody_was_met_without_help(
    netlog: Netlog, line: str, said: str
) -> None:
    """The place and the day of the first meeting, with nothing left to ask."""
    told(netlog, f"add Susan {line} --on 2025-05-01", "log susan --on 2025-05-08")
    told(netlog, "got susan client --on 2025-05-09")
    assert netlog("trace susan").out == (
        "Where the client began\n"
        "\n"
        "client from Susan, Fri 9 May 2025\n"
        "└ coffee with Susan, Thu 8 May 2025 · 1 day before\n"
        f"  └ Susan, {said}, Thu 1 May 2025 · 7 days before\n"
    )


def test_a_root_may_be_met_over_coffee_or_after_they_helped(netlog: Netlog) -> None:
    """Whoever introduced somebody before we met was known without help."""
    told(
        netlog,
        "add Bo",
        "log bo --at 'Union Square' --on 2025-03-01",
        "intro Cy --by bo --on 2025-03-05 --new",
    )
    assert drawn(netlog, "cy") == [
        "Bo introduced Cy to me, Wed 5 Mar 2025 (made)",
        "└ Bo, first coffee at Union Square, Sat 1 Mar 2025 · 4 days before",
    ]
    step = netlog("trace cy --json").data["paths"][0]["steps"][-1]
    assert step == {
        "type": "person",
        "date": "2025-03-01",
        "person": person("bo", "Bo"),
        "days_from_previous": 4,
        "touch": 1,
        "kind": "coffee",
        "place": "Union Square",
    }
    told(netlog, "intro Dot --by bo --on 2025-02-27 --new")
    for handle, line in (
        ("cy", "Bo introduced Cy to me, Wed 5 Mar 2025 (made)"),
        ("dot", "Bo introduced Dot to me, Thu 27 Feb 2025 (made)"),
    ):
        assert drawn(netlog, handle) == [line, "└ Bo, known without help"]


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("2", 2, "Entry 2 went from you; a trace starts from what came."),
        ("9", 3, "There is no entry 9."),
        ("0", 2, "0 is not the number of anything."),
        ("Nobody Here", 3, "Nobody is called Nobody Here."),
        ("me", 2, "That is you."),
        ("al", 4, "al could be 2 people: alan, alisa."),
        ("1 --credit none", 2, "There is no credit none."),
        ("1 --credit root", 2, "There is no money that could be divided."),
        ("alisa --credit halves", 2, "There is no money that could be divided."),
        ("1 --format csv", 2, "Only lists and reports can be CSV."),
    ],
)
def test_what_cannot_be_traced_is_refused(
    story: Netlog, line: str, code: int, sentence: str
) -> None:
    """One sentence, one piece of advice, and nothing on stdout."""
    told(story, "gave dorie advice", "add Alan")
    before = kept(story.db)
    said = story(f"trace {line}")
    first, advice = said.err.splitlines()[:2]
    assert (said.code, said.out, first) == (code, "", f"netlog: {sentence}")
    assert advice
    assert kept(story.db) == before


def test_nobody_is_there_to_trace(netlog: Netlog) -> None:
    """On an empty database nobody is found."""
    netlog("add Zoe")
    netlog("undo")
    assert netlog("trace zoe").code == 3
    assert netlog("trace 1").code == 3


HOSTILE = [
    ("[bold]Ann[/] \x1b[31mRed", "[bold]Ann[/] [31mRed"),
    ("Ann\u202egnp \x07:smiley:", "Anngnp :smiley:"),
    ("[link=http://x.example]Ann[/link]", "[link=http://x.example]Ann[/link]"),
]


@pytest.mark.parametrize(("typed", "name"), HOSTILE)
def test_a_name_is_text_and_nothing_else(netlog: Netlog, typed: str, name: str) -> None:
    """Neither markup nor a control character does anything on the page."""
    assert netlog("add --handle ann --met --on 2025-01-01 --at", typed, typed).code == 0
    told(netlog, "intro Bo --by ann --on 2025-02-01 --new")
    assert netlog("got --on 2025-03-01 bo tip", f"{typed}!").code == 0
    page = netlog("trace bo").out.replace("│", "")
    assert in_a_line(page) == (
        "Where the tip began"
        f" tip “{name}!” from Bo, Sat 1 Mar 2025"
        f" └ {name} introduced Bo to me, Sat 1 Feb 2025 (made) · 28 days before"
        f" └ {name}, met by chance at {name}, Wed 1 Jan 2025 · 31 days before"
        " 28 days from the introduction to the tip."
    )
    data = netlog("trace bo --json").data
    assert data["roots"] == [person("ann", name)]
    assert data["paths"][0]["steps"][-1]["place"] == name


THANKED = """\
Where the client began

client from Dorie, 900, Wed 4 Jun 2025
└ email with Dorie, Thu 29 May 2025 · 6 days before
  └ coffee with Dorie at Tatte, Wed 28 May 2025 · 1 day before
    └ Alisa introduced Dorie to me, Tue 1 Apr 2025 (met) · 57 days before
      └ Alisa, known without help

64 days from the introduction to the client.
"""
LATER = "--today 2025-06-04"


@pytest.fixture
def written_to(netlog: Netlog) -> Netlog:
    """A coffee, a word of thanks the day after, and a week later a client."""
    told(
        netlog,
        "add Alisa --known",
        "add Dorie --via Alisa --on 2025-04-01",
        "log Dorie --at Tatte --on 2025-05-28",
        "log Dorie -k email --on 2025-05-29",
        f"got Dorie client --value 900 {LATER}",
    )
    return netlog


def test_it_began_with_the_coffee_not_with_the_thanks_for_it(
    written_to: Netlog,
) -> None:
    """What was written since stands on the way, as a step of its own."""
    assert written_to(f"trace Dorie {LATER}") == (0, THANKED, "")
    steps = written_to("trace 1 --json").data["paths"][0]["steps"]
    assert [
        (step["type"], step.get("touch"), step["days_from_previous"]) for step in steps
    ] == [
        ("outcome", None, None),
        ("touch", 2, 6),
        ("touch", 1, 1),
        ("introduction", None, 57),
        ("person", None, None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        *("yield", "yield Alisa", "yield Dorie"),
        *("trace 1 --credit root", "trace 1 --credit halves"),
    ],
)
def test_what_is_written_after_the_coffee_has_no_part_in_it(
    written_to: Netlog, line: str
) -> None:
    """Roots, what came of whom, credit and thanks are the same without it."""
    before = written_to(f"{line} --json").data
    thank = written_to(f"due --json {LATER}").data["thank"]
    told(written_to, "rm --touch 2")
    after = written_to(f"{line} --json").data
    for data in (before, after):
        data.pop("paths", None)
    assert after == before
    assert written_to(f"due --json {LATER}").data["thank"] == thank
    assert [one["handle"] for one in thank] == ["alisa", "dorie"]


def test_of_very_many_touches_since_the_latest_are_drawn(netlog: Netlog) -> None:
    """And the coffee it began with, with how many there were in between."""
    told(netlog, "add Bo --known", "log Bo --on 2025-04-01")
    for day in range(10, 15):
        told(netlog, f"log Bo -k call --on 2025-04-{day}")
    told(netlog, "got Bo tip --on 2025-05-01")
    assert len(drawn(netlog, "bo")) == 8
    told(netlog, "log Bo -k call --on 2025-04-09")
    assert drawn(netlog, "bo") == [
        "tip from Bo, Thu 1 May 2025",
        "└ call with Bo, Mon 14 Apr 2025 · 17 days before",
        "  └ call with Bo, Sun 13 Apr 2025 · 1 day before",
        "    └ call with Bo, Sat 12 Apr 2025 · 1 day before",
        "      └ call with Bo, Fri 11 Apr 2025 · 1 day before",
        "        └ 2 more touches with Bo in between",
        "          └ coffee with Bo, Tue 1 Apr 2025 · 10 days before",
        "            └ Bo, known without help",
    ]
    assert netlog("trace bo --format plain").out.splitlines()[5] == (
        "touches\t\tbo\tBo"
    )
    steps = netlog("trace bo --json").data["paths"][0]["steps"]
    assert [step["type"] for step in steps].count("touch") == 7
