"""netlog path: who could introduce you."""

import pytest
from tests.commands.said import in_a_line, person
from tests.running import Netlog, told

WORK = "(author, Clark Media)"
PAGE = f"""\
Who could introduce you to Dorie Clark

Whom to ask
  Alisa → Dorie Clark {WORK}
    2 touches with Alisa, the last Mon 5 May 2025
    known from introduction 1
  Hal → Dorie Clark {WORK}
    you knew Hal before netlog
    known from introduction 4
  Ruth → Bo → Dorie Clark {WORK}
    1 touch with Ruth, the last Wed 1 Jan 2025
    known from introductions 2 and 3

Ask
  Alisa: “Would you introduce me to Dorie Clark? No is a good answer, too.”
  when it is done: netlog intro dorie-clark --by alisa

Shortest first; of one length by the touches with whom you ask, halved for every
half-year since the last.
"""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    told(
        netlog,
        "add Alisa",
        "add Hal --known",
        "add Ruth",
        "add Bo",
        "add Ines --org 'Ines Works' --role Baker",
        "add Dorie Clark --org 'Clark Media' --role author",
        "log Alisa --on 2025-05-01",
        "log Alisa -k call --on 2025-05-05",
        "log Ruth --on 2025-01-01",
        "intro Dorie Ines --by Alisa --on 2025-03-01",
        "intro Bo Ines --by Ruth --on 2025-03-02",
        "intro Dorie Bo --by Ines --on 2025-03-03",
        "intro Dorie Ruth --by Hal --state offered",
    )


def chains(netlog: Netlog, line: str) -> list[str]:
    """The handles of each chain."""
    return [
        " ".join([*(hand["handle"] for hand in c["hands"]), c["target"]["handle"]])
        for c in netlog(f"path {line} --json").data["chains"]
    ]


def test_who_could_introduce_me(netlog: Netlog) -> None:
    """Fewest hands first, then the closest; and what to say to the first."""
    assert netlog("path Dorie Clark") == (0, PAGE, "")


def test_a_longer_way_is_asked_for_honestly(netlog: Netlog) -> None:
    """The first hand is asked for the next; all who are between are named."""
    told(
        netlog,
        *("add Cy", "add Emil", "add Fay", "add Gus", "add Jo"),
        "intro Emil Cy --by Hal --state offered",
        "intro Fay Jo --by Emil --state offered",
        "intro Gus Jo --by Fay --state offered",
    )
    assert [ask(netlog, who) for who in ("emil", "fay", "gus")] == [
        "Would you introduce me to Emil? No is a good answer, too.",
        (
            "I would like to meet Fay; Emil knows them."
            " Would you introduce me to Emil? No is fine, too."
        ),
        (
            "I would like to meet Gus; Fay knows them. The way there is Emil and Fay."
            " Would you introduce me to Emil? No is fine, too."
        ),
    ]


def ask(netlog: Netlog, who: str) -> str:
    """The sentence to ask the first hand of the first chain with."""
    said: str = netlog(f"path {who} --json").data["chains"][0]["ask"]
    return said


def test_an_offer_joins_the_introducer_with_both_and_not_the_two(
    netlog: Netlog,
) -> None:
    """Ruth and Dorie do not know each other yet: Ruth is no hand of Dorie's."""
    assert chains(netlog, "dorie") == [
        "alisa dorie-clark",
        "hal dorie-clark",
        "ruth bo dorie-clark",
    ]
    netlog("intro Dorie Ruth --by Hal")
    assert chains(netlog, "dorie") == [
        "alisa dorie-clark",
        "ruth dorie-clark",
        "hal dorie-clark",
    ]


def test_who_was_introduced_already(netlog: Netlog) -> None:
    """The user can write to them: nobody need be asked for anything."""
    netlog("intro Dorie --by Hal --on 2025-05-30")
    assert netlog("path dorie").out == (
        "You were introduced to Dorie Clark already\n"
        "\n"
        "You can write to\n"
        f"  Dorie Clark {WORK}\n"
        "    no introduction is needed: Hal introduced you on Fri 30 May 2025\n"
        "    netlog log dorie-clark -k message\n"
    )
    said = netlog("path dorie --json").data
    assert said["introduced_by"] == [person("hal", "Hal") | {"date": "2025-05-30"}]
    assert said["chains"] == []


@pytest.mark.parametrize(
    ("line", "ask"),
    [
        ("intro Dorie --by Hal --on 2025-05-02", ", or ask Hal"),
        ("log Dorie -k call --on 2025-05-02", ""),
    ],
)
def test_who_does_not_answer(netlog: Netlog, line: str, ask: str) -> None:
    """What is left to try, as due says it; and who introduced them can be asked."""
    netlog(line)
    for day in ("10", "20"):
        netlog(f"log Dorie -k email --no-answer --on 2025-05-{day}")
    assert in_a_line(netlog("path dorie").out).endswith(
        f" Dorie Clark {WORK} 2 tries, no answer: find out what they stand to lose"
        f" or to gain, then write once more about that{ask}"
        " netlog log dorie-clark -k email"
    )


