"""Thank: everyone on the path of an outcome who has not been thanked."""

from collections.abc import Sequence

from netlog.db import sql
from netlog.domain.ledger import EntryOf
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line


def fill(inputs: PlanInputs) -> tuple[Line, ...]:
    """One line a person, whoever has waited longest first."""
    waiting: dict[int, list[EntryOf]] = {}
    for unthanked in sql.to_thank(inputs.store):
        if unthanked.outcome.entry.day <= inputs.context.week.sunday:
            waiting.setdefault(unthanked.person_id, []).append(unthanked.outcome)
    lines = (_line(inputs, key, outcomes) for key, outcomes in waiting.items())
    return tuple(line for line in lines if line)


def _line(inputs: PlanInputs, key: int, outcomes: Sequence[EntryOf]) -> Line | None:
    person = sql.person(inputs.store, key)
    if person is None or inputs.gates.put_off(person):
        return None
    first = outcomes[0]
    whose = "" if first.handle == person.handle else f" from {first.name}"
    more = f", and for {len(outcomes) - 1} more" if len(outcomes) > 1 else ""
    return Line(
        person,
        f"for the {first.entry.said}{whose}{more}",
        f"netlog thank {person.handle}",
        more={"outcomes": [outcome.entry.id for outcome in outcomes]},
        short=f"to thank for the {first.entry.kind}",
    )
