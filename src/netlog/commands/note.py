"""netlog note: something more that is known of somebody."""

from typing import Annotated

from typer import Argument, Context

from netlog.domain.person import Person
from netlog.options import app_of, who
from netlog.output.answer import Answer, line, lines, name
from netlog.repository import finding, people
from netlog.repository.finding import first_name
from netlog.views.sentences import NOTHING_CHANGED
from netlog.views.wording import brief


def command(
    ctx: Context,
    who: Annotated[str, who()],
    words: Annotated[
        list[str], Argument(metavar="WORDS", help="What to remember; needs no quotes.")
    ],
) -> None:
    """Add to what is known of somebody; it is no contact.

    netlog edit WHO --note replaces all of it.
    """
    app = app_of(ctx)
    with app.changing() as change:
        typed = [who, *words]
        called, rest = first_name(change.store, typed, len(typed) - 1)
        more = app.typed.needed(app.typed.note(" ".join(rest)), "A note")
        person = finding.find(change.store, called)
        if not _has(person, more):
            note = "\n".join(filter(None, (person.note, more)))
            person = people.edit(change, person, note=note)
    app.show(_answer(person, more, changed=change.wrote))


def _has(person: Person, more: str) -> bool:
    """Whether the words stand among what is noted, as lines of their own."""
    return f"\n{more}\n" in f"\n{person.note}\n"


def _answer(person: Person, more: str, *, changed: bool) -> Answer:
    """What is known now."""
    said = f": {more}" if changed else f" already: {more}"
    begin = "Noted of " if changed else f"{NOTHING_CHANGED}noted of "
    item = line(begin, name(person.name), said)
    return Answer(
        "note", {"person": brief(person), "note": person.note}, page=lines(item)
    )
