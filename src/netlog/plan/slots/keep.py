"""Keep in touch: whose cadence ends by Sunday, the longest-waiting share first."""

from collections.abc import Collection

from netlog.domain.person import Person
from netlog.domain.spans import latest_start, parse_span
from netlog.plan import terms
from netlog.plan.facts import Facts
from netlog.plan.result import Line
from netlog.plan.score import terms_for
from netlog.plan.slots.new import Desk
from netlog.plan.terms import cadence

_CONSIDERED = 10


def fill(desk: Desk, taken: Collection[int]) -> tuple[Line, ...]:
    """The best of those who wait longest; nobody is asked for earlier."""
    return ranked(desk, taken)[: desk.frame.settings.keep]


def ranked(desk: Desk, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody considered, by score and then by the share they have waited."""
    size = max(_CONSIDERED, 2 * desk.frame.settings.keep)
    waiting = [
        (_share(desk, person), person)
        for person in _waiting(desk, size)
        if person.id not in taken
    ]
    waiting.sort(key=lambda pair: (-pair[0], pair[1].handle))
    scored = [(share, _line(desk, person)) for share, person in waiting[:size]]
    scored.sort(key=lambda pair: (-pair[1].score, -pair[0], pair[1].person.handle))
    return tuple(line for _, line in scored)


def _waiting(desk: Desk, size: int) -> list[Person]:
    people = []
    for code in desk.source.cadences():
        if code:
            until = latest_start(desk.frame.week.sunday, parse_span(code))
            today = desk.frame.today
            most = size + len(desk.gates.skipped)
            people += desk.source.waiting(code, until, today, most)
    return [person for person in people if not desk.gates.general(person)]


def _share(desk: Desk, person: Person) -> float:
    return cadence.share(Facts(person), desk.frame)


def _line(desk: Desk, person: Person) -> Line:
    facts = desk.gather.for_keep(person)
    scored = terms_for("keep", terms.KEEP, facts, desk.frame)
    said = [term.text for term in scored if term.text and term.name != "skipped"]
    return Line(
        person, ", ".join(said), f"netlog log {person.handle} -k call", terms=scored
    )
