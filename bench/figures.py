"""The figures that netlog must reach, and what was reached."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.cases import (
    CARDS,
    CSV,
    FIRST,
    FIRST_LARGE,
    LARGE,
    SAVED,
    SHOWN,
    TERMINAL,
    TO_READ,
    TO_WRITE,
    TRACED,
    TYPER,
)
from bench.clocking import Timings

CONTACTS = 100_000


class Figure(NamedTuple):
    """One row: what, the most (or least) it may be, what it is, and whether that does.

    `reached` is None where nothing could be measured.
    """

    what: str
    target: str
    reached: bool | None
    said: str


class Measured(NamedTuple):
    """Everything a run found out; `memory` in MiB, by the name of the case."""

    timings: Timings
    python_peers: Sequence[str]
    memory: dict[str, float]


def figures(run: Measured) -> Iterator[Figure]:
    """Every figure, in the design's order."""
    times = run.timings
    yield _against_typer("`due`, `show`, `list`, TAB, in a pipe", 1.25, TO_READ, times)
    yield _against_peers(run)
    yield _against_typer("`add`, `log`, `intro`, in a pipe", 1.35, TO_WRITE, times)
    yield _against_typer("`due` on a terminal", 1.9, (TERMINAL,), times)
    yield _against_typer("`--version`", 1.1, ("--version",), times)
    yield _at_scale(times)
    yield _traced(times)
    yield _saved(times)
    yield _imported(times)
    yield _memory(run.memory)


def _against_typer(
    what: str, most: float, names: Sequence[str], times: Timings
) -> Figure:
    ratios = {name: ratio(times, name, TYPER) for name in names if name in times}
    return Figure(
        what,
        f'≤ {most} times `python -c "import typer"`',
        max(ratios.values()) <= most if len(ratios) == len(names) else None,
        _listed((f"{name} {value:.2f}" for name, value in ratios.items()), names),
    )


def _listed(said: Iterable[str], names: Sequence[str]) -> str:
    """The ratios; one alone needs no name."""
    return ", ".join(said if len(names) > 1 else (one.split()[-1] for one in said))


def _against_peers(run: Measured) -> Figure:
    times = run.timings
    what, target = "the same beside every Python peer", "faster than the fastest"
    fastest = min(run.python_peers, key=lambda name: times[name].middle, default="")
    ours = [name for name in TO_READ if name in times]
    if not fastest or len(ours) < len(TO_READ):
        return Figure(what, target, None, "")
    slowest = max(ours, key=lambda name: times[name].middle)
    value = ratio(times, slowest, fastest)
    said = f"{slowest}, our slowest, {value:.2f} times {fastest}, their fastest"
    return Figure(what, target, value < 1, said)


def _at_scale(times: Timings) -> Figure:
    what, most = "`due` at 100,000 people, 500,000 touches", 3
    target = f"≤ {most} times its own time at 200 people"
    if LARGE not in times:
        return Figure(what, target, None, "")
    value = ratio(times, LARGE, "due")
    said = f"{value:.2f}; the first of a week {ratio(times, FIRST_LARGE, FIRST):.2f}"
    return Figure(what, target, value <= most, said)


def _traced(times: Timings) -> Figure:
    what, most = "`trace`, `yield`, `tree`, 100,000 people in chains 50 deep", 2
    target = f"< {most} times `show` there"
    ratios = {n: ratio(times, n, SHOWN) for n in TRACED if n in times}
    said = ", ".join(f"{n.split(',')[0]} {value:.2f}" for n, value in ratios.items())
    ok = max(ratios.values()) < most if len(ratios) == len(TRACED) else None
    return Figure(what, target, ok, said)


def _saved(times: Timings) -> Figure:
    what = "`backup` with its check, `doctor`, 100,000 people, 500,000 touches"
    target = ", ".join(f"< {most} s" for most in SAVED.values())
    there = {name: times[name].middle for name in SAVED if name in times}
    said = ", ".join(f"{n.split(',')[0]} {value:.1f}" for n, value in there.items())
    ok = all(value < SAVED[name] for name, value in there.items()) if there else None
    return Figure(what, target, ok, said)


def _imported(times: Timings) -> Figure:
    least = 10_000
    rates = {n: CONTACTS / times[n].middle for n in (CARDS, CSV) if n in times}
    said = ", ".join(f"{n.split()[1]} {rate:,.0f}" for n, rate in rates.items())
    ok = min(rates.values()) >= least if rates else None
    return Figure("import of 100,000 contacts", f"≥ {least:,} a second", ok, said)


def _memory(peaks: dict[str, float]) -> Figure:
    most = 60
    said = ", ".join(f"{name} {peak:.0f}" for name, peak in peaks.items())
    ok = max(peaks.values()) <= most if peaks else None
    return Figure("memory of `due`, 100,000 people", f"≤ {most} MiB", ok, said)


def ratio(times: Timings, name: str, base: str) -> float:
    """How many times as long one takes as another, by their medians."""
    return times[name].middle / times[base].middle
