"""Whether introductions are met exactly where the two were seen together."""

from datetime import date

from netlog.doctor.finding import Finding, counted, fault, mends, some
from netlog.doctor.source import Book, Facts
from netlog.domain.examined import Pair
from netlog.domain.introduction import settled_state
from netlog.domain.person import ME_ID


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Introductions whose state does not follow from what was said and done."""
    del facts
    together = book.together()
    wrong = [
        one for one in book.introductions if one.state != _state(one, book, together)
    ]
    if not wrong:
        return []
    many = counted(len(wrong), "introduction has", "introductions have")
    numbers = [one.id for one in wrong]
    return [
        fault(
            f"{many} another state than the touches say: {some(numbers)}.",
            "netlog doctor --fix",
            mends=mends("standing", [one.b_id for one in wrong]),
        )
    ]


def _state(one: Pair, book: Book, together: dict[int, str | None]) -> str:
    seen = book.seen.get(one.b_id)
    last = (seen and seen.seen) if one.a_id == ME_ID else together.get(one.id)
    if not last:
        return one.said
    day = date.fromisoformat(one.day)
    return settled_state(one.said, day, date.fromisoformat(last))
