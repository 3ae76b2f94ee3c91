"""Client: whether they have bought."""

import pytest
from tests.plan.builders import ago, detail, entry, frame, later, person

from netlog.domain.ledger import Entry
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
def test_where_nothing_is_recorded_the_mark_counts(
    details: tuple[Detail, ...], expected: float, said: str
) -> None:
    """A kind, among others or alone; not a tag of that name."""
    told = Facts(person(), details=details)
    assert (measure(told, frame()), text(told, frame())) == (expected, said)


@pytest.mark.parametrize(
    ("bought", "expected", "said"),
    [
        (entry(kind="client", day=ago(0)), 1.0, "a client"),
        (entry(kind="insight", cents=100, day=ago(90)), 1.0, "a client"),
        (entry(kind="client", day=later(days=1)), 0.0, ""),
        (entry(kind="client", way="gave"), 0.0, ""),
        (entry(kind="referral", cents=100), 0.0, ""),
        (entry(), 0.0, ""),
    ],
)
def test_who_bought_by_the_day_of_the_plan_is_a_client(
    bought: Entry, expected: float, said: str
) -> None:
    """With or without the mark; what came later has not been bought yet."""
    told = Facts(person(), entries=(bought,))
    assert (measure(told, frame()), text(told, frame())) == (expected, said)


def test_a_purchase_to_come_is_stronger_than_the_mark() -> None:
    """Seen from the week before it, a marked client had not bought."""
    later_on = entry(kind="client", day=later(days=1))
    told = Facts(person(), details=(detail("kind", "client"),), entries=(later_on,))
    assert measure(told, frame()) == 0.0
    assert measure(told, frame(today=later(days=1))) == 1.0
