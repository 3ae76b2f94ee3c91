"""One network for netlog and for its peers: the same on every machine."""

from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from bench import names

from netlog.domain.kinds import PERSON_KINDS
from netlog.domain.names import free_handle, handle_stem

TODAY = date(2025, 6, 2)
"""The Monday on which everything is measured."""
DAYS = 5 * 365
FIRST_ID = 2
_CADENCES = ("2w", "1m", "2m", "3m", "6m", "1y")
_AFAR = ("call", "email", "email", "message", "message", "article", "card")
_NEAR = ("coffee", "coffee", "lunch", "meeting", "event", "met")
_DAY = timedelta(days=1)

# How many of a hundred.
_WITH_ORG = 80
_WITH_KIND = 20
_WITH_TAG = 30
_THIRD = 33
_HALF = 50
_ANSWERED = 95
_IN_PERSON = 40
_OF_A_SORT = 1
_PROMISES, _OPEN = 60, 3


def _happens(random: Random, percent: int) -> bool:
    return random.random() * 100 < percent


class Someone(NamedTuple):
    """A person; their `id` is netlog's, where 1 is the user."""

    id: int
    handle: str
    name: str
    org: str
    role: str
    city: str
    email: str
    phone: str
    kind: str
    tag: str
    every: str
    new: bool
    no_sell: bool
    resting: bool


class Contact(NamedTuple):
    """A touch with one person; without an answer it is an attempt."""

    person: int
    kind: str
    day: date
    answered: bool
    note: str
    place: str


class Link(NamedTuple):
    """An introduction of somebody to the user."""

    introducer: int
    person: int
    day: date
    state: str


class Owed(NamedTuple):
    """A promise; closed on a day, or open where that is None."""

    person: int
    text: str
    due: date
    closed_on: date | None


class Network(NamedTuple):
    """Everything, in the order in which it happened."""

    people: tuple[Someone, ...]
    contacts: tuple[Contact, ...]
    links: tuple[Link, ...]
    promises: tuple[Owed, ...]


def network(people: int, contacts: int, seed: int = 8) -> Network:
    """A network of that size, spread over five years; about half of it is new."""
    random = Random(seed)  # noqa: S311 (chance that is the same everywhere)
    everybody = _people(random, people)
    touched = _contacts(random, everybody, contacts)
    linked = _links(random, everybody, touched)
    return Network(everybody, touched, linked, _promises(random, everybody))


def _people(random: Random, count: int) -> tuple[Someone, ...]:
    organisations = names.organisations(max(40, 3 * count // 100))
    tail = list(accumulate(1 / (rank + 3) for rank in range(len(organisations))))
    taken: set[str] = set()
    return tuple(
        _someone(random, FIRST_ID + number, org, taken)
        for number, org in enumerate(
            random.choices(organisations, cum_weights=tail, k=count)
        )
    )


def _someone(random: Random, key: int, org: str, taken: set[str]) -> Someone:
    name = f"{random.choice(names.FIRST)} {random.choice(names.LAST)}"
    handle = _free(handle_stem(name), taken)
    return Someone(
        id=key,
        handle=handle,
        name=name,
        org=org if _happens(random, _WITH_ORG) else "",
        role=random.choice(names.ROLES),
        city=random.choice(names.CITIES),
        email=f"{handle}@example.com",
        phone=f"+1 555 {key:07}",
        kind=random.choice(PERSON_KINDS) if _happens(random, _WITH_KIND) else "",
        tag=random.choice(names.TAGS) if _happens(random, _WITH_TAG) else "",
        every=random.choice(_CADENCES) if _happens(random, _THIRD) else "",
        new=_happens(random, _HALF),
        no_sell=_happens(random, _OF_A_SORT),
        resting=_happens(random, _OF_A_SORT),
    )


def _free(base: str, taken: set[str]) -> str:
    handle = free_handle(base, taken.__contains__)
    taken.add(handle)
    return handle


def _contacts(
    random: Random, people: tuple[Someone, ...], count: int
) -> tuple[Contact, ...]:
    """A long tail: few people have many touches, new ones have few and from afar."""
    tail = list(
        accumulate(
            (0.2 if one.new else 1) / (rank % 1000 + 20) ** 0.5
            for rank, one in enumerate(people)
        )
    )
    chosen = random.choices(people, cum_weights=tail, k=count)
    made = (_contact(random, person) for person in chosen)
    return tuple(sorted(made, key=lambda contact: contact.day))


def _contact(random: Random, person: Someone) -> Contact:
    near = ("met",) if person.new else _NEAR
    kind = random.choice(near if _happens(random, _IN_PERSON) else _AFAR)
    return Contact(
        person.id,
        kind,
        TODAY - random.randrange(DAYS) * _DAY,
        kind in _NEAR or _happens(random, _ANSWERED),
        random.choice(names.NOTES),
        random.choice(names.PLACES) if kind in _NEAR else "",
    )


def _links(
    random: Random, people: tuple[Someone, ...], contacts: tuple[Contact, ...]
) -> tuple[Link, ...]:
    """A third were introduced, by somebody who is not new, before the first touch."""
    introducers = [person.id for person in people if not person.new]
    first = {contact.person: contact.day for contact in reversed(contacts)}
    made = [
        _link(random, person.id, random.choice(introducers), first.get(person.id))
        for person in people
        if _happens(random, _THIRD)
    ]
    apart = (link for link in made if link.introducer != link.person)
    return tuple(sorted(apart, key=lambda link: link.day))


def _link(random: Random, person: int, introducer: int, first: date | None) -> Link:
    days = random.randrange(30) if first else random.randrange(DAYS)
    state = random.choice(("made",) * 8 + ("offered", "dropped"))
    return Link(introducer, person, (first or TODAY) - days * _DAY, state)


def _promises(random: Random, people: tuple[Someone, ...]) -> tuple[Owed, ...]:
    """Sixty promises; three are open, one of them for this week."""
    chosen = random.sample(people, min(_PROMISES, len(people)))
    return tuple(
        _owed(person, TODAY + (7 * (2 - number) + 3) * _DAY, is_open=number < _OPEN)
        for number, person in enumerate(chosen)
    )


def _owed(person: Someone, due: date, *, is_open: bool) -> Owed:
    return Owed(person.id, "send the article", due, None if is_open else due)
