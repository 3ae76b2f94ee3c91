"""Everything that is known of one person, gathered from wherever it stands."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.introduction import IntroductionNamed
from netlog.domain.known import Known
from netlog.domain.ledger import Entry
from netlog.domain.person import Detail, Named, Person
from netlog.domain.promise import Promise
from netlog.domain.touch import TouchAt
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.book import Book


class Everything(NamedTuple):
    """A person, what happened with them, and what is known in other places.

    `company` are the others at each touch, `referred` those of whom entries speak,
    `guesses` what was guessed of touches, by their numbers.
    """

    person: Person
    details: Sequence[Detail]
    touches: Sequence[TouchAt]
    company: Mapping[int, Sequence[Named]]
    introductions: Sequence[IntroductionNamed]
    promises: Sequence[Promise]
    entries: Sequence[Entry]
    referred: Mapping[int, Named]
    guesses: Mapping[int, str]
    besides: Known


def gathered(book: "Book", person: Person) -> Everything:
    """All of it."""
    touches = book.touches.of(person.id)
    return Everything(
        person,
        book.people.details(person.id),
        touches,
        {one.id: _others(book.touches.company(one.id), person) for one in touches},
        book.introductions.of(person.id),
        book.promises.to(person.id),
        *book.ledger.with_referred(person.id),
        book.ledger.guesses_with(person.id),
        book.about.of(person.id),
    )


def _others(people: Sequence[Named], person: Person) -> list[Named]:
    return [one for one in people if one.id != person.id]
