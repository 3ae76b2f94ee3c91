"""Report host: the introductions the user made, and what came since."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Exchanged, Hosted
from netlog.domain.numbers import counted
from netlog.namedtuple import NamedTuple
from netlog.reports.result import (
    STATES,
    Case,
    Figure,
    Group,
    Missing,
    Period,
    Report,
    Tally,
    tally,
)
from netlog.reports.statistics import Rate

_NONE = Missing("no introduction that you made", "netlog intro WHO WHO")


class _Since(NamedTuple):
    """What went to the two of introductions and came from them since; each once."""

    gave: int
    got: int


def report(store: Store, period: Period) -> Report:
    """How many I made, how many met, and what came of either of the two since."""
    made = sql.hosted(store, period.first, period.until)
    entries = sql.exchanged(store, period.first, period.until)
    given = _by_person(entries)
    met = Rate(sum(introduction.state == "met" for introduction in made), len(made))
    result = tally((_case(introduction, given) for introduction in made), period)
    since = _since(made, entries)
    return Report(
        answer=_answer(met, since, period),
        data={"n": len(made), "met": met}
        | {"given_since": since.gave, "got_since": since.got}
        | {"something_came": result.data()},
        groups=[_group(made, met, since, result)] if made else (),
        counted=_counted(period),
        missing=() if made else (_NONE,),
    )


def _counted(period: Period) -> tuple[str, ...]:
    return (
        (
            "Met: you said so, or saw the two together. Since then: what came from"
            " either of the two on that day or later; not because of it, for nobody"
            " can tell that."
        ),
        (
            f"Rates of what came are of those {counted(period.settings.early, 'day')}"
            " old or older."
        ),
        STATES,
    )


def _by_person(entries: Iterable[Exchanged]) -> dict[int, list[date]]:
    """The days on which something came from each, the oldest first."""
    days: dict[int, list[date]] = {}
    for entry in entries:
        if entry.way == "got":
            days.setdefault(entry.person_id, []).append(entry.day)
    return days


def _case(made: Hosted, days: dict[int, list[date]]) -> Case:
    """When something first came from one of the two since."""
    both = (*days.get(made.a_id, ()), *days.get(made.b_id, ()))
    return Case(made.day, min((day for day in both if day >= made.day), default=None))


def _since(made: Iterable[Hosted], entries: Iterable[Exchanged]) -> _Since:
    first: dict[int, date] = {}
    for each in made:
        for key in (each.a_id, each.b_id):
            first[key] = min(each.day, first.get(key, each.day))
    ways = [
        each.way for each in entries if first.get(each.person_id, date.max) <= each.day
    ]
    return _Since(ways.count("gave"), ways.count("got"))


def _answer(met: Rate, since: _Since, period: Period) -> list[str]:
    if not met.n:
        return [f"You introduced nobody {period.yet}."]
    made = counted(met.n, "introduction")
    return [
        f"You made {made}, {met.hits} met.",
        (
            f"Since then {counted(since.got, 'thing')} came from these people,"
            f" and {since.gave} went to them."
        ),
    ]


def _group(made: Sequence[Hosted], met: Rate, since: _Since, result: Tally) -> Group:
    offered = sum(introduction.state == "offered" for introduction in made)
    dropped = sum(introduction.state == "dropped" for introduction in made)
    figures = [
        Figure("made", len(made), note=_states(offered, dropped)),
        Figure("met", rate=met),
        Figure("went to them since", since.gave),
        Figure("came from them since", since.got),
        result.figure._replace(label="something came from one of the two since"),
    ]
    return Group("Introductions you made", figures)


def _states(offered: int, dropped: int) -> str:
    counts = ((offered, "offered"), (dropped, "dropped"))
    return ", ".join(f"{number} {state}" for number, state in counts if number)
