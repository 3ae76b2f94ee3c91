"""netlog graph: the network for programs that draw."""

from datetime import date

from typer import Context

from netlog.commands.tree import Depth, Every, Led, Root, Since, day_of, root_of
from netlog.network.graph import graph
from netlog.network.growing import Selection, known, tree
from netlog.params import app_of
from netlog.views.listed import nobody
from netlog.views.pictured import view


def command(
    ctx: Context,
    who: Root = None,
    depth: Depth = 3,
    since: Since = "",
    led: Led = False,
    every: Every = False,
) -> None:
    """The network as dot, mermaid or JSON.

    As a picture: netlog graph | dot -Tsvg > network.svg

    It shows whom netlog tree shows, and every introduction among them. Formats are
    dot, if none is given, mermaid and json; page, plain and csv list the edges.
    """
    app = app_of(ctx)
    app.options.setdefault("format", "dot")
    day = day_of(app, since)
    trunk = tree(
        app.book.networks, Selection(root_of(app, who), depth, day, led, every)
    ).trunk
    found = graph(trunk, day or date.min, app.book.networks.ways_of)
    app.show(
        view(
            found,
            known(app.book.traces, app.book.networks, trunk),
            app.settings.currency,
        )
    )
    if not trunk.children and not app.book.people.count():
        app.tell(nobody())
