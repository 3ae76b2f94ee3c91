"""Report host: the introductions the user made, and what came since."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.domain.evidence import Exchanged, Hosted
from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.result import Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.tally import Case, Tally, tally
from netlog.reports.words import STATES, many
from netlog.statistics.rate import Rate

_NONE = Missing("no introduction that you made", "netlog intro WHO WHO")


class _Since(NamedTuple):
    """What went to the two of introductions and came from them since; each once."""

    gave: int
    got: int


def report(source: ReportSource, period: Period) -> Report:
    """How many I made, how many met, and what came of either of the two since."""
    made = source.hosted(period.first, period.until)
    entries = source.exchanged(period.first, period.until)
    given = _by_person(entries)
    met = Rate(sum(one.state == "met" for one in made), len(made))
    result = tally((_case(one, given) for one in made), period)
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
            f"Rates of what came are of those {many(period.settings.early, 'day')}"
            " old or older."
        ),
        STATES,
    )


def _by_person(entries: Iterable[Exchanged]) -> dict[int, list[date]]:
    """The days on which something came from each, the oldest first."""
    days: dict[int, list[date]] = {}
    for one in entries:
        if one.way == "got":
            days.setdefault(one.person_id, []).append(one.day)
    return days


def _case(made: Hosted, days: dict[int, list[date]]) -> Case:
    """When something first came from one of the two since."""
    both = (*days.get(made.a_id, ()), *days.get(made.b_id, ()))
    return Case(made.day, min((day for day in both if day >= made.day), default=None))


def _since(made: Iterable[Hosted], entries: Iterable[Exchanged]) -> _Since:
    first: dict[int, date] = {}
    for one in made:
        for key in (one.a_id, one.b_id):
            first[key] = min(one.day, first.get(key, one.day))
    ways = [one.way for one in entries if first.get(one.person_id, date.max) <= one.day]
    return _Since(ways.count("gave"), ways.count("got"))


def _answer(met: Rate, since: _Since, period: Period) -> list[str]:
    if not met.n:
        return [f"You introduced nobody {period.yet}."]
    made = many(met.n, "introduction")
    return [
        f"You made {made}, {met.hits} met.",
        (
            f"Since then {many(since.got, 'thing')} came from these people,"
            f" and {since.gave} went to them."
        ),
    ]


def _group(made: Sequence[Hosted], met: Rate, since: _Since, result: Tally) -> Group:
    offered = sum(one.state == "offered" for one in made)
    dropped = sum(one.state == "dropped" for one in made)
    figures = [
        Figure("made", len(made), note=_states(offered, dropped)),
        Figure("met", rate=met),
        Figure("went to them since", since.gave),
        Figure("came from them since", since.got),
        result.figure._replace(label="something came from one of the two since"),
    ]
    return Group("Introductions you made", figures)


def _states(offered: int, dropped: int) -> str:
    said = ((offered, "offered"), (dropped, "dropped"))
    return ", ".join(f"{number} {state}" for number, state in said if number)
