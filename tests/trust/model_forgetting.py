"""The same machine, with somebody who is forgotten at the end."""

from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from tests.trust import model_people as people
from tests.trust.model import Done, Model
from tests.trust.model_forget import forget
from tests.trust.model_machine import Typing
from tests.trust.model_options import NAMES, WHO
from tests.trust.model_seen import pins

_NAME, _HANDLE = "Zed Marker", "zed-marker"


class Forgetting(Typing):
    """Random commands, then a forget: of the rest nothing is changed."""

    @initialize(names=st.lists(st.sampled_from(NAMES), min_size=2, unique=True))
    def begin(self, names: list[str]) -> None:
        """A few people, and one of whom nobody else has the name."""
        for name in [names[0], _NAME, *names[1:]]:
            add = partial(people.add, name=name, o={})
            self.write(["add", name], add)

    def is_meant(self, who: tuple[int, str]) -> bool:
        """Whether it is the one who will be forgotten."""
        there = self.model.world.person.values()
        handles = [one.handle for one in there]
        return bool(handles) and handles[who[0] % len(handles)] == _HANDLE

    @rule(who=WHO, org=st.sampled_from(["Acme", "HR"]))
    def edit(self, who: tuple[int, str], org: str) -> None:
        """What is known of somebody else changes."""
        if not self.is_meant(who):
            one = self.who(who)
            words = ["edit", one, "--org", org]
            self.write(words, lambda w: people.edit(w, one, {"org": org}))

    @rule(first=WHO, second=WHO)
    def merge(self, first: tuple[int, str], second: tuple[int, str]) -> None:
        """Two others are one."""
        if not (self.is_meant(first) or self.is_meant(second)):
            super().merge(first, second)

    def end(self) -> None:
        """Forgotten: the rest is there, and none of it can be undone or redone.

        What comes then can be.
        """
        person = _number(self.model)
        forget(self.model, person, _HANDLE)
        ran = self.run("forget", _HANDLE, "--yes")
        self.pins = pins(self.netlog.db)
        assert person not in {pin[3] for pin in self.pins.values()}
        self.check(0, ran)
        self.back()
        self.on()
        self.write(["add", "Ann Last"], partial(people.add, name="Ann Last", o={}))
        before = self.rows()
        self.back()
        self.back()
        self.on()
        assert self.rows() == before


def _number(model: Model) -> int:
    """Of the one who will be forgotten, who may have been removed since."""
    changes: list[Done] = [*model.done, *model.undone, *model.gone]
    return next(
        number
        for one in changes
        for number, person in one.after.person.items()
        if person.handle == _HANDLE
    )
