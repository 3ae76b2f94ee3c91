"""netlog graph: the network for programs that draw."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from typer import Context

from netlog.db import sql
from netlog.domain.numbers import counted
from netlog.network.graph import Edge, Graph, graph
from netlog.network.tree import Node, TreePerson, tree, tree_people
from netlog.options import AllOfThem, Depth, Led, Root, Since, app_of, selection_of
from netlog.output.answer import Answer, Table
from netlog.views.wording import brief, entry_data, money_said, nobody


def command(
    ctx: Context,
    who: Root = None,
    depth: Depth = 3,
    since: Since = "",
    led: Led = False,
    every: AllOfThem = False,
) -> None:
    """The network as dot, mermaid or JSON.

    As a picture: netlog graph | dot -Tsvg > network.svg

    It shows whom netlog tree shows, and every introduction among them. Formats are
    dot, if none is given, mermaid and json; page, plain and csv list the edges.
    """
    app = app_of(ctx)
    app.options.setdefault("format", "dot")
    selection = selection_of(app, who, depth, since, led=led, every=every)
    trunk = tree(app.store, selection).trunk
    found = graph(app.store, trunk, selection.since or date.min)
    people = tree_people(app.store, trunk)
    app.show(_answer(found, people, app.settings.currency))
    if not trunk.children and not sql.count_people(app.store):
        app.tell(nobody())


_COLUMNS = ("from", "to", "date", "state", "introduction")
_OUTCOMES = 3
_PEOPLE = ("person", "people")


def _answer(graph: Graph, known: Mapping[int, TreePerson], currency: str) -> Answer:
    """The graph for programs that draw; as a list, one edge a row."""
    data = {
        "nodes": [_node(node, known, currency) for node in graph.nodes],
        "edges": [_edge(line, known) for line in graph.edges],
    }
    rows = tuple(
        tuple(str(edge[column] or "") for column in _COLUMNS) for edge in data["edges"]
    )
    return Answer("graph", data, table=Table(_COLUMNS, rows))


def _node(node: Node, known: Mapping[int, TreePerson], currency: str) -> dict[str, Any]:
    found = known[node.person_id]
    return brief(found.person) | {
        "outcomes": [entry_data(one, currency) for one in found.outcomes],
        "more": node.more,
        "label": [found.person.name, *_below(node, found, currency)],
    }


def _below(node: Node, found: TreePerson, currency: str) -> Iterator[str]:
    """What stands below a name: outcomes, and how many people are not shown."""
    for entry in found.outcomes[:_OUTCOMES]:
        yield f"✓ {entry.said}{money_said(entry.cents, currency)}"
    if more := len(found.outcomes[_OUTCOMES:]):
        yield f"and {counted(more, 'more outcome')}"
    hidden = node.hidden
    if node.more != 0 and hidden != 0:
        many = "more people" if hidden is None else counted(hidden, *_PEOPLE)
        yield f"{many} not shown"


def _known(found: TreePerson) -> str:
    return "known before netlog" if found.before else "known"


def _edge(line: Edge, known: Mapping[int, TreePerson]) -> dict[str, Any]:
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
