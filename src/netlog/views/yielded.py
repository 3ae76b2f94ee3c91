"""What `yield` says: everything that came of somebody."""

from collections.abc import Iterable, Sequence
from typing import Any

from netlog.domain.dates import spell
from netlog.domain.money import decimal, spell_money
from netlog.domain.settings import Settings
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Table,
    command,
    name,
    part,
    soft,
)
from netlog.trace.harvest import Came, Coffees, Harvest
from netlog.trace.harvesting import Root
from netlog.views.people import brief, listed
from netlog.views.records import entry_data, money_data, money_said

_NAMED = 10
NOTHING = "Nothing came yet. What came is recorded by netlog got WHO KIND"


def view(title: str, found: Harvest, settings: Settings) -> Answer:
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


def _came(one: Came, currency: str) -> Item:
    entry = one.outcome.entry
    text = f"{entry.said} from {one.outcome.name}{money_said(entry.cents, currency)}"
    share = ""
    if one.cents not in (None, entry.cents or 0):
        share = f", of it {spell_money(one.cents or 0, currency)} by this way"
    record = ("outcome", entry.day.isoformat(), str(entry.id), text)
    return Item(
        (part(f"{spell(entry.day)}  {text}{share}"),),
        ((command(f"netlog trace {entry.id}"),),),
        record,
    )


def _sums(found: Harvest, settings: Settings) -> Iterable[Item]:
    yield _sum("people", _people(found))
    yield _sum("introductions", str(found.introductions))
    outcomes = len(found.outcomes)
    money = _money(found, settings.currency)
    yield _sum("outcomes", f"{outcomes}{money}" if outcomes else "none yet")
    yield _sum("first coffees", _turned_out(found.coffees, settings.early))


def _sum(label: str, value: str) -> Item:
    return Item((soft(f"{label}: "), part(value)), record=(label, value))


def _people(found: Harvest) -> str:
    if not found.people:
        return "nobody came through them yet"
    first = [one.name for one in found.people[:_NAMED]]
    more = len(found.people) - len(first)
    names = f"{', '.join(first)} and {more} more" if more else listed(first)
    return f"{len(found.people)}: {names}"


def _money(found: Harvest, currency: str) -> str:
    if found.cents == found.whole:
        return money_said(found.cents, currency)
    whole = spell_money(found.whole, currency)
    return f", {spell_money(found.cents, currency)} of {whole}"


def _turned_out(coffees: Coffees, early: int) -> str:
    if not coffees.n:
        return "none yet"
    parts = [
        (coffees.came, "came to something"),
        (coffees.too_early, f"too early to say (under {early} days)"),
        (coffees.nothing, "nothing so far"),
    ]
    said = ", ".join(f"{number} {words}" for number, words in parts if number)
    return f"{coffees.n}: {said}"


def _data(title: str, found: Harvest, currency: str) -> dict[str, Any]:
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


def _share(one: Came) -> str | None:
    """The part of an outcome's money for programs, where it has any."""
    has_money = one.outcome.entry.cents is not None
    return money_data(one.cents)["value"] if has_money else None


def beginnings(roots: Sequence[Root], currency: str) -> Answer:
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
