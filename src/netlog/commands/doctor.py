"""netlog doctor: everything that can be wrong, and what to do about it."""

import os
from collections.abc import Iterable
from typing import Annotated, Any

from typer import Context, Exit

from netlog.app import App
from netlog.backups.files import ASKED
from netlog.backups.make import make
from netlog.config import load_config
from netlog.doctor.finding import FAULT, HINT, Finding
from netlog.doctor.fix import (
    DatabaseAccess,
    can_be_undone,
    fix_files,
    fix_rows,
    without_undo,
)
from netlog.doctor.run import Checked, Examination, examine
from netlog.domain.numbers import counted
from netlog.domain.settings import Settings
from netlog.errors import DatabaseError, UsageError
from netlog.locations import config_path
from netlog.namedtuple import NamedTuple
from netlog.options import app_of, option
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Parts,
    command_line,
    exact,
    part,
    soft,
)


class Fixed(NamedTuple):
    """What was put right, in sentences, and whether undo takes some of it back."""

    sentences: tuple[str, ...] = ()
    undo: bool = False


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
    examination = _examined(app, config)
    fixed = Fixed()
    if fix and examination.mends:
        fixed = _fixed(app, config, examination)
        examination = _examined(app, config)
    elif fix and examination.faults:
        app.tell("Nothing of this is for netlog to mend; each line says what to do.")
    app.show(answer(examination, fixed))
    if examination.faults:
        raise Exit(DatabaseError.exit_code)


def _fixed(app: App, config: tuple[str, ...], examination: Examination) -> Fixed:
    """Mend files first: after a crash nothing else can be read before."""
    sentences = fix_files(examination)
    examination = _examined(app, config) if sentences else examination
    sentences += fix_rows(examination, _access(app))
    return Fixed(tuple(sentences), can_be_undone(examination))


def _config(app: App) -> tuple[str, ...]:
    """What is wrong with the config; where it cannot be read, it is as if not there."""
    warnings: list[str] = []
    try:
        app.settings = load_config(config_path(os.environ), warnings.append)
    except UsageError as error:
        warnings.append(error.sentence)
        app.settings = Settings()
    return tuple(warnings)


def _examined(app: App, config: tuple[str, ...]) -> Examination:
    return examine(app.locations, os.environ, app.clock, config)


def _access(app: App) -> DatabaseAccess:
    return DatabaseAccess(
        lambda: make(app.backups, ASKED),
        app.changing,
        lambda: without_undo(
            app.database.open(writable=True), app.clock.now, app.words
        ),
    )


_BACK = (
    command_line("netlog undo"),
    soft(" takes back what was changed in the database."),
)


def answer(examination: Examination, fixed: Fixed) -> Answer:
    """Faults and hints with their commands, and the names of all that is well."""
    blocks = (
        Block("Mended", tuple(_done(sentence) for sentence in fixed.sentences)),
        Block("Wrong", tuple(_findings(examination, FAULT))),
        Block("To look at", tuple(_findings(examination, HINT))),
        Block("", tuple(_quiet(examination))),
    )
    page = Page(
        (part(_headline(examination), "title"),),
        tuple(block for block in blocks if block.items),
        (_BACK,) * fixed.undo,
    )
    return Answer("doctor", _data(examination, fixed), page=page)


def _headline(examination: Examination) -> str:
    """The first line."""
    if examination.faults:
        hints = len(examination.findings) - examination.faults
        also = f", {counted(hints, 'hint')}" if hints else ""
        return f"{counted(examination.faults, 'thing')} wrong{also}."
    if not examination.exists:
        return "There is no database yet, and nothing is wrong."
    return "All is well."


def _done(sentence: str) -> Item:
    return Item(_with_paths(sentence), record=("mended", "", sentence, ""))


def _with_paths(sentence: str) -> Parts:
    """A sentence in which no path is broken."""
    words = (word.partition("/") for word in sentence.split(" "))
    return tuple(
        part(f"{before} ") if not slash else exact(f"{before}{slash}{path} ")
        for before, slash, path in words
    )


def _findings(examination: Examination, weight: str) -> Iterable[Item]:
    for check in examination.checks:
        for finding in check.findings:
            if finding.weight == weight:
                yield _item(check.name, finding)


def _item(name: str, finding: Finding) -> Item:
    below = ((command_line(finding.command),),) if finding.command else ()
    record = (finding.weight, name, finding.sentence, finding.command)
    return Item(_with_paths(finding.sentence), below, record)


def _quiet(examination: Examination) -> Iterable[Item]:
    """The checks that found nothing, and those that could not look."""
    for word, looked in (("Well", True), ("Not looked at", False)):
        names = [
            check.name
            for check in examination.checks
            if check.looked == looked and not check.findings
        ]
        if names:
            listed = ", ".join(names)
            record = (word.lower(), "", listed, "")
            yield Item((soft(f"{word}: "), part(listed)), record=record)


def _data(examination: Examination, fixed: Fixed) -> dict[str, Any]:
    return {
        "database": str(examination.database),
        "ok": examination.faults == 0,
        "faults": examination.faults,
        "hints": len(examination.findings) - examination.faults,
        "mended": list(fixed.sentences),
        "checks": [_check(check) for check in examination.checks],
    }


def _check(check: Checked) -> dict[str, Any]:
    return {
        "name": check.name,
        "looks_at": check.summary,
        "ok": check.ok if check.looked else None,
        "findings": [
            {
                "weight": finding.weight,
                "sentence": finding.sentence,
                "command": finding.command,
                "handles": list(finding.handles),
            }
            for finding in check.findings
        ],
    }
