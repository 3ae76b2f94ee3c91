"""netlog report: whether it is worth it."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from typing import Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.errors import UsageError
from netlog.options import app_of, option
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Part,
    Table,
    command_line,
    line,
    part,
    soft,
)
from netlog.reports import REPORTS, ReportEntry
from netlog.reports.result import (
    Comparison,
    Estimate,
    Figure,
    Group,
    Missing,
    Period,
    Report,
)
from netlog.reports.statistics import Rate, with_interval


def complete_names(incomplete: str) -> list[str]:
    """The reports that begin so."""
    return [name for name in REPORTS if name.startswith(incomplete)]


def command(
    ctx: Context,
    name: Annotated[
        str,
        Argument(
            metavar="NAME",
            help=f"One of {', '.join(REPORTS)}; left out: what each answers.",
            autocompletion=complete_names,
            show_default=False,
        ),
    ] = "",
    since: Annotated[
        str, option("--since", help_text="What happened from then on.", metavar="DATE")
    ] = "",
    until: Annotated[
        str,
        option(
            "--until",
            help_text="As it stood then, but for states of introductions; today.",
            metavar="DATE",
        ),
    ] = "",
    csv: Annotated[
        bool, option("--csv", help_text="The figures as CSV: --format csv.")
    ] = False,
) -> None:
    """Is it worth it? From your own data, with n, and with its uncertainty."""
    app = app_of(ctx)
    if csv:
        app.options["format"] = "csv"
    if not name:
        app.show(_contents(REPORTS))
        return
    entry = REPORTS.get(name)
    if entry is None:
        raise _no_report(name)
    period = _period(app, since, until)
    made = import_module(entry.module).report(app.store, period)
    app.show(report_answer(name, made, period))


def _period(app: App, since: str, until: str) -> Period:
    first = app.typed.happened(since) if since else None
    last = app.typed.happened(until)
    if first and first > last:
        raise UsageError(
            "--since lies after --until.", "The first day comes first: --since 1y."
        )
    return Period(first, last, app.settings)


def _no_report(name: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, REPORTS, n=1)
    guess = f"Did you mean {near[0]}? " if near else ""
    return UsageError(
        f"There is no report {name[:40]}.", f"{guess}netlog report lists them."
    )


COLUMNS = (
    *("group", "figure", "value", "n", "share", "from", "to"),
    *("p", "verdict", "more"),
)
_PLACES = 6
_LEAST = 0.0001
_BRACKETS = "In brackets: where the share lies in truth, with 95 % confidence (Wilson)."
_VERDICTS = (
    "p by Fisher's exact test, two-sided. Supported or contradicted: p below 0.05;"
    " leaning: below 0.2; too few: a group under six, or p above that."
)


def report_answer(name: str, report: Report, period: Period) -> Answer:
    """A report as a page, as records, and for programs."""
    title = (part(name.capitalize(), "title"), soft(f" · {period.said}"))
    page = Page(title, tuple(_blocks(report)), tuple(_foot(report)))
    table = Table(COLUMNS, tuple(_rows(report.groups)))
    return Answer("report", _data(name, report, period), page=page, table=table)


def _contents(reports: dict[str, ReportEntry]) -> Answer:
    """Every report, and what it answers."""
    data = [
        {"report": name, "answers": entry.summary} for name, entry in reports.items()
    ]
    rows = tuple((name, entry.summary) for name, entry in reports.items())
    table = Table(("report", "answers"), rows)
    return Answer("report", {"reports": data}, table=table)


def _blocks(report: Report) -> Iterator[Block]:
    yield Block("", tuple(line(said) for said in report.answer))
    for group in report.groups:
        yield Block(group.title, tuple(chain.from_iterable(map(_items, group.figures))))
    if report.missing:
        yield Block("What is missing", tuple(map(_lacking, report.missing)))


def _items(figure: Figure) -> Iterator[Item]:
    """A line; of a comparison both groups, then the verdict."""
    if not figure.comparison:
        yield _item(figure)
        return
    one = figure.comparison
    for whose, rate in zip(one.whose, (one.claimed, one.other), strict=True):
        yield _item(Figure(whose, rate=rate))
    yield _item(figure._replace(label="verdict"))


def _item(figure: Figure) -> Item:
    """Label, figure and note in a line."""
    said = _said(figure)
    colon = ": " if said.text else ""
    note = (soft(f" ({figure.note})"),) if figure.note else ()
    return Item((part(f"{figure.label}{colon}"), said, *note))


def _said(figure: Figure) -> Part:
    if figure.command:
        return command_line(figure.command)
    if figure.comparison:
        return part(figure.comparison.judged())
    if figure.rate:
        rate = figure.rate
        return part(rate.said() if rate.n else "nothing to go by yet")
    if figure.estimate:
        one = figure.estimate
        return part(with_interval(one.share, one.interval))
    return part(f"{_number(figure.value, ',')}{figure.unit}")


def _number(value: float | str | None, thousands: str = "") -> str:
    """A number as it stands there, a score with three places; words as they are."""
    if isinstance(value, int):
        return f"{value:{thousands}}"
    return f"{value:.3f}" if isinstance(value, float) else value or ""


def _lacking(missing: Missing) -> Item:
    return line(f"{missing.what}: ", command_line(missing.command))


def _foot(report: Report) -> Iterator[str]:
    figures = [figure for group in report.groups for figure in group.figures]
    if figures:
        yield from report.counted
    if any(figure.rate or figure.comparison for figure in figures):
        yield _BRACKETS
    if any(figure.comparison for figure in figures):
        yield _VERDICTS


def _rows(groups: Iterable[Group]) -> Iterator[tuple[str, ...]]:
    """One record a figure, and three a comparison; what is no figure is left out."""
    for group in groups:
        for figure in group.figures:
            if figure.comparison:
                yield from _compared(figure.comparison)
            elif figure.rate:
                yield (group.title, figure.label, *_row(figure.rate), "", "", "")
            elif figure.estimate:
                row = _estimated(figure.estimate)
                yield (group.title, figure.label, *row, "", "", "")
            elif figure.command or figure.value is not None:
                words = isinstance(figure.value, str)
                value = "" if words else _number(figure.value)
                yield (group.title, figure.label, value, *[""] * 7)
                for of, number in figure.parts:
                    yield (group.title, f"{figure.label} {of}", f"{number}", *[""] * 7)


def _compared(one: Comparison) -> Iterator[tuple[str, ...]]:
    """Both groups and the verdict, under the claim."""
    for whose, rate in zip(one.whose, (one.claimed, one.other), strict=True):
        yield (one.claim, whose, *_row(rate), "", "", "")
    verdict = one.verdict
    more = "" if verdict.more is None else str(verdict.more)
    p = f"{verdict.p:.4f}" if verdict.p >= _LEAST else f"{verdict.p:.1e}"
    yield (one.claim, "verdict", *[""] * 5, p, verdict.word, more)


def _estimated(one: Estimate) -> tuple[str, ...]:
    """No hits, those at risk, share, from, to."""
    return ("", str(one.n), *(f"{share:.4f}" for share in (one.share, *one.interval)))


def _row(rate: Rate) -> tuple[str, ...]:
    """Hits, cases, share, from, to."""
    shares = (rate.share, *(rate.interval or (None, None)))
    said = ("" if one is None else f"{one:.4f}" for one in shares)
    return (str(rate.hits), str(rate.n), *said)


def _data(name: str, report: Report, period: Period) -> dict[str, Any]:
    """The report for programs; these keys are a promise."""
    return {
        "report": name,
        "since": period.since,
        "until": period.until,
        "answer": list(report.answer),
        **_plain(report.data),
        "missing": [one._asdict() for one in report.missing],
    }


def _plain(value: Any) -> Any:
    """Rates as objects, numbers to six places."""
    if isinstance(value, Rate):
        low, high = value.interval or (None, None)
        found = {"hits": value.hits, "n": value.n, "share": value.share}
        return _plain(found | {"from": low, "to": high})
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return round(value, _PLACES) if isinstance(value, float) else value
