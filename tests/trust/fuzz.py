"""Fuzzing: inputs made by chance are given to netlog, in a process that may not err.

The law: no exception but netlog's own escapes, none takes more than a second of one
core, none needs more than 300 MiB.  Each input is made anew from its subject, a seed
and its number, so what is found can be made again: `fuzzing.made`.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.trust.driving import ROOT, paths
from tests.trust.memory import in_memory

INPUTS: Mapping[str, int] = {
    "dates": 450,
    "names": 400,
    "filters": 450,
    "cards": 300,
    "tables": 300,
    "config": 340,
    "imports": 80,
    "exports": 80,
    "lines": 600,
}
"""How many of each subject are given: 3,000 in all."""


class Fuzzed(NamedTuple):
    """How many inputs were given, what they came to, and what was wrong.

    `reached` is how many were taken, the others being errors of netlog's own;
    `seconds` is the most that one took, `mebibytes` the most that was in use.
    """

    inputs: int
    reached: int
    seconds: float
    mebibytes: float
    wrong: Sequence[str]


def fuzzed(subject: str, seed: int, inputs: int, fault: str = "") -> Fuzzed:
    """Give so many inputs of a subject, perhaps with a mistake made on purpose."""
    words = ["tests.trust.fuzzing", subject, str(seed), str(inputs), fault]
    with TemporaryDirectory(dir=in_memory(), prefix="netlog-fuzz-") as home:
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env={**paths(), "HOME": home, "TYPER_USE_RICH": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=True,
        )
    return Fuzzed(*json.loads(done.stdout))
