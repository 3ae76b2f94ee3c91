"""What is timed: netlog's commands, Python alone, Python with Typer, the peers."""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from bench import names
from bench.chains import LAST, handle
from bench.clocking import Case
from bench.network import TODAY, Network
from bench.peers.peer import Peer

PYTHON, TYPER = "python", "import typer"
EMPTY, NEWEST = "an empty command", "an empty command, newest Typer"
TAB = "TAB"
TERMINAL = "due on a terminal"
FIRST, LARGE, FIRST_LARGE = "due, first of the week", "due, large", "due, large, first"
SHOWN = "show, in chains"
SAVED = {"backup, large": 2, "doctor, large": 3}
"""What looks at everything, and how many seconds it may take at most."""
TRACED = ("trace, the last of a chain", "yield, the first of a chain", "tree")
CARDS, CSV = "import vCard", "import CSV"
TO_READ = ("due", "show", "list", TAB)
TO_WRITE = ("add", "log", "intro")

_EMPTY = "import typer; typer.run(lambda: None)"

Words = Callable[[int], Sequence[str]]


class Bench(NamedTuple):
    """Where things are: a folder to work in, and the network that stands there."""

    work: Path
    network: Network

    @property
    def small(self) -> Path:
        """The database of that network."""
        return self.work / "small.db"

    @property
    def large(self) -> Path:
        """The database of 100,000 people."""
        return self.work / "large.db"

    @property
    def chains(self) -> Path:
        """The database of 100,000 people in chains of introductions."""
        return self.work / "chains.db"

    @property
    def written(self) -> Path:
        """A copy of the small one, which grows."""
        return self.work / "written.db"

    def file(self, suffix: str) -> Path:
        """The file of 100,000 contacts."""
        return self.work / f"contacts.{suffix}"

    def netlog(self, name: str, command: Words, database: Path, **more: str) -> Case:
        """A command of netlog's over a database."""
        program = str(Path(sys.executable).with_name("netlog"))
        told = {"NETLOG_DB": str(database), "NETLOG_TODAY": TODAY.isoformat()}
        return Case(
            name,
            lambda number: (program, *command(number)),
            self.work,
            environment(self.work, **told, **more),
        )


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing but what everybody has."""
    usual = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return usual | {"HOME": str(home), "TERM": "xterm-256color"} | more


def always(*words: str) -> Words:
    """The same words in every round."""
    return lambda _: words


def references(bench: Bench, newest: Path | None) -> Iterator[Case]:
    """Python alone, then with Typer, which every figure is held against."""
    for name, code in ((PYTHON, "pass"), (TYPER, TYPER), (EMPTY, _EMPTY)):
        yield _of_python(bench, name, sys.executable, code)
    if newest:
        yield _of_python(bench, NEWEST, str(newest), _EMPTY)


def _of_python(bench: Bench, name: str, python: str, code: str) -> Case:
    words = always(python, "-c", code)
    return Case(name, words, bench.work, environment(bench.work), silent=True)


def reading(bench: Bench) -> Iterator[Case]:
    """What looks and changes nothing; the first `due` of a week pins its pick."""
    person = bench.network.people[len(bench.network.people) // 2].handle
    due = bench.netlog("due", always("due"), bench.small)
    yield due._replace(name=FIRST, before=lambda: unpin(bench.small))
    yield due
    yield due._replace(name=TERMINAL, terminal=True)
    yield bench.netlog("show", always("show", person), bench.small)
    yield bench.netlog("list", always("list"), bench.small)
    yield bench.netlog(
        TAB, always(), bench.small, _NETLOG_COMPLETE="complete_bash",
        COMP_WORDS="netlog show d", COMP_CWORD="2",
    )  # fmt: skip
    yield bench.netlog("--version", always("--version"), bench.small)


def writing(bench: Bench) -> Iterator[Case]:
    """What changes something, every round something else."""
    copyfile(bench.small, bench.written)
    handles = [person.handle for person in bench.network.people]

    def add(number: int) -> Sequence[str]:
        name = (names.LAST[number], names.LAST[-1 - number])
        return ("add", *name, "--via", handles[number], "--org", "Acme")

    def log(number: int) -> Sequence[str]:
        return ("log", handles[number], "-k", "coffee", "--note", "The spring plans")

    def intro(number: int) -> Sequence[str]:
        one, other, by = handles[3 * number : 3 * number + 3]
        return ("intro", one, other, "--by", by)

    for name, command in zip(TO_WRITE, (add, log, intro), strict=True):
        yield bench.netlog(name, command, bench.written)


def at_scale(bench: Bench) -> Iterator[Case]:
    """`due` at 100,000 people: the first of the week, then an ordinary one."""
    due = bench.netlog(LARGE, always("due"), bench.large)
    yield due._replace(name=FIRST_LARGE, before=lambda: unpin(bench.large))
    yield due


def tracing(bench: Bench) -> Iterator[Case]:
    """What walks along introductions, beside `show` over the same file."""
    commands = (("trace", handle(LAST)), ("yield", handle(0)), ("tree",))
    yield bench.netlog(SHOWN, always("show", handle(LAST)), bench.chains)
    for name, words in zip(TRACED, commands, strict=True):
        yield bench.netlog(name, always(*words), bench.chains)


def saving(bench: Bench) -> Iterator[Case]:
    """A checked copy of the large network, then all that can be wrong with it."""
    for name in SAVED:
        yield bench.netlog(name, always(name.partition(",")[0]), bench.large)


def importing(bench: Bench) -> Iterator[Case]:
    """100,000 contacts into a database that is not there yet."""
    target = bench.work / "imported.db"
    for name, suffix in ((CARDS, "vcf"), (CSV, "csv")):
        words = always("import", str(bench.file(suffix)))
        case = bench.netlog(name, words, target)
        yield case._replace(before=lambda: target.unlink(missing_ok=True))


def of_peer(peer: Peer, program: Path, home: Path, name: str = "") -> Case:
    """A peer's nearest command, in the folder with its data."""
    return Case(
        name or peer.name,
        always(str(program), *peer.command[1:]),
        home,
        environment(home, **dict(peer.environment)),
    )


def unpin(database: Path) -> None:
    """Make the next `due` the first of its week."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM pin")
