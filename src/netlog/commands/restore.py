"""netlog restore: a backup is put back."""

from datetime import date
from typing import Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.backups.compare import Difference, OnlyThere, Summary, diff, find, find_day
from netlog.backups.files import Copy, copies
from netlog.backups.restore import KeptDatabase, restore
from netlog.backups.verify import with_soundness
from netlog.domain.numbers import counted
from netlog.errors import NotFoundError, UsageError
from netlog.options import Yes, app_of, option
from netlog.output import page_text
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    command_line,
    exact,
    line,
    part,
    soft,
)
from netlog.output.ask import agree
from netlog.views.backups import amount, backup_list
from netlog.views.wording import listed


def command(
    ctx: Context,
    which: Annotated[
        str,
        Argument(
            metavar="WHICH",
            help="last, a day, the name of a backup or a file; left out: the list.",
            show_default=False,
        ),
    ] = "",
    yes: Yes = False,
    dry_run: Annotated[
        bool, option("--dry-run", help_text="Show what would change; change nothing.")
    ] = False,
    other: Annotated[
        bool, option("--other", help_text="Let it be a copy of another database.")
    ] = False,
) -> None:
    """Put a backup in the place of the database, which is kept as a backup first.

    Shows what comes back and what is lost, and asks.  Without WHICH it lists the
    backups.
    """
    app = app_of(ctx)
    if not which:
        found = copies(app.backups.database, app.backups.folder)
        app.show(backup_list("restore", with_soundness(found)))
        if found:
            app.tell(app.naming(_WHAT_TO_TYPE, ("restore",), of_file=True))
        return
    app.refuse_csv()
    copy = find(app.backups, which) or find_day(app.backups, _day(app, which))
    difference = diff(app.locations.database, copy, other=other)
    change = _rehearsed(copy, difference)
    if dry_run:
        app.show(change)
        return
    if not yes:
        shown = page_text.render(change).rstrip()
        otherwise = "Nothing was restored."
        agree(shown, "Restore it?", chosen=app.format, otherwise=otherwise)
    kept = restore(app.backups, copy.path)
    app.show(_restored(app, copy, difference, kept, seen=not yes))


def _day(app: App, which: str) -> date:
    """The day that was typed, where it is one."""
    try:
        return app.typed.happened(which)
    except UsageError as error:
        raise NotFoundError(
            f"There is no backup called {which}.",
            "netlog restore lists what there is.",
        ) from error


_WHAT_TO_TYPE = (
    "netlog restore NAME puts one back, `netlog restore last` the newest,\n"
    "`netlog restore yesterday` that of a day; what is there now is kept first."
)


def _rehearsed(copy: Copy, difference: Difference) -> Answer:
    """What would change."""
    title = (part("Would restore ", "title"), exact(copy.path.name))
    page = Page(title, (Block("", _changes(difference)),))
    return Answer("restore", _data(copy, difference, restored=False), page=page)


def _restored(
    app: App,
    copy: Copy,
    difference: Difference,
    kept: KeptDatabase | None,
    *,
    seen: bool,
) -> Answer:
    """What changed, unless it was seen before, and where what was there is kept."""
    title = (part("Restored ", "title"), exact(copy.path.name))
    changes = () if seen else (Block("", _changes(difference)),)
    back = (Block("", (_way_back(app, kept),)),) if kept else ()
    page = Page(title, (*changes, *back))
    return Answer("restore", _data(copy, difference, kept, restored=True), page=page)


def _way_back(app: App, kept: KeptDatabase) -> Item:
    if not kept.whole:
        return line("What was there was damaged; it is kept as ", exact(str(kept.path)))
    typed = f"netlog restore {kept.path.stem}"
    named = app.naming(typed, ("restore",), of_file=True)
    return line(command_line(named), soft(" brings back what was there"))


def _changes(difference: Difference) -> tuple[Item, ...]:
    """How both stand, and what would come back and be lost."""
    then = _side("then", difference.then)
    if difference.now is None:
        return (then, line("now: nothing that can be read"))
    return (
        then,
        _side("now", difference.now),
        _only("comes back", difference.brought),
        _only("is lost", difference.lost),
        *map(_forgotten, difference.forgotten),
    )


def _forgotten(handle: str) -> Item:
    """Somebody is back whom the user had forgotten; to be seen, for good or ill."""
    said = line(
        f"was forgotten, and comes back: {handle} · ",
        command_line(f"netlog forget {handle}"),
    )
    return said._replace(record=("forgotten", handle))


def _side(when: str, summary: Summary) -> Item:
    at = summary.at and summary.at.astimezone().strftime("%Y-%m-%d %H:%M")
    last = f"; last, {at}: netlog {summary.command}" if at else ""
    said = amount(summary.people, summary.touches)
    record = (when, str(summary.people), str(summary.touches), summary.command)
    return Item((part(f"{when}: {said}{last}"),), record=record)


def _only(what: str, only: OnlyThere) -> Item:
    people, touches, changes, names = only
    more = [f"{people - len(names)} more"] if people > len(names) else []
    named = f" ({listed([*names, *more])})" if names else ""
    some = [f"{counted(people, 'person', 'people')}{named}"] if people else []
    some += [counted(touches, "touch", "touches")] if touches else []
    all_in_all = f"what {counted(changes, 'command')} did" if changes else ""
    told = ", with ".join(filter(None, (all_in_all, listed(some))))
    record = (what, str(people), str(touches), str(changes))
    return Item((part(f"{what}: {told or 'nothing'}"),), record=record)


def _data(
    copy: Copy,
    difference: Difference,
    kept: KeptDatabase | None = None,
    *,
    restored: bool,
) -> dict[str, Any]:
    """The same for programs."""
    now, then = difference.now, difference.then
    return {
        "restored": restored,
        "path": str(copy.path),
        "then": then._asdict(),
        "now": now._asdict() if now else None,
        "back": difference.brought._asdict(),
        "lost": difference.lost._asdict(),
        "forgotten": list(difference.forgotten),
        "kept": {"path": str(kept.path), "whole": kept.whole} if kept else None,
    }
