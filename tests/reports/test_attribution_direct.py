"""Each outcome counts for one case alone: what Fisher's test may be given."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from random import Random

import pytest
from tests.network.networks import day, introductions

from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.reports.attribution import Attribution, attribution, direct_attribution
from netlog.reports.statistics import Rate, compare

Finding = Callable[[Sequence[Outcome], list[Link]], Attribution]
remembered = lru_cache(maxsize=None)(compare)


def outcome(key: int, person: int, on: int, of: int | None = None) -> Outcome:
    """Something got from somebody on a day, perhaps said to come of an introduction."""
    return Outcome(
        key, person, day(on), they_called=False, introduction_id=of, touch_day=None
    )


def led(found: Attribution) -> tuple[set[int], set[int]]:
    """The people and the introductions that anything counts for."""
    return set(found.by_person), set(found.by_link)


def test_of_a_chain_only_the_last_has_it() -> None:
    """2 introduced 3, who introduced 4, who introduced 5, who brought a tip."""
    links = introductions((2, 3, 0), (3, 4, 1), (4, 5, 2))
    assert led(direct_attribution([outcome(1, 5, 9)], links)) == ({5}, {3})
    assert led(attribution([outcome(1, 5, 9)], links)) == ({2, 3, 4, 5}, {1, 2, 3})


def test_of_several_introducers_the_first_has_it() -> None:
    """Not one of a later day than the outcome; or the one that it was said to be."""
    links = introductions((3, 5, 2), (2, 5, 1), (4, 5, 8))
    assert led(direct_attribution([outcome(1, 5, 7)], links)) == ({5}, {2})
    assert led(direct_attribution([outcome(1, 5, 9, of=1)], links)) == ({5}, {1})
    assert led(direct_attribution([outcome(1, 5, 7, of=3)], links)) == ({5}, set())
    assert led(direct_attribution([outcome(1, 5, 0)], links)) == ({5}, set())


def test_an_offer_brought_nobody() -> None:
    """The next that was made did."""
    offer, made = introductions((2, 5, 1), (3, 5, 2))
    links = [offer._replace(state="offered"), made]
    assert led(direct_attribution([outcome(1, 5, 7)], links)) == ({5}, {2})


def test_who_called_first() -> None:
    """Of the last introduction alone, from a day on."""
    links = introductions((2, 3, 0), (3, 4, 1))
    called = outcome(1, 4, 9)._replace(they_called=True)
    found = direct_attribution([outcome(1, 4, 5), called], links)
    assert found.first_by(2, day(1)) == day(5)
    assert [found.they_called(key, day(1)) for key in (1, 2)] == [False, True]


def by_chance(chance: Random) -> tuple[list[Link], list[Outcome], set[int]]:
    """Forty introductions in chains; who brought something, and who had bought.

    Every second introduction is made by whoever came last, so chains are long, and an
    outcome is shared by all along its own.  Neither depends on who had bought.
    """
    said = [
        (key if key > 2 and chance.random() < 0.8 else chance.choice((1, 2)), key + 1)
        for key in range(2, 42)
    ]
    links = introductions(*((by, whom, place) for place, (by, whom) in enumerate(said)))
    people = range(3, 43)
    brought = [key for key in people if chance.random() < 0.15]
    outcomes = [outcome(number, key, 99) for number, key in enumerate(brought)]
    bought: set[int] = set()
    for by, whom in said:
        # A chain is one of buyers, or it is not: friends are like each other.
        same = by in bought if by > 2 else chance.random() < 0.5
        bought |= {whom} if same else set()
    return links, outcomes, bought | {1}


def sure(finding: Finding, times: int) -> float:
    """How often something is surely told of introductions by who had bought."""
    chance = Random(8)  # noqa: S311 (the same every time)
    told = 0
    for _ in range(times):
        links, outcomes, bought = by_chance(chance)
        found = finding(outcomes, links)
        hits = {
            mine: [
                found.first_by(one.introduction, date.min) is not None
                for one in links
                if (one.introducer_id in bought) is mine
            ]
            for mine in (True, False)
        }
        rates = [Rate(sum(hits[mine]), len(hits[mine])) for mine in (True, False)]
        told += remembered(*rates).word in {"supported", "contradicted"}
    return told / times


@pytest.mark.parametrize(
    ("finding", "holds"), [(direct_attribution, True), (attribution, False)]
)
def test_chains_are_not_taken_for_a_difference(finding: Finding, holds: bool) -> None:  # noqa: FBT001
    """At most 5 % of 2,000; with outcomes shared along the chains far more."""
    found = sure(finding, 2_000 if holds else 300)
    assert (found <= 0.05) is holds
