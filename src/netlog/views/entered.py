"""An entry as it stands, with whoever it is about: what `edit` and `rm` say of it."""

from netlog.domain.booking import Booked
from netlog.domain.dates import spell
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.promise import Promise
from netlog.repository.entries import EnteredOf
from netlog.views.bookings import booking_said
from netlog.views.wording import introduction_said, listed, money_said, words_said


def entered_said(of: EnteredOf, currency: str) -> str:
    """An entry in words, its people by name: email with Alisa Kwan, Sat 22 Nov 2025."""
    entered, names = of
    who = listed(names)
    if isinstance(entered, Booked):
        return "".join(said.text for said in booking_said(entered))
    if isinstance(entered, IntroductionNamed):
        words = words_said(entered.words, entered.introducer.name)
        return introduction_said(entered) + (f": {words}" if words else "")
    if isinstance(entered, Promise):
        side = "from" if entered.theirs else "for"
        return f"{entered.text}, {side} {who}, by {spell(entered.due)}"
    if isinstance(entered, Entry):
        money = money_said(entered.cents, currency)
        side = "from" if entered.way == "got" else "to"
        return f"{entered.way} {entered.said} {side} {who}{money}, {spell(entered.day)}"
    return f"{entered.kind} with {who}, {spell(entered.day)}"
