"""Running the console blocks of a page.

A page says where it stands, and the blocks follow one another as they are read:

    <!-- a new home, on 2025-06-02 -->   nobody there yet
    <!-- on 2025-06-09 -->               the same home, another day

In a block marked `console` every line after `$ ` is typed at a terminal, and what
stands below it is written anew.  `console exits 3` says how its last line ends;
all others end with 0.  While the last line of `console keys dnq` asks for keys, d, n
and q are pressed.  A block marked `csv contacts.csv` is a file of that name.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from docs.making.session import Session

_PARTS = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<rest>[^\n]+))?\n(?P<body>.*?)^```$"
    r"|^<!-- (?:(?P<new>a new home), )?on (?P<day>\d{4}-\d{2}-\d{2}) -->$",
    re.MULTILINE | re.DOTALL,
)
_PROMPT = "$ "


class UnexpectedError(Exception):
    """A line of a document ended otherwise than the document says."""


class Page:
    """One page while its blocks are run."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self.homes = 0
        self.session: Session | None = None

    def told(self, text: str) -> str:
        """The page with what is said today."""
        return _PARTS.sub(self._part, text)

    def _part(self, found: re.Match[str]) -> str:
        if found["day"]:
            self._stand(found["day"], new=bool(found["new"]))
        elif found["kind"] == "console":
            return self._console(found)
        elif found["rest"]:
            self._here.put(found["rest"], found["body"])
        return found[0]

    def _stand(self, day: str, *, new: bool) -> None:
        if new:
            self.homes += 1
            self.session = Session(self.folder / f"{self.name}{self.homes}", day)
        self._here.day = day

    @property
    def _here(self) -> Session:
        if self.session is None:
            raise UnexpectedError(f"{self.name}: no <!-- a new home, on … --> yet")
        return self.session

    def _console(self, found: re.Match[str]) -> str:
        lines = [one for one in found["body"].splitlines() if one.startswith(_PROMPT)]
        how, _, what = (found["rest"] or "exits 0").partition(" ")
        last = int(what) if how == "exits" else 0
        keys = what if how == "keys" else ""
        *before, line = lines
        said = "".join(self._line(each, 0) for each in before)
        said += self._line(line, last, keys)
        first = found[0].partition("\n")[0]
        return f"{first}\n{said}```"

    def _line(self, line: str, expected: int, keys: str = "") -> str:
        said = self._here.typed(line.removeprefix(_PROMPT), keys)
        if said.code != expected:
            raise UnexpectedError(
                f"{self.name}: {line} ended with {said.code}, not {expected}:\n"
                + said.text
            )
        return f"{line}\n{said.text}"


def typed(session: Session, lines: Iterable[str], keys: str = "") -> str:
    """Lines typed at a terminal, as a console block; each is asked for some keys."""
    said = "".join(
        f"{_PROMPT}{line}\n{session.typed(line, keys).text}" for line in lines
    )
    return f"```console\n{said}```"
