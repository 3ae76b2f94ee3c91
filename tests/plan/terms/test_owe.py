"""Owe: whose turn it is to give."""

import pytest
from tests.plan.builders import Network, ago, entry, frame, person

from netlog.domain.ledger import Entry
from netlog.plan.facts import Facts
from netlog.plan.terms.owe import measure, text

GOT, GAVE = entry(), entry(way="gave")
BOTH = "they gave last and they gave more"


@pytest.mark.parametrize(
    ("entries", "expected", "said"),
    [
        ((), 0.0, ""),
        ((GAVE,), 0.0, ""),
        ((GOT,), 1.0, BOTH),
        ((GOT, GAVE), 0.0, ""),
        ((GAVE, GOT), 0.5, "they gave last"),
        ((GOT, GOT, GAVE), 0.5, "they gave more"),
        ((GOT, GAVE, GOT), 1.0, BOTH),
        ((GAVE, GAVE, GOT), 0.5, "they gave last"),
    ],
)
def test_it_is_my_turn_when_they_gave_last_or_more(
    entries: tuple[Entry, ...], expected: float, said: str
) -> None:
    """A half for each, by the number of things; and it says which it is."""
    told = Facts(person(), entries=entries)
    assert (measure(told, frame()), text(told, frame())) == (expected, said)


def test_the_last_one_is_the_latest_by_its_day() -> None:
    """However late it was entered."""
    network = Network()
    network.add("hal", known=True, every="1m")
    network.log("hal", kind="call", on=ago(40))
    network.gave("hal", on=ago(5))
    network.got("hal", on=ago(9))
    terms = {term.name: term for term in network.plan().keep[0].terms}
    assert (terms["owe"].measure, terms["owe"].points) == (0.0, 0.0)
    network.got("hal", on=ago(5))
    (line,) = network.plan().keep
    terms = {term.name: term for term in line.terms}
    assert (terms["owe"].points, terms["owe"].text) == (3.0, BOTH)
    assert BOTH in line.text
