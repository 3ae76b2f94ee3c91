"""Origin: where the walk back from an outcome begins, and whom it comes by."""

from datetime import date
from typing import Any

import pytest
from tests.network.networks import LATE, alone, day, introductions
from tests.plan.builders import Network, ago

from netlog.db import sql
from netlog.domain.introduction import Link
from netlog.network.ancestors import UNREAD, ancestors_of_all
from netlog.network.origin import (
    Ancestry,
    Origin,
    WalkStart,
    ancestors_of,
    origin_from,
    origin_of,
    start_of,
)

STATES = ("offered", "made", "met", "dropped")


@pytest.fixture
def network() -> Network:
    """Bo introduced Alisa, and she and Hal introduced Dorie."""
    made = Network()
    made.add("bo", "hal", known=True)
    made.add("alisa", via="bo", on=ago(90))
    made.add("dorie", via="alisa", on=ago(60))
    made.introduce("dorie", by="hal", on=ago(40))
    return made


def number(network: Network, who: str, by: str) -> int:
    """The number of an introduction to me."""
    ways = sql.ways_of(network.store, network.person(who).id)
    key = network.person(by).id
    return next(way.introduction for way in ways if way.introducer_id == key)


def names(network: Network, people: set[int]) -> list[str]:
    """Who they are, as they came in."""
    return [sql.named(network.store, key).handle for key in sorted(people)]


def start(network: Network, days: int = 10, **said: Any) -> WalkStart:
    """Where the walk from something that Dorie brought begins; reports say so too."""
    entry = network.got("dorie", on=ago(days), **said)
    found = start_of(network.store, entry)
    reach = {each.id: each.until for each in sql.outcome_starts(network.store, ago(0))}
    assert reach[entry.id] == found.until
    return found


def test_without_a_touch_the_day_of_the_outcome_says_how_far(network: Network) -> None:
    """Nothing else is known."""
    dorie = network.person("dorie").id
    assert start(network) == WalkStart(dorie, ago(10))
    network.log("dorie", on=ago(9))
    network.tries("dorie", ago(11))
    network.log("bo", on=ago(11))
    assert start(network) == WalkStart(dorie, ago(10))


def test_the_latest_sitdown_says_how_far(network: Network) -> None:
    """Not what came after it; of two on one day it is the one entered later."""
    network.log("dorie", on=ago(40))
    network.log("dorie", on=ago(30))
    second = network.log("dorie", kind="lunch", on=ago(30))
    network.log("dorie", kind="event", on=ago(20))
    network.log("dorie", kind="call", on=ago(11))
    network.log("dorie", on=ago(9))
    found = start(network)
    assert found.touch
    assert (found.until, found.touch.id) == (ago(30), second.id)
    assert start(network, 31).until == ago(40)


def test_without_a_sitdown_it_is_the_latest_in_person(network: Network) -> None:
    """An event or a chance meeting, whatever was written since."""
    network.log("dorie", kind="met", on=ago(40))
    event = network.log("dorie", kind="event", on=ago(30))
    network.log("dorie", kind="call", on=ago(20))
    network.log("dorie", on=ago(25), answered="no")
    found = start(network)
    assert found.touch
    assert (found.until, found.touch.id) == (ago(30), event.id)


def test_else_the_latest_answered_touch_says_how_far(network: Network) -> None:
    """On that day or before it; of two on one day it is the one entered later."""
    network.log("dorie", kind="email", on=ago(30), answered="yes")
    network.log("dorie", kind="call", on=ago(10))
    second = network.log("dorie", kind="card", on=ago(10), answered="yes")
    found = start(network)
    assert found.touch
    assert (found.until, found.only) == (ago(10), None)
    assert (found.touch.id, found.touch.kind) == (second.id, "card")
    assert start(network, 11).until == ago(30)


def test_a_touch_that_was_said_goes_before_the_latest(network: Network) -> None:
    """By its number, whatever came after it."""
    first = network.log("dorie", on=ago(30))
    network.log("dorie", on=ago(20))
    found = start(network, touch_id=first.id)
    assert found.touch
    assert (found.until, found.touch.id) == (ago(30), first.id)


def test_a_touch_without_an_answer_explains_nothing(network: Network) -> None:
    """Also where it was said; the latest answered one does."""
    tried = network.log("dorie", on=ago(25), answered="no")
    network.log("dorie", on=ago(30))
    assert start(network, touch_id=tried.id).until == ago(30)


def test_a_touch_that_came_after_explains_nothing(network: Network) -> None:
    """It can have been moved there."""
    touch = network.log("dorie", on=ago(5))
    assert start(network, touch_id=touch.id) == WalkStart(
        network.person("dorie").id, ago(10)
    )


def test_an_introduction_that_was_said_is_the_only_one(network: Network) -> None:
    """Whatever touches there were since."""
    network.log("dorie", on=ago(20))
    only = number(network, "dorie", "hal")
    dorie = network.person("dorie").id
    assert start(network, introduction_id=only) == WalkStart(dorie, ago(10), only)
    entry = network.got("dorie", on=ago(10), introduction_id=only)
    found = origin_of(network.store, entry)
    assert names(network, found.people) == ["hal", "dorie"]
    assert (found.total, found.introduced_on) == (1, ago(40))


