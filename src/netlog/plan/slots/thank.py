"""Thank: everyone on the path of an outcome who has not been thanked."""

from collections.abc import Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.ledger import EntryOf
from netlog.plan.context import PlanContext
from netlog.plan.gates import Gates
from netlog.plan.result import Line


def fill(context: PlanContext, store: Store, gates: Gates) -> tuple[Line, ...]:
    """One line a person, whoever has waited longest first."""
    waiting: dict[int, list[EntryOf]] = {}
    for unthanked in sql.to_thank(store):
        if unthanked.outcome.entry.day <= context.week.sunday:
            waiting.setdefault(unthanked.person_id, []).append(unthanked.outcome)
    lines = (_line(store, gates, key, outcomes) for key, outcomes in waiting.items())
    return tuple(line for line in lines if line)


def _line(
    store: Store, gates: Gates, key: int, outcomes: Sequence[EntryOf]
) -> Line | None:
    person = sql.person(store, key)
    if person is None or gates.put_off(person):
        return None
    first = outcomes[0]
    whose = "" if first.handle == person.handle else f" from {first.name}"
    more = f", and for {len(outcomes) - 1} more" if len(outcomes) > 1 else ""
    return Line(
        person,
        f"for the {first.entry.said}{whose}{more}",
        f"netlog thank {person.handle}",
        more={"outcomes": [outcome.entry.id for outcome in outcomes]},
    )
