"""netlog path: who could introduce you."""

from collections.abc import Sequence
from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.errors import UsageError
from netlog.network.chains import chains_to
from netlog.network.wanted import wanted, working
from netlog.params import app_of, option, who
from netlog.views.chained import Asked, view

_INTRODUCED = ("made", "met")
_VOWELS = tuple("aeiou")


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who("Whom you would like to meet.")] = None,
    org: Annotated[
        str, option("--org", help_text="Or somebody there: part of its name.")
    ] = "",
    role: Annotated[
        str, option("--role", help_text="Or somebody who is that: part of it.")
    ] = "",
) -> None:
    """Who could introduce you, over the fewest hands, and the sentence to ask with.

    Two people know each other if one introduced the other to somebody, or if they
    were introduced. You can ask whoever you had contact with, knew before netlog, or
    were introduced to, and whoever introduced or named somebody to you. At most
    6 hands, 5 chains: shortest first, of one length by the touches with whom you ask,
    halved for every half-year since the last.
    """
    app = app_of(ctx)
    if bool(who) == bool(org or role):
        raise UsageError(
            "It is not clear whom you would like to meet.",
            "Say WHO, or --org O, --role R or both.",
        )
    asked = _somebody(app, who) if who else _working(app, org, role)
    found = chains_to(app.book.networks, asked.wanted.strangers, app.today)
    app.show(view(asked, found))


def _somebody(app: App, who: Sequence[str]) -> Asked:
    book = app.book
    person = book.people.find(app.typed.phrase(who))
    meant = wanted([book.networks.hand(person.id)])
    ways = [
        way for way in book.introductions.ways_to(person.id) if way.state in _INTRODUCED
    ]
    return Asked(person.name, app.today, meant, tuple(ways))


def _working(app: App, org: str, role: str) -> Asked:
    article = "an" if role[:1].lower() in _VOWELS else "a"
    said = f"somebody who is {article} {role}" if role else "somebody"
    words = app.typed.text(f"{said} at {org}" if org else said)
    return Asked(words, app.today, working(app.book.networks, org, role))
