"""netlog graph: the network for programs that draw."""

import pytest
from tests.commands.said import without_uids
from tests.running import Netlog, told

DOT = """\
digraph netlog {
  rankdir=LR;
  node [shape=box, style=rounded];
  "me" [label="me"];
  "alisa" [label="Alisa"];
  "hal" [label="Hal"];
  "dorie" [label="Dorie\\n✓ interview “the \\"column\\"”"];
  "zoe" [label="Zoe"];
  "me" -> "alisa" [label="2025-02-03 first met", style=dotted];
  "me" -> "hal" [label="known before netlog", style=dotted];
  "alisa" -> "dorie" [label="2025-04-01 made"];
  "hal" -> "dorie" [label="2025-04-09 made"];
  "hal" -> "zoe" [label="2025-05-02 offered", style=dashed];
}
"""
MERMAID = """\
flowchart LR
  p_me["me"]
  p_alisa["Alisa"]
  p_hal["Hal"]
  p_dorie["Dorie<br/>✓ interview “the #34;column#34;”"]
  p_zoe["Zoe"]
  p_me -.->|"2025-02-03 first met"| p_alisa
  p_me -.->|"known before netlog"| p_hal
  p_alisa -->|"2025-04-01 made"| p_dorie
  p_hal -->|"2025-04-09 made"| p_dorie
  p_hal -.->|"2025-05-02 offered"| p_zoe
"""


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    told(
        netlog,
        "add Alisa --met --on 2025-02-03",
        "add Hal --known",
        "add Dorie --via Alisa --on 2025-04-01",
        "add Zoe",
        "intro Zoe --by Hal --state offered --on 2025-05-02",
        "intro Dorie --by Hal --on 2025-04-09",
        "got Dorie interview 'the \"column\"'",
    )


@pytest.mark.parametrize(
    "line", ["graph", "graph --format dot", "--format dot graph", "graph --all"]
)
def test_the_network_as_dot(netlog: Netlog, line: str) -> None:
    """Every introduction among those shown is a line, also the later one of two."""
    assert netlog(line) == (0, DOT, "")


def test_the_network_as_mermaid(netlog: Netlog) -> None:
    """The same, escaped in its own way."""
    assert netlog("graph --format mermaid") == (0, MERMAID, "")


def test_the_network_in_json(netlog: Netlog) -> None:
    """Nodes with what came from them, edges with how they came."""
    said = without_uids(netlog("graph zoe --json").data)
    assert said == {
        "nodes": [
            {
                "handle": "zoe",
                "name": "Zoe",
                "outcomes": [],
                "more": 0,
                "label": ["Zoe"],
            }
        ],
        "edges": [],
    }
    said = netlog("graph --format json").data
    assert [one["handle"] for one in said["nodes"]] == [
        "me",
        "alisa",
        "hal",
        "dorie",
        "zoe",
    ]
    assert said["nodes"][3]["outcomes"][0]["kind"] == "interview"
    assert said["edges"][0] == {
        "from": "me",
        "to": "alisa",
        "introduction": None,
        "date": "2025-02-03",
        "state": None,
        "label": "2025-02-03 first met",
    }
    assert said["edges"][-1] == {
        "from": "hal",
        "to": "zoe",
        "introduction": 2,
        "date": "2025-05-02",
        "state": "offered",
        "label": "2025-05-02 offered",
    }


@pytest.mark.parametrize("how", ["plain", "page"])
def test_the_edges_as_records(netlog: Netlog, how: str) -> None:
    """From, to, day, state and the number of the introduction."""
    assert netlog(f"graph --format {how}").out == (
        "me\talisa\t2025-02-03\t\t\n"
        "me\thal\t\t\t\n"
        "alisa\tdorie\t2025-04-01\tmade\t1\n"
        "hal\tdorie\t2025-04-09\tmade\t3\n"
        "hal\tzoe\t2025-05-02\toffered\t2\n"
    )
    assert netlog("graph --format csv").out.splitlines()[0] == (
        "from,to,date,state,introduction"
    )


def test_the_part_that_tree_shows(netlog: Netlog) -> None:
    """The same options; who is left out is said on whose branch they are."""
    assert (
        '"alisa" [label="Alisa\\n1 person not shown"];' in netlog("graph --depth 1").out
    )
    led = netlog("graph --led --format plain").out
    assert led == (
        "me\talisa\t2025-02-03\t\t\n"
        "me\thal\t\t\t\n"
        "alisa\tdorie\t2025-04-01\tmade\t1\n"
        "hal\tdorie\t2025-04-09\tmade\t3\n"
    )
    since = netlog("graph --since 2025-05-01 --format plain").out
    assert since == "me\thal\t\t\t\nhal\tzoe\t2025-05-02\toffered\t2\n"


def test_whoever_stands_elsewhere_is_there_once(netlog: Netlog) -> None:
    """Hal introduced Dorie, who stands under Alisa, and led to what came later."""
    lines = netlog("graph hal").out.splitlines()
    assert len([line for line in lines if line.startswith('  "dorie" [')]) == 1
    assert '  "hal" -> "dorie" [label="2025-04-09 made"];' in lines
    assert "hal\tdorie\t2025-04-09\tmade\t3\n" in (
        netlog("graph --led --format plain").out
    )


def test_many_outcomes_of_one_are_counted(netlog: Netlog) -> None:
    """Three in words, the others as a number."""
    for kind in ("tip", "advice", "support", "insight"):
        netlog(f"got Dorie {kind}")
    assert '\\n✓ tip\\n✓ advice\\nand 2 more outcomes"];' in netlog("graph").out


@pytest.mark.parametrize("line", ["list --format dot", "--format mermaid due"])
def test_only_graph_has_these_formats(netlog: Netlog, line: str) -> None:
    """Wherever the option stands."""
    said = netlog(line)
    assert (said.code, said.out) == (2, "")
    assert "Use page, plain, csv, json." in said.err


def test_graph_says_what_it_takes(netlog: Netlog) -> None:
    """In its help, and where a format is none."""
    assert "Use dot, mermaid, page, plain, csv, json." in netlog("graph --format x").err
    assert "dot, mermaid, page, plain, csv or json." in " ".join(
        netlog("graph --help").out.split()
    )


@pytest.mark.usefixtures("unnamed")
def test_nobody_yet(netlog: Netlog) -> None:
    """A graph of the user alone, and three ways to begin beside it."""
    said = netlog("graph")
    assert said.code == 0
    assert said.out.splitlines()[3:] == ['  "me" [label="me"];', "}"]
    assert said.err.splitlines()[0] == "Nobody yet."
