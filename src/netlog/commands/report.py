"""netlog report: whether it is worth it."""

from importlib import import_module
from typing import Annotated

from typer import Argument, Context

from netlog.app import App
from netlog.errors import UsageError
from netlog.params import app_of, option
from netlog.reports import REPORTS
from netlog.reports.period import Period
from netlog.views.reported import contents, view


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
        app.show(contents(REPORTS))
        return
    entry = REPORTS.get(name)
    if entry is None:
        raise _no_report(name)
    period = _period(app, since, until)
    made = import_module(entry.module).report(app.book.reports, period)
    app.show(view(name, made, period))


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
