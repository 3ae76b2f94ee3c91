"""What is soaked: each part runs one harness of tests/trust, and counts."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import NamedTuple

from bench.living.claims import figures, verdicts
from bench.living.lives import LIVES
from bench.living.report import missed
from bench.living.run import live
from tests.db.older import NUMBERS
from tests.trust import crowd, migrations, small_disk
from tests.trust.copies import copied
from tests.trust.driving import Driver
from tests.trust.failing import failing
from tests.trust.filling import PAGE, Tally, limited
from tests.trust.fuzz import INPUTS, fuzzed
from tests.trust.jobs import Job
from tests.trust.judging import cases
from tests.trust.kills import Killing
from tests.trust.model_forgetting import Forgetting
from tests.trust.model_machine import Typing
from tests.trust.model_running import walked
from tests.trust.powercuts import Cutting
from tests.trust.stories import LAST, files, story
from tests.trust.telling import Told
from tests.trust.trouble import Trouble

_CRAMPED: tuple[Trouble, ...] = (("cramped",),)
_AT_ONCE = 500
_INPUTS_AT_ONCE = 10_000
_WRITERS, _READERS, _TIMES = 8, 4, 200
_PATIENCE = 10
_WALKS, _STEPS = 25, 80
_YEARS = 5


class Soak(NamedTuple):
    """What every part is given: processes, a story, folders, chance, and how much."""

    driver: Driver
    watched: Driver | None
    told: Told
    memory: Path
    disk: Path
    chance: Random
    share: float

    def of(self, number: int) -> int:
        """A number, or the share of it that was asked for."""
        return max(1, round(number * self.share))

    def fresh(self) -> Path:
        """An empty folder for work, in memory."""
        return _emptied(self.memory / "work")


class Found(NamedTuple):
    """How much of something was done, and what was wrong with it."""

    what: str
    times: int
    wrong: tuple[str, ...]


def _emptied(folder: Path) -> Path:
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def kills(soak: Soak) -> Iterator[Found]:
    """10,000 kills at random instants; half of them with little memory."""
    many = soak.of(10_000)
    for done in range(0, many, _AT_ONCE):
        trouble = _CRAMPED if done // _AT_ONCE % 2 else ()
        killing = Killing(soak.driver, soak.told, soak.fresh() / "home", soak.chance)
        tally = killing.rounds(min(_AT_ONCE, many - done), trouble)
        yield Found("kill -9", tally.kills, tuple(tally.wrong))


def power_cuts(soak: Soak) -> Iterator[Found]:
    """50,000 power cuts; half of them with little memory."""
    if not soak.watched:
        return
    many = soak.of(50_000)
    for done in range(0, many, 5 * _AT_ONCE):
        trouble = _CRAMPED if done // (5 * _AT_ONCE) % 2 else ()
        work = soak.fresh()
        job = Job(work / "home", [*story(), *story(LAST)], trouble)
        files(job.home)
        cutting = Cutting(soak.watched, job, work)
        tally = cutting.cut(min(5 * _AT_ONCE, many - done), soak.chance)
        yield Found("power cuts", tally.cuts, tuple(tally.wrong))
        yield Found("different disks after them", tally.disks, ())


def failing_calls(soak: Soak) -> Iterator[Found]:
    """Every call of every line, in every mode; of a share, some lines."""
    if not soak.watched:
        return
    every = cases(soak.told)
    for case in soak.chance.sample(every, soak.of(len(every))):
        tally = failing(soak.watched, case, soak.fresh())
        said = tuple(f"{case.line}: {one}" for one in tally.wrong)
        yield Found("calls to files that failed", tally.calls, said)


def crowds(soak: Soak) -> Iterator[Found]:
    """8 writers who each write 200 times beside 4 readers, and first commands."""
    home = _emptied(soak.disk / "crowd")
    times = soak.of(_TIMES)
    soak.driver.do(Job(home, [["add", "Hub", "--handle", "hub"]]))
    writers = [crowd.writing(number, times) for number in range(_WRITERS)]
    found = crowd.together(soak.driver, home, writers, _READERS)
    yield Found("writes of eight at once", found.touches, tuple(_crowded(found, times)))
    yield Found("answers beside them", len(found.read), ())
    for _ in range(soak.of(100)):
        answers = crowd.all_first(soak.driver, _emptied(soak.disk / "first"), 8)
        wrong = tuple(str(one) for one in answers if one.code)
        yield Found("first commands, eight at once", len(answers), wrong)


def _crowded(found: crowd.Together, times: int) -> Iterator[str]:
    """What is wrong with many at once."""
    yield from map(str, (*found.errors, *found.wrong))
    if {found.touches, found.counted, found.changes - 1} != {_WRITERS * times}:
        yield f"lost: {found.touches} touches, {found.counted} counted"
    if found.longest >= _PATIENCE:
        yield f"somebody waited {found.longest:.1f} s"


def full_disks(soak: Soak) -> Iterator[Found]:
    """Every command that writes, at 30 sizes of the room that is left."""
    if small_disk.can_be_made():
        full = small_disk.found(soak.fresh(), small_disk.EVERY)["full"]
        tallies: Mapping[str, Tally] = {line: Tally(*one) for line, one in full.items()}
        for line, tally in tallies.items():
            said = tuple(f"{line}: {one}" for one in tally.wrong)
            yield Found("full disks", tally.sizes, said)
    for case in soak.chance.sample(cases(soak.told), soak.of(20)):
        sizes = [soak.chance.randrange(200 * PAGE) for _ in range(30)]
        tally = limited(soak.driver, case, soak.fresh() / "home", sizes)
        yield Found("files that may not grow", tally.sizes, tuple(tally.wrong))


def migrated(soak: Soak) -> Iterator[Found]:
    """1,000 kills during a migration from each schema that there was."""
    for number in NUMBERS:
        tally = migrations.kills(
            soak.driver, number, soak.fresh(), soak.of(1_000), soak.chance
        )
        yield Found("kill -9 during a migration", tally.kills, tuple(tally.wrong))


def backups(soak: Soak) -> Iterator[Found]:
    """Backups beside a writer, while the story is told a hundred times."""
    tally = copied(soak.driver, soak.told, soak.fresh() / "home", soak.of(100))
    yield Found("backups beside a writer", tally.copies, tuple(tally.wrong))


def model(soak: Soak) -> Iterator[Found]:
    """50,000 commands held against a model; a tenth of them before a forget."""
    for kind, what, many in (
        (Typing, "commands against the model", 450),
        (Forgetting, "commands before a forget", 50),
    ):
        for done in range(0, soak.of(many), _WALKS):
            walks = min(_WALKS, soak.of(many) - done)
            chance = soak.chance.randrange(10**9)
            found = walked(kind, walks, _STEPS, chance=chance)
            yield Found(what, found.commands, found.wrong)


def fuzz(soak: Soak) -> Iterator[Found]:
    """Three hundred times the inputs of the tests, of each subject."""
    for subject, inputs in INPUTS.items():
        many = soak.of(300 * inputs)
        for done in range(0, many, _INPUTS_AT_ONCE):
            seed = soak.chance.randrange(10**9)
            tally = fuzzed(subject, seed, min(_INPUTS_AT_ONCE, many - done))
            yield Found(f"inputs: {subject}", tally.inputs, tuple(tally.wrong))


def lives(soak: Soak) -> Iterator[Found]:
    """Five years of every life with 20 seeds, some 80,000 weeks, and its claims."""
    first = soak.chance.randrange(10**6)
    came_to = []
    for name, life in LIVES.items():
        seeds = range(first, first + soak.of(20))
        lived = [live(name, life, seed, _YEARS) for seed in seeds]
        came_to.append(figures(lived))
        yield Found("weeks by the plan", sum(len(each.weeks) for each in lived), ())
    judged = verdicts(came_to)
    wrong = tuple(missed(verdict) for verdict in judged if not verdict.holds)
    yield Found("claims on a life", len(judged), wrong)


Part = Callable[[Soak], Iterator[Found]]
PARTS: Mapping[str, Part] = {
    "kills": kills,
    "power-cuts": power_cuts,
    "failing-calls": failing_calls,
    "crowds": crowds,
    "full-disks": full_disks,
    "migrations": migrated,
    "backups": backups,
    "fuzz": fuzz,
    "model": model,
    "lives": lives,
}
"""Each part by the name under which it can be asked for alone."""
