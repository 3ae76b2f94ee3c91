"""A tree as it is asked for."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from tests.network.acquainted import hand
from tests.trace.networks import LATE, Network, day, introductions, networks

from netlog.domain.acquaintance import Hand
from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.network import growing
from netlog.network.coming import came_by
from netlog.network.growing import Selection, tree, walked


class Source:
    """A network, who brought something, and when some were first met."""

    def __init__(
        self,
        links: Sequence[Link],
        outcomes: Sequence[int] = (),
        met: dict[int, date] | None = None,
        people: int = 20,
        met_before: set[int] | None = None,
    ) -> None:
        self.all = links
        self.brought_by = outcomes
        self.met = met or {}
        self.people = people
        self.late = met_before or set()
        self.read_whole = False

    def introduced(self, person_id: int) -> Sequence[Link]:
        """Whom somebody introduced."""
        return [link for link in self.all if link.introducer_id == person_id]

    def came_of(self, person_id: int) -> Link | None:
        """By what somebody came."""
        return came_by(self.all, self.late).get(person_id)

    def met_before(self) -> set[int]:
        """Introductions of people who had been met."""
        return self.late

    def outcomes(self) -> list[Outcome]:
        """What each brought, late enough for all introductions."""
        return [
            Outcome(number, person, LATE, False, None, None)  # noqa: FBT003
            for number, person in enumerate(self.brought_by, 1)
        ]

    def hand(self, person_id: int) -> Hand:
        """Nobody was known before netlog."""
        return hand(person_id)

    def links(self) -> Sequence[Link]:
        """All introductions."""
        self.read_whole = True
        return self.all

    def size(self) -> int:
        """How many there are."""
        return len(self.all)

    def count_people(self) -> int:
        """How many people there are."""
        return self.people

    def first_met_since(self, since: date) -> set[int]:
        """Who was first met since a day."""
        return {person for person, day in self.met.items() if day >= since}

    def outcomes_by_person(self) -> dict[int, int]:
        """How many outcomes each brought."""
        return dict(Counter(self.brought_by))

    def latest_outcomes(self, most: int) -> Sequence[int]:
        """Who brought the latest."""
        return self.brought_by[:most]

    def led_back(self, most: int) -> list[tuple[int, Link | None]]:
        """Everybody of whom something began, and who brought them."""
        came = came_by(self.all, self.late)
        ahead = [*self.latest_outcomes(most), *(one.introducer_id for one in self.all)]
        for person in ahead:
            ahead += [came[person].introducer_id] if person in came else []
        return [(person, came.get(person)) for person in ahead]

    def brought(self, person_id: int, most: int) -> Sequence[Link]:
        """By what the first came who came by somebody."""
        came = came_by(self.all, self.late).values()
        return [link for link in came if link.introducer_id == person_id][:most]


EVERYTHING = Selection()
SAID = introductions((2, 3, 1), (3, 4, 2), (2, 5, 5), (6, 7, 1))


def people(source: Source, selection: Selection = EVERYTHING) -> set[int]:
    """Everybody who is shown, but for me."""
    return {node.person_id for node in walked(tree(source, selection).trunk)} - {ME_ID}


def test_everybody_who_brought_or_was_brought() -> None:
    """Others are counted: they are quiet."""
    source = Source(SAID, outcomes=[9])
    assert people(source) == {2, 3, 4, 5, 6, 7, 9}
    assert tree(source, Selection()).quiet == 13


def test_only_what_led_to_something() -> None:
    """Nobody else is counted then."""
    source = Source(SAID, outcomes=[4, 9])
    assert people(source, Selection(led=True)) == {2, 3, 4, 9}
    assert tree(source, Selection(led=True)).quiet is None


def test_only_who_came_since_a_day() -> None:
    """Introduced, or met without help; and the quiet ones that were met since then."""
    source = Source(SAID, met={6: day(9), 8: day(9), 9: day(3)})
    assert people(source, Selection(since=day(5))) == {2, 5, 6}
    assert people(source, Selection(since=day(3))) == {2, 5, 6}
    assert tree(source, Selection(since=day(5))).quiet == 1
    assert tree(source, Selection(since=day(3))).quiet == 2


def test_since_a_day_and_led_are_both_asked() -> None:
    """A branch in which somebody is new and something came."""
    source = Source(SAID, outcomes=[5, 7])
    assert people(source, Selection(since=day(2), led=True)) == {2, 5}


def test_of_somebody_nobody_is_quiet() -> None:
    """Their branch, and no count of strangers."""
    assert people(Source(SAID), Selection(root=3)) == {3, 4}
    assert tree(Source(SAID), Selection(root=3)).quiet is None


def test_a_large_network_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless everybody is asked for, or those of some sort."""
    monkeypatch.setattr(growing, "LARGE", 3)
    source = Source(SAID, outcomes=[4])
    found = tree(source, Selection())
    assert (source.read_whole, found.quiet, found.trunk.more) == (False, None, None)
    assert people(source) == {2, 3, 4, 5, 6, 7}
    for asked in (Selection(every=True), Selection(led=True), Selection(since=day(1))):
        source.read_whole = False
        tree(source, asked)
        assert source.read_whole


