"""Keep in touch: whose cadence ends by Sunday, the longest-waiting share first."""

from collections.abc import Collection

from netlog.domain.person import Person
from netlog.domain.spans import latest_start, parse_span
from netlog.plan import terms
from netlog.plan.facts import Facts
from netlog.plan.result import Line
from netlog.plan.score import Term, terms_for, total
from netlog.plan.slots.new import Desk
from netlog.plan.terms import cadence

_CONSIDERED = 100


def fill(desk: Desk, taken: Collection[int]) -> tuple[Line, ...]:
    """The best of those who wait longest; nobody is asked for earlier."""
    return ranked(desk, taken)[: desk.frame.settings.keep]


def ranked(desk: Desk, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody considered, by score and then by the share they have waited."""
    size = max(_CONSIDERED, 2 * desk.frame.settings.keep)
    waiting = [p for p in _waiting(desk, size) if p.id not in taken]
    waiting.sort(key=lambda person: -_share(desk, person))
    scored = [_scored(desk, person) for person in waiting[:size]]
    scored.sort(
        key=lambda pair: (
            -total(pair[1]),
            -_share(desk, pair[0].person),
            pair[0].person.handle,
        )
    )
    return tuple(_line(facts, points) for facts, points in scored)


def _waiting(desk: Desk, size: int) -> list[Person]:
    people = []
    for code in desk.source.cadences():
        if code:
            until = latest_start(desk.frame.week.sunday, parse_span(code))
            today = desk.frame.today
            people += desk.source.waiting(
                code, until, today, size + len(desk.gates.met)
            )
    return [person for person in people if not desk.gates.general(person)]


def _share(desk: Desk, person: Person) -> float:
    return cadence.share(Facts(person), desk.frame)


def _scored(desk: Desk, person: Person) -> tuple[Facts, tuple[Term, ...]]:
    facts = desk.gather.for_keep(person)
    return facts, terms_for("keep", terms.KEEP, facts, desk.frame)


def _line(facts: Facts, scored: tuple[Term, ...]) -> Line:
    said = [term.text for term in scored if term.text and term.name != "skipped"]
    return Line(
        facts.person,
        ", ".join(said),
        f"netlog log {facts.person.handle} -k call",
        terms=scored,
    )
