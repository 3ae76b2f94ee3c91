"""netlog yield: what came of somebody, of a place, of a touch."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

from typer import Context

from netlog.app import App
from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.ledger import decimal, spell_money
from netlog.domain.settings import Settings
from netlog.errors import UsageError
from netlog.network.yield_ import (
    CoffeeCounts,
    Starts,
    Yield,
    YieldedOutcome,
    YieldRoot,
    first_met_at,
    roots,
    yield_of,
)
from netlog.options import app_of, option, who
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Table,
    command_line,
    name,
    part,
    soft,
)
from netlog.repository import finding, touches
from netlog.views.wording import brief, entry_data, listed, money_data, money_said


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    place: Annotated[str, option("--place", help_text="Who was first met there.")] = "",
    touch: Annotated[
        str, option("--touch", help_text="Since one touch.", metavar="N")
    ] = "",
) -> None:
    """Everything that came of somebody: people, introductions, outcomes, money.

    Without anybody, all with whom something began; together that is all the money of
    known origin. Young coffees are too early, never failures.
    """
    app = app_of(ctx)
    if bool(who) + bool(place) + bool(touch) > 1:
        raise UsageError(
            "That asks for two things.", "Ask for one: WHO, --place P or --touch N."
        )
    settings = app.settings
    if not (who or place or touch):
        began = roots(app.store)
        app.show(_beginnings(began, settings.currency))
        if not began:
            app.tell(_NOTHING)
        return
    title, starts = _starts(app, who or (), place, touch)
    found = yield_of(app.store, starts, app.today, settings.early)
    app.show(_answer(title, found.with_them if place else found, settings))


def _starts(app: App, who: Sequence[str], place: str, touch: str) -> tuple[str, Starts]:
    """What is asked about, in words; its people, and since when they count."""
    store = app.store
    if who:
        person = finding.find(store, app.typed.phrase(who))
        return person.name, {person.id: date.min}
    if touch:
        number = app.typed.number(touch)
        found = touches.get(store, number)
        company = sql.company_of(store, number)
        kind = "chance meeting" if found.kind == "met" else found.kind
        names = listed([one.name for one in company])
        title = f"{kind} with {names}, {spell(found.day)}"
        return title, {one.id: found.day for one in company}
    there = touches.place_named(store, place)
    return there.name, first_met_at(store, there.id)


_NAMED = 10
_NOTHING = "Nothing came yet. What came is recorded by netlog got WHO KIND"


def _answer(title: str, found: Yield, settings: Settings) -> Answer:
    """Outcomes first, then the people, and how the coffees turned out."""
    currency = settings.currency
    blocks = (
        Block("Outcomes", tuple(_came(one, currency) for one in found.outcomes)),
        Block("In all", tuple(_sums(found, settings))),
    )
    page = Page(
        (part("What came of ", "title"), name(title)),
        tuple(block for block in blocks if block.items),
    )
    return Answer("yield", _data(title, found, currency), page=page)


def _came(one: YieldedOutcome, currency: str) -> Item:
    entry = one.outcome.entry
    text = f"{entry.said} from {one.outcome.name}{money_said(entry.cents, currency)}"
    share = ""
    if one.cents not in (None, entry.cents or 0):
        share = f", of it {spell_money(one.cents or 0, currency)} by this way"
    record = ("outcome", entry.day.isoformat(), str(entry.id), text)
    return Item(
        (part(f"{spell(entry.day)}  {text}{share}"),),
        ((command_line(f"netlog trace {entry.id}"),),),
        record,
    )


def _sums(found: Yield, settings: Settings) -> Iterable[Item]:
    yield _sum("people", _people(found))
    yield _sum("introductions", str(found.introductions))
    outcomes = len(found.outcomes)
    money = _money(found, settings.currency)
    yield _sum("outcomes", f"{outcomes}{money}" if outcomes else "none yet")
    yield _sum("first coffees", _turned_out(found.coffees, settings.early))


def _sum(label: str, value: str) -> Item:
    return Item((soft(f"{label}: "), part(value)), record=(label, value))


def _people(found: Yield) -> str:
    if not found.people:
        return "nobody came through them yet"
    first = [one.name for one in found.people[:_NAMED]]
    more = len(found.people) - len(first)
    names = f"{', '.join(first)} and {more} more" if more else listed(first)
    return f"{len(found.people)}: {names}"


def _money(found: Yield, currency: str) -> str:
    if found.cents == found.whole:
        return money_said(found.cents, currency)
    whole = spell_money(found.whole, currency)
    return f", {spell_money(found.cents, currency)} of {whole}"


def _turned_out(coffees: CoffeeCounts, early: int) -> str:
    if not coffees.n:
        return "none yet"
    parts = [
        (coffees.came, "came to something"),
        (coffees.too_early, f"too early to say (under {early} days)"),
        (coffees.nothing, "nothing so far"),
    ]
    said = ", ".join(f"{number} {words}" for number, words in parts if number)
    return f"{coffees.n}: {said}"


def _data(title: str, found: Yield, currency: str) -> dict[str, Any]:
    return {
        "of": title,
        "people": [
            {"handle": one.handle, "name": one.name, "hops": found.hops[one.id]}
            for one in found.people
        ],
        "introductions": found.introductions,
        "outcomes": [
            entry_data(one.outcome.entry, currency)
            | {"person": {"handle": one.outcome.handle, "name": one.outcome.name}}
            | {"share": _share(one)}
            for one in found.outcomes
        ],
        "money": money_data(found.cents)["value"],
        "money_whole": money_data(found.whole)["value"],
        "currency": currency or None,
        "coffees": {
            "n": found.coffees.n,
            "with": found.coffees.came,
            "nothing": found.coffees.nothing,
            "too_early": found.coffees.too_early,
        },
    }


def _share(one: YieldedOutcome) -> str | None:
    """The part of an outcome's money for programs, where it has any."""
    has_money = one.outcome.entry.cents is not None
    return money_data(one.cents)["value"] if has_money else None


def _beginnings(roots: Sequence[YieldRoot], currency: str) -> Answer:
    """Everybody with whom something began, the most money first, and the sum."""
    columns = ("handle", "name", "money")
    rows = tuple(
        (root.person.handle, root.person.name, decimal(root.cents)) for root in roots
    )
    data = {
        "roots": [
            brief(root.person) | money_data(root.cents, currency) for root in roots
        ],
        "money": money_data(sum(root.cents for root in roots))["value"],
        "currency": currency or None,
    }
    return Answer("yield", data, table=Table(columns, rows))
