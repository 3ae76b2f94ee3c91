"""Nodes and edges as dot, for graphviz."""

from typing import Any

from netlog.domain.names import clean
from netlog.output.answer import Answer

_HEAD = "digraph netlog {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n"
_STYLES = {None: ", style=dotted", "offered": ", style=dashed"}


def render(answer: Answer) -> str:
    """The graph, one node or edge a line."""
    nodes = map(_node, answer.data["nodes"])
    edges = map(_edge, answer.data["edges"])
    return "".join((_HEAD, *nodes, *edges, "}\n"))


def dot_quoted(*lines: str) -> str:
    """Lines as one string of dot, which shows whatever they hold as it is."""
    escaped = (
        clean(line).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
        for line in lines
    )
    return '"' + "\\n".join(escaped) + '"'


def _node(node: dict[str, Any]) -> str:
    return f"  {dot_quoted(node['handle'])} [label={dot_quoted(*node['label'])}];\n"


def _edge(edge: dict[str, Any]) -> str:
    ends = f"{dot_quoted(edge['from'])} -> {dot_quoted(edge['to'])}"
    style = _STYLES.get(edge["state"], "")
    return f"  {ends} [label={dot_quoted(edge['label'])}{style}];\n"
