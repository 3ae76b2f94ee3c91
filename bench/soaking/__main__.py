"""bench/soak: every proof with larger numbers, for as long as is wanted."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from os import W_OK, access
from pathlib import Path
from random import Random, randrange
from tempfile import TemporaryDirectory
from time import monotonic

from bench.soaking.parts import PARTS, Found, Soak
from tests.trust import shim
from tests.trust.driving import Driver, driving
from tests.trust.stories import story
from tests.trust.telling import tell

_MEMORY = Path("/dev/shm")  # noqa: S108 (a fresh folder in it is made)
_HOUR = 3_600
_SHOWN, _LONG = 5, 800


def _asked() -> Namespace:
    parser = ArgumentParser(prog="bench/soak", description="Prove what netlog keeps.")
    parser.add_argument("--hours", type=float, default=0, help="go on for so long")
    parser.add_argument("--seed", type=int, help="of all chance; else told")
    parser.add_argument("--only", choices=PARTS, action="append", help="of the parts")
    parser.add_argument("--share", type=float, default=1, help="of the numbers")
    return parser.parse_args()


def main() -> int:
    """Round after round, until the time is over; 1 where anything was wrong."""
    asked = _asked()
    begun = monotonic()
    seed = randrange(10**6) if asked.seed is None else asked.seed  # noqa: S311 (no secret)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    _say(f"seed {seed}; in full more than a day on two cores, with --share 0.1 a tenth")
    while True:
        for found in _round(asked, seed):
            counts[found.what] += found.times
            wrong += [f"seed {seed}, {found.what}: {one}" for one in found.wrong]
        seed += 1
        if monotonic() - begun >= asked.hours * _HOUR:
            break
    _tell(counts, wrong, monotonic() - begun)
    return bool(wrong)


def _round(asked: Namespace, seed: int) -> Iterator[Found]:
    """Every part once."""
    with _ready(asked.share, seed) as soak:
        for name in asked.only or PARTS:
            begun, count = monotonic(), 0
            for found in PARTS[name](soak):
                count += found.times
                _say(f"  {found.what}: {found.times:,}")
                for one in found.wrong[:_SHOWN]:
                    _say(f"{found.what}: {one[:_LONG]}")
                yield found
            _say(f"{name}: {count:,} in {monotonic() - begun:.0f} s")


@contextmanager
def _ready(share: float, seed: int) -> Iterator[Soak]:
    """Everything that the parts need."""
    with ExitStack() as stack:
        where = _MEMORY if access(_MEMORY, W_OK) else None
        memory = Path(stack.enter_context(TemporaryDirectory(dir=where)))
        disk = Path(stack.enter_context(TemporaryDirectory()))
        driver = stack.enter_context(driving())
        watched = stack.enter_context(_watched(memory))
        told = tell(driver, story(), memory / "told")
        chance = Random(seed)  # noqa: S311 (no secret)
        yield Soak(driver, watched, told, memory, disk, chance, share)


@contextmanager
def _watched(folder: Path) -> Iterator[Driver | None]:
    """A process with the shim; None where there is no C compiler."""
    if not shim.compiler():
        _say("no power cuts and no failing calls: the shim needs a C compiler")
        yield None
        return
    with driving(shim.built(folder)) as one:
        yield one


def _tell(counts: Counter[str], wrong: list[str], seconds: float) -> None:
    print("| what | how often |\n|---|---:|")
    for what, count in counts.items():
        print(f"| {what} | {count:,} |")
    print(f"| **wrong** | **{len(wrong)}** |")
    print(f"\n{seconds / 60:.0f} minutes")
    for one in wrong[:_SHOWN]:
        print(one)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
