"""Each outcome for one case alone: what a comparison of rates may count.

An outcome that came by way of many people counts in a description for each of them.
Compared so it would be one event taken for many: eight introductions in a row, and one
tip at their end, were eight of eight.  Fisher's test wants cases that do not hang
together, so here an outcome counts for its very person, and for the one introduction
that brought them.
"""

from collections.abc import Iterable, Sequence

from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.reports.origins import Bits, Origins
from netlog.reports.period import Period
from netlog.reports.source import ReportSource
from netlog.trace.ancestry import Ancestry
from netlog.trace.origin import ancestry_of_all

CAME = (
    "It came to something when anything was got from that very person, on that day or"
    " later. Each outcome counts for one case alone, not for those who led to its"
    " person: rates that are compared must not share one."
)


def nearest_of(source: ReportSource, period: Period) -> Origins:
    """Everything that was got up to the end of a period, each for one case alone."""
    links = (link for link in source.links() if link.day <= period.until)
    return nearest(source.outcomes(period.until), links)


def nearest(outcomes: Sequence[Outcome], links: Iterable[Link]) -> Origins:
    """By whose hands outcomes came, and by which introductions; days in their order."""
    known = ancestry_of_all(links)
    by_person: Bits = {}
    by_link: Bits = {}
    called = 0
    for place, one in enumerate(outcomes):
        bit = 1 << place
        called |= bit * one.they_called
        by_person[one.person_id] = by_person.get(one.person_id, 0) | bit
        link = _brought(known, one)
        if link:
            by_link[link.introduction] = by_link.get(link.introduction, 0) | bit
    return Origins([one.day for one in outcomes], by_person, by_link, called)


def _brought(known: Ancestry, one: Outcome) -> Link | None:
    """The introduction it was said to come of; else the oldest that was made."""
    usable = known.usable(one.person_id, one.until)
    if one.introduction_id is not None:
        usable = tuple(x for x in usable if x.introduction == one.introduction_id)
    return next((link for link in usable if link.state != "offered"), None)
