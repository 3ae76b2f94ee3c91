"""Any book, in a real database: what trace and yield say is what its walks say."""

from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, given, settings, strategies as st
from tests.network.books import (
    SOME_DAY,
    SOMEBODY,
    TODAY,
    Book,
    books,
    divisible,
    on,
)

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.ledger import Entry
from netlog.network import credit
from netlog.network.origin import MOST, ancestors_of, start_of
from netlog.network.trace import TracePath, shares_of, trace_outcome
from netlog.network.yield_ import CoffeeCounts, Yield, roots, yield_of

EARLY = 148
"""TODAY is 152 days after the first day: some coffees are young, and some are not."""

some_books = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)


def came_of(store: Store, person: int) -> Yield:
    """Everything that came of somebody."""
    return yield_of(store, {person: date.min}, TODAY, EARLY)


def through(store: Store, entry: Entry, person: int) -> int:
    """How much of an outcome comes by somebody, as `credit` divides it."""
    if entry.person_id == person:
        return entry.cents or 0
    start = start_of(store, entry)
    known = ancestors_of(sql.ancestry(store, start.person_id, MOST), start)
    enters = credit.inflow(known, start.person_id, start.until)
    return credit.cents_through(known, [(enters, entry.cents or 0)])[person]


def turned_out(book: Book, since: dict[int, date]) -> tuple[int, int, int, int]:
    """How many first sit-downs there were, with what, nothing, and too early."""
    people, _ = book.through(since)
    first = {one: book.first_coffee(one) for one in {*people, *since}}
    held = {
        one: day
        for one, day in first.items()
        if day and (one not in since or day >= since[one])
    }
    came = {one for one, day in held.items() if brought(book, since, one, day)}
    young = {o for o, day in held.items() if (TODAY - day).days < EARLY} - came
    return len(held), len(came), len(held) - len(came) - len(young), len(young)


def brought(book: Book, since: dict[int, date], person: int, day: date) -> bool:
    """Whether anything came by way of somebody, and the others, from a day on."""
    counted = book.by_way_of(since)
    return any(
        one.number in counted and one.day >= day and person in on(walk, one.person)
        for one in book.outcomes
        for walk in book.walks(one)
    )


def people_on(path: TracePath) -> set[int]:
    """Everybody whom the steps of a path name."""
    named = {step.person.id for step in path.steps}
    return named | {step.introducer.id for step in path.steps if step.introducer}


@some_books
@given(books())
def test_the_beginnings_bring_the_whole_income(book: Book) -> None:
    """To the cent, for any network; and each has what began with them."""
    store = book.stored()
    found = {one.person.id: one.cents for one in roots(store)}
    assert sum(found.values()) == book.income
    assert found == book.began_with()


@some_books
@given(books())
def test_what_came_of_somebody_is_what_came_by_their_walks(book: Book) -> None:
    """The outcomes on whose walks they are, exactly, and as much of the money."""
    store = book.stored()
    for person in book.people:
        found = came_of(store, person)
        expected = book.by_way_of({person: date.min})
        entries = [one.outcome.entry for one in found.outcomes]
        assert {one.id for one in entries} == set(expected)
        assert {c.outcome.entry.id: c.cents for c in found.outcomes} == expected
        assert found.cents == sum(expected.values())
        assert found.cents == sum(through(store, one, person) for one in entries)
        assert found.whole == sum(one.cents or 0 for one in entries)


@some_books
@given(books())
def test_who_was_never_introduced_yields_what_began_with_them(book: Book) -> None:
    """One yield a root; where nobody helps late, together they are the income."""
    store = book.stored()
    introduced = {link.person_id for link in book.that_counts.links}
    began = {one.person.id: one.cents for one in roots(store)}
    unhelped = set(book.people) - introduced
    each = {person: came_of(store, person).cents for person in unhelped}
    assert each == {person: began.get(person, 0) for person in unhelped}
    if began.keys() <= unhelped:
        assert sum(each.values()) == book.income
    for person in began.keys() - unhelped:
        assert came_of(store, person).cents >= began[person]


