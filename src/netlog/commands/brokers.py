"""netlog brokers: through whom the network and the income pass."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from typer import Context

from netlog.db import sql
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import spell_money
from netlog.domain.numbers import counted
from netlog.domain.person import Named
from netlog.namedtuple import NamedTuple
from netlog.network.brokers import Broker, Sum, Worksheet, worksheet
from netlog.options import app_of, option
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Parts,
    Table,
    advice,
    name,
    part,
    soft,
)
from netlog.views.wording import (
    brief,
    introduction_said,
    introduction_with_names,
    listed,
    money_data,
    percent,
)

_SHOWN = 20


def command(
    ctx: Context,
    every: Annotated[bool, option("--all", help_text="Everybody, not 20.")] = False,
) -> None:
    """Through whom people and income came to you, and what would go with each.

    The worksheet of three columns: who introduced me, me, to whom I introduced them.
    Through somebody pass all who came by them over however many hops, and the income
    of these and of themselves, divided where the ways part. Gone with them is what
    has no other way to anybody you met without help.
    """
    app = app_of(ctx)
    sheet = worksheet(app.store)
    whole = every or app.format == "json"
    shown = sheet.brokers if whole else sheet.brokers[:_SHOWN]
    facts = Facts(
        shown,
        {one.person_id: sql.named(app.store, one.person_id) for one in shown},
        sql.introduced_by_me(app.store),
        sql.count_people(app.store),
        app.settings.currency,
    )
    app.show(_answer(sheet, facts))


_NAMED = 3
_MINE = 10
_COLUMNS = (
    *("handle", "name", "people", "outcomes", "income"),
    *("people gone", "outcomes gone", "income gone", "introduced to"),
)
_NONE = advice("Who introduced somebody to you? ", "netlog intro WHO --by WHO")
_GONE = (
    "What goes with somebody has no other way to you; first are those with whom most"
    " goes. Shares are of who came by introduction, and of all income."
)


class Facts(NamedTuple):
    """What stands beside the worksheet: names, my own introductions, all people."""

    shown: Sequence[Broker]
    named: Mapping[int, Named]
    mine: Sequence[IntroductionNamed]
    people: int
    currency: str


def _answer(sheet: Worksheet, facts: Facts) -> Answer:
    """A line for everybody through whom others came, and whom I introduced."""
    met = _introduced_to(facts.mine)
    brokers = tuple(_broker(one, sheet.total, facts, met) for one in facts.shown)
    mine = tuple(_mine(facts.mine))
    blocks = (
        Block("Who introduced me → me → to whom I introduced them", brokers),
        Block("Whom I introduced", mine),
    )
    title = (part(_title(sheet, facts), "title"),)
    shown = tuple(block for block in blocks if block.items)
    page = Page(title, shown, tuple(_foot(sheet, facts)))
    rows = tuple(_row(one, facts, met) for one in facts.shown)
    return Answer("brokers", _data(sheet, facts), page, Table(_COLUMNS, rows))


def _title(sheet: Worksheet, facts: Facts) -> str:
    if not sheet.total.people:
        return "Nobody came to you by introduction yet"
    share = percent(sheet.total.people, facts.people)
    people = f"{sheet.total.people:,} of {counted(facts.people, 'person', 'people')}"
    return f"{people} ({share}) came to you by introduction"


def _introduced_to(mine: Sequence[IntroductionNamed]) -> dict[str, list[str]]:
    """To whom I introduced each, by handle."""
    met: dict[str, list[str]] = {}
    for introduction in mine:
        for one, other in (introduction.pair, introduction.pair[::-1]):
            met.setdefault(one.handle, []).append(other.name)
    return met


def _broker(
    broker: Broker, total: Sum, facts: Facts, met: Mapping[str, list[str]]
) -> Item:
    person = facts.named[broker.person_id]
    line = (name(person.name), part(" → me → "), part(_few(met, person.handle)))
    through = f"through them {_said(broker.through, total, facts)}"
    below = ((part(through),), (soft(_going(broker, total, facts)),))
    return Item(line, below, _row(broker, facts, met))


def _few(met: Mapping[str, list[str]], handle: str) -> str:
    """To whom I introduced somebody: some names of many."""
    names = met.get(handle, [])
    more = len(names) - _NAMED
    if more > 1:
        return f"{', '.join(names[:_NAMED])} and {more} more"
    return listed(names) or "nobody yet"


def _going(broker: Broker, total: Sum, facts: Facts) -> str:
    """What has no other way."""
    if broker.gone == broker.through:
        return "all of it would go with them"
    if broker.gone == Sum():
        return "nothing would go with them: all of it has another way"
    return f"{_said(broker.gone, total, facts)} would go with them"


def _said(some: Sum, total: Sum, facts: Facts) -> str:
    """People, outcomes and money, with their shares."""
    parts = []
    if some.people:
        share = percent(some.people, total.people)
        parts.append(f"{counted(some.people, 'person', 'people')} ({share})")
    if some.outcomes:
        parts.append(counted(some.outcomes, "outcome"))
    if some.cents:
        share = percent(some.cents, total.cents)
        parts.append(f"{spell_money(some.cents, facts.currency)} ({share})")
    return listed(parts)


def _row(broker: Broker, facts: Facts, met: Mapping[str, list[str]]) -> tuple[str, ...]:
    person = facts.named[broker.person_id]
    return (
        person.handle,
        person.name,
        *map(str, broker.through[:2]),
        money_data(broker.through.cents)["value"],
        *map(str, broker.gone[:2]),
        money_data(broker.gone.cents)["value"],
        ", ".join(met.get(person.handle, [])),
    )


def _mine(mine: Sequence[IntroductionNamed]) -> Iterator[Item]:
    """The latest introductions that I made."""
    for introduction in reversed(mine[-_MINE:]):
        yield Item((part(introduction_said(introduction)),))
    if more := len(mine[:-_MINE]):
        yield Item((soft(f"and {more} more"),))


def _foot(sheet: Worksheet, facts: Facts) -> Iterator[Parts]:
    left = len(sheet.brokers) - len(facts.shown)
    if left:
        yield advice(f"And {left:,} more: ", "netlog brokers --all")
    yield (soft(_GONE),) if sheet.brokers else _NONE
    if not facts.mine:
        yield advice("Whom could you introduce to whom? ", "netlog intro WHO WHO")


def _data(sheet: Worksheet, facts: Facts) -> dict[str, Any]:
    """The worksheet for programs; shares are parts of one."""
    met = _introduced_to(facts.mine)
    return {
        "people": facts.people,
        "introduced": sheet.total.people,
        "outcomes": sheet.total.outcomes,
        "income": money_data(sheet.total.cents)["value"],
        "currency": facts.currency or None,
        "brokers": [
            brief(facts.named[one.person_id])
            | {
                "through": _sum_data(one.through, sheet.total, facts),
                "gone": _sum_data(one.gone, sheet.total, facts),
                "introduced_to": met.get(facts.named[one.person_id].handle, []),
            }
            for one in facts.shown
        ],
        "more": len(sheet.brokers) - len(facts.shown),
        "introduced_by_me": [introduction_with_names(one) for one in facts.mine],
    }


def _sum_data(part_of: Sum, total: Sum, facts: Facts) -> dict[str, Any]:
    return {
        "people": part_of.people,
        "of_introduced": _share(part_of.people, total.people),
        "of_all": _share(part_of.people, facts.people),
        "outcomes": part_of.outcomes,
        "income": money_data(part_of.cents)["value"],
        "of_income": _share(part_of.cents, total.cents),
    }


def _share(part_of: int, whole: int) -> float:
    return round(part_of / whole, 4) if whole else 0.0
