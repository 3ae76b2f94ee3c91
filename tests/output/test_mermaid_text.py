"""Nodes and edges as mermaid: whatever a name holds, it is shown as it is."""

import re

import pytest
from hypothesis import given, strategies as st

from netlog.domain.names import clean
from netlog.output.answer import Answer
from netlog.output.mermaid_text import mermaid_quoted, render

NUMBER = re.compile(r"#([0-9]+);")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ann", '"Ann"'),
        ("Jean-Luc O'Neil", '"Jean-Luc O\'Neil"'),
        ('A "B"', '"A #34;B#34;"'),
        ("A\\", '"A#92;"'),
        ("<b>", '"#60;b#62;"'),
        ("a --> b", '"a #45;#45;#62; b"'),
        ("#quot;", '"#35;quot#59;"'),
        ("`x` **y** _z_", '"#96;x#96; #42;#42;y#42;#42; #95;z#95;"'),
        ("J.R. Ito", '"J.R#46; Ito"'),
        ("1. list", '"1#46; list"'),
        ("%%{init}%%", '"#37;#37;#123;init#125;#37;#37;"'),
        ("a]|b", '"a#93;#124;b"'),
        ("A\nB\x1b", '"A B"'),
        ("王小明, Zoë", '"王小明, Zoë"'),
    ],
)
def test_a_name_is_one_string(name: str, said: str) -> None:
    """What may mean something is a number; letters of a name stay."""
    assert mermaid_quoted(name) == said


def test_lines_stand_below_one_another() -> None:
    """The first is the name."""
    assert mermaid_quoted("Ann", "✓ tip") == '"Ann<br/>✓ tip"'


@given(st.text())
def test_any_text_is_one_string(text: str) -> None:
    """Nothing that has a meaning is left in it, and read again it is the same."""
    said = mermaid_quoted(text)[1:-1]
    assert not re.search(r'["<>\[\]{}|`\\%*_]', said)
    assert NUMBER.sub(lambda found: chr(int(found[1])), said) == clean(text)


def test_handles_are_no_words_of_mermaid() -> None:
    """A node is called p_ and its handle; an offer, or none, is a dotted arrow."""
    handles = ("end", "o-brien", "graph")
    nodes = [{"handle": handle, "label": [handle]} for handle in handles]
    edges = [
        {"from": "end", "to": "o-brien", "state": state, "label": "x"}
        for state in (None, "offered", "made")
    ]
    assert render(Answer("graph", {"nodes": nodes, "edges": edges})) == (
        "flowchart LR\n"
        '  p_end["end"]\n'
        '  p_o_brien["o-brien"]\n'
        '  p_graph["graph"]\n'
        '  p_end -.->|"x"| p_o_brien\n'
        '  p_end -.->|"x"| p_o_brien\n'
        '  p_end -->|"x"| p_o_brien\n'
    )
