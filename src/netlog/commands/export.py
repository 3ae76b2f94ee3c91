"""netlog export: everything, as JSON."""

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.db import sql
from netlog.domain.person import Person
from netlog.dump.export import iterdump
from netlog.erasure.dossier import Dossier, dossier_of
from netlog.errors import ReaderGoneError, RefusedError, UsageError
from netlog.options import app_of, option, person_option
from netlog.output.answer import NO_CSV, Answer, command_line, line, lines
from netlog.output.json_text import fitting, render
from netlog.output.new_file import write_file
from netlog.repository import finding
from netlog.repository.record import record_of
from netlog.views.person import person_answer
from netlog.views.wording import brief, titled

_IN_MEMORY = 32 * 2**20
"""Bytes that wait in memory; what is more waits in a file without a name, beside the
database where that can be."""
_BESIDES = ("thanks", "skips", "pins", "mentioned", "changes")
_STDOUT = Path("-")


def command(
    ctx: Context,
    file: Annotated[
        Path | None,
        Argument(
            metavar="FILE", help="Where to; left out: stdout.", show_default=False
        ),
    ] = None,
    person: Annotated[
        str | None,
        person_option("--person", help_text="All that is known of one person alone."),
    ] = None,
    force: Annotated[
        bool, option("--force", help_text="Write over a file that is there.")
    ] = False,
) -> None:
    """Write everything as JSON; netlog import takes it into a new database, exactly.

    Left out is the journal: what undo and redo would need.
    """
    app = app_of(ctx)
    if app.format == "csv":
        raise UsageError(*NO_CSV)
    alone = None if person is None else finding.find(app.store, person)
    # Closed before the database is, also where nothing can be written.
    with closing(_known(app, alone) if alone else iterdump(app.store)) as lines:
        if file is None or file == _STDOUT:
            _say(lines, app.locations.database.parent)
        elif _is_database(app, file):
            raise RefusedError("That is the database itself.", "Name another file.")
        else:
            write_file(file, lines, force=force)
            app.show(_answer(file, alone))
    if alone:
        app.tell(_READ_FIRST)


def _known(app: App, person: Person) -> Generator[str]:
    """Everything that is known of one person, so that they can be answered."""
    yield render(_everything(app, person))


def _everything(app: App, person: Person) -> Answer:
    """All that is known of one person, so that they can be answered.

    What `show` has, and more: company, thanks, plans, texts of others, changes.
    """
    store, record = app.store, record_of(app.store, person, app.settings)
    shown = person_answer(record)
    beside = {
        "uid": person.uid,
        "woken_on": person.woken_on,
        "starts_on": person.starts_on,
        "added_on": person.added_on,
        "card": [one.value for one in record.details if one.field == "card"],
        "company": {
            str(touch.id): [
                brief(one)
                for one in sql.company_of(store, touch.id)
                if one.id != person.id
            ]
            for touch in record.touches
        },
    }
    return Answer(
        "known", {**shown.data, **beside, **_besides(dossier_of(store, person.id))}
    )


def _besides(dossier: Dossier) -> dict[str, Any]:
    """What the plan, the journal and texts of others hold."""
    return {
        "called": dossier.called,
        **{what: _records(getattr(dossier, what)) for what in _BESIDES},
    }


def _records(some: Iterable[Any]) -> list[dict[str, Any]]:
    """Records by their fields, without those that point back at the person."""
    return [
        {name: value for name, value in one._asdict().items() if name != "person_id"}
        for one in some
    ]


def _is_database(app: App, file: Path) -> bool:
    try:
        return file.samefile(app.locations.database)
    except OSError:  # one of the two is not there, or nobody may look
        return False


def _say(lines: Iterable[str], folder: Path) -> None:
    """Write to stdout: UTF-8 in a pipe, and on a terminal what that has letters for.

    The database is read to its end first: who reads slowly keeps nobody from writing.
    """
    beside = str(folder) if os.access(folder, os.W_OK) else None
    with SpooledTemporaryFile(_IN_MEMORY, dir=beside) as held:
        on_terminal = sys.stdout.isatty()
        for line in lines:
            text = fitting(line, sys.stdout) if on_terminal else line
            held.write(text.encode(sys.stdout.encoding if on_terminal else "utf-8"))
        held.seek(0)
        try:
            copyfileobj(held, sys.stdout.buffer)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGoneError from error


_READ_FIRST = (
    "Read it before you hand it on: what you noted where they were with others may\n"
    "speak of these, too."
)


def _answer(path: Path, person: Person | None) -> Answer:
    """Which file, and what for; `person` is who alone is in it.

    The export itself is what is called netlog.export.
    """
    data = {"file": str(path), "person": brief(person) if person else None}
    if person:
        said = line("Wrote what is known of ", *titled(person), f" to {path}")
    else:
        back = command_line("netlog import")
        said = line(f"Wrote everything to {path}: ", back, " brings it back")
    return Answer("exported", data, page=lines(said))
