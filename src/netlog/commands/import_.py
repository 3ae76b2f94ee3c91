"""netlog import: people from contact files."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

from typer import Argument, Context

from netlog.acts.importing.alike import alike
from netlog.acts.importing.decide import ForAll, Record, decide
from netlog.acts.importing.forgotten import leave_out
from netlog.acts.importing.whole import take_whole
from netlog.acts.importing.write import take_in
from netlog.acts.profile import NONE, Profile, details_from, fields_from
from netlog.app import App
from netlog.domain.backup import IMPORT
from netlog.errors import UsageError
from netlog.importers import FORMATS
from netlog.importers.begun import Begun
from netlog.importers.mapped import parse_map
from netlog.importers.recognise import records_of
from netlog.importers.whole import Export
from netlog.output.answer import Answer
from netlog.output.progress import progress
from netlog.params import Many, app_of, choice, option, person_kind
from netlog.views.imported import view, view_whole


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
    forgotten: Annotated[
        bool, option("--forgotten", help_text="Take in whom you forgot, too.")
    ] = False,
) -> None:
    """Take people in from vCards, LinkedIn, Google Contacts or any CSV.

    A second import of a file adds nobody.  An export of netlog's is taken in exactly,
    into a database with nobody in it.  netlog undo takes an import back.
    """
    app = app_of(ctx)
    for_all = _for_all(Profile(every=every, kind=kind, tag=tag))
    for_all = for_all._replace(known=known, update=update, forgotten=forgotten)
    mapping = dict(map(parse_map, columns or ()))
    with Begun(files[0]) as first:
        if first.is_export:
            if kind_of_file or mapping or for_all != ForAll() or files[1:]:
                raise UsageError(*_ALONE)
            answer = _whole(app, first, dry_run=dry_run)
        else:
            records = list(_records(first, kind_of_file, mapping))
            for path in files[1:]:
                with Begun(path) as other:
                    records += _records(other, kind_of_file, mapping)
            answer = _people(app, records, for_all, dry_run=dry_run)
    app.show(answer)


_ALONE = (
    "An export is taken in as it is, and by itself.",
    "Leave the options and the other files out.",
)


def _for_all(profile: Profile) -> ForAll:
    """What was typed for everybody."""
    details = details_from(profile)
    if NONE in {*details["kind"], *details["tag"]}:
        raise UsageError("There is nothing yet that none could clear.", "Leave it out.")
    every = fields_from(profile).get("every", "")
    return ForAll(every, tuple(details["kind"]), tuple(details["tag"]))


def _people(
    app: App, records: Sequence[Record], for_all: ForAll, *, dry_run: bool
) -> Answer:
    """Take everybody in, and say who may be two of them."""
    many = len(records)
    with app.rehearsing() if dry_run else app.changing(IMPORT) as change:
        shown = progress(records, many, "Reading", sys.stderr)
        decisions = list(decide(shown, change.people, for_all))
        if not for_all.forgotten:
            decisions = leave_out(decisions, change.forgotten)
        wrote = take_in(change, decisions, app.today, update=for_all.update)
        outcome = list(progress(wrote, many, "Writing", sys.stderr))
        pairs = alike(change)
    return view(outcome, pairs, dry_run=dry_run)


def _whole(app: App, begun: Begun, *, dry_run: bool) -> Answer:
    """Take all of an export in, or none of it."""
    export = Export(begun.read)
    contents = export.contents()
    total = sum(contents.counts.values())
    with (
        app.rehearsing() if dry_run else app.changing(IMPORT) as change,
        closing(progress(export.rows(), total, "Writing", sys.stderr)) as rows,
    ):
        counts = take_whole(change, contents, rows)
    return view_whole(counts, dry_run=dry_run)


def _records(begun: Begun, kind: str, mapping: Mapping[str, str]) -> Iterator[Record]:
    """Every record of a file; an error says which file it is about."""
    if begun.is_export:
        raise UsageError(*_ALONE)
    name = begun.path.name
    try:
        for record in records_of(begun.data(), kind, mapping):
            yield Record(name, record)
    except UsageError as error:
        raise UsageError(f"{name}: {error.sentence}", error.advice) from error
