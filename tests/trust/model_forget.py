"""What a `forget` leaves of the model: a world without that person, and no history."""

from datetime import date

from tests.trust.model import Done, Model, World, Writing
from tests.trust.model_people import gone


def forget(model: Model, person: int, handle: str) -> None:
    """Somebody never was, and what came before it cannot be undone or redone."""
    world = model.world = without(model.world, person, handle)
    model.numbers["change"] += 1
    model.done, model.undone = [], []
    model.gone = [Done(model.numbers["change"], "forget", world, world)]


def without(world: World, person: int, handle: str) -> World:
    """A world in which somebody never was; what belongs to others is there."""
    writing = Writing(world, Model().numbers, date.min)
    left = writing.world
    if person in left.person:
        gone(writing, person)
        del left.person[person]
    left.retired.discard(handle)
    for place in left.place.keys() - {touch.place for touch in left.touch.values()}:
        del left.place[place]
    return left
