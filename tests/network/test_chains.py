"""The shortest chains of people who could introduce."""

from contextlib import closing
from datetime import date

import pytest
from hypothesis import given
from tests.network.acquainted import Acquainted, acquainted, hand, networks
from tests.network.books import NOW, TODAY

from netlog.domain.person import ME_ID
from netlog.network import chains
from netlog.network.chains import CHAINS_SHOWN, HANDS, Chains, chains_to, closeness
from netlog.repository import introductions
from netlog.repository.change import changing


def ways(found: Chains) -> list[list[int]]:
    """The people of each chain, from the first hand to the target."""
    return [[*(one.id for one in c.hands), c.target.id] for c in found.chains]


def searched(there: Acquainted, *targets: int) -> Chains:
    """Chains to some of the people."""
    with closing(there.stored()) as store:
        return chains_to(store, [there.people[key] for key in targets], TODAY)


def test_one_hand_or_two() -> None:
    """Whoever knows them and can be asked; else whoever knows somebody who does."""
    there = acquainted([hand(2), hand(3, 1, 9), hand(4), hand(5, known=True)], (2, 4))
    assert ways(searched(there, 2)) == []
    there = acquainted(list(there.people.values()), (2, 4), (4, 5))
    assert ways(searched(there, 2)) == [[5, 4, 2]]
    there = acquainted(list(there.people.values()), (2, 4), (4, 5), (2, 3))
    assert ways(searched(there, 2)) == [[3, 2], [5, 4, 2]]


def test_of_one_length_the_closest_comes_first() -> None:
    """Many touches, or late ones; who was only known before netlog comes last."""
    people = [
        *(hand(2), hand(3, known=True), hand(4, 9, 900), hand(5, 2, 10)),
        *(hand(6, 8, 300), hand(7, 2, 10)),
    ]
    there = acquainted(people, (2, 3), (2, 4), (2, 5), (2, 6), (2, 7))
    assert ways(searched(there, 2)) == [[6, 2], [5, 2], [7, 2], [4, 2], [3, 2]]


def test_closeness_halves_with_every_half_year() -> None:
    """Touches, by how long ago the last was."""
    assert closeness(hand(2, 8, 0), TODAY) == 8
    assert closeness(hand(2, 8, 182), TODAY) == 4
    assert closeness(hand(2, 8, 364), TODAY) == 2
    assert closeness(hand(2, known=True), TODAY) == 0
    assert closeness(hand(2, 8, -5), TODAY) == 8


def test_nobody_is_asked_by_way_of_whom_the_user_can_ask() -> None:
    """3 can be asked, so nobody need ask 4 for 3."""
    there = acquainted([hand(2), hand(3, 1, 1), hand(4, 1, 1)], (2, 3), (3, 4))
    assert ways(searched(there, 2)) == [[3, 2]]


def test_circles_do_not_matter() -> None:
    """Everybody is looked at once."""
    there = acquainted(
        [hand(2), hand(3), hand(4), hand(5, 1, 1)], (2, 3), (3, 4), (2, 4), (4, 5)
    )
    assert ways(searched(there, 2)) == [[5, 4, 2]]


def test_a_chain_says_from_what_it_is_known() -> None:
    """By its number and its day."""
    there = Acquainted({2: hand(2), 3: hand(3, 1, 1)}, {(2, 3): date(2025, 1, 1)})
    (chain,) = searched(there, 2).chains
    assert (chain.hands[0].introduction, chain.hands[0].day) == (1, date(2025, 1, 1))


def test_the_newest_is_said_of_several() -> None:
    """3 knows 2 from three introductions, the newest in the middle."""
    there = acquainted([hand(2), hand(3, 1, 1), hand(4), hand(5)])
    with closing(there.stored()) as store:
        with changing(store, NOW, "intro") as change:
            for by, year in ((ME_ID, 2020), (4, 2025), (5, 2024)):
                introductions.introduce(change, by, 2, 3, date(year, 1, 1))
        (chain,) = chains_to(store, [there.people[2]], TODAY).chains
    assert chain.hands[0].introduction == 2


def test_of_two_ways_as_long_the_one_known_from_the_newest_is_taken() -> None:
    """4 was introduced later than 3."""
    people = {key: hand(key) for key in (2, 3, 4)} | {5: hand(5, 1, 1)}
    old, new = date(2024, 1, 1), date(2025, 1, 1)
    there = Acquainted(people, {(2, 3): old, (2, 4): new, (3, 5): new, (4, 5): old})
    assert ways(searched(there, 2)) == [[5, 4, 2]]


@pytest.mark.parametrize(("hands", "found"), [(HANDS, 1), (HANDS + 1, 0)])
def test_a_chain_has_six_hands_at_most(hands: int, found: int) -> None:
    """A seventh would be a stranger to all."""
    keys = range(2, hands + 2)
    people = [*map(hand, keys), hand(hands + 2, 1, 1)]
    there = acquainted(people, *((key, key + 1) for key in keys))
    assert len(searched(there, 2).chains) == found


def test_a_few_chains_are_enough() -> None:
    """The search ends with the length at which there are so many."""
    people = [hand(2), *(hand(key, 1, key) for key in range(3, 12)), hand(12)]
    pairs = [(2, key) for key in range(3, 12)]
    assert ways(searched(acquainted(people, *pairs), 2)) == [
        [key, 2] for key in range(3, 3 + CHAINS_SHOWN)
    ]


def test_of_several_targets_each_hand_leads_to_the_nearest() -> None:
    """And a target is no hand for another."""
    people = [hand(2), hand(3), hand(4, 1, 1), hand(5), hand(6, 1, 9)]
    there = acquainted(people, (2, 3), (3, 4), (2, 5), (5, 6))
    assert ways(searched(there, 2, 3)) == [[4, 3], [6, 5, 2]]
    assert ways(searched(there)) == []


def test_a_search_that_is_cut_off_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has looked at so many people, and no more."""
    people = [hand(2), hand(3), hand(4), hand(5, 1, 1)]
    there = acquainted(people, (2, 3), (3, 4), (4, 5))
    assert searched(there, 2).whole
    monkeypatch.setattr(chains, "LOOKED", 2)
    assert searched(there, 2) == Chains((), whole=False)
    there = acquainted(people, (2, 3), (2, 4), (4, 5))
    assert searched(there, 2) == Chains((), whole=False)


@given(networks())
def test_every_chain_is_one_and_the_shortest_of_its_first_hand(
    there: Acquainted,
) -> None:
    """Each knows the next, only the first can be asked, and no way is shorter."""
    found = ways(searched(there, 2))
    for chain in found:
        hands = len(chain) - 1
        assert tuple(chain) in there.walks(2, hands)
        assert not any(
            way[0] == chain[0]
            for less in range(1, hands)
            for way in there.walks(2, less)
        )


@given(networks())
def test_nobody_nearer_is_left_out(there: Acquainted) -> None:
    """The first hands are all who can be asked at each length, until there are few."""
    found = ways(searched(there, 2))
    firsts: list[int] = []
    for hands in range(1, HANDS + 1):
        new = {way[0] for way in there.walks(2, hands)} - set(firsts)
        firsts += sorted(
            new, key=lambda key: (-closeness(there.people[key], TODAY), f"h{key}")
        )
        if len(firsts) >= CHAINS_SHOWN:
            break
    assert [chain[0] for chain in found] == firsts[:CHAINS_SHOWN]
