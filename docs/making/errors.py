"""The page of exit codes and errors."""

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from docs.making.blocks import table
from docs.making.console import UnexpectedError, typed
from docs.making.examples import DAY
from docs.making.failing import FAMILY, VARIES, said
from docs.making.session import Session

from netlog import errors

_BEFORE = ("netlog add Maria Sol", "netlog add Maria Lund")
_FAILING = {
    2: "netlog log Maria --on 10/11",
    3: "netlog show Marai",
    4: "netlog show Maria",
    5: "netlog add Maria Sol",
    6: "netlog list --db nowhere.db",
}

_UNCONFIRMED = """\
Between the moment when a change is written and the moment when the disk has said so,
nobody can tell whether it is stored. If something fails just there, netlog says that it
is *not confirmed* (`unconfirmed` in JSON, code 6). Look at `netlog history`: if the
line stands there it is stored, and if not, type it again. For a restore, look at
`netlog list`; what was there before is kept, and the advice says as what.

A line that ends with code 1, because its answer could not be written or something
happened that netlog did not foresee, may be stored as well; `netlog history` says it.
So may one that was interrupted with Ctrl-C, whole or not at all. Whom a forget had
taken out of the database by then, the next command that writes takes out of the
backups.
Of what was not foreseen the sort is said and not the text, which may be private.
`NETLOG_TRACEBACK=1` shows all of it; read that before you send it to anybody."""


def page(folder: Path) -> str:
    """Every code, and how each sort of error looks."""
    session = Session(folder / "errors", DAY)
    for line in _BEFORE:
        session.typed(line)
    parts = [
        "# Exit codes and errors",
        (
            "An error is one sentence and one piece of advice, on stderr. A change is"
            " made whole or not at all: where a command ends with an error nothing was"
            " changed, unless the error says so."
        ),
        table(("code", "name", "when"), codes()),
        "## Where it may be stored all the same",
        _UNCONFIRMED,
        "## How they look",
        *(_shown(session, code, line) for code, line in _FAILING.items()),
        "## In JSON",
        (
            "With `--json` the error is an object on stderr. `candidates` are handles"
            " to choose from, and may be empty."
        ),
        f"```json\n{session.piped('netlog show Maria --json', stream=2)}```",
        "## Every error",
        (
            f"What each says, and what it advises; {VARIES} is what differs, such as"
            " what you typed. What the parser of the command line says comes with"
            " code 2 besides. No error says anything private that you did not just"
            " type."
        ),
        *_every(),
    ]
    return "\n\n".join(parts) + "\n"


def codes() -> Iterator[tuple[str, str, str]]:
    """Each exit code, its name in JSON, and when it comes."""
    rows = [
        (sort.exit_code, f"`{sort.code}`", (sort.__doc__ or "").partition("\n")[0])
        for sort in FAMILY.values()
    ]
    rows += [
        (0, "", "All went well; an empty answer is one too."),
        (errors.EXIT_DUE, "", "Something is due; only `netlog due --check` says so."),
    ]
    for code, name, when in sorted(rows, key=itemgetter(0)):
        yield str(code), name, when


def _every() -> Iterator[str]:
    """A table for each exit code, from the code that makes the errors."""
    found = said()
    for code in sorted({one.sort.exit_code for one in found}):
        yield f"### Code {code}"
        rows = [one for one in found if one.sort.exit_code == code]
        pairs = ((one.sentence, one.advice) for one in rows)
        yield table(("what it says", "what to do"), pairs)


def _shown(session: Session, code: int, line: str) -> str:
    said = session.typed(line)
    if said.code != code:
        raise UnexpectedError(
            f"{line} ended with {said.code}, not {code}:\n{said.text}"
        )
    return typed(session, [line])
