"""Judging what is left when a line has failed: nothing lost, halved or done twice."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile, rmtree
from types import TracebackType
from typing import NamedTuple, Self

from tests.trust.contents import Seen, difference, look
from tests.trust.driving import Child, Driver
from tests.trust.jobs import Answer, Job, Line
from tests.trust.stories import files
from tests.trust.telling import Told
from tests.trust.trouble import Trouble

UNSURE = ("not confirmed", "is kept", "gone from the database")
"""How netlog says that a command which failed may be stored, or is."""
UNDONE = "not pinned"
"""How it says that an answer holds though something could not be stored."""
MOST = 5_000
"""Lines of a job that goes on until it is let go."""
_CODES = (1, 2, 3, 6)


class Case(NamedTuple):
    """A line, the database that it finds (None where there is none), what it makes."""

    line: Line
    database: Path | None
    before: str
    after: str


def cases(told: Told) -> list[Case]:
    """Every line of a story that was told, with the database that it found."""
    copies = [None, *(told.copies / f"{n}.db" for n in range(1, len(told.lines)))]
    places = zip(told.lines, copies, told.states, told.states[1:], strict=False)
    return [Case(*one) for one in places]


class Judge:
    """Knows a case and a home, and how the line does there when nothing is wrong."""

    def __init__(self, driver: Driver, case: Case, home: Path) -> None:
        self.driver = driver
        self.case = case
        self.home = home
        self._known: dict[tuple[bytes, int, str], str] = {}
        self.begin_again()
        self._untroubled = self.begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the child go that does it again."""
        self._untroubled.__exit__(kind, error, trace)

    def begin(self, trouble: Sequence[Trouble] = ()) -> Child:
        """A child that runs the line whenever it is told to."""
        lines = [self.case.line] * MOST
        return self.driver.begin(Job(self.home, lines, trouble, steps=True))

    def begin_again(self) -> None:
        """The home as the line finds it; the folder itself stays, somebody is there."""
        files(self.home)
        for path in self.home.iterdir():
            rmtree(path) if path.is_dir() else path.unlink()
        files(self.home)
        if self.case.database:
            copyfile(self.case.database, self.home / "netlog.db")

    def faults(self, answer: Answer | None) -> Iterator[str]:
        """What is wrong with an answer, and with what was left."""
        if not answer:
            yield "it died"
            return
        yield from unkind(answer)
        key = _digest(self.home), answer.code, answer.err
        if key not in self._known:
            self._known[key] = self._judged(answer)
        if self._known[key]:
            yield self._known[key]

    def _judged(self, answer: Answer) -> str:
        """What is wrong with the files, for somebody who was told this."""
        seen = look(self.home / "netlog.db")
        before, after = self.case.before, self.case.after
        if seen.wrong:
            return f"damaged: {' '.join(seen.wrong)}"
        if seen.text not in {before, after}:
            return f"halved: {difference(before, seen.text)}"
        if before == after:
            return ""
        if seen.text == after:
            known = not answer.code or any(words in answer.err for words in UNSURE)
            return "" if known else f"stored, and said to have failed: {answer.err}"
        told = answer.code or UNDONE in answer.err
        return self._done_again() if told else "lost"

    def _done_again(self) -> str:
        """Doing it again does it once."""
        answer = self._untroubled.go_on()
        seen = look(self.home / "netlog.db")
        if not answer or answer.code or seen != Seen(self.case.after):
            return f"again: {answer} {seen.wrong}"
        return ""


def unkind(answer: Answer) -> Iterator[str]:
    """What is wrong with how a failure was said."""
    if "Traceback" in answer.err + answer.out or "unforeseen" in answer.err:
        yield f"a traceback: {answer.err}"
    if not answer.code:
        return
    said = answer.err.splitlines()[-2:]
    if answer.code not in _CODES:
        yield f"exit {answer.code}"
    if len(said) != 2 or not said[0].startswith("netlog: ") or not said[1]:
        yield f"no sentence and advice: {answer.err!r}"


def _digest(home: Path) -> bytes:
    """All files of a home."""
    found = blake2b()
    for path in sorted(home.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        found.update(repr((str(path), len(content))).encode() + content)
    return found.digest()
