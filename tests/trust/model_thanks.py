"""Who waits to be thanked, in the model: everybody on a way that an outcome came by."""

from datetime import date

from tests.trust.model import IN_PERSON, ME, SIT_DOWN, Entry, World

LARGE = {"client", "referral", "opener", "interview", "invitation"}
Way = tuple[date, int, int]
"""An introduction to me: its day, its number, who made it."""
Ways = dict[int, list[Way]]


def waiting(world: World) -> set[tuple[int, int]]:
    """(entry, person) of everybody on a path who was not thanked."""
    ways = kept(ways_of(world))
    found = {
        (number, person)
        for number, entry in world.entry.items()
        if entry.way == "got"
        for person in on_the_way(world, ways, entry)
    }
    return found - world.thanked.keys()


def asked(world: World) -> set[tuple[int, int]]:
    """(entry, person) of those who wait and are to be thanked.

    For what is small that is only who gave it.
    """
    return {
        (number, person)
        for number, person in waiting(world)
        if world.entry[number].kind in LARGE or world.entry[number].person == person
    }


def ways_of(world: World) -> Ways:
    """By person, who introduced them to me, the oldest first."""
    return {
        person: sorted(
            (one.day, number, one.by)
            for number, one, state in world.ways(person)
            if state != "dropped"
        )
        for person in world.person
    }


def kept(ways: Ways) -> Ways:
    """Where people introduced one another in a circle, those by who was known first."""
    above = {person: _above(ways, person) for person in ways}
    known = _known(ways, above)
    return {
        person: [
            way
            for way in theirs
            if person not in above[way[2]] or known[way[2]] < known[person]
        ]
        for person, theirs in ways.items()
    }


def _above(ways: Ways, person: int) -> set[int]:
    """Everybody by whose introductions somebody may have come."""
    found: set[int] = set()
    ahead = [person]
    while ahead:
        more = {by for _, _, by in ways[ahead.pop()]} - found
        found |= more
        ahead += more
    return found


def _known(ways: Ways, above: dict[int, set[int]]) -> dict[int, tuple[date, int, int]]:
    """Since when each was known: who introduces somebody in the circle was there."""
    known = {
        person: (theirs[0][0] if theirs else date.min, 1, person)
        for person, theirs in ways.items()
    }
    for person, theirs in ways.items():
        for day, _, by in theirs:
            if person in above[by]:
                known[by] = min(known[by], (day, 0, by))
    return known


def on_the_way(world: World, ways: Ways, entry: Entry) -> set[int]:
    """The person of an outcome, and everybody back to who was met without help."""
    until = entry.day
    theirs = ways[entry.person]
    if entry.introduction:
        theirs = [way for way in theirs if way[1] == entry.introduction]
    else:
        until = _began_on(world, entry) or until
    return {entry.person} | _back({**ways, entry.person: theirs}, entry.person, until)


def _began_on(world: World, entry: Entry) -> date | None:
    """The day of the touch it came of, else of the latest sit-down before it.

    Without one it is the latest touch in person, else the latest answered one.
    """
    there = {
        number: one
        for number, one in world.touches(entry.person)
        if one.there[entry.person].counts
    }
    said = there.get(entry.touch)
    if said:
        return said.day if said.day <= entry.day else None
    ranked = [
        (one.kind in SIT_DOWN, one.kind in IN_PERSON, one.day)
        for one in there.values()
        if one.day <= entry.day
    ]
    return max(ranked)[-1] if ranked else None


def _back(ways: Ways, person: int, until: date) -> set[int]:
    """Everybody on the paths back from somebody on a day; each step is before it."""
    found: set[int] = set()
    seen: set[tuple[int, date]] = set()
    ahead = [(person, until)]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            steps = [(by, day) for day, _, by in ways[here[0]] if day <= here[1]]
            found |= {by for by, _ in steps}
            ahead += steps
    return found - {ME}
