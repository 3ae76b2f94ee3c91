"""Cutting the power of a disk on which netlog wrote, again and again."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import NamedTuple

from tests.trust import shim
from tests.trust.contents import NOBODY, Seen, difference, look
from tests.trust.disk import Disk, Left
from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.stories import FORGOTTEN
from tests.trust.telling import succeeded

_SOON = 0.3
STATE = ".local/state/netlog/"
MANIFEST = "netlog.manifest/"
"""How the manifest beside a backup begins to say what it is."""


class Moment(NamedTuple):
    """What is held when a line was acknowledged; the backups, by path and digest."""

    text: str
    backups: frozenset[tuple[str, bytes]]


class Tally(NamedTuple):
    """How often the power was cut, how many different disks that left, and wrongs."""

    cuts: int
    disks: int
    wrong: Sequence[str]


class Cutting:
    """Lines that were run, what they did to the disk, and what was held after each.

    The home of the job must be as the first line finds it; `work` is for files.
    """

    def __init__(self, driver: Driver, job: Job, work: Path) -> None:
        log = work / "log"
        self.before = Disk(job.home)
        disk = Disk(job.home)
        trouble = [*job.trouble, ("log", str(log))]
        succeeded(job.lines, driver.do(job._replace(trouble=trouble)))
        self.lines = job.lines
        self.name = str(job.db.relative_to(job.home))
        self.work = work / "disk"
        self.events = list(shim.events(log))
        self.marks = [at for at, one in enumerate(self.events, 1) if one.what == "."]
        self.moments = list(self._moments(disk))
        self._judged: dict[object, str] = {}

    def _moments(self, disk: Disk) -> Iterator[Moment]:
        """The moment before the first line, and those after each."""
        yield self._moment(disk.now())
        for event in self.events:
            disk.happen(event)
            if event.what == ".":
                yield self._moment(disk.now())

    def _moment(self, left: Left) -> Moment:
        kept = {(name, left[name].digest) for pair in _backups(left) for name in pair}
        return Moment(self._held(left).text, frozenset(kept))

    def cut(self, cuts: int, chance: Random) -> Tally:
        """Cut the power so often; but once."""
        instants = sorted(self._instant(chance) for _ in range(cuts))
        done = at = 0
        for instant in instants:
            for event in self.events[at:instant]:
                self.before.happen(event)
                done += event.what == "."
            at = instant
            left = self.before.after_cut(chance)
            key = done, frozenset((name, one.digest) for name, one in left.items())
            if key not in self._judged:
                self._judged[key] = "; ".join(self._wrong(left, done))
        wrong = [said for said in self._judged.values() if said]
        return Tally(cuts, len(self._judged), wrong)

    def _instant(self, chance: Random) -> int:
        """After how many events: anywhere, or as soon as a line is acknowledged."""
        if chance.random() < _SOON:
            return chance.choice(self.marks) + chance.randint(0, 1)
        return chance.randint(0, len(self.events))

    def _wrong(self, left: Left, done: int) -> Iterator[str]:
        """What is wrong with a disk after so many acknowledged lines."""
        for said in self._unheld(self._held(left), done):
            yield f"after line {done}: {said}"
        for name in self._unkept(left, done):
            yield f"after line {done}: the backup {name} is lost or spoilt"
        for name in self._unforgotten(left, done):
            yield f"after line {done}: somebody forgotten is in {name}"

    def _unheld(self, seen: Seen, done: int) -> Iterator[str]:
        states = [one.text for one in self.moments]
        if seen.wrong:
            yield " ".join(seen.wrong)
        elif seen.text in states[:done] and seen.text not in states[done : done + 2]:
            yield "an acknowledged line is lost"
        elif seen.text not in states[done : done + 2]:
            yield f"{difference(states[done], seen.text)}"

    def _unkept(self, left: Left, done: int) -> Iterator[str]:
        """The backups that should be there and are not, or are not what they say."""
        there = {(name, one.digest) for name, one in left.items()}
        either = [one.backups for one in self.moments[done : done + 2]]
        yield from (name for name, _ in either[0].intersection(*either[1:]) - there)
        for manifest, copy in _backups(left):
            if _sum(left, manifest) != _real_sum(left, copy):
                yield copy

    def _unforgotten(self, left: Left, done: int) -> Iterator[str]:
        """The files that hold somebody whose forgetting was acknowledged."""
        if "forget" in (line[0] for line in self.lines[:done]):
            ours = (name for name in left if name.startswith((self.name, STATE)))
            yield from (name for name in ours if FORGOTTEN in left[name].data)

    def _held(self, left: Left) -> Seen:
        """What netlog finds when it opens the database on such a disk."""
        rmtree(self.work, ignore_errors=True)
        for name, found in left.items():
            if name.startswith(self.name):
                path = self.work / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(found.data)
        seen = look(self.work / self.name)
        return Seen(NOBODY) if self.name not in left else seen


def _backups(left: Left) -> list[tuple[str, str]]:
    """The manifests that are whole, each with its copy; without it there is none."""
    pairs = [(name, f"{name.removesuffix('.json')}.db") for name in left]
    return [
        (name, copy)
        for name, copy in pairs
        if name.endswith(".json") and copy in left and _read(left, name)
    ]


def _read(left: Left, name: str) -> Mapping[str, str]:
    text = left[name].data
    return json.loads(text) if MANIFEST.encode() in text else {}


def _sum(left: Left, name: str) -> str:
    return _read(left, name)["sha256"]


def _real_sum(left: Left, name: str) -> str:
    return sha256(left[name].data).hexdigest()
