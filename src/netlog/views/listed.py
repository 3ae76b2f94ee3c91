"""What `list` answers, and what is said where nobody is there yet."""

from collections.abc import Sequence

from netlog.domain.filters import Listed
from netlog.domain.standing import values
from netlog.output.answer import Answer, Table
from netlog.views.due import BEGINNINGS
from netlog.views.people import brief

_COLUMNS = ("handle", "name", "kinds", "org", "city", "last contact", "every")


def view(people: Sequence[Listed]) -> Answer:
    """One record a person."""
    rows = tuple(map(_row, people))
    return Answer("list", [_data(one) for one in people], table=Table(_COLUMNS, rows))


def _row(listed: Listed) -> tuple[str, ...]:
    person = listed.person
    return (
        person.handle,
        person.name,
        ",".join(values(listed.details, "kind")),
        person.org,
        person.city,
        person.last_contact.isoformat() if person.last_contact else "",
        person.cadence,
    )


def _data(listed: Listed) -> dict[str, object]:
    person = listed.person
    return brief(person) | {
        "kinds": list(values(listed.details, "kind")),
        "tags": list(values(listed.details, "tag")),
        "org": person.org,
        "city": person.city,
        "last_contact": person.last_contact,
        "every": person.cadence,
    }


def nobody() -> str:
    """Three ways to begin."""
    ways = [f"  {how:<30}{say.rstrip(':')}" for say, how in BEGINNINGS]
    return "\n".join(["Nobody yet.", *ways])
