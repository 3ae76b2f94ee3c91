"""What slots with a score share: drawing, ordering, and saying why."""

from collections.abc import Callable, Iterable, Sequence

from netlog.domain.dates import spell_short
from netlog.domain.person import Person
from netlog.plan.frame import Frame
from netlog.plan.result import Line
from netlog.plan.score import Term

_SAID_OF_NEW = ("named by", "client path")
_FAR = 0.7


def around(ask: Callable[[int], list[Person]], start: int) -> list[Person]:
    """Who is drawn from a place on, and from the beginning again."""
    drawn = ask(start)
    seen = {person.id for person in drawn}
    return drawn + [person for person in ask(0) if person.id not in seen]


def best_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By score, then by handle so that the order is always the same."""
    return tuple(sorted(lines, key=lambda line: (-line.score, line.person.handle)))


def reasons(scored: Sequence[Term], person: Person, frame: Frame) -> str:
    """Why somebody new: by whom, since when, what else speaks for them."""
    by_name = {term.name: term for term in scored}
    first = f"{by_name['warmth'].text} {by_name['freshness'].text}".strip()
    more = [by_name[name].text for name in _SAID_OF_NEW]
    if by_name["bridge"].measure >= _FAR:
        more.append(by_name["bridge"].text)
    return ", ".join(part for part in [first, _met(person, frame), *more] if part)


def _met(person: Person, frame: Frame) -> str:
    if person.last_sitdown:
        weeks = (frame.today - person.last_sitdown).days // 7
        return f"last sat down {spell_short(person.last_sitdown)}, {weeks} weeks ago"
    return "no coffee yet" if person.touches else "never met"
