"""Many at once: writers who read before they write, readers, and first commands."""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from tests.trust.contents import wrongs
from tests.trust.driving import Child, Driver
from tests.trust.jobs import Answer, Job, Line
from tests.trust.trouble import Trouble

from netlog.db.open import connect

LOOKING = (["show", "hub"], ["list"], ["due", "--quiet"], ["history"])
"""What readers ask, again and again."""


class Together(NamedTuple):
    """What came of it: the answers of writers, of readers, and what is stored then."""

    wrote: Sequence[Sequence[Answer]]
    read: Sequence[Answer]
    touches: int
    counted: int
    changes: int
    wrong: Sequence[str]

    @property
    def errors(self) -> list[Answer]:
        """Every answer that is none."""
        answers = [one for answers in self.wrote for one in answers]
        return [one for one in (*answers, *self.read) if one.code]

    @property
    def longest(self) -> float:
        """The seconds that the slowest of all took."""
        answers = [one for answers in self.wrote for one in answers]
        return max(one.seconds for one in (*answers, *self.read))


def together(
    driver: Driver,
    home: Path,
    writers: Sequence[Sequence[Line]],
    readers: int,
    trouble: Sequence[Trouble] = (),
) -> Together:
    """Let each writer run its lines, all at once, beside readers.

    `counted` is what `touches` of the person `hub` says, `touches` how many there are.
    """
    jobs = [Job(home, lines, trouble) for lines in writers]
    reading = Job(home, [*LOOKING] * 5_000, trouble)
    with ExitStack() as stack:
        begun = [stack.enter_context(driver.begin(job)) for job in jobs]
        looking = [stack.enter_context(driver.begin(reading)) for _ in range(readers)]
        wrote = [list(child.answers()) for child in begun]
        read = [one for child in looking for one in _ended(child)]
    return Together(wrote, read, *_stored(home / "netlog.db"))


def _ended(child: Child) -> list[Answer]:
    """All that a reader has been told until now."""
    child.kill()
    return list(child.answers())


def _stored(path: Path) -> tuple[int, int, int, Sequence[str]]:
    with closing(connect(path, "rw")) as file:
        (touches,) = file.execute("SELECT count(*) FROM touch").fetchone()
        counted = file.execute("SELECT touches FROM person WHERE handle = 'hub'")
        (changes,) = file.execute("SELECT count(*) FROM change").fetchone()
        return touches, (counted.fetchone() or (0,))[0], changes, wrongs(file)


def writing(number: int, times: int) -> list[Line]:
    """What one writer runs: each line reads what stands with `hub`, and writes it."""
    return [
        ["log", "hub", "--kind", "call", "--note", f"{number} {time}"]
        for time in range(times)
    ]


def all_first(
    driver: Driver, home: Path, many: int, trouble: Sequence[Trouble] = ()
) -> list[Answer]:
    """So many first commands at once at a home where nothing is yet."""
    lines = [[["add", f"First {number}"]] for number in range(many)]
    with ExitStack() as stack:
        begun = [
            stack.enter_context(driver.begin(Job(home, line, trouble, steps=True)))
            for line in lines
        ]
        for child in begun:
            child.tell()
        return [answer for child in begun if (answer := child.answer())]
