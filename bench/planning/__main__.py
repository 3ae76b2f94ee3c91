"""bench/plan: live through the years, and say which claims they bear out."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.planning import page
from bench.planning.claims import (
    GUARDED,
    KEEP_CLAIMS,
    KeepClaim,
    YearClaim,
    guard_rails,
    needed,
    verdicts,
    year_claims,
)
from bench.planning.events import BadLogError, read_log
from bench.planning.networks import AnotherNetworkError
from bench.planning.runs import FULL, SMALL, Size, Wanted, everything, run
from bench.planning.sources import sayings, unbacked
from bench.report import put_in_page


def _asked() -> Namespace:
    parser = ArgumentParser(
        prog="bench/plan", description="Say whether the plan is worth following."
    )
    parser.add_argument("--egos", type=int, default=FULL.egos, help="of each network")
    parser.add_argument("--lives", type=int, default=FULL.lives, help="of 80 ties each")
    parser.add_argument("--processes", type=int, default=FULL.processes)
    parser.add_argument(
        "--events", type=Path, action="append", default=[], metavar="FILE",
        help="a log of lines `u v t`, t in seconds, to be replayed",
    )  # fmt: skip
    parser.add_argument("--small", action="store_true", help="seconds: the guard rails")
    parser.add_argument("--write", action="store_true", help="into docs/evidence.md")
    return parser.parse_args()


class _Programme(NamedTuple):
    """What is lived through, and what is claimed of it."""

    size: Size
    wanted: Wanted
    years: Sequence[YearClaim]
    keeps: Sequence[KeepClaim]


def _programme(asked: Namespace) -> _Programme:
    if asked.small:
        rails = tuple(guard_rails())
        return _Programme(SMALL, needed(rails, GUARDED), rails, GUARDED)
    size = FULL._replace(egos=asked.egos, lives=asked.lives, processes=asked.processes)
    return _Programme(size, everything(), tuple(year_claims()), KEEP_CLAIMS)


def main() -> int:
    """All of it; 1 where a claim is missed, 2 where it could not begin."""
    asked = _asked()
    size, wanted, years, keeps = _programme(asked)
    try:
        logs = {path.name: read_log(path) for path in asked.events}
        results = run(size, wanted, logs)
    except (AnotherNetworkError, BadLogError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
        return 2
    for network in results.networks:
        print(f"{network.name}: {network.edges:,} edges, SHA-256 {network.digest[:16]}")
    judged = list(verdicts(results, years, keeps))
    print(*page.claims_in_lines(judged), sep="\n")
    if asked.write:
        put_in_page(page.written(results, judged, size), page.PAGE)
    elif not asked.small:
        print(f"\n{page.written(results, judged, size)}")
    if not asked.small:
        for source in unbacked(sayings(results)):
            print(f"not measured so: {source}")
    return int(any(one.held is False for one in judged))


if __name__ == "__main__":
    sys.exit(main())
