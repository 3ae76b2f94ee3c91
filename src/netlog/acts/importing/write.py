"""Writing what was decided: new people, and what was missing of others."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.acts.importing.decide import Decision, spread
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import Person

if TYPE_CHECKING:
    from netlog.storage.change import Change


def take_in(
    change: "Change", decisions: Sequence[Decision], today: date, *, update: bool
) -> Iterable[Decision]:
    """Write every decision; each is given back as it turned out, as it is done."""
    starts = spread(decisions, today)
    keys: dict[int, int] = {}
    for decision in decisions:
        if decision.what == "new":
            newcomer = _newcomer(decision, starts[decision.key])
            keys[decision.key] = change.people.take_in(newcomer)
            yield decision
        elif decision.what == "found":
            key = keys.get(decision.key, decision.key)
            yield _fill(change, change.people.get(key), decision, update=update)
        else:
            yield decision


def _newcomer(decision: Decision, starts_on: date) -> Newcomer:
    return Newcomer(
        decision.name,
        starts_on,
        handle=decision.handle,
        details=decision.details,
        **decision.fields,
    )


def _fill(
    change: "Change", person: Person, decision: Decision, *, update: bool
) -> Decision:
    """Give somebody what they lack; write over what they have only to update."""
    missing = {
        field: value
        for field, value in decision.fields.items()
        if getattr(person, field) != value and (update or not getattr(person, field))
    }
    wrote = [
        change.people.put_detail(person.id, field, value)
        for field, value in decision.details
    ]
    if missing or any(wrote):
        change.people.edit(person, **missing)
        return decision._replace(what="filled", handle=person.handle)
    return decision._replace(what="same", handle=person.handle)
