"""netlog import: people from contact files."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.backups.files import IMPORT
from netlog.db import sql
from netlog.db.tombstones import Forgotten
from netlog.domain.numbers import counted
from netlog.domain.person import AlikePair
from netlog.dump.parse import Export, InputFile
from netlog.errors import UsageError
from netlog.importers import CONTACT_FORMATS
from netlog.importers.decoding import FILE_LIMIT
from netlog.importers.mapped import parse_map
from netlog.importers.recognise import records_of
from netlog.options import Known, Many, app_of, choice, option, person_kind
from netlog.output.answer import Answer, Block, Item, Page, command_line, part, soft
from netlog.output.progress import progress
from netlog.plan.cadence import Cadences, cadences_for
from netlog.repository.contacts import (
    Decision,
    ForAll,
    Record,
    decide,
    leave_out,
    take_in,
)
from netlog.repository.profile import NONE, Profile, details_from, fields_from
from netlog.views.changes import changes_data, changes_said

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange

_ALL_BUT_CSV = [name for name in CONTACT_FORMATS if name != "csv"]


def command(
    ctx: Context,
    files: Annotated[
        list[Path], Argument(metavar="FILE…", help="Contact files.", show_default=False)
    ],
    kind_of_file: Annotated[
        str,
        choice(
            "--from",
            help_text=f"{', '.join(_ALL_BUT_CSV)} or csv; else by what is in it.",
            words=CONTACT_FORMATS,
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
    known: Known = None,
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
    with InputFile(files[0]) as first:
        if first.is_export:
            if kind_of_file or mapping or for_all != ForAll() or files[1:]:
                raise UsageError(*_ALONE)
            answer = _whole(app, first, dry_run=dry_run)
        else:
            records = list(_records(first, kind_of_file, mapping))
            for path in files[1:]:
                with InputFile(path) as other:
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
        decisions = list(decide(shown, change.store, for_all))
        if not for_all.forgotten:
            decisions = leave_out(decisions, Forgotten(change.store))
        cadences = cadences_for(app.settings, change.store)
        wrote = take_in(change, cadences, decisions, app.today, update=for_all.update)
        outcome = list(progress(wrote, many, "Writing", sys.stderr))
        pairs = _alike(change)
        asked = sql.count_entered_by_rhythm(change.store, change.number)
        weekly = _weekly(cadences, asked)
    return _answer(outcome, pairs, weekly, dry_run=dry_run)


def _weekly(cadences: Cadences, asked: Mapping[str, int]) -> str:
    """How many a week whoever came in with a cadence makes: 240 in 13 weeks, 18 or 19.

    Empty where none did.
    """
    said = []
    for rhythm, people in asked.items():
        weeks = (cadences.of(rhythm) or 0) // 7
        if weeks:
            fewest, rest = divmod(people, weeks)
            each = f"{fewest} or {fewest + 1}" if rest else f"{fewest}"
            said.append(f"{people} come up within {weeks} weeks, {each} a week")
    return "; ".join(said)


def _whole(app: App, file: InputFile, *, dry_run: bool) -> Answer:
    """Take all of an export in, or none of it."""
    export = Export(file.read)
    header = export.header()
    from netlog.dump.load import load  # and with it SQLModel, that is, 300 ms

    total = sum(header.counts.values())
    with (
        app.rehearsing() if dry_run else app.changing(IMPORT) as change,
        closing(progress(export.rows(), total, "Writing", sys.stderr)) as rows,
    ):
        counts = load(change, header, rows)
    return _answer_whole(counts, dry_run=dry_run)


def _records(
    file: InputFile, kind: str, mapping: Mapping[str, str]
) -> Iterator[Record]:
    """Every record of a file; an error says which file it is about."""
    if file.is_export:
        raise UsageError(*_ALONE)
    name = file.path.name
    try:
        for record in records_of(file.data(FILE_LIMIT), kind, mapping):
            yield Record(name, record)
    except UsageError as error:
        raise UsageError(f"{name}: {error.sentence}", error.advice) from error


_SHOWN = 5


def _alike(change: "OpenChange") -> list[AlikePair]:
    """Pairs of whom one came in with this change, a few; each pair once."""
    found: dict[tuple[str, str], AlikePair] = {}
    number = change.number
    by_name = sql.alike_by_name(change.store, number)
    for pair in by_name + sql.alike_by_phone(change.store, number):
        found.setdefault((pair.handle, pair.other_handle), pair)
    return list(found.values())[:_SHOWN]


_WORDS = {
    "new": "new",
    "filled": "brought up to date",
    "same": "known already",
    "unreadable": "could not be read",
    "forgotten": "left out, for you forgot them (--forgotten takes them in)",
}
_BACK = Block("", (Item((command_line("netlog undo"), soft(" takes it back"))),))


def _answer(
    outcome: Sequence[Decision],
    pairs: Sequence[AlikePair],
    weekly: str,
    *,
    dry_run: bool,
) -> Answer:
    """How many came in, every record that did not, and who may be one person."""
    counts = Counter(decision.what for decision in outcome)
    title = "Would take in" if dry_run else "Took in"
    blocks = []
    unreadable = [one for one in outcome if one.what == "unreadable"]
    if unreadable:
        blocks.append(Block("Not readable", tuple(map(_unreadable, unreadable))))
    each = tuple(_each(outcome)) if dry_run else ()
    if each:
        blocks.append(Block("One by one", each))
    elif not dry_run and counts["filled"]:
        named = tuple(_each(one for one in outcome if one.what == "filled"))
        blocks.append(Block("Brought up to date", named))
    if pairs:
        blocks.append(Block("Perhaps one person", tuple(map(_pair, pairs))))
    if weekly:
        blocks.append(Block("", (Item((part(weekly),)),)))
    if not dry_run and (counts["new"] or counts["filled"]):
        blocks.append(_BACK)
    page = Page((part(f"{title}: ", "title"), part(_summary(counts))), tuple(blocks))
    data = _data(outcome, counts, dry_run=dry_run)
    data["alike"] = [pair._asdict() for pair in pairs]
    return Answer("import", data, page=page)


def _answer_whole(counts: Mapping[str, int], *, dry_run: bool) -> Answer:
    """That all of an export came in; the user, who was there, is not counted."""
    people = counts["person"] - 1
    title = "Would take in" if dry_run else "Took in"
    said = f"everything, {counted(people, 'person', 'people')}"
    back = () if dry_run else (_BACK,)
    page = Page((part(f"{title}: ", "title"), part(said)), back)
    data = _data((), Counter(new=people), dry_run=dry_run)
    data |= {"alike": [], "rows": dict(counts)}
    return Answer("import", data, page=page)


def _pair(pair: AlikePair) -> Item:
    said = f"{pair.name} and {pair.other_name} have the same {pair.what}: "
    typed = f"netlog merge {pair.handle} {pair.other_handle}"
    return Item(
        (part(said), command_line(typed)),
        record=("merge", pair.handle, pair.other_handle, pair.what),
    )


def _summary(counts: Counter[str]) -> str:
    said = [f"{counts[what]} {_WORDS[what]}" for what in _WORDS if counts[what]]
    return ", ".join(said) or "nobody: there is no record in there"


def _unreadable(decision: Decision) -> Item:
    where = _where(decision)
    return Item(
        (part(f"{where}: "), part(decision.reason)),
        record=(where, "unreadable", decision.reason),
    )


def _where(decision: Decision) -> str:
    return f"{decision.file}, line {decision.line}"


def _each(outcome: Iterable[Decision]) -> Iterable[Item]:
    for one in outcome:
        if one.what not in {"unreadable", "forgotten"}:
            record = (_where(one), one.what, one.handle, one.name)
            changes = changes_said(one.changes)
            what = f"{_WORDS[one.what]}, {changes}" if changes else _WORDS[one.what]
            said = f"{one.name} ({one.handle}): {what}"
            yield Item((part(said),), record=record)


def _data(
    outcome: Iterable[Decision], counts: Counter[str], *, dry_run: bool
) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "counts": {what: counts[what] for what in _WORDS},
        "records": [
            {
                "file": one.file,
                "line": one.line,
                "what": one.what,
                "name": one.name,
                "handle": one.handle,
                "reason": one.reason,
                "changes": changes_data(one.changes),
            }
            for one in outcome
        ],
    }
