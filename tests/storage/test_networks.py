"""The statements of the network mean what the words of netlog.network say."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

from hypothesis import assume, given, strategies as st
from tests.storage.filled import NOW, in_memory
from tests.trace.books import FIRST, LAST, SOME_DAY, SOMEBODY
from tests.trace.networks import DAY, networks

from netlog.domain.acquaintance import BROUGHT, INTRODUCED
from netlog.domain.introduction import Link
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID
from netlog.network.coming import came_by
from netlog.records import NamedTuple
from netlog.storage.change import changing
from netlog.storage.networks import Networks

Triple = tuple[int, int, int]
PEOPLE = range(FIRST, LAST + 1)


class Said(NamedTuple):
    """Introductions to me and among others, touches, and outcomes of people."""

    links: tuple[Link, ...]
    dropped: frozenset[int]
    among: tuple[tuple[Triple, str], ...]
    touches: tuple[tuple[tuple[int, ...], str, date, bool], ...]
    outcomes: tuple[tuple[int, date], ...]

    @property
    def that_count(self) -> list[Link]:
        """The introductions to me that were not dropped."""
        return [link for link in self.links if link.introduction not in self.dropped]

    def met(self, person: int) -> list[date]:
        """When somebody was met in person."""
        return [
            day
            for company, kind, day, answered in self.touches
            if answered and kind == "coffee" and person in company
        ]

    def seen_together(self, one: int, other: int) -> bool:
        """Whether two were met in one company once they had been named."""
        return any(
            answered and kind == "coffee" and day >= DAY and {one, other} <= {*company}
            for company, kind, day, answered in self.touches
        )

    @property
    def met_before(self) -> set[int]:
        """The introductions of people who had been met in person by then."""
        return {
            link.introduction
            for link in self.that_count
            if min(self.met(link.person_id), default=link.day) < link.day
        }


@st.composite
def said(draw: st.DrawFn) -> Said:
    """A little of everything."""
    links = sorted(draw(networks()).links, key=lambda link: link.introduction)
    three = st.lists(st.integers(ME_ID, LAST), min_size=3, max_size=3, unique=True)
    state = st.sampled_from(["offered", "made", "dropped"])
    among = draw(st.lists(st.tuples(three, state), max_size=6))
    others = {tuple(who): how for who, how in among if ME_ID not in who[1:]}
    company = st.lists(SOMEBODY, min_size=1, max_size=3, unique=True).map(tuple)
    kind = st.sampled_from(["coffee", "call"])
    touch = st.tuples(company, kind, SOME_DAY, st.booleans())
    outcome = st.tuples(SOMEBODY, SOME_DAY)
    return Said(
        tuple(links),
        draw(st.frozensets(st.integers(1, len(links)), max_size=3)),
        tuple(((by, one, other), how) for (by, one, other), how in others.items()),
        tuple(draw(st.lists(touch, max_size=5))),
        tuple(draw(st.lists(outcome, max_size=5))),
    )


def stored(what: Said) -> Networks:
    """The same in a database of its own."""
    store = in_memory()
    with changing(store, NOW, "fill") as change:
        change.people.take_in_many(
            [Newcomer(f"P {n}", DAY, handle=f"q-{n}") for n in PEOPLE]
        )
        for link in what.links:
            state = "dropped" if link.introduction in what.dropped else "made"
            ids = (link.introducer_id, ME_ID, link.person_id)
            change.introductions.introduce(*ids, link.day, state=state)
        for ids, state in what.among:
            change.introductions.introduce(*ids, DAY, state=state)
        for company, kind, day, answered in what.touches:
            change.touches.log(company, TOUCH_KINDS[kind], day, answered=answered)
        for person, day in what.outcomes:
            change.ledger.add(person, "got", "tip", day)
    return Networks(store)


def places(links: list[Link]) -> dict[int, tuple[int, int]]:
    """Who came by whom, and by which introduction."""
    return {one.person_id: (one.introduction, one.introducer_id) for one in links}


def opened(what: Said) -> bool:
    """Whether a circle of one day was opened: statements do not look for these."""
    links = what.that_count
    came = came_by(links, what.met_before)
    for person in {link.person_id for link in links} - came.keys():
        first = min(link.day for link in links if link.person_id == person)
        made = [link.day for link in links if link.introducer_id == person]
        if min(made + what.met(person), default=first) >= first:
            return True
    return False


@given(said())
def test_the_first_who_were_brought_are_those_of_the_tree(what: Said) -> None:
    """Everybody below somebody, and no more than were asked for."""
    assume(not opened(what))
    came = came_by(what.that_count, what.met_before)
    source = stored(what)
    with closing(source.store):
        for person in PEOPLE:
            meant = [one for one in came.values() if one.introducer_id == person]
            found = source.brought(person, 99)
            assert places(found) == places(meant)
            assert source.brought(person, 1) == found[:1]
            assert places(source.introduced(person)) == places(
                [one for one in what.that_count if one.introducer_id == person]
            )
            link = came.get(person)
            found_link = source.came_of(person)
            assert places([found_link] if found_link else []) == places(
                [link] if link else []
            )


def test_whom_somebody_introduced_the_oldest_first() -> None:
    """By them alone, and without whom was dropped."""
    later = DAY + timedelta(days=1)
    led = [(2, 3, later), (2, 4, DAY), (3, 5, DAY), (2, 6, DAY)]
    links = [Link(who, n + 1, by, day, "made") for n, (by, who, day) in enumerate(led)]
    source = stored(Said(tuple(links), frozenset({4}), (), (), ()))
    with closing(source.store):
        found = source.introduced(2)
    assert [one.person_id for one in found] == [4, 3]


def test_by_what_somebody_came() -> None:
    """The first introduction that was not dropped; by none who was met without."""
    later = DAY + timedelta(days=1)
    led = [(2, DAY), (3, later), (4, DAY)]
    links = [Link(5, n + 1, by, day, "made") for n, (by, day) in enumerate(led)]
    source = stored(Said(tuple(links), frozenset({1}), (), (), ()))
    with closing(source.store):
        came = source.came_of(5)
        assert (came and came.introducer_id, source.came_of(2)) == (4, None)


@given(said())
def test_whom_i_had_met_before_they_were_introduced(what: Said) -> None:
    """In person, with an answer, on an earlier day."""
    source = stored(what)
    with closing(source.store):
        assert source.met_before() == what.met_before


@given(said())
def test_who_can_be_asked(what: Said) -> None:
    """Whoever answered, was introduced, or introduced or named somebody to me."""
    links = what.that_count
    source = stored(what)
    with closing(source.store):
        for person in PEOPLE:
            hand = source.hand(person)
            came = any(one.person_id == person for one in links)
            brought = any(one.introducer_id == person for one in links)
            assert hand.near == (INTRODUCED if came else BROUGHT if brought else 0)
            talked = any(t[3] for t in what.touches if person in t[0])
            assert hand.is_mine == (came or brought or talked)


def test_who_was_only_named_cannot_be_asked() -> None:
    """But who named them can; dropped, it counts for nobody."""
    for state, near in (("offered", (0, BROUGHT)), ("dropped", (0, 0))):
        source = stored(Said((), frozenset(), (), (), ()))
        with closing(source.store), changing(source.store, NOW, "intro") as change:
            change.introductions.introduce(3, ME_ID, 2, DAY, state=state)
            assert (source.hand(2).near, source.hand(3).near) == near


@given(said())
def test_the_ways_back_are_those_of_the_tree(what: Said) -> None:
    """From the latest outcomes, and from those who introduced first."""
    links = what.that_count
    assume(not opened(what))
    came = came_by(links, what.met_before)
    first = sorted(links, key=lambda link: (link.day, link.introduction))[:1]
    source = stored(what)
    with closing(source.store):
        found = dict(source.led_back(1))
        ahead = [*source.latest_outcomes(1), *(one.introducer_id for one in first)]
        for person in ahead:
            ahead += [came[person].introducer_id] if person in came else []
        assert {key: link and link.introduction for key, link in found.items()} == {
            key: came[key].introduction if key in came else None for key in ahead
        }


@given(said())
def test_the_latest_outcomes_come_first(what: Said) -> None:
    """By day, then the one entered last; whoever brought two is there twice."""
    source = stored(what)
    numbered = sorted(enumerate(what.outcomes), key=lambda one: (one[1][1], one[0]))
    with closing(source.store):
        meant = [person for _, (person, _) in reversed(numbered)]
        assert source.latest_outcomes(99) == meant
        assert source.latest_outcomes(2) == meant[:2]
        assert source.outcomes_by_person() == Counter(meant)


def know(what: Said, person: int) -> Iterator[int]:
    """Everybody who knows somebody, as the words say it."""
    to_me = [
        ((link.introducer_id, ME_ID, link.person_id), "made")
        for link in what.that_count
    ]
    for (by, one, other), state in (*to_me, *what.among):
        pairs = [{by, one}, {by, other}] * (state != "dropped")
        met = state == "offered" and what.seen_together(one, other)
        pairs += [{one, other}] * (state == "made" or met)
        yield from (key for pair in pairs if person in pair for key in pair)


@given(said())
def test_whoever_knows_somebody_is_found(what: Said) -> None:
    """By whatever introduction both have a part in, the user left out."""
    source = stored(what)
    with closing(source.store):
        for person in PEOPLE:
            found = {one.id for one in source.acquaintances(person)}
            assert found == set(know(what, person)) - {person, ME_ID}


@given(said(), SOME_DAY)
def test_who_was_first_met_since_a_day(what: Said, since: date) -> None:
    """In person and with an answer; nobody who was met before."""
    first: dict[int, date] = {}
    for company, kind, day, answered in what.touches:
        for person in company if answered and kind == "coffee" else ():
            first[person] = min(day, first.get(person, day))
    source = stored(what)
    with closing(source.store):
        meant = {person for person, day in first.items() if day >= since}
        assert source.first_met_since(since) == meant
