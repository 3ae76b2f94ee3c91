"""How long somebody is to be silent at most, reckoned by the life and not by netlog."""

from collections.abc import Iterable
from datetime import date

from bench.living.people import Somebody

_BY_KIND = {
    **dict.fromkeys(
        ("client", "prospect", "partner", "alliance", "expert", "mentor"), 13
    ),
    **dict.fromkeys(("peer", "friend"), 26),
}
_EVERYBODY = 26
_A_WEEK = 2


def own_cadence(somebody: Somebody) -> int:
    """The weeks that the user, or what they are, gives them; 0 for none."""
    return somebody.every or _BY_KIND.get(somebody.kind, 0)


def default_cadence(people: Iterable[Somebody]) -> int:
    """The weeks of all others who were sat down with: 26, or half their number."""
    on_it = sum(person.is_met and not own_cadence(person) for person in people)
    return max(_EVERYBODY, on_it // _A_WEEK)


def silence(somebody: Somebody, since: date, day: date, default: int) -> float:
    """How many of their cadences somebody has been silent; 0 for who has none.

    It runs from the last contact, or from the day on which it was given; where there is
    neither, from `since`, the first day of the life.
    """
    weeks = own_cadence(somebody) or (default if somebody.is_met else 0)
    last = somebody.contacts[-1] if somebody.contacts else since
    begins = max(last, somebody.every_since or since)
    return (day - begins).days / (7 * weeks) if weeks else 0.0
