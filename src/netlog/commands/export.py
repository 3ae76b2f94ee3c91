"""netlog export: everything, as JSON."""

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import Annotated

from typer import Argument, Context

from netlog.app import App
from netlog.domain.person import Person
from netlog.errors import ReaderGoneError, RefusedError, UsageError
from netlog.exporters.whole_json import written
from netlog.output.answer import NO_CSV
from netlog.output.json_text import fitting, render
from netlog.output.new_file import write_file
from netlog.params import app_of, option, person_option
from netlog.views.exported import READ_FIRST, wrote

_IN_MEMORY = 32 * 2**20
"""Bytes that wait in memory; what is more waits in a file without a name, beside the
database where that can be."""
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
        str,
        person_option("--person", help_text="All that is known of one person alone."),
    ] = "",
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
    alone = app.book.people.find(person) if person else None
    # Closed before the database is, also where nothing can be written.
    with closing(_known(app, alone) if alone else _whole(app)) as lines:
        if file is None or file == _STDOUT:
            _say(lines, app.locations.database.parent)
        elif _is_database(app, file):
            raise RefusedError("That is the database itself.", "Name another file.")
        else:
            write_file(file, lines, force=force)
            app.show(wrote(file, alone))
    if alone:
        app.tell(READ_FIRST)


def _whole(app: App) -> Generator[str]:
    """Every line of the export, all as of one moment."""
    whole = app.book.whole
    with whole.at_once():
        yield from written(whole.contents(), whole.tables())


def _known(app: App, person: Person) -> Generator[str]:
    """Everything that is known of one person, so that they can be answered."""
    from netlog.views.known import everything

    yield render(everything(app.book, person, app.settings.currency))


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