TWICE = introductions((2, 4, 1), (3, 4, 2), (4, 5, 3))
"""4 came by 2, and was introduced by 3, too."""


def besides(source: Source, selection: Selection) -> list[tuple[int, int, int]]:
    """Under whom who is named who stands under whom instead."""
    return [
        (node.person_id, child.person_id, child.see)
        for node in walked(tree(source, selection).trunk)
        for child in node.children
        if child.see
    ]


def test_whom_the_root_introduced_is_named_where_they_do_not_stand() -> None:
    """Under the first introducer, or at the top, where they were known before."""
    assert besides(Source(TWICE), Selection()) == []
    assert besides(Source(TWICE), Selection(root=3)) == [(3, 4, 2)]
    assert besides(Source(TWICE), Selection(root=3, since=day(3))) == []
    met = Source(TWICE, met_before={1, 2})
    assert besides(met, Selection(root=2)) == [(2, 4, ME_ID)]
    further = Source(introductions((2, 3, 1), (3, 4, 2), (2, 4, 3)))
    assert besides(further, Selection(root=2)) == []


def test_a_large_network_names_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being read."""
    monkeypatch.setattr(growing, "LARGE", 1)
    source = Source(TWICE, met_before={3})
    assert besides(source, Selection(root=3)) == [(3, 4, 2)]
    assert besides(source, Selection(root=4)) == [(4, 5, ME_ID)]
    assert not source.read_whole


def test_whoever_led_to_something_is_kept() -> None:
    """Also who introduced somebody that had come by another; but for later ones."""
    source = Source(TWICE, outcomes=[5])
    assert people(source, Selection(led=True)) == {2, 3, 4, 5}
    assert besides(source, Selection(led=True)) == [(3, 4, 2)]
    later = introductions((2, 4, 1), (3, 4, 600))
    assert people(Source(later, outcomes=[4]), Selection(led=True)) == {2, 4}
    assert besides(Source(later, outcomes=[4]), Selection(root=3, led=True)) == []


def test_whom_i_had_met_was_not_brought() -> None:
    """They stand at the top, as met without help."""
    trunk = tree(Source(SAID, met_before={1}), Selection()).trunk
    assert {node.person_id for node in trunk.children if not node.link} == {2, 3, 6}


@given(networks())
def test_a_glimpse_shows_nobody_in_another_place(network: Network) -> None:
    """Below whom they came by, as in the tree that was read as a whole."""
    came = came_by(network.links)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing, "LARGE", 0)
        trunk = tree(Source(network.links, outcomes=network.people), Selection()).trunk
    for node in walked(trunk):
        assert node.weight.people is None
        for child in node.children:
            assert child.link == came.get(child.person_id)
            assert node.person_id == (child.link.introducer_id if child.link else ME_ID)
