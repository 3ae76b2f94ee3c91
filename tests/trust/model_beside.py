"""netlog at a home of its own, the model beside it, and what holds them together."""

import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from shlex import join
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import pytest
from hypothesis.stateful import RuleBasedStateMachine
from tests.repository.filled import JOURNAL, snapshot
from tests.running import InProcess, Ran
from tests.trust.faults import FAULTS
from tests.trust.model import Act, Model
from tests.trust.model_seen import Shape, counted, pins, said, seen, unlike

from netlog.db.open import open_store

_MEMORY = Path("/dev/shm")  # noqa: S108 (a fresh folder in it is made)
BEGAN = date(2025, 6, 2)
DAY = timedelta(days=1)

_NONE = 9
"""Which of those that are there: none of them."""


class Beside(RuleBasedStateMachine):
    """netlog at a home of its own, the model beside it, and the day."""

    commands: ClassVar[int] = 0
    """How many were typed before the end, by all machines of the class."""
    refused: ClassVar[int] = 0
    fault: ClassVar[str] = ""
    """A mistake that is made on purpose."""

    def __init__(self) -> None:
        super().__init__()
        where = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        self.folder = TemporaryDirectory(dir=where, prefix="netlog-model-")
        self.patch = pytest.MonkeyPatch()
        self.netlog = InProcess(Path(self.folder.name), self.patch)
        self.model = Model()
        self.today = BEGAN
        self.pins = pins(self.netlog.db)
        self.moved: dict[int, dict[int, tuple[int, int]]] = {}
        self.imported = 0
        self.holds = True
        self.ending = False
        if self.fault:
            owner, name, made = FAULTS[self.fault]
            self.patch.setattr(owner, name, made(getattr(owner, name)))

    # Typing.

    def run(self, *words: str) -> Ran:
        """Type a command line on the day that it is."""
        type(self).commands += not self.ending
        self.patch.setenv("NETLOG_TODAY", self.today.isoformat())
        return self.netlog("", *words)

    def write(self, words: Sequence[str], act: Act) -> None:
        """A command that writes: it ends as the model says, and all is equal."""
        self.check(self.model.write(join(words), self.today, act), self.run(*words))

    def check(self, code: int, ran: Ran) -> None:
        """Hold an answer and the whole database against the model."""
        self.holds = False
        type(self).refused += ran.code > 0 and not self.ending
        assert (ran.code, "Traceback" in ran.err) == (code, False), ran
        assert bool(ran.err) >= bool(code)
        self.agree()
        self.holds = True

    def agree(self) -> None:
        """Every row of every table is as the model says."""
        wrong = unlike(self.found(), self.wanted())
        assert not wrong, wrong
        assert pins(self.netlog.db) == self.pins

    def found(self) -> Shape:
        """Every row of every table as it stands in the file."""
        return counted(seen(self.netlog.db))

    def wanted(self) -> Shape:
        """Every row as the model says it."""
        return said(self.model)

    # What is there.

    def who(self, which: tuple[int, str]) -> str:
        """Somebody as they are typed."""
        number, how = which
        there = list(self.model.world.person.values())
        if how in {"me", "no"} or not there:
            return "me" if how == "me" else "nobody-of-that-name"
        one = there[number % len(there)]
        words = {"handle": one.handle, "name": one.name, "word": one.name.split()[0]}
        return words[how]

    def any_of(self, table: str, which: int) -> bool:
        """Whether there is a row, or one is wanted that is not there."""
        return which >= _NONE or bool(getattr(self.model.world, table))

    def number(self, table: str, which: int) -> int:
        """The number of a row that is there; now and then of one that is not."""
        there = sorted(getattr(self.model.world, table))
        return there[which % len(there)] if there and which < _NONE else 97

    def options(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        """Options with days for numbers of days, and people for who is meant."""
        return {name: self._option(name, value) for name, value in typed.items()}

    def _option(self, name: str, value: Any) -> Any:
        if name == "on":
            return self.today - value * DAY
        if name == "by":
            return self.today + value * DAY
        if name == "via":
            return [self.who(one) for one in value]
        if name == "from":
            return value[0], self.number(*value)
        return self.who(value) if name == "who" else value

    def give_pins(self, change: int, kept: int, gone: int) -> None:
        """A merge gives the places of the second to the first, unless they have one."""
        theirs = {pin[:2] for pin in self.pins.values() if pin[3] == kept}
        moved = {
            number: (gone, kept)
            for number, pin in self.pins.items()
            if pin[3] == gone and pin[:2] not in theirs
        }
        self.moved[change] = moved
        self._move(change, 1)

    def _move(self, change: int, side: int) -> None:
        for number, pair in self.moved.get(change, {}).items():
            self.pins[number] = (*self.pins[number][:3], pair[side])

    def look(self, *words: str) -> Ran:
        """Type what changes nothing but the pins: places that were free are taken."""
        ran = self.run(*words)
        self.grown()
        self.check(2 if "x" in words else 0, ran)
        return ran

    def grown(self) -> None:
        """Pins that were there stay; new ones are of people who are there."""
        found = pins(self.netlog.db)
        assert found.items() >= self.pins.items()
        new = {found[number][3] for number in found.keys() - self.pins.keys()}
        assert new <= self.model.world.person.keys()
        self.pins = found

    # Back and forth.

    def back(self) -> None:
        """The newest change is taken back."""
        code = self.model.undo()
        if not code:
            self._move(self.model.undone[-1].number, 0)
        self.check(code, self.run("undo"))

    def on(self) -> None:
        """What was undone last is done again."""
        code = self.model.redo()
        if not code:
            self._move(self.model.done[-1].number, 1)
        self.check(code, self.run("redo"))

    # The end.

    def rows(self, *left_out: str) -> dict[str, Any]:
        """Every row as it stands in the file."""
        with closing(open_store(self.netlog.db, writable=False)) as store:
            return snapshot(store, *left_out)

    def teardown(self) -> None:
        """All undone, nobody is there; all redone, every row is as it was."""
        try:
            self.ending = True
            if self.holds and self.netlog.db.exists():
                self.end()
        finally:
            self.patch.undo()
            self.folder.cleanup()

    def end(self) -> None:
        """To the beginning and back."""
        before, changes = self.rows(), len(self.model.done)
        for _ in range(changes):
            self.back()
        self.back()
        kept = self.rows(*JOURNAL, "version")
        assert {name: len(rows) for name, rows in kept.items() if rows} == {"person": 1}
        for _ in range(changes):
            self.on()
        assert self.rows() == before
