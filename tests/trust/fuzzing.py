"""The process that is fuzzed: python -m tests.trust.fuzzing SUBJECT SEED INPUTS.

Inputs are given in children of some hundreds each.  What a child dies of is found too:
the number of the input that it is at stands where its parent can see it.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Iterator
from mmap import mmap
from pathlib import Path
from random import Random
from time import process_time
from traceback import format_exc
from typing import Any

from tests.trust.fuzz import Fuzzed
from tests.trust.fuzz_subjects import FAULTS, SUBJECTS, Subject

from netlog.errors import NetlogError

SECONDS, MEBIBYTES = 1.0, 250
"""What no input may take more of: of memory, beside what is there before it.

netlog alone has some 50 MiB; whatever else the process of the tests has is not its.
"""
_AT_ONCE = 250
_TRIES = 3
_HANGS = 30
_SHOWN = 4000
_MIB = 2**20


def made(subject: Subject, name: str, seed: int, number: int) -> Any:
    """The input of that number: first those that are there, then those by chance."""
    if number < len(subject.given):
        return subject.given[number]
    return subject.make(Random(f"{name} {seed} {number}"))  # noqa: S311 (no secret)


def main(name: str, seed: str, inputs: str, fault: str) -> None:
    """Give all inputs, and write what came of it as JSON."""
    subject = SUBJECTS[name]()
    if fault:
        FAULTS[fault]()
    gc.freeze()
    numbers = range(int(inputs))
    with mmap(-1, 8) as place:
        chunk = _Chunk(subject, name, int(seed), place)
        found = list(_all(chunk, numbers))
    _, reached, seconds, mebibytes, wrong = zip(*found, strict=True)
    said = [one for some in wrong for one in some]
    answer = Fuzzed(len(numbers), sum(reached), max(seconds), max(mebibytes), said)
    os.write(1, json.dumps(answer).encode())


def _all(chunk: "_Chunk", numbers: range) -> Iterator[Fuzzed]:
    """The inputs, some at once, going on behind one that ended a child."""
    at = numbers.start
    while at < numbers.stop:
        yield chunk.given(range(at, min(at + _AT_ONCE, numbers.stop)))
        at = chunk.last + 1


class _Chunk:
    """Some inputs, given by a child."""

    def __init__(self, subject: Subject, name: str, seed: int, place: mmap) -> None:
        self.subject, self.name, self.seed = subject, name, seed
        self.place = place

    @property
    def last(self) -> int:
        """The number of the input that was given last."""
        return int.from_bytes(self.place[:], "big")

    def given(self, numbers: range) -> Fuzzed:
        """What came of these inputs."""
        answers, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(answers)
            self._give(numbers, theirs)
        os.close(theirs)
        with os.fdopen(answers) as file:
            said = file.read()
        _, status = os.waitpid(child, 0)
        if said:
            return Fuzzed(*json.loads(said))
        why = f"{self._told(self.last)} ended the process: status {status}"
        return Fuzzed(1, 0, 0, 0, [why])

    def _give(self, numbers: range, answers: int) -> None:
        """Give them, in the child; it ends early where it has become too large."""
        try:
            resource.setrlimit(resource.RLIMIT_AS, (4096 * _MIB,) * 2)
            wrong: list[str] = []
            count, reached, slowest = 0, 0, 0.0
            before = _mebibytes()
            for number in numbers:
                self.place[:] = number.to_bytes(8, "big")
                signal.alarm(_HANGS)
                taken, seconds, said = self._one(number)
                count, reached = count + 1, reached + taken
                slowest = max(slowest, seconds)
                wrong += [f"{self._told(number)}: {one}" for one in said]
                if (more := _mebibytes() - before) > MEBIBYTES:
                    wrong.append(f"{self._told(number)} needs {more:.0f} MiB more")
                    break
            result = Fuzzed(count, reached, slowest, _mebibytes(), wrong)
            with os.fdopen(answers, "w") as file:
                file.write(json.dumps(result))
        finally:
            os._exit(0)

    def _one(self, number: int) -> tuple[bool, float, list[str]]:
        """Give one input: whether it was taken, how long it took, what was wrong."""
        taken, said, quickest = False, list[str](), float("inf")
        for _ in range(_TRIES):  # another program may have been in its way
            given = self._made(number)
            begun = process_time()
            taken, said = _law(self.subject, given)
            quickest = min(quickest, process_time() - begun)
            if said or quickest <= SECONDS:
                return taken, quickest, said
        return taken, quickest, [f"takes {quickest:.1f} s"]

    def _made(self, number: int) -> Any:
        return made(self.subject, self.name, self.seed, number)

    def _told(self, number: int) -> str:
        """Which input it is, and its first part as Python writes it."""
        whole = ascii(self._made(number))
        short = whole if len(whole) <= _SHOWN else f"{whole[:_SHOWN]}… ({len(whole)})"
        return f"{self.name} {number} of seed {self.seed}, {short}"


def _law(subject: Subject, given: Any) -> tuple[bool, list[str]]:
    """Whether the input was taken, and what escaped that may not."""
    try:
        return True, subject.feed(given) or []
    except NetlogError:
        return False, []
    except BaseException:  # noqa: BLE001 (whatever it is, it is to be told)
        return False, [format_exc()]


def _mebibytes() -> float:
    """The most that this process has had in memory."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MIB


if __name__ == "__main__":
    Path.home().mkdir(exist_ok=True)
    main(*sys.argv[1:])