def test_everybody_on_a_path_had_a_part_in_it(network: Network) -> None:
    """All paths count, the shortest first; the roots are those at their ends."""
    entry = network.got("dorie", on=ago(10))
    found = origin_of(network.store, entry)
    assert names(network, found.people) == ["bo", "hal", "alisa", "dorie"]
    assert [len(path) for path in found.paths] == [1, 2]
    assert found.roots == (network.person("hal").id, network.person("bo").id)
    assert (found.total, found.ends, found.introduced_on) == (2, True, ago(40))
    shown = origin_of(network.store, entry, most=1)
    assert (len(shown.paths), shown.total) == (1, 2)


@pytest.mark.parametrize("state", STATES)
def test_only_a_dropped_introduction_leads_nowhere(
    network: Network, state: str
) -> None:
    """Also where it was said that the outcome came of it: then nobody helped."""
    only = number(network, "dorie", "hal")
    entry = network.got("dorie", on=ago(10), introduction_id=only)
    network.introduce("dorie", by="hal", on=ago(40), state=state)
    found = origin_of(network.store, entry)
    counts = state != "dropped"
    assert names(network, found.people) == ["hal"] * counts + ["dorie"]
    assert (found.total, found.ends) == (1, True)
    assert found.introduced_on == (ago(40) if counts else None)


def test_one_that_was_moved_behind_the_outcome_leads_nowhere(network: Network) -> None:
    """Even where it was said."""
    only = number(network, "dorie", "hal")
    entry = network.got("dorie", on=ago(10), introduction_id=only)
    network.introduce("dorie", by="hal", on=ago(9))
    found = origin_of(network.store, entry)
    assert found == Origin(WalkStart(entry.person_id, ago(10), only), ((),), 1)


def test_a_root_is_its_own_beginning(network: Network) -> None:
    """One path without an introduction."""
    bo = network.person("bo").id
    found = origin_from(network.store, WalkStart(bo, ago(0)))
    assert found == Origin(WalkStart(bo, ago(0)), ((),), 1)
    assert (found.people, found.roots, found.introduced_on) == ({bo}, (bo,), None)


def reading(network: Network, people: int) -> Ancestry:
    """A way to read no more than the introductions of a few people."""

    def ancestry(person: int, most: int) -> list[Link]:
        return sql.ancestry(network.store, person, min(most, people))

    return ancestry


def test_where_no_path_ends_the_longest_is_shown_and_has_no_root(
    network: Network,
) -> None:
    """Nobody says that somebody unread was met without help."""
    network.add("zoe", via="dorie", on=ago(30))
    zoe = WalkStart(network.person("zoe").id, ago(0))
    found = origin_from(network.store, zoe, ancestry=reading(network, 2))
    by = [sql.named(network.store, x.introducer_id).handle for x in found.paths[0]]
    assert by == ["dorie", "alisa"]
    assert (found.total, found.ends, found.roots) == (None, False, ())
    assert names(network, found.people) == ["alisa", "dorie", "zoe"]


def test_where_some_paths_end_there_are_more(network: Network) -> None:
    """Those that end are shown; how many there are nobody knows."""
    dorie = WalkStart(network.person("dorie").id, ago(0))
    found = origin_from(network.store, dorie, ancestry=reading(network, 3))
    assert found.roots == (network.person("hal").id,)
    assert (len(found.paths), found.total, found.ends) == (1, None, True)
    assert origin_from(network.store, dorie).total == 2


@pytest.mark.parametrize("only", [1, 3])
def test_circles_are_cut_before_others_are_left_out(only: int) -> None:
    """So whoever asks finds the same introductions kept.

    4 was known first, by 2; so of the circle of 3 and 4 the one of 3 is kept.
    """
    links = introductions((3, 4, 5), (4, 3, 2), (2, 4, 0))
    rows = [*alone(2), *links]
    known = ancestors_of(rows, WalkStart(4, LATE, only))  # type: ignore[arg-type]  # plain rows
    assert (
        known.usable(4, LATE)
        == tuple(x for x in links if x.introduction == only)[: only == 3]
    )
    assert known.usable(3, LATE) == (links[1],)
    assert known.usable_count(4, LATE) == (only == 3)


def test_without_one_that_was_said_all_may_be_used() -> None:
    """Of everybody."""
    links = introductions((2, 4, 1), (3, 4, 2))
    known = ancestors_of(links, WalkStart(4, LATE))
    assert known.usable(4, LATE) == tuple(links)


def test_the_ancestors_of_all_have_the_unhelped_in_it() -> None:
    """Whoever introduced others, and was introduced by nobody, is a root."""
    links = introductions((2, 3, 1), (3, 4, 2))
    known = ancestors_of_all(iter(links))
    assert known.unread == frozenset()
    assert [known.usable_count(one, LATE) for one in (2, 3, 4)] == [0, 1, 1]
    assert known.usable_count(5, LATE) == UNREAD
    assert known.usable(4, day(1)) == ()


def test_nobody_at_all() -> None:
    """An empty network."""
    assert ancestors_of_all([]).links == {}
    assert ancestors_of([], WalkStart(2, date.max, 1)).usable(2, date.max) == ()
