"""netlog doctor: everything that can be wrong, and what to do about it."""

import os
from typing import Annotated

from typer import Context, Exit

from netlog.app import App
from netlog.config import load
from netlog.doctor.examination import Examination, Moment, examine
from netlog.doctor.mending import (
    Surgery,
    can_be_undone,
    mend_files,
    mend_rows,
    without_undo,
)
from netlog.domain.backup import ASKED
from netlog.domain.settings import Settings
from netlog.errors import DatabaseError, UsageError
from netlog.locations import config_path
from netlog.params import app_of, option
from netlog.views.examined import Mended, view


def command(
    ctx: Context,
    fix: Annotated[
        bool, option("--fix", help_text="Mend what can be mended without loss.")
    ] = False,
) -> None:
    """Look at everything that can be wrong with the file, and say what to do.

    Nothing is written without --fix, which makes a backup before it changes the
    database. Exit 6 when something is wrong.
    """
    app = app_of(ctx)
    app.refuse_csv()
    config = _config(app)
    found = _examined(app, config)
    mended = Mended()
    if fix and found.mends:
        mended = _mended(app, config, found)
        found = _examined(app, config)
    elif fix and found.faults:
        app.tell("Nothing of this is for netlog to mend; each line says what to do.")
    app.show(view(found, mended))
    if found.faults:
        raise Exit(DatabaseError.exit_code)


def _mended(app: App, config: tuple[str, ...], found: Examination) -> Mended:
    """Mend files first: after a crash nothing else can be read before."""
    said = mend_files(found)
    found = _examined(app, config) if said else found
    return Mended(tuple(said + mend_rows(found, _surgery(app))), can_be_undone(found))


def _config(app: App) -> tuple[str, ...]:
    """What is wrong with the config; where it cannot be read, it is as if not there."""
    said: list[str] = []
    try:
        app.settings = load(config_path(os.environ), said.append)
    except UsageError as error:
        said.append(error.sentence)
        app.settings = Settings()
    return tuple(said)


def _examined(app: App, config: tuple[str, ...]) -> Examination:
    moment = Moment(app.today, app.clock.now)
    return examine(app.locations, os.environ, moment, config)


def _surgery(app: App) -> Surgery:
    return Surgery(
        lambda: app.shelf.make(ASKED),
        app.changing,
        lambda: without_undo(app.doors.stored(writable=True), app.clock.now, app.words),
    )
