"""Bridge: the less of the network is where they are, the more they open."""

import pytest
from tests.plan.builders import frame, person

from netlog.plan.facts import Facts
from netlog.plan.terms.bridge import measure, text


@pytest.mark.parametrize(
    ("share", "expected"),
    [(None, 0.5), (0.0, 1.0), (0.15, 0.85), (0.5, 0.5), (1.0, 0.0)],
)
def test_it_is_one_less_their_clusters_share(
    share: float | None, expected: float
) -> None:
    """1 where nobody is, 0 in the largest cluster, and 0.5 where it is not known."""
    assert measure(Facts(person(), share=share), frame()) == expected


@pytest.mark.parametrize(
    ("share", "org", "cluster", "said"),
    [
        (None, "", "", "their circle is not known"),
        (0.0, "ACME", "acme", "you know few at ACME"),
        (0.2, "", "choir", "you know few at choir"),
        (0.9, "ACME", "acme", "you know others at ACME"),
    ],
)
def test_it_says_whose_circle_it_is(
    share: float | None, org: str, cluster: str, said: str
) -> None:
    """The organisation as written, else the tag."""
    told = Facts(person(org=org, cluster=cluster), share=share)
    assert text(told, frame()) == said
