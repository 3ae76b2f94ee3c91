"""netlog thank: somebody on the path of an outcome was thanked."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from typer import Context

from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.ledger import EntryOf
from netlog.domain.person import Person
from netlog.errors import RefusedError
from netlog.options import OnDay, Who, app_of
from netlog.output.answer import Answer, line, lines, name
from netlog.repository import finding, ledger, people
from netlog.views.wording import brief, listed

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange


def command(ctx: Context, who: Who, on: OnDay = "") -> None:
    """Record that you thanked somebody, for all that the plan asks to thank them for.

    That is every client, referral, opener, interview and invitation that came by way of
    them, and the small things (a tip, advice) that they gave themselves.
    """
    app = app_of(ctx)
    with app.changing() as change:
        person = finding.find(change.store, app.typed.phrase(who))
        day = app.typed.happened(on)
        outcomes = thank(change, person, day)
    app.show(_answer(person, outcomes, day))


def thank(change: "OpenChange", person: Person, day: date) -> list[EntryOf]:
    """Note the thanks for every outcome by a day that waits for them; gives those."""
    all_waiting = sql.thanks_waiting(change.store, person.id)
    found = [(one, _outcome(change, one.entry_id)) for one in all_waiting]
    waiting = [(one, outcome) for one, outcome in found if outcome.entry.day <= day]
    if not waiting:
        raise _nothing(person, [outcome for _, outcome in found])
    ledger.thank(change, [one for one, _ in waiting], day)
    return [outcome for _, outcome in waiting]


def _nothing(person: Person, later: Sequence[EntryOf]) -> RefusedError:
    if later:
        first = min(outcome.entry.day for outcome in later)
        return RefusedError(
            f"What waits for a word of thanks to {person.handle} came later,"
            f" from {spell(first)} on.",
            "Say when you thanked them with --on.",
        )
    return RefusedError(
        f"Nothing waits for a word of thanks to {person.handle}.",
        f"netlog log {person.handle} -k card records any other kind word.",
    )


def _outcome(change: "OpenChange", number: int) -> EntryOf:
    entry = ledger.get(change.store, number)
    person = people.get(change.store, entry.person_id)
    return EntryOf(entry, person.handle, person.name)


def _answer(person: Person, outcomes: Sequence[EntryOf], day: date) -> Answer:
    """Who was thanked, and for what."""
    what = listed([_outcome_said(outcome, person.handle) for outcome in outcomes])
    item = line("Thanked ", name(person.name), f" for {what}, {spell(day)}")
    data = {
        "person": brief(person),
        "date": day,
        "outcomes": [outcome.entry.id for outcome in outcomes],
    }
    return Answer("thank", data, page=lines(item))


def _outcome_said(outcome: EntryOf, thanked: str = "") -> str:
    """An outcome in words, with whose it is unless it is the one's who is thanked."""
    whose = f" from {outcome.name}" if outcome.handle != thanked else ""
    return f"{outcome.entry.said}{whose}"
