"""Nodes and edges as dot: whatever a name holds, it is shown as it is."""

import re

import pytest
from hypothesis import given, strategies as st

from netlog.domain.names import clean
from netlog.output.answer import Answer
from netlog.output.dot_text import dot_quoted, render

# A string of dot: a quote ends it unless a backslash is before it.
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def read(text: str) -> list[str]:
    """The lines that graphviz shows for a string."""
    inner = text[1:-1].replace("\\n", "\n")
    inner = re.sub(r"\\(.)", r"\1", inner)
    return inner.replace("&amp;", "&").split("\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ann", '"Ann"'),
        ('A "B" C', r'"A \"B\" C"'),
        ("A\\", r'"A\\"'),
        ("<b>A</b>", '"<b>A</b>"'),
        ("A&lt;", '"A&amp;lt;"'),
        ("A]; x -> y", '"A]; x -> y"'),
        ("A\nB\x1b", '"A B"'),
        ("王小明", '"王小明"'),
    ],
)
def test_a_name_is_one_string(name: str, said: str) -> None:
    """Quotes, backslashes and entities mean nothing in it."""
    assert dot_quoted(name) == said


def test_lines_stand_below_one_another() -> None:
    """The first is the name."""
    assert dot_quoted("Ann", "✓ tip") == '"Ann\\n✓ tip"'


@given(st.text())
def test_any_text_is_one_string(text: str) -> None:
    """It ends where it ends, and reads as the text does when it is clean."""
    said = dot_quoted(text)
    assert STRING.fullmatch(said)
    if "\\n" not in clean(text):
        assert read(said) == [clean(text)]


@given(st.text(), st.text())
def test_a_graph_has_as_many_lines_as_it_has_nodes_and_edges(
    name: str, other: str
) -> None:
    """No name breaks out of its line."""
    nodes = [{"handle": "a", "label": [name, other]}, {"handle": "b", "label": ["B"]}]
    edge = {"from": "a", "to": "b", "state": "offered", "label": name}
    said = render(Answer("graph", {"nodes": nodes, "edges": [edge]}))
    assert len(said.split("\n")) == 8
    assert STRING.sub("S", said).splitlines()[3:] == [
        "  S [label=S];",
        "  S [label=S];",
        "  S -> S [label=S, style=dashed];",
        "}",
    ]
