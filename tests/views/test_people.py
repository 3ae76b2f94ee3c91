"""People as answers show them."""

import pytest

from netlog.domain.person import Detail, Named
from netlog.output.answer import Part
from netlog.views.people import brief, listed, reach, titled

ANN = Named(7, "ann", "Ann Lee")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    """Commas, and one and."""
    assert listed(names) == said


def test_who_it_is() -> None:
    """For programs without a key of ours, for people with the handle."""
    assert brief(ANN) == {"handle": "ann", "name": "Ann Lee"}
    assert titled(ANN) == (Part("Ann Lee", "name"), Part(" (ann)", "soft"))


def test_how_to_reach_somebody() -> None:
    """The first e-mail, the first phone and the first page, in that order."""
    held = [
        Detail(n, "", 7, field, value, value)
        for n, (field, value) in enumerate(
            [
                ("url", "u"),
                ("phone", "p"),
                ("email", "e1"),
                ("email", "e2"),
                ("tag", "t"),
            ]
        )
    ]
    assert reach(held) == "e1, p, u"
    assert reach(held[4:]) == ""