def test_whoever_was_introduced_or_named_somebody_can_be_asked(netlog: Netlog) -> None:
    """Una came by Tia and named Xan: nobody need ask Tia for Una."""
    told(
        netlog,
        "add Tia --known",
        "log Tia --on 2024-01-02",
        "add Una --via Tia --on 2025-04-10",
        "intro Xan --by Una --state offered --new --on 2025-05-01",
        "add Wim",
        "intro Yve --by Wim --state offered --new --on 2025-05-01",
    )
    assert chains(netlog, "xan") == ["una xan"]
    assert "you were introduced to Una" in netlog("path xan").out
    assert chains(netlog, "yve") == ["wim yve"]
    assert "Wim introduced or named somebody to you" in netlog("path yve").out
    assert netlog("path wim").out.splitlines()[0] == "You know Wim already"


def test_somebody_whom_the_user_knows(netlog: Netlog) -> None:
    """Kindly, exit 0: they can be written to."""
    assert netlog("path alisa") == (
        0,
        (
            "You know Alisa already\n"
            "\n"
            "You can write to\n"
            "  Alisa\n"
            "    no introduction is needed: 2 touches with Alisa, the last"
            " Mon 5 May 2025\n"
            "    netlog log alisa -k message\n"
        ),
        "",
    )
    said = netlog("path hal --json").data
    assert ([one["handle"] for one in said["known"]], said["chains"]) == (["hal"], [])


def test_somebody_at_an_organisation(netlog: Netlog) -> None:
    """Part of its name, folded; those the user does not know come first."""
    netlog("edit Ruth --org 'Clark Media' --role editor")
    page = netlog("path --org CLARK").out.splitlines()
    assert page[0] == "Who could introduce you to somebody at CLARK"
    assert [line for line in page if line and line[0] != " "][1:4] == [
        "Whom to ask",
        "Ask",
        "You can write to",
    ]
    assert chains(netlog, "--org clark")[0] == "alisa dorie-clark"
    known = netlog("path --org clark --json").data["known"]
    assert [one["handle"] for one in known] == ["ruth"]


@pytest.mark.parametrize(
    ("line", "title", "targets"),
    [
        ("--role baker", "somebody who is a baker", {"ines"}),
        (
            "--role AUTH --org clark",
            "somebody who is an AUTH at clark",
            {"dorie-clark"},
        ),
        ("--role baker --org clark", "somebody who is a baker at clark", set()),
    ],
)
def test_somebody_with_a_role(
    netlog: Netlog, line: str, title: str, targets: set[str]
) -> None:
    """Part of it; with an organisation both must hold."""
    assert netlog(f"path {line}").out.splitlines()[0] == (
        f"Who could introduce you to {title}"
    )
    said = netlog(f"path {line} --json").data
    assert {chain["target"]["handle"] for chain in said["chains"]} == targets


def test_many_who_are_known_are_counted(netlog: Netlog) -> None:
    """Five, and how many more."""
    for number in range(7):
        netlog(f"add Guest G{number} --met --org Inn")
    *shown, more = netlog("path --org inn").out.splitlines()[3:]
    assert [line.split(" (")[0] for line in shown if line[2] != " "] == [
        f"  Guest G{number}" for number in range(5)
    ]
    assert more == "  and 2 more"
    assert len(netlog("path --org inn --json").data["known"]) == 7


def test_nobody_leads_there(netlog: Netlog) -> None:
    """How it would be recorded who knows them."""
    netlog("add Zoe")
    assert netlog("path zoe").out == (
        "Who could introduce you to Zoe\n"
        "\n"
        "Nobody whom you can ask leads there, as far as is recorded.\n"
        "Who knows them? netlog intro zoe WHO --by WHO\n"
    )


@pytest.mark.usefixtures("unnamed")
def test_nobody_like_that_is_there(netlog: Netlog) -> None:
    """How somebody would be recorded who is."""
    assert netlog("path --org nowhere").out.splitlines()[2:] == [
        "Nobody like that is here yet.",
        "Who told you of somebody? netlog add NAME --org ORG --role ROLE --via WHO",
    ]
    assert netlog("path --org nowhere").code == 0


def test_as_records(netlog: Netlog) -> None:
    """First hand, target, how many hands, closeness, and all of them."""
    first = netlog("path dorie --format plain").out.splitlines()[0].split("\t")
    assert [*first[:3], first[4]] == [
        *("alisa", "dorie-clark", "1"),
        "alisa dorie-clark",
    ]
    assert 1.7 < float(first[3]) < 1.9


def test_the_first_chain_in_json(netlog: Netlog) -> None:
    """Each hand with from what it is known that they know the next."""
    said = netlog("path dorie --json").data
    (wanted,) = said["wanted"]
    chain = said["chains"][0]
    assert chain["target"] == wanted
    assert chain["hands"] == [
        {
            "handle": "alisa",
            "name": "Alisa",
            "org": "",
            "role": "",
            "touches": 2,
            "last_contact": "2025-05-05",
            "introduction": 1,
            "date": "2025-03-01",
        }
    ]
    assert chain["closeness"] == 1.798
    assert (said["known"], said["introduced_by"], said["whole"]) == ([], [], True)


@pytest.mark.parametrize("line", ["path", "path dorie --org clark"])
def test_it_must_be_clear_who_is_meant(netlog: Netlog, line: str) -> None:
    """WHO, or what they are: one of both."""
    said = netlog(line)
    assert (said.code, said.out) == (2, "")
    assert "--org O" in said.err
