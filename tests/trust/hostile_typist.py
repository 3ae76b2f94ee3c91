"""Typists of several locales, and what they are told."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.trust.driving import ROOT, paths
from tests.trust.hostile_typing import Said, Session

LOCALES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "C": ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "ascii"),
    "ascii": ({"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}, "ascii"),
    "latin-1": (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        "latin-1",
    ),
    "UTF-8": ({"LC_ALL": "C.UTF-8"}, "utf-8"),
}
"""What makes each locale, and the letters that are written there."""
WIDTHS = (0, 1, 40, 200)
"""A pipe, and terminals."""


class Typist:
    """A process of a locale that types lines at a home."""

    def __init__(self, locale: str, process: "subprocess.Popen[bytes]") -> None:
        self.locale = locale
        self.encoding = LOCALES[locale][1]
        self._process = process

    def types(
        self,
        home: Path,
        lines: Sequence[Sequence[str]],
        width: int = 0,
        fault: str = "",
    ) -> list[Said]:
        """Type lines; gives what was sent, as the locale has it."""
        words = [[_bytes(word) for word in line] for line in lines]
        told = {name: _bytes(value) for name, value in environment(home).items()}
        session = Session(told, words, width, fault)
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(session).encode() + b"\n")
        self._process.stdin.flush()
        answers = json.loads(self._process.stdout.readline())
        said = zip(lines, answers, strict=True)
        return [self._read(line, width, Said(*answer)) for line, answer in said]

    def written(self, text: str) -> str:
        """A text as it is written in this locale."""
        data = text.encode(self.encoding, "backslashreplace")
        return data.decode(self.encoding)

    def _read(self, line: Sequence[str], width: int, said: Said) -> Said:
        """What was sent as letters; an export in a pipe is UTF-8 everywhere."""
        whole = line[0] == "export" and not width
        out = said.out.encode("latin-1")
        err = said.err.encode("latin-1").decode(self.encoding, "surrogateescape")
        encoding = "utf-8" if whole else self.encoding
        return Said(said.code, out.decode(encoding, "surrogateescape"), err)


def environment(home: Path) -> Mapping[str, str]:
    """All that a line is told."""
    return {
        "HOME": str(home),
        "NETLOG_DB": str(home / "netlog.db"),
        "NETLOG_TODAY": "2025-06-02",
        "TYPER_USE_RICH": "0",
        "TERM": "xterm-256color",
    }


def _bytes(word: str) -> str:
    """The bytes of a word on a command line; what has none is left out."""
    known = "".join(char for char in word if not "\ud800" <= char <= "\udc7f")
    data = known.replace("\0", "").encode("utf-8", "surrogateescape")
    return data.decode("latin-1")


@contextmanager
def typing(locale: str) -> Iterator[Typist]:
    """A typist of a locale."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.trust.hostile_typing"],
        cwd=ROOT,
        env={**paths(), "LANG": "", **LOCALES[locale][0]},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        yield Typist(locale, process)
        assert process.stdin
        process.stdin.close()
