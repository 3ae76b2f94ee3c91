"""A path step by step: outcome, touch, introduction, person … back to the root."""

from collections.abc import Callable, Iterator
from datetime import date

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.person import Named
from netlog.domain.touch import TouchAt
from netlog.records import NamedTuple
from netlog.trace.origin import Origin

NameOf = Callable[[int], Named]


class Step(NamedTuple):
    """One step of a path; `about` is what it was, None for somebody on the way.

    For the last person `about` is the touch by which they were met, if there is one.
    `days` are those from this step to the one it explains.
    """

    type: str
    person: Named
    day: date | None = None
    days: int | None = None
    about: Entry | Link | TouchAt | None = None
    introducer: Named | None = None


class Path(NamedTuple):
    """One way back, and whom it begins with; None where that was not read."""

    steps: tuple[Step, ...]
    root: Named | None


class Walked(NamedTuple):
    """Names and first meetings for the steps of paths."""

    origin: Origin
    name_of: NameOf
    met: Callable[[int], TouchAt | None]

    def paths(self, entry: Entry | None) -> tuple[Path, ...]:
        """Every path with its steps; it begins with the outcome, if there is one."""
        return tuple(self._path(entry, links) for links in self.origin.paths)

    def _path(self, entry: Entry | None, links: tuple[Link, ...]) -> Path:
        steps = tuple(_with_days([*self._first(entry), *self._ways(links)]))
        return Path(steps, steps[-1].person if self.origin.ends else None)

    def _first(self, entry: Entry | None) -> Iterator[Step]:
        """The outcome and the touch before it."""
        person = self.name_of(self.origin.start.person_id)
        touch = self.origin.start.touch
        if entry:
            yield Step("outcome", person, entry.day, about=entry)
        if touch:
            yield Step("touch", person, touch.day, about=touch)

    def _ways(self, links: tuple[Link, ...]) -> Iterator[Step]:
        """The introductions, each with who made it."""
        for place, link in enumerate(links):
            by = self.name_of(link.introducer_id)
            yield Step(
                "introduction",
                self.name_of(link.person_id),
                link.day,
                about=link,
                introducer=by,
            )
            if place < len(links) - 1:
                yield Step("person", by)
        yield self._root(links)

    def _root(self, links: tuple[Link, ...]) -> Step:
        """Whom it begins with; where, if they were met no later than that."""
        key = self.origin.first(links)
        until = links[-1].day if links else self.origin.start.until
        met = self.met(key) if self.origin.ends else None
        if met and met.day <= until:
            return Step("person", self.name_of(key), met.day, about=met)
        return Step("person", self.name_of(key))


def _with_days(steps: list[Step]) -> Iterator[Step]:
    """The steps with the days between each and the dated one before it."""
    last: date | None = None
    for step in steps:
        days = (last - step.day).days if last and step.day else None
        yield step._replace(days=days)
        last = step.day or last
