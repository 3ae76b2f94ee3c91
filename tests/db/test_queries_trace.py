"""The rows that a walk is made of."""

import pytest
from hypothesis import HealthCheck, given, settings
from tests.network.books import Book, books
from tests.plan.builders import Network, ago

from netlog.db import sql
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.repository import introductions, touches
from netlog.repository.change import changing

MOST = 2_000


@pytest.fixture
def network() -> Network:
    """Bo introduced Alisa, she Dorie; Hal stands aside."""
    made = Network()
    made.add("bo", "hal", known=True)
    made.add("alisa", via="bo", on=ago(90))
    made.add("dorie", via="alisa", on=ago(60))
    return made


def key(network: Network, name: str) -> int:
    """Somebody's id."""
    return network.person(name).id


def reached(book: Book, person: int, *, upward: bool) -> set[int]:
    """Whoever stands above or below somebody, whatever the days; and they."""
    links = book.that_counts.links
    pairs = {(x.person_id, x.introducer_id)[:: 1 if upward else -1] for x in links}
    found = {person}
    while more := {far for near, far in pairs if near in found} - found:
        found |= more
    return found


def introduced(rows: list[Link]) -> set[int]:
    """The numbers of introductions in rows."""
    return {row.introduction for row in rows if row.introduction}


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(books())
def test_rows_are_those_above_and_those_below(book: Book) -> None:
    """Every introduction to me of anybody there that was not dropped, once."""
    store = book.stored()
    links = set(book.that_counts.links)
    states = {x.introduction: x.state for x in sql.links(store)}
    assert introduced(sql.links(store)) == {x.introduction for x in links}
    for person in book.people:
        for upward, rows in (
            (True, sql.ancestry(store, person, MOST)),
            (False, sql.below(store, person)),
        ):
            there = reached(book, person, upward=upward)
            expected = {
                x._replace(state=states[x.introduction])
                for x in links
                if x.person_id in there
            }
            assert {row for row in rows if row.introduction} == expected
            assert len(introduced(rows)) == sum(bool(row.introduction) for row in rows)
        unhelped = {
            x.person_id for x in sql.ancestry(store, person, MOST) if not x.introduction
        }
        above = reached(book, person, upward=True)
        assert unhelped == above - {link.person_id for link in links}
        below = reached(book, person, upward=False)
        assert {one.id for one in sql.sat_below(store, person)} == below
        got = [o.number for o in book.outcomes if o.person in below]
        assert sorted(o.entry.id for o in sql.outcomes_below(store, person)) == got


def test_introductions_between_others_are_no_way_to_me(network: Network) -> None:
    """Nor are those that I made."""
    with changing(network.store, network.now, "intro") as change:
        hal, dorie, bo = (key(network, one) for one in ("hal", "dorie", "bo"))
        introductions.introduce(change, hal, bo, dorie, ago(50))
        introductions.introduce(change, ME_ID, bo, hal, ago(50))
    assert [link.introducer_id for link in sql.links(network.store)] == [
        bo,
        key(network, "alisa"),
    ]
    assert sql.ancestry(network.store, hal, MOST) == [Link(hal, None, None, None, None)]  # type: ignore[arg-type]  # nobody introduced them
    assert sql.below(network.store, hal) == []


def test_a_giant_network_is_cut_off() -> None:
    """The nearest are read; of the others it is only known that they introduced."""
    made = Network()
    made.add("p0", *(f"p{n}" for n in range(1, 6)))
    for n in range(1, 6):
        made.introduce(f"p{n}", by=f"p{n - 1}", on=ago(90 - n))
    last = key(made, "p5")
    rows = [len(sql.ancestry(made.store, last, most)) for most in (1, 3, 6, 7)]
    assert rows == [1, 3, 6, 6]
    assert [row.introducer_id for row in sql.ancestry(made.store, last, 2)] == [
        last - 1,
        last - 2,
    ]


