"""Facts: which introductions count, and who has bought."""

from tests.plan.builders import detail, facts, way


def test_dropped_introductions_do_not_count() -> None:
    """The others do, in their order."""
    ways = tuple(
        way(n, state=state)
        for n, state in enumerate(("offered", "dropped", "made", "met"), 2)
    )
    states = [one.state for one in facts(ways=ways).counted_ways]
    assert states == ["offered", "made", "met"]


def test_a_client_is_marked_as_one() -> None:
    """By their kind alone, until there are outcomes."""
    assert facts(details=(detail("kind", "client"),)).is_client
    assert not facts(details=(detail("needs", "client"),)).is_client
