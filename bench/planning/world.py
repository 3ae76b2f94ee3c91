"""What the world does: who introduces whom, whom one meets, and who says yes."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bench.planning.chance import WeekOfChance, random_of
from bench.planning.networks import Network

from netlog.reports.acceptance import AGES, ASSUMED, CITIES, MET, STRANGER

FIRST_MONDAY = date(2025, 1, 6)
CONTACTS, STRANGERS = 10, 30
INTRODUCES = 1 / 26
"""How likely a contact introduces somebody in a week."""
MEETS = 0.3
"""How likely a week brings a chance meeting."""
STRONG = 1 / 3
"""How many people are strong introducers: who is named by them says yes more often."""
AT_HOME = 0.5
"""How many people live where the ego does; of a random half it is known."""
HERE, ELSEWHERE = "Boston", "Sydney"
_SHARES = {assumed.second: assumed.ratio for assumed in ASSUMED}
"""How often one sort says yes against the other, as the plan assumes it."""
_STRONG, _INTRODUCED = 0.9, 0.7
_WILLING = {
    "strong": _STRONG,
    "introduced": _INTRODUCED,
    "met": _INTRODUCED * _SHARES[MET],
    "stranger": _INTRODUCED * _SHARES[STRANGER],
}
_FRESH, _STALE, _LEFT = 7, 90, _SHARES[AGES[-1]]
ELSEWHERE_SHARE = _SHARES[CITIES[1]]
"""How often somebody of another city says yes, against how often at home."""
_DAY = timedelta(days=1)


class Heard:
    """How the user came to know of somebody: since when, by whom, in person or not."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.by: set[int] = set()
        self.in_person = False

    @property
    def how(self) -> str:
        """'introduced', 'met' or 'stranger'."""
        if self.by:
            return "introduced"
        return "met" if self.in_person else "stranger"


class Beginning(NamedTuple):
    """With whom an ego begins the year, and what is true of the people around.

    `seen` are days on which the contacts were last sat down with; `strong` and `here`
    have a word for each person of the network: a strong introducer, lives where the ego
    does; `orgs` and `cities` are the organisations and cities that are known.
    """

    network: Network
    ego: int
    contacts: tuple[int, ...]
    strangers: tuple[int, ...]
    seen: tuple[date, ...]
    strong: tuple[bool, ...]
    here: tuple[bool, ...]
    orgs: dict[int, str]
    cities: dict[int, str]


def egos(network: Network, many: int) -> list[int]:
    """People of a network, drawn."""
    random = random_of(f"{network.name}, egos")
    everybody = len(network.neighbours)
    return sorted(random.sample(range(everybody), min(many, everybody)))


def beginning(network: Network, ego: int) -> Beginning:
    """At most 10 of the ego's contacts, and 30 strangers."""
    random = random_of(f"{network.name}, beginning of {ego}")
    around = network.neighbours[ego]
    contacts = sorted(random.sample(around, min(CONTACTS, len(around))))
    beyond = sorted(set(range(len(network.neighbours))) - {ego, *around})
    strangers = sorted(random.sample(beyond, min(STRANGERS, len(beyond))))
    seen = [FIRST_MONDAY - random.randrange(1, 29) * _DAY for _ in contacts]
    everybody = range(len(network.neighbours))
    strong = tuple(random.random() < STRONG for _ in everybody)
    here = tuple(random.random() < AT_HOME for _ in everybody)
    known = random.sample(everybody, len(everybody) // 2)
    return Beginning(
        network,
        ego,
        tuple(contacts),
        tuple(strangers),
        tuple(seen),
        strong,
        here,
        _known_organisations(network),
        {person: HERE if here[person] else ELSEWHERE for person in sorted(known)},
    )


def _known_organisations(network: Network) -> dict[int, str]:
    """Of a random half, where they are; whoever the ego is."""
    random = random_of(f"{network.name}, organisations")
    everybody = range(len(network.neighbours))
    known = random.sample(everybody, len(everybody) // 2)
    return {person: f"Org {network.organisations[person]}" for person in sorted(known)}


def willingness(heard: Heard, day: date, begun: Beginning) -> float:
    """How likely somebody says yes to a coffee where it is no journey."""
    strong = any(begun.strong[person] for person in heard.by)
    usual = _WILLING["strong" if strong else heard.how]
    gone = ((day - heard.day).days - _FRESH) / (_STALE - _FRESH)
    return usual * (1 - (1 - _LEFT) * min(max(gone, 0.0), 1.0))


def introductions(
    begun: Beginning, friends: Collection[int], chance: WeekOfChance
) -> Iterator[tuple[int, list[int], timedelta]]:
    """Which friends introduce, whom of those they know first, and after how long.

    The whole order is given: whom the user knows already, they pass over.
    """
    for friend in sorted(friends):
        share = chance.introduces[friend] / INTRODUCES
        if share < 1:
            yield friend, _order(begun, friend, chance), int(share * 7) * _DAY


def _order(begun: Beginning, friend: int, chance: WeekOfChance) -> list[int]:
    """Whom a friend would introduce first; two friends have two orders."""
    turn = chance.turn[friend]
    known = begun.network.neighbours[friend]
    return sorted(known, key=lambda person: (chance.order[person] + turn) % 1)


def chance_meeting(chance: WeekOfChance) -> tuple[list[int], timedelta] | None:
    """Whom the user may meet by chance, the likeliest first, and after how long."""
    if chance.meets >= MEETS:
        return None
    order = sorted(range(len(chance.turn)), key=chance.turn.__getitem__)
    return order, chance.met_on * _DAY
