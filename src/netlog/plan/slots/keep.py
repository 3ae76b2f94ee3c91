"""Keep in touch: whose cadence ends by Sunday, the longest-waiting share first."""

from collections.abc import Collection, Iterator

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.plan.facts import PersonFacts
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.score import scored_terms
from netlog.plan.terms.keep import KEEP_TERMS, waited_share

_CONSIDERED = 10


def fill(inputs: PlanInputs, taken: Collection[int]) -> tuple[Line, ...]:
    """The best of those who wait longest; nobody is asked for earlier."""
    return ranked(inputs, taken)[: inputs.context.settings.keep]


def ranked(inputs: PlanInputs, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody considered, by score and then by the share they have waited."""
    size = max(_CONSIDERED, 2 * inputs.context.settings.keep)
    waiting = [
        (_share(inputs, person), person)
        for person in _waiting(inputs, size)
        if person.id not in taken
    ]
    waiting.sort(key=lambda pair: (-pair[0], pair[1].handle))
    scored = [(share, _line(inputs, person)) for share, person in waiting[:size]]
    scored.sort(key=lambda pair: (-pair[1].score, -pair[0], pair[1].person.handle))
    return tuple(line for _, line in scored)


def _waiting(inputs: PlanInputs, size: int) -> list[Person]:
    people: list[Person] = []
    for cadence in cadences(inputs.store):
        people += sql.keep_due(
            inputs.store,
            cadence=cadence,
            until=inputs.context.keep_until(cadence),
            today=inputs.context.today,
            most=size + len(inputs.gates.skipped),
        )
    return [person for person in people if not inputs.gates.general(person)]


def cadences(store: Store) -> Iterator[str]:
    """Every cadence that somebody has, each once, in the order of words."""
    cadence = sql.next_cadence(store, "")
    while cadence is not None:
        yield cadence
        cadence = sql.next_cadence(store, cadence)


def _share(inputs: PlanInputs, person: Person) -> float:
    return waited_share(PersonFacts(person), inputs.context)


def _line(inputs: PlanInputs, person: Person) -> Line:
    facts = inputs.load_facts.for_keep(person)
    scored = scored_terms("keep", KEEP_TERMS, facts, inputs.context)
    texts = [term.text for term in scored if term.text and term.name != "skipped"]
    return Line(
        person, ", ".join(texts), f"netlog log {person.handle} -k call", terms=scored
    )
