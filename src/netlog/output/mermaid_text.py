"""Nodes and edges as a mermaid flowchart."""

import re
from typing import Any

from netlog.domain.names import clean
from netlog.output.answer import Answer

_HEAD = "flowchart LR\n"
_ARROWS = {None: "-.->", "offered": "-.->"}
# Within a word these are letters of a name; anywhere else they may mean something.
_MEANING = re.compile(r"(?!(?<=[^\W_])[-.'](?=[^\W_]))[!-+\--/:-@\[-`{-~]")


def render(answer: Answer) -> str:
    """The flowchart, one node or edge a line."""
    nodes = map(_node, answer.data["nodes"])
    edges = map(_edge, answer.data["edges"])
    return "".join((_HEAD, *nodes, *edges))


def mermaid_quoted(*lines: str) -> str:
    """Lines as one string of mermaid: what may have a meaning there is a number."""
    escaped = (
        _MEANING.sub(lambda found: f"#{ord(found[0])};", clean(line)) for line in lines
    )
    return '"' + "<br/>".join(escaped) + '"'


def _name(handle: str) -> str:
    """A handle as the name of a node, never one of mermaid's own words."""
    return "p_" + handle.replace("-", "_")


def _node(node: dict[str, Any]) -> str:
    return f"  {_name(node['handle'])}[{mermaid_quoted(*node['label'])}]\n"


def _edge(edge: dict[str, Any]) -> str:
    arrow = _ARROWS.get(edge["state"], "-->")
    ends = (_name(edge["from"]), _name(edge["to"]))
    return f"  {ends[0]} {arrow}|{mermaid_quoted(edge['label'])}| {ends[1]}\n"
