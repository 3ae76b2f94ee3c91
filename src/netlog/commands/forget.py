"""netlog forget: somebody is gone for good."""

from typing import Annotated

from typer import Context

from netlog.acts.forget import Extent, extent_of
from netlog.app import App
from netlog.domain.backup import FORGET
from netlog.domain.person import Named
from netlog.errors import DatabaseError, RefusedError, UsageError
from netlog.params import app_of, option, who
from netlog.views.forgotten import forgot, listed, verified, warning


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    yes: Annotated[bool, option("--yes", help_text="Do not ask.")] = False,
    unmarked: Annotated[
        bool,
        option(
            "--forget-the-forgetting",
            help_text="Keep no mark: an import may bring them back.",
        ),
    ] = False,
    show_list: Annotated[
        bool, option("--list", help_text="Say how many were forgotten.")
    ] = False,
    verify: Annotated[
        bool,
        option("--verify", help_text="Look for these words in every file of netlog's."),
    ] = False,
) -> None:
    """Take somebody out of everything: rows, journal and backups.  It cannot be undone.

    What belongs to others stays.  A later import leaves them out, unless it is told
    to bring back whom you forgot.
    """
    app = app_of(ctx)
    app.refuse_csv()
    words = who or []
    if show_list and not words and not verify:
        app.show(listed(app.book.forgotten.count()))
    elif verify and words and not show_list:
        _verify(app, words)
    elif words and not verify and not show_list:
        _forget(app, app.typed.phrase(words), yes=yes, mark=not unmarked)
    else:
        raise UsageError(
            "It is not clear what to do.",
            "netlog forget WHO, netlog forget --verify WORDS, or netlog forget --list.",
        )


def _forget(app: App, query: str, *, yes: bool, mark: bool) -> None:
    forgetter = app.doors.forgetter
    person = forgetter.find(query)
    there = extent_of(forgetter.book, person)
    if not yes:
        _confirm(app, person, there)
    app.doors.there("forget", FORGET)
    forgetter.forget(person, mark=mark)
    cleaned = forgetter.finish()
    said = cleaned.backups, cleaned.unreadable
    app.show(forgot(person, there, *said, seen=not yes))
    if not cleaned.is_all:
        raise DatabaseError(
            f"They are gone from the database, but {cleaned.trouble}",
            "netlog forget --verify with their name looks into every file.",
        )


def _confirm(app: App, person: Named, there: Extent) -> None:
    """Have the handle typed on a terminal; refused elsewhere, and for another one."""
    told = warning(person, there)
    if app.answer_to(told, f"Type {person.handle} to forget them:") != person.handle:
        raise RefusedError(
            "That is not the handle; nobody was forgotten.",
            f"Type {person.handle} when it asks, or use --yes.",
        )


def _verify(app: App, words: list[str]) -> None:
    """Look for words in the bytes of files; found ones are an error."""
    found, looked = app.doors.looked_for(words)
    app.show(verified(found, looked))
    if set(found) & set(looked):
        raise DatabaseError(
            "Something of it is in a file of netlog's.",
            "It may be somebody else's; netlog forget WHO cleans what is left of WHO.",
        )
