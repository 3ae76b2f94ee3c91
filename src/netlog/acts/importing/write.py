"""Writing what was decided: new people, and what was missing of others."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.acts.importing.decide import Decision, spread
from netlog.acts.importing.index import bare
from netlog.domain.details import keyed
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import Person

if TYPE_CHECKING:
    from netlog.storage.change import Change

_AT_ONCE = 1000


def take_in(
    change: "Change", decisions: Sequence[Decision], today: date, *, update: bool
) -> Iterable[Decision]:
    """Write every decision; each is given back as it turned out, as it is done."""
    starts = spread(decisions, today)
    keys: dict[int, int] = {}
    for one in _coming(change, decisions, starts, keys):
        if one.what == "found":
            person = change.people.get(keys.get(one.key, one.key))
            yield _fill(change, person, one, update=update)
        else:
            yield one


def _coming(
    change: "Change",
    decisions: Sequence[Decision],
    starts: Mapping[int, date],
    keys: dict[int, int],
) -> Iterable[Decision]:
    """Every decision, once the new people of its thousand are taken in."""
    for place in range(0, len(decisions), _AT_ONCE):
        some = decisions[place : place + _AT_ONCE]
        new = [one for one in some if one.what == "new"]
        newcomers = [_newcomer(one, starts[one.key]) for one in new]
        made = change.people.take_in_many(newcomers)
        keys |= zip((one.key for one in new), made, strict=True)
        yield from some


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
        if getattr(person, field) != value
        and (update or (not getattr(person, field) and field != "known"))
    }
    details = dict(decision.details)
    if bare(decision.name) != bare(person.name):
        details |= keyed([("alias", decision.name)])
    wrote = [
        change.people.put_detail(person.id, field, value)
        for (field, _), value in details.items()
    ]
    if missing or any(wrote):
        change.people.edit(person, **missing)
        return decision._replace(what="filled", handle=person.handle)
    return decision._replace(what="same", handle=person.handle)
