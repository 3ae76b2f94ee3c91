"""People named where they do not stand, and every way by which outcomes came."""

from hypothesis import given
from tests.network.networks import LATE, Network, day, introductions, networks
from tests.network.starts import Came, known, things

from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.network.forest import Child, Forest, Weight, parents
from netlog.network.tree import AlsoNamed, also_introduced, walked_back

SAID = introductions((2, 3, 1), (3, 4, 2), (2, 4, 3), (5, 4, 4))


def test_only_who_stands_elsewhere_is_named() -> None:
    """Not who stands there, or further below; unless they are no longer shown."""
    came = parents(SAID)
    assert list(also_introduced(SAID, came)) == [Child(4, SAID[3], 3)]
    assert list(also_introduced(SAID, came, {2, 3})) == [
        Child(4, SAID[2], 3),
        Child(4, SAID[3], 3),
    ]
    assert list(also_introduced(SAID[:1], {})) == [Child(3, SAID[0], ME_ID)]


def test_who_is_named_comes_after_who_stands_there() -> None:
    """And changes no weight."""
    forest = Forest(parents(SAID), {4: 1})
    tree = AlsoNamed(forest, [Child(4, SAID[2], 3)])
    assert tree.below(2).children == (Child(3, SAID[0]), Child(4, SAID[2], 3))
    assert tree.below(3) == forest.below(3)
    assert tree.weight(2) == Weight(1, 2)


def outcome(came: Came) -> Outcome:
    """The same as something that was got."""
    return Outcome(1, came.person, came.until, False, came.by, None)  # noqa: FBT003


def test_what_came_before_an_introduction_did_not_come_by_it() -> None:
    """Nor by another than the one it was said to come of."""
    network = Network(SAID)
    early, late = Came(4, day(2), 0, None), Came(4, LATE, 0, 4)
    assert walked_back(known(network), [outcome(early)]) == [SAID[1], SAID[0]]
    assert walked_back(known(network), [outcome(late)]) == [SAID[3]]


@given(things())
def test_every_introduction_on_any_way_is_walked(
    drawn: tuple[Network, list[Came]],
) -> None:
    """And no other one."""
    network, came = drawn
    plainly: set[Link] = set()
    for one in came:
        for way in one.ways(network):
            plainly |= set(way)
    found = walked_back(known(network), map(outcome, came))
    assert set(found) == plainly
    assert len(found) == len(plainly)


@given(networks())
def test_everybody_stands_or_is_named_under_whoever_introduced_them(
    network: Network,
) -> None:
    """No introduction is lost."""
    came = parents(network.links)
    named = {child.link for child in also_introduced(network.links, came)}
    for link in network.links:
        above = link.person_id
        way = []
        while above in came:
            above = came[above].introducer_id
            way.append(above)
        assert (link in named) == (link.introducer_id not in way)
