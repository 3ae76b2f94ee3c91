"""PersonFacts: which introductions count."""

from tests.plan.builders import facts, way


def test_dropped_introductions_do_not_count() -> None:
    """The others do, in their order."""
    ways = tuple(
        way(n, state=state)
        for n, state in enumerate(("offered", "dropped", "made", "met"), 2)
    )
    states = [one.state for one in facts(ways=ways).counted_ways]
    assert states == ["offered", "made", "met"]
