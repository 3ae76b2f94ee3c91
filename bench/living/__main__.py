"""bench/year: live the lives, print what stood where, judge the claims."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from os import cpu_count
from time import monotonic

from bench.living import report
from bench.living.claims import Figures, figures, verdicts
from bench.living.lives import LIVES
from bench.living.records import Lived
from bench.living.run import live

_SHOWN = "bookkeeper"
_YEARS, _SEEDS = 5, 20


def _asked() -> Namespace:
    parser = ArgumentParser(prog="bench/year", description="Live by the plan.")
    parser.add_argument("--years", type=int, default=_YEARS, help="of each life")
    parser.add_argument("--seeds", type=int, default=_SEEDS, help="of each life")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--life", choices=LIVES, action="append", help="of the lives")
    parser.add_argument("--jobs", type=int, default=cpu_count(), help="at a time")
    parser.add_argument("--weeks", action="store_true", help="show each, of one seed")
    parser.add_argument("--write", action="store_true", help="into docs/a-year.md")
    return parser.parse_args()


def main() -> int:
    """Live, and judge; 1 where a claim does not hold."""
    asked = _asked()
    names: Sequence[str] = asked.life or tuple(LIVES)
    if asked.weeks:
        for name in names:
            _show(live(name, LIVES[name], asked.first, asked.years))
        return 0
    spans = sorted({1, asked.years})
    seeds = range(asked.first, asked.first + asked.seeds)
    after: dict[int, list[Figures]] = {years: [] for years in spans}
    lives = []
    for lived in lived_by(names, seeds, asked.years, asked.jobs):
        lives.append(report.summary(lived))
        for years in spans if not LIVES[lived[0].name].weeks else spans[-1:]:
            after[years].append(figures([each.first(years) for each in lived]))
    judged = {years: verdicts(there) for years, there in after.items()}
    for line in report.claims_told(judged):
        print(line)
    if asked.write:
        shown = live(_SHOWN, LIVES[_SHOWN], asked.first, 1)
        report.put_in_page(report.written(judged, lives, shown, asked.seeds))
    return int(not all(v.holds for there in judged.values() for v in there))


def lived_by(
    names: Sequence[str], seeds: Sequence[int], years: int, jobs: int
) -> Iterator[list[Lived]]:
    """Each of the lives with all seeds, several at a time."""
    with ProcessPoolExecutor(jobs) as pool:
        for name in names:
            begun = monotonic()
            lived = list(pool.map(partial(_live, name, years), seeds))
            weeks = sum(len(each.weeks) for each in lived)
            spent = report.summary(lived).milliseconds
            told = ", ".join(f"{part} {ms:.1f}" for part, ms in spent.items())
            _say(
                f"{name}: {weeks:,} weeks in {monotonic() - begun:.0f} s;"
                f" ms a week: {told}"
            )
            yield lived


def _live(name: str, years: int, seed: int) -> Lived:
    return live(name, LIVES[name], seed, years)


def _show(lived: Lived) -> None:
    print(f"{lived.name}, seed {lived.seed}: {lived.life.who}")
    for week in lived.weeks:
        for line in report.week_told(week):
            print(line)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
