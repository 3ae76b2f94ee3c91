"""What was given and got, who was thanked, what was guessed."""

from sqlalchemy import Executable, func, select
from sqlmodel import col

from netlog.storage.statements.parts import constant, day, whole
from netlog.storage.tables import Entry, Guess, Person, Presence, Thank

ENTRY = select(Entry).where(col(Entry.id) == whole("id"))
ENTRIES_WITH = (
    select(Entry)
    .where(col(Entry.person_id) == whole("person"))
    .order_by(col(Entry.day), col(Entry.id))
)
ENTRIES_ABOUT = select(Entry).where(col(Entry.other_id) == whole("person"))
ENTRIES_OF_TOUCH = select(Entry).where(col(Entry.touch_id) == whole("touch"))
ENTRIES_OF_INTRODUCTION = select(Entry).where(
    col(Entry.introduction_id) == whole("introduction")
)
OUTCOMES_OF = (
    select(Entry)
    .where(col(Entry.person_id) == whole("person"), col(Entry.way) == constant("got"))
    .order_by(col(Entry.day), col(Entry.id))
)
OUTCOMES_SINCE = select(Entry).where(
    col(Entry.person_id) == whole("person"),
    col(Entry.way) == constant("got"),
    col(Entry.day) >= day("since"),
)
GAVE_SINCE: Executable = select(
    col(Entry.person_id), col(Entry.day), col(Entry.entered)
).where(col(Entry.way) == constant("gave"), col(Entry.day) >= day("since"))
COUNT_ENTRIES = select(func.count().label("entries")).select_from(Entry)
THANKS_OF = (
    select(Thank)
    .where(col(Thank.entry_id) == whole("entry"))
    .order_by(col(Thank.person_id))
)
THANKS_TO = select(Thank).where(col(Thank.person_id) == whole("person"))
THANKS_WAITING = (
    select(Thank)
    .where(col(Thank.person_id) == whole("person"), col(Thank.thanked_on).is_(None))
    .order_by(col(Thank.entry_id))
)
TO_THANK: Executable = (
    select(
        col(Thank.person_id).label("thanked_id"),
        Entry,
        col(Person.handle),
        col(Person.name),
    )
    .join(Entry, col(Entry.id) == col(Thank.entry_id))
    .join(Person, col(Person.id) == col(Entry.person_id))
    .where(col(Thank.thanked_on).is_(None))
    .order_by(col(Entry.day), col(Entry.id), col(Thank.person_id))
)
GUESSES_WITH = (
    select(Guess)
    .join(Presence, col(Presence.touch_id) == col(Guess.touch_id))
    .where(col(Presence.person_id) == whole("person"))
)
GUESS_OF = select(Guess).where(col(Guess.touch_id) == whole("touch"))
