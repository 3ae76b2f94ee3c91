"""The page of exit codes and errors."""

from collections.abc import Iterator
from pathlib import Path

from docs.making.blocks import table
from docs.making.console import UnexpectedError, typed
from docs.making.examples import DAY
from docs.making.session import Session

from netlog import errors

_BEFORE = ("netlog add Maria Sol", "netlog add Maria Lund")
_FAILING = {
    2: "netlog log Maria --on 10/11",
    3: "netlog show Marai",
    4: "netlog show Maria",
    5: "netlog add Maria Sol",
    6: "netlog due --db nowhere.db",
}


def page(folder: Path) -> str:
    """Every code, and how each sort of error looks."""
    session = Session(folder / "errors", DAY)
    for line in _BEFORE:
        session.typed(line)
    parts = [
        "# Exit codes and errors",
        (
            "An error is one sentence and one piece of advice, on stderr. Nothing was"
            " changed when a command ends with an error: a change is made whole or not"
            " at all."
        ),
        table(("code", "name", "when"), codes()),
        "## How they look",
        *(_shown(session, code, line) for code, line in _FAILING.items()),
        "## In JSON",
        (
            "With `--json` the error is an object on stderr. `candidates` are handles"
            " to choose from, and may be empty."
        ),
        f"```json\n{session.piped('netlog show Maria --json', stream=2)}```",
    ]
    return "\n\n".join(parts) + "\n"


def codes() -> Iterator[tuple[str, str, str]]:
    """Each exit code, its name in JSON, and when it comes."""
    yield "0", "", "All went well; an empty answer is one too."
    sorts: list[type[errors.NetlogError]] = [errors.NetlogError]
    for sort in sorts + errors.NetlogError.__subclasses__():
        said = (sort.__doc__ or "").partition("\n")[0]
        yield str(sort.exit_code), f"`{sort.code}`", said
    yield (
        str(errors.EXIT_DUE),
        "",
        "Something is due; only `netlog due --check` says so.",
    )
    yield str(errors.EXIT_INTERRUPTED), "", "Interrupted with Ctrl-C."


def _shown(session: Session, code: int, line: str) -> str:
    said = session.typed(line)
    if said.code != code:
        raise UnexpectedError(
            f"{line} ended with {said.code}, not {code}:\n{said.text}"
        )
    return typed(session, [line])
