"""Killing netlog at random instants, and looking at what is left."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from shutil import rmtree
from time import sleep
from typing import NamedTuple

from tests.trust.contents import Seen, difference, look
from tests.trust.copies import unsound
from tests.trust.driving import Driver
from tests.trust.jobs import Answer, Job
from tests.trust.stories import files
from tests.trust.telling import Told
from tests.trust.trouble import Trouble

_MOST_ACKNOWLEDGED = 2
_LATEST = 1.5
"""The kill comes before so many times as long as a line takes here and now."""
_AT_FIRST, _NEWS = 0.02, 0.1


class Tally(NamedTuple):
    """How often netlog was killed, within which commands, and what was wrong then.

    `kept` and `undone` are how often the command that was killed was there, or not.
    """

    kills: int
    within: Mapping[str, int]
    kept: int
    undone: int
    wrong: Sequence[str]


class Killing:
    """A story told again and again, killed at random, and taken up where it was."""

    def __init__(self, driver: Driver, story: Told, home: Path, chance: Random) -> None:
        self.driver = driver
        self.story = story
        self.home = home
        self.chance = chance
        self.place = 0
        self.within: Counter[str] = Counter()
        self.kept = self.undone = 0
        self.pace = _AT_FIRST
        files(home)

    def rounds(self, kills: int, trouble: Sequence[Trouble] = ()) -> Tally:
        """Kill so often; gives what was found."""
        wrong = [one for _ in range(kills) for one in self._round(trouble)]
        return Tally(kills, self.within, self.kept, self.undone, wrong)

    def _round(self, trouble: Sequence[Trouble]) -> Iterator[str]:
        answers = self._killed(trouble)
        yield from (f"exit {one.code}: {one.err}" for one in answers if one.code)
        acknowledged = self.place + len(answers)
        if acknowledged < len(self.story.lines):
            self.within[self.story.lines[acknowledged][0]] += 1
        yield from unsound(self.home, 1)
        yield from self._judged(acknowledged, look(self.home / "netlog.db"))

    def _killed(self, trouble: Sequence[Trouble]) -> Sequence[Answer]:
        """Go on with the story and be killed; gives what was acknowledged before."""
        rest = self.story.lines[self.place :]
        with self.driver.begin(Job(self.home, rest, trouble)) as child:
            wanted = self.chance.randint(0, _MOST_ACKNOWLEDGED)
            answers = [one for _ in range(wanted) if (one := child.answer())]
            sleep(self.chance.uniform(0, _LATEST * self.pace))
            child.kill()
            answers += child.answers()
        for one in answers:
            self.pace += _NEWS * (one.seconds - self.pace)
        return answers

    def _judged(self, acknowledged: int, seen: Seen) -> Iterator[str]:
        """Everything acknowledged is there, and the next line whole or not at all."""
        states = self.story.states
        allowed = range(acknowledged, len(states))[:2]
        place = next((at for at in allowed if states[at] == seen.text), None)
        self.kept += place == acknowledged + 1
        self.undone += place == acknowledged
        if seen.wrong or place is None:
            rows = difference(states[acknowledged], seen.text)
            yield f"after line {acknowledged}: {' '.join(seen.wrong)} {rows}"
            place = 0
        self.place = place
        if place in {0, len(self.story.lines)}:
            self._begin_again()

    def _begin_again(self) -> None:
        rmtree(self.home)
        files(self.home)
        self.place = 0
