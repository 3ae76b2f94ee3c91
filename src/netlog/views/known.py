"""Everything that is known of one person, so that they can be answered."""

from collections.abc import Iterable
from typing import Any

from netlog.acts.known import Everything, gathered
from netlog.domain.person import Person
from netlog.output.answer import Answer
from netlog.views.people import brief
from netlog.views.shown import Ledger, view

_BESIDES = ("thanks", "skips", "pins", "mentioned", "changes")


def everything(book: Any, person: Person, currency: str = "") -> Answer:
    """What `show` has, and more: company, thanks, plans, texts of others, changes.

    `book` is the database to read.
    """
    return told(gathered(book, person), currency)


def told(known: Everything, currency: str) -> Answer:
    """All of it, for programs."""
    shown = view(
        known.person,
        known.details,
        known.touches,
        known.introductions,
        known.promises,
        Ledger(known.entries, known.referred, known.guesses, currency),
    )
    return Answer("known", {**shown.data, **_more(known), **_besides(known)})


def _more(known: Everything) -> dict[str, Any]:
    """What stands beside the person, and who else was there."""
    return {
        "uid": known.person.uid,
        "woken_on": known.person.woken_on,
        "starts_on": known.person.starts_on,
        "card": [one.value for one in known.details if one.field == "card"],
        "company": {
            str(touch): [brief(one) for one in others]
            for touch, others in known.company.items()
        },
    }


def _besides(known: Everything) -> dict[str, Any]:
    """What the plan, the journal and texts of others hold."""
    return {
        "called": known.besides.called,
        **{what: _records(getattr(known.besides, what)) for what in _BESIDES},
    }


def _records(some: Iterable[Any]) -> list[dict[str, Any]]:
    """Records by their fields, without those that point back at the person."""
    return [
        {name: value for name, value in one._asdict().items() if name != "person_id"}
        for one in some
    ]
