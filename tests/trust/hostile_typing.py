"""A process of some locale that types lines, in a pipe or on a terminal of some width.

python -m tests.trust.hostile_typing: sessions come in as lines of JSON, and what was
answered goes out, a line of JSON each.  netlog is loaded once; every session has a
child of its own.  Words and answers are bytes, written as Latin-1.
"""

import io
import json
import os
import sys
import termios
import tty
from collections.abc import Iterator, Mapping, Sequence
from fcntl import ioctl
from importlib import import_module
from secrets import token_hex
from struct import pack
from typing import IO, Any, NamedTuple

from tests.trust import driver
from tests.trust.hostile_faults import FAULTS

_LINES = 60
_STOP = token_hex(8)
"""What ends each answer on a terminal."""


class Session(NamedTuple):
    """Lines to type at a home; `width` is that of the terminal, 0 in a pipe."""

    environment: Mapping[str, str]
    lines: Sequence[Sequence[str]]
    width: int = 0
    fault: str = ""


class Said(NamedTuple):
    """The exit code of a line and what it sent; on a terminal all is `out`."""

    code: int
    out: str
    err: str = ""


def serve() -> None:
    """Do sessions until there are no more."""
    driver.load()
    import_module("netlog.output.table")
    for line in sys.stdin:
        said = _done(Session(*json.loads(line)))
        print(json.dumps(said), file=_answers, flush=True)


def _done(session: Session) -> list[Said]:
    """Everything that was said in a session."""
    reading, writing = _terminal(session.width) if session.width else os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _type(session, reading, writing)
        finally:
            os._exit(9)
    os.close(writing)
    whole = b"".join(_everything(reading))
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"a session ended with {status}: {whole[-2000:]!r}")
    return list(_parted(whole.decode("latin-1")))


def _parted(whole: str) -> Iterator[Said]:
    """The answers, each ended by its code."""
    *parts, _ = whole.split(_STOP)
    for part in parts:
        sent, code = part.rsplit(" ", 1)
        out, _, err = sent.partition(f"{_STOP[::-1]}err")
        yield Said(int(code), out, err)


def _terminal(width: int) -> tuple[int, int]:
    """Both ends of a terminal that sends on what it is sent, as it is."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    ioctl(theirs, termios.TIOCSWINSZ, pack("HHHH", _LINES, width, 0, 0))
    return ours, theirs


def _everything(reading: int) -> Iterator[bytes]:
    while True:
        try:
            some = os.read(reading, 2**16)
        except OSError:  # on Linux, how a terminal ends
            return
        if not some:
            return
        yield some


def _type(session: Session, reading: int, writing: int) -> None:
    """Type every line, in the child."""
    os.environ.clear()
    for key, value in session.environment.items():
        os.environ[key] = _typed(value)
    os.chdir(os.environ["HOME"])
    if session.fault:
        FAULTS[session.fault]()
    screen = _Screen(reading, writing) if session.width else _Pipe(writing)
    for words in session.lines:
        screen.begin()
        screen.end(_ran(list(map(_typed, words))))
    os._exit(0)


def _typed(word: str) -> str:
    """A word as this process gets it from its bytes."""
    return os.fsdecode(word.encode("latin-1"))


def _ran(words: list[str]) -> int:
    """Run a line; behind TAB, ask what is offered at its end."""
    from netlog import cli

    if words[0] != "TAB":
        return cli.run(words)
    asked = {
        "_NETLOG_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(["netlog", *words[1:]]),
        "COMP_CWORD": str(len(words)),
    }
    os.environ |= asked
    try:
        return cli.run([])
    except SystemExit as ended:
        return int(ended.code or 0)
    finally:
        for name in asked:
            del os.environ[name]


class _Pipe:
    """Both streams kept until the line is done."""

    def __init__(self, writing: int) -> None:
        self._writing = writing

    def begin(self) -> None:
        """Have nothing on any stream."""
        sys.stdin = io.TextIOWrapper(io.BytesIO())
        sys.stdout = _like(sys.__stdout__, io.BytesIO())
        sys.stderr = _like(sys.__stderr__, io.BytesIO())

    def end(self, code: int) -> None:
        """Hand on what was sent."""
        between = f"{_STOP[::-1]}err".encode()
        sent = between.join(_sent(one) for one in (sys.stdout, sys.stderr))
        _write(self._writing, sent + f" {code}{_STOP}".encode())


class _Screen:
    """A terminal for all streams; whoever asks is told no, and for a key is left."""

    def __init__(self, ours: int, theirs: int) -> None:
        self._ours, self._theirs = ours, theirs

    def begin(self) -> None:
        """Have a line ready for who asks."""
        for number in range(3):  # netlog lets go of 1 where nobody reads
            os.dup2(self._theirs, number)
        os.write(self._ours, b"noq\n")
        sys.stdin = _like(sys.__stdin__, os.fdopen(0, "rb", closefd=False))
        sys.stdout = _like(sys.__stdout__, os.fdopen(1, "wb", closefd=False))
        sys.stderr = _like(sys.__stderr__, os.fdopen(2, "wb", closefd=False))

    def end(self, code: int) -> None:
        """Say that all was sent."""
        sys.stdout.flush()
        sys.stderr.flush()
        termios.tcflush(0, termios.TCIFLUSH)
        _write(self._theirs, f" {code}{_STOP}".encode())


def _like(stream: Any, raw: IO[bytes]) -> io.TextIOWrapper:
    """A stream that writes letters as that one would, in this locale."""
    return io.TextIOWrapper(raw, encoding=stream.encoding, errors=stream.errors)


def _sent(stream: Any) -> bytes:
    stream.flush()
    data: bytes = stream.buffer.getvalue()
    return data


def _write(number: int, data: bytes) -> None:
    while data:
        data = data[os.write(number, data) :]


if __name__ == "__main__":
    _answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    serve()
