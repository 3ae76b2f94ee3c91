"""Programs of the user's machine: found, run, and what they say; files for them."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import which

from netlog.namedtuple import NamedTuple

Environment = Mapping[str, str]
_SECONDS = 60


class Ended(NamedTuple):
    """How a program ended: whether well, what it wrote, and its first complaint."""

    well: bool
    out: bytes = b""
    complaint: str = ""


def program(name: str, environment: Environment, beside: str = "") -> str | None:
    """Where a program is, by the PATH and in some folders beside it."""
    path = environment.get("PATH", os.defpath)
    return which(name, path=os.pathsep.join(filter(None, (path, beside))))


def ran(words: Sequence[str], environment: Environment, text: bytes = b"") -> Ended:
    """Run a program with a text as its stdin, for a minute at most."""
    try:
        done = subprocess.run(  # noqa: S603 (found on the user's own PATH)
            words,
            input=text,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return Ended(well=False, complaint="it does not end")
    except OSError as error:
        return Ended(well=False, complaint=error.strerror or "it cannot be run")
    said = done.stderr.decode(errors="replace").splitlines()
    complaint = next((line.strip() for line in said if line.strip()), "")
    code = done.returncode
    return Ended(not code, done.stdout, complaint or f"it ended with {code}")


def xdg(environment: Environment, variable: str, usual: str) -> Path:
    """An XDG folder; relative ones do not count."""
    named = environment.get(variable, "")
    return Path(named) if named.startswith("/") else home(environment) / usual


def home(environment: Environment) -> Path:
    """The home of the user."""
    return Path(environment.get("HOME") or Path.home())


def write(path: Path, text: str, *, over: bool) -> None:
    """Write a file that is the user's alone; a surrogate is the byte that it was.

    FileExistsError where there is one, unless it may be written `over`.
    """
    flag = os.O_TRUNC if over else os.O_EXCL
    held = os.open(path, os.O_WRONLY | os.O_CREAT | flag, 0o600)
    with open(held, "wb") as file:  # noqa: PTH123 (it is open)
        file.write(text.encode(errors="surrogateescape"))
        file.flush()
        os.fsync(held)
