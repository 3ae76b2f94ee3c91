"""What was given and got, who was thanked, what was guessed."""

from datetime import date

from sqlmodel import col, func, select

from netlog.db.queries.parts import Count, First, Rows, is_to_thank
from netlog.db.schema import Entry, Guess, Person, Presence, Thank
from netlog.domain.ledger import ToThank
from netlog.domain.touch import Sent


def entry(id: int) -> First[Entry]:
    """The entry of that number."""
    return select(Entry).where(Entry.id == id)


def entries_with(person: int) -> Rows[Entry]:
    """Everything given to somebody and got from them, the oldest first."""
    return (
        select(Entry)
        .where(Entry.person_id == person)
        .order_by(col(Entry.day), col(Entry.id))
    )


def entries_about(person: int) -> Rows[Entry]:
    """Entries by which somebody was referred."""
    return select(Entry).where(Entry.other_id == person)


def entries_of_touch(touch: int) -> Rows[Entry]:
    """What came of a touch, as the user said it."""
    return select(Entry).where(Entry.touch_id == touch)


def entries_of_introduction(introduction: int) -> Rows[Entry]:
    """What came of an introduction, as the user said it."""
    return select(Entry).where(Entry.introduction_id == introduction)


def outcomes_of(person: int) -> Rows[Entry]:
    """Everything got from somebody, the oldest first."""
    return (
        select(Entry)
        .where(Entry.person_id == person, Entry.way == "got")
        .order_by(col(Entry.day), col(Entry.id))
    )


def outcomes_since(person: int, since: date) -> Rows[Entry]:
    """Everything got from somebody since a day."""
    return select(Entry).where(
        Entry.person_id == person, Entry.way == "got", Entry.day >= since
    )


def gave_since(since: date) -> Rows[Sent]:
    """What was given to people since a day."""
    return select(Entry.person_id, col(Entry.day), Entry.entered).where(
        Entry.way == "gave", Entry.day >= since
    )


def count_entries() -> Count:
    """How many entries there are."""
    return select(func.count().label("entries")).select_from(Entry)


def thanks_of(entry: int) -> Rows[Thank]:
    """Who is on the path of an outcome, thanked or waiting."""
    return select(Thank).where(Thank.entry_id == entry).order_by(col(Thank.person_id))


def thanks_to(person: int) -> Rows[Thank]:
    """The outcomes on whose paths somebody is, thanked or waiting."""
    return select(Thank).where(Thank.person_id == person)


def people_to_thank(entry: int) -> Rows[Person]:
    """Everybody who waits to be thanked for an outcome."""
    return (
        select(Person)
        .join(Thank, col(Thank.person_id) == col(Person.id))
        .join(Entry, col(Entry.id) == col(Thank.entry_id))
        .where(Thank.entry_id == entry, col(Thank.thanked_on).is_(None), is_to_thank())
        .order_by(col(Person.id))
    )


def thanks_waiting(person: int) -> Rows[Thank]:
    """The outcomes for which somebody is to be thanked, and has not been."""
    return (
        select(Thank)
        .join(Entry, col(Entry.id) == col(Thank.entry_id))
        .where(
            Thank.person_id == person, col(Thank.thanked_on).is_(None), is_to_thank()
        )
        .order_by(col(Thank.entry_id))
    )


def to_thank() -> Rows[ToThank]:
    """Everybody who waits to be thanked, and for what, the oldest outcome first."""
    return (
        select(
            col(Thank.person_id).label("thanked_id"), Entry, Person.handle, Person.name
        )
        .join(Entry, col(Entry.id) == col(Thank.entry_id))
        .join(Person, col(Person.id) == col(Entry.person_id))
        .where(col(Thank.thanked_on).is_(None), is_to_thank())
        .order_by(col(Entry.day), col(Entry.id), col(Thank.person_id))
    )


def guesses_with(person: int) -> Rows[Guess]:
    """What was guessed of touches with somebody."""
    return (
        select(Guess)
        .join(Presence, col(Presence.touch_id) == col(Guess.touch_id))
        .where(Presence.person_id == person)
    )


def guess_of(touch: int) -> First[Guess]:
    """What was guessed of a touch."""
    return select(Guess).where(Guess.touch_id == touch)
