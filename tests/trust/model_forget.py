"""What a `forget` leaves of the model: every world without that person."""

from collections import defaultdict
from collections.abc import Container, Iterable
from datetime import date

from tests.trust.model import Done, Model, World, Writing
from tests.trust.model_people import gone

Gone = tuple[int, str, set[int]]
"""Who was forgotten: number, handle; and the places where nobody else ever was."""


def forget(model: Model, person: int, handle: str) -> None:
    """Somebody never was: now, and in all that can be undone and redone."""
    changes = [*model.done, *model.undone, *model.gone]
    worlds = [world for one in changes for world in (one.before, one.after)]
    whom = person, handle, _deserted(worlds, person)
    model.world = without(model.world, whom)
    for held in (model.done, model.undone, model.gone):
        held[:] = [_without(one, whom) for one in held]


def drop_idle(model: Model, there: Container[int]) -> None:
    """Let changes go that do nothing any more, unless they are there: rows may be."""
    for held in (model.done, model.undone, model.gone):
        held[:] = [
            one for one in held if one.before != one.after or one.number in there
        ]


def _without(one: Done, whom: Gone) -> Done:
    before, after = (without(world, whom) for world in (one.before, one.after))
    return one._replace(before=before, after=after)


def without(world: World, whom: Gone) -> World:
    """A world in which somebody never was; what belongs to others is there."""
    person, handle, places = whom
    writing = Writing(world, Model().numbers, date.min)
    left = writing.world
    if person in left.person:
        gone(writing, person)
        del left.person[person]
    left.retired.discard(handle)
    for place in places & left.place.keys():
        del left.place[place]
    return left


def _deserted(worlds: Iterable[World], person: int) -> set[int]:
    """Places that were those of touches with nobody else, and of no others."""
    ever: dict[int, set[int]] = defaultdict(set)
    at: dict[int, set[int]] = defaultdict(set)
    for world in worlds:
        for number, touch in world.touch.items():
            ever[number] |= touch.people
            at[touch.place].add(number)
    alone = {number for number, people in ever.items() if people == {person}}
    return {place for place, touches in at.items() if place and touches <= alone}
