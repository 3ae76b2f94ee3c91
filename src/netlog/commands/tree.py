"""netlog tree: who brought whom."""

from datetime import date
from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.domain.person import ME_ID
from netlog.network.growing import Selection, known, tree
from netlog.params import app_of, option, who
from netlog.views.grown import Asked, view
from netlog.views.listed import nobody

Root = Annotated[list[str] | None, who("From somebody outward; else from you.")]
Depth = Annotated[
    int, option("--depth", help_text="How many hops outward (3).", min=1, max=50)
]
Since = Annotated[
    str, option("--since", help_text="Only who came since a day.", metavar="DATE")
]
Led = Annotated[bool, option("--led", help_text="Only what led to something.")]
Every = Annotated[bool, option("--all", help_text="Everybody, as far as --depth.")]


def command(
    ctx: Context,
    who: Root = None,
    depth: Depth = 3,
    since: Since = "",
    led: Led = False,
    every: Every = False,
) -> None:
    """Who brought whom, from you outward: first those who led to most.

    Everybody stands once, under the first who introduced them to you. ✓ is what came
    from somebody. Those met without help who brought nobody are only counted.
    """
    app = app_of(ctx)
    asked = Selection(root_of(app, who), depth, day_of(app, since), led, every)
    found = tree(app.book.networks, asked)
    people = known(app.book.traces, app.book.networks, found.trunk)
    app.show(view(found, Asked(asked, people, app.settings.currency)))
    if not found.trunk.children and not app.book.people.count():
        app.tell(nobody())


def root_of(app: App, who: list[str] | None) -> int:
    """Whom a tree grows from."""
    if not who:
        return ME_ID
    return app.book.people.find(app.typed.phrase(who), me=True).id


def day_of(app: App, since: str) -> date | None:
    """The day since when, None where none is given."""
    return app.typed.happened(since) if since else None
