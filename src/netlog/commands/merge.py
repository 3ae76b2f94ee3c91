"""netlog merge: one person from two."""

from collections.abc import Iterable
from typing import Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.dates import spell_short
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.numbers import counted
from netlog.domain.person import Detail, Person
from netlog.errors import UsageError
from netlog.options import Yes, app_of, complete_handles
from netlog.output.answer import Answer, command_line, line, lines, soft
from netlog.output.ask import agree
from netlog.repository import finding
from netlog.repository.finding import whole_names
from netlog.repository.merge import Merged, merge
from netlog.views.wording import (
    brief,
    introduction_said,
    introduction_with_names,
    listed,
    reach,
    titled,
    words_said,
)

_TWO = 2


def command(
    ctx: Context,
    who: Annotated[
        list[str],
        Argument(
            metavar="WHO WHO",
            help="Who stays, and who is the same.",
            autocompletion=complete_handles,
        ),
    ],
    yes: Yes = False,
) -> None:
    """Make one person of two: the first stays, and has all of the second.

    The name of the second becomes another name of the first.  netlog undo makes them
    two again.
    """
    app = app_of(ctx)
    names = whole_names(app.store, who)
    if len(names) != _TWO:
        raise UsageError(
            "Two people become one.", "netlog merge WHO WHO: the first stays."
        )
    words = names[0], names[1]
    if not yes:
        words = _agreed(app, words)
    with app.changing() as change:
        merged = merge(change, *_two(change.store, words), _said)
    app.show(_answer(merged))


def _agreed(app: App, words: tuple[str, str]) -> tuple[str, str]:
    """Show both and ask, before the file is held; gives the handles of those shown."""
    kept, gone = _two(app.store, words)
    agree(
        f"Stays: {_shortly(kept, sql.details_of(app.store, kept.id))}",
        f"Goes: {_shortly(gone, sql.details_of(app.store, gone.id))}",
        "Are they one person?",
        chosen=app.format,
        otherwise="Nothing was merged.",
    )
    return kept.handle, gone.handle


def _two(store: Store, words: tuple[str, str]) -> tuple[Person, Person]:
    """Who stays and who goes; a usage error where they are one already."""
    kept, gone = (finding.find(store, query) for query in words)
    if kept.id == gone.id:
        raise UsageError(
            f"{kept.handle} is one person already.", "Name two who are the same."
        )
    return kept, gone


def _said(introduction: IntroductionNamed) -> str:
    """An introduction with the words of who made it, for the note."""
    words = words_said(introduction.words, introduction.introducer.name)
    said = introduction_said(introduction)
    return f"{said}: {words}" if words else said


_ONE = {
    "touches": "touch",
    "introductions": "introduction",
    "promises": "promise",
    "entries": "entry",
    "details": "detail",
    "bookings": "booking",
}


def _answer(merged: Merged) -> Answer:
    """Who is one now, what came with them, and what the note keeps."""
    moved = merged.moved.items()
    some = [counted(number, _ONE[what], what) for what, number in moved if number]
    came = f": {listed(some)}" if some else ""
    items = [
        line("Merged ", *titled(merged.gone), " into ", *titled(merged.person), came)
    ]
    if merged.noted:
        items.append(line(soft("Kept in the note: "), "; ".join(merged.noted)))
    items.append(line(command_line("netlog undo"), soft(" makes them two again")))
    return Answer("merge", _data(merged), page=lines(*items))


def _data(merged: Merged) -> dict[str, Any]:
    found = merged.introductions
    return {
        "person": brief(merged.person),
        "gone": brief(merged.gone),
        "moved": dict(merged.moved),
        "joined": [
            introduction_with_names(one.gone) | {"into": one.into.id}
            for one in found.joined
        ],
        "dropped": [introduction_with_names(one) for one in found.dropped],
        "noted": list(merged.noted),
    }


def _shortly(person: Person, details: Iterable[Detail]) -> str:
    """Somebody in a line, enough to tell them from another."""
    touches = counted(person.touches, "touch", "touches")
    last = person.last_contact
    said = [
        f"{person.name} ({person.handle})",
        *(
            text
            for text in (person.role, person.org, person.city, reach(details))
            if text
        ),
        f"{touches}, the last {spell_short(last)}" if last else "no contact yet",
    ]
    return ", ".join(said)
