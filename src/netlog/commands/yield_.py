"""netlog yield: what came of somebody, of a place, of a touch."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.domain.dates import spell
from netlog.errors import UsageError
from netlog.params import app_of, option, who
from netlog.trace.harvesting import Starts, harvest, roots
from netlog.views.people import listed
from netlog.views.yielded import NOTHING, beginnings, view


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    place: Annotated[str, option("--place", help_text="Who was first met there.")] = "",
    touch: Annotated[
        str, option("--touch", help_text="Since one touch.", metavar="N")
    ] = "",
) -> None:
    """Everything that came of somebody: people, introductions, outcomes, money.

    Without anybody, all with whom something began; together that is all the money of
    known origin. Young coffees are too early, never failures.
    """
    app = app_of(ctx)
    if bool(who) + bool(place) + bool(touch) > 1:
        raise UsageError(
            "That asks for two things.", "Ask for one: WHO, --place P or --touch N."
        )
    source, settings = app.book.traces, app.settings
    if not (who or place or touch):
        began = roots(source)
        app.show(beginnings(began, settings.currency))
        if not began:
            app.tell(NOTHING)
        return
    title, starts = _starts(app, who or (), place, touch)
    found = harvest(source, starts, app.today, settings.early)
    app.show(view(title, found.with_them if place else found, settings))


def _starts(app: App, who: Sequence[str], place: str, touch: str) -> tuple[str, Starts]:
    """What is asked about, in words; its people, and since when they count."""
    book = app.book
    if who:
        person = book.people.find(app.typed.phrase(who))
        return person.name, {person.id: date.min}
    if touch:
        number = app.typed.number(touch)
        found = book.touches.get(number)
        company = book.touches.company(number)
        kind = "chance meeting" if found.kind == "met" else found.kind
        names = listed([one.name for one in company])
        title = f"{kind} with {names}, {spell(found.day)}"
        return title, {one.id: found.day for one in company}
    there = book.touches.place_named(place)
    return there.name, book.traces.first_met_at(there.id)
