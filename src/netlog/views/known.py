"""Everything that is known of one person, so that they can be answered."""

from typing import TYPE_CHECKING, Any

from netlog.domain.person import Person
from netlog.output.answer import Answer
from netlog.records import NamedTuple
from netlog.views.people import brief
from netlog.views.shown import Ledger, view

if TYPE_CHECKING:
    from netlog.storage.book import Book


def everything(book: "Book", person: Person, currency: str = "") -> Answer:
    """What `show` has, and more: company, thanks, plans, texts of others, changes."""
    shown = view(
        person,
        book.people.details(person.id),
        book.touches.of(person.id),
        book.introductions.of(person.id),
        book.promises.to(person.id),
        Ledger(*book.ledger.with_referred(person.id), currency),
    )
    return Answer(
        "known", {**shown.data, **_more(book, person), **_beside(book, person)}
    )


def _more(book: "Book", person: Person) -> dict[str, Any]:
    """What stands beside the person, and the touches with whom they were."""
    details = book.people.details(person.id)
    return {
        "uid": person.uid,
        "woken_on": person.woken_on,
        "starts_on": person.starts_on,
        "card": [one.value for one in details if one.field == "card"],
        "company": {
            str(touch.id): [
                brief(one)
                for one in book.touches.company(touch.id)
                if one.id != person.id
            ]
            for touch in book.touches.of(person.id)
        },
    }


def _beside(book: "Book", person: Person) -> dict[str, Any]:
    """What the plan, the journal and texts of others hold."""
    known = book.about.of(person.id)
    return {
        "called": known.called,
        **{
            what: [_plain(one) for one in getattr(known, what)]
            for what in ("thanks", "skips", "pins", "mentioned", "changes")
        },
    }


def _plain(one: NamedTuple) -> dict[str, Any]:
    """A record by its fields, without those that point back at the person."""
    return {k: v for k, v in one._asdict().items() if k != "person_id"}
