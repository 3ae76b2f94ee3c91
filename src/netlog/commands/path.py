"""netlog path: who could introduce you."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from typer import Context

from netlog.app import App
from netlog.db import sql
from netlog.domain.acquaintance import BROUGHT, INTRODUCED, Acquaintance, Hand
from netlog.domain.dates import spell
from netlog.domain.introduction import Way
from netlog.domain.numbers import counted
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.network.chains import (
    Chain,
    Chains,
    Targets,
    chains_to,
    closeness,
    targets,
    working,
)
from netlog.options import app_of, option, who
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Part,
    command_line,
    line,
    name,
    part,
    soft,
)
from netlog.repository import finding
from netlog.views.wording import listed

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
    found = chains_to(app.store, asked.wanted.strangers, app.today)
    app.show(_answer(asked, found))


class PathQuery(NamedTuple):
    """Whom the user wants to meet, in words; on which day, and how they were named.

    `ways` are introductions of the one who is meant to the user that still count.
    """

    said: str
    today: date
    wanted: Targets
    ways: tuple[Way, ...] = ()


def _somebody(app: App, who: Sequence[str]) -> PathQuery:
    store = app.store
    person = finding.find(store, app.typed.phrase(who))
    meant = targets([sql.hand(store, person.id)])
    ways = [way for way in sql.ways_to(store, person.id) if way.state in _INTRODUCED]
    return PathQuery(person.name, app.today, meant, tuple(ways))


def _working(app: App, org: str, role: str) -> PathQuery:
    article = "an" if role[:1].lower() in _VOWELS else "a"
    said = f"somebody who is {article} {role}" if role else "somebody"
    words = app.typed.text(f"{said} at {org}" if org else said)
    return PathQuery(words, app.today, working(app.store, org, role))


_MINE = 5
_RANK = (
    "Shortest first; of one length by the touches with whom you ask, halved for every"
    " half-year since the last."
)


def _answer(asked: PathQuery, found: Chains) -> Answer:
    """The chains, the best first, and what to say to the first of the first."""
    chains = tuple(_chain(chain, asked.today) for chain in found.chains)
    blocks = (
        Block("Whom to ask", chains),
        Block("Ask", tuple(_asking(found.chains[:1]))),
        Block("You can write to", tuple(_mine(asked))),
        Block("", tuple(_nobody(asked, found))),
    )
    page = Page(
        (part(_title(asked), "title"),),
        tuple(block for block in blocks if block.items),
        tuple(_foot(asked, found)),
    )
    return Answer("path", _data(asked, found), page=page)


def _title(asked: PathQuery) -> str:
    mine = asked.wanted.mine
    if mine and not asked.wanted.strangers:
        met = any(one.known or one.last_contact for one in mine)
        if not met and mine[0].near == INTRODUCED:
            return f"You were introduced to {asked.said} already"
        return f"You know {asked.said} already"
    return f"Who could introduce you to {asked.said}"


def _chain(chain: Chain, today: date) -> Item:
    first, target, work = chain.hands[0], chain.target, _work(chain.target)
    people: list[Hand | Acquaintance] = [*chain.hands, target]
    names: list[Part] = []
    for one in people:
        names += [soft(" → "), name(one.name)] if names else [name(one.name)]
    numbers = [str(hand.introduction) for hand in chain.hands]
    known = f"introduction{'s' * (len(numbers) > 1)} {listed(numbers)}"
    record = (
        first.handle,
        target.handle,
        str(len(chain.hands)),
        f"{closeness(first, today):.3f}",
        " ".join(one.handle for one in people),
    )
    below = ((soft(_close(first)),), (soft(f"known from {known}"),))
    return Item((*names, soft(f" ({work})" if work else "")), below, record)


def _work(hand: Hand) -> str:
    return ", ".join(text for text in (hand.role, hand.org) if text)


def _close(hand: Hand | Acquaintance) -> str:
    """How well the user knows somebody."""
    if hand.last_contact is None:
        if hand.near == BROUGHT:
            return f"{hand.name} introduced or named somebody to you"
        if hand.known:
            return f"you knew {hand.name} before netlog"
        return f"you were introduced to {hand.name}"
    touches = counted(hand.touches, "touch", "touches")
    return f"{touches} with {hand.name}, the last {spell(hand.last_contact)}"


def _asking(chains: tuple[Chain, ...]) -> Iterator[Item]:
    for chain in chains:
        last, target = chain.hands[-1], chain.target
        yield line(f"{chain.hands[0].name}: “{_sentence(chain)}”")
        told = f"netlog intro {target.handle} --by {last.handle}"
        yield line("when it is done: ", command_line(told))


def _sentence(chain: Chain) -> str:
    """The sentence to ask the first hand with."""
    target = chain.target.name
    onward = [hand.name for hand in chain.hands[1:]]
    if not onward:
        return f"Would you introduce me to {target}? No is a good answer, too."
    by = f"I would like to meet {target}; {onward[-1]} knows them."
    way = f" The way there is {listed(onward)}." if len(onward) > 1 else ""
    return f"{by}{way} Would you introduce me to {onward[0]}? No is fine, too."


def _mine(asked: PathQuery) -> Iterator[Item]:
    """Whom the user can simply write to."""
    for hand in asked.wanted.mine[:_MINE]:
        work = _work(hand)
        said = soft(f" ({work})" if work else "")
        kind = "email" if hand.is_stuck else "message"
        write = (command_line(f"netlog log {hand.handle} -k {kind}"),)
        record = (hand.handle, hand.name, "known")
        yield Item(
            (name(hand.name), said), ((soft(_free(asked, hand)),), write), record
        )
    if more := len(asked.wanted.mine[_MINE:]):
        yield line(f"and {more} more")


def _free(asked: PathQuery, hand: Hand) -> str:
    """Why nobody need be asked; of who does not answer, what is left to try."""
    by = listed([way.name for way in asked.ways])
    if hand.is_stuck:
        ask = by or ("who introduced you" if hand.near == INTRODUCED else "")
        also = f", or ask {ask}" if ask else ""
        return (
            f"{hand.tries} tries, no answer: find out what they stand to lose or to"
            f" gain, then write once more about that{also}"
        )
    if asked.ways and not hand.known and hand.last_contact is None:
        days = [f"{way.name} introduced you on {spell(way.day)}" for way in asked.ways]
        return f"no introduction is needed: {listed(days)}"
    return f"no introduction is needed: {_close(hand)}"


def _nobody(asked: PathQuery, found: Chains) -> Iterator[Item]:
    """What to do where no chain was found."""
    wanted = asked.wanted
    if wanted.strangers and not found.chains:
        yield line("Nobody whom you can ask leads there, as far as is recorded.")
        first = wanted.strangers[0].handle
        told = f"netlog intro {first} WHO --by WHO"
        yield line("Who knows them? ", command_line(told))
    elif not wanted.strangers and not wanted.mine:
        yield line("Nobody like that is here yet.")
        told = "netlog add NAME --org ORG --role ROLE --via WHO"
        yield line("Who told you of somebody? ", command_line(told))


def _foot(asked: PathQuery, found: Chains) -> Iterator[str]:
    if len(found.chains) > 1:
        yield _RANK
    if not found.whole:
        yield "The network is large: not everybody was looked at."
    if asked.wanted.left:
        yield f"{asked.wanted.left} more people like that were not looked for."


def _data(asked: PathQuery, found: Chains) -> dict[str, Any]:
    """The chains for programs."""
    return {
        "wanted": [_hand_data(one) for one in asked.wanted.strangers],
        "known": [_hand_data(one) for one in asked.wanted.mine],
        "introduced_by": [
            {"handle": way.handle, "name": way.name, "date": way.day}
            for way in asked.ways
        ],
        "chains": [_chain_data(chain, asked.today) for chain in found.chains],
        "whole": found.whole and not asked.wanted.left,
    }


def _hand_data(hand: Hand | Acquaintance) -> dict[str, Any]:
    """Somebody in a chain, for programs."""
    return {
        "handle": hand.handle,
        "name": hand.name,
        "org": hand.org,
        "role": hand.role,
        "touches": hand.touches,
        "last_contact": hand.last_contact,
    }


def _chain_data(chain: Chain, today: date) -> dict[str, Any]:
    first = chain.hands[0]
    return {
        "target": _hand_data(chain.target),
        "hands": [
            _hand_data(one) | {"introduction": one.introduction, "date": one.day}
            for one in chain.hands
        ],
        "closeness": round(closeness(first, today), 3),
        "ask": _sentence(chain),
    }
