"""Which part of a tree is shown."""

from collections.abc import Iterator

from hypothesis import given, strategies as st
from tests.network.networks import Network, introductions, networks
from tests.network.test_forest import below

from netlog.domain.person import ME_ID
from netlog.network.forest import Below, Child, Forest, Weight, parents
from netlog.network.tree import AlsoNamed, Limits, Node, shown


def names(node: Node) -> list[object]:
    """People within people, and a number for those who are not shown."""
    more = [node.more] if node.more else []
    return [node.person_id, *map(names, node.children), *more]


def everybody(node: Node) -> Iterator[Node]:
    """All who are shown, the root left out."""
    for child in node.children:
        yield child
        yield from everybody(child)


def star(*sizes: int) -> Forest:
    """People met without help who introduced so many each, with ids from 100 on."""
    said = [
        (place, 100 * place + number, number)
        for place, size in enumerate(sizes, 2)
        for number in range(size)
    ]
    return Forest(parents(introductions(*said)), {})


def test_who_led_to_more_comes_first() -> None:
    """Outcomes before people, people before age."""
    said = introductions((2, 3, 1), (4, 5, 1), (4, 6, 2), (7, 8, 1), (7, 9, 2))
    forest = Forest(parents(said), {3: 1, 9: 1})
    assert names(shown(forest, ME_ID, Limits())) == [
        ME_ID,
        [7, [9], [8]],
        [2, [3]],
        [4, [5], [6]],
    ]


def test_it_ends_at_its_depth_and_says_what_is_below() -> None:
    """One hop, two hops; the rest is a number."""
    forest = Forest(parents(introductions((2, 3, 1), (3, 4, 2), (3, 5, 3))), {})
    assert names(shown(forest, ME_ID, Limits(depth=1))) == [ME_ID, [2, 1]]
    assert names(shown(forest, ME_ID, Limits(depth=2))) == [ME_ID, [2, [3, 2]]]


def test_it_grows_from_anybody() -> None:
    """Their branch alone."""
    forest = Forest(parents(introductions((2, 3, 1), (3, 4, 2))), {})
    assert names(shown(forest, 3, Limits())) == [3, [4]]


def test_a_page_is_for_those_who_led_to_most() -> None:
    """So many below one and so many in all; where it is the same, the nearer."""
    assert names(shown(star(5, 4), ME_ID, Limits(width=2))) == [
        ME_ID,
        [2, [200], [201], 3],
        [3, [300], [301], 2],
    ]
    assert names(shown(star(5, 4), ME_ID, Limits(people=4))) == [
        ME_ID,
        [2, [200], 4],
        [3, [300], 3],
    ]


def test_nobody_alone_is_left_out() -> None:
    """To say that one is left out takes as long as to show who it is."""
    assert names(shown(star(3), ME_ID, Limits(width=2))) == [
        ME_ID,
        [2, [200], [201], [202]],
    ]


def test_everybody_is_shown_who_is_asked_for() -> None:
    """As deep as was said, and no deeper."""
    forest = star(*[30] * 30)
    assert len(list(everybody(shown(forest, ME_ID, Limits.everybody(2))))) == 930
    assert len(list(everybody(shown(forest, ME_ID, Limits.everybody(1))))) == 30


def test_of_those_who_led_to_as_much_the_nearer_come_first() -> None:
    """However long ago those came who stand further away."""
    forest = Forest(parents(introductions((2, 3, 1), (3, 4, 1), (5, 6, 9))), {})
    assert names(shown(forest, ME_ID, Limits(people=4))) == [
        ME_ID,
        [2, [3, [4]]],
        [5, [6]],
    ]
    forest = Forest(
        parents(introductions((2, 3, 1), (3, 4, 1), (3, 7, 1), (5, 6, 9))), {}
    )
    assert names(shown(forest, ME_ID, Limits(people=4))) == [
        ME_ID,
        [2, [3, 2]],
        [5, [6]],
    ]


class _Endless:
    """A network nobody has counted, and in which two brought each other."""

    def below(self, person_id: int) -> Below:
        """Each below the other."""
        others = {ME_ID: 2, 2: 3, 3: 2}
        return Below((Child(others[person_id]),), whole=False)

    def weight(self, person_id: int) -> Weight:
        """Nobody knows."""
        return Weight(person_id, None)


def test_what_nobody_counted_is_not_said() -> None:
    """And nobody is shown twice, not even there."""
    trunk = shown(_Endless(), ME_ID, Limits())
    found = [trunk, *everybody(trunk)]
    assert [(one.person_id, one.more) for one in found] == [
        (ME_ID, None),
        (2, None),
        (3, None),
    ]


def test_who_is_only_named_somewhere_stands_elsewhere_too() -> None:
    """A leaf that takes nobody's place, weighs nothing, and is counted when cut."""
    said = introductions((2, 3, 1), (3, 5, 2), (4, 3, 2), (4, 6, 3))
    tree = AlsoNamed(Forest(parents(said), {}), [Child(3, said[2], 2)])
    assert names(shown(tree, ME_ID, Limits())) == [
        ME_ID,
        [2, [3, [5]]],
        [4, [3], [6]],
    ]
    two, four = shown(tree, ME_ID, Limits()).children
    leaf = four.children[0]
    assert (leaf.see, leaf.weight, leaf.children) == (2, Weight(), ())
    assert (two.standing, four.standing, four.hidden) == (2, 1, 0)
    cut = shown(tree, ME_ID, Limits(depth=1)).children[1]
    assert (cut.more, cut.hidden) == (2, 1)


class _Uncounted(_Endless):
    """Two below me, and perhaps more."""

    def below(self, person_id: int) -> Below:
        """Nobody below these."""
        children = (Child(2), Child(3)) if person_id == ME_ID else ()
        return Below(children, whole=person_id != ME_ID)


def test_one_more_is_shown_only_where_that_is_the_last() -> None:
    """Else it has to be said all the same that there are more."""
    trunk = shown(_Uncounted(), ME_ID, Limits(width=1))
    assert [child.person_id for child in trunk.children] == [3]


LIMITS = st.builds(Limits, st.integers(1, 4), st.integers(1, 4), st.integers(1, 9))


@given(networks(), LIMITS)
def test_what_is_shown_and_what_is_not_is_everybody(
    network: Network, limits: Limits
) -> None:
    """Every person once, below whom they came by; the rest adds up."""
    came = parents(network.links)
    forest = Forest(came, {})
    trunk = shown(forest, ME_ID, limits)
    people = list(everybody(trunk))
    assert len({one.person_id for one in people}) == len(people)
    for node in (trunk, *people):
        there = forest.below(node.person_id).children
        assert node.more == len(there) - len(node.children)
        assert {(c.person_id, c.link, c.see) for c in node.children} <= set(
            map(tuple, there)
        )
        assert node.hidden == len(below(forest, node.person_id)) - node.standing


@given(networks(), LIMITS)
def test_nobody_who_led_to_more_is_left_out(network: Network, limits: Limits) -> None:
    """AlsoNamed somebody shown, whoever is not shown led to no more people."""
    forest = Forest(parents(network.links), {})
    trunk = shown(forest, ME_ID, limits)
    for node in (trunk, *everybody(trunk)):
        seen = {child.person_id for child in node.children}
        there = {child.person_id for child in forest.below(node.person_id).children}
        most = [forest.weight(one).people or 0 for one in there - seen]
        least = [forest.weight(one).people or 0 for one in seen]
        assert max(most, default=0) <= min(least, default=0) or not seen
