"""Client: whether they have bought, which until there are outcomes is a mark."""

import pytest
from tests.plan.builders import detail, frame, person

from netlog.domain.person import Detail
from netlog.plan.facts import Facts
from netlog.plan.terms.client import measure, text


@pytest.mark.parametrize(
    ("details", "expected", "said"),
    [
        ((), 0.0, ""),
        ((detail("kind", "client"),), 1.0, "a client"),
        ((detail("kind", "peer"), detail("kind", "client")), 1.0, "a client"),
        ((detail("kind", "prospect"),), 0.0, ""),
        ((detail("tag", "client"),), 0.0, ""),
    ],
)
def test_the_mark_client_is_what_counts(
    details: tuple[Detail, ...], expected: float, said: str
) -> None:
    """A kind, among others or alone; not a tag of that name."""
    told = Facts(person(), details=details)
    assert (measure(told, frame()), text(told, frame())) == (expected, said)
