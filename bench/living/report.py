"""Lives and claims in words: on the screen, and in docs/a-year.md."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from bench import machine
from bench.living.claims import Verdict
from bench.living.records import YEAR, Lived, Week

PAGE = Path(__file__).resolve().parents[2] / "docs" / "a-year.md"
_BEGIN, _END = "<!-- result -->", "<!-- end of result -->"
_MONDAYS = (1, 9, 21, 35, 50)
_ROWS = 9
_SLOTS: Mapping[str, str] = {
    "new": "coffee",
    "now": "now",
    "ask": "whom to ask",
    "booked": "booked",
    "promises": "promises",
    "follow_up": "follow up",
    "keep": "keep",
    "reconnect": "reconnect",
    "no_answer": "no answer",
    "days": "days",
    "ask_back": "ask back",
    "thank": "thank",
    "phone": "phone",
}
"""Slots by the words for them, in the order of the page."""


class Summary(NamedTuple):
    """What a life was like, over its seeds; times are of CPU, in ms a week."""

    name: str
    who: str
    weeks: int
    coffees: float
    minutes: float
    rows: float
    most_rows: int
    milliseconds: Mapping[str, float]


def summary(seeds: Sequence[Lived]) -> Summary:
    """What one life was like, lived with several seeds."""
    weeks = [week for lived in seeds for week in lived.weeks]
    present = [week for week in weeks if not week.is_away]
    rows = [week.rows for week in present if week.rows]
    parts = {part for lived in seeds for part in lived.seconds}
    return Summary(
        seeds[0].name,
        seeds[0].life.who,
        len(weeks),
        sum(len(week.coffees) for week in weeks) / len(weeks) * YEAR,
        mean(week.minutes for week in present),
        median(rows),
        max(rows),
        {
            part: 1_000 * sum(lived.seconds[part] for lived in seeds) / len(weeks)
            for part in sorted(parts)
        },
    )


def week_told(week: Week) -> Iterator[str]:
    """A week on the screen: rows, who stood where, what was done."""
    away = ", away" if week.is_away else ""
    yield (
        f"week {week.number + 1}, {week.monday}{away}: {week.rows} rows,"
        f" {week.minutes} minutes"
    )
    for slot, word in _SLOTS.items():
        handles = week.stood.get(slot, ())
        more = week.waiting.get(slot, 0) - len(handles)
        if handles or more > 0:
            yield f"  {word:12}{' '.join(handles)}{f' +{more}' if more > 0 else ''}"
    if week.coffees:
        yield f"  {'held with':12}{' '.join(week.coffees)}"


def claims_told(after: Mapping[int, Sequence[Verdict]]) -> Iterator[str]:
    """Every claim with its figure, and the lives in which it does not hold."""
    for years, verdicts in after.items():
        kept = sum(verdict.holds for verdict in verdicts)
        yield f"after {_years(years)}: {kept} of {len(verdicts)} claims hold"
        for verdict in verdicts:
            value, bound = _number(verdict.figures[0].value, verdict), _bound(verdict)
            word = "missed" if verdict.missed else "holds"
            yield f"  {word:8}{value:>7} of {bound:>6}  {verdict.claim.text}"
            if verdict.missed:
                yield f"{'':27}{_where(verdict)}"


def missed(verdict: Verdict) -> str:
    """A claim that does not hold: what it is, where, and its figures."""
    return f"{verdict.claim.text}, at most {_bound(verdict)}: {_where(verdict)}"


def _where(verdict: Verdict) -> str:
    return ", ".join(
        f"{figure.life} {_number(figure.value, verdict)} (most with seed {figure.seed})"
        for figure in verdict.missed
    )


def _bound(verdict: Verdict) -> str:
    return _number(verdict.claim.bound, verdict)


def _number(value: float, verdict: Verdict) -> str:
    """A share in percent, a whole number as one, others with two places."""
    if verdict.claim.is_share:
        return f"{100 * value:.1f} %"
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def _years(years: int) -> str:
    return "a year" if years == 1 else f"{years} years"


def written(
    after: Mapping[int, Sequence[Verdict]],
    lives: Sequence[Summary],
    shown: Lived,
    seeds: int,
) -> str:
    """All of it as Markdown."""
    weeks = sum(life.weeks for life in lives)
    parts = [
        f"{weeks:,} weeks of {len(lives)} lives, {seeds} seeds · {machine.described()}",
        "## Claims",
        *(_claims(years, verdicts) for years, verdicts in after.items()),
        "## Lives",
        _lives(lives),
        f"## One year: {shown.name}, seed {shown.seed}",
        _year(shown),
        "## Five Mondays of it",
        *_mondays(shown),
    ]
    return "\n\n".join(parts) + "\n"


def _claims(years: int, verdicts: Iterable[Verdict]) -> str:
    """A table of claims; the worst of the lives, and how many do not hold it."""
    rows = (
        (
            verdict.claim.text,
            _bound(verdict),
            _number(verdict.figures[0].value, verdict),
            verdict.figures[0].life,
            "yes" if verdict.holds else f"**in {_but(verdict)}**",
        )
        for verdict in verdicts
    )
    head = (f"after {_years(years)}", "at most", "figure", "worst life", "holds")
    return _table(head, rows)


def _but(verdict: Verdict) -> str:
    kept = len(verdict.figures) - len(verdict.missed)
    return f"{kept} of {len(verdict.figures)}"


def _lives(lives: Iterable[Summary]) -> str:
    rows = (
        (
            life.name,
            life.who,
            f"{life.coffees:.0f}",
            f"{life.minutes:.0f}",
            f"{life.rows:.0f} ({life.most_rows})",
            f"{sum(life.milliseconds.values()):.1f}",
        )
        for life in lives
    )
    head = (
        "life",
        "who",
        "coffees a year",
        "minutes a week",
        "rows (most)",
        "ms a week",
    )
    return _table(head, rows)


def _year(shown: Lived) -> str:
    """One year, week by week: how many stood where, and with whom the coffee was."""
    words = ("follow_up", "keep", "no_answer", "promises", "thank")
    rows = (
        (
            str(week.number + 1),
            str(week.rows),
            *(_standing(week, slot) for slot in words),
            ", ".join(week.stood.get("new", ())),
            ", ".join(week.coffees),
            str(week.minutes),
        )
        for week in shown.weeks[:YEAR]
    )
    columns = (_SLOTS[slot] for slot in words)
    head = ("week", "rows", *columns, "pick", "coffee with", "minutes")
    return _table(head, rows)


def _standing(week: Week, slot: str) -> str:
    """How many stand in a slot, and how many wait in all where that is more."""
    number, all_waiting = len(week.stood.get(slot, ())), week.waiting.get(slot, 0)
    if all_waiting > number:
        return f"{number} of {all_waiting}"
    return str(number or "")


def _mondays(shown: Lived) -> Iterator[str]:
    """The first rows of five pages, as they stand in a pipe."""
    for number in _MONDAYS:
        text = shown.weeks[number].text
        rest = f"… {len(text) - _ROWS} more rows" if len(text) > _ROWS else ""
        rows = "\n".join(row for row in (*text[:_ROWS], rest) if row)
        yield f"```text\n{rows}\n```"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put_in_page(result: str) -> None:
    """Replace the result that stands in docs/a-year.md."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    after = rest.partition(_END)[2]
    text = f"{before}{_BEGIN}\n\n{result}\n{_END}{after}"
    PAGE.write_text(text, encoding="utf-8")
