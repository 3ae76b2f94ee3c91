"""What a peer is: another program that keeps people, days or tasks."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench.network import Network


class Peer(NamedTuple):
    """One peer; `package` is pinned where PyPI has it, bare where Debian has.

    `command` runs in the folder that `prepare` filled with the same network, and
    that is its HOME; `nearest` is the command of netlog it comes nearest to.
    """

    name: str
    package: str
    command: tuple[str, ...]
    nearest: str
    prepare: Callable[[Path, Network], None]
    environment: tuple[tuple[str, str], ...] = ()

    @property
    def is_python(self) -> bool:
        """Whether PyPI has it."""
        return "==" in self.package


def put(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
