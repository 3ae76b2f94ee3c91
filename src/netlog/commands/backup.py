"""netlog backup: a copy of everything, checked."""

import sys
from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.errors import ReaderGoneError, UsageError
from netlog.params import app_of, option
from netlog.views.backed_up import listed, made


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
        app.show(listed("backup", app.shelf.listed()))
    elif stdout:
        _write_out(app)
    else:
        app.refuse_csv()
        app.doors.need("back up")
        app.show(made(app.shelf.make("asked")))


def _write_out(app: App) -> None:
    """The bytes of a copy to whatever reads them, which is no person."""
    if app.format:
        raise UsageError("--stdout writes the copy and nothing else.", "Leave it out.")
    if sys.stdout.isatty():
        raise UsageError(
            "A database on a terminal is of no use to anybody.",
            "Send it on: netlog backup --stdout | age -p > netlog.age",
        )
    app.doors.need("back up")
    try:
        sys.stdout.buffer.write(app.shelf.image())
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
