"""netlog import: people from contact files."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from typer import Argument, Context

from netlog.acts.importing.decide import ForAll, Record, decide
from netlog.acts.importing.write import take_in
from netlog.acts.profile import NONE, Profile, details_from, fields_from
from netlog.app import App
from netlog.errors import UsageError
from netlog.importers import FORMATS
from netlog.importers.mapped import parse_map
from netlog.importers.recognise import records_of
from netlog.output.progress import progress
from netlog.params import Many, app_of, choice, option, person_kind
from netlog.views.imported import view


def command(
    ctx: Context,
    files: Annotated[
        list[Path], Argument(metavar="FILE…", help="Contact files.", show_default=False)
    ],
    kind_of_file: Annotated[
        str,
        choice(
            "--from",
            help_text="vcard, linkedin, google or csv; else by what is in it.",
            words=FORMATS,
        ),
    ] = "",
    columns: Annotated[
        Many,
        option(
            "--map", help_text="Of any CSV: 'Full Name=name'.", metavar="COLUMN=FIELD"
        ),
    ] = None,
    dry_run: Annotated[
        bool, option("--dry-run", help_text="Show what would happen; change nothing.")
    ] = False,
    update: Annotated[
        bool, option("--update", help_text="Write over fields that are filled, too.")
    ] = False,
    every: Annotated[
        str,
        option(
            "--every", help_text="How often to be in touch with them.", metavar="3m"
        ),
    ] = "",
    kind: Annotated[Many, person_kind("What they all are.")] = None,
    tag: Annotated[Many, option("--tag", help_text="A tag for all of them.")] = None,
    known: Annotated[
        bool, option("--known", help_text="You knew them before netlog.")
    ] = False,
) -> None:
    """Take people in from vCards, LinkedIn, Google Contacts or any CSV.

    A second import of a file adds nobody.  netlog undo takes an import back.
    """
    app = app_of(ctx)
    profile = Profile(every=every, kind=kind, tag=tag)
    details = details_from(profile)
    if NONE in {*details["kind"], *details["tag"]}:
        raise UsageError("There is nothing yet that none could clear.", "Leave it out.")
    for_all = ForAll(
        fields_from(profile).get("every", ""),
        tuple(details["kind"]),
        tuple(details["tag"]),
        known,
        update,
    )
    mapping = dict(map(parse_map, columns or ()))
    records = list(_records(app, files, kind_of_file, mapping))
    with app.rehearsing() if dry_run else app.changing() as change:
        shown = progress(records, len(records), "Reading", sys.stderr)
        decisions = decide(shown, change.people, for_all)
        wrote = take_in(change, list(decisions), app.today, update=update)
        outcome = list(progress(wrote, len(records), "Writing", sys.stderr))
    app.show(view(outcome, dry_run=dry_run))


def _records(
    app: App, files: list[Path], kind: str, mapping: Mapping[str, str]
) -> Iterator[Record]:
    """Every record of every file; an error says which file it is about."""
    for path in files:
        try:
            for record in records_of(app.typed.file(path), kind, mapping):
                yield Record(path.name, record)
        except UsageError as error:
            raise UsageError(f"{path.name}: {error.sentence}", error.advice) from error
