"""Thank: everyone on the path of an outcome who has not been thanked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netlog.domain.ledger import EntryOf
from netlog.plan.frame import Frame
from netlog.plan.gates import Gates
from netlog.plan.result import Line

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource


def fill(frame: Frame, source: "PlanSource", gates: Gates) -> tuple[Line, ...]:
    """One line a person, whoever has waited longest first."""
    waiting: dict[int, list[EntryOf]] = {}
    for one in source.to_thank():
        if one.outcome.entry.day <= frame.week.sunday:
            waiting.setdefault(one.person_id, []).append(one.outcome)
    lines = (_line(source, gates, key, held) for key, held in waiting.items())
    return tuple(line for line in lines if line)


def _line(
    source: "PlanSource", gates: Gates, key: int, outcomes: Sequence[EntryOf]
) -> Line | None:
    person = source.person(key)
    if person is None or gates.general(person) in {"resting", "snoozed", "skipped"}:
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
