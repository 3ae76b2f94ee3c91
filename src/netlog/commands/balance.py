"""netlog balance: what was given and what came back."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from typer import Context

from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.ledger import Entry, spell_money
from netlog.domain.numbers import counted
from netlog.domain.person import Named
from netlog.network.balance import Balance, BalanceStep, balance, balances
from netlog.options import app_of, option, who
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Table,
    command_line,
    line,
    name,
    part,
    soft,
)
from netlog.repository import finding
from netlog.views.wording import (
    brief,
    entry_data,
    money_data,
    money_said,
    titled,
)


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who("With one person; else everybody.")] = None,
    since: Annotated[
        str, option("--since", help_text="Only since a day.", metavar="DATE")
    ] = "",
) -> None:
    """What was given and what came back, and by how many things they differ.

    Owed is what came less what went, in numbers of things; money stands apart. First
    are those to whom you owe most.
    """
    app = app_of(ctx)
    day = app.typed.happened(since) if since else date.min
    currency = app.settings.currency
    if not who:
        found = balances(sql.entries_since(app.store, day))
        app.show(_everybody(found, currency))
        if not found:
            app.tell(_NOTHING)
        return
    person = sql.named(app.store, finding.find(app.store, app.typed.phrase(who)).id)
    entries = [one for one in sql.entries_with(app.store, person.id) if one.day >= day]
    if entries:
        app.show(_with_one(balance(person, entries), currency))
    else:
        app.show(_nothing_with(person, currency))


_COLUMNS = (
    *("handle", "name", "owed", "got", "gave", "money got", "money given"),
    *("first", "last"),
)
_NOTHING = "Nothing was given or got yet: netlog got WHO KIND, netlog gave WHO KIND"


def _everybody(balances: Sequence[Balance], currency: str) -> Answer:
    """One record a person, those first to whom most is owed."""
    rows = tuple(_row(balance) for balance in balances)
    data = [_data(balance, currency) for balance in balances]
    return Answer("balance", data, table=Table(_COLUMNS, rows))


def _row(balance: Balance) -> tuple[str, ...]:
    return (
        balance.person.handle,
        balance.person.name,
        f"{balance.owed}",
        *(str(balance.count(way)) for way in ("got", "gave")),
        *(_decimal(balance, way) for way in ("got", "gave")),
        *(_who(entry) for entry in (balance.first, balance.last)),
    )


def _decimal(balance: Balance, way: str) -> str:
    return str(money_data(balance.cents(way) or None)["value"] or "")


def _who(entry: Entry) -> str:
    """Who gave."""
    return "they" if entry.is_outcome else "me"


def _nothing_with(person: Named, currency: str) -> Answer:
    """Where nothing went either way."""
    items = (
        line("Nothing was given or got with ", name(person.name), " yet."),
        line("What did they need? ", command_line(f"netlog gave {person.handle} KIND")),
    )
    data = _empty(person) | {"currency": currency or None}
    page = Page(titled(person), (Block("", items),))
    return Answer("balance", data, page=page)


def _with_one(balance: Balance, currency: str) -> Answer:
    """The page of one person: kinds, and every entry with the running difference."""
    blocks = (
        Block("", (_sum(balance),)),
        Block("By kind", tuple(_kinds(balance))),
        Block("One after the other", tuple(_step(s, currency) for s in balance.steps)),
        Block("Money", tuple(_money(balance, currency))),
    )
    shown = tuple(block for block in blocks if block.items)
    page = Page(titled(balance.person), shown)
    return Answer("balance", _data(balance, currency), page=page)


def _sum(balance: Balance) -> Item:
    """How it stands, and what could be done about it."""
    person, owed = balance.person, balance.owed
    first, last = (_who(entry) for entry in (balance.first, balance.last))
    record = ("owed", str(owed), first, last)
    they = {"they": "they", "me": "you"}
    began = f"{they[first].capitalize()} gave first, {they[last]} gave last"
    if owed > 0:
        gave = command_line(f"netlog gave {person.handle} KIND")
        said = f"{began}: {counted(owed, 'thing')} more came than went. Give: "
        return Item((part(said), gave), record=record)
    even = f"{counted(-owed, 'thing')} more went than came" if owed else "even"
    return Item((part(f"{began}: {even}."),), record=record)


def _kinds(balance: Balance) -> Iterator[Item]:
    for kind, (got, gave) in balance.kinds().items():
        said = f"got {got}, gave {gave}"
        yield Item((soft(f"{kind}: "), part(said)), record=(kind, str(got), str(gave)))


def _step(step: BalanceStep, currency: str) -> Item:
    entry = step.entry
    money = money_said(entry.cents, currency)
    said = f"{step.owed:+d}  {spell(entry.day)}  {entry.way} {entry.said}{money}"
    record = (
        *(f"entry {entry.id}", entry.day.isoformat(), entry.way),
        *(entry.kind, entry.text, str(step.owed)),
    )
    return Item((soft(f"entry {entry.id}  "), part(said)), record=record)


def _money(balance: Balance, currency: str) -> Iterator[Item]:
    got, gave = balance.cents("got"), balance.cents("gave")
    if got or gave:
        said = f"got {spell_money(got, currency)}, gave {spell_money(gave, currency)}"
        record = ("money", *(str(money_data(c)["value"]) for c in (got, gave)))
        yield Item((part(said),), record=record)


def _empty(person: Named) -> dict[str, Any]:
    return brief(person) | {
        "owed": 0, "got": 0, "gave": 0, "kinds": {}, "first": None, "last": None,
        "money_got": None, "money_given": None, "entries": [],
    }  # fmt: skip


def _data(balance: Balance, currency: str) -> dict[str, Any]:
    kinds = balance.kinds().items()
    return _empty(balance.person) | {
        "owed": balance.owed,
        "got": balance.count("got"),
        "gave": balance.count("gave"),
        "kinds": {kind: {"got": got, "gave": gave} for kind, (got, gave) in kinds},
        "first": {"who": _who(balance.first), "date": balance.first.day},
        "last": {"who": _who(balance.last), "date": balance.last.day},
        "money_got": money_data(balance.cents("got") or None)["value"],
        "money_given": money_data(balance.cents("gave") or None)["value"],
        "currency": currency or None,
        "entries": [
            entry_data(step.entry, currency) | {"owed": step.owed}
            for step in balance.steps
        ],
    }
