"""Circles among people: who introduced whom, round and back again."""

from collections.abc import Mapping, Sequence

Introducers = Mapping[int, Sequence[int]]
"""For each person those who introduced them; every one of them is a key, too."""


def components(introducers: Introducers) -> dict[int, int]:
    """A number for each person: the same within a circle, else introducers' lower.

    Strongly connected components by Kosaraju's two searches (Sharir, 1981): the
    first orders people so that, going up from them in turn, the second meets
    nobody new but those of their own circle.
    """
    numbers: dict[int, int] = {}
    for number, first in enumerate(_uppermost_first(_turned(introducers))):
        ahead = [first]
        while ahead:
            person = ahead.pop()
            if person not in numbers:
                numbers[person] = number
                ahead += introducers[person]
    return numbers


def _turned(introducers: Introducers) -> Introducers:
    """For each person those whom they introduced."""
    introduced: dict[int, list[int]] = {person: [] for person in introducers}
    for person, theirs in introducers.items():
        for introducer in theirs:
            introduced[introducer].append(person)
    return introduced


def _uppermost_first(introduced: Introducers) -> list[int]:
    """Everybody, each before those below them, as far as circles allow.

    A search in depth without recursion; a person is put back as its complement,
    below zero, to be seen again when all below them are done.
    """
    done: list[int] = []
    seen: set[int] = set()
    ahead = list(introduced)
    while ahead:
        person = ahead.pop()
        if person < 0:
            done.append(~person)
        elif person not in seen:
            seen.add(person)
            ahead.append(~person)
            ahead += introduced[person]
    return done[::-1]
