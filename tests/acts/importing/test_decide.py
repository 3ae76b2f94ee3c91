"""Deciding what becomes of every record before anything is written."""

from datetime import date

from hypothesis import given, strategies as st

from netlog.acts.importing.decide import Decision, ForAll, details_of, spread
from netlog.domain.details import keyed
from netlog.domain.draft import Draft
from netlog.domain.spans import after, parse_span

TODAY = date(2025, 6, 2)


def coming(count: int, every: str, kind: str = "") -> list[Decision]:
    """So many new people with a cadence, or with that of their kind."""
    details = keyed([("kind", kind)] if kind else [])
    fields = {"every": every} if every else {}
    return [
        Decision("new", "f", 1, "Ann", key=-n, fields=fields, details=details)
        for n in range(1, count + 1)
    ]


@given(st.integers(1, 400), st.sampled_from(["1w", "2w", "1m", "3m", "6m", "1y"]))
def test_the_ends_lie_evenly_over_one_cadence(count: int, every: str) -> None:
    """From tomorrow to a cadence from today, no two gaps more than a day apart."""
    span = parse_span(every)
    starts = spread(coming(count, every), TODAY)
    assert list(starts) == [-n for n in range(1, count + 1)]
    ends = [after(start, span) for start in starts.values()]
    assert ends == sorted(ends)
    days = (after(TODAY, span) - TODAY).days
    for place, end in enumerate(ends, 1):
        wanted = days * place / count
        assert (
            abs((end - TODAY).days - wanted) < 4
        )  # a month's end, and a part of a day
    assert all(start <= TODAY for start in starts.values())


def test_without_a_cadence_everybody_begins_today() -> None:
    """They come back by reconnect only."""
    assert set(spread(coming(5, ""), TODAY).values()) == {TODAY}


def test_each_cadence_is_spread_by_itself() -> None:
    """Clients over three months, friends over six."""
    quarter = spread(coming(10, "", "client"), TODAY)
    half = spread(coming(10, "", "friend"), TODAY)
    assert min(quarter.values()) > min(half.values())
    assert max(quarter.values()) == max(half.values()) == TODAY


def test_who_is_there_already_is_not_spread() -> None:
    """Only new people begin anew."""
    one = coming(1, "3m")[0]._replace(what="found", key=7)
    assert spread([one, one._replace(what="unreadable")], TODAY) == {}


def test_what_everybody_gets_is_among_the_details() -> None:
    """Each once, though the file says it too."""
    draft = Draft(1, "Ann", uid="c-1", emails=("a@x.example",), tags=("HR", "hr"))
    assert details_of(draft, ForAll(kinds=("client",), tags=("hr", "fair"))) == {
        ("card", "c-1"): "c-1",
        ("email", "a@x.example"): "a@x.example",
        ("kind", "client"): "client",
        ("tag", "hr"): "HR",
        ("tag", "fair"): "fair",
    }
