"""What a `forget` leaves of the model: a world without that person, and no history."""

from datetime import date

from tests.trust.model import Done, Model, World, Writing
from tests.trust.model_people import gone


def forget(model: Model, person: int, handle: str) -> None:
    """Somebody never was, and what came before it cannot be undone or redone.

    Of that only the imports are known by which somebody came who is there.
    """
    world = model.world = without(model.world, person, handle)
    entered = {one.entered for one in world.person.values()}
    kept = [one.number for one in model.done if one.words.startswith("import")]
    model.numbers["change"] += 1
    ended = {number: "import" for number in kept if number in entered}
    ended[model.numbers["change"]] = "forget"
    model.done, model.undone = [], []
    model.gone = [Done(number, words, world, world) for number, words in ended.items()]


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
