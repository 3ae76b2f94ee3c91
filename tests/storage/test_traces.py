"""Traces: the rows that a walk is made of."""

import pytest
from hypothesis import HealthCheck, given, settings
from tests.plan.builders import Network, ago
from tests.storage.filled import in_memory
from tests.trace.books import Book, books

from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.storage.change import changing
from netlog.storage.traces import MOST, Traces


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
    _, source = book.stored()
    links = set(book.that_counts.links)
    states = {x.introduction: x.state for x in source.links()}
    assert introduced(source.links()) == {x.introduction for x in links}
    for person in book.people:
        for upward, rows in (
            (True, source.ancestry(person)),
            (False, source.below(person)),
        ):
            there = reached(book, person, upward=upward)
            expected = {
                x._replace(state=states[x.introduction])
                for x in links
                if x.person_id in there
            }
            assert {row for row in rows if row.introduction} == expected
            assert len(introduced(rows)) == sum(bool(row.introduction) for row in rows)
        unhelped = {x.person_id for x in source.ancestry(person) if not x.introduction}
        above = reached(book, person, upward=True)
        assert unhelped == above - {link.person_id for link in links}
        below = reached(book, person, upward=False)
        assert {one.id for one in source.sat_below(person)} == below
        got = [o.number for o in book.outcomes if o.person in below]
        assert sorted(o.entry.id for o in source.outcomes_below(person)) == got


def test_introductions_between_others_are_no_way_to_me(network: Network) -> None:
    """Nor are those that I made."""
    with changing(network.store, network.now, "intro") as change:
        hal, dorie, bo = (key(network, one) for one in ("hal", "dorie", "bo"))
        change.introductions.introduce(hal, bo, dorie, ago(50))
        change.introductions.introduce(ME_ID, bo, hal, ago(50))
    traces = network.book.traces
    assert [link.introducer_id for link in traces.links()] == [
        bo,
        key(network, "alisa"),
    ]
    assert traces.ancestry(hal) == [Link(hal, None, None, None, None)]  # type: ignore[arg-type]  # nobody introduced them
    assert traces.below(hal) == []


def test_a_giant_network_is_cut_off() -> None:
    """The nearest are read; of the others it is only known that they introduced."""
    made = Network()
    made.add("p0", *(f"p{n}" for n in range(1, 6)))
    for n in range(1, 6):
        made.introduce(f"p{n}", by=f"p{n - 1}", on=ago(90 - n))
    traces, last = made.book.traces, key(made, "p5")
    rows = [len(traces.ancestry(last, most)) for most in (1, 3, 6, 7)]
    assert rows == [1, 3, 6, 6]
    assert [row.introducer_id for row in traces.ancestry(last, 2)] == [
        last - 1,
        last - 2,
    ]
    assert traces.ancestry(last, MOST) == traces.ancestry(last)


def test_touches_with_somebody(network: Network) -> None:
    """The latest answered one by a day; the first in person; one by its number."""
    traces, dorie = network.book.traces, key(network, "dorie")
    assert traces.first_touch(dorie) is traces.last_touch(dorie, ago(0)) is None
    network.log("dorie", kind="call", on=ago(50))
    network.tries("dorie", ago(49))
    network.log("dorie", on=ago(40), place="The Lion")
    network.log("dorie", "bo", on=ago(40))
    network.log("dorie", on=ago(48), answered=False)
    first, last = traces.first_touch(dorie), traces.last_touch(dorie, ago(0))
    assert first
    assert last
    assert (first.id, first.place) == (3, "The Lion")
    assert (last.id, last.place) == (4, "")
    assert [
        touch and touch.id
        for touch in (traces.last_touch(dorie, ago(n)) for n in (40, 41, 50, 51))
    ] == [4, 1, 1, None]
    assert traces.touch(3) == first
    assert traces.touch(9) is None


def test_who_was_first_met_at_a_place(network: Network) -> None:
    """In person, and nowhere else before, nor known before; with the day of it."""
    network.add("zoe", "ann")
    network.log("ann", "zoe", "hal", on=ago(30), place="Fair")
    network.log("ann", on=ago(31), place="Lion")
    network.log("zoe", on=ago(20), place="Lion")
    network.log("alisa", kind="call", on=ago(29), place="Fair")
    network.log("dorie", on=ago(28), place="Fair", answered=False)
    network.log("dorie", on=ago(27), place="Fair")
    found = network.book.traces.first_met_at(
        network.book.touches.place_named("fair").id
    )
    assert found == {key(network, "zoe"): ago(30), key(network, "dorie"): ago(27)}


def test_outcomes_stand_by_day_and_number(network: Network) -> None:
    """What went to people is none."""
    for who, days in (("dorie", 5), ("bo", 7), ("dorie", 7), ("dorie", 5)):
        network.got(who, on=ago(days))
    network.gave("dorie")
    traces = network.book.traces
    assert [one.id for one in traces.outcomes()] == [2, 3, 1, 4]
    dorie = key(network, "dorie")
    assert [one.id for one in traces.outcomes_of(dorie)] == [3, 1, 4]
    below = traces.outcomes_below(key(network, "alisa"))
    assert [(one.entry.id, one.handle, one.name) for one in below] == [
        (number, "dorie", "dorie") for number in (3, 1, 4)
    ]
    assert [one.entry.id for one in traces.outcomes_below(key(network, "bo"))] == [
        *(2, 3, 1, 4)
    ]


def test_people_as_they_are_pointed_at(network: Network) -> None:
    """By id."""
    dorie = key(network, "dorie")
    assert network.book.traces.named(dorie) == (dorie, "dorie", "dorie")


def test_a_new_file_has_nothing_to_walk() -> None:
    """No outcome, no introduction; I stand alone."""
    traces = Traces(in_memory())
    assert (traces.links(), traces.outcomes(), traces.below(ME_ID)) == ([], [], [])
