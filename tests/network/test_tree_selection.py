"""A tree as it is asked for."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date

import pytest
from hypothesis import assume, given
from tests.network.networks import LATE, Network, day, introductions, networks
from tests.network.said import Said

from netlog.db import sql
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.network import tree as tree_module
from netlog.network.forest import parents
from netlog.network.tree import Selection, Tree, nodes_of, tree

EVERYTHING = Selection()


def said(
    links: Iterable[Link],
    outcomes: Iterable[int] = (),
    met: Mapping[int, date] | None = None,
) -> Said:
    """A network, who brought something late, and when some were met in person."""
    touches = [((person,), "coffee", day, True) for person, day in (met or {}).items()]
    late = [(person, LATE) for person in outcomes]
    return Said(tuple(links), touches=tuple(touches), outcomes=tuple(late))


def grown(what: Said, asked: Selection = EVERYTHING) -> Tree:
    """The tree of what was said."""
    with closing(what.stored()) as store:
        return tree(store, asked)


def reads_whole(what: Said, asked: Selection) -> bool:
    """Whether every introduction is read for a tree."""
    statements: list[str] = []
    with closing(what.stored()) as store:
        store.connection.set_trace_callback(statements.append)
        tree(store, asked)
    return sql.LINKS.text in statements


SAID = introductions((2, 3, 1), (3, 4, 2), (2, 5, 5), (6, 7, 1))


def people(what: Said, asked: Selection = EVERYTHING) -> set[int]:
    """Everybody who is shown, but for me."""
    return {node.person_id for node in nodes_of(grown(what, asked).trunk)} - {ME_ID}


def test_everybody_who_brought_or_was_brought() -> None:
    """Others are counted: they are quiet."""
    what = said(SAID, outcomes=[9])
    assert people(what) == {2, 3, 4, 5, 6, 7, 9}
    assert grown(what, Selection()).quiet == 5


def test_only_what_led_to_something() -> None:
    """Nobody else is counted then."""
    what = said(SAID, outcomes=[4, 9])
    assert people(what, Selection(led=True)) == {2, 3, 4, 9}
    assert grown(what, Selection(led=True)).quiet is None


def test_only_who_came_since_a_day() -> None:
    """Introduced, or met without help; and the quiet ones that were met since then."""
    what = said(SAID, met={6: day(9), 8: day(9), 9: day(3)})
    assert people(what, Selection(since=day(5))) == {2, 5, 6}
    assert people(what, Selection(since=day(3))) == {2, 5, 6}
    assert grown(what, Selection(since=day(5))).quiet == 1
    assert grown(what, Selection(since=day(3))).quiet == 2


def test_since_a_day_and_led_are_both_asked() -> None:
    """A branch in which somebody is new and something came."""
    what = said(SAID, outcomes=[5, 7])
    assert people(what, Selection(since=day(2), led=True)) == {2, 5}


def test_of_somebody_nobody_is_quiet() -> None:
    """Their branch, and no count of strangers."""
    assert people(said(SAID), Selection(root=3)) == {3, 4}
    assert grown(said(SAID), Selection(root=3)).quiet is None


def test_a_large_network_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless everybody is asked for, or those of some sort."""
    monkeypatch.setattr(tree_module, "LARGE", 3)
    what = said(SAID, outcomes=[4])
    found = grown(what)
    assert (found.quiet, found.trunk.more) == (None, None)
    assert not reads_whole(what, EVERYTHING)
    assert people(what) == {2, 3, 4, 5, 6, 7}
    for asked in (Selection(every=True), Selection(led=True), Selection(since=day(1))):
        assert reads_whole(what, asked)


TWICE = introductions((2, 4, 1), (3, 4, 2), (4, 5, 3))
"""4 came by 2, and was introduced by 3, too."""


def besides(what: Said, asked: Selection) -> list[tuple[int, int, int]]:
    """Under whom who is named who stands under whom instead."""
    return [
        (node.person_id, child.person_id, child.see)
        for node in nodes_of(grown(what, asked).trunk)
        for child in node.children
        if child.see
    ]


def test_whom_the_root_introduced_is_named_where_they_do_not_stand() -> None:
    """Under the first introducer, or at the top, where they were known before."""
    assert besides(said(TWICE), Selection()) == []
    assert besides(said(TWICE), Selection(root=3)) == [(3, 4, 2)]
    assert besides(said(TWICE), Selection(root=3, since=day(3))) == []
    met = said(TWICE, met={4: day(0)})
    assert besides(met, Selection(root=2)) == [(2, 4, ME_ID)]
    further = said(introductions((2, 3, 1), (3, 4, 2), (2, 4, 3)))
    assert besides(further, Selection(root=2)) == []


def test_a_large_network_names_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being read."""
    monkeypatch.setattr(tree_module, "LARGE", 1)
    what = said(TWICE, met={5: day(2)})
    assert besides(what, Selection(root=3)) == [(3, 4, 2)]
    assert besides(what, Selection(root=4)) == [(4, 5, ME_ID)]
    assert not reads_whole(what, Selection(root=3))


def test_whoever_led_to_something_is_kept() -> None:
    """Also who introduced somebody that had come by another; but for later ones."""
    what = said(TWICE, outcomes=[5])
    assert people(what, Selection(led=True)) == {2, 3, 4, 5}
    assert besides(what, Selection(led=True)) == [(3, 4, 2)]
    later = introductions((2, 4, 1), (3, 4, 600))
    assert people(said(later, outcomes=[4]), Selection(led=True)) == {2, 4}
    assert besides(said(later, outcomes=[4]), Selection(root=3, led=True)) == []


def test_whom_i_had_met_was_not_brought() -> None:
    """They stand at the top, as met without help."""
    trunk = grown(said(SAID, met={3: day(0)}), Selection()).trunk
    assert {node.person_id for node in trunk.children if not node.link} == {2, 3, 6}


@given(networks())
def test_a_partial_forest_shows_nobody_in_another_place(network: Network) -> None:
    """Below whom they came by, as in the tree that was read as a whole."""
    what = said(Said.of(network).links, outcomes=network.people)
    assume(not what.opened)
    came = parents(network.links)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree_module, "LARGE", 0)
        trunk = grown(what).trunk
    for node in nodes_of(trunk):
        assert node.weight.people is None
        for child in node.children:
            assert child.link == came.get(child.person_id)
            assert node.person_id == (child.link.introducer_id if child.link else ME_ID)
