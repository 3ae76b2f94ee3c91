"""bench/run: make the data, measure in turn, print the figures."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from subprocess import run

from bench import cases, report
from bench.cases import FIRST_LARGE, LARGE, Bench
from bench.chains import write as write_chains
from bench.clocking import Case, in_turn
from bench.contacts import write_cards, write_csv
from bench.figures import CONTACTS, Measured
from bench.install import installed, newest_typer
from bench.network import Network, network
from bench.peers import PEERS
from bench.peers.peer import Peer
from bench.report import TASKWARRIOR_LARGE

WORK = Path(__file__).with_name(".work").resolve()
_SMALL = (200, 4_000)
_LARGE = (CONTACTS, 500_000)
_PEAKS = 3


def _asked() -> Namespace:
    parser = ArgumentParser(prog="bench/run", description="Measure netlog.")
    parser.add_argument("--rounds", type=int, default=15, help="of everything quick")
    parser.add_argument("--imports", type=int, default=9, help="of each import")
    parser.add_argument("--small", action="store_true", help="no 100,000 people")
    parser.add_argument("--keep", action="store_true", help="the data, in bench/.work")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    return parser.parse_args()


def main() -> None:
    """Everything, from nothing."""
    asked = _asked()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    bench = Bench(WORK, network(*_SMALL))
    programs = {peer: found for peer in PEERS if (found := installed(peer))}
    large = None if asked.small else network(*_LARGE)
    _say("making the data")
    _make(bench, large)
    theirs = list(_of_peers(bench, programs, large))
    _say("measuring")
    timings = in_turn([*_ours(bench, large), *theirs], asked.rounds)
    if large:
        slow = [*cases.saving(bench), *cases.importing(bench)]
        timings |= in_turn(slow, asked.imports)
    python_peers = [p.name for p in programs if p.is_python and p.name in timings]
    measured = Measured(timings, python_peers, _peaks(bench) if large else {})
    result = report.written(measured, tuple(programs), asked.rounds)
    print(result)
    if asked.write:
        report.put_in_page(result)
    if not asked.keep:
        shutil.rmtree(WORK)


def _say(what: str) -> None:
    print(what, file=sys.stderr)


def _make(bench: Bench, large: Network | None) -> None:
    """The databases and the files that are taken in."""
    _make_database(bench.small, _SMALL)
    if large:
        _make_database(bench.large, _LARGE)
        write_chains(bench.chains, CONTACTS)
        write_cards(bench.file("vcf"), large.people)
        write_csv(bench.file("csv"), large.people)


def _make_database(path: Path, size: tuple[int, int]) -> None:
    words = (sys.executable, "-m", "bench.database", str(path), *map(str, size))
    run(words, check=True)


def _ours(bench: Bench, large: Network | None) -> Iterator[Case]:
    yield from cases.references(bench, newest_typer())
    yield from cases.reading(bench)
    yield from cases.writing(bench)
    if large:
        yield from cases.at_scale(bench)
        yield from cases.tracing(bench)


def _of_peers(
    bench: Bench, programs: dict[Peer, Path], large: Network | None
) -> Iterator[Case]:
    for peer, program in programs.items():
        yield cases.of_peer(peer, program, _home(bench, peer, bench.network))
        if large and peer.name == "taskwarrior":
            home = _home(bench, peer, large, "-large")
            yield cases.of_peer(peer, program, home, TASKWARRIOR_LARGE)


def _home(bench: Bench, peer: Peer, whole: Network, suffix: str = "") -> Path:
    home = bench.work / f"{peer.name}{suffix}"
    home.mkdir()
    peer.prepare(home, whole)
    return home


def _peaks(bench: Bench) -> dict[str, float]:
    """The memory of `due` among 100,000 people, in MiB."""
    said = {FIRST_LARGE: "the first of a week", LARGE: "later"}
    return {said[one.name]: _peak(one) for one in cases.at_scale(bench)}


def _peak(case: Case) -> float:
    helper = (sys.executable, "-SE", str(Path(__file__).with_name("peak.py")))
    return median(_one_peak(case, helper) for _ in range(_PEAKS))


def _one_peak(case: Case, helper: Sequence[str]) -> float:
    case.before()
    words = (*helper, *case.command(0))
    told = run(words, env=case.environment, check=True, capture_output=True)
    return float(told.stdout)


if __name__ == "__main__":
    main()
