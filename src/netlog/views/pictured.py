"""What `graph` says: people as nodes, introductions as edges."""

from collections.abc import Iterator, Mapping
from typing import Any

from netlog.network.graph import Graph, Line
from netlog.network.growing import Known
from netlog.network.tree import Node
from netlog.output.answer import Answer, Table
from netlog.views.numbers import number_of
from netlog.views.people import brief
from netlog.views.records import entry_data, money_said

_COLUMNS = ("from", "to", "date", "state", "introduction")
_OUTCOMES = 3
_PEOPLE = ("person", "people")


def view(graph: Graph, known: Mapping[int, Known], currency: str) -> Answer:
    """The graph for programs that draw; as a list, one edge a row."""
    data = {
        "nodes": [_node(node, known, currency) for node in graph.nodes],
        "edges": [_edge(line, known) for line in graph.lines],
    }
    rows = tuple(
        tuple(str(edge[column] or "") for column in _COLUMNS) for edge in data["edges"]
    )
    return Answer("graph", data, table=Table(_COLUMNS, rows))


def _node(node: Node, known: Mapping[int, Known], currency: str) -> dict[str, Any]:
    found = known[node.person_id]
    return brief(found.person) | {
        "outcomes": [entry_data(one, currency) for one in found.outcomes],
        "more": node.more,
        "label": [found.person.name, *_below(node, found, currency)],
    }


def _below(node: Node, found: Known, currency: str) -> Iterator[str]:
    """What stands below a name: outcomes, and how many people are not shown."""
    for entry in found.outcomes[:_OUTCOMES]:
        yield f"✓ {entry.said}{money_said(entry.cents, currency)}"
    if more := len(found.outcomes[_OUTCOMES:]):
        yield f"and {number_of(more, 'more outcome')}"
    hidden = node.hidden
    if node.more != 0 and hidden != 0:
        many = "more people" if hidden is None else number_of(hidden, *_PEOPLE)
        yield f"{many} not shown"


def _known(found: Known) -> str:
    return "known before netlog" if found.before else "known"


def _edge(line: Line, known: Mapping[int, Known]) -> dict[str, Any]:
    link, found = line.link, known[line.target]
    met = found.met
    day = link.day if link else met and met.day
    state = link and link.state
    words = (day.isoformat(), state or "first met") if day else (_known(found),)
    return {
        "from": known[line.source].person.handle,
        "to": known[line.target].person.handle,
        "introduction": link and link.introduction,
        "date": day,
        "state": state,
        "label": " ".join(words),
    }
