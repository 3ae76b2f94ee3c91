"""Another user of the machine: python -m tests.trust.stranger FOLDER.

Becomes that user, says so in a line, and looks at everything below the folder until
there is something on stdin; then once more, and says what it could open.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from select import select

NOBODY = 65534


def become_another() -> None:
    """Be a user who owns nothing here, and belongs to nobody."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def opened(folder: Path) -> Iterator[str]:
    """What below a folder can be read, written or listed; its homes may be listed."""
    for home in folder.iterdir():
        for path in home.iterdir():
            yield from _opened(path)


def _opened(path: Path) -> Iterator[str]:
    for way in (os.O_RDONLY, os.O_WRONLY):
        with suppress(OSError):
            os.close(os.open(path, way))
            yield str(path)
    with suppress(OSError):
        for one in path.iterdir():
            yield from _opened(one)


def main(folder: Path) -> None:
    """Look until told to stop."""
    become_another()
    sys.stdout.write("here\n")
    sys.stdout.flush()
    found: set[str] = set()
    is_last = False
    while not is_last:
        is_last = bool(select([sys.stdin], [], [], 0)[0])
        with suppress(FileNotFoundError):
            found.update(opened(folder))
    sys.stdout.write(json.dumps(sorted(found)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
