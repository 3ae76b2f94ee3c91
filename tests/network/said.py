"""What is said of a network, line by line, and the database that it makes."""

from datetime import date

from hypothesis import strategies as st
from tests.network.books import FIRST, LAST, NOW, SOME_DAY, SOMEBODY
from tests.network.networks import DAY, Network, networks

from netlog.db.in_memory import in_memory
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer
from netlog.namedtuple import NamedTuple
from netlog.network.forest import parents
from netlog.repository import introductions, ledger, people, touches
from netlog.repository.change import changing

Triple = tuple[int, int, int]
PEOPLE = range(FIRST, LAST + 1)
"""Everybody, by id."""


class Said(NamedTuple):
    """Introductions to me and among others, touches, and outcomes of people."""

    links: tuple[Link, ...] = ()
    dropped: frozenset[int] = frozenset()
    among: tuple[tuple[Triple, str], ...] = ()
    touches: tuple[tuple[tuple[int, ...], str, date, bool], ...] = ()
    outcomes: tuple[tuple[int, date], ...] = ()

    @classmethod
    def of(cls, network: Network) -> "Said":
        """A network alone, in the order of its numbers."""
        return cls(tuple(sorted(network.links, key=lambda link: link.introduction)))

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

    @property
    def opened(self) -> bool:
        """Whether a circle of one day was opened: statements do not look for these."""
        links = self.that_count
        came = parents(links, self.met_before)
        for person in {link.person_id for link in links} - came.keys():
            first = min(link.day for link in links if link.person_id == person)
            made = [link.day for link in links if link.introducer_id == person]
            if min(made + self.met(person), default=first) >= first:
                return True
        return False

    def stored(self) -> Store:
        """The same in a database of its own."""
        store = in_memory(None, NOW)
        with changing(store, NOW, "fill") as change:
            people.add_all(
                change,
                [
                    Newcomer(f"P {n}", DAY, handle=f"q-{n}", said_known="no")
                    for n in PEOPLE
                ],
            )
            for link in self.links:
                state = "dropped" if link.introduction in self.dropped else "made"
                ids = (link.introducer_id, ME_ID, link.person_id)
                introductions.introduce(change, *ids, link.day, state=state)
            for ids, state in self.among:
                introductions.introduce(change, *ids, DAY, state=state)
            for company, kind, day, answered in self.touches:
                said = "yes" if answered else "no"
                touches.log(change, company, TOUCH_KINDS[kind], day, answered=said)
            for person, day in self.outcomes:
                ledger.add(change, person, "got", "tip", day)
        return store


@st.composite
def said(draw: st.DrawFn) -> Said:
    """A little of everything."""
    links = Said.of(draw(networks())).links
    three = st.lists(st.integers(ME_ID, LAST), min_size=3, max_size=3, unique=True)
    state = st.sampled_from(["offered", "made", "dropped"])
    among = draw(st.lists(st.tuples(three, state), max_size=6))
    others = {tuple(who): how for who, how in among if ME_ID not in who[1:]}
    company = st.lists(SOMEBODY, min_size=1, max_size=3, unique=True).map(tuple)
    kind = st.sampled_from(["coffee", "call"])
    touch = st.tuples(company, kind, SOME_DAY, st.booleans())
    outcome = st.tuples(SOMEBODY, SOME_DAY)
    return Said(
        links,
        draw(st.frozensets(st.integers(1, len(links)), max_size=3)),
        tuple(((by, one, other), how) for (by, one, other), how in others.items()),
        tuple(draw(st.lists(touch, max_size=5))),
        tuple(draw(st.lists(outcome, max_size=5))),
    )
