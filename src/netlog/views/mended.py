"""What `edit` and `rm` say."""

from typing import Any

from netlog.acts.mend import Entry, Mended
from netlog.domain import ledger
from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.output.answer import Answer, Part, command, line, lines, name, soft
from netlog.views.people import brief, titled
from netlog.views.records import (
    entry_data,
    introduction_data,
    money_said,
    promise_data,
    touch_data,
)


def removed(person: Person) -> Answer:
    """Somebody was taken out."""
    item = line("Took out ", name(person.name), ": ", command("netlog undo"), back())
    return Answer("rm", {"person": brief(person)}, page=lines(item))


def took_out(entry: Entry) -> Answer:
    """An entry was taken out."""
    item = line(f"Took out {entry}: ", command("netlog undo"), back())
    return Answer("rm", entry._asdict(), page=lines(item))


def mended(entry: Entry, now: Mended, currency: str = "") -> Answer:
    """An entry was changed, and how it stands now."""
    item = line(f"Changed {entry}: {_stands(now, currency)}")
    return Answer("edit", entry._asdict() | _data(now, currency), page=lines(item))


def _stands(now: Mended, currency: str) -> str:
    if isinstance(now, Touch):
        answer = "" if now.answered else ", no answer"
        return f"{now.kind}, {spell(now.day)}{answer}"
    if isinstance(now, Promise):
        return f"{now.text}, by {spell(now.due)}"
    if isinstance(now, ledger.Entry):
        money = money_said(now.cents, currency)
        return f"{now.way} {now.said}{money}, {spell(now.day)}"
    return f"{now.state}, {spell(now.day)}"


def _data(now: Mended, currency: str) -> dict[str, Any]:
    if isinstance(now, Touch):
        return touch_data(now)
    if isinstance(now, ledger.Entry):
        return entry_data(now, currency)
    return promise_data(now) if isinstance(now, Promise) else introduction_data(now)


def edited(before: Person, after: Person) -> Answer:
    """Somebody was changed."""
    item = line("Changed ", *titled(after))
    data = {"person": brief(after), "was": brief(before)}
    return Answer("edit", data, page=lines(item))


def back() -> Part:
    """That it can be brought back."""
    return soft(" brings it back")