def test_touches_with_somebody(network: Network) -> None:
    """What something began with by a day; the first in person; one by its number."""
    store, dorie = network.store, key(network, "dorie")
    assert sql.first_touch(store, dorie) is None
    assert sql.touch_behind(store, dorie, ago(0)) is None
    network.log("dorie", kind="call", on=ago(50))
    network.tries("dorie", ago(49))
    network.log("dorie", on=ago(40), place="The Lion")
    network.log("dorie", "bo", on=ago(40))
    network.log("dorie", on=ago(48), answered="no")
    network.log("dorie", kind="event", on=ago(39))
    first, last = sql.first_touch(store, dorie), sql.touch_behind(store, dorie, ago(0))
    assert first
    assert last
    assert (first.id, first.place) == (3, "The Lion")
    assert (last.id, last.place) == (4, "")
    assert [
        touch and touch.id
        for touch in (sql.touch_behind(store, dorie, ago(n)) for n in (40, 41, 50, 51))
    ] == [4, 1, 1, None]
    assert sql.touch_with(store, 3, dorie) == first
    assert sql.touch_with(store, 9, dorie) is None


def test_touches_that_came_later(network: Network) -> None:
    """Answered ones up to a day, the latest first; of one day those entered later."""
    store, dorie = network.store, key(network, "dorie")
    network.log("dorie", kind="email", on=ago(40))
    coffee = network.log("dorie", on=ago(40))
    network.log("dorie", "bo", kind="call", on=ago(40), place="The Lion")
    network.log("dorie", kind="email", on=ago(30))
    network.tries("dorie", ago(29))
    network.log("bo", on=ago(28))
    network.log("dorie", kind="call", on=ago(20))
    network.log("dorie", kind="call", on=ago(19))
    later = sql.later_touches(store, dorie, coffee.id, ago(40), ago(20))
    assert [(touch.id, touch.place) for touch in later] == [
        *((7, ""), (4, ""), (3, "The Lion")),
    ]


def test_who_was_met_at_a_place(network: Network) -> None:
    """In person and with an answer, with the first day of it; the earliest first."""
    network.log("hal", "bo", on=ago(30), place="Fair")
    network.log("hal", on=ago(31), place="Fair")
    network.log("alisa", kind="call", on=ago(29), place="Fair")
    network.log("dorie", on=ago(28), place="Fair", answered="no")
    network.log("dorie", on=ago(27), place="Lion")
    met = sql.met_at(network.store, touches.place_named(network.store, "fair").id)
    assert list(met.items()) == [
        (key(network, "hal"), ago(31)),
        (key(network, "bo"), ago(30)),
    ]


def test_outcomes_stand_by_day_and_number(network: Network) -> None:
    """What went to people is none."""
    for who, days in (("dorie", 5), ("bo", 7), ("dorie", 7), ("dorie", 5)):
        network.got(who, on=ago(days))
    network.gave("dorie")
    store = network.store
    assert [one.id for one in sql.outcomes(store)] == [2, 3, 1, 4]
    dorie = key(network, "dorie")
    assert [one.id for one in sql.outcomes_of(store, dorie)] == [3, 1, 4]
    below = sql.outcomes_below(store, key(network, "alisa"))
    assert {(one.entry.id, one.handle, one.name) for one in below} == {
        (number, "dorie", "dorie") for number in (3, 1, 4)
    }
    both = sql.outcomes_below(store, key(network, "bo"))
    assert sorted(one.entry.id for one in both) == [1, 2, 3, 4]


def test_people_as_they_are_pointed_at(network: Network) -> None:
    """By id."""
    dorie = key(network, "dorie")
    assert sql.named(network.store, dorie) == (dorie, "dorie", "dorie")


def test_a_new_file_has_nothing_to_walk() -> None:
    """No outcome, no introduction; I stand alone."""
    store = Network().store
    assert (sql.links(store), sql.outcomes(store)) == ([], [])
    assert sql.below(store, ME_ID) == []
