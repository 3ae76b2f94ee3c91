"""netlog backup: a copy of everything, checked."""

import sys
from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.backups.files import ASKED, Backup, Copy, copies
from netlog.backups.make import image, make
from netlog.backups.verify import with_soundness
from netlog.errors import ReaderGoneError, UsageError
from netlog.options import app_of, option
from netlog.output.answer import Answer, line, lines, soft
from netlog.views.backups import amount, backup_data, backup_list, size


def command(
    ctx: Context,
    stdout: Annotated[
        bool,
        option("--stdout", help_text="Write the copy to stdout, and keep none."),
    ] = False,
    all_of_them: Annotated[
        bool, option("--list", help_text="List the backups there are.")
    ] = False,
) -> None:
    """Copy the whole database, checked, beside the backups made by themselves.

    netlog restore puts one back.
    """
    app = app_of(ctx)
    if all_of_them and stdout:
        raise UsageError("--list and --stdout ask for two things.", "Leave one out.")
    if all_of_them:
        found = copies(app.backups.database, app.backups.folder)
        app.show(backup_list("backup", with_soundness(found)))
    elif stdout:
        _write_out(app)
    else:
        app.refuse_csv()
        app.database.require("back up")
        app.show(_made(make(app.backups, ASKED)))


def _write_out(app: App) -> None:
    """The bytes of a copy to whatever reads them, which is no person."""
    if app.format:
        raise UsageError("--stdout writes the copy and nothing else.", "Leave it out.")
    if sys.stdout.isatty():
        raise UsageError(
            "A database on a terminal is of no use to anybody.",
            "Send it on: netlog backup --stdout | age -p > netlog.age",
        )
    app.database.require("back up")
    app.database.finish_forgetting()
    try:
        sys.stdout.buffer.write(image(app.locations.database))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def _made(backup: Backup) -> Answer:
    """Where a backup stands, and what is in it."""
    held = backup.manifest
    item = line(
        f"Backed up {amount(held.people, held.touches)}",
        soft(f" ({size(held.size)}, checked)"),
        f": {backup.path}",
    )
    return Answer("backup", backup_data(Copy(*backup), whole=True), page=lines(item))