@some_books
@given(books())
def test_people_and_introductions_are_those_that_walks_come_by(book: Book) -> None:
    """Whoever has a walk back to them, and the last steps of such walks."""
    store = book.stored()
    for person in book.people:
        people, introductions = book.through({person: date.min})
        found = came_of(store, person)
        assert {one.id for one in found.people} == people == set(found.hops)
        assert found.introductions == len(introductions)


@some_books
@given(books(), st.dictionaries(SOMEBODY, SOME_DAY, min_size=1, max_size=4))
def test_several_count_from_their_own_days_on(
    book: Book, since: dict[int, date]
) -> None:
    """As those who were first met at a place: what came before is not of it.

    Whoever came by one of the others earlier counts from then on; nothing twice.
    """
    store = book.stored()
    found = yield_of(store, since, TODAY, EARLY)
    expected = book.by_way_of(since)
    assert {c.outcome.entry.id: c.cents for c in found.outcomes} == expected
    assert found.cents == sum(expected.values())
    people, introductions = book.through(since)
    assert {one.id for one in found.people} == people == set(found.hops)
    assert found.introductions == len(introductions)
    assert [one.id for one in found.begun] == list(since)
    assert len(found.with_them.people) == len(people) + len(since)


@some_books
@given(books(), st.dictionaries(SOMEBODY, SOME_DAY, min_size=1, max_size=4))
def test_every_coffee_is_counted_once(book: Book, since: dict[int, date]) -> None:
    """It came to something, or is too early, or nothing: n is the sum."""
    store = book.stored()
    for starts in (since, *({one: date.min} for one in book.people)):
        found = yield_of(store, starts, TODAY, EARLY)
        assert found.coffees == CoffeeCounts(*turned_out(book, starts))
        assert found.coffees.n == sum(found.coffees[1:])


@some_books
@given(books())
def test_trace_shows_every_walk_and_who_is_to_be_thanked(book: Book) -> None:
    """The paths are the walks; whoever is on one waits for thanks, and nobody else."""
    store = book.stored()
    to_thank = set()
    for one in book.outcomes:
        walks = book.walks(one)
        entry = next(e for e in sql.outcomes(store) if e.id == one.number)
        found = trace_outcome(store, entry)
        assert found.total == len(walks)
        assert len({path.steps for path in found.paths}) == min(len(walks), 20)
        for path in found.paths:
            stations = [s.person.id for s in path.steps if s.type == "introduction"]
            assert len(set(stations)) == len(stations)
            days = [s.days for s in path.steps if s.days is not None]
            assert min(days, default=0) >= 0
        to_thank |= {(one.number, p) for path in found.paths for p in people_on(path)}
    rows = sql.thank_rows(store)
    waiting = {(row.entry_id, row.person_id) for row in rows if not row.thanked_on}
    assert waiting == to_thank


@some_books
@given(books())
def test_any_money_is_divided_to_the_cent(book: Book) -> None:
    """Shares add up, and so do the beginnings, though nothing divides evenly.

    Adding up before dividing moves at most a cent for each outcome and introduction.
    """
    odd = [
        one._replace(cents=one.cents and one.cents // divisible(book.network) + 1)
        for one in book.outcomes
    ]
    book = book._replace(outcomes=tuple(odd))
    store = book.stored()
    assert sum(one.cents for one in roots(store)) == book.income
    for entry in sql.outcomes(store):
        for how in ("root", "halves"):
            shares = shares_of(store, entry, how)
            assert sum(one.cents for one in shares) == (entry.cents or 0)
            assert min((one.cents for one in shares), default=0) >= 0
    for person in book.people:
        found = came_of(store, person)
        exact = sum(book.by_way_of({person: date.min}).values(), Fraction())
        bound = len(found.outcomes) * len(book.network.links)
        assert abs(found.cents - exact) <= bound
