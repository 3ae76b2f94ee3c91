"""The statements of the network mean what the words of netlog.network say."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

from hypothesis import assume, example, given
from tests.network.books import NOW, SOME_DAY
from tests.network.networks import DAY
from tests.network.said import PEOPLE, Said, said

from netlog.db import sql
from netlog.domain.acquaintance import BROUGHT, INTRODUCED
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.network.forest import parents
from netlog.repository import introductions
from netlog.repository.change import changing


def places(links: list[Link]) -> dict[int, tuple[int, int]]:
    """Who came by whom, and by which introduction."""
    return {one.person_id: (one.introduction, one.introducer_id) for one in links}


@given(said())
def test_the_first_who_were_brought_are_those_of_the_tree(what: Said) -> None:
    """Everybody below somebody, and no more than were asked for."""
    assume(not what.opened)
    came = parents(what.that_count, what.met_before)
    store = what.stored()
    with closing(store):
        for person in PEOPLE:
            meant = [one for one in came.values() if one.introducer_id == person]
            found = sql.brought(store, person, 99)
            assert places(found) == places(meant)
            assert sql.brought(store, person, 1) == found[:1]
            assert places(sql.introduced(store, person)) == places(
                [one for one in what.that_count if one.introducer_id == person]
            )
            link = came.get(person)
            found_link = sql.came_of(store, person)
            assert places([found_link] if found_link else []) == places(
                [link] if link else []
            )


def test_whom_somebody_introduced_the_oldest_first() -> None:
    """By them alone, and without whom was dropped."""
    later = DAY + timedelta(days=1)
    led = [(2, 3, later), (2, 4, DAY), (3, 5, DAY), (2, 6, DAY)]
    links = [Link(who, n + 1, by, day, "made") for n, (by, who, day) in enumerate(led)]
    store = Said(tuple(links), frozenset({4})).stored()
    with closing(store):
        found = sql.introduced(store, 2)
    assert [one.person_id for one in found] == [4, 3]


def test_by_what_somebody_came() -> None:
    """The first introduction that was not dropped; by none who was met without."""
    later = DAY + timedelta(days=1)
    led = [(2, DAY), (3, later), (4, DAY)]
    links = [Link(5, n + 1, by, day, "made") for n, (by, day) in enumerate(led)]
    store = Said(tuple(links), frozenset({1})).stored()
    with closing(store):
        came = sql.came_of(store, 5)
        assert (came and came.introducer_id, sql.came_of(store, 2)) == (4, None)


@given(said())
def test_whom_i_had_met_before_they_were_introduced(what: Said) -> None:
    """In person, with an answer, on an earlier day."""
    store = what.stored()
    with closing(store):
        assert sorted(sql.met_before(store)) == sorted(what.met_before)


@given(said())
def test_who_can_be_asked(what: Said) -> None:
    """Whoever answered, was introduced, or introduced or named somebody to me."""
    links = what.that_count
    store = what.stored()
    with closing(store):
        for person in PEOPLE:
            hand = sql.hand(store, person)
            came = any(one.person_id == person for one in links)
            brought = any(one.introducer_id == person for one in links)
            assert hand.near == (INTRODUCED if came else BROUGHT if brought else 0)
            talked = any(t[3] for t in what.touches if person in t[0])
            assert hand.is_mine == (came or brought or talked)


def test_who_was_only_named_cannot_be_asked() -> None:
    """But who named them can; dropped, it counts for nobody."""
    for state, near in (("offered", (0, BROUGHT)), ("dropped", (0, 0))):
        store = Said().stored()
        with closing(store), changing(store, NOW, "intro") as change:
            introductions.introduce(change, 3, ME_ID, 2, DAY, state=state)
            assert (sql.hand(store, 2).near, sql.hand(store, 3).near) == near


@given(said())
def test_the_ways_back_are_those_of_the_tree(what: Said) -> None:
    """From the latest outcomes, and from those who introduced first."""
    links = what.that_count
    assume(not what.opened)
    came = parents(links, what.met_before)
    first = sorted(links, key=lambda link: (link.day, link.introduction))[:1]
    store = what.stored()
    with closing(store):
        found = {link.person_id: link.introduction for link in sql.led_back(store, 1)}
        ahead = [*sql.latest_outcomes(store, 1), *(one.introducer_id for one in first)]
        for person in ahead:
            ahead += [came[person].introducer_id] if person in came else []
        assert found == {
            key: came[key].introduction if key in came else None for key in ahead
        }


@given(said())
def test_the_latest_outcomes_come_first(what: Said) -> None:
    """By day, then the one entered last; whoever brought two is there twice."""
    store = what.stored()
    numbered = sorted(enumerate(what.outcomes), key=lambda one: (one[1][1], one[0]))
    with closing(store):
        meant = [person for _, (person, _) in reversed(numbered)]
        assert sql.latest_outcomes(store, 99) == meant
        assert sql.latest_outcomes(store, 2) == meant[:2]
        assert sql.outcomes_by_person(store) == Counter(meant)


def know(what: Said, person: int) -> Iterator[int]:
    """Everybody who knows somebody, as the words say it."""
    to_me = [
        ((link.introducer_id, ME_ID, link.person_id), "made")
        for link in what.that_count
    ]
    # Said again, whoever of the two is named first, it is brought up to date.
    last = {(by, *sorted(pair)): state for (by, *pair), state in what.among}
    for (by, one, other), state in (*to_me, *last.items()):
        pairs = [{by, one}, {by, other}] * (state != "dropped")
        met = state == "offered" and what.seen_together(one, other)
        pairs += [{one, other}] * (state == "made" or met)
        yield from (key for pair in pairs if person in pair for key in pair)


@given(said())
@example(Said(among=(((2, 4, 7), "offered"), ((2, 7, 4), "dropped"))))
def test_whoever_knows_somebody_is_found(what: Said) -> None:
    """By whatever introduction both have a part in, the user left out."""
    store = what.stored()
    with closing(store):
        for person in PEOPLE:
            found = {one.id for one in sql.acquaintances(store, person)}
            assert found == set(know(what, person)) - {person, ME_ID}


@given(said(), SOME_DAY)
def test_who_was_first_met_since_a_day(what: Said, since: date) -> None:
    """In person and with an answer; nobody who was met before."""
    first: dict[int, date] = {}
    for company, kind, day, answered in what.touches:
        for person in company if answered and kind == "coffee" else ():
            first[person] = min(day, first.get(person, day))
    store = what.stored()
    with closing(store):
        meant = {person for person, day in first.items() if day >= since}
        assert sorted(sql.first_met_since(store, since)) == sorted(meant)
