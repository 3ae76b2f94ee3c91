"""netlog list: people, all or by filters."""

from collections.abc import Sequence
from typing import Annotated

from typer import Argument, Context

from netlog.db import sql
from netlog.domain.filters import Listed, all_hold, parse_filter
from netlog.domain.names import fold
from netlog.domain.spans import from_days
from netlog.domain.standing import values
from netlog.options import app_of
from netlog.output.answer import Answer, Table
from netlog.plan.cadence import Cadences, cadences_for
from netlog.repository import introductions, people
from netlog.views.wording import brief, nobody


def command(
    ctx: Context,
    filters: Annotated[
        list[str] | None,
        Argument(
            metavar="FILTER…",
            help="kind=client tag=hr org~acme last>90d via=alisa; all must hold.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """People in the order of their names, all or those for whom every filter holds."""
    app = app_of(ctx)
    holds = all_hold(parse_filter(text, app.today) for text in filters or ())
    details = people.details_by_person(app.store)
    via = introductions.introducers_by_person(app.store) if filters else {}
    everybody = [
        Listed(one, details.get(one.id, ()), via.get(one.id, ()))
        for one in sql.everybody(app.store)
    ]
    cadences = cadences_for(app.settings, app.store)
    app.show(_answer([one for one in everybody if holds(one)], cadences))
    if not everybody:
        app.tell(nobody())


_COLUMNS = ("handle", "name", "kinds", "org", "city", "last contact", "every")


def _answer(people: Sequence[Listed], cadences: Cadences) -> Answer:
    """One record a person."""
    every = [_every(cadences, one) for one in people]
    rows = tuple(map(_row, people, every))
    data = list(map(_data, people, every))
    return Answer("list", data, table=Table(_COLUMNS, rows))


def _every(cadences: Cadences, one: Listed) -> str:
    """How often they are kept in touch with, as it is typed."""
    tags = map(fold, values(one.details, "tag"))
    days = cadences.of(one.person.rhythm, tags)
    return from_days(days).code() if days else ""


def _row(one: Listed, cadence: str) -> tuple[str, ...]:
    person = one.person
    return (
        person.handle,
        person.name,
        ",".join(values(one.details, "kind")),
        person.org,
        person.city,
        person.last_contact.isoformat() if person.last_contact else "",
        cadence,
    )


def _data(one: Listed, cadence: str) -> dict[str, object]:
    person = one.person
    return brief(person) | {
        "kinds": list(values(one.details, "kind")),
        "tags": list(values(one.details, "tag")),
        "org": person.org,
        "city": person.city,
        "last_contact": person.last_contact,
        "every": cadence,
    }
