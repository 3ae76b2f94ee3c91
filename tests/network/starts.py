"""Things that came to me, and every way by which they did, listed one by one."""

from datetime import date

from hypothesis import strategies as st
from tests.network.networks import UNTIL, Network, networks

from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import Ancestors, ancestors_of_all
from netlog.network.credit import Inflow, inflow


class Came(NamedTuple):
    """Something of so many cents that came from a person, as far as a day.

    `by` is the one introduction by which it came, where only one is meant.
    """

    person: int
    until: date
    cents: int
    by: int | None

    def ways(self, network: Network) -> list[tuple[Link, ...]]:
        """Every way back."""
        ways = network.paths(self.person, self.until)
        if self.by is None:
            return ways
        return [w for w in ways if w and w[0].introduction == self.by] or [()]

    def start(self, known: Ancestors) -> Inflow:
        """Where the walks of it begin."""
        return inflow(known, self.person, self.until, self.by)


def on(way: tuple[Link, ...], person: int) -> set[int]:
    """Everybody on a way back from somebody."""
    return {person, *(link.introducer_id for link in way)}


@st.composite
def things(draw: st.DrawFn) -> tuple[Network, list[Came]]:
    """A network that was read whole, and what came by it."""
    network = Network(draw(networks()).links)
    person = st.sampled_from(network.people)
    number = st.none() | st.integers(1, len(network.links))
    came = st.builds(Came, person, UNTIL, st.integers(0, 1000), number)
    return network, draw(st.lists(came, max_size=6))


def known(network: Network) -> Ancestors:
    """The same network as it is walked."""
    return ancestors_of_all(network.links)
